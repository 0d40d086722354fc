"""Weeks and years with reminders of every kind, lived through by a person and a computer that do what they like."""

from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from itertools import pairwise
from random import Random
from typing import Any, cast
from zoneinfo import ZoneInfo

from companion.application.checkins import Answer, CheckInService
from companion.application.event_bus import EventBus
from companion.application.prompt_rounds import PromptRounds
from companion.application.reminders import ReminderService
from companion.domain.desktop import SILENT, Desktop
from companion.domain.moment import Moment, moment_of
from companion.domain.prompt import PromptRecord, PromptState
from companion.domain.quiet_hours import QuietHours
from companion.domain.reminder import (
    AfterCheckIn,
    AtInterval,
    DayRange,
    FixedTimes,
    Manner,
    Once,
    Outside,
    RandomInBlocks,
    RandomRange,
    RandomWithGap,
    ReminderKind,
    TimeRange,
)
from companion.domain.wall_time import instant_of, moment_at
from companion.domain.zone import Zone
from tests.support.alarm import FakeAlarm
from tests.support.builders import CountingIds
from tests.support.desktop_state import FakeDesktopState
from tests.support.display import CrashError, FakePromptDisplay
from tests.support.memory_store import MemoryVault
from tests.support.plan_file import InMemoryPlanFile

FIXED = (30, 150, 9 * 60, 15 * 60 + 20)
QUIET = QuietHours((DayRange(TimeRange(0, 60)), DayRange(TimeRange(22 * 60 + 30, 1440))))
GAP = timedelta(minutes=50)
HELD_AT_MOST, BETWEEN_PROMPTS = timedelta(minutes=10), timedelta(minutes=30)
_A_DAY = timedelta(days=1)
SAYS = (
    Desktop(is_typing=True),
    Desktop(is_full_screen=True),
    Desktop(do_not_disturb=True),
    Desktop(screen_locked=True),
    Desktop(idle_for=timedelta(minutes=20)),
)
ASKED_FOR = (ReminderKind.EVENT, ReminderKind.ONCE)


class SimulatedClock:
    """Stands at an instant, in a zone."""

    def __init__(self, instant: datetime, zone: ZoneInfo) -> None:
        self.instant = instant
        self.where = zone

    def now(self) -> Moment:
        return moment_of(self.instant.astimezone(self.where), self.where.key)

    def zone(self) -> ZoneInfo:
        return self.where


