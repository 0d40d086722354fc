"""The next fourteen days: surprises as spans, known times as points, and the same in words."""

from dataclasses import dataclass
from datetime import datetime, timedelta

import pytest

from companion.domain.moment import Moment
from companion.domain.pause import UNTIL_I_SAY, Pause
from companion.domain.quiet_hours import NO_QUIET_HOURS, QuietHours
from companion.domain.reminder import DayRange, TimeRange
from companion.presentation.reminders_fortnight import DaySpan, FortnightState, build_fortnight, joined
from companion.presentation.reminders_stillness import quiet_from
from tests.support.clock import FakeClock
from tests.support.date_words import PlainDateWords

NIGHT = quiet_from(22 * 60, 8 * 60)
NIGHT_SPANS = (DaySpan(0, 480), DaySpan(1320, 1440))


def moment(text: str) -> Moment:
    return FakeClock(f"{text}:00").now()


@dataclass(frozen=True)
class Coming:
    """A prompt to come."""

    at: Moment | None
    block_start: Moment
    block_end: Moment


def known(at: str) -> Coming:
    due = moment(at)
    return Coming(due, due, Moment(due.utc + timedelta(minutes=30), due.offset, due.zone_name))


def surprise(start: str, end: str) -> Coming:
    return Coming(None, moment(start), moment(end))


def built(
    *items: Coming, quiet: QuietHours = NO_QUIET_HOURS, pause: Pause | None = None, now: str = "2026-11-22T14:06"
) -> FortnightState:
    local: datetime = moment(now).local
    return build_fortnight(items, quiet, pause, local, PlainDateWords())


def test_there_are_fourteen_days_beginning_with_today() -> None:
    names = [row.name for row in built().rows]
    assert names[:3] == ["Today", "Mon", "Tue"]
    assert len(names) == 14


def test_a_surprise_is_a_span_and_a_time_a_point() -> None:
    state = built(surprise("2026-11-23T09:00", "2026-11-23T12:00"), known("2026-11-23T21:15"))
    monday = state.rows[1]
    assert (monday.spans, monday.points) == ((DaySpan(540, 720),), (21 * 60 + 15,))
    assert (state.rows[2].spans, state.rows[2].points) == ((), ())


def test_what_has_passed_today_is_left_out() -> None:
    passed = (surprise("2026-11-22T09:00", "2026-11-22T12:00"), known("2026-11-22T14:05"))
    under_way = surprise("2026-11-22T12:00", "2026-11-22T15:00")
    today = built(*passed, under_way).rows[0]
    assert (today.spans, today.points) == ((DaySpan(720, 900),), ())


def test_a_span_up_to_midnight_ends_with_its_day() -> None:
    state = built(surprise("2026-11-23T21:00", "2026-11-24T00:00"))
    assert state.rows[1].spans == (DaySpan(1260, 1440),)
    assert state.rows[1].sentence == "Mon, 2026-11-23: 1 between 21:00 and midnight"


def test_quiet_hours_are_those_of_each_day() -> None:
    weekend = QuietHours((DayRange(TimeRange(0, 600), frozenset({5, 6})),))
    quiet = [row.quiet for row in built(quiet=weekend).rows[:2]]
    assert quiet == [(DaySpan(0, 600),), ()]


def test_a_night_is_said_beside_the_heading() -> None:
    assert built(quiet=NIGHT).note == "Quiet from 22:00 to 08:00."
    both = built(surprise("2026-11-23T09:00", "2026-11-23T12:00"), quiet=NIGHT)
    assert both.note == "Quiet from 22:00 to 08:00. Each bar holds one surprise."
    assert built().note == ""


def paused(since: str, until: Moment) -> Pause:
    return Pause(moment(since), until)


def test_a_pause_is_quiet_from_when_it_began_until_it_ends() -> None:
    rows = built(quiet=NIGHT, pause=paused("2026-11-22T13:30", moment("2026-11-24T10:00"))).rows
    assert [row.quiet for row in rows[:4]] == [
        (DaySpan(0, 480), DaySpan(810, 1440)),
        (DaySpan(0, 1440),),
        (DaySpan(0, 600), DaySpan(1320, 1440)),
        NIGHT_SPANS,
    ]


def test_a_pause_within_a_day_is_quiet_there_alone() -> None:
    rows = built(pause=paused("2026-11-22T13:30", moment("2026-11-22T14:30"))).rows
    assert [row.quiet for row in rows[:2]] == [(DaySpan(810, 870),), ()]


def test_a_pause_without_an_end_is_quiet_all_the_way() -> None:
    rows = built(pause=paused("2026-11-20T09:00", UNTIL_I_SAY)).rows
    assert {row.quiet for row in rows} == {(DaySpan(0, 1440),)}


def test_each_day_can_be_read() -> None:
    items = (
        surprise("2026-11-23T09:00", "2026-11-23T12:00"),
        surprise("2026-11-23T12:00", "2026-11-23T15:00"),
        surprise("2026-11-23T18:00", "2026-11-23T19:00"),
        known("2026-11-23T20:00"),
        known("2026-11-23T21:15"),
    )
    lines = built(*items).in_words.splitlines()
    assert lines[0] == "Today, 2026-11-22: nothing planned"
    assert lines[1] == (
        "Mon, 2026-11-23: 2 between 09:00 and 15:00, 1 between 18:00 and 19:00 and at 20:00 and 21:15"
    )
    assert len(lines) == 14


def test_the_night_in_which_clocks_go_back_has_its_times() -> None:
    clock = FakeClock("2027-10-31T01:00:00")
    clock.pass_time(hours=2.5)
    second = clock.now()
    item = Coming(second, second, second)
    state = built(item, now="2027-10-30T12:00")
    assert state.rows[1].points == (150,)


@pytest.mark.parametrize(
    ("parts", "text"), [((), ""), (("a",), "a"), (("a", "b"), "a and b"), (("a", "b", "c"), "a, b and c")]
)
def test_parts_are_joined_as_one_speaks(parts: tuple[str, ...], text: str) -> None:
    assert joined(parts) == text
