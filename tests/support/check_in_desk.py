"""Checking in without a disk: the real service on a vault that is only memory."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from typing import Self, cast

from companion.application.checkins import CheckInService
from companion.application.errors import UserError
from companion.application.event_bus import EventBus
from companion.application.ports import Vault
from companion.domain.checkin import CheckIn
from companion.domain.draft import Draft
from companion.domain.moment import Moment
from companion.domain.prompt import PromptRecord, Transition
from companion.presentation.checkin_form import Place
from companion.presentation.checkin_presenter import CheckInPresenter
from tests.support.builders import CountingIds
from tests.support.clock import FakeClock
from tests.support.date_words import PlainDateWords


class _CheckIns:
    def __init__(self) -> None:
        self.kept: dict[str, CheckIn] = {}
        self.forgotten: set[str] = set()

    def add(self, check_in: CheckIn) -> None:
        self.kept.setdefault(check_in.id, check_in)

    def get(self, check_in_id: str) -> CheckIn | None:
        return self.kept.get(check_in_id)

    def forget(self, check_in_id: str, at: Moment) -> None:
        self.forgotten.add(check_in_id)

    def there(self) -> list[CheckIn]:
        return [check_in for check_in in self.kept.values() if check_in.id not in self.forgotten]


class _Drafts:
    def __init__(self) -> None:
        self.draft: Draft | None = None

    def current(self) -> Draft | None:
        return self.draft

    def set(self, draft: Draft | None) -> None:
        self.draft = draft


class _Ledger:
    def __init__(self) -> None:
        self.open: list[PromptRecord] = []
        self.lines: list[Transition] = []

    def unfinished(self) -> list[PromptRecord]:
        return self.open

    def append(self, transition: Transition) -> bool:
        self.lines.append(transition)
        return True


@dataclass
class MemoryVault:
    """What was noted, as plain lists; `trouble` is raised instead of the next look or change."""

    check_ins: _CheckIns = field(default_factory=_CheckIns)
    drafts: _Drafts = field(default_factory=_Drafts)
    ledger: _Ledger = field(default_factory=_Ledger)
    is_locked: bool = False
    trouble: UserError | None = None

    @contextmanager
    def reading(self) -> Iterator[Self]:
        if self.trouble is not None:
            raise self.trouble
        yield self

    writing = taking_in = reading

    def window_id(self, at: datetime) -> str | None:
        return None


class CheckInDesk:
    """A clock, a vault in memory and the service between them; forms are made from it."""

    def __init__(self) -> None:
        self.clock = FakeClock()
        self.vault = MemoryVault()
        vault = cast(Vault, self.vault)
        self.service = CheckInService(vault, self.clock, CountingIds(), EventBus(), "test")

    def presenter(self, place: Place = Place.TODAY) -> CheckInPresenter:
        """One form's presenter."""
        return CheckInPresenter(self.service, self.clock, PlainDateWords(), place)

    @property
    def saved(self) -> list[CheckIn]:
        """The check-ins that are there, in the order they were noted."""
        return self.vault.check_ins.there()

    def kept_points(self) -> list[int | None]:
        """The value of the half-filled one, in a list that is empty while none is kept."""
        return [] if self.draft is None else [self.draft.arousal]

    @property
    def draft(self) -> Draft | None:
        """The half-filled one that is kept."""
        return self.vault.drafts.draft
