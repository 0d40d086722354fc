"""Where lines of the journal stand as the store compares them, and which way one reads from there."""

from datetime import datetime
from enum import Enum
from typing import NamedTuple

from companion.adapters.storage.rows import microseconds
from companion.domain.journal import JournalKind, JournalPlace

KINDS = tuple(JournalKind)
ORDER = {kind: number for number, kind in enumerate(KINDS)}
BEFORE_EVERY_ID = ""
AFTER_EVERY_ID = "\U0010ffff"


class Found(NamedTuple):
    """A line: its time, its kind's number, its id, by which it stands; and its number in its own table."""

    experienced_us: int
    kind: int
    id: str
    number: int


class Bound(NamedTuple):
    """Lines are read up to here, and what stands exactly here is left out."""

    experienced_us: int
    kind: int
    id: str

    def id_for(self, kind: int) -> str:
        """The bound on the ids of lines of that kind which stand at the very same instant."""
        if kind == self.kind:
            return self.id
        return AFTER_EVERY_ID if kind < self.kind else BEFORE_EVERY_ID


class Way(Enum):
    """To older lines, or to newer ones; the values are SQL."""

    OLDER = ("<", "DESC")
    NEWER = (">", "ASC")

    @property
    def sign(self) -> str:
        """How what is read compares with the bound."""
        return self.value[0]

    @property
    def order(self) -> str:
        """In which order it is read."""
        return self.value[1]


AFTER_EVERYTHING = Bound(2**62, len(KINDS), "")


def bound_at(place: JournalPlace) -> Bound:
    """The bound at a line's place."""
    return Bound(microseconds(place.at), ORDER[place.kind], place.id)


def bound_after(instant: datetime) -> Bound:
    """The bound after everything of that instant."""
    return Bound(microseconds(instant), len(KINDS), "")


def is_beyond(found: Found, bound: Bound, way: Way) -> bool:
    """True if it is on the side of the bound that is read."""
    place = (found.experienced_us, found.kind, found.id)
    return place < bound if way is Way.OLDER else place > bound
