"""Sentences of the cards below the chart: numbers with their uncertainty, what they rest on, what they cannot say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.domain.metrics.gates import FLOOR_HOURS
from companion.domain.zone import Zone
from companion.presentation.metrics_words import answered_line, shortfalls_text
from companion.presentation.number_words import number_text
from companion.presentation.timeline_words import zone_word
from companion.presentation.translation import _, ngettext

if TYPE_CHECKING:
    from datetime import date

    from companion.domain.answered_of_shown import AnsweredOfShown
    from companion.domain.figures import Figure
    from companion.domain.metrics.rhythm import Rhythm
    from companion.domain.period import Period
    from companion.domain.side_by_side import Pair
    from companion.presentation.date_words import DateWords

BIN_HOURS = 3


def title_of(kind: str) -> str:
    """What a card is called, by the value of its kind."""
    return {
        "shares": _("Where my check-ins were"),
        "return": _("Coming back"),
        "hours": _("Time of day"),
        "weekdays": _("Weekdays"),
        "steadiness": _("Steadiness"),
        "time": _("About how long in each zone"),
        "asked": _("Asked, and by myself"),
        "beside": _("Two periods side by side"),
        "year": _("A year of days"),
    }[kind]


def cannot_say(kind: str) -> str:
    """What the numbers of a card do not tell, however many check-ins there are."""
    oneself = _("One person, by their own account. These numbers cannot be compared with other people's.")
    absent = _("People answer less when busy or flooded, so what is not here is not like what is.")
    ahead = _("It says nothing about the days to come.")
    return {
        "shares": f"{oneself} {absent} {_('A zone that is rare needs three to five weeks to show.')} {ahead}",
        "return": f"{oneself} {_('There is no usual time to return that this could be held against.')} {absent}",
        "hours": f"{oneself} {_('It does not say why an hour differs from another.')} {absent}",
        "weekdays": f"{oneself} {_('It does not say why a day differs from another.')} {absent}",
        "steadiness": " ".join(
            (
                _("Less variation can be practice with the line, numbness or calm. It is neither better nor worse."),
                _("A mean near an end of the line leaves less room; this share takes that into account."),
                oneself,
            )
        ),
        "time": " ".join(
            (
                _("Nobody asked between two check-ins: each stands for up to two hours around it."),
                _("It is no more exact than the share of check-ins."),
                absent,
            )
        ),
        "asked": " ".join(
            (
                _("Moments one notes by oneself are special ones, so the two need not agree."),
                _("A difference does not say what brought it about."),
            )
        ),
        "beside": " ".join(
            (
                _("A difference does not say what brought it about."),
                _("The first 14 days, while the line was still new, belong to neither side."),
                oneself,
            )
        ),
        "year": f"{_('A day is more than its most frequent answer.')} {absent}",
    }[kind]


def missing_of(shown: Figure | Rhythm) -> str:
    """What is missing before a number may be shown; "" if nothing is."""
    return shortfalls_text(shown.missing)


def basis_of(shown: Figure | Rhythm, answered: AnsweredOfShown | None = None, *, is_times: bool = False) -> str:
    """What a number rests on, and how much was answered of what was asked."""
    rests = _("From {what}.").format(what=rests_on(shown, is_times=is_times))
    return f"{rests} {answered_line(answered)}" if answered is not None and answered.shown else rests


def rests_on(shown: Figure | Rhythm, *, is_times: bool = False) -> str:
    """How many check-ins on how many days, or times outside."""
    days = ngettext("{count} day", "{count} days", shown.days).format(count=shown.days)
    if is_times:
        what = ngettext("{count} time outside", "{count} times outside", shown.n)
    else:
        what = ngettext("{count} check-in", "{count} check-ins", shown.n)
    return _("{what} on {days}").format(what=what.format(count=shown.n), days=days)


def in_hundred(share: float) -> str:
    """A share as "68 in 100"."""
    return _("{share} in 100").format(share=round(share * 100))


def shares_sentence(inside: Figure) -> str:
    """How many of a hundred check-ins were inside, and between what that probably lies."""
    if inside.value is None or inside.low is None or inside.high is None:
        return ""
    return _("{share} inside; for these days likely between {low} and {high}.").format(
        share=in_hundred(inside.value), low=round(inside.low * 100), high=round(inside.high * 100)
    )


def return_text(figure: Figure) -> str:
    """The median time to return; never finer than the time between check-ins."""
    if figure.value is None:
        return ""
    return (
        _hours(figure.value) if figure.value <= FLOOR_HOURS else _("about {hours}").format(hours=_hours(figure.value))
    )


def return_sentence(figure: Figure) -> str:
    """The same as a sentence, with its likely range."""
    if figure.value is None:
        return ""
    if figure.value <= FLOOR_HOURS:
        first = _("Half of the times outside, I was back inside in {hours} h or less.").format(hours=int(FLOOR_HOURS))
    else:
        first = _("Half of the times outside, I was back inside in {hours} or less.").format(
            hours=_hours(figure.value)
        )
    return " ".join(
        (first, *_return_range(figure), _("What is shorter than the time between two check-ins cannot be seen."))
    )


def steadiness_sentence(relative: Figure, change: Figure) -> str:
    """How far the energy spread, of what its mean leaves room for, and how far it moved from one to the next."""
    spread = _("The energy spread over {share} % of what its mean leaves room for{likely}.").format(
        share=round((relative.value or 0) * 100), likely=_likely(relative, 100)
    )
    moved = _("From one check-in to the next it changed by about {points} points{likely}.").format(
        points=round(change.value or 0), likely=_likely(change, 1)
    )
    return f"{spread} {moved}"


def time_sentence(figures: dict[Zone, Figure]) -> str:
    """About how much of the covered hours lay in each zone."""
    inside = figures[Zone.INSIDE]
    first = _("About {share} % of the hours around check-ins inside{likely}.").format(
        share=round((inside.value or 0) * 100), likely=_likely(inside, 100)
    )
    others = [
        _("{share} % {zone}").format(share=round((figure.value or 0) * 100), zone=zone_word(zone))
        for zone, figure in figures.items()
        if zone is not Zone.INSIDE
    ]
    return _("{first} The rest about: {others}.").format(first=first, others=", ".join(others))


def hour_name(hour: int) -> str:
    """Three hours from that one on, such as "06–09"."""
    return _("{start}–{end}").format(start=f"{hour:02d}", end=f"{hour + BIN_HOURS:02d}")


def period_name(period: Period, today: date, words: DateWords) -> str:
    """A period by its first and last day, with years where they are not this one."""
    is_this_year = period.first.year == period.last.year == today.year

    def name(day: date) -> str:
        short = words.day(day)
        return short if is_this_year else _("{day} {year}").format(day=short, year=day.year)

    if period.first == period.last:
        return name(period.first)
    return _("{first} to {last}").format(first=name(period.first), last=name(period.last))


def pair_name(name: str) -> str:
    """What is compared."""
    return {
        "mean": _("Energy, mean"),
        "share.inside": _("Inside my window"),
        "relative_sd": _("Spread, of what is possible"),
    }[name]


def pair_text(pair: Pair) -> tuple[str, str]:
    """The number of both sides."""
    return _number(pair.name, pair.first), _number(pair.name, pair.second)


def verdict_of(pair: Pair) -> str:
    """How the second differs from the first, only where that is clear by both tests."""
    found = pair.difference
    if found is None:
        return ""
    if not found.is_clear:
        return _("no clear difference")
    scale = 1 if pair.name == "mean" else 100
    low, high = sorted((abs(found.low), abs(found.high)))
    values = {"by": round(abs(found.value) * scale), "low": round(low * scale), "high": round(high * scale)}
    if found.value > 0:
        return _("{by} higher, likely {low} to {high}").format(**values)
    return _("{by} lower, likely {low} to {high}").format(**values)


def _number(name: str, figure: Figure) -> str:
    if figure.value is None or figure.missing:
        return _("not yet")
    scale = 1 if name == "mean" else 100
    number = _plain(name, figure)
    if figure.low is None or figure.high is None:
        return number
    return _("{number} (likely {low} to {high})").format(
        number=number, low=round(figure.low * scale), high=round(figure.high * scale)
    )


def _plain(name: str, figure: Figure) -> str:
    assert figure.value is not None
    if name == "mean":
        return str(round(figure.value))
    if name.startswith("share."):
        return in_hundred(figure.value)
    return _("{number} %").format(number=round(figure.value * 100))


def _likely(figure: Figure, scale: float) -> str:
    if figure.low is None or figure.high is None:
        return ""
    return _(" (for these days likely {low} to {high})").format(
        low=round(figure.low * scale), high=round(figure.high * scale)
    )


def _hours(hours: float) -> str:
    if hours <= FLOOR_HOURS:
        return _("{hours} h or less").format(hours=int(FLOOR_HOURS))
    return _("{hours} h").format(hours=number_text(f"{hours:.1f}"))


def _return_range(figure: Figure) -> tuple[str, ...]:
    """Without either end there is no range: all returns took as long."""
    if figure.low is None and figure.high is None:
        return ()
    low, is_floor = _hours(figure.low or 0.0), (figure.low or 0.0) <= FLOOR_HOURS
    if figure.high is None:
        longer = _("It may take longer; these days cannot tell how much.")
        return (longer,) if is_floor else (_("Likely at least {low}.").format(low=low), longer)
    if figure.high <= FLOOR_HOURS:
        return (_("Likely so: the range ends there too."),)
    high = _hours(figure.high)
    if is_floor:
        return (_("Likely at most {high}.").format(high=high),)
    return (_("Likely from {low} to {high}.").format(low=low, high=high),)
