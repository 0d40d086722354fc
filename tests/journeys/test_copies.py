"""One verified copy of the store for each day with changes, made beside the window."""

from collections.abc import Callable

from pytestqt.qtbot import QtBot

from companion.application.checkins import Answer
from companion.bootstrap.core import Core
from tests.journeys.conftest import Program


def copies(program: Program) -> list[str]:
    return sorted(file.name for file in (program.folders.data / "backups").glob("companion-*.db"))


def test_the_first_change_of_a_day_is_copied_and_a_day_without_changes_is_not(program: Program, qtbot: QtBot) -> None:
    program.core.check_ins.record(Answer(arousal=40), answers_open_prompt=False)
    qtbot.waitUntil(lambda: copies(program) == ["companion-2026-11-23.db"], timeout=10_000)
    program.pass_time(hours=48)
    program.core.check_ins.record(Answer(arousal=60), answers_open_prompt=False)
    qtbot.waitUntil(lambda: copies(program) == ["companion-2026-11-23.db", "companion-2026-11-25.db"], timeout=10_000)


def test_what_was_noted_while_no_window_was_open_is_copied_at_the_next_start(
    new_program: Callable[[], Program], qtbot: QtBot
) -> None:
    first = new_program()
    first.start()
    first.core.check_ins.record(Answer(arousal=40), answers_open_prompt=False)
    qtbot.waitUntil(lambda: len(copies(first)) == 1, timeout=10_000)
    first.stop()
    first.clock.pass_time(hours=24)
    noting = Core(first.folders, clock=first.clock)
    noting.check_ins.record(Answer(arousal=50), answers_open_prompt=False)
    noting.close()
    second = new_program()
    second.start()
    qtbot.waitUntil(lambda: len(copies(second)) == 2, timeout=10_000)
