"""A prompt: one moment at which the person is asked, and the states of its life in the ledger."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import Enum

from companion.domain.moment import Moment
from companion.domain.reminder import Purpose, ReminderKind


class PromptState(Enum):
    """planned → due → shown → one final state; snoozed leads back to due, at most once."""

    PLANNED = "planned"
    DUE = "due"
    SHOWN = "shown"
    SNOOZED = "snoozed"
    ANSWERED = "answered"
    DECLINED = "declined"
    EXPIRED = "expired"
    SUPPRESSED = "suppressed"
    ASLEEP = "asleep"
    REPLACED = "replaced"

    @property
    def is_final(self) -> bool:
        """True if nothing can follow."""
        return self in FINAL_STATES


FINAL_STATES = frozenset(
    {
        PromptState.ANSWERED,
        PromptState.DECLINED,
        PromptState.EXPIRED,
        PromptState.SUPPRESSED,
        PromptState.ASLEEP,
        PromptState.REPLACED,
    }
)


class Reason(Enum):
    """Why a prompt was suppressed, so that it was never shown; or held back for a while."""

    QUIET_HOURS = "quiet_hours"
    PAUSED = "paused"
    NOT_TODAY = "not_today"
    RECENTLY_LOGGED = "recently_logged"
    TOO_CLOSE = "too_close"
    TYPING = "typing"
    FULL_SCREEN = "full_screen"
    DO_NOT_DISTURB = "do_not_disturb"
    SCREEN_LOCKED = "screen_locked"
    AWAY = "away"
    START_UP = "start_up"
    PRACTISING = "practising"
    NO_WAY_TO_SHOW = "no_way_to_show"


@dataclass(frozen=True, slots=True)
class Prompt:
    """One planned prompt.

    `id` is a UUIDv5 of reminder, local date and index; `day` is the calendar date it belongs to and `slot` its
    place in that day's plan, so that a plan made again finds the same slot. `at` is when it falls due; it may be
    held back until `block_end` at the latest. With `silence_minutes` it is shown only if nothing was noted for so
    long.
    """

    id: str
    reminder_id: str
    kind: ReminderKind
    purpose: Purpose
    day: date
    slot: int
    at: Moment
    block_start: Moment
    block_end: Moment
    expiry_minutes: int
    silence_minutes: int | None = None


@dataclass(frozen=True, slots=True)
class Transition:
    """One line of the ledger: the prompt came into `state` at that moment; only `suppressed` has a reason, and `due`
    the one for which it was held back.
    """

    prompt_id: str
    state: PromptState
    at: Moment
    reason: Reason | None = None


@dataclass(frozen=True, slots=True)
class PromptRecord:
    """A prompt with all its transitions, in order; the first is always `planned`."""

    prompt: Prompt
    transitions: tuple[Transition, ...]

    @property
    def state(self) -> PromptState:
        """The state it is in now."""
        return self.transitions[-1].state

    @property
    def is_final(self) -> bool:
        """True if its life is over."""
        return self.state.is_final

    @property
    def is_open(self) -> bool:
        """True while it has been shown and can still be answered."""
        return not self.is_final and self.first(PromptState.SHOWN) is not None

    @property
    def expires_at(self) -> datetime | None:
        """The instant from which it can no longer be answered: its expiry after it was first shown."""
        shown = self.first(PromptState.SHOWN)
        return None if shown is None else shown.utc + timedelta(minutes=self.prompt.expiry_minutes)

    def can_be_answered(self, now: datetime) -> bool:
        """True at an instant at which it has been shown and has not expired."""
        expires_at = self.expires_at
        return self.is_open and expires_at is not None and now < expires_at

    def first(self, state: PromptState) -> Moment | None:
        """When it first came into `state`, or None."""
        return next((t.at for t in self.transitions if t.state is state), None)
