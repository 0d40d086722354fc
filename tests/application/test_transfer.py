"""Bringing check-ins in: each good row once, each bad row named, all in one unit."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from companion.adapters.storage.vault import SqliteVault
from companion.application.event_bus import EventBus
from companion.application.events import CheckInsImported
from companion.application.transfer import (
    ROWS_AT_ONCE,
    CellRule,
    ForeignCheckIn,
    ImportCounts,
    RowFault,
    TransferService,
    all_check_ins,
)
from companion.domain.checkin import CheckIn
from companion.domain.errors import Rule
from tests.support.builders import a_check_in, a_moment
from tests.support.clock import FakeClock
from tests.support.store import a_vault


class Hall:
    """Where files come in."""

    def __init__(self, vault: SqliteVault) -> None:
        self.vault = vault
        self.bus = EventBus()
        self.service = TransferService(vault, FakeClock(), self.bus)
        self.left_out: list[RowFault] = []

    def bring_in(self, *rows: CheckIn | RowFault, only_look: bool = False) -> ImportCounts:
        foreign = (
            row if isinstance(row, RowFault) else ForeignCheckIn(place, row)
            for place, row in enumerate(rows, start=2)
        )
        return self.service.bring_in("csv", foreign, self.left_out.append, only_look=only_look)

    def all(self) -> list[CheckIn]:
        with self.vault.reading() as store:
            return list(all_check_ins(store))


@pytest.fixture
def hall(tmp_path: Path) -> Iterator[Hall]:
    """An empty notebook."""
    vault = a_vault(tmp_path)
    yield Hall(vault)
    vault.close()


def test_good_rows_come_in_and_bad_ones_are_told(hall: Hall) -> None:
    bad = RowFault(3, CellRule.TEXT_DAMAGED)
    counts = hall.bring_in(a_check_in(hours_ago=2), bad, a_check_in(hours_ago=1))
    assert (counts, hall.left_out) == (ImportCounts(2, 1, 0), [bad])
    assert len(hall.all()) == 2


def test_a_row_that_is_still_to_come_is_left_out(hall: Hall) -> None:
    hall.bring_in(a_check_in(hours_ago=-1), a_check_in(hours_ago=0))
    assert [(fault.place, fault.rule) for fault in hall.left_out] == [(2, Rule.TIME_IN_THE_FUTURE)]


def test_the_same_file_again_adds_nothing(hall: Hall) -> None:
    rows = [a_check_in(n % 100, hours_ago=n) for n in range(3 * ROWS_AT_ONCE)]
    hall.bring_in(*rows)
    again = [a_check_in(n % 100, hours_ago=n) for n in range(3 * ROWS_AT_ONCE)]
    assert hall.bring_in(*again) == ImportCounts(0, 0, 3 * ROWS_AT_ONCE)


def test_two_equal_rows_of_one_file_are_two_check_ins_once(hall: Hall) -> None:
    assert hall.bring_in(a_check_in(hours_ago=1), a_check_in(hours_ago=1)).added == 2
    assert hall.bring_in(a_check_in(hours_ago=1), a_check_in(hours_ago=1)) == ImportCounts(0, 0, 2)


def test_a_row_that_says_what_the_person_noted_here_is_here_already(hall: Hall) -> None:
    with hall.vault.writing() as store:
        store.check_ins.add(a_check_in(hours_ago=1))
    assert hall.bring_in(a_check_in(hours_ago=1), a_check_in(hours_ago=1)) == ImportCounts(1, 0, 1)


@pytest.mark.parametrize("other", [{"arousal": 51}, {"note": "x"}, {"tags": ("x",)}, {"zone": None}])
def test_a_row_that_says_anything_else_is_another_check_in(hall: Hall, other: dict[str, object]) -> None:
    hall.bring_in(a_check_in(hours_ago=1))
    assert hall.bring_in(a_check_in(at=a_moment(1), **other)).added == 1  # type: ignore[arg-type]


def test_what_was_taken_back_does_not_come_in_again(hall: Hall) -> None:
    hall.bring_in(a_check_in(hours_ago=1))
    (noted,) = hall.all()
    with hall.vault.writing() as store:
        store.check_ins.forget(noted.id, a_moment())
    assert hall.bring_in(a_check_in(hours_ago=1)).added == 0
    assert hall.all() == []


def test_a_look_says_what_would_come_in_and_changes_nothing(hall: Hall, tmp_path: Path) -> None:
    hall.bring_in(a_check_in(hours_ago=1))
    before = hall.all()
    assert hall.bring_in(a_check_in(hours_ago=1), a_check_in(hours_ago=2), only_look=True) == ImportCounts(1, 0, 1)
    assert hall.all() == before


def test_a_file_that_breaks_off_leaves_nothing_behind(hall: Hall) -> None:
    def rows() -> Iterator[ForeignCheckIn]:
        for hours in range(2 * ROWS_AT_ONCE):
            yield ForeignCheckIn(hours, a_check_in(hours_ago=hours))
        raise OSError

    with pytest.raises(OSError):
        hall.service.bring_in("csv", rows(), hall.left_out.append)
    assert hall.all() == []
    assert hall.bring_in(a_check_in(hours_ago=0)).added == 1


def test_everyone_is_told_once_and_only_when_something_came_in(hall: Hall) -> None:
    told: list[CheckInsImported] = []
    hall.bus.listen(CheckInsImported, told.append)
    hall.bring_in(a_check_in(hours_ago=1), only_look=True)
    hall.bring_in(a_check_in(hours_ago=1), a_check_in(hours_ago=2))
    hall.bring_in(a_check_in(hours_ago=1))
    assert told == [CheckInsImported(2)]


def test_a_busy_time_is_looked_at_row_by_row(hall: Hall) -> None:
    start = a_moment(hours_ago=48).utc
    crowd = [a_check_in(n % 100, at=a_moment(0, start + timedelta(seconds=n))) for n in range(5 * ROWS_AT_ONCE)]
    hall.bring_in(*crowd)
    ends = [crowd[0], crowd[-1], a_check_in(7, at=crowd[3].experienced_at)]
    assert hall.bring_in(*ends) == ImportCounts(1, 0, 2)


def test_all_are_read_in_the_order_of_time_across_years(hall: Hall) -> None:
    rows = [a_check_in(hours_ago=hours) for hours in (24 * 1000, 24 * 400, 24 * 31, 5, 0)]
    hall.bring_in(*reversed(rows))
    assert [c.experienced_at for c in hall.all()] == [c.experienced_at for c in rows]


def test_a_span_begins_with_its_start_and_ends_before_its_end(hall: Hall) -> None:
    hall.bring_in(*(a_check_in(hours, hours_ago=hours) for hours in range(4)))
    with hall.vault.reading() as store:
        found = list(all_check_ins(store, a_moment(2).utc, a_moment(0).utc))
    assert [check_in.arousal for check_in in found] == [2, 1]
