"""Prompts that lie in the store without a program that shows them."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from companion.adapters.storage.vault import SqliteVault
from companion.domain.moment import Moment, moment_of
from companion.domain.prompt import Prompt, PromptState, Reason, Transition
from companion.domain.reminder import Purpose, ReminderKind
from tests.cli.terminal import Terminal

A_THOUSAND_YEARS = 60 * 24 * 365 * 1000
PROMPT = "11111111-2222-5333-8444-555555555555"


def planned_for(minute: int = 0) -> Moment:
    """09:30 on a Monday in Berlin, and some minutes."""
    at = datetime(2026, 3, 2, 9, 30, tzinfo=ZoneInfo("Europe/Berlin")) + timedelta(minutes=minute)
    return moment_of(at, "Europe/Berlin")


def plant(terminal: Terminal, *states: PromptState, kind: ReminderKind = ReminderKind.FIXED, id: str = PROMPT) -> str:  # noqa: A002
    """A prompt of 09:30 that came into these states a minute apart; it can be answered for a thousand years."""
    prompt = Prompt(
        id=id,
        reminder_id="01900000-0000-7000-8000-000000000001",
        kind=kind,
        purpose=Purpose.CHECK_IN,
        day=date(2026, 3, 2),
        slot=0,
        at=planned_for(),
        block_start=planned_for(),
        block_end=planned_for(30),
        expiry_minutes=A_THOUSAND_YEARS,
    )
    vault = SqliteVault(terminal.data)
    with vault.writing() as store:
        store.ledger.plan([prompt], planned_for(-60))
        for minute, state in enumerate(states):
            reason = Reason.QUIET_HOURS if state is PromptState.SUPPRESSED else None
            store.ledger.append(Transition(id, state, planned_for(minute), reason))
    vault.close()
    return id
