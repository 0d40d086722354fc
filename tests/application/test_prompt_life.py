"""Whatever happens, in whatever order: no prompt comes twice, and each has exactly one end."""

import tempfile
from contextlib import suppress
from dataclasses import dataclass
from datetime import timedelta
from itertools import pairwise
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from companion.adapters.storage.plan_file import PlanFile
from companion.adapters.storage.vault import SqliteVault
from companion.application.checkins import Answer
from companion.application.events import VaultUnlocked
from companion.domain.desktop import SILENT
from companion.domain.prompt import Prompt, PromptRecord, PromptState
from companion.domain.quiet_hours import QuietHours
from companion.domain.reminder import (
    AfterCheckIn,
    AtInterval,
    DayRange,
    Outside,
    RandomWithGap,
    ReminderKind,
    TimeRange,
)
from companion.domain.zone import Zone
from tests.support.display import CrashError
from tests.support.reminding import Desk, at, at_random

AFTER = {
    PromptState.PLANNED: {PromptState.DUE, PromptState.SUPPRESSED, PromptState.ASLEEP, PromptState.REPLACED},
    PromptState.DUE: {PromptState.SHOWN, PromptState.SUPPRESSED, PromptState.REPLACED, PromptState.ASLEEP},
    PromptState.SHOWN: {PromptState.SNOOZED, PromptState.ANSWERED, PromptState.DECLINED, PromptState.EXPIRED},
    PromptState.SNOOZED: {PromptState.DUE, PromptState.ANSWERED, PromptState.DECLINED, PromptState.EXPIRED},
}


@dataclass
class Life:
    """One desk, and everything that can happen to it."""

    desk: Desk
    folder: Path

    def wait(self, minutes: int) -> None:
        end = self.desk.clock.now().utc + timedelta(minutes=minutes)
        while self.desk.alarm.next is not None and self.desk.alarm.next <= end:
            self.desk.pass_to(self.desk.alarm.next)
            self.desk.rounds.advance()
        self.desk.pass_to(end)

    def sleep(self, minutes: int) -> None:
        self.desk.clock.pass_time(minutes=minutes)
        self.desk.rounds.advance()

    def set_back(self, minutes: int) -> None:
        self.desk.clock.pass_time(minutes=-minutes)
        self.desk.rounds.advance()

    def travel(self, zone: str) -> None:
        self.desk.clock.travel_to(zone)
        self.desk.rounds.advance()

    def end_and_start(self) -> None:
        locked = self.desk.vault.is_locked
        self.desk.vault.close()
        self.desk.vault = SqliteVault(self.folder / "store", start_locked=locked)
        self.desk.restart()

    def crash_while_showing(self, minutes: int) -> None:
        """The program ends after a prompt is written down as shown, before anybody sees it."""
        self.desk.display.crashes = True
        with suppress(CrashError):
            self.wait(minutes)
        self.desk.display.crashes = False
        self.end_and_start()

    def lose_the_display(self, minutes: int) -> None:
        self.desk.display.is_there = False
        self.wait(minutes)
        self.desk.display.is_there = True

    def hold_back(self, says: dict[str, object], minutes: int) -> None:
        self.desk.desktop.say(**says)
        self.wait(minutes)
        self.desk.desktop.says = SILENT

    def wake_up(self, minutes: int) -> None:
        self.desk.clock.pass_time(minutes=minutes)
        self.desk.desktop.say(resumed_at=self.desk.clock.now().utc)
        self.desk.rounds.advance()

    def check_in_above(self) -> None:
        self.desk.check_ins.record(Answer(arousal=90, zone=Zone.ABOVE), answers_open_prompt=True)

    def ask_again(self, minutes: int) -> None:
        self.desk.rounds.ask_again(timedelta(minutes=minutes))

    def not_today(self) -> None:
        self.desk.rounds.not_today()

    def snooze(self) -> None:
        if self.desk.display.shown:
            self.desk.rounds.snooze(self.desk.display.shown[-1].id)

    def decline(self) -> None:
        if self.desk.display.shown:
            self.desk.rounds.decline(self.desk.display.shown[-1].id)

    def check_in(self) -> None:
        self.desk.check_in()

    def pause(self, minutes: int) -> None:
        self.desk.rounds.pause_for(timedelta(minutes=minutes))

    def lock_or_unlock(self) -> None:
        if self.desk.vault.is_locked:
            self.desk.vault.unlock()
            self.desk.bus.publish(VaultUnlocked())
        else:
            self.desk.vault.lock()

    def switch(self) -> None:
        if not self.desk.vault.is_locked:
            reminder = self.desk.reminders.reminders()[-1]
            self.desk.reminders.switch(reminder.id, not reminder.is_on)


