"""Which check-ins are scheduled, and which are not."""

from dataclasses import replace
from datetime import timedelta

import pytest

from companion.domain.checkin import LIFE_OF_A_PROMPT, CheckIn, Origin
from companion.domain.moment import Moment
from companion.domain.reminder import LONGEST_EXPIRY
from tests.support.builders import a_check_in, a_moment


def moved(origin: Origin, by: timedelta, prompt_id: str | None = "prompt") -> CheckIn:
    """An answer whose time was corrected since."""
    noted = a_moment()
    about = Moment(noted.utc + by, noted.offset, noted.zone_name)
    return replace(a_check_in(origin=origin, at=noted), experienced_at=about, prompt_id=prompt_id)


@pytest.mark.parametrize("origin", [Origin.FIXED, Origin.RANDOM, Origin.INTERVAL])
def test_an_answer_counts_as_asked_as_long_as_its_time_lies_within_the_life_of_a_prompt(origin: Origin) -> None:
    for by in (timedelta(0), LONGEST_EXPIRY, -LONGEST_EXPIRY):
        assert moved(origin, by).is_scheduled
    for by in (LONGEST_EXPIRY + timedelta(seconds=1), timedelta(hours=-3), timedelta(days=40)):
        assert not moved(origin, by).is_scheduled
        assert moved(origin, by).origin is origin


@pytest.mark.parametrize("origin", [Origin.SELF, Origin.ONCE, Origin.EVENT])
def test_what_was_never_scheduled_does_not_become_so_by_its_time(origin: Origin) -> None:
    assert not moved(origin, timedelta(0)).is_scheduled


def test_an_answer_from_a_file_without_its_prompt_is_taken_at_its_word() -> None:
    assert moved(Origin.FIXED, timedelta(days=-900), prompt_id=None).is_scheduled


def test_no_prompt_lives_longer_than_that() -> None:
    assert LIFE_OF_A_PROMPT == LONGEST_EXPIRY
