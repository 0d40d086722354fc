"""The journal: read it page by page, correct it, take lines of it back, add to it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

from companion.application.events import (
    CheckInAmended,
    CheckInForgotten,
    CheckInRestored,
    CheckInsChanged,
    JournalChanged,
    PromptsChanged,
)
from companion.application.journal_lines import Kept, corrected, kept_line, noted_line, repository_of, write_over
from companion.application.open_prompts import answer_open_prompt
from companion.domain.checkin import CheckIn
from companion.domain.errors import DomainError, Rule
from companion.domain.journal import JournalKind, JournalPlace, Noted, kind_of
from companion.domain.life_event import LifeEvent
from companion.domain.period import Period
from companion.domain.reflection import Reflection
from companion.domain.reminder import Purpose
from companion.domain.tag import Tag
from companion.domain.text import clean_tags

if TYPE_CHECKING:
    from datetime import datetime

    from companion.application.event_bus import EventBus
    from companion.application.ports import Clock, IdSource
    from companion.application.vault_ports import Vault
    from companion.domain.day_summary import DaySummary
    from companion.domain.journal import JournalFilter, JournalLine, JournalPage, Version
    from companion.domain.moment import Moment
    from companion.domain.tag import TagKind, TagUse

_Change = Callable[[Kept, Sequence[str]], None]


class JournalService:
    """Every change is durable before anybody hears of it, and undone as a whole if any part of it is impossible.

    Everything raises UserError(LOCKED) while locked.
    """

    def __init__(self, vault: Vault, clock: Clock, ids: IdSource, bus: EventBus) -> None:
        self._vault = vault
        self._clock = clock
        self._ids = ids
        self._bus = bus

    @property
    def is_locked(self) -> bool:
        """True while nothing can be read."""
        return self._vault.is_locked

    def older(self, wanted: JournalFilter, than: JournalPlace | None, limit: int) -> JournalPage:
        """The newest lines that stand before `than`, or the newest of all."""
        with self._vault.reading() as store:
            return store.journal.older(wanted, than, limit)

    def newer(self, wanted: JournalFilter, than: JournalPlace, limit: int) -> JournalPage:
        """The oldest lines that stand after `than`, newest first all the same."""
        with self._vault.reading() as store:
            return store.journal.newer(wanted, than, limit)

    def at(self, wanted: JournalFilter, instant: datetime, limit: int) -> JournalPage:
        """The newest lines that stand at or before that instant: a jump."""
        with self._vault.reading() as store:
            return store.journal.at(wanted, instant, limit)

    def line(self, kind: JournalKind, line_id: str) -> JournalLine | None:
        """One line as it is now, also one that was taken back; None if there is none."""
        with self._vault.reading() as store:
            return store.ledger.record(line_id) if kind is JournalKind.PROMPT else kept_line(store, kind, line_id)

    def versions(self, line_id: str, kind: JournalKind = JournalKind.CHECK_IN) -> Sequence[Version]:
        """What a line said before each correction, oldest first; prompts and practices never are."""
        if kind in (JournalKind.PROMPT, JournalKind.PRACTICE):
            return []
        with self._vault.reading() as store:
            return repository_of(store, kind).versions(line_id)

    def source(self, check_in_id: str) -> str | None:
        """The row of another program's file that a check-in came from, as it stood there; None if from none."""
        with self._vault.reading() as store:
            return store.check_ins.source_of(check_in_id)

    def whole(self) -> Period | None:
        """From the first to the last day with check-ins, or None."""
        with self._vault.reading() as store:
            days = store.days.range()
        return None if days is None else Period(*days)

    def total(self) -> int:
        """How many check-ins there are."""
        with self._vault.reading() as store:
            return store.days.total()

    def days(self, period: Period) -> list[DaySummary]:
        """How much there is on each day of the period that has check-ins, in order."""
        with self._vault.reading() as store:
            return store.days.between(period.first, period.last)

    def amend(self, line: Noted) -> Noted:
        """Puts a corrected line in the place of the one with its id and returns it as it is kept.

        What it said before is kept as a version. A check-in keeps when it was noted, how it came about, and the
        window of then. Raises DomainError(NO_SUCH_LINE) and DomainError(TIME_IN_THE_FUTURE).
        """
        now = self._clock.now()
        kind = kind_of(line)
        with self._vault.writing() as store:
            before = noted_line(store, kind, line.id)
            if before is None:
                raise DomainError(Rule.NO_SUCH_LINE)
            after = corrected(before, line)
            if after == before:
                return before
            if after.experienced_at != before.experienced_at:
                _refuse_future(after.experienced_at, now)
            write_over(store, after, now)
        self._bus.publish(CheckInAmended(after) if isinstance(after, CheckIn) else JournalChanged())
        return after

    def newest_noted(self) -> Noted | None:
        """The line noted last, whatever its kind and its moment; None if there is none. Practices note themselves."""
        with self._vault.reading() as store:
            found: tuple[Noted | None, ...] = (
                store.check_ins.newest_noted(),
                store.reflections.newest_noted(),
                store.life_events.newest_noted(),
                store.repairs.newest_noted(),
                store.triangles.newest_noted(),
            )
        newest = [line for line in found if line is not None]
        return max(newest, key=lambda line: line.created_at.utc, default=None)

    def forget(self, places: Iterable[JournalPlace]) -> Moment:
        """Takes lines back, and says when; `restore` with the same places undoes it.

        Prompts stay: the ledger is never shortened. Raises DomainError(NO_SUCH_LINE), and nothing is taken back.
        """
        now = self._clock.now()

        def forget(kept: Kept, line_ids: Sequence[str]) -> None:
            for line_id in line_ids:
                kept.forget(line_id, now)

        self._change(places, forget, CheckInForgotten)
        return now

    def restore(self, places: Iterable[JournalPlace]) -> None:
        """Brings lines back that were taken back. Raises DomainError(NO_SUCH_LINE)."""
        now = self._clock.now()

        def restore(kept: Kept, line_ids: Sequence[str]) -> None:
            for line_id in line_ids:
                kept.restore(line_id, now)

        self._change(places, restore, CheckInRestored)

    def purge(self, places: Iterable[JournalPlace]) -> None:
        """Deletes lines for good, with what they said before and every word of them; copies made earlier keep them.

        Prompts stay. Raises DomainError(NO_SUCH_LINE), and nothing is deleted.
        """
        now = self._clock.now()

        self._change(places, lambda kept, line_ids: kept.purge(line_ids, now), None)

    def reflect(
        self,
        question: str,
        text: str,
        *,
        concept: str | None = None,
        check_in_id: str | None = None,
        experienced_at: Moment | None = None,
    ) -> Reflection:
        """Keeps what the person wrote to a question, or about a check-in; `experienced_at` None is now.

        One about now answers the prompt that is open and asks for a reflection. Raises DomainError: NOTHING_WRITTEN,
        NOTE_TOO_LONG or TIME_IN_THE_FUTURE.
        """
        now = self._clock.now()
        lived = _lived(experienced_at, now)
        reflection = Reflection(self._ids.new_id(), lived, now, question, text, concept, check_in_id)
        with self._vault.writing() as store:
            store.reflections.add(reflection)
            is_answer = experienced_at is None and answer_open_prompt(store, Purpose.REFLECTION, now)
        self._bus.publish(JournalChanged())
        if is_answer:
            self._bus.publish(PromptsChanged())
        return reflection

    def note_life_event(self, title: str, note: str = "", *, experienced_at: Moment | None = None) -> LifeEvent:
        """Keeps something that happened; `experienced_at` None is now.

        Raises DomainError: NOTHING_WRITTEN, TITLE_TOO_LONG, NOTE_TOO_LONG or TIME_IN_THE_FUTURE.
        """
        now = self._clock.now()
        event = LifeEvent(self._ids.new_id(), _lived(experienced_at, now), now, title, note)
        with self._vault.writing() as store:
            store.life_events.add(event)
        self._bus.publish(JournalChanged())
        return event

    def tags(self, kind: TagKind) -> list[TagUse]:
        """Every tag of a kind with how many check-ins it lies on, by name."""
        with self._vault.reading() as store:
            return store.tags.all(kind)

    def tags_beginning_with(self, kind: TagKind, letters: str, limit: int) -> list[str]:
        """Names of which some word begins like that, last used first."""
        with self._vault.reading() as store:
            return store.tags.beginning_with(kind, letters, limit)

    def rename_tag(self, tag: Tag, name: str) -> Tag:
        """Gives it another name everywhere and returns it; one that has that name already is merged with it.

        Raises DomainError: NOTHING_WRITTEN, TAG_TOO_LONG or NO_SUCH_TAG.
        """
        cleaned = clean_tags((name,))
        if not cleaned:
            raise DomainError(Rule.NOTHING_WRITTEN)
        with self._vault.writing() as store:
            store.tags.rename(tag, cleaned[0], self._clock.now())
        self._bus.publish(CheckInsChanged())
        return Tag(tag.kind, cleaned[0])

    def remove_tag(self, tag: Tag) -> None:
        """Takes it off every check-in. Raises DomainError(NO_SUCH_TAG)."""
        with self._vault.writing() as store:
            store.tags.remove(tag, self._clock.now())
        self._bus.publish(CheckInsChanged())

    def _change(
        self,
        places: Iterable[JournalPlace],
        change: _Change,
        one_check_in: type[CheckInForgotten | CheckInRestored] | None,
    ) -> None:
        """Changes lines of any kinds in one transaction, then says so; `one_check_in` is the news of a single one."""
        of_kind: dict[JournalKind, list[str]] = {}
        for place in dict.fromkeys(places):
            if place.kind is not JournalKind.PROMPT:
                of_kind.setdefault(place.kind, []).append(place.id)
        if not of_kind:
            return
        with self._vault.writing() as store:
            for kind, line_ids in of_kind.items():
                if any(kept_line(store, kind, line_id) is None for line_id in line_ids):
                    raise DomainError(Rule.NO_SUCH_LINE)
                change(repository_of(store, kind), line_ids)
        match of_kind.pop(JournalKind.CHECK_IN, []):
            case []:
                pass
            case [check_in_id] if one_check_in is not None:
                self._bus.publish(one_check_in(check_in_id))
            case _:
                self._bus.publish(CheckInsChanged())
        if of_kind:
            self._bus.publish(JournalChanged())


def _lived(experienced_at: Moment | None, now: Moment) -> Moment:
    if experienced_at is not None:
        _refuse_future(experienced_at, now)
    return experienced_at or now


def _refuse_future(experienced_at: Moment, now: Moment) -> None:
    if experienced_at.utc > now.utc:
        raise DomainError(Rule.TIME_IN_THE_FUTURE)
