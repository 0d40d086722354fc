"""The Concepts screen with our notes, a damaged one, and one with everything a note can hold."""

from pathlib import Path

from PySide6.QtWidgets import QWidget

from companion.adapters.library.folder_library import FolderLibrary
from companion.application.event_bus import EventBus
from companion.application.library import LibraryService
from companion.presentation.concepts import ConceptsPresenter
from companion.ui.screens.concepts import ConceptsScreen
from companion.ui.theme.theme import Theme
from tests.ui.gallery.scenes import scene

WIDTH, HEIGHT = 1010, 800
RESOURCES = Path(__file__).parents[3] / "resources"
NOTES = Path(__file__).parent / "notes"


@scene("concepts", WIDTH, HEIGHT)
def window(theme: Theme) -> QWidget:
    """One of our notes."""
    return _screen(theme, "ours/window-of-tolerance")


@scene("concepts-dispute", WIDTH, 1500)
def dispute(theme: Theme) -> QWidget:
    """One of our notes whose dispute is as long as its evidence."""
    return _screen(theme, "ours/polyvagal-theory")


@scene("concepts-table", WIDTH, 1900)
def table(theme: Theme) -> QWidget:
    """One of our notes with a table."""
    return _screen(theme, "ours/nine-domains-of-integration")


@scene("concepts-everything", WIDTH, 1500)
def everything(theme: Theme) -> QWidget:
    """A note of the person's with all that Markdown can do."""
    return _screen(theme, "notes/everything")


@scene("concepts-damaged", WIDTH, HEIGHT)
def damaged(theme: Theme) -> QWidget:
    """A note that was damaged, and what is wrong with others."""
    made = _screen(theme, "notes/damaged")
    made.problems.unfold()
    return made


@scene("concepts-narrow", 700, 700)
def narrow(theme: Theme) -> QWidget:
    """Without room for the neighbours beside the note."""
    return _screen(theme, "ours/interpersonal-neurobiology")


@scene("concepts-small", 480, 640)
def small(theme: Theme) -> QWidget:
    """List and note take turns: the note."""
    return _screen(theme, "ours/window-of-tolerance")


@scene("concepts-small-list", 480, 640)
def small_list(theme: Theme) -> QWidget:
    """List and note take turns: the list."""
    made = _screen(theme, "ours/window-of-tolerance")
    made.search("")
    return made


@scene("concepts-nothing-found", WIDTH, 500)
def nothing_found(theme: Theme) -> QWidget:
    """A search that finds nothing."""
    made = _screen(theme, "ours/window-of-tolerance")
    made.search("zzz")
    return made


def _screen(theme: Theme, key: str) -> ConceptsScreen:
    bus = EventBus()
    library = LibraryService(FolderLibrary(RESOURCES), lambda: (str(NOTES),), bus)
    made = ConceptsScreen(ConceptsPresenter(library, bus), theme)
    made.refresh()
    made.open_concept(key)
    return made
