"""What another process noted appears in the running window, and moves its next prompt."""

import subprocess
import sys
from datetime import date

from pytestqt.qtbot import QtBot

from companion.adapters.system.running_program import tell
from companion.application.checkins import Answer
from companion.application.instance_address import Message
from companion.bootstrap.core import Core
from companion.bootstrap.start import address_of
from companion.domain.prompt import PromptState, Reason
from companion.domain.reminder import FixedTimes
from companion.presentation.timeline import TimelineMark
from companion.ui.screens.chart import ChartScreen
from companion.ui.shell.screens import ScreenName
from tests.journeys.conftest import Program


def arousal_on_the_chart(chart: ChartScreen) -> list[int | None]:
    return [moment.shown.arousal for moment in chart.chart.moments if isinstance(moment.shown, TimelineMark)]


def day_of_next_prompt(program: Program) -> date | None:
    coming = program.desktop.rounds.next_prompt()
    return None if coming is None or coming.at is None else coming.at.local.date()


def test_a_check_in_from_the_command_line_appears_on_the_open_chart(program: Program, qtbot: QtBot) -> None:
    program.desktop.window.open_screen(ScreenName.CHART)
    chart = program.desktop.window.screen_of(ScreenName.CHART)
    assert isinstance(chart, ChartScreen)
    command = [sys.executable, "-m", "companion", "--data-dir", str(program.folders.data), "check-in"]
    yesterday = program.clock.now().local.replace(day=22).isoformat()
    process = subprocess.Popen([*command, "--arousal", "33", "--at", yesterday], stdout=subprocess.PIPE, text=True)
    printed, _nothing = process.communicate(timeout=30)
    assert printed.strip()
    qtbot.waitUntil(lambda: arousal_on_the_chart(chart) == [33], timeout=5_000)


def test_a_check_in_noted_elsewhere_holds_the_next_prompt_back(program: Program, qtbot: QtBot) -> None:
    program.core.reminders.add(FixedTimes((9 * 60,)))
    program.pass_time(minutes=45)
    other = Core(program.folders, clock=program.clock)
    other.check_ins.record(Answer(arousal=50), answers_open_prompt=False)
    other.close()
    assert tell(address_of(program.folders), Message.CHANGED.value)
    qtbot.waitUntil(lambda: day_of_next_prompt(program) == date(2026, 11, 24), timeout=5_000)
    program.pass_time(minutes=20)
    (record,) = program.ledger()
    assert (record.state, record.transitions[-1].reason) == (PromptState.SUPPRESSED, Reason.TOO_CLOSE)
    assert program.notifier.sent == []
