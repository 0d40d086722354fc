"""Unlocking: what the spool holds goes into the store, in order and once."""

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from dataclasses import replace
from pathlib import Path

from companion.adapters.storage.plan_file import PlanFile
from companion.adapters.storage.spool import Spool
from companion.adapters.storage.spool_piece import PauseSet, Piece, PieceName, Practised
from companion.adapters.storage.store import SqliteStore
from companion.domain.checkin import CheckIn
from companion.domain.prompt import PromptRecord, Transition


def drain(
    folder: Path, private_keys: Sequence[bytes], transaction: Callable[[], AbstractContextManager[SqliteStore]]
) -> None:
    """Brings everything into the store in one transaction; a piece that is there already changes nothing.

    The plan is brought up to date before the pieces are removed, so that a program that starts locked at any moment
    in between knows what was shown.
    """
    spool, plan_file = Spool(folder), PlanFile(folder)
    taken = spool.take(private_keys)
    if not taken:
        return
    plan = plan_file.read()
    planned = {record.prompt.id: record for record in plan.records}
    with transaction() as store:
        homeless = [name for name, piece in taken if not _bring_in(store, piece, planned)]
        records = [store.ledger.record(record.prompt.id) or record for record in plan.records]
        rules = replace(plan.rules, pause=store.pauses.current())
    plan_file.write(records, rules)
    for name in homeless:
        spool.keep_aside(name)
    spool.remove(_without(taken, homeless))


def _bring_in(store: SqliteStore, piece: Piece, planned: dict[str, PromptRecord]) -> bool:
    """False if it has no place: a line of a prompt that nobody knows."""
    match piece:
        case CheckIn():
            store.check_ins.add(replace(piece, window_id=store.window_id(piece.created_at.utc)))
        case PauseSet():
            store.pauses.set(piece.pause)
        case Practised(session=session):
            store.practice_sessions.add(session)
            store.practice_sessions.note(session, session.ended_at)
        case Transition():
            return _bring_in_line(store, piece, planned.get(piece.prompt_id))
    return True


def _bring_in_line(store: SqliteStore, line: Transition, planned: PromptRecord | None) -> bool:
    if store.ledger.record(line.prompt_id) is None:
        if planned is None:
            return False
        store.ledger.plan([planned.prompt], planned.transitions[0].at)
    if not store.ledger.has_line(line):
        store.ledger.append(line)
    return True


def _without(taken: list[tuple[PieceName, Piece]], homeless: list[PieceName]) -> list[PieceName]:
    return [name for name, _ in taken if name not in homeless]
