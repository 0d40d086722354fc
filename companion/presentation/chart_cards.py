"""The cards below the chart: what each shows, in words, bars and shapes, ready to be set on a screen."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum
from typing import TYPE_CHECKING

from companion.domain.zone import Zone
from companion.presentation.chart_card_words import (
    basis_of,
    cannot_say,
    hour_name,
    in_hundred,
    missing_of,
    pair_name,
    pair_text,
    period_name,
    rests_on,
    return_sentence,
    return_text,
    shares_sentence,
    steadiness_sentence,
    time_sentence,
    title_of,
    verdict_of,
)
from companion.presentation.chart_year import YearDay, year_days, year_sentence
from companion.presentation.timeline_words import zone_word
from companion.presentation.translation import _

if TYPE_CHECKING:
    from companion.application.chart_cards import Cards
    from companion.domain.figures import Figure
    from companion.domain.metrics.rhythm import Bin, Rhythm
    from companion.domain.side_by_side import Pair
    from companion.presentation.date_words import DateWords

ORDER = (Zone.ABOVE, Zone.INSIDE, Zone.BELOW, Zone.MIXED, Zone.UNSURE)


class CardKind(Enum):
    """The cards in the order in which they stand."""

    SHARES = "shares"
    RETURN = "return"
    HOURS = "hours"
    WEEKDAYS = "weekdays"
    STEADINESS = "steadiness"
    TIME = "time"
    ASKED = "asked"
    BESIDE = "beside"
    YEAR = "year"


@dataclass(frozen=True, slots=True)
class ShareBar:
    """One of the five answers: its share and likely range, 0 to 1, and the share in words."""

    zone: Zone
    name: str
    text: str
    value: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class RangeBar:
    """A mean with its likely range, in points."""

    label: str
    middle: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class PairRow:
    """A number of two sets of check-ins, and whether there is a clear difference."""

    name: str
    first: str
    second: str
    verdict: str


@dataclass(frozen=True, slots=True)
class Rows:
    """Two sets side by side under their names."""

    first: str
    second: str
    rows: tuple[PairRow, ...]


@dataclass(frozen=True, slots=True)
class FigureCard:
    """One card. Where something is `missing`, it shows no number.

    `picture` says in words what bars show, a line each; `cannot_say` stands behind an unfold.
    """

    kind: CardKind
    title: str
    headline: str = ""
    sentence: str = ""
    basis: str = ""
    missing: str = ""
    cannot_say: str = ""
    picture: str = ""
    shares: tuple[ShareBar, ...] = ()
    ranges: tuple[RangeBar, ...] = ()
    rows: Rows | None = None
    year: tuple[YearDay, ...] = ()


def empty_cards() -> tuple[FigureCard, ...]:
    """Every card with nothing but its title: before anything was computed."""
    return tuple(FigureCard(kind, title_of(kind.value)) for kind in CardKind)


def build_cards(cards: Cards, words: DateWords) -> tuple[FigureCard, ...]:
    """What the cards show of these numbers."""
    return (
        _shares(cards),
        _return(cards),
        _rhythm(CardKind.HOURS, cards.hours, [(hour_name(one.key), one) for one in cards.hours.bins]),
        _rhythm(CardKind.WEEKDAYS, cards.weekdays, _week(cards.weekdays, words)),
        _steadiness(cards),
        _time(cards),
        _asked(cards),
        _beside(cards, words),
        _year(cards, words),
    )


def _card(kind: CardKind, basis: str = "", missing: str = "", **shown: object) -> FigureCard:
    """A card that shows what it has only where nothing is missing."""
    made = FigureCard(kind, title_of(kind.value), basis=basis, missing=missing, cannot_say=cannot_say(kind.value))
    if missing:
        return made
    from dataclasses import replace

    return replace(made, **shown)  # type: ignore[arg-type]  # fields by name


def _shares(cards: Cards) -> FigureCard:
    figures = cards.numbers.figures
    bars = tuple(bar for zone in ORDER if (bar := _share_bar(zone, figures[f"share.{zone.value}"])) is not None)
    inside = figures["share.inside"]
    return _card(
        CardKind.SHARES,
        basis_of(inside, cards.numbers.answered),
        missing_of(inside),
        sentence=shares_sentence(inside),
        shares=bars,
        picture="\n".join(
            _("{zone}: {share}, likely {low} to {high}.").format(
                zone=bar.name, share=bar.text, low=round(bar.low * 100), high=round(bar.high * 100)
            )
            for bar in bars
        ),
    )


def _share_bar(zone: Zone, figure: Figure) -> ShareBar | None:
    if figure.value is None or figure.low is None or figure.high is None:
        return None
    return ShareBar(zone, zone_word(zone), in_hundred(figure.value), figure.value, figure.low, figure.high)


def _return(cards: Cards) -> FigureCard:
    figure = cards.numbers.figures["recovery_median_h"]
    return _card(
        CardKind.RETURN,
        basis_of(figure, cards.numbers.answered, is_times=True),
        missing_of(figure),
        headline=return_text(figure),
        sentence=return_sentence(figure),
    )


def _week(rhythm: Rhythm, words: DateWords) -> list[tuple[str, Bin]]:
    """The weekdays from the one that a week begins with here."""
    first = words.first_weekday()
    bins = sorted(rhythm.bins, key=lambda one: (one.key - first) % 7)
    return [(words.weekday(one.key), one) for one in bins]


def _rhythm(kind: CardKind, rhythm: Rhythm, named: list[tuple[str, Bin]]) -> FigureCard:
    shown = [(name, one) for name, one in named if not one.missing]
    sentence = (
        _("Mean energy in each three hours, with its likely range for these days.")
        if kind is CardKind.HOURS
        else _("Mean energy on each weekday, with its likely range for these days.")
    )
    hidden = len(rhythm.bins) - len(shown)
    if hidden:
        sentence += " " + _("What rests on fewer than 4 check-ins on 4 days is left out.")
    missing = missing_of(rhythm) or ("" if shown else _("No part has 4 check-ins on 4 days so far."))
    return _card(
        kind,
        basis_of(rhythm),
        missing,
        sentence=sentence,
        ranges=tuple(RangeBar(name, one.mean, one.low, one.high) for name, one in shown),
        picture="\n".join(_range_words(name, one) for name, one in shown),
    )


def _range_words(name: str, one: Bin) -> str:
    return _("{name}: {mean}, likely {low} to {high}.").format(
        name=name, mean=round(one.mean), low=round(one.low), high=round(one.high)
    )


def _steadiness(cards: Cards) -> FigureCard:
    figures = cards.numbers.figures
    relative, change = figures["relative_sd"], figures["rmssd"]
    missing = missing_of(relative) or missing_of(change)
    return _card(
        CardKind.STEADINESS,
        basis_of(relative, cards.numbers.answered),
        missing,
        sentence="" if missing else steadiness_sentence(relative, change),
    )


def _time(cards: Cards) -> FigureCard:
    figures = {zone: cards.numbers.figures[f"time_in_zone.{zone.value}"] for zone in ORDER}
    missing = missing_of(figures[Zone.INSIDE])
    return _card(
        CardKind.TIME,
        basis_of(figures[Zone.INSIDE], cards.numbers.answered),
        missing,
        sentence="" if missing else time_sentence(figures),
    )


def _asked(cards: Cards) -> FigureCard:
    return _rows(CardKind.ASKED, _("Asked"), _("By myself"), cards.asked_and_self)


def _beside(cards: Cards, words: DateWords) -> FigureCard:
    if cards.beside is None:
        nothing = _("There is nothing to lay beside these days: no check-in is old enough.")
        return _card(CardKind.BESIDE, missing=nothing)
    earlier, this = (period_name(one, cards.today, words) for one in (cards.beside.earlier, cards.period))
    return _rows(CardKind.BESIDE, earlier, this, cards.beside.pairs)


def _rows(kind: CardKind, first: str, second: str, pairs: tuple[Pair, ...]) -> FigureCard:
    """Both sides have to pass the gate of a level; without that nothing is compared."""
    level = pairs[0]
    missing = " ".join(
        _("{side}: {missing}").format(side=side, missing=missing_of(figure))
        for side, figure in ((first, level.first), (second, level.second))
        if figure.missing
    )
    rows = tuple(PairRow(pair_name(one.name), *pair_text(one), verdict_of(one)) for one in pairs)
    basis = _("{first}: {first_basis}. {second}: {second_basis}.").format(
        first=first, first_basis=rests_on(level.first), second=second, second_basis=rests_on(level.second)
    )
    return _card(kind, basis, missing, rows=Rows(first, second, rows))


def _year(cards: Cards, words: DateWords) -> FigureCard:
    last = cards.today if cards.today - cards.first_of_year < timedelta(days=7 * 53) else _end(cards)
    days = year_days(cards.first_of_year, last, cards.year, words)
    return _card(CardKind.YEAR, sentence=year_sentence(days), year=days)


def _end(cards: Cards) -> date:
    return cards.first_of_year + timedelta(days=7 * 53 - 1)
