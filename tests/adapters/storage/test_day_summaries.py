"""The day summary always equals what counting again would give."""

import tempfile
from collections import Counter
from dataclasses import dataclass, replace
from datetime import date, time, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from companion.adapters.storage.check_in_repository import SqliteCheckInRepository
from companion.adapters.storage.store import SqliteStore
from companion.domain.checkin import CheckIn, Origin
from companion.domain.day_summary import DaySummary
from companion.domain.life_event import LifeEvent
from companion.domain.reflection import Reflection
from companion.domain.tag import TagKind
from companion.domain.zone import Zone
from tests.support.builders import a_check_in, a_moment
from tests.support.store import a_vault

Answer = tuple[Zone | None, int | None, Origin, int]
answers = st.tuples(
    st.sampled_from([None, *Zone]),
    st.one_of(st.none(), st.integers(0, 100)),
    st.sampled_from(list(Origin)),
    st.integers(0, 72),
)


@dataclass(frozen=True)
class Change:
    """One step in the life of a store: `kind` says which, the rest with what."""

    kind: str
    answers: list[Answer]
    number: int
    day_start: time


changes = st.builds(
    Change,
    st.sampled_from(["add", "add", "forget", "restore", "amend", "purge", "complete", "abandon", "days begin"]),
    st.lists(answers, min_size=1, max_size=6),
    st.integers(0, 30),
    st.times(max_value=time(12)).map(lambda at: at.replace(second=0, microsecond=0)),
)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(changes, max_size=25))
def test_whatever_changes_the_summary_is_that_of_a_recount(steps: list[Change]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        vault = a_vault(Path(folder))
        ids: list[str] = []
        for step in steps:
            if step.kind in ("complete", "abandon"):
                importing = vault.importing("csv")
                importing.add([(str(number), _check_in(answer)) for number, answer in enumerate(step.answers)])
                getattr(importing, step.kind)()
            else:
                with vault.writing() as store:
                    _change(store, step, ids)
            with vault.reading() as store:
                assert store.days.are_right()
                assert store.tags.are_right()
                visible = store.check_ins.between(None, None)
                assert store.days.total() == len(visible)
                assert {use.tag.name: use.check_ins for use in store.tags.all(TagKind.TAG)} == _tags_of(visible)
                assert _days_of(visible, store.days.day_start()) == {
                    day.day: day.check_ins for day in store.days.between(date(2026, 1, 1), date(2027, 1, 1))
                }
                kept = store.days.between(date(2026, 1, 1), date(2027, 1, 1))
                assert sum(sum(day.arousal.values()) for day in kept) == sum(c.arousal is not None for c in visible)
                assert sum(day.scheduled for day in kept) == sum(c.is_scheduled for c in visible)
        vault.close()


def _change(store: SqliteStore, step: Change, ids: list[str]) -> None:
    check_ins, one = store.check_ins, ids[step.number % len(ids)] if ids else "none"
    match step.kind:
        case "add":
            ids.append(_added(check_ins, step.answers[0]))
        case "forget":
            check_ins.forget(one, a_moment())
        case "restore":
            check_ins.restore(one, a_moment())
        case "amend":
            check_ins.amend(replace(_check_in(step.answers[0]), id=one), a_moment())
        case "purge":
            check_ins.purge([one, *ids[step.number :]], a_moment())
        case "days begin":
            store.days.begin_days_at(step.day_start)


def _tags_of(check_ins: list[CheckIn]) -> dict[str, int]:
    return dict(Counter(tag for check_in in check_ins for tag in check_in.tags))


def _days_of(check_ins: list[CheckIn], day_start: time) -> dict[date, int]:
    return dict(Counter(check_in.experienced_at.day(day_start) for check_in in check_ins))


def test_a_day_begins_at_four(tmp_path: Path) -> None:
    vault = a_vault(tmp_path)
    with vault.writing() as store:
        for minutes, arousal in ((-1, 10), (0, 20), (1, 30)):
            four = a_moment().local.replace(hour=4, minute=0) + timedelta(minutes=minutes)
            ago = (a_moment().utc - four).total_seconds() / 3600
            store.check_ins.add(a_check_in(arousal, Zone.ABOVE, hours_ago=ago))
        assert store.days.between(date(2026, 11, 20), date(2026, 11, 23)) == [
            DaySummary(date(2026, 11, 21), 1, 0, {Zone.ABOVE: 1}, {10: 1}),
            DaySummary(date(2026, 11, 22), 2, 0, {Zone.ABOVE: 2}, {20: 1, 30: 1}),
        ]


def test_where_days_begin_later_what_was_noted_moves_to_the_day_before(tmp_path: Path) -> None:
    vault = a_vault(tmp_path)
    five = a_moment(9 + 6 / 60)
    with vault.writing() as store:
        store.check_ins.add(a_check_in(10, at=five))
        store.check_ins.add(a_check_in(20, hours_ago=5))
        store.days.begin_days_at(time(5, 30))
        assert store.days.day_start() == time(5, 30)
        assert [(day.day, day.arousal) for day in store.days.between(date(2026, 11, 20), date(2026, 11, 23))] == [
            (date(2026, 11, 21), {10: 1}),
            (date(2026, 11, 22), {20: 1}),
        ]
        store.days.begin_days_at(time(4))
        assert store.days.range() == (date(2026, 11, 22), date(2026, 11, 22))


@pytest.mark.parametrize("table", ["reflection", "life_event"])
def test_reflections_and_life_events_move_as_well(tmp_path: Path, table: str) -> None:
    vault = a_vault(tmp_path)
    with vault.writing() as store:
        store.reflections.add(Reflection("r", a_moment(9), a_moment(9), "What helped?", "Rain"))
        store.life_events.add(LifeEvent("l", a_moment(9), a_moment(9), "Moved"))
        store.days.begin_days_at(time(12))
    days = vault.opened().connection.execute(f"SELECT local_day FROM {table}").fetchall()  # noqa: S608
    assert days == [("2026-11-21",)]


def test_a_new_beginning_of_the_day_counts_at_once_for_every_door_to_the_store(tmp_path: Path) -> None:
    vault, other = a_vault(tmp_path), a_vault(tmp_path)
    worker = vault.worker()
    importing = worker.importing("csv")
    importing.add([("before", a_check_in(1))])
    with other.writing() as store:
        store.days.begin_days_at(time(20))
    importing.add([("after", a_check_in(2))])
    importing.complete()
    with vault.writing() as store:
        store.check_ins.add(a_check_in(3))
        assert store.days.are_right()
        assert store.days.range() == (date(2026, 11, 21), date(2026, 11, 21))
    worker.close()


def test_a_day_that_is_not_the_check_ins_own_is_noticed(tmp_path: Path) -> None:
    vault = a_vault(tmp_path)
    with vault.writing() as store:
        store.check_ins.add(a_check_in())
        vault.opened().connection.execute("UPDATE fact SET value = '20:00' WHERE name = 'day_start'")
        assert not store.days.are_right()


def test_a_day_counts_zones_prompts_and_levels(tmp_path: Path) -> None:
    vault = a_vault(tmp_path)
    with vault.writing() as store:
        store.check_ins.add(a_check_in(70, None, origin=Origin.FIXED))
        store.check_ins.add(a_check_in(70, Zone.BELOW, origin=Origin.ONCE))
        store.check_ins.add(a_check_in(None, Zone.BELOW, origin=Origin.INTERVAL))
        day = date(2026, 11, 22)
        assert store.days.between(day, day) == [DaySummary(day, 3, 2, {None: 1, Zone.BELOW: 2}, {70: 2})]
        assert store.days.range() == (day, day)


def test_days_of_several_imports_are_added_up(tmp_path: Path) -> None:
    vault = a_vault(tmp_path)
    for name in ("one", "other"):
        importing = vault.importing("csv")
        importing.add([(name, a_check_in(40))])
        importing.complete()
    with vault.reading() as store:
        (day,) = store.days.between(date(2026, 11, 22), date(2026, 11, 22))
        assert (day.check_ins, day.arousal) == (2, {40: 2})


def test_days_that_came_to_nothing_are_gone(tmp_path: Path) -> None:
    vault = a_vault(tmp_path)
    with vault.writing() as store:
        store.check_ins.add(a_check_in(id="id"))
        store.check_ins.forget("id", a_moment())
        assert store.days.range() is None
        assert store.days.between(date(2026, 1, 1), date(2027, 1, 1)) == []


def test_a_wrong_summary_is_noticed_and_can_be_made_again(tmp_path: Path) -> None:
    vault = a_vault(tmp_path)
    with vault.writing() as store:
        store.check_ins.add(a_check_in())
        vault.opened().connection.execute("UPDATE day_summary SET arousal = '51 1'")
        assert not store.days.are_right()
        store.days.rebuild()
        assert store.days.are_right()


def _check_in(answer: Answer) -> CheckIn:
    zone, arousal, origin, hours = answer
    tags = ("walk", "tea")[: hours % 3]
    return a_check_in(arousal, zone, hours_ago=hours, origin=origin, note="a note", tags=tags)


def _added(check_ins: SqliteCheckInRepository, answer: Answer) -> str:
    check_in = _check_in(answer)
    check_ins.add(check_in)
    return check_in.id
