"""The day summary always equals what counting again would give."""

import tempfile
from datetime import date, timedelta
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from companion.adapters.storage.check_in_repository import SqliteCheckInRepository
from companion.domain.checkin import CheckIn, Origin
from companion.domain.day_summary import DaySummary
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
changes = st.lists(
    st.one_of(
        st.tuples(st.just("add"), answers),
        st.tuples(st.sampled_from(["forget", "restore"]), st.integers(0, 30)),
        st.tuples(st.sampled_from(["complete", "abandon"]), st.lists(answers, max_size=6)),
    ),
    max_size=25,
)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(changes)
def test_whatever_changes_the_summary_is_that_of_a_recount(
    steps: list[tuple[str, Answer | int | list[Answer]]],
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        vault = a_vault(Path(folder))
        ids: list[str] = []
        for kind, what in steps:
            if isinstance(what, tuple):
                with vault.writing() as store:
                    ids.append(_added(store.check_ins, what))
            elif isinstance(what, int):
                if ids:
                    with vault.writing() as store:
                        move = store.check_ins.forget if kind == "forget" else store.check_ins.restore
                        move(ids[what % len(ids)], a_moment())
            elif isinstance(what, list):
                importing = vault.importing("csv")
                importing.add([(str(number), _check_in(answer)) for number, answer in enumerate(what)])
                getattr(importing, kind)()
            with vault.reading() as store:
                assert store.days.are_right()
                visible = store.check_ins.between(None, None)
                assert store.days.total() == len(visible)
                kept = store.days.between(date(2026, 1, 1), date(2027, 1, 1))
                assert sum(sum(day.arousal.values()) for day in kept) == sum(c.arousal is not None for c in visible)
                assert sum(day.scheduled for day in kept) == sum(c.is_scheduled for c in visible)
        vault.close()


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


def test_the_store_says_when_its_days_begin(tmp_path: Path) -> None:
    vault = a_vault(tmp_path)
    with vault.writing():
        vault.opened().connection.execute("UPDATE fact SET value = '20:00' WHERE name = 'day_start'")
    vault.close()
    with vault.writing() as store:
        store.check_ins.add(a_check_in())
    importing = vault.importing("csv")
    importing.add([("key", a_check_in())])
    importing.complete()
    with vault.reading() as store:
        assert store.days.range() == (date(2026, 11, 21), date(2026, 11, 21))


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
    return a_check_in(arousal, zone, hours_ago=hours, origin=origin, note="a note")


def _added(check_ins: SqliteCheckInRepository, answer: Answer) -> str:
    check_in = _check_in(answer)
    check_ins.add(check_in)
    return check_in.id
