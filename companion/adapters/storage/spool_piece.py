"""What is noted while the store is locked, a check-in, a line of the ledger, a pause or a practice, and its name.

A name carries the order, the instant and ids, and for a line of the ledger its state, so that a program that starts
locked knows what was shown. It carries nothing else; the rest is sealed.
"""

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from companion.adapters.storage.beside import SEALED
from companion.adapters.storage.check_in_json import check_in_from_json, check_in_to_json
from companion.adapters.storage.rows import instant, microseconds, moment_from_json, moment_to_json
from companion.domain.checkin import CheckIn
from companion.domain.moment import Moment
from companion.domain.pause import Pause, PauseKind
from companion.domain.prompt import PromptRecord, PromptState, Reason, Transition

if TYPE_CHECKING:
    from companion.domain.practice_session import PracticeSession

_CHECK_IN, _LINE, _PAUSE, _PRACTICE = "check-in", "line", "pause", "practice"
_STATES = frozenset(state.value for state in PromptState)


@dataclass(frozen=True, slots=True)
class PauseSet:
    """The pause was set, or ended, while the store was locked."""

    pause: Pause | None


@dataclass(frozen=True, slots=True)
class Practised:
    """A practice ended while the store was locked, or more was said of one that had."""

    session: "PracticeSession"


Piece = CheckIn | Transition | PauseSet | Practised


@dataclass(frozen=True, slots=True, order=True)
class PieceName:
    """`number` counts up in the order of noting; a clock that was moved back does not change that."""

    number: int
    at_us: int
    kind: str
    id: str = ""
    state: str = ""

    def file_name(self) -> str:
        """The name of the file."""
        parts = [f"{self.number:06d}", str(self.at_us), self.kind, self.id, self.state]
        return ".".join(part for part in parts if part) + SEALED

    def transition(self, record: PromptRecord) -> Transition | None:
        """The line of `record`'s ledger that the name tells of, in the prompt's own time zone; None for others."""
        if self.kind != _LINE or self.id != record.prompt.id:
            return None
        planned = record.prompt.at
        at = Moment(instant(self.at_us), planned.offset, planned.zone_name)
        return Transition(self.id, PromptState(self.state), at)


def name_of(piece: Piece, number: int) -> PieceName:
    """The name a piece lies under."""
    match piece:
        case CheckIn():
            return PieceName(number, microseconds(piece.created_at.utc), _CHECK_IN, piece.id)
        case Transition():
            return PieceName(number, microseconds(piece.at.utc), _LINE, piece.prompt_id, piece.state.value)
        case PauseSet():
            return PieceName(number, 0 if piece.pause is None else microseconds(piece.pause.since.utc), _PAUSE)
        case Practised(session=session):
            return PieceName(number, microseconds(session.ended_at.utc), _PRACTICE, session.id)


def name_from(file_name: str) -> PieceName | None:
    """The name that a file bears; None for a file that is none of ours."""
    parts = file_name.removesuffix(SEALED).split(".")
    if not file_name.endswith(SEALED) or not 3 <= len(parts) <= 5:
        return None
    if not (parts[0].isdigit() and parts[1].isdigit()):
        return None
    name = PieceName(int(parts[0]), int(parts[1]), *parts[2:])
    return None if name.kind == _LINE and name.state not in _STATES else name


def to_bytes(piece: Piece) -> bytes:
    """What is sealed."""
    match piece:
        case CheckIn():
            content: dict[str, Any] = check_in_to_json(piece)
        case Transition():
            reason = None if piece.reason is None else piece.reason.value
            content = {"prompt": piece.prompt_id, "state": piece.state.value, "at": moment_to_json(piece.at)}
            content |= {"reason": reason}
        case PauseSet():
            content = {"pause": None if piece.pause is None else _pause_to_json(piece.pause)}
        case Practised(session=session):
            from companion.adapters.storage.practice_rows import session_columns

            content = {"session": session_columns(session)}
    return json.dumps(content).encode()


def from_bytes(name: PieceName, content: bytes) -> Piece:
    """The piece that was sealed under that name. Raises ValueError, KeyError or TypeError if it is not whole."""
    read = json.loads(content)
    if name.kind == _CHECK_IN:
        return check_in_from_json(read)
    if name.kind == _LINE:
        reason = None if read["reason"] is None else Reason(read["reason"])
        return Transition(read["prompt"], PromptState(read["state"]), moment_from_json(read["at"]), reason)
    if name.kind == _PRACTICE:
        from companion.adapters.storage.practice_rows import session_from

        return Practised(session_from(tuple(read["session"])))
    return PauseSet(None if read["pause"] is None else _pause_from(*read["pause"]))


def _pause_to_json(pause: Pause) -> list[object]:
    return [moment_to_json(pause.since), moment_to_json(pause.until), pause.kind.value]


def _pause_from(since: list[object], until: list[object], kind: str = PauseKind.PAUSE.value) -> Pause:
    """One that was sealed before pauses had kinds has none."""
    return Pause(moment_from_json(since), moment_from_json(until), PauseKind(kind))
