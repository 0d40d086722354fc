"""The page for a session: which words and numbers stand on it, and in which order."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from companion.domain.checkin import CheckIn
from companion.domain.zone import Zone
from companion.presentation.chart_card_words import (
    basis_of,
    hour_name,
    in_hundred,
    missing_of,
    return_sentence,
    return_text,
    title_of,
)
from companion.presentation.chart_range import Place
from companion.presentation.journal_row import headline_of
from companion.presentation.report_codebook import codebook
from companion.presentation.timeline import Room, TimelineState, build_state
from companion.presentation.timeline_event import timeline_events
from companion.presentation.timeline_words import range_sentence, zone_word
from companion.presentation.translation import _

if TYPE_CHECKING:
    from companion.application.report import Findings, Note
    from companion.domain.figures import Figure, Figures
    from companion.domain.metrics.rhythm import Bin, Rhythm
    from companion.domain.moment import Moment
    from companion.presentation.date_words import DateWords

PAPER = Room(pixels=640, labels=7)
_ORDER = (Zone.ABOVE, Zone.INSIDE, Zone.BELOW, Zone.MIXED, Zone.UNSURE)


class Share(NamedTuple):
    """One of the five answers: how much of all it is, 0 to 1, and that in words."""

    zone: Zone
    name: str
    value: float
    words: str


class Reach(NamedTuple):
    """Hours of the day or a weekday: its mean and likely range in arousal points, and those in words."""

    name: str
    middle: float
    low: float
    high: float
    words: str


class Section(NamedTuple):
    """One thing the page says; `shares` or `reaches` are drawn and written out, `lines` are sentences."""

    title: str
    lines: tuple[str, ...]
    headline: str = ""
    shares: tuple[Share, ...] = ()
    reaches: tuple[Reach, ...] = ()


class Said(NamedTuple):
    """What the person wrote: when, what it was, and their words."""

    when: str
    what: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class ReportPage:
    """Everything on the page. It does not say when it was made, so that the same page is the same file."""

    title: str
    lead: str
    caution: str
    chart: TimelineState
    sections: tuple[Section, ...]
    events: tuple[Said, ...]
    notes: tuple[Said, ...]
    codebook: tuple[tuple[str, str], ...]


def build_page(found: Findings, notes: Iterable[Note], words: DateWords, *, with_events: bool = True) -> ReportPage:
    """The page of what was found, with these notes, oldest first, and no others."""
    chart = _chart(found, words, with_events=with_events)
    chosen = sorted(notes, key=lambda note: (note.experienced_at.utc, note.id))
    return ReportPage(
        title=_("Arousal over time"),
        lead=range_sentence(chart, words),
        caution=_("Self-report, not a measurement."),
        chart=chart,
        sections=(_shares(found), _coming_back(found.numbers.figures), *_rhythms(found, words)),
        events=tuple(Said(_day(event.experienced_at, words), event.title) for event in found.events)
        if with_events
        else (),
        notes=tuple(said_of(note, words) for note in chosen),
        codebook=codebook(),
    )


def said_of(note: Note, words: DateWords) -> Said:
    """A check-in's note or a reflection as it stands on the page."""
    moment = note.experienced_at
    when = _("{day}, {time}").format(day=_day(moment, words), time=words.time(moment.local))
    if not isinstance(note, CheckIn):
        return Said(when, " ".join(note.question.split()) or _("Reflection"), note.text)
    energy = "" if note.arousal is None else _("energy {points}").format(points=note.arousal)
    return Said(when, ", ".join(filter(None, (headline_of(note), energy))), note.note)


def _chart(found: Findings, words: DateWords, *, with_events: bool) -> TimelineState:
    state = build_state(found.look, Place(), PAPER, words)
    events = timeline_events(found.events, state.start, state.end) if with_events else ()
    return replace(state, lines=found.line, events=events)


def _shares(found: Findings) -> Section:
    figures, title = found.numbers.figures, title_of("shares")
    first, basis = figures[f"share.{Zone.INSIDE.value}"], found.numbers.answered
    if not first.is_open:
        return Section(title, (_not_yet(first), basis_of(first, basis)))
    shares = tuple(_share(zone, figures[f"share.{zone.value}"]) for zone in _ORDER)
    return Section(title, (basis_of(first, basis),), shares=shares)


def _share(zone: Zone, figure: Figure) -> Share:
    low, high = (round((number or 0.0) * 100) for number in (figure.low, figure.high))
    words = _("{share}, likely {low} to {high}").format(share=in_hundred(figure.value or 0.0), low=low, high=high)
    return Share(zone, zone_word(zone), figure.value or 0.0, words)


def _coming_back(figures: Figures) -> Section:
    figure = figures["recovery_median_h"]
    basis = basis_of(figure, is_times=True)
    if not figure.is_open:
        return Section(title_of("return"), (_not_yet(figure), basis))
    return Section(title_of("return"), (return_sentence(figure), basis), return_text(figure))


def _rhythms(found: Findings, words: DateWords) -> tuple[Section, ...]:
    return (
        _rhythm(title_of("hours"), found.hours, hour_name),
        _rhythm(title_of("weekdays"), found.weekdays, words.weekday),
    )


def _rhythm(title: str, rhythm: Rhythm, name: Callable[[int], str]) -> Section:
    shown = [one for one in rhythm.bins if not one.missing]
    if rhythm.missing or not shown:
        return Section(title, (_not_yet(rhythm), basis_of(rhythm)))
    meaning = _("Mean energy with its likely range, where at least 4 days speak.")
    reaches = tuple(_reach(one, name(one.key)) for one in shown)
    return Section(title, (f"{meaning} {basis_of(rhythm)}",), reaches=reaches)


def _reach(one: Bin, name: str) -> Reach:
    words = _("{middle}, likely {low} to {high}").format(
        middle=round(one.mean), low=round(one.low), high=round(one.high)
    )
    return Reach(name, one.mean, one.low, one.high, words)


def _not_yet(shown: Figure | Rhythm) -> str:
    return _("Too little yet for a number. {missing}").format(missing=missing_of(shown)).strip()


def _day(moment: Moment, words: DateWords) -> str:
    return _("{weekday} {day}").format(
        weekday=words.weekday(moment.local.weekday()), day=words.day(moment.local.date())
    )
