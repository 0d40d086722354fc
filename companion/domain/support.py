"""People, places and services to turn to, as the person named them, in the order of a safety plan."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum

from companion.domain.errors import DomainError, Rule
from companion.domain.moment import Moment
from companion.domain.text import clean_text

LONGEST_NAME = 100
LONGEST_WORDS = 200
STAYS_CHECKED = timedelta(days=365)


class SupportKind(Enum):
    """Which step of a safety plan it belongs to, in its order (Stanley and Brown, 2012)."""

    PLACE = "place"
    PERSON = "person"
    SERVICE = "service"


@dataclass(frozen=True, slots=True)
class SupportContact:
    """Someone or somewhere to turn to. `reach` is a number or an address, `message` a few words to send them.

    `is_near`: helps by being near. `checked_on`: the day on which the person last checked `reach`. `when_locked`: may
    be shown while the notebook is locked, and lies in clear beside the store for it. `place` orders those of a kind.
    Raises DomainError: NOTHING_WRITTEN without a name, TITLE_TOO_LONG over 100 characters, WORDS_TOO_LONG over 200.
    """

    id: str
    created_at: Moment
    kind: SupportKind
    name: str
    reach: str = ""
    message: str = ""
    is_near: bool = False
    checked_on: date | None = None
    when_locked: bool = False
    place: int = 0

    def __post_init__(self) -> None:
        for field in ("name", "reach", "message"):
            object.__setattr__(self, field, " ".join(clean_text(getattr(self, field)).split()))
        if not self.name:
            raise DomainError(Rule.NOTHING_WRITTEN)
        if len(self.name) > LONGEST_NAME:
            raise DomainError(Rule.TITLE_TOO_LONG, characters=LONGEST_NAME)
        if max(len(self.reach), len(self.message)) > LONGEST_WORDS:
            raise DomainError(Rule.WORDS_TOO_LONG, characters=LONGEST_WORDS)

    def is_to_check(self, day: date) -> bool:
        """True for a number or an address of a service that nobody has looked at for a year before that day."""
        if self.kind is not SupportKind.SERVICE or not self.reach:
            return False
        return self.checked_on is None or day - self.checked_on > STAYS_CHECKED


def in_order(contacts: list[SupportContact]) -> list[SupportContact]:
    """In the order of a safety plan, and within a kind in the person's own."""
    kinds = list(SupportKind)
    return sorted(contacts, key=lambda each: (kinds.index(each.kind), each.place, each.created_at.utc, each.id))
