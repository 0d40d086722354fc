"""Whatever reads a check-in out of the store says the same of whether it is scheduled as the check-in itself."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import product
from pathlib import Path

from companion.domain.checkin import CheckIn, Origin
from companion.domain.moment import Moment
from tests.support.builders import a_check_in, a_moment
from tests.support.store import a_vault

MOVES = (timedelta(0), timedelta(minutes=60), timedelta(minutes=60, microseconds=1), timedelta(hours=-5))
FOREVER = (datetime(1970, 1, 1, tzinfo=UTC), datetime(2100, 1, 1, tzinfo=UTC))


def answers() -> list[CheckIn]:
    """Every origin, with its prompt and without, at its time and moved."""
    made = []
    for origin, move, prompt_id in product(Origin, MOVES, ("prompt", None)):
        noted = a_moment(12)
        about = Moment(noted.utc + move, noted.offset, noted.zone_name)
        made.append(replace(a_check_in(origin=origin, at=noted), experienced_at=about, prompt_id=prompt_id))
    return made


def test_marks_columns_and_days_count_the_same_ones_as_scheduled(tmp_path: Path) -> None:
    vault, check_ins = a_vault(tmp_path), answers()
    with vault.writing() as store:
        for check_in in check_ins:
            store.check_ins.add(check_in)
        assert store.days.are_right()
        marks = store.check_ins.marks_between(*FOREVER, limit=1000)
        assert {mark.id: mark.is_scheduled for mark in marks} == {c.id: c.is_scheduled for c in check_ins}
        scheduled = sum(check_in.is_scheduled for check_in in check_ins)
        assert sum(store.check_ins.columns_between(*FOREVER).scheduled) == scheduled
        assert sum(day.scheduled for day in store.days.between(date(2026, 1, 1), date(2027, 1, 1))) == scheduled
        assert 0 < scheduled < len(check_ins)


def test_correcting_the_time_of_an_answer_takes_it_out_of_the_scheduled_and_back(tmp_path: Path) -> None:
    vault = a_vault(tmp_path)
    asked = replace(a_check_in(origin=Origin.RANDOM, hours_ago=3), prompt_id="prompt")
    moved = replace(asked, experienced_at=a_moment(8))
    with vault.writing() as store:
        store.check_ins.add(asked)
        for check_in in (moved, asked):
            store.check_ins.amend(check_in, a_moment())
            (day,) = store.days.between(date(2026, 1, 1), date(2027, 1, 1))
            assert day.scheduled == check_in.is_scheduled
            assert store.days.are_right()
        first = store.check_ins.versions(asked.id)[0].check_in
        assert (first.origin, first.is_scheduled) == (Origin.RANDOM, True)
