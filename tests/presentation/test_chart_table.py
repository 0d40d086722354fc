"""The rows of the chart's table."""

from datetime import date

from companion.domain.day_summary import DaySummary
from companion.domain.line import LinePoint
from companion.domain.window import LikelyRange
from companion.domain.zone import Zone
from companion.presentation.chart_range import ChartRange
from companion.presentation.chart_table import day_row, headings, in_order, mark_row, rows_of
from companion.presentation.timeline import BandStep, TimelineMark
from companion.presentation.timeline_event import TimelineEvent
from tests.support.builders import a_check_in
from tests.support.charts import a_chart_state
from tests.support.date_words import PlainDateWords

WORDS = PlainDateWords()
AT = 1_795_352_760.0  # 2026-11-22 13:06 UTC
HOUR = 3600


def a_mark(
    arousal: int | None = 71, zone: Zone | None = Zone.ABOVE, hours: float = 0, *, was_asked: bool = True
) -> TimelineMark:
    at = AT + hours * HOUR
    return TimelineMark(f"id-{hours}", at + HOUR, at, HOUR, arousal, zone, was_asked)


def test_a_check_in_says_when_what_and_whether_it_was_asked_for() -> None:
    row = mark_row(a_mark(), (), WORDS)
    assert row.cells == ("Sun 2026-11-22 2026, 14:06", "71", "Above my window", "asked")
    assert row.check_in == ("id-0", AT)
    assert mark_row(a_mark(was_asked=False), (), WORDS).cells[3] == "by myself"


def test_what_was_not_answered_stays_empty_or_says_so() -> None:
    assert mark_row(a_mark(None, Zone.MIXED), (), WORDS).cells[1:3] == ("", "Mixed")
    assert mark_row(a_mark(50, None), (), WORDS).cells[1:3] == ("50", "No answer about my window")


def test_life_events_and_windows_stand_where_they_belong() -> None:
    rows = [mark_row(a_mark(hours=hours), (), WORDS) for hours in (0, 2, 4)]
    event = TimelineEvent("e", AT + 3 * HOUR + HOUR, AT + 3 * HOUR, HOUR, "Moved")
    guess = BandStep(rows[0].wall - 60, rows[1].wall, 30, 70, is_guess=True)
    found = in_order(rows, [event], [guess], (), WORDS)
    assert [row.cells[3] for row in found] == ["my window", "asked", "asked", "life event", "asked"]
    assert found[3].cells[2] == "Moved"
    assert found[0].cells[1:3] == ("30 to 70", "My window from here on, a starting guess")


def test_a_learned_window_says_how_sure_each_end_is() -> None:
    learned = BandStep(
        0, 9, 32, 71, is_guess=False, lower_likely=LikelyRange(28, 37), upper_likely=LikelyRange(66, 75)
    )
    assert in_order([], [], [learned], (), WORDS)[0].cells[2] == (
        "My window from here on, an estimate, lower end likely 28 to 37, upper end likely 66 to 75"
    )


def test_an_end_that_was_not_seen_is_not_named() -> None:
    half = BandStep(0, 9, 30, 71, is_guess=False, upper_likely=LikelyRange(66, 75), is_lower_seen=False)
    assert in_order([], [], [half], (), WORDS)[0].cells[1:3] == (
        "… to 71",
        "My window from here on, an estimate, upper end likely 66 to 75",
    )


def test_the_smooth_line_has_a_column_of_its_own_and_no_value_in_gaps() -> None:
    wall = a_mark().wall
    line = (LinePoint(wall - HOUR, 40, 30, 50), LinePoint(wall + HOUR, 60, 50, 70))
    assert mark_row(a_mark(), (line,), WORDS).cells[4] == "50, likely 40 to 60"
    assert mark_row(a_mark(hours=2), (line,), WORDS).cells[4] == ""
    assert headings(with_line=True)[4] == "Smooth line"
    assert len(headings(with_line=False)) == 4


def test_every_mark_of_the_chart_has_a_row() -> None:
    state = a_chart_state(*(a_check_in(hours_ago=hours) for hours in range(0, 100, 5)))
    rows = rows_of(state, WORDS)
    assert [row.check_in[0] for row in rows if row.check_in] == [mark.id for mark in state.marks]
    assert [row.wall for row in rows] == sorted(row.wall for row in rows)


def test_where_the_chart_has_bars_the_rows_are_bars() -> None:
    state = a_chart_state(
        *(a_check_in(hours_ago=hours) for hours in range(400)), chart_range=ChartRange.ALL, pixels=80
    )
    assert state.bins
    kinds = [row.cells[3] for row in rows_of(state, WORDS)]
    assert kinds.count("several together") == len(state.bins)


def test_a_day_says_where_most_lie_only_of_many() -> None:
    def what(counts: dict[int, int]) -> str:
        total = sum(counts.values())
        return day_row(
            DaySummary(date(2026, 11, 22), total, total, {Zone.INSIDE: total}, counts), 0, (), WORDS
        ).cells[2]

    assert what({50: 1}) == "1 check-in, 1 inside"
    assert what({40: 1, 60: 1}) == "2 check-ins, 2 inside, between 40 and 60"
    assert what(dict.fromkeys(range(0, 101, 10), 1)) == "11 check-ins, 11 inside, 8 in 10 between 10 and 90"
