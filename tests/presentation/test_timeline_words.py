"""The chart in words."""

import itertools
from dataclasses import replace
from datetime import date, datetime

import pytest

from companion.domain.checkin import CheckIn
from companion.domain.day_start import START_OF_DAY
from companion.domain.life_event import LifeEvent
from companion.domain.period import Period, day_wall
from companion.domain.zone import Zone
from companion.presentation.bins import Bin
from companion.presentation.chart_range import ChartRange
from companion.presentation.timeline import Emptiness, TimelineMark, TimelineState
from companion.presentation.timeline_event import TimelinePractice, timeline_event
from companion.presentation.timeline_words import (
    back_inside,
    bin_words,
    bins_legend,
    empty_words,
    event_words,
    moment_words,
    range_sentence,
    summary,
    thing_words,
    zone_word,
)
from tests.support.builders import a_check_in, a_moment
from tests.support.charts import a_chart_state
from tests.support.date_words import PlainDateWords

TODAY = date(2026, 11, 22)
WORDS = PlainDateWords()


class ShortDateWords(PlainDateWords):
    """Days as they look in a chart."""

    def day(self, day: date) -> str:
        return f"{day.day} {day:%b}"


def a_state(first: date, last: date, check_ins: int = 0, days_without: int = 0) -> TimelineState:
    start, end = Period(first, last).wall_span(START_OF_DAY)
    return TimelineState(
        ChartRange.MONTH, Period(first, last), TODAY, start, end, check_ins=check_ins, days_without=days_without
    )


def a_mark(arousal: int | None, zone: Zone | None, *, was_asked: bool = True) -> TimelineMark:
    at = datetime.fromisoformat("2026-11-04T11:05:00+01:00").timestamp()
    return TimelineMark("id", at + 3600, at, 3600, arousal, zone, was_asked)


def test_the_range_is_a_sentence() -> None:
    state = a_state(date(2026, 10, 26), TODAY, check_ins=124, days_without=4)

    assert range_sentence(state, ShortDateWords()) == "26 Oct to 22 Nov, 124 check-ins, 4 days without"


def test_one_is_said_as_one() -> None:
    state = a_state(date(2026, 10, 26), TODAY, check_ins=1, days_without=1)

    assert range_sentence(state, ShortDateWords()) == "26 Oct to 22 Nov, 1 check-in, 1 day without"


def test_no_days_without_are_not_mentioned() -> None:
    state = a_state(date(2026, 10, 26), TODAY, check_ins=124)

    assert range_sentence(state, ShortDateWords()) == "26 Oct to 22 Nov, 124 check-ins"


def test_other_years_are_named() -> None:
    state = a_state(date(2025, 11, 23), TODAY, check_ins=2)

    assert range_sentence(state, ShortDateWords()) == "23 Nov 2025 to 22 Nov 2026, 2 check-ins"


def test_a_single_day_is_named_in_full() -> None:
    assert range_sentence(a_state(TODAY, TODAY, check_ins=6), WORDS) == "2026-11-22, 6 check-ins"
    last_year = date(2025, 11, 22)
    assert range_sentence(a_state(last_year, last_year, check_ins=6), WORDS) == "2025-11-22 2025, 6 check-ins"


def test_an_empty_range_counts_nothing() -> None:
    assert range_sentence(a_state(date(2026, 10, 26), TODAY), ShortDateWords()) == "26 Oct to 22 Nov"


@pytest.mark.parametrize(
    ("arousal", "zone", "said"),
    [
        (92, Zone.ABOVE, "92, above my window"),
        (50, Zone.INSIDE, "50, inside my window"),
        (12, Zone.BELOW, "12, below my window"),
        (61, Zone.MIXED, "61, mixed"),
        (48, Zone.UNSURE, "48, not sure"),
        (50, None, "50, no answer about my window"),
        (None, Zone.BELOW, "below my window, no energy noted"),
        (None, None, "no energy noted"),
    ],
)
def test_a_moment_says_what_was_noted(arousal: int | None, zone: Zone | None, said: str) -> None:
    assert moment_words(a_mark(arousal, zone), WORDS).headline == said


def test_a_moment_says_when_it_was_there_and_whether_it_was_asked() -> None:
    words = ShortDateWords()

    assert moment_words(a_mark(92, Zone.ABOVE), words).detail == "Wed 4 Nov, 11:05 · asked"
    assert moment_words(a_mark(92, Zone.ABOVE, was_asked=False), words).detail == "Wed 4 Nov, 11:05 · by myself"


def test_a_moment_is_spoken_as_one_sentence() -> None:
    spoken = moment_words(a_mark(92, Zone.ABOVE), ShortDateWords()).spoken

    assert spoken == "Wed 4 Nov, 11:05: 92, above my window, asked"


