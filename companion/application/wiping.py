"""What an import left that was ended or taken out is wiped on the worker; nobody sees it meanwhile."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from companion.application.errors import UserError

if TYPE_CHECKING:
    from companion.application.ports import TaskRunner


def wipe_in_moments(wipe: Callable[[], bool], tasks: TaskRunner) -> None:
    """Calls `wipe` on the worker until it says that nothing is left, with room for others, and for quitting, between.

    What cannot be wiped now, because the disk is full for one, is wiped at the next start.
    """

    def wiped() -> bool:
        try:
            return wipe()
        except UserError:
            return True

    def go_on(is_all: object) -> None:
        if not is_all:
            tasks.run(wiped, go_on)

    tasks.run(wiped, go_on)
