"""The person's own words, for the answers and in notifications, in force as soon as the store can be read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.application.errors import UserError
from companion.application.events import CheckInSetupChanged, StoreChangedElsewhere, VaultLocked, VaultUnlocked
from companion.presentation.zones import use_own_words

if TYPE_CHECKING:
    from companion.bootstrap.core import Core


def follow_own_words(core: Core) -> None:
    """From now on they stand in place of ours. Called before anything listens that shows them."""
    for news in (CheckInSetupChanged, StoreChangedElsewhere, VaultLocked, VaultUnlocked):
        core.bus.listen(news, lambda _news: _use(core))
    _use(core)


def _use(core: Core) -> None:
    from companion.presentation.invitation import use_own_texts

    try:
        words = core.check_in_setup.words()
    except UserError:
        words = {}
    use_own_words(words)
    use_own_texts(words)
