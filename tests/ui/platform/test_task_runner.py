"""One worker beside the GUI thread."""

from collections.abc import Iterator
from threading import Event, get_ident

import pytest
from pytestqt.qtbot import QtBot

from companion.ui.platform.main_thread import MainThread
from companion.ui.platform.task_runner import ThreadTaskRunner


@pytest.fixture
def runner(qtbot: QtBot) -> Iterator[ThreadTaskRunner]:
    """A task runner that is stopped afterwards."""
    made = ThreadTaskRunner(MainThread())
    yield made
    made.stop()


def test_work_runs_beside_and_its_result_comes_back_to_the_gui_thread(runner: ThreadTaskRunner, qtbot: QtBot) -> None:
    came: list[tuple[object, int]] = []
    runner.run(get_ident, lambda result: came.append((result, get_ident())))
    qtbot.waitUntil(lambda: len(came) == 1)
    worker, here = came[0]
    assert here == get_ident()
    assert worker != here


def test_tasks_run_one_after_the_other(runner: ThreadTaskRunner, qtbot: QtBot) -> None:
    first_may_end, ran = Event(), []

    def first() -> None:
        first_may_end.wait(10)
        ran.append("first")

    runner.run(first)
    runner.run(lambda: ran.append("second"), lambda _: ran.append("done"))
    first_may_end.set()
    qtbot.waitUntil(lambda: "done" in ran)
    assert ran == ["first", "second", "done"]


def test_a_failure_is_logged_without_its_words_and_raised_on_the_gui_thread(
    runner: ThreadTaskRunner, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    def break_down() -> None:
        raise ValueError("a private word")

    with qtbot.captureExceptions() as raised:
        runner.run(break_down)
        qtbot.waitUntil(lambda: len(raised) == 1)
    assert isinstance(raised[0][1], ValueError)
    assert "ValueError" in caplog.text
    assert "break_down" in caplog.text
    assert "private" not in caplog.text


def test_the_worker_goes_on_after_a_failure(runner: ThreadTaskRunner, qtbot: QtBot) -> None:
    came: list[object] = []
    with qtbot.captureExceptions() as raised:
        runner.run(lambda: 1 // 0)
        runner.run(lambda: "next", came.append)
        qtbot.waitUntil(lambda: came == ["next"] and len(raised) == 1)


def test_stopping_waits_for_the_task_that_runs_and_drops_the_rest(qtbot: QtBot) -> None:
    runner = ThreadTaskRunner(MainThread())
    has_begun, ran = Event(), []

    def slow() -> None:
        has_begun.set()
        Event().wait(0.05)
        ran.append("slow")

    runner.run(slow, lambda _: ran.append("done"))
    runner.run(lambda: ran.append("dropped"))
    has_begun.wait(10)
    runner.stop()
    assert ran == ["slow"]
    runner.run(lambda: ran.append("after"))
    flushed: list[bool] = []
    main_thread = MainThread()
    main_thread.post(lambda: flushed.append(True))
    qtbot.waitUntil(lambda: bool(flushed))
    assert ran == ["slow"]


def test_no_thread_is_there_before_the_first_task(qtbot: QtBot) -> None:
    runner = ThreadTaskRunner(MainThread())
    assert runner._thread is None
    runner.stop()
