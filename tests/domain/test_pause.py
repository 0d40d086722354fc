"""When a pause ends."""

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

from companion.domain.pause import UNTIL_I_SAY, Pause, begin_of_day
from tests.support.builders import a_moment

BERLIN = ZoneInfo("Europe/Berlin")


def test_it_lasts_from_its_beginning_to_before_its_end() -> None:
    pause = Pause(a_moment(2), a_moment(1))
    assert [pause.covers(a_moment(ago).utc) for ago in (2.01, 2, 1.01, 1)] == [False, True, True, False]


def test_until_i_say_it_never_ends_by_itself() -> None:
    pause = Pause(a_moment(), UNTIL_I_SAY)
    assert pause.is_open_ended
    assert pause.covers(datetime(9000, 1, 1, tzinfo=UTC))
    assert not Pause(a_moment(), a_moment(-1)).is_open_ended


def test_tomorrow_begins_when_the_person_s_day_does() -> None:
    tomorrow = begin_of_day(date(2026, 11, 22), 1, time(4), BERLIN)
    assert tomorrow.iso() == "2026-11-23T04:00:00+01:00"


def test_a_day_that_begins_in_a_skipped_hour_begins_after_it() -> None:
    assert begin_of_day(date(2026, 3, 28), 1, time(2, 30), BERLIN).iso() == "2026-03-29T03:00:00+02:00"
