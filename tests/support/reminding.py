"""A desk with reminders: the real services on a real store, with a clock, an alarm and a display that tests own."""

from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from companion.adapters.storage.vault import SqliteVault
from companion.application.checkins import Answer, CheckInService
from companion.application.days import DayService
from companion.application.event_bus import EventBus
from companion.application.prompt_rounds import PromptRounds
from companion.application.reminders import ReminderService
from companion.application.vault_ports import PromptPlanFile
from companion.domain.checkin import CheckIn
from companion.domain.moment import Moment, moment_of
from companion.domain.prompt import PromptRecord, PromptState
from companion.domain.reminder import EVERY_DAY, FixedTimes, RandomInBlocks, Reminder, ReminderRule, TimeRange
from tests.support.alarm import FakeAlarm
from tests.support.builders import CountingIds
from tests.support.clock import FakeClock
from tests.support.desktop_state import FakeDesktopState
from tests.support.display import FakePromptDisplay
from tests.support.plan_file import InMemoryPlanFile
from tests.support.store import a_vault

LONG_AGO = moment_of(datetime(2000, 1, 1, tzinfo=ZoneInfo("UTC")))


def at(*times: str, weekdays: frozenset[int] = EVERY_DAY) -> FixedTimes:
    """A rule for wall-clock times such as "09:00"."""
    return FixedTimes(tuple(minutes(time) for time in times), weekdays)


def at_random(
    count: int, start: str, end: str, gap_minutes: int = 60, weekdays: frozenset[int] = EVERY_DAY
) -> RandomInBlocks:
    """A rule for random moments in a range such as "09:00" to "21:00"."""
    return RandomInBlocks(count, TimeRange(minutes(start), minutes(end)), timedelta(minutes=gap_minutes), weekdays)


def minutes(time: str) -> int:
    """Minutes after midnight."""
    hour, minute = time.split(":")
    return int(hour) * 60 + int(minute)


def a_reminder(
    rule: ReminderRule | None = None,
    *,
    id: str = "01900000-0000-7000-8000-00000000aaaa",  # noqa: A002
    is_on: bool = True,
    changed_at: Moment = LONG_AGO,
) -> Reminder:
    """A reminder that has been there for ever, at nine unless told otherwise."""
    return Reminder(id, rule or at("09:00"), is_on, created_at=changed_at, changed_at=changed_at)


class Desk:
    """Sunday morning in Berlin, before anything happened."""

    def __init__(
        self,
        folder: Path,
        start: str = "2026-11-22T08:00:00",
        zone: str = "Europe/Berlin",
        plan_file: PromptPlanFile | None = None,
    ) -> None:
        self.clock = FakeClock(start, zone)
        self.vault: SqliteVault = a_vault(folder)
        self.ids = CountingIds()
        self.plan_file: PromptPlanFile = InMemoryPlanFile() if plan_file is None else plan_file
        self.display = FakePromptDisplay()
        self.desktop = FakeDesktopState()
        self.sit_down()

    def sit_down(self) -> None:
        """The program starts; what was in memory before is gone, what was seen on the display is remembered."""
        self.alarm = FakeAlarm()
        self.bus = EventBus()
        self.reminders = ReminderService(self.vault, self.clock, self.ids, self.bus, self.plan_file)
        self.rounds = PromptRounds(
            self.vault, self.clock, self.alarm, self.display, self.bus, self.plan_file, self.desktop
        )
        self.days = DayService(self.vault, self.clock)
        self.check_ins = CheckInService(self.vault, self.clock, self.ids, self.bus, "test")

    def restart(self) -> None:
        """The program ended, however it ended, and is started again."""
        self.sit_down()
        self.rounds.start()

    def wait_until(self, wall: str) -> None:
        """Time passes, and the alarm rings on time, until the clock shows `wall`."""
        end = datetime.fromisoformat(wall).replace(tzinfo=self.clock.zone())
        while self.alarm.next is not None and self.alarm.next <= end:
            self.pass_to(self.alarm.next)
            self.rounds.advance()
        self.pass_to(end)

    def sleep_until(self, wall: str) -> None:
        """The computer sleeps, nothing rings; then it wakes."""
        self.clock.set(wall)
        self.rounds.advance()

    def pass_to(self, instant: datetime) -> None:
        """The clock shows that instant; nothing rings."""
        self.clock.pass_time(seconds=(instant - self.clock.now().utc).total_seconds())

    def check_in(self) -> CheckIn:
        """The person checks in, in the window."""
        return self.check_ins.record(Answer(arousal=50), answers_open_prompt=True)

    def ledger(self) -> list[PromptRecord]:
        """Every prompt there ever was, by time."""
        with self.vault.reading() as store:
            return store.ledger.between(None, None)

    def story(self, prompt_id: str) -> list[str]:
        """The states one prompt went through, with the reason of the last."""
        record = next(r for r in self.ledger() if r.prompt.id == prompt_id)
        return [state_text(t.state, None if t.reason is None else t.reason.value) for t in record.transitions]

    def outcomes(self) -> list[str]:
        """Every prompt as "HH:MM state"."""
        return [f"{r.prompt.at.local:%H:%M} {self.story(r.prompt.id)[-1]}" for r in self.ledger()]


def state_text(state: PromptState, reason: str | None) -> str:
    """Such as "suppressed(paused)"."""
    return state.value if reason is None else f"{state.value}({reason})"
