"""The rounds: prompts are planned, shown and brought to their end, and one alarm rings when to look again."""

from __future__ import annotations

import logging
from datetime import date, timedelta, tzinfo
from typing import TYPE_CHECKING

from companion.application.days import DayService
from companion.application.errors import UserError
from companion.application.events import (
    CheckInAmended,
    CheckInForgotten,
    CheckInRecorded,
    CheckInRestored,
    CheckInsChanged,
    JournalChanged,
    PromptsChanged,
    PromptsPassed,
    RemindersChanged,
    StoreChangedElsewhere,
    VaultUnlocked,
)
from companion.application.last_noted import last_noted
from companion.application.outlook import NextPrompt, current_pause, next_prompt, open_prompt
from companion.application.prompt_plan import Plan, keep_for_locked_times
from companion.application.prompt_steps import Seen, Walk, walk_on
from companion.application.unknown_desktop import UNKNOWN_DESKTOP
from companion.domain.asking_again import ASK_AGAIN_AFTER, prompt_to_ask_again
from companion.domain.delivery import may_snooze
from companion.domain.noting import NOTHING_NOTED
from companion.domain.pause import A_WEEK, UNTIL_I_SAY, Pause, PauseKind, begin_of_day
from companion.domain.prompt import PromptRecord, PromptState, Transition
from companion.domain.wall_time import moment_at

if TYPE_CHECKING:
    from companion.application.event_bus import EventBus
    from companion.application.ports import Alarm, Clock, DesktopState, PromptDisplay
    from companion.application.vault_ports import PromptPlanFile, Vault
    from companion.domain.hold_rules import HoldRules
    from companion.domain.moment import Moment

ALARM = "prompts"
_TRY_AGAIN_AFTER = timedelta(minutes=1)
_NEWS = (CheckInAmended, CheckInRestored, JournalChanged, RemindersChanged, StoreChangedElsewhere, VaultUnlocked)

log = logging.getLogger(__name__)


