"""Moving to another computer: the steps in order, and how many check-ins are here, to be compared on both."""

from enum import Enum
from typing import NamedTuple

from companion.application.vault_ports import Vault
from companion.presentation.translation import _, ngettext


class MovingAct(Enum):
    """What a step has a button for."""

    MAKE_FILE = "make_file"
    CHOOSE_FILE = "choose_file"
    DELETE_HERE = "delete_here"


class MovingStep(NamedTuple):
    """`where` begins a new part and says on which computer, or is ""; `act` has `button` as its words."""

    where: str
    text: str
    act: MovingAct | None = None
    button: str = ""


def moving_steps() -> tuple[MovingStep, ...]:
    """Every step, in order."""
    return (
        MovingStep(
            _("On the old computer"),
            _("Make one file with everything in it. Choose a passphrase that you can type on the other one."),
            MovingAct.MAKE_FILE,
            _("Make the file…"),
        ),
        MovingStep(
            "", _("Carry the file over, on a stick for example. Without its passphrase it tells nobody anything.")
        ),
        MovingStep(
            _("On the new computer"),
            _("Start Companion there, open this page, choose the file, and type its passphrase."),
            MovingAct.CHOOSE_FILE,
            _("Choose the file…"),
        ),
        MovingStep(
            "", _("Compare the number below on both, and look through the journal. Nothing is deleted by moving.")
        ),
        MovingStep(
            _("Back on the old computer, if you like"),
            _("Reminders come on both until you switch them off on one. You can also delete everything there."),
            MovingAct.DELETE_HERE,
            _("To “Delete everything”"),
        ),
    )


class MovingPresenter:
    """Knows what is here now."""

    def __init__(self, vault: Vault) -> None:
        self._vault = vault

    def here(self) -> str:
        """How many check-ins are here now; "" while locked."""
        if self._vault.is_locked:
            return ""
        with self._vault.reading() as store:
            count = store.days.total()
        return ngettext("{count} check-in is here.", "{count} check-ins are here.", count).format(count=count)
