"""Deleting everything: the card, the dialog before it, and what is said at the end."""

from PySide6.QtWidgets import QWidget

from companion.application.erasing import Erased, Erasure
from companion.application.errors import Trouble, UserError
from companion.application.event_bus import EventBus
from companion.application.preferences import PreferenceService
from companion.application.settings import Settings
from companion.presentation.erasing import ErasingPresenter, end_words
from companion.ui.shell.trouble_window import TroubleWindow
from companion.ui.theme.theme import Theme
from companion.ui.widgets.erase_card import EraseCard
from companion.ui.widgets.erase_dialog import EraseDialog
from companion.ui.widgets.page import Page
from tests.support.in_memory_settings import InMemorySettings
from tests.ui.gallery.scenes import scene

STICK = "/media/robin/A memory stick with a rather long name/Copies of my notebook"


@scene("settings-erase", 760, 260)
def card(theme: Theme) -> QWidget:
    """The card in Settings."""
    page = Page(theme, 720)
    page.add(EraseCard(_presenter(), theme))
    page.finish()
    return page


@scene("erase", 480, 420)
def dialog(theme: Theme) -> QWidget:
    """What goes, what stays, and a word to type."""
    return EraseDialog(_presenter(), theme)


@scene("erase-second-place", 480, 500)
def dialog_with_place(theme: Theme) -> QWidget:
    """There are copies in a second place; the word was typed."""
    made = EraseDialog(_presenter(STICK), theme)
    made.word.setText("delete")
    return made


@scene("erase-small", 576, 432)
def dialog_small(theme: Theme) -> QWidget:
    """On a small screen."""
    return EraseDialog(_presenter(STICK), theme)


@scene("erased", 560, 420)
def end(theme: Theme) -> QWidget:
    """The last thing that is said."""
    return TroubleWindow(theme, end_words(Erased(kept_place=STICK)))


@scene("erased-not-all", 560, 460)
def end_with_rest(theme: Theme) -> QWidget:
    """Something could not be deleted."""
    left = (f"{STICK}/companion-2026-11-22.db", "/home/robin/.local/state/companion/log/companion.log")
    return TroubleWindow(theme, end_words(Erased(left)))


@scene("erased-nothing", 560, 420)
def end_without(theme: Theme) -> QWidget:
    """Nothing could be deleted."""
    return TroubleWindow(theme, end_words(Erased(trouble=UserError(Trouble.OPEN_ELSEWHERE))))


def _presenter(place: str = "") -> ErasingPresenter:
    preferences = PreferenceService(InMemorySettings(Settings(backup_folder=place)), EventBus())
    return ErasingPresenter(preferences, _nothing)


def _nothing(_erasure: Erasure) -> None:
    """A picture deletes nothing."""
