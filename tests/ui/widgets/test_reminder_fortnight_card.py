"""The fourteen days are a picture, and the same in words."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from companion.presentation.reminders_fortnight import FortnightState
from companion.presentation.reminders_stillness import quiet_from
from companion.ui.theme.theme import Theme
from companion.ui.widgets.reminder_fortnight_card import ReminderFortnightCard
from tests.presentation.test_reminders_fortnight import built, known, surprise

STATE = built(surprise("2026-11-23T09:00", "2026-11-23T12:00"), known("2026-11-24T18:00"), quiet=quiet_from(0, 360))


@pytest.fixture
def card(theme: Theme, qtbot: QtBot) -> ReminderFortnightCard:
    made = ReminderFortnightCard(theme)
    qtbot.addWidget(made)
    made.resize(800, 400)
    made.show()
    made.show_state(STATE)
    return made


def colours(card: ReminderFortnightCard, row: int) -> set[str]:
    """Those that stand in the middle of a day's line; the first line is that of the hours."""
    picture: QImage = card.picture.grab().toImage()
    y = round((row + 1.5) * picture.height() / 15)
    return {QColor(picture.pixel(x, y)).name() for x in range(picture.width())}


def test_readers_hear_every_day(card: ReminderFortnightCard) -> None:
    assert card.picture.accessibleName() == "The next fourteen days"
    assert card.picture.accessibleDescription().splitlines()[1] == "Mon, 2026-11-23: 1 between 09:00 and 12:00"


def test_it_can_be_read_instead(card: ReminderFortnightCard) -> None:
    card.read.click()
    assert card.words.isVisible()
    assert not card.picture.isVisible()
    assert card.words.text() == STATE.in_words
    assert card.read.text() == "As a picture"
    card.read.click()
    assert card.picture.isVisible()


def test_a_known_time_is_drawn_in_the_accent_and_a_surprise_is_not_a_point(
    card: ReminderFortnightCard, theme: Theme
) -> None:
    accent, quiet = theme.color("accent").name(), theme.color("line").name()
    assert accent in colours(card, 2)
    assert accent not in colours(card, 1)
    assert quiet in colours(card, 0)


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_time_runs_from_left_to_right_in_every_language(
    card: ReminderFortnightCard, theme: Theme, direction: Qt.LayoutDirection
) -> None:
    """In the evening is on the right of the middle of the day."""
    card.picture.setLayoutDirection(direction)
    picture = card.picture.grab().toImage()
    y = round(3.5 * picture.height() / 15)
    accent = theme.color("accent").name()
    places = [x for x in range(picture.width()) if QColor(picture.pixel(x, y)).name() == accent]
    assert places
    assert sum(places) / len(places) > picture.width() / 2


def test_without_quiet_hours_and_surprises_there_is_no_note(card: ReminderFortnightCard) -> None:
    empty: FortnightState = built(known("2026-11-24T18:00"))
    card.show_state(empty)
    assert empty.note == ""
    assert card.words.text() == empty.in_words


def test_words_say_nothing_of_bars(card: ReminderFortnightCard) -> None:
    def said() -> list[str]:
        return [found.text() for found in card.findChildren(QLabel) if found.isVisible()]

    assert STATE.note in said()
    card.read.click()
    assert STATE.when_quiet in said()
    assert not any("bar" in words for words in said())