def test_a_bin_says_its_days_and_its_range() -> None:
    start = day_wall(date(2026, 11, 2), START_OF_DAY)
    state = replace(a_state(date(2026, 1, 1), TODAY), days_in_bin=7)
    found = Bin(start, start + 7 * 86400, 31.4, 50.0, 68.6, 42)

    said = bin_words(found, state, ShortDateWords())

    assert said.headline == "middle 50, most between 31 and 69"
    assert said.detail == "2 Nov 2026 to 8 Nov 2026, 42 check-ins"


def test_a_bin_of_minutes_says_its_time() -> None:
    start = day_wall(TODAY, START_OF_DAY) + 5 * 3600
    found = Bin(start, start + 1800, 31, 50, 69, 42)

    assert bin_words(found, a_state(TODAY, TODAY), ShortDateWords()).detail == "22 Nov, 09:00 to 09:30, 42 check-ins"


def test_the_legend_says_how_long_a_bin_is() -> None:
    state = a_state(date(2026, 1, 1), TODAY)

    assert "7 days" in bins_legend(replace(state, days_in_bin=7))
    assert "a day" in bins_legend(replace(state, days_in_bin=1))
    assert "day" not in bins_legend(replace(state, days_in_bin=0))


def test_every_answer_has_another_word() -> None:
    words = [zone_word(zone) for zone in (*Zone, None)]

    assert all(first != second for first, second in itertools.combinations(words, 2))


def test_where_there_is_nothing_there_is_one_sentence_and_at_most_one_action() -> None:
    assert empty_words(Emptiness.NO_CHECK_INS).action == "Check in"
    assert empty_words(Emptiness.NONE_IN_RANGE).action == "Show all"
    assert empty_words(Emptiness.LOCKED).action == ""
    assert all(empty_words(kind).sentence for kind in Emptiness if kind is not Emptiness.NONE)


def test_the_summary_says_what_the_range_holds() -> None:
    state = a_chart_state(a_check_in(40), a_check_in(60, hours_ago=3), a_check_in(90, Zone.ABOVE, 5))

    assert summary(state, PlainDateWords()) == (
        "2026-10-26 to 2026-11-22, 3 check-ins. Middle of the energy: 60 of 100. 2 check-ins inside my window."
    )


def test_the_summary_of_an_empty_range_is_the_range() -> None:
    assert summary(a_chart_state(), PlainDateWords()) == "2026-10-26 to 2026-11-22."


def test_a_life_event_is_told_by_its_title_and_never_by_its_note() -> None:
    event = timeline_event(LifeEvent("e", a_moment(24), a_moment(), "Moved house", "a private sentence"))
    words = event_words(event, PlainDateWords())

    assert (words.headline, words.detail) == ("Moved house", "Sat 2026-11-21, 14:06 · life event")
    assert words.spoken == "Sat 2026-11-21, 14:06: life event, Moved house"


def test_after_a_moment_outside_it_says_when_it_was_inside_again() -> None:
    above, mixed, inside = a_check_in(92, Zone.ABOVE, 5), a_check_in(70, Zone.MIXED, 4), a_check_in(50, hours_ago=2)
    state = a_chart_state(above, mixed, inside)
    words = moment_words(state.marks[0], PlainDateWords(), back_inside(state.marks[0], state))

    assert words.after == "inside again by 12:06"
    assert words.spoken.endswith("92, above my window, by myself, inside again by 12:06")


@pytest.mark.parametrize(
    "check_ins",
    [
        (a_check_in(92, Zone.ABOVE, 24), a_check_in(50)),
        (a_check_in(92, Zone.ABOVE, 3), a_check_in(90, Zone.ABOVE)),
        (a_check_in(50, Zone.MIXED, 3), a_check_in(50)),
        (a_check_in(50, Zone.INSIDE, 3), a_check_in(50)),
    ],
    ids=["the next day", "never inside", "mixed", "inside"],
)
def test_otherwise_it_says_nothing_of_coming_back(check_ins: tuple[CheckIn, ...]) -> None:
    state = a_chart_state(*check_ins)

    assert back_inside(state.marks[0], state) is None


def test_a_bar_is_told_with_the_answers_it_holds() -> None:
    state = a_chart_state(
        *(a_check_in(50, (Zone.BELOW, Zone.INSIDE, None)[n % 3], 24 * 3 + n / 200) for n in range(1500))
    )
    words = bin_words(state.bins[0], state, PlainDateWords())
    counts = state.bins[0].zones

    assert words.after == f"{counts[Zone.INSIDE]} inside, {counts[Zone.BELOW]} below"
    assert words.spoken.endswith(words.after)


def test_a_practice_says_its_name_and_nothing_of_what_came_of_it() -> None:
    practice = TimelinePractice("p", 1_800_000_000.0, 1_800_000_000.0, 0, "A short walk")
    said = thing_words(practice, PlainDateWords())
    assert said.headline == "A short walk"
    assert said.detail.endswith(" · practice")
    assert said.spoken.endswith(": practice, A short walk")
    assert said.after == ""
