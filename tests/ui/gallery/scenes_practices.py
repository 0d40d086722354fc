"""The Practices screen, the player in its kinds and sizes, what comes after, and the form of one's own."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from companion.domain.concept import Concept
from companion.domain.practice import Step
from companion.domain.practice_session import Felt
from companion.domain.zone import Zone
from companion.presentation.after_check_in import build_state
from companion.presentation.practice_after import AfterPracticePresenter
from companion.presentation.practice_editing import PracticeEditing
from companion.ui.screens.practices import PracticesScreen
from companion.ui.theme.theme import Theme
from companion.ui.widgets.after_card import AfterCard
from companion.ui.widgets.calm_offer import CalmOffer
from companion.ui.widgets.practice_after import PracticeAfterView
from companion.ui.widgets.practice_editor import PracticeEditor
from companion.ui.widgets.practice_pacer import PracticePacer
from companion.ui.widgets.practice_player import PracticePlayerView
from tests.support.builders import a_check_in
from tests.support.date_words import PlainDateWords
from tests.support.practice_desk import PracticeDesk
from tests.support.practices import a_session
from tests.ui.gallery.scenes import scene

WIDTH, HEIGHT = 1010, 800
SMALL = (450, 480)


@scene("practices", WIDTH, HEIGHT)
def practices(theme: Theme) -> QWidget:
    """The list and the page of a breath."""
    return _screen(theme, "ours/slow-breathing")


@scene("practices-noted", WIDTH, 1500)
def noted(theme: Theme) -> QWidget:
    """The page of one that was often practised, with stars and one of the person's own."""
    desk = _desk()
    for number in range(16):
        felt = (Felt.LIGHTER, Felt.SAME, Felt.HEAVIER)[number % 3]
        desk.kept.add(a_session("ours/orienting", 24 * number, felt=felt, before=70, after=70 - number))
    return _screen(theme, "ours/orienting", desk)


@scene("practices-small", 450, 480)
def small(theme: Theme) -> QWidget:
    """List and page take turns: the page."""
    return _screen(theme, "ours/orienting")


@scene("practices-small-list", 450, 480)
def small_list(theme: Theme) -> QWidget:
    """List and page take turns: the list."""
    made = PracticesScreen(_desk().presenter(), theme)
    made.refresh()
    return made


@scene("practices-mirrored", WIDTH, HEIGHT)
def mirrored(theme: Theme) -> QWidget:
    """From right to left."""
    made = _screen(theme, "ours/slow-breathing")
    made.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    return made


@scene("practices-form", WIDTH, HEIGHT)
def form(theme: Theme) -> QWidget:
    """The form of a practice of one's own."""
    desk = _desk()
    return PracticeEditor(PracticeEditing(desk.practices, "ours/orienting", is_copy=True), theme)


@scene("practices-form-breath", WIDTH, HEIGHT)
def breath_form(theme: Theme) -> QWidget:
    """The same for a breath."""
    desk = _desk()
    return PracticeEditor(PracticeEditing(desk.practices, "ours/box-breathing", is_copy=True), theme)


@scene("player-circle", 450, 450)
def circle(theme: Theme) -> QWidget:
    """The circle in the middle of an out-breath."""
    made = PracticePacer(theme)
    made.show_words("Breathe out", "slowly, 4", "4")
    made.show_frame(0.4, 0.3)
    return made


@scene("player-things", 220, 220)
def things(theme: Theme) -> QWidget:
    """Where things are counted."""
    made = PracticePacer(theme)
    made.show_things(5, 3)
    made.show_frame(0.5, 0.2)
    return made


@scene("player-still", WIDTH, HEIGHT)
def still(theme: Theme) -> QWidget:
    """A breath in words alone, as where stillness is wanted."""
    return _player(theme, "slow-breathing", 6)


@scene("player-steps", WIDTH, HEIGHT)
def steps(theme: Theme) -> QWidget:
    """One step after another."""
    return _player(theme, "orienting", 20)


@scene("player-open-step", WIDTH, HEIGHT)
def open_step(theme: Theme) -> QWidget:
    """A step that lasts until the person goes on."""
    return _player(theme, "bright-taste", 2)


@scene("player-small", *SMALL)
def small_player(theme: Theme) -> QWidget:
    """In a small window."""
    made = _player(theme, "muscle-relaxation", 8)
    made.show_in_own_window(True)
    return made


@scene("player-after", WIDTH, HEIGHT)
def after(theme: Theme) -> QWidget:
    """What is asked afterwards."""
    made = _after(theme)
    made.line.put(40)
    made.answers[Felt.HEAVIER].click()
    return made


@scene("player-after-small", *SMALL)
def small_after(theme: Theme) -> QWidget:
    """The same in a small window, untouched."""
    return _after(theme)


@scene("practices-after-check-in", 860, 860)
def after_check_in(theme: Theme) -> QWidget:
    """One thing after a check-in outside the window, and the way to others."""
    return _card(theme, Zone.ABOVE)


@scene("practices-after-check-in-others", 860, 860)
def others_after_check_in(theme: Theme) -> QWidget:
    """The others, one of which was heavier lately."""
    made = _card(theme, Zone.BELOW)
    (offer,) = made.findChildren(CalmOffer)
    assert offer.other is not None
    offer.other.click()
    return made


@scene("practices-after-not-sure", 860, 860)
def after_not_sure(theme: Theme) -> QWidget:
    """Quiet links where the person is not sure."""
    return _card(theme, Zone.UNSURE)


def _card(theme: Theme, zone: Zone) -> QWidget:
    desk = PracticeDesk()
    first, second, *_others = desk.practices.suggest(zone)
    concept = Concept("ours/above-the-window", "Above the Window", "") if zone.is_outside else None
    practices = (first, second._replace(was_heavier=True))
    card = AfterCard(build_state(a_check_in(80, zone), concept, PlainDateWords(), practices), theme)
    card.setFixedWidth(theme.px(380))
    made = QWidget()
    QHBoxLayout(made).addWidget(card)
    return made


def _desk() -> PracticeDesk:
    desk = PracticeDesk()
    own = desk.practices.add("Tea on the balcony", (Step("Warm the pot"), Step("Sit outside", seconds=300)))
    desk.practices.star("ours/orienting", True)
    desk.practices.star(own.key, True)
    desk.practices.hide("ours/cool-face", True)
    return desk


def _screen(theme: Theme, key: str, desk: PracticeDesk | None = None) -> PracticesScreen:
    made = PracticesScreen((desk or _desk()).presenter(), theme)
    made.refresh()
    made.open_practice(key)
    return made


def _player(theme: Theme, name: str, at: float) -> PracticePlayerView:
    return PracticePlayerView(PracticeDesk().player(name, at=at), theme)


def _after(theme: Theme) -> PracticeAfterView:
    desk = PracticeDesk()
    begun = desk.sessions.now()
    desk.clock.pass_time(seconds=130)
    session = desk.sessions.finish(desk.practices.find("ours/slow-breathing"), begun, stopped_early=True)
    return PracticeAfterView(AfterPracticePresenter(session, desk.sessions), theme)
