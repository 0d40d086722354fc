"""The check-in: Today's panel in its states, the popup, and the card after saving."""

from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from companion.domain.checkin_field import CheckInField
from companion.domain.concept import Concept
from companion.domain.draft import Draft
from companion.domain.tag import TagKind
from companion.domain.zone import Zone
from companion.presentation.after_check_in import AfterCheckInPresenter
from companion.presentation.checkin_form import Filled, Place
from companion.presentation.translation import _
from companion.presentation.zones import use_own_words
from companion.ui.screens.checkin_popup import CheckInPopup
from companion.ui.theme.theme import Theme
from companion.ui.widgets.card import Card
from companion.ui.widgets.check_in_panel import CheckInPanel
from companion.ui.widgets.page import Page
from tests.support.builders import a_moment
from tests.support.check_in_desk import CheckInDesk
from tests.support.date_words import PlainDateWords
from tests.support.practice_desk import PracticeDesk
from tests.ui.gallery.scenes import scene


@scene("check-in-today-empty", 540, 640)
def today_empty(theme: Theme) -> QWidget:
    return _today(theme, Filled())


@scene("check-in-today-filled", 540, 640)
def today_filled(theme: Theme) -> QWidget:
    return _today(theme, Filled(62, Zone.INSIDE))


@scene("check-in-today-more", 540, 860)
def today_more(theme: Theme) -> QWidget:
    return _today(theme, Filled(62, Zone.ABOVE, _("A note of my own"), a_moment(3).local.replace(tzinfo=None)))


@scene("check-in-today-refused", 540, 680)
def today_refused(theme: Theme) -> QWidget:
    panel, host = _panel(theme, CheckInDesk())
    host.show()
    panel.submit()
    return host


@scene("check-in-today-offer", 540, 680)
def today_offer(theme: Theme) -> QWidget:
    desk = CheckInDesk()
    desk.vault.drafts.draft = Draft(a_moment(hours_ago=2), arousal=70)
    return _panel(theme, desk)[1]


@scene("check-in-today-saved", 540, 200)
def today_saved(theme: Theme) -> QWidget:
    panel, host = _panel(theme, CheckInDesk())
    host.show()
    panel.form.put(Filled(62, Zone.INSIDE))
    panel.submit()
    return host


@scene("check-in-popup", 420, 510)
def popup(theme: Theme) -> QWidget:
    return _popup(theme, Filled(85, Zone.ABOVE))


@scene("check-in-popup-more", 420, 680)
def popup_more(theme: Theme) -> QWidget:
    return _popup(theme, Filled(20, Zone.BELOW, _("A note of my own")))


RATINGS = (CheckInField.PLEASANTNESS, CheckInField.SAFE, CheckInField.CONNECTED)
AROUND = (CheckInField.PEOPLE, CheckInField.PLACES, CheckInField.ACTIVITIES)
NIGHT = (CheckInField.BODY_CUES, CheckInField.SLEEP)


@scene("check-in-today-ratings", 540, 1150)
def today_ratings(theme: Theme) -> QWidget:
    """Three short lines, one of them answered with the lowest value, two without answer."""
    return _asked(theme, RATINGS, Filled(62, Zone.INSIDE, pleasantness=70, safe=0))


@scene("check-in-today-around", 540, 1250)
def today_around(theme: Theme) -> QWidget:
    """With whom, where, doing what, and names as people write them."""
    filled = Filled(
        30,
        Zone.BELOW,
        "Ein Satz, der über mehrere Zeilen geht, weil heute viel zu sagen war und nichts davon kurz ist.",
        people=("Anna & Zoë",),
        places=("the garden behind my grandmother's house in the village by the sea",),
        tags=("night shift", "\N{RAINBOW}", "\u05dc\u05d9\u05dc\u05d4 \u05e7\u05e9\u05d4"),
    )
    return _asked(theme, AROUND, filled)


@scene("check-in-today-night", 540, 1150)
def today_night(theme: Theme) -> QWidget:
    """What the body tells, and the night."""
    filled = Filled(50, Zone.UNSURE, body_cues=("warm",), sleep=40, slept=timedelta(hours=6, minutes=30))
    return _asked(theme, NIGHT, filled)


@scene("check-in-today-night-rtl", 540, 1150)
def today_night_mirrored(theme: Theme) -> QWidget:
    """The same from right to left."""
    made = today_night(theme)
    made.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    return made


