"""Made-up repairs: two, each after a check-in above the window."""

from companion.application.demo import demo_year
from companion.application.demo_repairs import demo_repairs
from companion.domain.zone import Zone
from tests.support.clock import FakeClock


def test_there_are_two_and_each_grows_from_a_check_in_above_the_window() -> None:
    clock = FakeClock()
    year = demo_year(clock.now(), clock.zone(), seed=7)
    by_id = {check_in.id: check_in for check_in in year}
    repairs = demo_repairs(year)
    assert repairs == demo_repairs(year)
    grown_from = [by_id[repair.check_in_id or ""] for repair in repairs]
    assert [check_in.zone for check_in in grown_from] == [Zone.ABOVE, Zone.ABOVE]
    assert [repair.experienced_at for repair in repairs] == [check_in.experienced_at for check_in in grown_from]
    assert demo_repairs([]) == []
