"""Which practices fit an answer. By the answer alone and the person's stars, never by what seemed to have worked."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from typing import NamedTuple

from companion.domain.practice import Practice
from companion.domain.practice_own import PracticePlace
from companion.domain.practice_session import Felt, PracticeSession
from companion.domain.zone import Zone

MOST = 3
RECENTLY = timedelta(days=14)
_LAST = 1 << 30


class Suggestion(NamedTuple):
    """`was_heavier`: the person lately noted that it left them heavier."""

    practice: Practice
    was_heavier: bool = False


def suggested(
    practices: Iterable[Practice],
    zone: Zone | None,
    places: Mapping[str, PracticePlace],
    heavier: Collection[str] = (),
) -> tuple[Suggestion, ...]:
    """At most three that fit the answer; none inside the window or without one, where nothing is pushed.

    Mixed and not sure get only what is outward and gentle: what names mixed among its zones. Starred ones come
    first, in the person's order; those whose key is in `heavier` last; hidden ones never.
    """
    fitting = [each for each in practices if fits(each, zone) and not _place(places, each).is_hidden]
    ordered = sorted(fitting, key=lambda each: (each.key in heavier, *_rank(each, _place(places, each))))
    return tuple(Suggestion(each, each.key in heavier) for each in ordered[:MOST])


def fits(practice: Practice, zone: Zone | None) -> bool:
    """True if it is for that answer."""
    if zone in (None, Zone.INSIDE):
        return False
    return (Zone.MIXED if zone is Zone.UNSURE else zone) in practice.zones


def in_order(practices: Iterable[Practice], places: Mapping[str, PracticePlace]) -> list[Practice]:
    """The person's stars first, in their order, then the others in ours."""
    return sorted(practices, key=lambda each: _rank(each, _place(places, each)))


def lately_heavier(sessions: Sequence[PracticeSession], now: datetime) -> frozenset[str]:
    """The keys of practices of which the newest note within 14 days says heavier."""
    newest: dict[str, Felt] = {}
    for session in sorted(sessions, key=lambda each: each.started_at.utc):
        if session.felt is not None and now - session.started_at.utc <= RECENTLY:
            newest[session.practice] = session.felt
    return frozenset(key for key, felt in newest.items() if felt is Felt.HEAVIER)


def _rank(practice: Practice, place: PracticePlace) -> tuple[bool, int, int, str]:
    moved = _LAST if place.place is None or not place.is_starred else place.place
    return not place.is_starred, moved, practice.order, practice.title


def _place(places: Mapping[str, PracticePlace], practice: Practice) -> PracticePlace:
    return places.get(practice.key, PracticePlace(practice.key))
