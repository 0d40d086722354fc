"""The door back to the GUI thread."""

from threading import Thread, get_ident

from pytestqt.qtbot import QtBot

from companion.ui.platform.main_thread import MainThread


def test_what_another_thread_posts_runs_on_the_gui_thread_in_order(qtbot: QtBot) -> None:
    main_thread = MainThread()
    ran: list[tuple[int, int]] = []

    def post_three() -> None:
        for number in range(3):
            main_thread.post(lambda number=number: ran.append((number, get_ident())))  # type: ignore[misc]

    worker = Thread(target=post_three)
    worker.start()
    worker.join()
    assert ran == []
    qtbot.waitUntil(lambda: len(ran) == 3)
    assert ran == [(number, get_ident()) for number in range(3)]


def test_what_is_posted_on_the_gui_thread_itself_runs_later_too(qtbot: QtBot) -> None:
    main_thread = MainThread()
    ran: list[str] = []
    main_thread.post(lambda: ran.append("posted"))
    ran.append("before")
    qtbot.waitUntil(lambda: ran == ["before", "posted"])


def test_nothing_runs_after_it_stopped(qtbot: QtBot) -> None:
    main_thread, other = MainThread(), MainThread()
    ran: list[str] = []
    main_thread.post(lambda: ran.append("on its way"))
    main_thread.stop()
    main_thread.post(lambda: ran.append("after"))
    other.post(lambda: ran.append("other"))
    qtbot.waitUntil(lambda: "other" in ran)
    assert ran == ["other"]
