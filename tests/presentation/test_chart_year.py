"""A year of days."""

from datetime import date

from companion.domain.day_summary import DaySummary
from companion.domain.zone import Zone
from companion.presentation.chart_year import year_days, year_sentence
from tests.support.date_words import PlainDateWords

MONDAY = date(2026, 11, 2)


def one(zones: dict[Zone | None, int]) -> tuple[Zone | None, str]:
    summary = DaySummary(MONDAY, sum(zones.values()), 0, zones)
    (day,) = year_days(MONDAY, MONDAY, [summary], PlainDateWords())
    return day.zone, day.spoken


def test_a_day_is_its_most_frequent_answer() -> None:
    zone, spoken = one({Zone.ABOVE: 2, Zone.INSIDE: 1, None: 5})
    assert zone is Zone.ABOVE
    assert spoken == "2026-11-02 2026: 8 check-ins, most often above"


def test_between_two_as_frequent_ones_none_is_chosen() -> None:
    assert one({Zone.ABOVE: 2, Zone.INSIDE: 2}) == (None, "2026-11-02 2026: 4 check-ins")


def test_check_ins_without_an_answer_are_a_day_too() -> None:
    assert one({None: 1}) == (None, "2026-11-02 2026: 1 check-in")


def test_every_day_is_there_whether_noted_or_not() -> None:
    days = year_days(MONDAY, date(2026, 11, 8), [DaySummary(date(2026, 11, 4), 1)], PlainDateWords())
    assert [day.check_ins for day in days] == [0, 0, 1, 0, 0, 0, 0]
    assert days[0].spoken == "2026-11-02 2026: no check-in"
    assert year_sentence(days).startswith("1 day with check-ins.")


def test_the_first_monday_of_a_month_has_a_label() -> None:
    days = year_days(MONDAY, date(2026, 12, 7), [], PlainDateWords())
    assert [day.label for day in days if day.label] == ["2026-11-02", "2026-12-07"]
