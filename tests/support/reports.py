"""Pages for a session, from a store that holds what a test puts in."""

from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path
from typing import TypeVar

from companion.adapters.storage.vault import SqliteVault
from companion.application.days import DayService
from companion.application.insights import InsightService
from companion.application.report import Note, ReportService
from companion.domain.checkin import CheckIn, Origin
from companion.domain.life_event import LifeEvent
from companion.domain.period import Period
from companion.domain.reflection import Reflection
from companion.domain.zone import Zone
from companion.presentation.report import PAPER, ReportPage, build_page
from tests.support.builders import a_check_in, a_moment
from tests.support.clock import FakeClock
from tests.support.date_words import PlainDateWords
from tests.support.store import a_vault

Found = TypeVar("Found")

FOUR_WEEKS = Period(date(2026, 10, 26), date(2026, 11, 22))
_OF_A_DAY = ((50, Zone.INSIDE), (82, Zone.ABOVE), (45, Zone.INSIDE), (20, Zone.BELOW))


def a_month(note: str = "") -> list[CheckIn]:
    """Four check-ins a day that were asked for, on 27 days, each with that note: every gate is open."""
    return [
        a_check_in(level + day % 7, zone, 24 * day + 3 * part, origin=Origin.RANDOM, note=note)
        for day in range(27)
        for part, (level, zone) in enumerate(_OF_A_DAY)
    ]


def a_life_event(title: str, hours_ago: float = 24) -> LifeEvent:
    moment = a_moment(hours_ago)
    return LifeEvent(f"0190{hours_ago:08.0f}", moment, moment, title)


def a_reflection(text: str, hours_ago: float = 24) -> Reflection:
    moment = a_moment(hours_ago)
    return Reflection(f"0191{hours_ago:08.0f}", moment, moment, "What helped?", text)


def a_store(place: Path, *noted: CheckIn | LifeEvent | Reflection) -> SqliteVault:
    """A store that holds these."""
    vault = a_vault(place)
    with vault.writing() as store:
        for each in noted:
            if isinstance(each, CheckIn):
                store.check_ins.add(each)
            elif isinstance(each, LifeEvent):
                store.life_events.add(each)
            else:
                store.reflections.add(each)
    return vault


def a_report_service(vault: SqliteVault) -> ReportService:
    """The service on the day of the fake clock."""
    clock = FakeClock()
    return ReportService(vault, InsightService(vault, DayService(vault, clock)), clock)


def a_page(
    place: Path,
    *noted: CheckIn | LifeEvent | Reflection,
    notes: Iterable[Note] | None = None,
    period: Period = FOUR_WEEKS,
    with_events: bool = True,
) -> ReportPage:
    """The page of a store with these, with all of their notes unless told."""
    service = a_report_service(a_store(place, *noted))
    chosen = service.notes(period).notes if notes is None else notes
    return build_page(service.look(period, PAPER.most_marks), chosen, PlainDateWords(), with_events=with_events)


class ReportAtOnce:
    """Fills the worker of the dialog; `is_locked` finds nothing, and with `waits` nothing is done until `work`."""

    def __init__(self, service: ReportService, *, waits: bool = False) -> None:
        self._service = service
        self._waits = waits
        self._waiting: list[Callable[[], None]] = []
        self.is_locked = False

    def look(self, work: Callable[[ReportService], Found], done: Callable[[Found | None], None]) -> None:
        self._waiting.append(lambda: done(None if self.is_locked else work(self._service)))
        if not self._waits:
            self.work()

    def work(self) -> None:
        """Does what waits."""
        waiting, self._waiting = self._waiting, []
        for each in waiting:
            each()
