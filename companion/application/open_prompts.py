"""The prompt that is open, answered by what it asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.domain.prompt import PromptState, Transition

if TYPE_CHECKING:
    from companion.application.store_ports import Store
    from companion.domain.moment import Moment
    from companion.domain.reminder import Purpose


def answer_open_prompt(store: Store, purpose: Purpose, now: Moment) -> bool:
    """True if there was one that asked for that."""
    asking = (record for record in store.ledger.unfinished() if record.prompt.purpose is purpose)
    record = next((record for record in asking if record.can_be_answered(now.utc)), None)
    return record is not None and store.ledger.append(Transition(record.prompt.id, PromptState.ANSWERED, now))
