"""Nobody at the windows for a while is noticed; somebody there is too."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from companion.ui.platform.idle_watch import IdleWatch
from tests.support.clock import FakeClock

PATIENCE = timedelta(minutes=5)


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def watch(clock: FakeClock, window: QWidget) -> Iterator[IdleWatch]:
    made = IdleWatch(clock)
    made.start(PATIENCE)
    yield made
    made.stop()


def is_said(watch: IdleWatch) -> bool:
    said: list[bool] = []
    watch.went_idle.connect(lambda: said.append(True))
    watch.look()
    return bool(said)


def test_before_its_time_nothing_is_said(watch: IdleWatch, clock: FakeClock) -> None:
    clock.pass_time(minutes=4, seconds=59)
    assert not is_said(watch)


def test_after_it_it_is_said_and_the_time_begins_anew(watch: IdleWatch, clock: FakeClock) -> None:
    clock.pass_time(minutes=5)
    assert is_said(watch)
    assert not is_said(watch)
    clock.pass_time(minutes=5)
    assert is_said(watch)


def test_it_rings_by_itself(clock: FakeClock, window: QWidget, qtbot: QtBot) -> None:
    watch = IdleWatch(clock)
    with qtbot.waitSignal(watch.went_idle):
        watch.start(timedelta(milliseconds=1))
        clock.pass_time(seconds=1)
    watch.stop()


@pytest.mark.parametrize("touch", ["key", "click", "move"])
def test_a_touch_counts(touch: str, watch: IdleWatch, clock: FakeClock, window: QWidget) -> None:
    clock.pass_time(minutes=4)
    native = window.windowHandle()
    if touch == "key":
        QTest.keyClick(native, Qt.Key.Key_A)
    elif touch == "click":
        QTest.mouseClick(native, Qt.MouseButton.LeftButton)
    else:
        QTest.mouseMove(native, QPoint(5, 5))
    clock.pass_time(minutes=4)
    assert not is_said(watch)


def test_a_window_that_comes_later_counts_too(watch: IdleWatch, clock: FakeClock, qtbot: QtBot) -> None:
    later = QWidget()
    qtbot.addWidget(later)
    later.show()
    later.activateWindow()
    qtbot.waitUntil(later.isActiveWindow)
    clock.pass_time(minutes=4)
    QTest.keyClick(later.windowHandle(), Qt.Key.Key_A)
    clock.pass_time(minutes=4)
    assert not is_said(watch)


def test_what_the_computer_slept_through_counts(watch: IdleWatch, clock: FakeClock) -> None:
    clock.pass_time(hours=8)
    watch.start(PATIENCE)
    assert not is_said(watch)  # it was said by `start` already, and only once


def test_the_same_patience_again_does_not_begin_anew(watch: IdleWatch, clock: FakeClock) -> None:
    clock.pass_time(minutes=4)
    watch.start(PATIENCE)
    clock.pass_time(minutes=1)
    assert is_said(watch)


def test_another_patience_begins_anew(watch: IdleWatch, clock: FakeClock) -> None:
    clock.pass_time(minutes=4)
    watch.start(timedelta(minutes=3))
    assert not is_said(watch)
    clock.pass_time(minutes=3)
    assert is_said(watch)


def test_a_clock_that_was_set_back_delays_by_no_more_than_the_patience(watch: IdleWatch, clock: FakeClock) -> None:
    clock.pass_time(hours=-3)
    assert not is_said(watch)
    clock.pass_time(minutes=5)
    assert is_said(watch)


def test_stopped_it_hears_nothing(watch: IdleWatch, clock: FakeClock, window: QWidget) -> None:
    watch.stop()
    assert not watch.is_watching
    clock.pass_time(hours=1)
    assert not is_said(watch)


def test_windows_that_are_gone_do_no_harm(watch: IdleWatch, qtbot: QtBot) -> None:
    gone = QWidget()
    gone.show()
    gone.activateWindow()
    qtbot.waitUntil(gone.isActiveWindow)
    gone.close()
    gone.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    watch.stop()
    assert not watch.is_watching
