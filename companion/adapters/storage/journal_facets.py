"""Facets: what a check-in can be narrowed down by, in one small number, as column `facet` computes it."""

from collections.abc import Iterable

from companion.domain.journal import JournalFilter, JournalKind
from companion.domain.zone import Zone

_ZONES: tuple[Zone | None, ...] = (Zone.ABOVE, Zone.INSIDE, Zone.BELOW, Zone.MIXED, Zone.UNSURE, None)
ALL = frozenset(range(4 * len(_ZONES)))
WITH_NOTE = frozenset(facet for facet in ALL if facet & 1)


def facets_of(wanted: JournalFilter) -> frozenset[int]:
    """The facets of the check-ins that are wanted; none if no check-ins are."""
    if JournalKind.CHECK_IN not in wanted.kinds:
        return frozenset()
    zones = wanted.zones or frozenset(_ZONES)
    asked = (False, True) if wanted.asked is None else (wanted.asked,)
    noted = (True,) if wanted.with_note else (False, True)
    return frozenset(_facets((zone, was, has) for zone in zones for was in asked for has in noted))


def wants_only_check_ins(wanted: JournalFilter) -> bool:
    """True if something is wished for that no other kind has."""
    return bool(wanted.zones) or wanted.tag is not None or wanted.asked is not None


def _facets(answers: Iterable[tuple[Zone | None, bool, bool]]) -> Iterable[int]:
    return (4 * _ZONES.index(zone) + 2 * asked + noted for zone, asked, noted in answers)
