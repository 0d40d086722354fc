"""What a table of a period lists."""

from datetime import date, datetime
from pathlib import Path

import pytest

from companion.application.chart_rows import ChartRowService
from companion.application.errors import UserError
from companion.domain.moment import moment_of
from companion.domain.period import Period
from tests.support.builders import a_check_in
from tests.support.reports import FOUR_WEEKS, a_life_event, a_store


def test_the_outline_counts_each_day(tmp_path: Path) -> None:
    event = a_life_event("Moved", 30)
    rows = ChartRowService(a_store(tmp_path, a_check_in(), a_check_in(hours_ago=1), a_check_in(hours_ago=48), event))
    outline = rows.outline(FOUR_WEEKS)
    counts = [(day.day, day.check_ins) for day in outline.days]
    assert counts == [(date(2026, 11, 20), 1), (date(2026, 11, 22), 2)]
    assert outline.events == (event,)
    assert len(outline.windows) == 1


def test_the_check_ins_of_a_day_are_those_of_its_own_wall_clock_oldest_first(tmp_path: Path) -> None:
    def at(text: str) -> str:
        moment = moment_of(datetime.fromisoformat(text))
        return next(c.id for c in noted if c.experienced_at == moment)

    times = (
        "2026-11-22T03:59:00+01:00",
        "2026-11-22T04:00:00+01:00",
        "2026-11-22T23:00:00-08:00",
        "2026-11-23T03:00:00+14:00",
        "2026-11-23T04:00:00+01:00",
    )
    noted = [a_check_in(at=moment_of(datetime.fromisoformat(text))) for text in times]
    day = Period(date(2026, 11, 22), date(2026, 11, 22))
    found = ChartRowService(a_store(tmp_path, *noted)).marks(day)
    assert [mark.id for mark in found] == [at(times[1]), at(times[3]), at(times[2])]


def test_an_hour_that_comes_twice_stays_in_the_order_it_was_lived(tmp_path: Path) -> None:
    first = a_check_in(at=moment_of(datetime.fromisoformat("2026-10-25T02:40:00+02:00")))
    second = a_check_in(at=moment_of(datetime.fromisoformat("2026-10-25T02:10:00+01:00")))
    day = Period(date(2026, 10, 24), date(2026, 10, 24))
    found = ChartRowService(a_store(tmp_path, second, first)).marks(day)
    assert [mark.id for mark in found] == [first.id, second.id]


def test_while_locked_there_is_nothing(tmp_path: Path) -> None:
    vault = a_store(tmp_path)
    vault.lock()
    rows = ChartRowService(vault)
    assert rows.is_locked
    with pytest.raises(UserError):
        rows.outline(FOUR_WEEKS)
