"""People and places to turn to, as they are named and put in order."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from companion.application.errors import UserError
from companion.domain.errors import DomainError
from companion.domain.support import SupportContact, SupportKind
from companion.presentation.sentences import line_of
from companion.presentation.support import DayText, check_note, group_title
from companion.presentation.translation import _

if TYPE_CHECKING:
    from datetime import date

    from companion.application.people import PeopleService


class PersonRow(NamedTuple):
    """One of the list: their name, and what else there is to know in a line."""

    key: str
    name: str
    line: str


@dataclass(frozen=True, slots=True)
class PeopleState:
    """The list, by the steps of a safety plan; `lead` says what it is for; `undo_words` offers the last one back."""

    title: str
    lead: str
    groups: tuple[tuple[str, tuple[PersonRow, ...]], ...]
    undo_words: str = ""


class Written(NamedTuple):
    """What stands in the form. `is_checked`: the number was checked today, or before and not changed since."""

    kind: SupportKind = SupportKind.PERSON
    name: str = ""
    reach: str = ""
    message: str = ""
    is_near: bool = False
    is_checked: bool = False
    when_locked: bool = False


class PeoplePresenter:
    """Intents return a calm line where something could not be done, else ""."""

    def __init__(self, people: PeopleService, day_text: DayText) -> None:
        self._people = people
        self._day_text = day_text
        self._removed: SupportContact | None = None

    def state(self) -> PeopleState:
        """The list now; an empty one while locked."""
        contacts = [] if self._people.is_locked else self._people.to_turn_to()
        groups = tuple(
            (group_title(kind), tuple(self._row(each) for each in contacts if each.kind is kind))
            for kind in SupportKind
        )
        lead = _(
            "Whoever you write here stands first on the Support page, in this order. Nothing is ever sent to them."
        )
        undo = "" if self._removed is None else _("Put {name} back").format(name=self._removed.name)
        return PeopleState(_("My people and places"), lead, tuple(group for group in groups if group[1]), undo)

    def stands(self, key: str) -> Written:
        """What the form begins with; an empty one for ""."""
        found = self._find(key)
        if found is None:
            return Written()
        is_checked = found.checked_on is not None and not found.is_to_check(self._people.today())
        words = found.name, found.reach, found.message
        return Written(found.kind, *words, found.is_near, is_checked, found.when_locked)

    def keep(self, key: str, written: Written) -> str:
        """Keeps what stands in the form, as a new one for ""."""
        return self._tried(lambda: self._add(written) if not key else self._change(key, written))

    def remove(self, key: str) -> str:
        """Deletes it; `undo` brings it back as long as nothing else is removed."""
        found = self._find(key)
        if found is None:
            return ""
        said = self._tried(lambda: self._people.remove(key))
        self._removed = found if not said else self._removed
        return said

    def undo(self) -> str:
        """Brings the last removed one back."""
        removed, self._removed = self._removed, None
        return "" if removed is None else self._tried(lambda: self._people.bring_back(removed))

    def forget_removed(self) -> None:
        """The page is left, or the notebook locked: what was removed is gone."""
        self._removed = None

    def move(self, key: str, by: int) -> str:
        """Up (-1) or down (1) among those of its kind."""
        return self._tried(lambda: self._people.move(key, by))

    def _add(self, written: Written) -> None:
        checked_on = self._people.today() if written.is_checked else None
        self._people.add(
            written.kind,
            written.name,
            written.reach,
            written.message,
            is_near=written.is_near,
            checked_on=checked_on,
            when_locked=written.when_locked,
        )

    def _change(self, key: str, written: Written) -> None:
        before = self._find(key)
        if before is None:
            self._add(written)
            return
        changed = replace(
            before,
            kind=written.kind,
            name=written.name,
            reach=written.reach,
            message=written.message,
            is_near=written.is_near,
            when_locked=written.when_locked,
        )
        self._people.change(replace(changed, checked_on=self._checked_on(before, changed, written.is_checked)))

    def _checked_on(self, before: SupportContact, after: SupportContact, is_checked: bool) -> date | None:
        """The day stays while the tick and the number do; one of more than a year ago stays until it is ticked."""
        was_checked = self.stands(before.id).is_checked
        if is_checked and not (was_checked and before.reach == after.reach):
            return self._people.today()
        return None if was_checked and not is_checked else before.checked_on

    def _find(self, key: str) -> SupportContact | None:
        if not key or self._people.is_locked:
            return None
        return next((each for each in self._people.to_turn_to() if each.id == key), None)

    def _row(self, contact: SupportContact) -> PersonRow:
        parts = [contact.reach, check_note(contact, self._people.today(), self._day_text)]
        if contact.is_near:
            parts.append(_("helps by being near"))
        if contact.when_locked:
            parts.append(_("also while locked"))
        return PersonRow(contact.id, contact.name, " · ".join(part for part in parts if part))

    def _tried(self, act: Callable[[], object]) -> str:
        try:
            act()
        except (DomainError, UserError) as error:
            return line_of(error)
        return ""
