"""After a practice: all of it is optional, and what was noted is kept."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from companion.domain.practice_session import Felt, PracticeSession
from companion.presentation.practice_after import AfterPracticePresenter
from companion.ui.theme.theme import Theme
from companion.ui.widgets.practice_after import PracticeAfterView
from tests.support.practice_desk import PracticeDesk


@pytest.fixture
def desk() -> PracticeDesk:
    return PracticeDesk()


@pytest.fixture
def view(desk: PracticeDesk, theme: Theme, qtbot: QtBot) -> Iterator[PracticeAfterView]:
    session = desk.sessions.finish(desk.practices.find("ours/orienting"), desk.sessions.now())
    made = PracticeAfterView(AfterPracticePresenter(session, desk.sessions), theme)
    qtbot.addWidget(made)
    made.resize(600, 600)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.begin()
    yield made
    made.close()


def kept(desk: PracticeDesk) -> PracticeSession:
    (session,) = desk.all_sessions()
    return session


def test_nothing_is_chosen_first_and_nothing_has_to_be(
    view: PracticeAfterView, desk: PracticeDesk, qtbot: QtBot
) -> None:
    assert (view.line.value, view.felt) == (None, None)
    with qtbot.waitSignal(view.left):
        view.done.click()
    assert (kept(desk).after, kept(desk).felt) == (None, None)


def test_by_the_keyboard_zero_and_an_answer_are_kept(view: PracticeAfterView, desk: PracticeDesk) -> None:
    view.line.line.setFocus()
    QTest.keyClicks(view.line.line, "0")
    view.answers[Felt.HEAVIER].setFocus()
    QTest.keyClick(view.answers[Felt.HEAVIER], Qt.Key.Key_Space)
    QTest.keyClick(view.answers[Felt.HEAVIER], Qt.Key.Key_Escape)
    assert (kept(desk).after, kept(desk).felt) == (0, Felt.HEAVIER)


def test_one_answer_at_a_time_and_the_same_again_takes_it_back(view: PracticeAfterView) -> None:
    view.answers[Felt.LIGHTER].click()
    view.answers[Felt.SAME].click()
    assert view.felt is Felt.SAME
    view.answers[Felt.SAME].click()
    assert view.felt is None


def test_where_it_cannot_be_kept_it_stays_and_says_so(view: PracticeAfterView, desk: PracticeDesk) -> None:
    said: list[int] = []
    view.left.connect(lambda: said.append(1))
    view.answers[Felt.SAME].click()
    desk.is_full = True
    view.done.click()
    assert (said, bool(view.trouble)) == ([], True)
    desk.is_full = False
    view.done.click()
    assert (said, view.trouble) == ([1], "")
