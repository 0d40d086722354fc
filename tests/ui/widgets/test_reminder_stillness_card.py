"""Quiet hours and what reminders wait for are changed at once, each by its own field or switch."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from companion.application.errors import Trouble, UserError
from companion.domain.quiet_hours import NO_QUIET_HOURS, QuietHours
from companion.domain.reminder import DayRange, TimeRange
from companion.presentation.reminders_stillness import StillnessPresenter, quiet_from
from companion.ui.theme.theme import Theme
from companion.ui.widgets.reminder_stillness_card import ReminderStillnessCard
from tests.support.shell_desk import ShellDesk


@pytest.fixture
def desk(tmp_path: Path, theme: Theme) -> ShellDesk:
    return ShellDesk(tmp_path, theme)


@pytest.fixture
def card(desk: ShellDesk, theme: Theme, qtbot: QtBot) -> Iterator[ReminderStillnessCard]:
    presenter = StillnessPresenter(desk.reminders, desk.preferences, desk.words)
    made = ReminderStillnessCard(presenter, theme)
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    yield made
    made.close()


def texts(card: ReminderStillnessCard) -> list[str]:
    return [found.text() for found in card.findChildren(QLabel) if found.isVisible()]


def test_quiet_hours_are_off_until_the_person_says_so(card: ReminderStillnessCard, desk: ShellDesk) -> None:
    assert not card.quiet.is_on
    assert not card.start.isVisible()
    assert desk.reminders.quiet_hours() == NO_QUIET_HOURS


def test_switched_on_they_begin_as_a_night_that_can_be_changed(card: ReminderStillnessCard, desk: ShellDesk) -> None:
    card.quiet.switch.click()
    assert desk.reminders.quiet_hours() == quiet_from(22 * 60, 8 * 60)
    assert card.start.isVisible()
    card.start.setFocus()
    card.start.put(23 * 60)
    QTest.keyClick(card.start, Qt.Key.Key_Return)
    assert desk.reminders.quiet_hours() == quiet_from(23 * 60, 8 * 60)
    card.quiet.switch.click()
    assert desk.reminders.quiet_hours() == NO_QUIET_HOURS


def test_others_are_said_and_can_be_switched_off(card: ReminderStillnessCard, desk: ShellDesk) -> None:
    desk.reminders.keep_quiet(QuietHours((DayRange(TimeRange(0, 480), frozenset({5})),)))
    card.refresh()
    assert "Now quiet: 00:00 to 08:00, Sat." in texts(card)
    assert not card.start.isVisible()
    card.quiet.switch.click()
    assert desk.reminders.quiet_hours() == NO_QUIET_HOURS


def test_each_switch_is_kept(card: ReminderStillnessCard, desk: ShellDesk) -> None:
    for setting, row in card.waits.items():
        row.switch.click()
        assert not getattr(desk.preferences.settings, setting)
    card.discreet.switch.click()
    assert desk.preferences.settings.discreet_reminders


def test_what_could_not_be_kept_is_said_and_the_truth_is_shown(card: ReminderStillnessCard, desk: ShellDesk) -> None:
    desk.settings_store.trouble = UserError(Trouble.FILE_UNWRITABLE)
    row = card.waits["waits_while_typing"]
    row.switch.click()
    assert row.is_on
    assert any("could not be written" in text for text in texts(card))


def test_while_locked_it_is_not_there(card: ReminderStillnessCard, desk: ShellDesk) -> None:
    desk.vault.lock()
    card.refresh()
    assert card.isHidden()
