"""How a concept shows in the person's own check-ins: counts with what they rest on, or what is missing for them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from companion.domain.metrics.gates import LEVEL
from companion.presentation.metrics_words import shortfalls_text
from companion.presentation.timeline_words import zone_word
from companion.presentation.translation import _, ngettext

if TYPE_CHECKING:
    from companion.application.concept_moments import Lately
    from companion.domain.concept import Concept
    from companion.domain.mark import Mark
    from companion.domain.zone import Zone

MOST_DOTS = 60
MOST_WITHOUT = 2


@dataclass(frozen=True, slots=True)
class MomentDot:
    """A check-in in the small picture: where in time it stands, 0 to 1, and its answer."""

    place: float
    zone: Zone


@dataclass(frozen=True, slots=True)
class InMyCheckIns:
    """`lines` count the answers that the note is written for; empty while there is too little to count.

    `basis` is what they rest on, or what is missing. `dots` are the newest of them, oldest first.
    """

    lines: tuple[str, ...]
    basis: str
    dots: tuple[MomentDot, ...] = ()


def mine_heading() -> str:
    """Above the counts."""
    return _("In my check-ins")


def in_my_check_ins(concept: Concept, lately: Lately) -> InMyCheckIns | None:
    """None for a note that is written for no answer."""
    if not concept.zones:
        return None
    count = len(lately.asked)
    missing = LEVEL.shortfalls(count, lately.days)
    if missing:
        needed = shortfalls_text(missing)
        return InMyCheckIns(
            (), _("Counts come once reminders were answered often enough. {missing}").format(missing=needed)
        )
    counts = {zone: sum(mark.zone is zone for mark in lately.asked) for zone in sorted(concept.zones, key=_order)}
    # A note for many answers counts those that came; one for an answer or two says so too if it did not.
    is_for_many = len(counts) > MOST_WITHOUT
    lines = (_line(zone, hits, count) for zone, hits in counts.items() if hits or not is_for_many)
    return InMyCheckIns(tuple(lines), _basis(lately), _dots(lately.asked[-MOST_DOTS:]))


def _line(zone: Zone, hits: int, count: int) -> str:
    return _("{hits} of {count} {zone}").format(hits=hits, count=count, zone=zone_word(zone))


def _basis(lately: Lately) -> str:
    days = ngettext("{count} day", "{count} days", lately.days).format(count=lately.days)
    return _("asked in the last 30 days, on {days}").format(days=days)


def _dots(marks: tuple[Mark, ...]) -> tuple[MomentDot, ...]:
    first, last = marks[0].at, marks[-1].at
    length = (last - first) or 1.0
    return tuple(MomentDot((mark.at - first) / length, mark.zone) for mark in marks if mark.zone is not None)


def _order(zone: Zone) -> int:
    return list(type(zone)).index(zone)
