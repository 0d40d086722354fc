"""What becomes of a prompt at this moment: shown, held back, suppressed with a reason, expired. Pure."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from companion.domain.desktop import SILENT, Desktop
from companion.domain.holding import reason_to_hold
from companion.domain.moment import Moment
from companion.domain.noting import NOTHING_NOTED, LastNoted
from companion.domain.pause import Pause, PauseKind
from companion.domain.prompt import Prompt, PromptRecord, PromptState, Reason
from companion.domain.quiet_hours import NO_QUIET_HOURS, QuietHours
from companion.domain.reminder_rules import ReminderKind

HOLD = timedelta(minutes=10)
LOOK_AGAIN = timedelta(seconds=10)
BETWEEN_PROMPTS = timedelta(minutes=30)
SNOOZE = timedelta(minutes=10)
LEAST_LEFT_AFTER_SNOOZE = timedelta(minutes=2)
_ASKED_FOR = (ReminderKind.EVENT, ReminderKind.ONCE)

Step = tuple[PromptState, Reason | None]


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What else counts at `now`. `last_shown` is when a prompt was last shown, in UTC."""

    now: Moment
    pause: Pause | None = None
    is_another_open: bool = False
    last_shown: datetime | None = None
    noted: LastNoted = NOTHING_NOTED
    can_show: bool = True
    quiet_hours: QuietHours = NO_QUIET_HOURS
    desktop: Desktop = SILENT

    @property
    def is_paused(self) -> bool:
        """True while a pause is in force."""
        return self.pause is not None and self.pause.covers(self.now.utc)

    @property
    def is_quiet(self) -> bool:
        """True in quiet hours."""
        return self.quiet_hours.cover(self.now.local)


def next_steps(record: PromptRecord, around: Surroundings) -> tuple[Step, ...]:
    """The states a prompt comes into now, in order; () while nothing happens to it.

    One that was shown is only ever followed by its end, or after a snooze by being shown once more. One that was
    never shown is shown from its time on, for ten minutes at most and never past its block. What the desktop holds
    back is `due` meanwhile, with the reason, and suppressed for it in the end; a moment later without that means
    that nothing was running: `asleep`.
    """
    if record.is_final:
        return ()
    if record.is_open:
        return _steps_of_open(record, around)
    return _steps_of_waiting(record, around)


def asks_the_desktop(record: PromptRecord, now: datetime) -> bool:
    """True if it may be shown at `now`, so that it counts what the desktop says."""
    if is_waiting(record):
        return record.prompt.at.utc <= now <= last_call(record.prompt)
    return _is_back(record, now)


def next_change(record: PromptRecord, now: datetime) -> datetime | None:
    """The next instant after `now` at which time alone, or the desktop, may move the prompt on; or None."""
    if record.is_final:
        return None
    instants = [record.prompt.at.utc, record.expires_at, snoozed_until(record)]
    if asks_the_desktop(record, now):
        instants.append(now + LOOK_AGAIN)
        instants.append(last_call(record.prompt))
    return min((instant for instant in instants if instant is not None and instant > now), default=None)


def last_call(prompt: Prompt) -> datetime:
    """The last instant at which it may be shown for the first time."""
    return min(prompt.at.utc + HOLD, prompt.block_end.utc)


def is_waiting(record: PromptRecord) -> bool:
    """True if it is still to come: not over, and never shown."""
    return not record.is_final and not record.is_open


def is_over(record: PromptRecord, now: datetime) -> bool:
    """True if it was shown and its time has passed.

    Also if it was shown that long in the future: then the clock was set back, and it would stay open for ages.
    """
    shown, expires = record.first(PromptState.SHOWN), record.expires_at
    if shown is None or expires is None:
        return False
    return not shown.utc - (expires - shown.utc) < now < expires


def may_snooze(record: PromptRecord, now: datetime) -> bool:
    """True if "Later" is possible: once, and only if two minutes are left afterwards to answer."""
    if record.state is not PromptState.SHOWN or record.first(PromptState.SNOOZED) is not None:
        return False
    return now + SNOOZE + LEAST_LEFT_AFTER_SNOOZE <= _end_of_showing(record)


def snoozed_until(record: PromptRecord) -> datetime | None:
    """When a snoozed prompt comes again; None if it is not snoozed."""
    snoozed = record.first(PromptState.SNOOZED)
    if snoozed is None or record.state is not PromptState.SNOOZED:
        return None
    return snoozed.utc + SNOOZE


