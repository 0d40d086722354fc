"""The first start: whether there is one, and that it is behind the person."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.application.errors import UserError

if TYPE_CHECKING:
    from companion.application.preferences import PreferenceService
    from companion.application.vault_ports import Vault


def is_first_start(preferences: PreferenceService, vault: Vault) -> bool:
    """True for somebody who was not welcomed yet and has noted nothing; False while locked."""
    if preferences.settings.was_welcomed or vault.is_locked:
        return False
    with vault.reading() as store:
        return store.check_ins.newest() is None


def end_first_start(preferences: PreferenceService) -> None:
    """It does not come again by itself. Where that cannot be kept it does, and nothing else is lost."""
    try:
        preferences.change(was_welcomed=True)
    except UserError:
        return
