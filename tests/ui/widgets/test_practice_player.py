"""The player: pause, tempo, grounding, stopping, stillness; by mouse, keys and for screen readers."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from companion.application.settings import Look
from companion.ui.theme.theme import Theme
from companion.ui.widgets import practice_player
from companion.ui.widgets.practice_player import FRAME_MS, PracticePlayerView
from tests.support.practice_desk import PracticeDesk

MakeView = Callable[..., PracticePlayerView]


@pytest.fixture
def desk() -> PracticeDesk:
    return PracticeDesk()


@pytest.fixture
def new_view(desk: PracticeDesk, theme: Theme, qtbot: QtBot) -> Iterator[MakeView]:
    made: list[PracticePlayerView] = []

    def make(name: str = "slow-breathing", **more: float) -> PracticePlayerView:
        view = PracticePlayerView(desk.player(name, **more), theme)  # type: ignore[arg-type]
        qtbot.addWidget(view)
        view.resize(700, 700)
        view.show()
        view.activateWindow()
        qtbot.waitUntil(view.isActiveWindow)
        view.begin()
        made.append(view)
        return view

    yield make
    for view in made:
        view.end()
        view.close()


def words_on(view: PracticePlayerView) -> list[str]:
    return [label.text() for label in view.findChildren(QLabel) if label.isVisible()]


def test_it_shows_thirty_pictures_a_second_while_the_breath_moves(new_view: MakeView) -> None:
    view = new_view(at=1)
    assert view.is_ticking
    assert view._timer.interval() <= FRAME_MS


def test_while_nothing_moves_it_waits_for_the_next_words(new_view: MakeView) -> None:
    view = new_view("box-breathing", at=4.25)
    assert 700 <= view._timer.interval() <= 760


def test_where_stillness_is_wanted_it_is_words_alone(new_view: MakeView, theme: Theme) -> None:
    theme.apply(Look.LIGHT, reduce_motion=True)
    view = new_view(at=1.5)
    assert not view.pacer.isVisible()
    assert {"Breathe in", "gently, 3"} <= set(words_on(view))
    assert view._timer.interval() > FRAME_MS


def test_words_alone_can_be_chosen(new_view: MakeView) -> None:
    view = new_view()
    view.words_only.click()
    assert not view.pacer.isVisible()
    assert "Breathe in" in words_on(view)
    view.words_only.click()
    assert view.pacer.isVisible()


def test_unseen_it_goes_on_without_pictures(new_view: MakeView, desk: PracticeDesk) -> None:
    view = new_view(at=0.5)
    view.hide()
    assert view.is_ticking
    assert view._timer.interval() > FRAME_MS
    desk.pass_time(180)
    view.refresh()
    assert [session.stopped_early for session in desk.all_sessions()] == [False]


def test_space_pauses_and_goes_on(new_view: MakeView) -> None:
    view = new_view()
    assert view.pause.hasFocus()
    QTest.keyClick(view.pause, Qt.Key.Key_Space)
    assert (view.pause.text(), view.is_ticking) == ("Go on", False)
    QTest.keyClick(view.pause, Qt.Key.Key_Space)
    assert (view.pause.text(), view.is_ticking) == ("Pause", True)


def test_escape_stops_and_nobody_asks_why(new_view: MakeView, desk: PracticeDesk, qtbot: QtBot) -> None:
    view = new_view(at=20)
    with qtbot.waitSignal(view.ended):
        QTest.keyClick(view.pause, Qt.Key.Key_Escape)
    assert [session.stopped_early for session in desk.all_sessions()] == [True]
    assert not view.is_ticking


def test_plus_and_minus_change_the_tempo(new_view: MakeView) -> None:
    view = new_view()
    for _ in range(9):
        QTest.keyClicks(view.pause, "-")
    assert not view.slower.isEnabled()
    QTest.keyClicks(view.pause, "+")
    assert view.slower.isEnabled()


def test_right_goes_on_to_the_next_step(new_view: MakeView) -> None:
    view = new_view("orienting")
    assert "Let your head turn slowly" in words_on(view)
    QTest.keyClick(view.pause, Qt.Key.Key_Right)
    assert "Rest on one thing" in words_on(view)


def test_a_breath_has_no_next(new_view: MakeView) -> None:
    assert not new_view().next.isVisible()


def test_grounding_ends_it_and_asks_for_the_other(new_view: MakeView, desk: PracticeDesk, qtbot: QtBot) -> None:
    view = new_view(at=30)
    with qtbot.waitSignal(view.grounding_wanted):
        view.ground.click()
    assert len(desk.all_sessions()) == 1


def test_when_it_is_over_it_says_so_once(new_view: MakeView, desk: PracticeDesk) -> None:
    view = new_view("orienting")
    said: list[int] = []
    view.ended.connect(lambda: said.append(1))
    desk.pass_time(80)
    view.refresh()
    view.refresh()
    assert said == [1]
    assert len(desk.all_sessions()) == 1


def test_each_step_is_said_politely_and_once(
    new_view: MakeView, desk: PracticeDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr(practice_player, "announce", lambda _widget, words: said.append(words))
    view = new_view()
    for _ in range(20):
        desk.pass_time(0.6)
        view.refresh()
    assert said == ["Breathe in, gently", "Breathe out, slowly", "Breathe in, gently"]


def test_in_a_small_window_what_is_needed_stays_in_reach(new_view: MakeView) -> None:
    view = new_view()
    view.resize(320, 330)
    view.show_in_own_window(True)
    assert not view.slower.isVisible()
    for button in (view.pause, view.ground, view.stop, view.own_window):
        assert button.isVisible()
    assert view.own_window.text() == "Back to the main window"


def test_on_top_is_wanted_and_taken_back_and_says_which(new_view: MakeView) -> None:
    view, said = new_view(), list[bool]()
    view.on_top_wanted.connect(said.append)
    view.show_in_own_window(True)
    view.on_top.click()
    assert view.on_top.text() == "No longer on top"
    view.on_top.click()
    assert (said, view.on_top.text()) == ([True, False], "Keep on top")
