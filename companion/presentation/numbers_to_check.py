"""That numbers to turn to were checked more than a year ago: one quiet sentence for Today."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Protocol

from companion.application.errors import UserError
from companion.domain.support import SupportContact
from companion.presentation.translation import ngettext


class Contacts(Protocol):
    """People and places."""

    def all(self) -> list[SupportContact]: ...
    def today(self) -> date: ...


class NumbersPresenter:
    """Says how many, never whose: Today may be seen by somebody else. Put away, it rests until the next day."""

    def __init__(self, people: Contacts) -> None:
        self._people = people
        self._rests_on: date | None = None

    def state(self) -> str:
        """The sentence; "" where there is nothing to say, and while locked.

        One that was never checked says so on Support alone.
        """
        today = self._people.today()
        try:
            count = 0 if self._rests_on == today else _outdated(self._people.all(), today)
        except UserError:
            return ""
        if not count:
            return ""
        return ngettext(
            "A number on your Support page was checked more than a year ago. It may have changed since.",
            "{count} numbers on your Support page were checked more than a year ago. They may have changed since.",
            count,
        ).format(count=count)

    def put_away(self) -> None:
        """Not today."""
        self._rests_on = self._people.today()


def _outdated(contacts: Sequence[SupportContact], today: date) -> int:
    return sum(contact.checked_on is not None and contact.is_to_check(today) for contact in contacts)