def is_expected(record: PromptRecord, around: Surroundings) -> bool:
    """True unless it is known by now that it will not be shown: paused, quiet, or too close to the last one."""
    at = record.prompt.at.utc
    if around.quiet_hours.cover(record.prompt.at.local) or (around.pause is not None and around.pause.covers(at)):
        return False
    return at >= around.now.utc and not _is_too_close(record, around, at)


def _steps_of_waiting(record: PromptRecord, around: Surroundings) -> tuple[Step, ...]:
    prompt, now = record.prompt, around.now.utc
    if now < prompt.at.utc:
        return ()
    if now > last_call(prompt):
        held = _reason_it_was_held(record)
        return ((PromptState.ASLEEP, None),) if held is None else ((PromptState.SUPPRESSED, held),)
    reason = _reason_against(record, around)
    if reason is not None:
        return ((PromptState.SUPPRESSED, reason),)
    hold = reason_to_hold(around.desktop, now)
    if hold is None:
        return _shown_from(record.state)
    return _held_back(record, hold, around)


def _held_back(record: PromptRecord, hold: Reason, around: Surroundings) -> tuple[Step, ...]:
    is_new = record.state is PromptState.PLANNED
    resumed_at = around.desktop.resumed_at
    if is_new and hold is Reason.START_UP and resumed_at is not None and resumed_at > record.prompt.at.utc:
        return ((PromptState.ASLEEP, None),)
    due = ((PromptState.DUE, hold),) if is_new else ()
    is_last_call = around.now.utc == last_call(record.prompt)
    return (*due, (PromptState.SUPPRESSED, hold)) if is_last_call else due


def _steps_of_open(record: PromptRecord, around: Surroundings) -> tuple[Step, ...]:
    now = around.now.utc
    if is_over(record, now):
        return ((PromptState.EXPIRED, None),)
    is_let = around.can_show and not around.is_paused and not around.is_quiet
    if _is_back(record, now) and is_let and reason_to_hold(around.desktop, now) is None:
        return _shown_from(record.state)
    return ()


def _is_back(record: PromptRecord, now: datetime) -> bool:
    """True once a snoozed prompt may be shown again; `due` it is where the program ended just before."""
    until = snoozed_until(record)
    is_due = record.is_open and (record.state is PromptState.DUE or (until is not None and until <= now))
    return is_due and now < _end_of_showing(record)


def _shown_from(state: PromptState) -> tuple[Step, ...]:
    """`due` and `shown`; only `shown` where it was held back, or the program ended between the two."""
    if state is PromptState.DUE:
        return ((PromptState.SHOWN, None),)
    return ((PromptState.DUE, None), (PromptState.SHOWN, None))


def _reason_it_was_held(record: PromptRecord) -> Reason | None:
    return record.transitions[-1].reason if record.state is PromptState.DUE else None


def _reason_against(record: PromptRecord, around: Surroundings) -> Reason | None:
    if around.is_quiet:
        return Reason.QUIET_HOURS
    if around.is_paused:
        is_not_today = around.pause is not None and around.pause.kind is PauseKind.NOT_TODAY
        return Reason.NOT_TODAY if is_not_today else Reason.PAUSED
    if _was_noted_recently(record.prompt, around):
        return Reason.RECENTLY_LOGGED
    if around.is_another_open or _is_too_close(record, around, around.now.utc):
        return Reason.TOO_CLOSE
    return None if around.can_show else Reason.NO_WAY_TO_SHOW


def _was_noted_recently(prompt: Prompt, around: Surroundings) -> bool:
    last = around.noted.for_purpose(prompt.purpose)
    if prompt.silence_minutes is None or last is None:
        return False
    return timedelta(0) <= around.now.utc - last < timedelta(minutes=prompt.silence_minutes)


def _is_too_close(record: PromptRecord, around: Surroundings, at: datetime) -> bool:
    """What was asked for on purpose is not too close to what it was asked after."""
    lasts = [last for last in (around.last_shown, around.noted.unasked) if last is not None]
    if record.prompt.kind in _ASKED_FOR:
        lasts = [last for last in lasts if last > record.transitions[0].at.utc]
    return any(last <= around.now.utc and timedelta(0) <= at - last < BETWEEN_PROMPTS for last in lasts)


def _end_of_showing(record: PromptRecord) -> datetime:
    """Neither its expiry nor its block is passed by showing it once more."""
    return min(record.expires_at or record.prompt.block_end.utc, record.prompt.block_end.utc)
