"""Of a notebook that is damaged, everything that can still be read goes out to a file."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, NamedTuple, Protocol

from companion.application.errors import UserError

if TYPE_CHECKING:
    from companion.application.parts import PartKind
    from companion.application.ports import TaskRunner
    from companion.domain.secrets import Secret


class Rescued(NamedTuple):
    """How many of each kind are in the file, how many are known to be lost, and whether nothing else can be.

    With a `trouble` there is no file.
    """

    path: str
    counts: Mapping[PartKind, int]
    lost: int = 0
    is_whole: bool = True
    trouble: UserError | None = None


class Rescuer(Protocol):
    """Reads a damaged store; called on the worker."""

    def needs_secret(self) -> bool:
        """True if there is a passphrase before it. Opens nothing."""

    def write(self, path: str, secret: Secret | None) -> Rescued:
        """Writes what can be read to a whole new file. Raises UserError."""


class RescueService:
    """One at a time, on the worker."""

    def __init__(self, rescuer: Rescuer, tasks: TaskRunner) -> None:
        self._rescuer = rescuer
        self._tasks = tasks

    def needs_secret(self) -> bool:
        """True if there is a passphrase before the notebook."""
        return self._rescuer.needs_secret()

    def write(self, path: str, secret: Secret | None, done: Callable[[Rescued], None]) -> None:
        """Writes what can be read; `done` is told what came of it."""

        def written() -> Rescued:
            try:
                return self._rescuer.write(path, secret)
            except UserError as trouble:
                return Rescued(path, {}, trouble=trouble)

        def tell(outcome: object) -> None:
            assert isinstance(outcome, Rescued)
            done(outcome)

        self._tasks.run(written, tell)
