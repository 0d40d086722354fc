"""The notebook as a file, in Settings: at rest, on its way, and what came of it."""

from typing import cast

from PySide6.QtWidgets import QWidget

from companion.application.carrying import BroughtIn, CarryingService, TakenOut
from companion.application.event_bus import EventBus
from companion.application.parts import PartCounts, PartKind, PartNote, PartRule
from companion.application.ports import NotebookFiles, Vault
from companion.domain.errors import Rule
from companion.presentation.carrying import CarryingPresenter
from companion.ui.theme.theme import Theme
from companion.ui.widgets.page import Page
from companion.ui.widgets.transfer_card import TransferCard
from tests.support.noted import NotedVault
from tests.support.worker import FakeWorker
from tests.ui.gallery.scenes import scene

WIDTH, HEIGHT = 760, 360
FILE = "/home/robin/Documents/A folder with a rather long name/Companion/companion.json"


@scene("settings-file", WIDTH, HEIGHT)
def at_rest(theme: Theme) -> QWidget:
    """Two buttons, and what there is to know before."""
    return _page(theme, _presenter())


@scene("settings-file-on-its-way", WIDTH, HEIGHT)
def on_its_way(theme: Theme) -> QWidget:
    """How far it is, and that it can be ended."""
    presenter = _presenter()
    presenter.bring_in(FILE)
    presenter._service.seen = 124_500
    return _page(theme, presenter)


@scene("settings-file-out", WIDTH, HEIGHT)
def out(theme: Theme) -> QWidget:
    """It is in the file now."""
    presenter = _presenter()
    presenter._on_taken_out(TakenOut(FILE, {PartKind.CHECK_IN: 1240}))
    return _page(theme, presenter)


@scene("settings-file-in", WIDTH, HEIGHT + 160)
def brought_in(theme: Theme) -> QWidget:
    """Something came in, something was left out, something differs."""
    return _page(theme, _with_all_there_is_to_tell())


@scene("settings-file-small", 400, 480)
def small(theme: Theme) -> QWidget:
    """In a narrow window."""
    return _page(theme, _with_all_there_is_to_tell())


@scene("settings-file-locked", WIDTH, HEIGHT)
def locked(theme: Theme) -> QWidget:
    """While locked neither can begin."""
    return _page(theme, _presenter(is_locked=True))


def _with_all_there_is_to_tell() -> CarryingPresenter:
    presenter = _presenter()
    counts = {
        PartKind.CHECK_IN: PartCounts(added=820, left_out=2, already_here=400, kept_ours=3, deleted_here=1),
        PartKind.REFLECTION: PartCounts(added=12),
    }
    notes = (
        PartNote(PartKind.CHECK_IN, 17, Rule.TIME_UNREADABLE),
        PartNote(PartKind.CHECK_IN, 314, PartRule.NOT_AS_EXPORTED),
        PartNote(PartKind.CHECK_IN, 512, PartRule.DIFFERS),
    )
    presenter._on_brought_in(BroughtIn(counts, notes))
    return presenter


def _presenter(*, is_locked: bool = False) -> CarryingPresenter:
    service = CarryingService(cast(NotebookFiles, None), FakeWorker(), EventBus())
    return CarryingPresenter(service, cast(Vault, NotedVault([], [], is_locked=is_locked)))


def _page(theme: Theme, presenter: CarryingPresenter) -> Page:
    page = Page(theme, 720)
    page.add(TransferCard(presenter))
    page.finish()
    return page
