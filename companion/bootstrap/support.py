"""The Support page, with the person's own people and places."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from companion.application.events import PeopleChanged, StoreChangedElsewhere, VaultLocked, VaultUnlocked
from companion.presentation.people import PeoplePresenter
from companion.presentation.support import SupportPresenter
from companion.presentation.time_axis import dated
from companion.ui.screens.support import SupportScreen

if TYPE_CHECKING:
    from companion.bootstrap.core import Core
    from companion.presentation.date_words import DateWords
    from companion.ui.theme.theme import Theme


def make_support(core: Core, theme: Theme, words: DateWords) -> SupportScreen:
    """Made when it is first gone to, before or after the store is open, and whether that can be opened or not."""
    day_text = partial(dated, words=words)
    screen = SupportScreen(theme, SupportPresenter(core.people, day_text), PeoplePresenter(core.people, day_text))
    for news in (PeopleChanged, StoreChangedElsewhere, VaultUnlocked):
        core.bus.listen(news, lambda _news: screen.refresh())
    core.bus.listen(VaultLocked, lambda _news: screen.put_away())
    return screen
