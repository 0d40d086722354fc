"""The card that says how this computer is set up."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from companion.application.desktop_abilities import Ability
from companion.presentation.desktop_check import DesktopCheckPresenter, Told
from companion.ui.theme.theme import Theme
from companion.ui.widgets.desktop_check_card import DesktopCheckCard
from tests.support.desktop_setup import ALL_THERE, LITTLE_THERE, FakeAutostart, FakeProbe
from tests.support.desktop_state import FakeDesktopState
from tests.support.worker import FakeWorker


class Desk:
    """The card and everything around it."""

    def __init__(self, theme: Theme) -> None:
        self.theme = theme
        self.probe = FakeProbe(ALL_THERE)
        self.autostart = FakeAutostart()
        self.worker = FakeWorker()
        self.presenter = DesktopCheckPresenter(FakeDesktopState(), self.probe, self.autostart, self.worker)
        self.card = DesktopCheckCard(self.presenter, theme)

    def texts(self) -> list[str]:
        """Everything that can be read."""
        return [shown.text() for shown in self.card.findChildren(QLabel) if shown.isVisibleTo(self.card)]


@pytest.fixture
def desk(qtbot: QtBot, theme: Theme) -> Iterator[Desk]:
    made = Desk(theme)
    qtbot.addWidget(made.card)
    yield made
    made.card.close()


def shown(desk: Desk) -> None:
    desk.card.show()
    desk.worker.work()


def test_it_looks_when_it_is_seen_and_sums_up_in_a_line(desk: Desk) -> None:
    assert desk.probe.said == []
    shown(desk)
    assert len(desk.probe.said) == 1
    assert "This desktop can do everything that reminders make use of." in desk.texts()
    assert desk.card.details.isHidden()


def test_each_thing_is_shown_on_request_with_mark_words_and_meaning(desk: Desk) -> None:
    desk.probe.found = LITTLE_THERE
    shown(desk)
    desk.card.unfold.click()
    texts = desk.texts()
    assert texts.count("✓ works here") == 1
    assert texts.count("– not here") == 6
    assert texts.count("? not known") == 0
    assert any("Minimise the window instead" in text for text in texts)
    desk.card.unfold.click()
    assert desk.card.details.isHidden()


def test_a_test_is_asked_for_by_its_row_with_keys_alone(desk: Desk, qtbot: QtBot) -> None:
    shown(desk)
    desk.card.unfold.click()
    row = desk.card.rows[Ability.IDLE]
    with qtbot.waitSignal(desk.card.trial_wanted) as wanted:
        QTest.keyClick(row.test, Qt.Key.Key_Space)
    assert wanted.args == [Ability.IDLE]


def test_what_is_missing_offers_no_test(desk: Desk) -> None:
    desk.probe.found = LITTLE_THERE
    shown(desk)
    desk.card.unfold.click()
    offered = {ability for ability, row in desk.card.rows.items() if row.test.isVisibleTo(desk.card)}
    assert offered == {Ability.IDLE}


def test_what_a_test_tells_is_read_on_its_row(desk: Desk) -> None:
    shown(desk)
    desk.card.unfold.click()
    desk.presenter.tell(Ability.SLEEP, Told.NOTICED)
    assert desk.card.rows[Ability.SLEEP].news.text() == "Noticed: the computer woke up."
    assert desk.card.rows[Ability.TRAY].news.isHidden()


def test_the_switch_for_the_log_in_does_what_it_says(desk: Desk) -> None:
    shown(desk)
    desk.card.login.switch.click()
    assert desk.autostart.is_on() is True
    assert desk.card.login.is_on


def test_a_switch_that_cannot_be_turned_goes_back_and_says_why(desk: Desk) -> None:
    desk.autostart.is_refusing = True
    shown(desk)
    desk.card.login.switch.click()
    assert not desk.card.login.is_on
    assert any("companion.desktop" in text for text in desk.texts())


def test_where_it_cannot_be_switched_the_desktops_own_settings_are_named(desk: Desk) -> None:
    desk.autostart = FakeAutostart(None)
    desk.card = DesktopCheckCard(
        DesktopCheckPresenter(FakeDesktopState(), desk.probe, desk.autostart, desk.worker), desk.theme
    )
    shown(desk)
    assert desk.card.login.isHidden()
    assert any("companion --hidden" in text for text in desk.texts())
    desk.card.close()


def test_the_command_for_a_key_of_ones_own_is_there_to_copy(desk: Desk) -> None:
    shown(desk)
    desk.card.unfold.click()
    assert "companion check-in" in desk.texts()