OWN_WORDS = {
    "zone.above.label": "Zu viel & zu laut",
    "zone.above.words": "wie ein Kessel kurz vor dem Pfeifen, und alle reden gleichzeitig auf mich ein, ohne Ende",
    "zone.inside.label": "\N{SEEDLING} ruhig genug",
    "zone.below.label": "\u05de\u05ea\u05d7\u05ea \u05dc\u05d7\u05dc\u05d5\u05df",
    "zone.below.words": "\u05db\u05de\u05d5 \u05de\u05ea\u05d7\u05ea (\u05d5\u05e8\u05d7\u05d5\u05e7)",
    "zone.mixed.label": "Donaudampfschifffahrtsgesellschaftskapitän",
}


@scene("check-in-popup-own-words", 420, 620)
def popup_own_words(theme: Theme) -> QWidget:
    """The person's own words, long, mixed, and from right to left."""
    use_own_words(OWN_WORDS)
    made = _popup(theme, Filled(85, Zone.ABOVE))
    use_own_words({})
    for row in made.panel.form.answers.rows:
        row.setProperty("personal", True)
    return made


@scene("check-in-popup-own-words-rtl", 420, 620)
def popup_own_words_mirrored(theme: Theme) -> QWidget:
    """The same from right to left."""
    made = popup_own_words(theme)
    made.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    return made


@scene("check-in-popup-asked", 420, 900)
def popup_asked(theme: Theme) -> QWidget:
    """The popup with three questions unfolded."""
    filled = Filled(20, Zone.BELOW, _("A note of my own"), people=("Anna & Zoë",))
    return _popup(theme, filled, _arranged(AROUND))


@scene("check-in-popup-asked-small", 420, 430)
def popup_asked_small(theme: Theme) -> QWidget:
    """The same on a small screen: it scrolls, and the buttons stay."""
    made = popup_asked(theme)
    made.setMaximumHeight(430)
    return made


@scene("check-in-card-inside", 420, 340)
def card_inside(theme: Theme) -> QWidget:
    return _saved(_popup(theme, Filled(50, Zone.INSIDE)))


@scene("check-in-card-outside", 420, 320)
def card_outside(theme: Theme) -> QWidget:
    return _saved(_popup(theme, Filled(90, Zone.ABOVE)))


def _arranged(fields: tuple[CheckInField, ...]) -> CheckInDesk:
    desk = CheckInDesk()
    desk.ask(*fields)
    desk.vault.tags.used = {TagKind.PERSON: ["Anna & Zoë", "Bartholomew"], TagKind.PLACE: ["home"]}
    desk.setup.arrange(TagKind.BODY_CUE, ("warm", "tight", "shallow breath", "heavy"))
    return desk


def _asked(theme: Theme, fields: tuple[CheckInField, ...], filled: Filled) -> QWidget:
    panel, host = _panel(theme, _arranged(fields))
    host.show()
    panel.form.put(filled)
    panel.form.unfold(True)
    return host


def _today(theme: Theme, filled: Filled) -> QWidget:
    panel, host = _panel(theme, CheckInDesk())
    host.show()
    panel.form.put(filled)
    return host


def _panel(theme: Theme, desk: CheckInDesk) -> tuple[CheckInPanel, QWidget]:
    panel = CheckInPanel(desk.presenter(), theme, Place.TODAY)
    card = Card()
    card.body.addWidget(panel)
    page = Page(theme)
    page.add(card)
    page.finish()
    return panel, page


def _popup(theme: Theme, filled: Filled, desk: CheckInDesk | None = None) -> CheckInPopup:
    concept = Concept(
        "ours/above-the-window" if filled.zone is Zone.ABOVE else "ours/window",
        _("Window of Tolerance"),
        "word " * 600,
        summary=_("The span in which feeling and thinking meet."),
    )
    after = AfterCheckInPresenter(lambda zone: concept, PlainDateWords(), PracticeDesk().practices.suggest)
    made = CheckInPopup((desk or CheckInDesk()).presenter(Place.POPUP), after, theme)
    made.show_asked()
    made.setFixedWidth(made.width())  # its own, and not that of the scene: it grows with the text
    made.panel.form.put(filled)
    return made


def _saved(popup: CheckInPopup) -> CheckInPopup:
    popup.panel.submit()
    return popup
