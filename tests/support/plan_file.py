"""A plan beside the store, kept in memory."""

from collections.abc import Sequence

from companion.application.errors import Trouble, UserError
from companion.domain.pause import Pause
from companion.domain.prompt import PromptRecord


class InMemoryPlanFile:
    """Holds what was written last; on a `full` disk it can hold nothing."""

    def __init__(self) -> None:
        self.records: list[PromptRecord] = []
        self.pause: Pause | None = None
        self.full = False

    def write(self, records: Sequence[PromptRecord], pause: Pause | None) -> None:
        if self.full:
            raise UserError(Trouble.DISK_FULL)
        self.records, self.pause = list(records), pause
