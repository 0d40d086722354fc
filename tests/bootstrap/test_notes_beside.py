"""Notes are read beside the window, and looked at again only while somebody could see that they changed."""

import gc
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QObject, QTimer, Signal
from pytestqt.qtbot import QtBot

from companion.adapters.library.folder_library import FolderLibrary, Notes
from companion.adapters.system.folders import folders_under
from companion.bootstrap.core import Core
from companion.bootstrap.notes_beside import NotesBeside
from tests.support.worker import FakeWorker


class FakeFront(QObject):
    """A window that can be seen or not."""

    activated = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.is_visible = True
        self.offers = 0

    def offer_concept(self) -> None:
        self.offers += 1


class Desk:
    """One folder of notes, if it is wanted, and everything around the reading."""

    def __init__(self, place: Path, has_folder: bool) -> None:
        self.notes = place / "notes"
        self.notes.mkdir()
        self.core = Core(folders_under(str(place / "data")))
        self.front, self.worker = FakeFront(), FakeWorker()
        if has_folder:
            self.add_folder()
        front: Any = self.front
        self.beside = NotesBeside(self.core, front, self.worker)

    def add_folder(self) -> None:
        self.core.preferences.change(note_folders=(str(self.notes),))

    def titles(self) -> list[str]:
        return [concept.title for concept in self.core.library.concepts() if not concept.is_ours]

    @property
    def is_watching(self) -> bool:
        timer = self.beside.findChild(QTimer)
        assert timer is not None
        return timer.isActive()


@pytest.fixture
def desk(tmp_path: Path, qtbot: QtBot) -> Desk:
    return Desk(tmp_path, has_folder=True)


def test_a_concept_can_be_offered_once_ours_are_read(desk: Desk) -> None:
    desk.beside.begin()
    assert desk.front.offers == 0
    desk.worker.work()
    assert desk.front.offers == 1


def test_pythons_collector_rests_while_notes_are_read(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    collects: list[bool] = []
    read = FolderLibrary.read

    def watched(library: FolderLibrary, folders: Sequence[str], language: str) -> Notes:
        collects.append(gc.isenabled())
        return read(library, folders, language)

    monkeypatch.setattr(FolderLibrary, "read", watched)
    desk.beside.begin()
    desk.worker.work()
    desk.beside.look()
    desk.worker.work()
    assert collects == [False, False, False]
    assert gc.isenabled()


def test_a_note_that_was_written_meanwhile_is_there_when_the_window_comes_back(desk: Desk) -> None:
    desk.beside.begin()
    desk.worker.work()
    (desk.notes / "calm.md").write_text("# Calm")
    desk.front.activated.emit()
    desk.worker.work()
    assert desk.titles() == ["Calm"]


def test_while_the_window_is_hidden_nothing_looks(desk: Desk) -> None:
    desk.beside.begin()
    desk.worker.work()
    watching = [desk.is_watching]
    desk.front.is_visible = False
    desk.beside.look()
    watching.append(desk.is_watching)
    desk.front.is_visible = True
    desk.front.activated.emit()
    assert [*watching, desk.is_watching] == [True, False, True]


def test_without_folders_nothing_wakes_up_and_with_the_first_it_begins(tmp_path: Path, qtbot: QtBot) -> None:
    desk = Desk(tmp_path, has_folder=False)
    desk.beside.begin()
    desk.worker.work()
    assert not desk.is_watching
    desk.add_folder()
    assert desk.is_watching
