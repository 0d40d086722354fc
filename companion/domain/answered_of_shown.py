"""How many prompts were answered, of those that were shown, and of those that were planned."""

from collections.abc import Iterable
from dataclasses import dataclass

from companion.domain.prompt import PromptRecord, PromptState


@dataclass(frozen=True, slots=True)
class AnsweredOfShown:
    """Prompts whose life is over. What was replaced was never to come and is not among the planned.

    Compliance is answered of shown: a closed computer is no refusal (Wrzus and Neubauer 2023,
    10.1177/10731911211067538, and others count what was planned; both are kept).
    """

    answered: int = 0
    shown: int = 0
    planned: int = 0

    @property
    def share(self) -> float | None:
        """Answered of shown, from 0 to 1; None if none was shown."""
        return self.answered / self.shown if self.shown else None


def answered_of_shown(records: Iterable[PromptRecord]) -> AnsweredOfShown:
    """The counts of prompts that came to their end."""
    over = [r for r in records if r.is_final and r.state is not PromptState.REPLACED]
    return AnsweredOfShown(
        answered=sum(record.state is PromptState.ANSWERED for record in over),
        shown=sum(record.first(PromptState.SHOWN) is not None for record in over),
        planned=len(over),
    )


def answered_by_reminder(records: Iterable[PromptRecord]) -> dict[str, AnsweredOfShown]:
    """The counts of each reminder, by its id."""
    of_reminder: dict[str, list[PromptRecord]] = {}
    for record in records:
        of_reminder.setdefault(record.prompt.reminder_id, []).append(record)
    return {reminder_id: answered_of_shown(own) for reminder_id, own in of_reminder.items()}
