"""The Concepts screen with our notes, a damaged one, and one with everything a note can hold."""

from pathlib import Path
from tempfile import mkdtemp

from PySide6.QtWidgets import QWidget

from companion.adapters.library.folder_library import FolderLibrary
from companion.application.concept_moments import ConceptMoments
from companion.application.concept_suggestions import ConceptSuggestions
from companion.application.event_bus import EventBus
from companion.application.library import LibraryService
from companion.domain.checkin import Origin
from companion.domain.zone import Zone
from companion.presentation.concept_personal import ConceptPersonal
from companion.presentation.concepts import ConceptsPresenter
from companion.ui.screens.concepts import ConceptsScreen
from companion.ui.theme.theme import Theme
from tests.support.builders import a_check_in
from tests.support.notes import library_of
from tests.support.shell_desk import ShellDesk
from tests.ui.gallery.scenes import scene

WIDTH, HEIGHT = 1010, 800
RESOURCES = Path(__file__).parents[3] / "resources"
NOTES = Path(__file__).parent / "notes"


@scene("concepts", WIDTH, HEIGHT)
def window(theme: Theme) -> QWidget:
    """One of our notes."""
    return _screen(theme, "ours/window-of-tolerance")


@scene("concepts-at-first", WIDTH, HEIGHT)
def at_first(theme: Theme) -> QWidget:
    """One of our notes, where nobody has added any."""
    return _screen(theme, "ours/window-of-tolerance", folders=())


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


@scene("concepts-mine", WIDTH, HEIGHT)
def mine(theme: Theme) -> QWidget:
    """One of our notes with the person's own check-ins beside it."""
    return _screen(theme, "ours/window-of-tolerance", _personal(theme, count=28))


@scene("concepts-480", 640, 480)
def very_small(theme: Theme) -> QWidget:
    """The smallest window, with a note and its figure."""
    return _screen(theme, "ours/hand-model")


@scene("concepts-mine-few", WIDTH, HEIGHT)
def few(theme: Theme) -> QWidget:
    """The same before there is enough to count."""
    return _screen(theme, "ours/above-the-window", _personal(theme, count=6))


@scene("concepts-mine-narrow", 640, 1400)
def mine_narrow(theme: Theme) -> QWidget:
    """The same where it stands below the note."""
    return _screen(theme, "ours/healthy-mind-platter", _personal(theme, count=28))


def _personal(theme: Theme, count: int) -> ConceptPersonal:
    desk = ShellDesk(Path(mkdtemp(prefix="companion-gallery-")), theme)
    zones = (Zone.INSIDE, Zone.INSIDE, Zone.ABOVE, Zone.INSIDE, Zone.BELOW, Zone.MIXED, Zone.UNSURE)
    with desk.vault.writing() as store:
        for number in range(count):
            zone = zones[number * number % len(zones)]
            store.check_ins.add(a_check_in(50, zone, hours_ago=1 + number * 17, origin=Origin.RANDOM))
    suggestions = ConceptSuggestions(library_of(), desk.vault, desk.days)
    return ConceptPersonal(ConceptMoments(desk.vault, desk.clock), suggestions, desk.preferences, desk.days)


def _screen(
    theme: Theme, key: str, personal: ConceptPersonal | None = None, folders: tuple[str, ...] = (str(NOTES),)
) -> ConceptsScreen:
    bus = EventBus()
    library = LibraryService(FolderLibrary(RESOURCES), lambda: folders, bus)
    made = ConceptsScreen(ConceptsPresenter(library, bus, personal), theme)
    made.refresh()
    made.open_concept(key)
    return made
