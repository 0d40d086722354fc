"""The chart as a table: the same facts in rows, in the order of time."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, timedelta, timezone
from typing import TYPE_CHECKING, NamedTuple

from companion.domain.day_summary import quantile_of_counts
from companion.domain.zone import Zone
from companion.presentation.bins import HIGH_SHARE, LOW_SHARE, MIDDLE_SHARE, Bin
from companion.presentation.time_axis import dated
from companion.presentation.timeline import BandStep, TimelineMark
from companion.presentation.timeline_event import TimelineEvent, TimelinePractice
from companion.presentation.timeline_words import bin_words, zone_word
from companion.presentation.translation import _, ngettext
from companion.presentation.zones import zone_label

if TYPE_CHECKING:
    from companion.domain.day_summary import DaySummary
    from companion.domain.line import Stretch
    from companion.presentation.date_words import DateWords
    from companion.presentation.timeline import TimelineState

_ENOUGH_FOR_MOST = 10
_ZONES: tuple[Zone | None, ...] = (Zone.ABOVE, Zone.INSIDE, Zone.BELOW, Zone.MIXED, Zone.UNSURE, None)


class TableRow(NamedTuple):
    """One fact. `cells` are its words under the headings; `zone` and `was_asked` say the shape of a check-in.

    `check_in` is its id with its seconds since 1970 UTC, None for what is no check-in.
    """

    wall: float
    cells: tuple[str, ...]
    zone: Zone | None = None
    was_asked: bool = True
    check_in: tuple[str, float] | None = None


def headings(*, with_line: bool) -> tuple[str, ...]:
    """What stands above the columns."""
    line = (_("Smooth line"),) if with_line else ()
    return (_("When"), _("Energy"), _("What was noted"), _("Kind"), *line)


def rows_of(state: TimelineState, words: DateWords) -> list[TableRow]:
    """Everything that the chart draws, oldest first."""
    marks = [mark_row(mark, state.lines, words) for mark in state.marks]
    bins = [_bin_row(found, state, words) for found in state.bins]
    return in_order([*marks, *bins], [*state.events, *state.practices], state.bands, state.lines, words)


def in_order(
    rows: Sequence[TableRow],
    things: Iterable[TimelineEvent | TimelinePractice],
    bands: Iterable[BandStep],
    lines: Sequence[Stretch],
    words: DateWords,
) -> list[TableRow]:
    """`rows` with life events, practices and steps of the window where they belong; the rows keep their order."""
    others = [
        *(_band_row(step, lines, words) for step in bands),
        *(_thing_row(thing, lines, words) for thing in things),
    ]
    merged: list[TableRow] = []
    reached = 0
    for other in sorted(others, key=lambda row: row.wall):
        while reached < len(rows) and rows[reached].wall < other.wall:
            merged.append(rows[reached])
            reached += 1
        merged.append(other)
    return [*merged, *rows[reached:]]


def mark_row(mark: TimelineMark, lines: Sequence[Stretch], words: DateWords) -> TableRow:
    """A check-in; never its note."""
    local = datetime.fromtimestamp(mark.at, timezone(timedelta(seconds=mark.offset)))
    what = zone_label(mark.zone) or _("No answer about my window")
    energy = "" if mark.arousal is None else str(mark.arousal)
    kind = _("asked") if mark.was_asked else _("by myself")
    cells = (_when(local, words), energy, what, kind, *_line_cell(mark.wall, lines))
    return TableRow(mark.wall, cells, mark.zone, mark.was_asked, (mark.id, mark.at))


def day_row(day: DaySummary, wall: float, lines: Sequence[Stretch], words: DateWords) -> TableRow:
    """A day, of which `wall` is the middle: how its check-ins were answered, and where they lie."""
    when = _("{weekday} {day}").format(weekday=words.weekday(day.day.weekday()), day=dated(day.day, words))
    said = [ngettext("{count} check-in", "{count} check-ins", day.check_ins).format(count=day.check_ins)]
    answered = [(zone, day.zones.get(zone, 0)) for zone in _ZONES]
    said += [_("{count} {zone}").format(count=count, zone=zone_word(zone)) for zone, count in answered if count]
    said += _spread(day.arousal)
    middle = quantile_of_counts(day.arousal, MIDDLE_SHARE)
    energy = "" if middle is None else str(round(middle))
    return TableRow(wall, (when, energy, ", ".join(said), _("day"), *_line_cell(wall, lines)))


def _spread(counts: dict[int, int]) -> list[str]:
    """Between what they lie; most of them only where there are enough for that to mean something."""
    total = sum(counts.values())
    low, high = quantile_of_counts(counts, LOW_SHARE), quantile_of_counts(counts, HIGH_SHARE)
    if total < 2 or low is None or high is None:
        return []
    if total < _ENOUGH_FOR_MOST:
        return [_("between {low} and {high}").format(low=min(counts), high=max(counts))]
    return [_("8 in 10 between {low} and {high}").format(low=round(low), high=round(high))]


def _thing_row(thing: TimelineEvent | TimelinePractice, lines: Sequence[Stretch], words: DateWords) -> TableRow:
    local = datetime.fromtimestamp(thing.at, timezone(timedelta(seconds=thing.offset)))
    kind = _("life event") if isinstance(thing, TimelineEvent) else _("practice")
    return TableRow(thing.wall, (_when(local, words), "", thing.title, kind, *_line_cell(thing.wall, lines)))


def _band_row(step: BandStep, lines: Sequence[Stretch], words: DateWords) -> TableRow:
    """From when on which window holds, with how sure its ends are."""
    span = _("{lower} to {upper}").format(
        lower=step.lower if step.is_lower_seen else "…", upper=step.upper if step.is_upper_seen else "…"
    )
    when = _when(datetime.fromtimestamp(step.start, UTC), words)
    return TableRow(step.start, (when, span, _window_words(step), _("my window"), *_line_cell(step.start, lines)))


def _window_words(step: BandStep) -> str:
    if step.is_guess:
        return _("My window from here on, a starting guess")
    if not step.is_learned:
        return _("My window from here on")
    said = [_("My window from here on, an estimate")]
    if step.is_lower_seen and step.lower_likely is not None:
        likely = step.lower_likely
        said.append(_("lower end likely {low} to {high}").format(low=round(likely.low), high=round(likely.high)))
    if step.is_upper_seen and step.upper_likely is not None:
        likely = step.upper_likely
        said.append(_("upper end likely {low} to {high}").format(low=round(likely.low), high=round(likely.high)))
    return ", ".join(said)


def _bin_row(found: Bin, state: TimelineState, words: DateWords) -> TableRow:
    told = bin_words(found, state, words)
    cells = (told.detail, str(round(found.middle)), told.headline, _("several together"))
    return TableRow(found.start, (*cells, *_line_cell((found.start + found.end) / 2, state.lines)))


def _when(local: datetime, words: DateWords) -> str:
    """With the weekday and the year: a table can be long."""
    day = dated(local.date(), words)
    return _("{weekday} {day}, {time}").format(
        weekday=words.weekday(local.weekday()), day=day, time=words.time(local)
    )


def _line_cell(wall: float, lines: Sequence[Stretch]) -> tuple[str, ...]:
    """What the smooth line says there, if there is one in the table."""
    return (_line_words(wall, lines),) if lines else ()


def _line_words(wall: float, lines: Sequence[Stretch]) -> str:
    for stretch in lines:
        if stretch[0].wall <= wall <= stretch[-1].wall:
            after = min(bisect_right(stretch, wall, key=lambda point: point.wall), len(stretch) - 1)
            before, behind = stretch[max(0, after - 1)], stretch[after]
            width = behind.wall - before.wall
            share = (wall - before.wall) / width if width else 0.0
            value, low, high = (
                round(one + (other - one) * share) for one, other in zip(before[1:], behind[1:], strict=True)
            )
            return _("{value}, likely {low} to {high}").format(value=value, low=low, high=high)
    return ""
