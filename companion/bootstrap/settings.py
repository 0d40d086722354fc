"""Makes the Settings screen of its cards."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QSystemTrayIcon

from companion.application.events import VaultLocked, VaultUnlocked
from companion.presentation.settings import SettingsPresenter
from companion.ui.screens.settings import SettingsScreen

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from companion.bootstrap.core import Core
    from companion.ui.theme.theme import Theme


def make_settings(core: Core, theme: Theme, cards: tuple[QWidget, ...]) -> SettingsScreen:
    """The screen, with these cards below what it has itself."""
    presenter = SettingsPresenter(core.preferences, lambda: core.is_locked)
    settings = SettingsScreen(presenter, theme, QSystemTrayIcon.isSystemTrayAvailable, cards)
    for news in (VaultLocked, VaultUnlocked):
        core.bus.listen(news, lambda _news: settings.refresh())
    return settings
