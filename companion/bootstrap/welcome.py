"""The first start: made when somebody comes there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.presentation.privacy import PrivacyPresenter
from companion.presentation.welcome import WelcomePresenter
from companion.ui.screens.welcome import WelcomeScreen

if TYPE_CHECKING:
    from companion.application.security import SecurityService
    from companion.bootstrap.core import Core
    from companion.presentation.date_words import DateWords
    from companion.ui.theme.theme import Theme


def make_welcome(core: Core, theme: Theme, words: DateWords, security: SecurityService) -> WelcomeScreen:
    """The four screens of the first start."""
    privacy = PrivacyPresenter(security, core.preferences, core.bus, str(core.folders.data))
    return WelcomeScreen(WelcomePresenter(core.reminders, words), privacy, theme)
