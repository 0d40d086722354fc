"""Checking in without a disk: the real service on a vault that is only memory."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import Self, cast

from companion.application.check_in_setup import CheckInSetupService
from companion.application.checkins import CheckInService
from companion.application.errors import UserError
from companion.application.event_bus import EventBus
from companion.application.preferences import PreferenceService
from companion.application.settings import Settings
from companion.application.vault_ports import Vault
from companion.domain.checkin import CheckIn
from companion.domain.checkin_field import CheckInField
from companion.domain.day_start import START_OF_DAY
from companion.domain.day_summary import DaySummary
from companion.domain.draft import Draft
from companion.domain.moment import Moment
from companion.domain.prompt import PromptRecord, Transition
from companion.domain.tag import TagKind
from companion.presentation.checkin_form import Place
from companion.presentation.checkin_more import MoreQuestions
from companion.presentation.checkin_presenter import CheckInPresenter
from tests.support.builders import CountingIds
from tests.support.clock import FakeClock
from tests.support.date_words import PlainDateWords
from tests.support.in_memory_settings import InMemorySettings
from tests.support.noted import summaries_of


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


class _Days:
    def __init__(self, check_ins: _CheckIns) -> None:
        self._check_ins = check_ins

    def day_start(self) -> time:
        return START_OF_DAY

    def between(self, first: date, last: date) -> list[DaySummary]:
        return [day for day in summaries_of(self._check_ins.there()) if first <= day.day <= last]


class _Wording:
    def __init__(self) -> None:
        self.words: dict[str, str] = {}

    def all(self) -> dict[str, str]:
        return dict(self.words)

    def set(self, name: str, text: str, at: Moment) -> None:
        self.words.pop(name, None)
        if text:
            self.words[name] = text


class _Tags:
    """Names by kind, last used first."""

    def __init__(self) -> None:
        self.used: dict[TagKind, list[str]] = {}
        self.choices: dict[TagKind, list[str]] = {}

    def offered(self, kind: TagKind) -> list[str]:
        return list(self.choices.get(kind, []))

    def offer(self, kind: TagKind, names: Sequence[str], at: Moment) -> None:
        self.choices[kind] = list(names)

    def beginning_with(self, kind: TagKind, letters: str, limit: int) -> list[str]:
        start = letters.casefold()
        return [name for name in self.used.get(kind, []) if name.casefold().startswith(start)][:limit]


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
    wording: _Wording = field(default_factory=_Wording)
    tags: _Tags = field(default_factory=_Tags)
    ledger: _Ledger = field(default_factory=_Ledger)
    is_locked: bool = False
    trouble: UserError | None = None

    @property
    def days(self) -> _Days:
        return _Days(self.check_ins)

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
        vault, self.bus = cast(Vault, self.vault), EventBus()
        self.settings_store = InMemorySettings()
        self.preferences = PreferenceService(self.settings_store, self.bus)
        self.setup = CheckInSetupService(vault, self.clock, self.preferences, self.bus)
        self.service = CheckInService(vault, self.clock, CountingIds(), self.bus, "test")

    def presenter(self, place: Place = Place.TODAY) -> CheckInPresenter:
        """One form's presenter."""
        return CheckInPresenter(self.service, MoreQuestions(self.setup), self.clock, PlainDateWords(), place)

    def ask(self, *fields: CheckInField) -> None:
        """The person switched these questions on."""
        self.preferences.settings = self.settings_store.kept = Settings(fields=fields)

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
