"""What More asks now, and what it can complete while a name is typed."""

from collections.abc import Sequence

from companion.application.check_in_setup import CheckInSetupService
from companion.application.errors import UserError
from companion.domain.checkin_field import CheckInField
from companion.domain.tag import TagKind
from companion.presentation.checkin_fields import KINDS, Choice, MoreState, choice, first_choices

MOST_SUGGESTED = 8
MOST_RECENT = 6
_KNOWN_BY_USE = (CheckInField.PEOPLE, CheckInField.PLACES)


class MoreQuestions:
    """A store that cannot be read only leaves out what is the person's own."""

    def __init__(self, setup: CheckInSetupService) -> None:
        self._setup = setup

    def state(self) -> MoreState:
        """The questions that are asked now."""
        fields = self.fields()
        return MoreState(fields, tuple(self.choice(field) for field in fields if field in KINDS))

    def fields(self) -> tuple[CheckInField, ...]:
        """What is switched on, in the order of the screen; sleep only until the day has its first check-in."""
        return tuple(
            field for field in self._setup.fields if field is not CheckInField.SLEEP or self._is_first_of_day()
        )

    def choice(self, field: CheckInField) -> Choice:
        """A question answered by choosing names, whether it is asked now or not.

        The names are those that the person arranged, or ours until then; and those used last, of people and places.
        """
        kind = KINDS[field]
        try:
            arranged = self._setup.choices(kind)
            recent = self._setup.names_like(kind, "", MOST_RECENT) if field in _KNOWN_BY_USE else []
        except UserError:
            arranged, recent = None, []
        names = first_choices(field) if arranged is None else arranged
        return choice(field, tuple(dict.fromkeys((*names, *recent))))

    def names_like(self, kind: TagKind, letters: str) -> Sequence[str]:
        """A few names used before that begin like that."""
        try:
            return self._setup.names_like(kind, letters, MOST_SUGGESTED)
        except UserError:
            return ()

    def _is_first_of_day(self) -> bool:
        try:
            return self._setup.is_first_of_day()
        except UserError:
            return False