class PromptRounds:
    """Moves prompts on. What is to be shown is durable before it is shown, so that nothing ever comes twice.

    After a crash in between, or if the display then finds no way, a prompt stays open until it expires. Of check-ins
    it remembers no more than when they were made: that is all there is while locked.
    """

    def __init__(
        self,
        vault: Vault,
        clock: Clock,
        alarm: Alarm,
        display: PromptDisplay,
        bus: EventBus,
        plan_file: PromptPlanFile,
        desktop: DesktopState = UNKNOWN_DESKTOP,
    ) -> None:
        self._vault = vault
        self._clock = clock
        self._alarm = alarm
        self._display = display
        self._bus = bus
        self._plan_file = plan_file
        self._desktop = desktop
        self._days = DayService(vault, clock)
        self._heard, self._heard_of = NOTHING_NOTED, ""
        self._on_display: set[str] = set()
        self._kept_for: tuple[date, tzinfo, HoldRules] | None = None

    def start(self) -> None:
        """From now on prompts are delivered, in this process."""
        self._bus.listen(CheckInRecorded, self._on_check_in_recorded)
        self._bus.listen(CheckInForgotten, self._on_check_in_forgotten)
        self._bus.listen(CheckInsChanged, self._on_check_ins_changed)
        for news in _NEWS:
            self._bus.listen(news, self._on_news)
        self.advance()

    def advance(self) -> None:
        """Brings plan, ledger, display and alarm to this moment. Safe at any time, and twice in a row.

        Called at every ring, after sleep, and when clock or time zone changed. While the store cannot be written
        it tries again every minute.
        """
        now = self._clock.now()
        walk = self._walk(now, None)
        if walk is not None and walk.asks:
            walk = walk.then(self._walk(now, Seen(self._display.can_show(), self._desktop.look())))
        if walk is not None:
            self._act_on(walk)

    def snooze(self, prompt_id: str) -> bool:
        """Puts it off ("Later"): it comes again in ten minutes. False if that is not possible; it stays as it is."""
        now = self._clock.now()
        with self._vault.taking_in() as intake:
            record = intake.ledger.record(prompt_id)
            is_possible = record is not None and may_snooze(record, now.utc)
            if is_possible:
                intake.ledger.append(Transition(prompt_id, PromptState.SNOOZED, now))
        return self._moved_on(is_possible)

    def decline(self, prompt_id: str) -> bool:
        """Lets it go ("Not now"): its life is over. False if it was not open any more."""
        now = self._clock.now()
        with self._vault.taking_in() as intake:
            record = intake.ledger.record(prompt_id)
            is_possible = record is not None and record.is_open
            if is_possible:
                intake.ledger.append(Transition(prompt_id, PromptState.DECLINED, now))
        return self._moved_on(is_possible)

    def open_prompt(self) -> PromptRecord | None:
        """The prompt that was shown and can still be answered."""
        return open_prompt(self._vault, self._clock.now())

    def next_prompt(self) -> NextPrompt | None:
        """What may be told of the next prompt, or None if none comes within fourteen days."""
        return next_prompt(self._vault, self._clock, self._heard)

    def pause(self, until: Moment) -> None:
        """No prompt is shown until then. A moment that has passed ends the pause."""
        now = self._clock.now()
        self._set_pause(Pause(now, until) if until.utc > now.utc else None)

    def pause_until_tomorrow(self) -> None:
        """No prompt is shown until the person's next day begins."""
        self.pause(self._begin_of_day_in(1))

    def pause_for_a_week(self) -> None:
        """No prompt is shown until the person's day a week from now begins."""
        self.pause(self._begin_of_day_in(A_WEEK))

    def pause_until_i_say(self) -> None:
        """No prompt is shown until `end_pause`."""
        self.pause(UNTIL_I_SAY)

    def not_today(self) -> None:
        """No prompt is shown any more today; the ledger says why. A pause that lasts longer stays."""
        tomorrow, pause = self._begin_of_day_in(1), self.current_pause()
        if pause is None or pause.until.utc < tomorrow.utc:
            self._set_pause(Pause(self._clock.now(), tomorrow, PauseKind.NOT_TODAY))

    def pause_for(self, length: timedelta) -> None:
        """No prompt is shown for that long."""
        self.pause(moment_at(self._clock.now().utc + length, self._clock.zone()))

    def end_pause(self) -> None:
        """Prompts come again."""
        self._set_pause(None)

    def current_pause(self) -> Pause | None:
        """The pause in force."""
        return current_pause(self._vault, self._clock.now())

    def ask_again(self, after: timedelta = ASK_AGAIN_AFTER) -> Moment:
        """One prompt comes then, also with all reminders off and while locked. Returns when, once it is durable."""
        now = self._clock.now()
        prompt = prompt_to_ask_again(moment_at(now.utc + after, self._clock.zone()))
        with self._vault.taking_in() as intake:
            intake.ledger.plan([prompt], now)
        self._bus.publish(PromptsChanged())
        self.advance()
        return prompt.at

    def paused_until(self) -> Moment | None:
        """When the pause in force ends by itself; UNTIL_I_SAY if it does not."""
        pause = self.current_pause()
        return None if pause is None else pause.until

    def _begin_of_day_in(self, days: int) -> Moment:
        return begin_of_day(self._days.today(), days, self._days.day_start, self._clock.zone())

    def _walk(self, now: Moment, seen: Seen | None) -> Walk | None:
        """One transaction; the desktop is asked between two, never in one. None if it could not be now."""
        try:
            return self._walk_locked(now, seen) if self._vault.is_locked else self._walk_unlocked(now, seen)
        except UserError as error:
            log.warning("prompts wait: %s", error.trouble.value)
            self._alarm.set(ALARM, now.utc + _TRY_AGAIN_AFTER)
            return None

    def _walk_locked(self, now: Moment, seen: Seen | None) -> Walk:
        with self._vault.taking_in() as intake:
            return walk_on(intake, now, self._heard.or_later(self._plan_file.noted()), seen)

    def _walk_unlocked(self, now: Moment, seen: Seen | None) -> Walk:
        with self._vault.writing() as store:
            plan = Plan(store, now, self._clock.zone())
            is_planned = plan.bring_up_to_date()
            noted = self._heard.or_later(last_noted(store, now.utc))
            walk = walk_on(store, now, noted, seen)
            next_plan = plan.next_plan()
            around = plan.today, plan.zone, plan.rules_for_locked_times()
            is_kept = around == self._kept_for and not (walk.changed or is_planned)
            records = [] if is_kept else plan.for_locked_times()
        if not is_kept:
            self._kept_for = around if keep_for_locked_times(self._plan_file, records, around[-1]) else None
        return walk.with_plan(is_planned, next_plan)

    def _act_on(self, walk: Walk) -> None:
        """The alarm comes first, so that whatever happens then, there is a next time."""
        if walk.next_look is None:
            self._alarm.cancel(ALARM)
        else:
            self._alarm.set(ALARM, walk.next_look)
        for prompt_id in self._on_display - walk.on_display:
            self._on_display.discard(prompt_id)
            self._display.withdraw(prompt_id)
        if walk.showing is not None:
            self._on_display.add(walk.showing.prompt.id)
            self._display.show(walk.showing.prompt, walk.showing.may_snooze)
        if walk.passed:
            self._bus.publish(PromptsPassed(walk.passed))
        if walk.changed:
            self._bus.publish(PromptsChanged())
        if walk.is_pause_over:
            self._bus.publish(RemindersChanged())

    def _set_pause(self, pause: Pause | None) -> None:
        with self._vault.taking_in() as intake:
            intake.pauses.set(pause)
        self._bus.publish(RemindersChanged())

    def _moved_on(self, has_moved: bool) -> bool:
        if has_moved:
            self._bus.publish(PromptsChanged())
            self.advance()
        return has_moved

    def _keep_heard_while_locked(self) -> None:
        """So that a program that ends while locked, and begins so, knows it. If it cannot be kept, that is all."""
        try:
            self._plan_file.keep_noted(self._heard.or_later(self._plan_file.noted()))
        except UserError as error:
            log.warning("what was noted was not kept for locked times: %s", error.trouble.value)

    def _on_check_in_recorded(self, news: CheckInRecorded) -> None:
        check_in = news.check_in
        if not check_in.is_backdated:
            heard = NOTHING_NOTED.with_check_in(check_in.created_at.utc, is_unasked=check_in.is_unasked)
            self._heard, self._heard_of = heard, check_in.id
            if self._vault.is_locked:
                self._keep_heard_while_locked()
        self.advance()

    def _on_check_in_forgotten(self, news: CheckInForgotten) -> None:
        if self._heard_of == news.check_in_id:
            self._heard = NOTHING_NOTED
        self.advance()

    def _on_check_ins_changed(self, _news: CheckInsChanged) -> None:
        """What was heard may be among them; the store, which is open for such changes, knows."""
        self._heard = NOTHING_NOTED
        self.advance()

    def _on_news(self, _news: object) -> None:
        self._kept_for = None
        self.advance()