@dataclass
class Life:
    """From `start` to `end` in a zone; with `journeys` clock and zone are changed as well."""

    zone: ZoneInfo
    start: datetime
    end: datetime
    seed: object
    journeys: tuple[ZoneInfo, ...] = ()
    vault: MemoryVault = field(default_factory=MemoryVault)
    happened: dict[str, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.random = Random(repr(self.seed))
        self.clock = SimulatedClock(self.start, self.zone)
        self.display = FakePromptDisplay()
        self.desktop = FakeDesktopState()
        self.plan_file = InMemoryPlanFile()
        self.ids = CountingIds()
        self._begin()

    @property
    def ledger(self) -> list[PromptRecord]:
        """Every prompt there was, by time."""
        return sorted(self.vault.ledger.records.values(), key=lambda record: record.prompt.at.utc)

    def live(self) -> None:
        """All of it, and then a day after every reminder was switched off."""
        self._remind()
        while self.clock.instant < self.end:
            self._go_on()
            self._let_something_happen()
        self.desktop.says = SILENT
        for reminder in self.reminders.reminders():
            self.reminders.switch(reminder.id, False)
        for _ in range(2):
            self.clock.instant += timedelta(days=1)
            self.rounds.advance()

    def _begin(self) -> None:
        self.alarm, self.bus = FakeAlarm(), EventBus()
        vault = cast(Any, self.vault)
        self.reminders = ReminderService(vault, self.clock, self.ids, self.bus, self.plan_file)
        self.check_ins = CheckInService(vault, self.clock, self.ids, self.bus, "simulated")
        self.rounds = PromptRounds(
            vault, self.clock, self.alarm, self.display, self.bus, self.plan_file, self.desktop
        )
        self.rounds.start()

    def _remind(self) -> None:
        middle = self.start + (self.end - self.start) / 2
        further = (RandomRange(1, TimeRange(19 * 60, 21 * 60), frozenset({0, 2, 5})),)
        day = TimeRange(9 * 60, 18 * 60)
        for rule in (
            FixedTimes(FIXED),
            RandomInBlocks(4, day, GAP, further=further),
            RandomWithGap(2, TimeRange(60, 8 * 60), GAP),
            AtInterval(timedelta(hours=3), TimeRange(0, 1440)),
            AfterCheckIn(Outside.OUTSIDE, timedelta(minutes=25)),
            Once(moment_at(middle, self.zone)),
        ):
            self.reminders.add(rule)
        silence = Manner(only_after_silence=timedelta(hours=5))
        self.reminders.add(FixedTimes((12 * 60,)), manner=silence)
        self.reminders.keep_quiet(QUIET)

    def _go_on(self) -> None:
        """To the next ring, or a little less; or the computer sleeps through some of them."""
        ring = self.alarm.next or self.clock.instant + timedelta(hours=6)
        if self.random.random() < 0.03:
            self._note("slept")
            self.clock.instant += timedelta(minutes=self.random.choice((3, 40, 500, 4000)) * self.random.random())
            if self.random.random() < 0.5:
                self.desktop.say(resumed_at=self.clock.instant)
        else:
            late = timedelta(seconds=self.random.choice((0, 0, 0, 0.3, 20)))
            self.clock.instant = max(self.clock.instant, ring) + late
        self._advance()

    def _advance(self) -> None:
        self.display.crashes = self.random.random() < 0.05
        try:
            self.rounds.advance()
        except CrashError:
            self._note("crashed")
            self.display.crashes = False
            self._begin()
        self.display.crashes = False

    def _let_something_happen(self) -> None:
        chance = self.random.random()
        if chance < 0.30:
            self._answer_somehow()
        elif chance < 0.36:
            self.desktop.says = self.random.choice(SAYS)
        elif chance < 0.46:
            self.desktop.says = SILENT
        elif chance < 0.49:
            self._note("restarted")
            self._begin()
        elif chance < 0.51:
            self._note("paused")
            self.random.choice((self.rounds.not_today, lambda: self.rounds.pause_for(timedelta(hours=2))))()
        elif chance < 0.52:
            self._note("asked again")
            self.rounds.ask_again(timedelta(minutes=self.random.randint(1, 60)))
        elif chance < 0.53 and self.journeys:
            self._travel()

    def _answer_somehow(self) -> None:
        shown = self.rounds.open_prompt()
        act = self.random.choice(("check in", "check in", "snooze", "decline"))
        self._note(act)
        if act == "check in":
            zone = self.random.choice(list(Zone))
            self.check_ins.record(Answer(arousal=50, zone=zone), answers_open_prompt=True)
        elif shown is not None:
            (self.rounds.snooze if act == "snooze" else self.rounds.decline)(shown.prompt.id)

    def _travel(self) -> None:
        if self.random.random() < 0.5:
            self._note("travelled")
            self.clock.where = self.random.choice(self.journeys)
        else:
            self._note("clock set")
            self.clock.instant += timedelta(minutes=self.random.choice((-1500, -90, -20, 20, 90, 1500)))
        self._advance()

    def _note(self, what: str) -> None:
        self.happened[what] = self.happened.get(what, 0) + 1


def faults_of(life: Life) -> list[str]:
    """Every promise that was not kept; [] is what everybody hopes for.

    What was promised is worked out here anew, never by the functions that are to keep it.
    """
    seen: dict[str, int] = {}
    for prompt in life.display.shown:
        seen[prompt.id] = seen.get(prompt.id, 0) + 1
    faults = [fault for record in life.ledger for fault in _of_record(record, seen.get(record.prompt.id, 0))]
    faults += _of_distances(life)
    faults += _of_places(life)
    if not life.journeys:
        faults += _of_fixed_times(life)
    return faults


def _of_record(record: PromptRecord, seen: int) -> list[str]:
    states = [transition.state for transition in record.transitions]
    shown = [t.at for t in record.transitions if t.state is PromptState.SHOWN]
    faults = {
        "no end, or more than one": sum(state.is_final for state in states) != 1 or not states[-1].is_final,
        "seen more often than written down": seen > len(shown),
        "shown twice": len(shown) > 1 + states.count(PromptState.SNOOZED) or states.count(PromptState.SNOOZED) > 1,
        "shown in quiet hours": any(_is_quiet(at.local.time()) for at in shown),
        "shown too late": bool(shown) and shown[0].utc > record.prompt.at.utc + HELD_AT_MOST,
        "shown after its block": any(at.utc > record.prompt.block_end.utc for at in shown),
        "shown after it expired": any(at.utc >= shown[0].utc + _expiry(record) for at in shown),
        "answered after it expired": _comes_to_life_late(record),
        "shown too early": bool(shown) and shown[0].utc < record.prompt.at.utc,
        "no reason": states[-1] is PromptState.SUPPRESSED and record.transitions[-1].reason is None,
    }
    story = f"{record.prompt.kind.value} {record.prompt.at.iso()} {[state.value for state in states]}"
    return [f"{what}: {story}" for what, is_so in faults.items() if is_so]


def _is_quiet(at: time) -> bool:
    return at.hour < 1 or (at.hour, at.minute) >= (22, 30)


def _expiry(record: PromptRecord) -> timedelta:
    return timedelta(minutes=record.prompt.expiry_minutes)


def _comes_to_life_late(record: PromptRecord) -> bool:
    """Answered, put off or let go at a time at which it could not be any more."""
    first = record.first(PromptState.SHOWN)
    acts = (PromptState.ANSWERED, PromptState.SNOOZED, PromptState.DECLINED)
    return first is not None and any(
        transition.state in acts and transition.at.utc > first.utc + _expiry(record)
        for transition in record.transitions
    )


def _of_places(life: Life) -> list[str]:
    """No moment of a date is seen twice, wherever the person goes and however the clock is set."""
    seen: dict[tuple[str, date, int], int] = {}
    for record in life.ledger:
        if record.first(PromptState.SHOWN) is not None:
            place = record.prompt.reminder_id, record.prompt.day, record.prompt.slot
            seen[place] = seen.get(place, 0) + 1
    return [f"shown {count} times: {place}" for place, count in seen.items() if count > 1]


def _of_distances(life: Life) -> list[str]:
    firsts = []
    gaps: dict[tuple[object, ...], set[tuple[datetime, int]]] = {}
    for record in life.ledger:
        first = record.first(PromptState.SHOWN)
        if first is not None:
            firsts.append((first.utc, record.prompt.kind))
        if record.prompt.kind is ReminderKind.RANDOM and record.state is not PromptState.REPLACED:
            # On a journey the rest of a day is planned anew, beside what was; a plan by itself keeps its gaps.
            planned = record.transitions[0].at.utc if life.journeys else None
            plan = record.prompt.reminder_id, record.prompt.day, planned
            # One that was slept through and lies ahead again, since the clock was set back, is the same one twice.
            gaps.setdefault(plan, set()).add((record.prompt.at.utc, record.prompt.slot))
    firsts.sort(key=lambda each: each[0])
    faults = [
        f"closer than 30 min: {b.isoformat()}"
        for (a, _kind), (b, kind) in pairwise(firsts)
        if b - a < BETWEEN_PROMPTS and kind not in ASKED_FOR and not life.journeys
    ]
    return faults + [
        f"gap not kept: {b.isoformat()}"
        for moments in gaps.values()
        for (a, _slot), (b, _next) in pairwise(sorted(moments))
        if b - a < GAP
    ]


def _of_fixed_times(life: Life) -> list[str]:
    """On each local day that lies wholly within, each fixed time came once; two of a skipped hour are one."""
    fixed: dict[tuple[date, datetime], int] = {}
    for record in life.ledger:
        if record.prompt.kind is ReminderKind.FIXED and record.state is not PromptState.REPLACED:
            key = record.prompt.day, record.prompt.at.utc
            fixed[key] = fixed.get(key, 0) + 1
    faults = []
    day, last = ((at.astimezone(life.zone)).date() for at in (life.start + _A_DAY, life.end - _A_DAY))
    while day <= last:
        for instant in {instant_of(day, minute, life.zone) for minute in (*FIXED, 720)}:
            wanted = 0 if instant_of(day, 0, life.zone) == instant_of(day, 1440, life.zone) else 1
            if (came := fixed.get((day, instant), 0)) != wanted:
                faults.append(f"fixed time came {came} times: {day} {instant.isoformat()}")
        day += _A_DAY
    return faults
