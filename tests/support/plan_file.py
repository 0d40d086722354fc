"""A plan beside the store, kept in memory."""

from collections.abc import Sequence
from dataclasses import replace

from companion.application.errors import Trouble, UserError
from companion.domain.hold_rules import NO_RULES, HoldRules
from companion.domain.noting import LastNoted
from companion.domain.prompt import PromptRecord


class InMemoryPlanFile:
    """Holds what was written last; on a `full` disk it can hold nothing."""

    def __init__(self) -> None:
        self.records: list[PromptRecord] = []
        self.rules = NO_RULES
        self.full = False

    def write(self, records: Sequence[PromptRecord], rules: HoldRules) -> None:
        if self.full:
            raise UserError(Trouble.DISK_FULL)
        self.records, self.rules = list(records), rules

    def noted(self) -> LastNoted:
        return self.rules.noted

    def keep_noted(self, noted: LastNoted) -> None:
        self.write(self.records, replace(self.rules, noted=noted))
