"""The language in Settings."""

from PySide6.QtWidgets import QWidget

from companion.application.event_bus import EventBus
from companion.application.preferences import PreferenceService
from companion.application.settings import Settings
from companion.presentation.language_choice import LanguageChoice
from companion.ui.theme.theme import Theme
from companion.ui.widgets.language_card import LanguageCard
from companion.ui.widgets.page import Page
from tests.support.in_memory_settings import InMemorySettings
from tests.ui.gallery.scenes import scene


@scene("settings-language", 760, 300)
def language(theme: Theme) -> QWidget:
    """Like the system."""
    return _card(theme, Settings())


@scene("settings-language-chosen", 480, 400)
def chosen(theme: Theme) -> QWidget:
    """In a narrow window; what there is to know of a translation is below."""
    return _card(theme, Settings(language="de"))


def _card(theme: Theme, settings: Settings) -> QWidget:
    page = Page(theme, 720, "")
    page.add(LanguageCard(LanguageChoice(PreferenceService(InMemorySettings(settings), EventBus()))))
    page.finish()
    return page
