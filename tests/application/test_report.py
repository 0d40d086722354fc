"""What a page for a session rests on."""

from datetime import date
from pathlib import Path

import pytest

from companion.application import report
from companion.application.errors import UserError
from companion.domain.period import Period
from tests.support.builders import a_check_in
from tests.support.reports import FOUR_WEEKS, a_life_event, a_month, a_reflection, a_report_service, a_store


def test_without_days_it_is_about_four_weeks_up_to_today(tmp_path: Path) -> None:
    assert a_report_service(a_store(tmp_path)).period(None, None) == FOUR_WEEKS


@pytest.mark.parametrize(
    ("first", "last", "period"),
    [
        (date(2026, 11, 1), None, Period(date(2026, 11, 1), date(2026, 11, 22))),
        (None, date(2026, 3, 28), Period(date(2026, 3, 1), date(2026, 3, 28))),
        (date(2027, 1, 5), None, Period(date(2027, 1, 5), date(2027, 1, 5))),
    ],
)
def test_one_end_is_enough(tmp_path: Path, first: date | None, last: date | None, period: Period) -> None:
    assert a_report_service(a_store(tmp_path)).period(first, last) == period


def test_it_has_the_numbers_the_rhythm_and_the_line_of_those_days(tmp_path: Path) -> None:
    found = a_report_service(a_store(tmp_path, *a_month())).look(FOUR_WEEKS, 1000)
    assert found.numbers.figures["share.inside"].value == 0.5
    assert found.look.check_ins == 108
    assert found.hours.missing == ()
    assert found.line


def test_what_lies_outside_stays_out(tmp_path: Path) -> None:
    inside, before = a_life_event("Moved", 24), a_life_event("Long ago", 24 * 60)
    noted = a_check_in(note="now", hours_ago=1), a_check_in(note="then", hours_ago=24 * 60)
    service = a_report_service(a_store(tmp_path, inside, before, *noted))
    assert service.look(FOUR_WEEKS, 1000).events == (inside,)
    assert service.notes(FOUR_WEEKS).notes == (noted[0],)


def test_notes_are_those_of_check_ins_and_reflections_newest_first(tmp_path: Path) -> None:
    written, silent, thought = (
        a_check_in(note="words", hours_ago=5),
        a_check_in(hours_ago=4),
        a_reflection("a lot", 3),
    )
    service = a_report_service(a_store(tmp_path, written, silent, thought))
    assert service.notes(FOUR_WEEKS).notes == (thought, written)


def test_older_days_are_found_behind_many_newer_notes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(report, "_PAGE", 3)
    newer = [a_check_in(note="new", hours_ago=hours) for hours in range(20)]
    old = a_check_in(note="old", hours_ago=24 * 40)
    service = a_report_service(a_store(tmp_path, *newer, old))
    assert service.notes(Period(date(2026, 10, 1), date(2026, 10, 20))).notes == (old,)
    assert len(service.notes(FOUR_WEEKS).notes) == 20


def test_more_notes_than_can_be_offered_are_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(report, "MOST_NOTES", 4)
    service = a_report_service(a_store(tmp_path, *(a_check_in(note="new", hours_ago=hours) for hours in range(6))))
    found = service.notes(FOUR_WEEKS)
    assert (len(found.notes), found.has_more) == (4, True)


def test_while_locked_there_is_nothing_to_look_at(tmp_path: Path) -> None:
    vault = a_store(tmp_path)
    vault.lock()
    with pytest.raises(UserError):
        a_report_service(vault).look(FOUR_WEEKS, 1000)
