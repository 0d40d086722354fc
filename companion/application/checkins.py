"""Checking in: record one, take it back, keep a half-filled one."""

from dataclasses import dataclass
from datetime import timedelta

from companion.application.days import DayService
from companion.application.event_bus import EventBus
from companion.application.events import CheckInForgotten, CheckInRecorded
from companion.application.ports import Clock, IdSource
from companion.application.vault_ports import Intake, Vault
from companion.domain.checkin import Answering, CheckIn, Origin
from companion.domain.context import NO_CONTEXT, Context
from companion.domain.draft import Draft
from companion.domain.errors import DomainError, Rule
from companion.domain.moment import Moment
from companion.domain.prompt import Prompt, PromptRecord, PromptState, Transition
from companion.domain.reminder import Purpose
from companion.domain.zone import Zone


@dataclass(frozen=True, slots=True)
class Answer:
    """What the person answered.

    `experienced_at` is None for now; `prompt_id` names a prompt answered on purpose, `corrects` the prompt that was
    answered by the check-in which was taken back to be corrected.
    """

    arousal: int | None = None
    zone: Zone | None = None
    note: str = ""
    tags: tuple[str, ...] = ()
    experienced_at: Moment | None = None
    prompt_id: str | None = None
    pleasantness: int | None = None
    safe: int | None = None
    connected: int | None = None
    sleep: int | None = None
    slept: timedelta | None = None
    context: Context = NO_CONTEXT
    answering: Answering = Answering()  # noqa: RUF009 - frozen
    corrects: str | None = None


class CheckInService:
    """Records check-ins durably and says so afterwards."""

    def __init__(self, vault: Vault, clock: Clock, ids: IdSource, bus: EventBus, app_version: str) -> None:
        self._vault = vault
        self._clock = clock
        self._ids = ids
        self._bus = bus
        self._app_version = app_version
        self._days = DayService(vault, clock)
        self._held: Draft | None = None

    def record(self, answer: Answer, *, answers_open_prompt: bool) -> CheckIn:
        """Saves a check-in and returns it once it is durable.

        With `answers_open_prompt`, one that is not backdated answers the prompt that is open. One that corrects
        what was taken back counts for the same prompt, which stays answered as it was. Raises
        DomainError(NOTHING_ANSWERED) without arousal and zone, DomainError(TIME_IN_THE_FUTURE),
        DomainError(PROMPT_NOT_OPEN) for a named prompt that is not open, and UserError if it cannot be kept.
        """
        now = self._clock.now()
        if answer.arousal is None and answer.zone is None:
            raise DomainError(Rule.NOTHING_ANSWERED)
        if answer.experienced_at is not None and answer.experienced_at.utc > now.utc:
            raise DomainError(Rule.TIME_IN_THE_FUTURE)
        with self._vault.taking_in() as intake:
            corrected = _corrected_prompt(intake, answer, now)
            answered = None if corrected is not None else _answered_prompt(intake, answer, now, answers_open_prompt)
            check_in = self._check_in(answer, now, corrected or answered, intake.window_id(now.utc))
            intake.check_ins.add(check_in)
            if answered is not None:
                intake.ledger.append(Transition(answered.id, PromptState.ANSWERED, now))
        self._bus.publish(CheckInRecorded(check_in))
        return check_in

    def take_back(self, check_in_id: str) -> None:
        """Takes that check-in back. Raises DomainError(NO_SUCH_CHECK_IN)."""
        with self._vault.writing() as store:
            if store.check_ins.get(check_in_id) is None:
                raise DomainError(Rule.NO_SUCH_CHECK_IN)
            store.check_ins.forget(check_in_id, self._clock.now())
        self._bus.publish(CheckInForgotten(check_in_id))

    def is_of_today(self, moment: Moment) -> bool:
        """True if the moment is of the person's day that it is now."""
        return self._days.day_of(moment) == self._days.today()

    def draft(self) -> Draft | None:
        """The half-filled check-in, unless it is older than a day; None while locked."""
        if self._vault.is_locked:
            return None
        if self._held is not None:
            self.keep_draft(self._held)
        with self._vault.reading() as store:
            draft = store.drafts.current()
        return None if draft is None or draft.is_stale(self._clock.now().utc) else draft

    @property
    def holds_draft(self) -> bool:
        """True while a half-filled check-in waits for the store to be unlocked."""
        return self._held is not None

    def keep_draft(self, draft: Draft | None) -> None:
        """Keeps a half-filled check-in, or drops it. While locked it is held here, and given to nobody."""
        wanted = None if draft is None or draft.is_empty else draft
        if self._vault.is_locked:
            self._held = wanted
            return
        with self._vault.writing() as store:
            store.drafts.set(wanted)
        self._held = None

    def _check_in(self, answer: Answer, now: Moment, prompt: Prompt | None, window_id: str | None) -> CheckIn:
        return CheckIn(
            id=self._ids.new_id(),
            experienced_at=answer.experienced_at or now,
            created_at=now,
            arousal=answer.arousal,
            zone=answer.zone,
            pleasantness=answer.pleasantness,
            safe=answer.safe,
            connected=answer.connected,
            sleep=answer.sleep,
            slept=answer.slept,
            context=answer.context,
            origin=Origin.SELF if prompt is None else Origin(prompt.kind.value),
            prompt_id=None if prompt is None else prompt.id,
            note=answer.note,
            tags=answer.tags,
            window_id=window_id,
            answering=answer.answering,
            app_version=self._app_version,
        )


def _answered_prompt(intake: Intake, answer: Answer, now: Moment, answers_open: bool) -> Prompt | None:
    if answer.prompt_id is not None:
        record = intake.ledger.record(answer.prompt_id)
        if record is None or not _asks_for_one(record, now) or answer.experienced_at is not None:
            raise DomainError(Rule.PROMPT_NOT_OPEN)
        return record.prompt
    if not answers_open or answer.experienced_at is not None:
        return None
    return next((r.prompt for r in intake.ledger.unfinished() if _asks_for_one(r, now)), None)


def _corrected_prompt(intake: Intake, answer: Answer, now: Moment) -> Prompt | None:
    """The prompt that was answered already: by what is corrected, and no longer ago than a prompt stays open."""
    record = None if answer.corrects is None else intake.ledger.record(answer.corrects)
    answered = None if record is None else record.first(PromptState.ANSWERED)
    if record is None or answered is None or answer.experienced_at is not None:
        return None
    is_recent = now.utc < answered.utc + timedelta(minutes=record.prompt.expiry_minutes)
    return record.prompt if is_recent else None


def _asks_for_one(record: PromptRecord, now: Moment) -> bool:
    """True if it can be answered by a check-in; what asks for a reflection is answered by one."""
    return record.prompt.purpose is Purpose.CHECK_IN and record.can_be_answered(now.utc)
