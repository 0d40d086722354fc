"""The rounds: prompts are planned, shown and brought to their end, and one alarm rings when to look again."""

import logging
from datetime import datetime, timedelta

from companion.application.errors import UserError
from companion.application.event_bus import EventBus
from companion.application.events import (
    CheckInForgotten,
    CheckInRecorded,
    CheckInsChanged,
    PromptsChanged,
    RemindersChanged,
    StoreChangedElsewhere,
    VaultUnlocked,
)
from companion.application.outlook import (
    NextPrompt,
    current_pause,
    is_unasked,
    next_prompt,
    noted_unasked,
    open_prompt,
)
from companion.application.ports import Alarm, Clock, PromptDisplay, PromptPlanFile, Store, Vault
from companion.application.prompt_plan import Plan, keep_for_locked_times
from companion.application.prompt_steps import Walk, walk_on
from companion.domain.checkin import CheckIn
from companion.domain.delivery import may_snooze
from companion.domain.moment import Moment
from companion.domain.pause import Pause
from companion.domain.prompt import PromptRecord, PromptState, Transition
from companion.domain.wall_time import moment_at

ALARM = "prompts"
_TRY_AGAIN_AFTER = timedelta(minutes=1)

log = logging.getLogger(__name__)


class PromptRounds:
    """Moves prompts on. What is to be shown is durable before it is shown, so that nothing ever comes twice.

    After a crash in between, or if the display then finds no way, a prompt stays open until it expires.
    """

    def __init__(
        self,
        vault: Vault,
        clock: Clock,
        alarm: Alarm,
        display: PromptDisplay,
        bus: EventBus,
        plan_file: PromptPlanFile,
    ) -> None:
        self._vault = vault
        self._clock = clock
        self._alarm = alarm
        self._display = display
        self._bus = bus
        self._plan_file = plan_file
        self._noted: CheckIn | None = None
        self._on_display: set[str] = set()

    def start(self) -> None:
        """From now on prompts are delivered, in this process."""
        self._bus.listen(CheckInRecorded, self._on_check_in_recorded)
        self._bus.listen(CheckInForgotten, self._on_check_in_forgotten)
        self._bus.listen(CheckInsChanged, self._on_check_ins_changed)
        self._bus.listen(RemindersChanged, self._on_news)
        self._bus.listen(StoreChangedElsewhere, self._on_news)
        self._bus.listen(VaultUnlocked, self._on_news)
        self.advance()

    def advance(self) -> None:
        """Brings plan, ledger, display and alarm to this moment. Safe at any time, and twice in a row.

        Called at every ring, after sleep, and when clock or time zone changed. While the store cannot be written
        it tries again every minute.
        """
        now = self._clock.now()
        try:
            walk = self._walk_locked(now) if self._vault.is_locked else self._walk_unlocked(now)
        except UserError as error:
            log.warning("prompts wait: %s", error.trouble.value)
            self._alarm.set(ALARM, now.utc + _TRY_AGAIN_AFTER)
        else:
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
        return next_prompt(self._vault, self._clock, self._last_noted())

    def pause(self, until: Moment) -> None:
        """No prompt is shown until then. A moment that has passed ends the pause."""
        now = self._clock.now()
        self._set_pause(Pause(now, until) if until.utc > now.utc else None)

    def pause_for(self, length: timedelta) -> None:
        """No prompt is shown for that long."""
        self.pause(moment_at(self._clock.now().utc + length, self._clock.zone()))

    def end_pause(self) -> None:
        """Prompts come again."""
        self._set_pause(None)

    def current_pause(self) -> Pause | None:
        """The pause in force."""
        return current_pause(self._vault, self._clock.now())

    def paused_until(self) -> Moment | None:
        """When the pause in force ends by itself."""
        pause = self.current_pause()
        return None if pause is None else pause.until

    def _walk_locked(self, now: Moment) -> Walk:
        with self._vault.taking_in() as intake:
            return walk_on(intake, now, self._last_noted(), self._display.can_show)

    def _walk_unlocked(self, now: Moment) -> Walk:
        with self._vault.writing() as store:
            plan = Plan(store, now, self._clock.zone())
            is_planned = plan.bring_up_to_date()
            walk = walk_on(store, now, self._last_noted(store), self._display.can_show)
            next_plan = plan.next_plan()
            records, pause = plan.for_locked_times(), store.pauses.current()
        keep_for_locked_times(self._plan_file, records, pause)
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

    def _last_noted(self, store: Store | None = None) -> datetime | None:
        """What was heard counts too: it is all there is while locked, and it may be followed by an answer."""
        heard = None if self._noted is None else self._noted.created_at.utc
        kept = None if store is None else noted_unasked(store)
        return max((instant for instant in (heard, kept) if instant is not None), default=None)

    def _on_check_in_recorded(self, news: CheckInRecorded) -> None:
        if is_unasked(news.check_in):
            self._noted = news.check_in
        self.advance()

    def _on_check_in_forgotten(self, news: CheckInForgotten) -> None:
        if self._noted is not None and self._noted.id == news.check_in_id:
            self._noted = None
        self.advance()

    def _on_check_ins_changed(self, _news: CheckInsChanged) -> None:
        """What was heard may be among them; the store, which is open for such changes, knows."""
        with self._vault.reading() as store:
            newest = store.check_ins.newest_noted()
        self._noted = newest if newest is not None and is_unasked(newest) else None
        self.advance()

    def _on_news(self, _news: RemindersChanged | StoreChangedElsewhere | VaultUnlocked) -> None:
        self.advance()