WITH_REASON = (PromptState.DUE, PromptState.SUPPRESSED)
ASKED_FOR = (ReminderKind.EVENT, ReminderKind.ONCE)
MINUTES = st.integers(1, 400)
HOLDS = st.sampled_from(
    [{"is_typing": True}, {"is_full_screen": True}, {"idle_for": timedelta(hours=1)}, {"screen_locked": True}]
)
QUIET = QuietHours((DayRange(TimeRange(0, 480)), DayRange(TimeRange(20 * 60, 20 * 60 + 40))))
EVENTS = st.one_of(
    st.tuples(st.just("wait"), MINUTES),
    st.tuples(st.just("wait"), MINUTES),
    st.tuples(st.just("sleep"), st.integers(1, 3000)),
    st.tuples(st.just("crash_while_showing"), MINUTES),
    st.tuples(st.just("lose_the_display"), MINUTES),
    st.tuples(st.just("pause"), MINUTES),
    st.tuples(st.just("hold_back"), HOLDS, st.integers(1, 90)),
    st.tuples(st.just("wake_up"), st.integers(1, 700)),
    st.tuples(st.just("ask_again"), st.integers(1, 60)),
    st.tuples(st.just("travel"), st.sampled_from(["Europe/Berlin", "America/New_York", "Pacific/Auckland"])),
    st.tuples(
        st.sampled_from(
            [
                *("end_and_start", "snooze", "decline", "check_in", "check_in_above", "not_today"),
                *("lock_or_unlock", "switch"),
            ]
        )
    ),
)
SET_BACK = st.tuples(st.just("set_back"), st.integers(1, 2000))
SLOW = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def lived(events: list[tuple[object, ...]]) -> tuple[list[PromptRecord], list[Prompt]]:
    """The ledger and what was seen after all that, and some time after every reminder was switched off."""
    with tempfile.TemporaryDirectory() as folder:
        desk = Desk(Path(folder), plan_file=PlanFile(Path(folder) / "store"))
        life = Life(desk, Path(folder))
        desk.rounds.start()
        desk.reminders.add(at("09:00", "09:20", "15:00", "20:30"))
        desk.reminders.keep_quiet(QUIET)
        desk.reminders.add(AfterCheckIn(Outside.ABOVE, timedelta(minutes=25)))
        desk.reminders.add(AtInterval(timedelta(hours=3), TimeRange(10 * 60, 22 * 60)))
        desk.reminders.add(RandomWithGap(2, TimeRange(8 * 60, 20 * 60)))
        desk.reminders.add(at_random(4, "09:00", "21:00"))
        for name, *given_with in events:
            getattr(life, str(name))(*given_with)
        if desk.vault.is_locked:
            life.lock_or_unlock()
        for reminder in desk.reminders.reminders():
            desk.reminders.switch(reminder.id, False)
        life.sleep(75)  # what was asked for once more may come in it
        life.sleep(75)
        ledger = desk.ledger()
        desk.vault.close()
    return ledger, desk.display.shown


def is_a_life(record: PromptRecord) -> bool:
    states = [transition.state for transition in record.transitions]
    return states[0] is PromptState.PLANNED and all(b in AFTER[a] for a, b in pairwise(states))


@SLOW
@given(st.lists(st.one_of(EVENTS, SET_BACK), max_size=25))
def test_each_prompt_lives_one_life_with_one_end_and_is_seen_no_more_than_the_ledger_says(
    events: list[tuple[object, ...]],
) -> None:
    ledger, seen = lived(events)
    for record in ledger:
        states = [transition.state for transition in record.transitions]
        assert is_a_life(record), states
        assert record.is_final, states
        assert seen.count(record.prompt) <= states.count(PromptState.SHOWN) <= 2
        assert all((t.state in WITH_REASON) >= (t.reason is not None) for t in record.transitions)
        assert (record.state is PromptState.SUPPRESSED) <= (record.transitions[-1].reason is not None)


@SLOW
@given(st.lists(st.one_of(EVENTS, SET_BACK), max_size=25))
def test_nothing_is_ever_shown_in_quiet_hours(events: list[tuple[object, ...]]) -> None:
    ledger, _seen = lived(events)
    shown = [t.at.local for record in ledger for t in record.transitions if t.state is PromptState.SHOWN]
    assert not [f"{at:%H:%M}" for at in shown if QUIET.cover(at)]


@SLOW
@given(st.lists(EVENTS, max_size=25))
def test_no_wall_clock_time_of_a_date_comes_twice_and_prompts_keep_their_distance(
    events: list[tuple[object, ...]],
) -> None:
    ledger, _seen = lived(events)
    shown = [record for record in ledger if record.first(PromptState.SHOWN) is not None]
    firsts = sorted(
        (
            (moment.utc, record.prompt.kind)
            for record in shown
            if (moment := record.first(PromptState.SHOWN)) is not None
        ),
        key=lambda each: each[0],
    )
    assert all(b - a >= timedelta(minutes=30) or kind in ASKED_FOR for (a, _kind), (b, kind) in pairwise(firsts))
    if not any(name == "switch" for name, *_ in events):
        places = [(r.prompt.reminder_id, r.prompt.day, r.prompt.slot) for r in shown]
        assert len(set(places)) == len(places)
