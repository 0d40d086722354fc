"""The table of a period, however long."""

from datetime import date
from pathlib import Path
from typing import cast

import pytest

from companion.application.chart_rows import ChartRowService
from companion.application.vault_ports import Vault
from companion.domain.mark import Mark
from companion.domain.period import Period
from companion.domain.window import STARTING_GUESS
from companion.domain.zone import Zone
from companion.presentation.chart_table_pages import MOST_KEPT, ChartTablePages
from tests.support.builders import a_check_in
from tests.support.date_words import PlainDateWords
from tests.support.noted import NotedVault
from tests.support.practices import a_session
from tests.support.reports import FOUR_WEEKS, a_life_event, a_store

ALL = Period(date(2025, 1, 1), date(2026, 11, 22))


class CountedRows(ChartRowService):
    """Remembers which days were read."""

    def __init__(self, vault: Vault) -> None:
        super().__init__(vault)
        self.read: list[Period] = []

    def marks(self, period: Period) -> list[Mark]:
        self.read.append(period)
        return super().marks(period)


def of_many(count: int, each_hours: float = 6) -> tuple[ChartTablePages, CountedRows, list[str]]:
    """A table of that many check-ins, and their ids, oldest first."""
    noted = [a_check_in(hours_ago=number * each_hours) for number in reversed(range(count))]
    rows = CountedRows(cast(Vault, NotedVault(noted, (STARTING_GUESS,))))
    pages = ChartTablePages(rows, PlainDateWords())
    pages.go_to(ALL, ())
    return pages, rows, [check_in.id for check_in in noted]


def ids(pages: ChartTablePages) -> list[str]:
    rows = [pages.row(number) for number in range(pages.count)]
    return [row.check_in[0] for row in rows if row.check_in]


def test_every_row_is_there_once_and_in_order() -> None:
    pages, _rows, noted = of_many(1000)
    assert pages.count == 1001
    assert ids(pages) == noted[::-1]
    pages.is_oldest_first = True
    assert ids(pages) == noted


def test_only_what_is_looked_at_is_read() -> None:
    pages, rows, noted = of_many(2000)
    assert rows.read == []
    assert pages.row(0).check_in == (noted[-1], pages.row(0).wall - 3600)
    assert len(rows.read) == 1
    assert rows.read[0].days < 60
    for number in range(100):
        pages.row(number)
    assert len(rows.read) == 2


def test_what_was_looked_at_long_ago_is_not_held() -> None:
    pages, _rows, _noted = of_many(3000)
    ids(pages)
    assert len(pages._kept) == MOST_KEPT


def test_a_life_event_and_the_window_are_rows_too(tmp_path: Path) -> None:
    vault = a_store(tmp_path, a_check_in(hours_ago=50), a_check_in(), a_life_event("Moved", 24))
    pages = ChartTablePages(ChartRowService(vault), PlainDateWords())
    pages.go_to(FOUR_WEEKS, ())
    kinds = [pages.row(number).cells[3] for number in range(pages.count)]
    assert kinds == ["by myself", "life event", "by myself", "my window"]


def test_what_was_practised_is_a_row_of_a_week_and_not_of_a_month(tmp_path: Path) -> None:
    vault = a_store(tmp_path, a_check_in(hours_ago=2), a_check_in())
    with vault.writing() as store:
        store.practice_sessions.add(a_session("ours/walk", 1))
    pages = ChartTablePages(ChartRowService(vault), PlainDateWords())
    pages.go_to(Period(date(2026, 11, 16), date(2026, 11, 22)), ())
    rows = [pages.row(number).cells for number in range(pages.count)]
    assert [cells[3] for cells in rows] == ["by myself", "practice", "by myself", "my window"]
    assert rows[1][1:3] == ("", a_session("ours/walk", 1).title)
    pages.go_to(FOUR_WEEKS, ())
    assert "practice" not in [pages.row(number).cells[3] for number in range(pages.count)]


def test_a_period_without_anything_has_no_rows() -> None:
    pages, _rows, _noted = of_many(0)
    assert pages.count == 0


def test_a_check_in_that_went_meanwhile_leaves_an_empty_row() -> None:
    pages, rows, _noted = of_many(3)
    cast(NotedVault, rows._vault).noted.clear()
    assert pages.row(2).cells == ("", "", "", "")


@pytest.mark.parametrize("is_locked", [True, False])
def test_locked_or_let_go_of_it_holds_nothing(is_locked: bool) -> None:
    pages, rows, _noted = of_many(5)
    pages.row(0)
    if is_locked:
        cast(NotedVault, rows._vault).is_locked = True
        pages.go_to(ALL, ())
    else:
        pages.let_go()
    assert pages.count == 0
    assert pages._kept == {}


def test_by_day_a_row_sums_a_day_up(tmp_path: Path) -> None:
    day = [a_check_in(arousal, zone, hours) for arousal, zone, hours in ((20, Zone.BELOW, 1), (80, Zone.ABOVE, 2))]
    vault = a_store(tmp_path, *day, a_check_in(None, Zone.MIXED, 50), a_life_event("Moved", 24))
    pages = ChartTablePages(ChartRowService(vault), PlainDateWords())
    pages.go_to(FOUR_WEEKS, ())
    pages.is_by_day = True
    assert [pages.row(number).cells[1:] for number in range(pages.count)] == [
        ("50", "2 check-ins, 1 above, 1 below, between 20 and 80", "day"),
        ("", "Moved", "life event"),
        ("", "1 check-in, 1 mixed", "day"),
        ("30 to 70", "My window from here on, a starting guess", "my window"),
    ]
    pages.is_oldest_first = True
    assert pages.row(3).cells[3] == "day"


def test_by_day_no_check_in_is_read() -> None:
    pages, rows, _noted = of_many(2000)
    pages.is_by_day = True
    assert pages.count == 502
    assert [pages.row(number).check_in for number in range(pages.count)] == [None] * 502
    assert rows.read == []
