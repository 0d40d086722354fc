"""The card of the window: nothing changes until it is kept, and what is shown is so."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from companion.application.errors import Trouble, UserError
from companion.domain.window import STARTING_GUESS, WindowSource
from companion.presentation.window import WindowPresenter
from companion.ui.theme.theme import Theme
from companion.ui.widgets.window_card import WindowCard
from tests.application.test_window import WindowDesk
from tests.support.date_words import PlainDateWords


@pytest.fixture
def desk(tmp_path: Path) -> WindowDesk:
    return WindowDesk(tmp_path)


@pytest.fixture
def card(desk: WindowDesk, theme: Theme, qtbot: QtBot) -> Iterator[WindowCard]:
    made = WindowCard(WindowPresenter(desk.service, PlainDateWords(), desk.bus), theme)
    qtbot.addWidget(made)
    made.resize(700, 600)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    yield made
    made.close()


def shown(card: WindowCard) -> tuple[int, int]:
    return card.fields.lower_end.value(), card.fields.upper_end.value()


def texts(card: WindowCard) -> str:
    return "\n".join(found.text() for found in card.findChildren(QLabel) if found.isVisible())


def test_line_and_numbers_are_the_same_two_ends(card: WindowCard) -> None:
    card.line.lower_end.setValue(41)
    card.fields.upper_end.setValue(66)

    assert shown(card) == (41, 66)
    assert (card.line.lower_end.value(), card.line.upper_end.value()) == (41, 66)


def test_a_number_can_be_typed(card: WindowCard) -> None:
    card.fields.upper_end.setFocus()
    card.fields.upper_end.selectAll()
    QTest.keyClicks(card.fields.upper_end, "82")

    assert shown(card) == (30, 82)


def test_moving_changes_nothing_until_it_is_kept(card: WindowCard, desk: WindowDesk) -> None:
    assert not card.keep.isVisible()
    card.line.upper_end.setValue(64)
    card.line.upper_end.setValue(66)
    assert desk.versions() == [STARTING_GUESS]
    assert card.keep.isVisible()

    card.keep.click()

    assert [(window.lower, window.upper, window.source) for window in desk.versions()[1:]] == [
        (30, 66, WindowSource.OWN)
    ]
    assert "This is your window from now on" in texts(card)
    assert not card.keep.isVisible()
    assert QApplication.focusWidget() is card.line.upper_end


def test_ends_that_were_moved_can_be_left_as_they_were(card: WindowCard, desk: WindowDesk) -> None:
    card.line.upper_end.setValue(64)
    card.leave.click()

    assert shown(card) == (30, 70)
    assert desk.versions() == [STARTING_GUESS]
    assert not card.leave.isVisible()


def test_back_to_the_guess_is_offered_where_it_does_not_hold(card: WindowCard, desk: WindowDesk) -> None:
    assert not card.back.isVisible()
    desk.service.set_own(35, 62)
    assert card.back.isVisible()

    card.back.click()

    assert shown(card) == (30, 70)
    assert "The starting guess holds from now on" in texts(card)
    assert not card.back.isVisible()


def test_what_is_being_moved_stays_when_there_is_news(card: WindowCard, desk: WindowDesk) -> None:
    card.line.upper_end.setValue(64)
    desk.service.set_own(40, 80)

    assert shown(card) == (30, 64)
    card.leave.click()
    assert shown(card) == (40, 80)


def test_a_window_learned_meanwhile_is_shown(card: WindowCard, desk: WindowDesk) -> None:
    desk.note_until("2026-11-22T03:00:00")
    learned = desk.service.learn()

    assert learned is not None
    assert shown(card) == (learned.lower, learned.upper)
    assert "An estimate, learned from 120 of your answers" in texts(card)


def test_while_it_is_not_seen_it_does_not_look(
    card: WindowCard, desk: WindowDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    card.hide()
    with monkeypatch.context() as unseen:
        unseen.setattr(desk.service, "look", lambda: pytest.fail("it looked"))
        desk.service.set_own(35, 62)

    card.show()

    assert shown(card) == (35, 62)


def test_the_history_is_folded_until_it_is_wanted(card: WindowCard, desk: WindowDesk) -> None:
    assert not card.history_link.isVisible()
    desk.service.set_own(35, 62)
    assert "at first: 30 to 70" not in texts(card)

    card.history_link.click()
    assert "at first: 30 to 70, the starting guess" in texts(card)
    card.history_link.click()
    assert "at first: 30 to 70" not in texts(card)


def test_what_could_not_be_kept_is_said_and_stays_to_be_kept(
    card: WindowCard, desk: WindowDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    card.line.upper_end.setValue(64)

    def is_full() -> None:
        raise UserError(Trouble.DISK_FULL)

    monkeypatch.setattr(desk.vault, "writing", is_full)
    card.keep.click()

    assert "The disk is full" in texts(card)
    assert shown(card) == (30, 64)
    assert card.keep.isVisible()


def test_while_locked_nothing_of_it_is_there(card: WindowCard, desk: WindowDesk) -> None:
    desk.vault.lock()
    card.refresh()

    assert "Your notebook is locked" in texts(card)
    assert not card.line.isVisible()
    assert not card.fields.isVisible()


def test_everything_can_be_reached_by_keyboard(card: WindowCard) -> None:
    card.line.upper_end.setFocus()
    QTest.keyClick(card.line.upper_end, Qt.Key.Key_Up)
    reached = []
    for _step in range(6):
        focused = QApplication.focusWidget()
        reached.append(focused)
        assert focused is not None
        QTest.keyClick(focused, Qt.Key.Key_Tab)

    ends = (card.line.upper_end, card.line.lower_end, card.fields.upper_end, card.fields.lower_end)
    assert reached == [*ends, card.keep, card.leave]


def test_where_there_is_little_room_the_words_go_below_the_line(card: WindowCard, qtbot: QtBot) -> None:
    def is_below() -> bool:
        line, fields = (part.mapTo(card, part.rect().bottomLeft()) for part in (card.line, card.fields))
        return fields.y() > line.y()

    assert not is_below()
    card.resize(300, 900)
    qtbot.waitUntil(is_below)
    card.resize(700, 600)
    qtbot.waitUntil(lambda: not is_below())
