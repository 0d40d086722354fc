"""Which note fits a moment: a rule that can be read aloud, and that does not offer the same note every time."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import Enum

from companion.domain.concept import Concept
from companion.domain.zone import Zone

FITS_EVERY_ZONE = "ours/window-of-tolerance"
JUST_READ_DAYS = 3
READ_LATELY_DAYS = 14
NEW_DAYS = 7
_SHARED_TAG, _NEW, _READ_LATELY, _JUST_READ = 3, 2, -2, -4


class Why(Enum):
    """What speaks most for a note: it shares a tag with what was noted, it is a new one of the person's own, it is
    written for that answer, or it fits every answer."""

    TAG = "tag"
    NEW = "new"
    ZONE = "zone"
    EVERY_ZONE = "every_zone"


@dataclass(frozen=True, slots=True)
class Occasion:
    """A moment: the answer and the tags that were noted, the person's day, and the how manieth offer of it this is.

    `read` says on which day a note was last read or written about. `before` is the key that was offered last.
    """

    zone: Zone | None
    day: date
    turn: int = 0
    tags: tuple[str, ...] = ()
    read: Mapping[str, date] = field(default_factory=dict)
    before: str | None = None


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A note, and why it. `tag` is the tag that is shared, or ""."""

    concept: Concept
    why: Why
    tag: str = ""


def suggest(concepts: Sequence[Concept], occasion: Occasion) -> Suggestion | None:
    """The note for a moment; None only if there is no note that may be offered.

    Notes take part that are written for the answer; without an answer, all that are written for any. A note of the
    person's own takes part if its header names zones, or practices (then for every answer). Each has points: 3 for a
    tag that was noted, 2 for an own note that is new or was changed within 7 days, -4 if it was read within 3 days
    and -2 within 14. Of those with the most, another comes with every day and every offer, and never the one that
    was offered last while there is another. Where nothing is written for an answer, it is the window of tolerance.
    """
    fitting = [concept for concept in concepts if _fits(concept, occasion.zone)]
    if not fitting:
        every = next((concept for concept in concepts if concept.key == FITS_EVERY_ZONE and concept.is_ours), None)
        return None if every is None else Suggestion(every, Why.EVERY_ZONE)
    others = [concept for concept in fitting if concept.key != occasion.before] or fitting
    points = [_points(concept, occasion) for concept in others]
    best = [concept for concept, its in zip(others, points, strict=True) if its == max(points)]
    chosen = best[(occasion.day.toordinal() + occasion.turn) % len(best)]
    return _explained(chosen, occasion)


def _fits(concept: Concept, zone: Zone | None) -> bool:
    if not concept.is_ours and concept.practices and not concept.zones:
        return True
    return bool(concept.zones) if zone is None else zone in concept.zones


def _points(concept: Concept, occasion: Occasion) -> int:
    points = _SHARED_TAG if _shared_tag(concept, occasion) else 0
    points += _NEW if _is_new(concept, occasion.day) else 0
    read_on = occasion.read.get(concept.key)
    if read_on is None:
        return points
    days = (occasion.day - read_on).days
    return points + (_JUST_READ if days < JUST_READ_DAYS else _READ_LATELY if days < READ_LATELY_DAYS else 0)


def _explained(concept: Concept, occasion: Occasion) -> Suggestion:
    tag = _shared_tag(concept, occasion)
    if tag:
        return Suggestion(concept, Why.TAG, tag)
    if _is_new(concept, occasion.day):
        return Suggestion(concept, Why.NEW)
    return Suggestion(concept, Why.EVERY_ZONE if occasion.zone is None else Why.ZONE)


def _shared_tag(concept: Concept, occasion: Occasion) -> str:
    known = {tag.casefold() for tag in concept.tags}
    return next((tag for tag in occasion.tags if tag.casefold() in known), "")


def _is_new(concept: Concept, day: date) -> bool:
    return concept.changed_on is not None and abs((day - concept.changed_on).days) < NEW_DAYS
