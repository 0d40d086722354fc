"""What follows a check-in, and what does not."""

from dataclasses import replace
from datetime import timedelta

from companion.domain.checkin import Origin
from companion.domain.event_slots import earliest_cause, slots_after
from companion.domain.moment import Moment
from companion.domain.reminder import AfterCheckIn, Outside
from companion.domain.zone import Zone
from tests.support.builders import a_check_in, a_moment
from tests.support.reminding import LONG_AGO

RULE = AfterCheckIn(Outside.ABOVE, timedelta(minutes=20))


def times(*check_ins: object, rule: AfterCheckIn = RULE, since: Moment = LONG_AGO) -> list[str]:
    found = slots_after(rule, check_ins, since.utc)  # type: ignore[arg-type]  # check-ins
    return [f"{each.day.day} {each.slot.at.local:%H:%M}" for each in found]


def test_it_comes_that_long_after_each_check_in_on_its_side() -> None:
    above = [a_check_in(90, Zone.ABOVE, hours_ago) for hours_ago in (3, 1)]
    others = [a_check_in(50, zone, 2) for zone in (Zone.BELOW, Zone.INSIDE, Zone.MIXED, Zone.UNSURE, None)]
    assert times(*above, *others) == ["22 11:26", "22 13:26"]


def test_it_has_half_an_hour() -> None:
    (found,) = slots_after(RULE, [a_check_in(90, Zone.ABOVE)], LONG_AGO.utc)
    assert found.slot.block_end.utc - found.slot.at.utc == timedelta(minutes=30)
    assert found.slot.block_start == found.slot.at


def test_scheduled_ones_count_too_and_answers_to_such_a_prompt_do_not() -> None:
    assert times(a_check_in(90, Zone.ABOVE, origin=Origin.RANDOM)) == ["22 14:26"]
    assert times(a_check_in(90, Zone.ABOVE, origin=Origin.EVENT)) == []


def test_nothing_follows_a_check_in_about_another_moment() -> None:
    backdated = replace(a_check_in(90, Zone.ABOVE, 5), created_at=a_moment())
    assert times(backdated) == []


def test_nothing_follows_what_was_before_the_reminder() -> None:
    check_in = a_check_in(90, Zone.ABOVE, 1)
    assert times(check_in, since=a_moment(1)) == ["22 13:26"]
    assert times(check_in, since=a_moment(0.99)) == []


def test_two_within_a_second_are_followed_by_one() -> None:
    moment = a_moment()
    later = replace(moment, utc=moment.utc + timedelta(milliseconds=400))
    assert times(a_check_in(90, Zone.ABOVE, at=moment), a_check_in(91, Zone.ABOVE, at=later)) == ["22 14:26"]


def test_after_midnight_it_belongs_to_the_day_on_which_it_comes() -> None:
    at_night = replace(a_moment(), utc=a_moment().utc + timedelta(hours=9, minutes=44))
    assert times(a_check_in(90, Zone.ABOVE, at=at_night)) == ["23 00:10"]


def test_what_lies_further_back_than_a_day_and_the_delay_is_no_cause_any_more() -> None:
    assert earliest_cause(RULE, a_moment().utc) == a_moment(24).utc - timedelta(minutes=20)
