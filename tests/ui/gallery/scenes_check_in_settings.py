"""The check-in in Settings: questions, own words, what there is to choose from."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from companion.domain.checkin_field import CheckInField
from companion.domain.tag import TagKind
from companion.presentation.checkin_settings import CheckInSettingsPresenter
from companion.ui.theme.theme import Theme
from companion.ui.widgets.answer_words_card import AnswerWordsCard
from companion.ui.widgets.check_in_settings import CheckInSettings
from companion.ui.widgets.page import Page
from tests.support.check_in_desk import CheckInDesk
from tests.ui.gallery.scenes import scene

LONG = "eine ganze Menge, und dann noch ein bisschen mehr als das, bis die Zeile lange nicht mehr reicht"


@scene("settings-check-in", 760, 820)
def questions(theme: Theme) -> QWidget:
    """Three are on, and two of them offer names to choose from."""
    return _card(theme, _arranged())


@scene("settings-check-in-fourth", 760, 820)
def fourth(theme: Theme) -> QWidget:
    """A fourth was to be switched on."""
    page = _card(theme, _arranged())
    card = page.findChild(CheckInSettings)
    assert card is not None
    page.show()
    card.switches[CheckInField.SAFE].switch.click()
    return page


@scene("settings-check-in-small", 640, 480)
def small(theme: Theme) -> QWidget:
    """In a small window."""
    return _card(theme, _arranged())


@scene("settings-answer-words", 760, 640)
def words(theme: Theme) -> QWidget:
    """Some have own words, long ones too."""
    return _words(theme, _arranged())


@scene("settings-answer-words-rtl", 760, 640)
def words_mirrored(theme: Theme) -> QWidget:
    """From right to left."""
    made = words(theme)
    made.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    return made


@scene("settings-answer-words-small", 400, 480)
def words_small(theme: Theme) -> QWidget:
    """In a narrow window the two fields stand below one another."""
    return _words(theme, _arranged())


@scene("settings-answer-words-locked", 760, 300)
def words_locked(theme: Theme) -> QWidget:
    """While locked none of them are shown."""
    desk = _arranged()
    desk.vault.is_locked = True
    return _words(theme, desk)


def _arranged() -> CheckInDesk:
    desk = CheckInDesk()
    desk.ask(CheckInField.PLEASANTNESS, CheckInField.ACTIVITIES, CheckInField.BODY_CUES)
    desk.setup.arrange(TagKind.BODY_CUE, ("warm", "tight", "shallow breath"))
    desk.setup.put_words("zone.above.label", "Zu viel")
    desk.setup.put_words("zone.above.words", LONG)
    desk.setup.put_words("zone.below.label", "\u05de\u05ea\u05d7\u05ea \u05dc\u05d7\u05dc\u05d5\u05df")
    return desk


def _card(theme: Theme, desk: CheckInDesk) -> Page:
    return _page(theme, CheckInSettings(CheckInSettingsPresenter(desk.setup, desk.bus), theme))


def _words(theme: Theme, desk: CheckInDesk) -> Page:
    return _page(theme, AnswerWordsCard(CheckInSettingsPresenter(desk.setup, desk.bus), theme))


def _page(theme: Theme, card: QWidget) -> Page:
    page = Page(theme, 720)
    page.add(card)
    page.finish()
    return page
