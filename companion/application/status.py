"""Where things stand: the last check-in, what comes next, and how much there is."""

from dataclasses import dataclass

from companion.application.outlook import NextPrompt, current_pause, next_prompt
from companion.application.ports import Clock
from companion.application.vault_ports import Vault
from companion.domain.checkin import CheckIn
from companion.domain.pause import Pause


@dataclass(frozen=True, slots=True)
class Status:
    """`last` is the check-in experienced last, `total` how many there are."""

    last: CheckIn | None
    next_prompt: NextPrompt | None
    pause: Pause | None
    total: int


def status_now(vault: Vault, clock: Clock) -> Status:
    """How things stand at this moment. Raises UserError(LOCKED) while locked."""
    with vault.reading() as store:
        last, total = store.check_ins.newest(), store.days.total()
    return Status(last, next_prompt(vault, clock), current_pause(vault, clock.now()), total)
