"""Words for numbers: what each is called, how it reads with its range, and what is missing for its gate."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.domain.metrics.gates import FLOOR_HOURS, Need, Shortfall
from companion.presentation.number_words import number_text
from companion.presentation.translation import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Iterable

    from companion.domain.answered_of_shown import AnsweredOfShown
    from companion.domain.figures import Figure

_PERCENT = ("relative_sd", "pac", "pac_up", "pac_down", "share.", "time_in_zone.")
_ABOUT = ("time_in_zone.",)
_RECOVERY = "recovery_median_h"
_SENTENCES = (Need.COVERAGE, Need.NOT_DEFINED)


def shortfall_sentence(missing: Shortfall) -> str:
    """How much is needed and how much there is, as one sentence."""
    return shortfalls_text((missing,))


def shortfalls_text(missing: Iterable[Shortfall]) -> str:
    """All that is missing for a number: what is counted as one sentence, then what else there is to say."""
    told = tuple(missing)
    counted = ", ".join(_filled(_counted(one), one) for one in told if one.need not in _SENTENCES)
    others = (_filled(_sentence(one.need), one) for one in told if one.need in _SENTENCES)
    return " ".join((*((_("{what} so far.").format(what=counted),) if counted else ()), *others))


def figure_line(name: str, figure: Figure, *, even_closed: bool = False) -> str:
    """What the number says, with its range and what it rests on; or what is missing for it."""
    missing = shortfalls_text(figure.missing)
    if figure.value is None or (figure.missing and not even_closed):
        return _("not yet. {missing}").format(missing=missing)
    line = ", ".join(filter(None, (_value(name, figure), _reach(name, figure), _basis(name, figure))))
    return _("{line} (too little to rest on. {missing})").format(line=line, missing=missing) if missing else line


def figure_name(name: str, acute: int) -> str:
    """What the number is; `acute` is how many points a change needs to count."""
    zone = name.partition(".")[2]
    if name.startswith("share."):
        return _("Share of check-ins, {zone}").format(zone=_zone(zone))
    if name.startswith("time_in_zone."):
        return _("Share of hours, {zone}").format(zone=_zone(zone))
    return _names()[name].format(points=acute)


def answered_line(answered: AnsweredOfShown) -> str:
    """How many reminders to check in were answered, of those that were shown."""
    sentence = ngettext(
        "{answered} of {shown} reminder to check in was answered.",
        "{answered} of {shown} reminders to check in were answered.",
        answered.shown,
    )
    return sentence.format(answered=answered.answered, shown=answered.shown)


def warnings() -> tuple[str, ...]:
    """What stands beside numbers, always."""
    return (
        _("One person, by their own account. These numbers cannot be compared with other people's."),
        _("Ranges are likely ranges for these days. They say nothing about the days to come."),
        _("Average and spread hang together on a line with two ends; only the relative spread says steadier."),
        _("Less variation can be practice with the line, numbness or calm. It is neither better nor worse."),
        _("People answer less when busy or flooded, so what is not here is not like what is."),
    )


def _value(name: str, figure: Figure) -> str:
    assert figure.value is not None
    if name == _RECOVERY and figure.value <= FLOOR_HOURS:
        return _("{hours} h or less").format(hours=int(FLOOR_HOURS))
    text = _with_unit(name, figure.value)
    return _("about {value}").format(value=text) if name.startswith(_ABOUT) else text


def _reach(name: str, figure: Figure) -> str:
    if figure.low is None and figure.high is None:
        return ""
    if figure.high is None:
        return _("likely more than {low}").format(low=_with_unit(name, figure.low or 0.0))
    if figure.low is None:
        return _("likely less than {high}").format(high=_with_unit(name, figure.high))
    return _("likely {low} to {high}").format(low=_number(name, figure.low), high=_with_unit(name, figure.high))


def _basis(name: str, figure: Figure) -> str:
    days = ngettext("{count} day", "{count} days", figure.days).format(count=figure.days)
    if name == _RECOVERY:
        times = ngettext("{count} time outside", "{count} times outside", figure.n)
        return _("{what} on {days}").format(what=times.format(count=figure.n), days=days)
    check_ins = ngettext("{count} check-in", "{count} check-ins", figure.n).format(count=figure.n)
    return _("{what} on {days}").format(what=check_ins, days=days)


def _with_unit(name: str, value: float) -> str:
    number = _number(name, value)
    if name.startswith(_PERCENT):
        return _("{number} %").format(number=number)
    return _("{number} h").format(number=number) if name.endswith("_h") else number


def _number(name: str, value: float) -> str:
    if name.startswith(_PERCENT):
        return f"{value * 100:.0f}"
    return number_text(f"{value:.2f}" if name == "inertia_lag1" else f"{value:.1f}")


def _zone(zone: str) -> str:
    return {
        "above": _("above"),
        "inside": _("inside"),
        "below": _("below"),
        "mixed": _("mixed"),
        "unsure": _("not sure"),
    }[zone]


def _names() -> dict[str, str]:
    return {
        "mean": _("Energy, mean"),
        "median": _("Energy, median"),
        "sd": _("Spread (standard deviation)"),
        "relative_sd": _("Spread, of what is possible with this mean"),
        "mssd": _("Change from one to the next, squared"),
        "rmssd": _("Change from one to the next"),
        "mssd_time_adjusted": _("The same squared, with even gaps"),
        "pac": _("Changes of {points} points or more"),
        "pac_up": _("of them up"),
        "pac_down": _("of them down"),
        "inertia_lag1": _("Carried over to the next"),
        "inertia_half_life_h": _("Half carried over after"),
        "recovery_median_h": _("Coming back"),
        "window.lower": _("My window begins at, as estimated"),
        "window.upper": _("My window ends at, as estimated"),
    }


def _filled(text: str, missing: Shortfall) -> str:
    return text.format(needed=missing.needed, there=missing.there)


def _sentence(need: Need) -> str:
    if need is Need.COVERAGE:
        return _("The check-ins cover {there} % of the hours of their days; {needed} % are needed.")
    return _("These check-ins do not settle it.")


def _counted(missing: Shortfall) -> str:
    return {
        Need.CHECK_INS: ngettext("{there} of {needed} check-in", "{there} of {needed} check-ins", missing.needed),
        Need.DAYS: ngettext(
            "{there} of {needed} day with check-ins",
            "{there} of {needed} days with check-ins",
            missing.needed,
        ),
        Need.PAIRS: ngettext(
            "{there} of {needed} pair of check-ins up to six hours apart on one day",
            "{there} of {needed} pairs of check-ins up to six hours apart on one day",
            missing.needed,
        ),
        Need.LABELS: ngettext(
            "{there} of {needed} answer below, inside or above",
            "{there} of {needed} answers below, inside or above",
            missing.needed,
        ),
        Need.LABELS_BELOW: ngettext(
            "{there} of {needed} answer below", "{there} of {needed} answers below", missing.needed
        ),
        Need.LABELS_ABOVE: ngettext(
            "{there} of {needed} answer above", "{there} of {needed} answers above", missing.needed
        ),
        Need.EPISODES: ngettext(
            "{there} of {needed} time outside", "{there} of {needed} times outside", missing.needed
        ),
        Need.RETURNS: ngettext("{there} of {needed} return seen", "{there} of {needed} returns seen", missing.needed),
    }[missing.need]
