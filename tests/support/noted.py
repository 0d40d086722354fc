"""A vault in memory that can be looked at: check-ins, their days and the window's versions. Nothing is written."""

from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date, datetime, time
from typing import Generic, TypeVar, cast

from companion.application.days import DayService
from companion.application.errors import Trouble, UserError
from companion.application.insights import InsightService
from companion.application.ports import Clock
from companion.application.store_ports import Store
from companion.application.vault_ports import Vault
from companion.domain.checkin import CheckIn
from companion.domain.columns import Columns, columns_of
from companion.domain.day_start import START_OF_DAY
from companion.domain.day_summary import DaySummary
from companion.domain.life_event import LifeEvent
from companion.domain.mark import Mark
from companion.domain.practice_session import PracticeSession
from companion.domain.prompt import PromptRecord
from companion.domain.window import STARTING_GUESS, WindowOfTolerance

T = TypeVar("T", LifeEvent, PracticeSession)


def insights_into(
    check_ins: Iterable[CheckIn],
    clock: Clock,
    windows: Iterable[WindowOfTolerance] = (STARTING_GUESS,),
    *,
    is_locked: bool = False,
    day_start: time = START_OF_DAY,
    life_events: Iterable[LifeEvent] = (),
    practices: Iterable[PracticeSession] = (),
) -> InsightService:
    """The service over a vault that holds these."""
    noted = NotedVault(check_ins, windows, is_locked=is_locked, day_start=day_start)
    noted.life_events.noted.extend(life_events)
    noted.practice_sessions.noted.extend(practices)
    vault = cast(Vault, noted)
    return InsightService(vault, DayService(vault, clock))


def vault_of(check_ins: Iterable[CheckIn], *, prompts: Iterable[PromptRecord] = ()) -> Vault:
    """A vault that holds these."""
    noted = NotedVault(check_ins, (STARTING_GUESS,))
    noted.ledger.noted.extend(prompts)
    return cast(Vault, noted)


class NotedVault:
    """Reads; counts how many marks were ever asked for."""

    def __init__(
        self,
        check_ins: Iterable[CheckIn],
        windows: Iterable[WindowOfTolerance],
        *,
        is_locked: bool = False,
        day_start: time = START_OF_DAY,
    ) -> None:
        self.is_locked = is_locked
        self.noted = sorted(check_ins, key=lambda check_in: check_in.experienced_at.utc)
        self.check_ins = _Marks(self.noted)
        self.days = _Days(self.noted, day_start)
        self.windows = _Windows(list(windows))
        self.life_events = _Events[LifeEvent]()
        self.practice_sessions = _Events[PracticeSession]()
        self.ledger = _Ledger()

    @contextmanager
    def reading(self) -> Iterator[Store]:
        """Itself."""
        if self.is_locked:
            raise UserError(Trouble.LOCKED)
        yield cast(Store, self)


class _Marks:
    def __init__(self, noted: list[CheckIn]) -> None:
        self._noted = noted

    def marks_between(self, start: datetime, end: datetime, limit: int) -> list[Mark]:
        found = [mark_of(check_in) for check_in in self._noted if start <= check_in.experienced_at.utc < end]
        return found[-limit:]

    def columns_between(self, start: datetime, end: datetime) -> Columns:
        return columns_of(self.marks_between(start, end, 1 << 62))


class _Days:
    def __init__(self, noted: list[CheckIn], day_start: time) -> None:
        self._noted = noted
        self._day_start = day_start

    def day_start(self) -> time:
        return self._day_start

    def between(self, first: date, last: date) -> list[DaySummary]:
        return [day for day in summaries_of(self._noted, self._day_start) if first <= day.day <= last]

    def range(self) -> tuple[date, date] | None:
        days = [check_in.experienced_at.day(self._day_start) for check_in in self._noted]
        return (min(days), max(days)) if days else None


class _Windows:
    def __init__(self, versions: list[WindowOfTolerance]) -> None:
        self._versions = versions

    def versions(self) -> list[WindowOfTolerance]:
        return self._versions


class _Events(Generic[T]):
    def __init__(self) -> None:
        self.noted: list[T] = []

    def between(self, start: datetime, end: datetime) -> list[T]:
        found = [event for event in self.noted if start <= event.experienced_at.utc < end]
        return sorted(found, key=lambda event: event.experienced_at.utc)


class _Ledger:
    def __init__(self) -> None:
        self.noted: list[PromptRecord] = []

    def between(self, start: datetime, end: datetime) -> list[PromptRecord]:
        return [record for record in self.noted if start <= record.prompt.at.utc < end]


def mark_of(check_in: CheckIn) -> Mark:
    """What a chart draws of a check-in."""
    moment = check_in.experienced_at
    return Mark(
        check_in.id,
        moment.utc.timestamp(),
        int(moment.offset.total_seconds()),
        check_in.arousal,
        check_in.zone,
        check_in.is_scheduled,
    )


def summaries_of(check_ins: Iterable[CheckIn], day_start: time = START_OF_DAY) -> list[DaySummary]:
    """The check-ins counted by day, in order."""
    by_day: dict[date, list[CheckIn]] = {}
    for check_in in check_ins:
        by_day.setdefault(check_in.experienced_at.day(day_start), []).append(check_in)
    return [
        DaySummary(
            day,
            len(found),
            sum(check_in.is_scheduled for check_in in found),
            dict(Counter(check_in.zone for check_in in found)),
            dict(Counter(check_in.arousal for check_in in found if check_in.arousal is not None)),
        )
        for day, found in sorted(by_day.items())
    ]
