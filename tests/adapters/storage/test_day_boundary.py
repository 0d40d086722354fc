"""Counting days anew beside those who save: old or new, whole, whatever happens meanwhile."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, time
from pathlib import Path

import pytest

from companion.adapters.storage.day_boundary import begin_days_at
from companion.adapters.storage.day_counts import DAY, IN_FORCE
from companion.adapters.storage.store import SqliteStore
from companion.adapters.storage.vault import SqliteVault
from companion.application.errors import Trouble, UserError
from companion.domain.life_event import LifeEvent
from companion.domain.reflection import Reflection
from companion.domain.zone import Zone
from tests.support.builders import a_check_in, a_moment
from tests.support.store import a_vault

SIX = time(6)
FIRST, LAST = date(2026, 1, 1), date(2027, 1, 1)


class KilledError(Exception):
    """The process ends here."""


@pytest.fixture
def vault(tmp_path: Path) -> Iterator[SqliteVault]:
    """A store with a check-in every five hours of two years, and one that lies far from all others."""
    with a_vault(tmp_path).writing() as store:
        for number in range(0, 17_520, 35):
            store.check_ins.add(a_check_in(number % 101, hours_ago=number, id=f"id {number}"))
        store.check_ins.add(a_check_in(5, hours_ago=200_000))
    vault = a_vault(tmp_path)
    yield vault
    vault.close()


def days_of(vault: SqliteVault) -> dict[date, int]:
    with vault.reading() as store:
        assert store.days.are_right()
        return {day.day: day.check_ins for day in store.days.between(FIRST, LAST)}


def killed_after(vault: SqliteVault, steps: int) -> bool:
    """Counts anew, but the process ends before the transaction after that many; True if there was none."""
    left = steps

    @contextmanager
    def transaction() -> Iterator[SqliteStore]:
        nonlocal left
        left -= 1
        if left < 0:
            raise KilledError
        with vault.writing() as store:
            yield store

    try:
        begin_days_at(vault.opened().connection, transaction, SIX)
    except KilledError:
        return False
    return True


def test_a_kill_between_any_two_steps_leaves_the_old_days_or_the_new_ones(vault: SqliteVault, tmp_path: Path) -> None:
    old = days_of(vault)
    seen: list[time] = []
    steps, is_done = 0, False
    while not is_done:
        is_done, steps = killed_after(vault, steps), steps + 1
        with vault.reading() as store:
            seen.append(store.days.day_start())
        assert (days_of(vault) == old) is (seen[-1] == time(4))
        if seen[-1] == SIX:
            vault.begin_days_at(time(4))
    assert {time(4), SIX} == set(seen)
    assert steps > 8


def test_what_a_kill_left_is_removed_at_the_next_start(vault: SqliteVault) -> None:
    assert not killed_after(vault, 4)
    vault.remove_unfinished_imports()
    connection = vault.opened().connection
    assert connection.execute("SELECT DISTINCT day_start FROM day_summary").fetchall() == [("04:00",)]
    with vault.writing() as store:
        store.check_ins.add(a_check_in(1))
    assert connection.execute("SELECT count(*) FROM changed_day").fetchone() == (0,)


def test_what_is_noted_corrected_and_deleted_meanwhile_is_counted(vault: SqliteVault, tmp_path: Path) -> None:
    other = a_vault(tmp_path)
    number = 0

    @contextmanager
    def transaction() -> Iterator[SqliteStore]:
        nonlocal number
        with vault.writing() as store:
            yield store
        if number >= 60:
            return
        number += 6
        with other.writing() as store:
            for hours in range(number * 40, number * 40 + 240, 40):
                store.check_ins.add(a_check_in(7, Zone.ABOVE, hours_ago=hours, id=f"new {hours}"))
            store.check_ins.forget(f"id {number * 35}", a_moment())
            store.check_ins.purge([f"id {number * 35 + 35}"], a_moment())
            store.check_ins.amend(a_check_in(50, hours_ago=number * 9, id=f"id {number * 35 + 70}"), a_moment())

    begin_days_at(vault.opened().connection, transaction, SIX)
    with other.reading() as store:
        assert store.days.day_start() == SIX
        assert store.days.total() == len(store.check_ins.between(None, None))
    assert sum(days_of(other).values()) > 0
    other.close()


def test_reflections_and_life_events_move_with_the_days(tmp_path: Path) -> None:
    vault = a_vault(tmp_path)
    with vault.writing() as store:
        store.check_ins.add(a_check_in(hours_ago=9))
        store.reflections.add(Reflection("r", a_moment(9), a_moment(9), "What helped?", "Rain"))
        store.life_events.add(LifeEvent("l", a_moment(9), a_moment(9), "Moved"))
    vault.begin_days_at(time(12))
    assert days_of(vault) == {date(2026, 11, 21): 1}
    tables = "SELECT local_day FROM reflection UNION SELECT local_day FROM life_event"
    assert vault.opened().connection.execute(tables).fetchall() == [("2026-11-21",)]
    vault.close()


def test_days_do_not_move_while_an_import_is_on_its_way(tmp_path: Path) -> None:
    vault, other = a_vault(tmp_path), a_vault(tmp_path)
    importing = other.importing("csv")
    importing.add([("one", a_check_in(1))])
    with pytest.raises(UserError) as raised:
        vault.begin_days_at(SIX)
    assert raised.value.trouble is Trouble.STORE_BUSY
    importing.complete()
    vault.begin_days_at(SIX)
    assert sum(days_of(vault).values()) == 1
    other.close()
    vault.close()


def test_the_store_reckons_the_day_of_a_check_in_as_the_domain_does(vault: SqliteVault) -> None:
    vault.begin_days_at(time(7, 30))
    connection = vault.opened().connection
    with vault.reading() as store:
        days = [check_in.experienced_at.day(time(7, 30)) for check_in in store.check_ins.between(None, None)]
    rows = connection.execute(f"SELECT {DAY.format(IN_FORCE)} FROM check_in ORDER BY experienced_us")  # noqa: S608
    assert [date.fromisoformat(day) for (day,) in rows] == days
