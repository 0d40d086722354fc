"""Where the person says their arousal is, seen from their own window of tolerance."""

from enum import Enum

from companion.domain.errors import DomainError, Rule


class Zone(Enum):
    """The five answers; the order is that of the screen, top to bottom."""

    ABOVE = "above"
    INSIDE = "inside"
    BELOW = "below"
    MIXED = "mixed"
    UNSURE = "unsure"

    @property
    def is_outside(self) -> bool:
        """True above, below and mixed; not being sure is not being outside."""
        return self in (Zone.ABOVE, Zone.BELOW, Zone.MIXED)


def zone_named(name: str) -> Zone:
    """The zone with that stored name. Raises DomainError(UNKNOWN_ZONE)."""
    try:
        return Zone(name.strip().lower())
    except ValueError:
        raise DomainError(Rule.UNKNOWN_ZONE, given=name) from None
