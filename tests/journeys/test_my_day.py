"""When my day begins: one choice, and everything that says today follows it, with nothing lost on the way."""

from collections.abc import Callable
from datetime import date, time

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from companion.bootstrap.worker_days import WorkerDays
from companion.ui.chart.today_line import TodayLineView
from companion.ui.screens.chart import ChartScreen
from companion.ui.screens.today import TodayScreen
from companion.ui.shell.screens import ScreenName
from companion.ui.widgets.day_start_card import DayStartCard
from tests.journeys.conftest import Program
from tests.support.builders import a_check_in
from tests.support.display import CrashError

SUNDAY, MONDAY = date(2026, 11, 22), date(2026, 11, 23)


def noted_at(program: Program, wall: str, points: int = 50) -> None:
    """The person checks in when the clock shows that."""
    program.clock.set(wall)
    with program.core.vault.writing() as store:
        store.check_ins.add(a_check_in(points, at=program.clock.now()))


def choose(program: Program, qtbot: QtBot, words: str) -> DayStartCard:
    """The person chooses another time in Settings, and goes on once it is so."""
    window = program.desktop.window
    window.open_screen(ScreenName.SETTINGS)
    card = window.screen_of(ScreenName.SETTINGS).findChild(DayStartCard)
    assert isinstance(card, DayStartCard)
    place = card.choice.findText(words)
    card.choice.setCurrentIndex(place)
    card.choice.activated.emit(place)
    qtbot.waitUntil(card.news.isHidden)
    return card


def today(program: Program) -> TodayScreen:
    """Today, gone to."""
    program.desktop.window.open_screen(ScreenName.TODAY)
    screen = program.desktop.window.screen_of(ScreenName.TODAY)
    assert isinstance(screen, TodayScreen)
    return screen


def line_of(screen: TodayScreen) -> str:
    found = screen.findChild(TodayLineView)
    assert isinstance(found, TodayLineView)
    return found.accessibleDescription()


def texts(screen: TodayScreen) -> list[str]:
    return [found.text() for found in screen.findChildren(QLabel)]


def counted(program: Program) -> dict[date, int]:
    """How many check-ins each day has, as the store counts them."""
    with program.core.vault.reading() as store:
        assert store.days.are_right()
        return {day.day: day.check_ins for day in store.days.between(date(2026, 1, 1), date(2026, 12, 31))}


def test_everything_that_says_today_follows(program: Program, qtbot: QtBot) -> None:
    for wall in ("2026-11-22T23:30:00", "2026-11-23T00:30:00", "2026-11-23T02:00:00"):
        noted_at(program, wall)
    long_day = program.desktop.words.long_day
    assert long_day(SUNDAY) in texts(today(program))
    assert line_of(today(program)).startswith("3 check-ins today")

    choose(program, qtbot, program.desktop.words.clock_time(30))

    assert counted(program) == {SUNDAY: 1, MONDAY: 2}
    assert long_day(MONDAY) in texts(today(program))
    assert line_of(today(program)).startswith("2 check-ins today")
    program.desktop.window.open_screen(ScreenName.CHART)
    chart = program.desktop.window.screen_of(ScreenName.CHART)
    assert isinstance(chart, ChartScreen)
    program.settle()
    assert len(chart.chart.moments) == 3


def test_it_is_the_notebooks_and_holds_at_the_next_start(
    program: Program, new_program: Callable[[], Program], qtbot: QtBot
) -> None:
    noted_at(program, "2026-11-23T02:00:00")
    choose(program, qtbot, program.desktop.words.clock_time(0))
    program.stop()
    again = new_program()
    again.start()
    assert again.core.days.day_start == time(0, 0)
    assert again.desktop.words.long_day(MONDAY) in texts(today(again))
    assert line_of(today(again)).startswith("1 check-in today")


def test_a_check_in_saved_meanwhile_is_counted_right(program: Program, qtbot: QtBot) -> None:
    for number in range(200):
        noted_at(program, f"2026-11-22T0{number % 6}:{number % 60:02}:00")
    panel = program.desktop.screens.panel
    assert panel is not None
    window = program.desktop.window
    window.open_screen(ScreenName.SETTINGS)
    card = window.screen_of(ScreenName.SETTINGS).findChild(DayStartCard)
    assert isinstance(card, DayStartCard)
    card.choice.activated.emit(0)
    panel.form.line.put(60)
    panel.submit()
    qtbot.waitUntil(card.news.isHidden)
    assert sum(counted(program).values()) == 201


def test_stopped_in_the_middle_nothing_is_lost_and_days_are_as_they_were(
    program: Program, new_program: Callable[[], Program]
) -> None:
    noted_at(program, "2026-11-23T02:00:00")

    worker = program.core.vault.worker()
    try:
        with worker.writing() as store:
            store.days.begin_days_at(time(0, 0))
            raise CrashError
    except CrashError:
        worker.close()
    program.stop()
    again = new_program()
    again.start()
    assert again.core.days.day_start == time(4, 0)
    assert counted(again) == {SUNDAY: 1}
    WorkerDays(again.core.vault).recount(time(0, 0))
    assert counted(again) == {MONDAY: 1}


def test_left_open_over_night_it_is_the_next_day_when_the_person_comes_back(program: Program) -> None:
    noted_at(program, "2026-11-22T22:00:00")
    today(program)
    program.clock.set("2026-11-23T09:00:00")
    program.desktop.window.activated.emit()
    screen = program.desktop.window.screen_of(ScreenName.TODAY)
    assert isinstance(screen, TodayScreen)
    assert program.desktop.words.long_day(MONDAY) in texts(screen)
    assert line_of(screen) == "No check-ins yet today."
