"""A real store in a folder of the test; opening one takes a few hundredths of a second at most."""

from pathlib import Path

from companion.adapters.storage.vault import SqliteVault
from companion.domain.prompt import Prompt, PromptRecord, PromptState, Transition
from companion.domain.reminder import Purpose, ReminderKind
from tests.support.builders import a_moment


def a_vault(folder: Path, locked: bool = False) -> SqliteVault:
    """The vault of the store in `folder`/store, made if there is none."""
    return SqliteVault(folder / "store", start_locked=locked)


def a_prompt(
    number: int = 1, hours_ago: float = 0, *, kind: ReminderKind = ReminderKind.RANDOM, slot: int = 0
) -> Prompt:
    """A prompt whose block is the hour from when it falls due."""
    at = a_moment(hours_ago)
    return Prompt(
        id=f"5b9b4d2e-0000-5000-8000-{number:012x}",
        reminder_id="01900000-0000-7000-8000-00000000aaaa",
        kind=kind,
        purpose=Purpose.CHECK_IN,
        day=at.local.date(),
        slot=slot,
        at=at,
        block_start=at,
        block_end=a_moment(hours_ago - 1),
        expiry_minutes=30,
    )


def planned(prompt: Prompt) -> PromptRecord:
    """A prompt of which nothing is known but that it was planned, an hour before."""
    return PromptRecord(prompt, (Transition(prompt.id, PromptState.PLANNED, a_moment(1)),))
