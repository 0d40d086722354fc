"""What becomes of a prompt at this moment: shown, held back, suppressed with a reason, expired. Pure."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from companion.domain.moment import Moment
from companion.domain.pause import Pause
from companion.domain.prompt import Prompt, PromptRecord, PromptState, Reason

HOLD = timedelta(minutes=10)
BETWEEN_PROMPTS = timedelta(minutes=30)
SNOOZE = timedelta(minutes=10)
LEAST_LEFT_AFTER_SNOOZE = timedelta(minutes=2)

Step = tuple[PromptState, Reason | None]


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What else counts at `now`. Instants are UTC; `last_noted` is when a check-in was last made unasked."""

    now: Moment
    pause: Pause | None = None
    is_another_open: bool = False
    last_shown: datetime | None = None
    last_noted: datetime | None = None
    can_show: bool = True

    @property
    def is_paused(self) -> bool:
        """True while a pause is in force."""
        return self.pause is not None and self.pause.covers(self.now.utc)


def next_steps(record: PromptRecord, around: Surroundings) -> tuple[Step, ...]:
    """The states a prompt comes into now, in order; () while nothing happens to it.

    One that was shown is only ever followed by its end, or after a snooze by being shown once more. One that was
    never shown is shown from its time on, for ten minutes at most and never past its block; a moment later means
    that nothing was running: `asleep`.
    """
    if record.is_final:
        return ()
    if record.is_open:
        return _steps_of_open(record, around)
    return _steps_of_waiting(record, around)


def next_change(record: PromptRecord, now: datetime) -> datetime | None:
    """The next instant after `now` at which time alone may move the prompt on, or None."""
    if record.is_final:
        return None
    instants = [record.prompt.at.utc, record.expires_at, snoozed_until(record)]
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


def quiet_until(around: Surroundings) -> datetime:
    """The first instant at which a new prompt would neither fall into a pause nor be too close to the last one."""
    now, pause = around.now.utc, around.pause
    after_pause = pause.until.utc if pause is not None and around.is_paused else now
    lasts = [last for last in (around.last_shown, around.last_noted) if last is not None and last <= now]
    return max([now, after_pause, *(last + BETWEEN_PROMPTS for last in lasts)])


def _steps_of_waiting(record: PromptRecord, around: Surroundings) -> tuple[Step, ...]:
    now = around.now.utc
    if now < record.prompt.at.utc:
        return ()
    if now > last_call(record.prompt):
        return ((PromptState.ASLEEP, None),)
    reason = _reason_against(around)
    if reason is not None:
        return ((PromptState.SUPPRESSED, reason),)
    return _shown_from(record.state)


def _steps_of_open(record: PromptRecord, around: Surroundings) -> tuple[Step, ...]:
    now = around.now.utc
    if is_over(record, now):
        return ((PromptState.EXPIRED, None),)
    until = snoozed_until(record)
    is_back = record.state is PromptState.DUE or (until is not None and until <= now)
    if is_back and now < _end_of_showing(record) and around.can_show and not around.is_paused:
        return _shown_from(record.state)
    return ()


def _shown_from(state: PromptState) -> tuple[Step, ...]:
    """`due` and `shown`; only `shown` where the program ended between the two."""
    if state is PromptState.DUE:
        return ((PromptState.SHOWN, None),)
    return ((PromptState.DUE, None), (PromptState.SHOWN, None))


def _reason_against(around: Surroundings) -> Reason | None:
    if around.is_paused:
        return Reason.PAUSED
    if around.is_another_open or _is_recent(around.last_shown, around) or _is_recent(around.last_noted, around):
        return Reason.TOO_CLOSE
    return None if around.can_show else Reason.NO_WAY_TO_SHOW


def _is_recent(instant: datetime | None, around: Surroundings) -> bool:
    return instant is not None and timedelta(0) <= around.now.utc - instant < BETWEEN_PROMPTS


def _end_of_showing(record: PromptRecord) -> datetime:
    """Neither its expiry nor its block is passed by showing it once more."""
    return min(record.expires_at or record.prompt.block_end.utc, record.prompt.block_end.utc)
