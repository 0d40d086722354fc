"""Lines of the journal that can be changed: where each kind is kept, and what a correction leaves as it was."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Protocol

from companion.domain.checkin import CheckIn
from companion.domain.journal import JournalKind, Noted, Version
from companion.domain.practice_session import PracticeSession
from companion.domain.reflection import Reflection
from companion.domain.repair import Repair
from companion.domain.triangle import Triangle

if TYPE_CHECKING:
    from companion.application.store_ports import Store
    from companion.domain.moment import Moment


class Kept(Protocol):
    """What all lines that can be taken back have in common."""

    def forget(self, line_id: str, at: Moment, /) -> None: ...
    def restore(self, line_id: str, at: Moment, /) -> None: ...
    def purge(self, line_ids: Sequence[str], at: Moment, /) -> None: ...
    def versions(self, line_id: str, /) -> Sequence[Version]: ...


def kept_line(store: Store, kind: JournalKind, line_id: str) -> Noted | PracticeSession | None:
    """The line of a kind that can be taken back, also one that was; None if there is none."""
    return store.practice_sessions.get(line_id) if kind is JournalKind.PRACTICE else noted_line(store, kind, line_id)


def noted_line(store: Store, kind: JournalKind, line_id: str) -> Noted | None:
    """The line of a kind that can be corrected, also one that was taken back; None if there is none."""
    if kind is JournalKind.CHECK_IN:
        return store.check_ins.get(line_id)
    if kind is JournalKind.REPAIR:
        return store.repairs.get(line_id)
    if kind is JournalKind.TRIANGLE:
        return store.triangles.get(line_id)
    return (store.reflections if kind is JournalKind.REFLECTION else store.life_events).get(line_id)


def repository_of(store: Store, kind: JournalKind) -> Kept:
    """Where lines of a kind that can be taken back are kept."""
    if kind is JournalKind.CHECK_IN:
        return store.check_ins
    if kind is JournalKind.PRACTICE:
        return store.practice_sessions
    if kind is JournalKind.REPAIR:
        return store.repairs
    if kind is JournalKind.TRIANGLE:
        return store.triangles
    return store.reflections if kind is JournalKind.REFLECTION else store.life_events


def write_over(store: Store, line: Noted, at: Moment) -> None:
    """Puts a line in the place of the one with its id."""
    if isinstance(line, CheckIn):
        store.check_ins.amend(line, at)
    elif isinstance(line, Reflection):
        store.reflections.amend(line, at)
    elif isinstance(line, Repair):
        store.repairs.amend(line, at)
    elif isinstance(line, Triangle):
        store.triangles.amend(line, at)
    else:
        store.life_events.amend(line, at)


def corrected(before: Noted, line: Noted) -> Noted:
    """`line` with what the person cannot change as it was before: when it was noted, and what brought it about."""
    if isinstance(before, CheckIn) and isinstance(line, CheckIn):
        return replace(
            line,
            created_at=before.created_at,
            origin=before.origin,
            prompt_id=before.prompt_id,
            window_id=before.window_id,
            answering=before.answering,
            app_version=before.app_version,
        )
    if isinstance(before, Reflection) and isinstance(line, Reflection):
        return replace(
            line,
            created_at=before.created_at,
            question=before.question,
            concept=before.concept,
            check_in_id=before.check_in_id,
        )
    if isinstance(before, Repair) and isinstance(line, Repair):
        return replace(line, created_at=before.created_at, check_in_id=before.check_in_id)
    return replace(line, created_at=before.created_at)
