"""On the Concepts screen one finds a note, reads it, and goes on and back."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QPushButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from companion.application.concept_moments import ConceptMoments
from companion.application.concept_suggestions import ConceptSuggestions
from companion.application.event_bus import EventBus
from companion.application.library import LibraryService
from companion.domain.concept import Concept, NoteProblem
from companion.presentation.concept_personal import ConceptPersonal
from companion.presentation.concepts import ConceptsPresenter
from companion.presentation.note_links import GROUNDING_ADDRESS
from companion.ui.screens.concepts import ConceptsScreen
from companion.ui.theme.theme import Theme
from companion.ui.widgets.address_bar import AddressBar
from companion.ui.widgets.neighbours_card import NeighboursCard
from companion.ui.widgets.note_list import NoteList
from companion.ui.widgets.note_view import NoteView
from companion.ui.widgets.prompts_card import PromptsCard
from companion.ui.widgets.wrapped_link import WrappedLink
from tests.support.notes import library_of
from tests.support.shell_desk import ShellDesk

MIND = Concept("ours/mind", "Mindsight", "first words", related=("Window",), tags=("seeing",))
WINDOW = Concept("ours/window", "Window", "second words [[mind]] [out](https://example.org)", links=("mind",))
WALK = Concept("notes/walk", "A walk", "third words", is_ours=False)


class Notes:
    """A library whose notes a test may change."""

    def __init__(self) -> None:
        self.concepts = [MIND, WINDOW, WALK]
        self.readings = 0
        self.pictures: list[tuple[str, str]] = []

    def read(self, folders: Sequence[str], language: str) -> tuple[list[Concept], list[NoteProblem]]:
        self.readings += 1
        return list(self.concepts), []

    def picture(self, key: str, address: str) -> bytes | None:
        self.pictures.append((key, address))
        return None


class Desk:
    """The screen with everything it stands on."""

    def __init__(self, qtbot: QtBot, theme: Theme) -> None:
        self.qtbot = qtbot
        self.notes = Notes()
        self.opened: list[str] = []
        bus = EventBus()
        self.library = LibraryService(self.notes, tuple, bus)
        self.screen = ConceptsScreen(
            ConceptsPresenter(self.library, bus), theme, lambda url: self.opened.append(url.toString())
        )
        qtbot.addWidget(self.screen)
        self.screen.resize(1000, 700)

    def show(self, width: int = 1000) -> None:
        self.screen.resize(width, 700)
        self.screen.show()

    @property
    def text(self) -> str:
        return self.screen.findChildren(NoteView)[0].toPlainText()

    @property
    def titles(self) -> list[str]:
        model = self.screen.findChildren(NoteList)[0].model()
        return [str(model.index(row, 0).data()) for row in range(model.rowCount())]

    def named(self, kind: type[QWidget], name: str) -> QWidget:
        return next(w for w in self.screen.findChildren(kind) if name in (w.accessibleName(), w.property("text")))

    def click(self, widget: QWidget) -> None:
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


@pytest.fixture
def desk(qtbot: QtBot, theme: Theme) -> Desk:
    return Desk(qtbot, theme)


def test_notes_are_read_when_they_are_first_seen(desk: Desk) -> None:
    assert desk.notes.readings == 0
    desk.show()
    assert desk.notes.readings == 1
    assert desk.titles == ["Mindsight", "Window", "A walk"]
    assert "first words" in desk.text


def test_a_note_opened_from_elsewhere_is_shown_and_marked(desk: Desk) -> None:
    desk.screen.open_concept("ours/window")
    desk.show()
    assert "second words" in desk.text
    assert desk.screen.findChildren(NoteList)[0].currentIndex().data() == "Window"


def test_a_key_that_is_gone_changes_nothing(desk: Desk) -> None:
    desk.show()
    desk.screen.open_concept("ours/nothing")
    assert "first words" in desk.text


def test_typing_filters_and_enter_opens_the_first(desk: Desk) -> None:
    desk.show()
    field = desk.screen.findChildren(QLineEdit)[0]
    QTest.keyClicks(field, "a walk")
    assert desk.titles == ["A walk"]
    assert "first words" in desk.text
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert "third words" in desk.text


def test_a_tag_lists_the_notes_that_have_it(desk: Desk) -> None:
    desk.show()
    desk.screen.findChildren(NoteView)[0].anchorClicked.emit(QUrl("tag:seeing"))
    assert desk.titles == ["Mindsight"]


def test_a_link_in_the_text_and_one_beside_it_lead_on(desk: Desk) -> None:
    desk.show()
    desk.click(desk.named(WrappedLink, "Window"))
    assert "second words" in desk.text
    desk.screen.findChildren(NoteView)[0].anchorClicked.emit(QUrl("note:ours/mind"))
    assert "first words" in desk.text


def test_back_and_forward_by_button_and_by_key(desk: Desk) -> None:
    desk.show()
    back, forward = desk.named(QToolButton, "Back"), desk.named(QToolButton, "Forward")
    assert not back.isEnabled()
    desk.screen.open_concept("ours/window")
    desk.click(back)
    assert "first words" in desk.text
    assert not back.isEnabled()
    desk.click(forward)
    assert "second words" in desk.text
    view = desk.screen.findChildren(NoteView)[0]
    view.setFocus()
    desk.qtbot.waitUntil(view.hasFocus)
    QTest.keyClick(view, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert "first words" in desk.text
    QTest.keyClick(view, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert "second words" in desk.text


def test_back_passes_over_a_note_that_is_gone(desk: Desk) -> None:
    desk.show()
    desk.screen.open_concept("notes/walk")
    desk.screen.open_concept("ours/window")
    desk.notes.concepts = [MIND, WINDOW]
    desk.library.reload()
    desk.click(desk.named(QToolButton, "Back"))
    assert "first words" in desk.text


def test_notes_that_changed_are_shown_anew(desk: Desk) -> None:
    desk.show()
    desk.notes.concepts = [Concept("ours/mind", "Mindsight", "changed words")]
    desk.library.reload()
    assert "changed words" in desk.text
    assert desk.titles == ["Mindsight"]


def test_a_note_that_is_gone_gives_way_to_the_first(desk: Desk) -> None:
    desk.screen.open_concept("notes/walk")
    desk.show()
    desk.notes.concepts = [MIND]
    desk.library.reload()
    assert "first words" in desk.text


def test_an_address_is_shown_and_opened_only_when_asked(desk: Desk) -> None:
    desk.screen.open_concept("ours/window")
    desk.show()
    desk.screen.findChildren(NoteView)[0].anchorClicked.emit(QUrl("https://example.org"))
    assert desk.screen.findChildren(AddressBar)[0].isVisible()
    assert desk.opened == []
    desk.click(desk.named(QPushButton, "Open in my browser"))
    assert desk.opened == ["https://example.org"]


def test_a_folder_is_asked_for(desk: Desk) -> None:
    desk.show()
    with desk.qtbot.waitSignal(desk.screen.folder_wanted):
        desk.click(desk.named(WrappedLink, "+ Add a folder of my notes"))


def test_without_room_neighbours_stand_below_the_text(desk: Desk) -> None:
    desk.show(700)
    assert not any(card.isVisible() for card in desk.screen.findChildren(NeighboursCard))
    assert desk.text.rstrip().endswith("Linked from\nWindow")
    desk.screen.resize(1000, 700)
    assert any(card.isVisible() for card in desk.screen.findChildren(NeighboursCard))
    assert "Linked from" not in desk.text


def test_in_a_small_window_list_and_note_take_turns(desk: Desk) -> None:
    desk.show(420)
    view, notes = desk.screen.findChildren(NoteView)[0], desk.screen.findChildren(NoteList)[0]
    assert (view.isVisible(), notes.isVisible()) == (True, False)
    desk.click(desk.named(QPushButton, "All concepts"))
    assert (view.isVisible(), notes.isVisible()) == (False, True)
    notes.setFocus()
    QTest.keyClick(notes, Qt.Key.Key_Down)
    assert notes.isVisible()
    QTest.keyClick(notes, Qt.Key.Key_Return)
    assert (view.isVisible(), notes.isVisible()) == (True, False)
    assert "second words" in desk.text


def test_a_link_to_a_part_opens_the_note_at_that_part(desk: Desk) -> None:
    long = "\n\n".join(["words"] * 200)
    desk.notes.concepts[1] = replace(WINDOW, text=f"{long}\n\n## A Part\n\n{long}")
    desk.show()
    view = desk.screen.findChildren(NoteView)[0]
    view.anchorClicked.emit(QUrl("note:ours/window#part-a-part"))
    assert desk.text.startswith("Concept")
    assert view.verticalScrollBar().value() > 1000


def test_a_picture_is_asked_for_in_the_name_of_the_note_that_is_read(desk: Desk) -> None:
    desk.notes.concepts[2] = replace(WALK, text="![a bench](bench.png)")
    desk.screen.open_concept("notes/walk")
    desk.show()
    assert set(desk.notes.pictures) == {("notes/walk", "bench.png")}


def test_a_note_that_is_being_read_stays_where_it_is_when_others_change(desk: Desk) -> None:
    desk.notes.concepts[0] = replace(MIND, text="words\n\n" * 200)
    desk.show()
    bar = desk.screen.findChildren(NoteView)[0].verticalScrollBar()
    bar.setValue(500)
    desk.notes.concepts[2] = replace(WALK, title="Another walk")
    desk.library.reload()
    assert desk.titles[2] == "Another walk"
    assert bar.value() == 500


def asking_screen(qtbot: QtBot, theme: Theme, tmp_path: Path) -> ConceptsScreen:
    """The screen with a note that asks something."""
    shell = ShellDesk(tmp_path, theme)
    bus = EventBus()
    library = library_of(replace(MIND, prompts=("What do you see?",)), bus=bus)
    personal = ConceptPersonal(
        ConceptMoments(shell.vault, shell.clock),
        ConceptSuggestions(library, shell.vault, shell.days),
        shell.preferences,
        shell.days,
    )
    screen = ConceptsScreen(ConceptsPresenter(library, bus, personal), theme)
    qtbot.addWidget(screen)
    screen.resize(1000, 700)
    screen.show()
    return screen


def test_what_can_be_written_to_is_offered_and_said(qtbot: QtBot, theme: Theme, tmp_path: Path) -> None:
    screen = asking_screen(qtbot, theme, tmp_path)
    wanted: list[tuple[str, str]] = []
    screen.reflection_wanted.connect(lambda prompt, key: wanted.append((prompt, key)))
    (prompt,) = [link for link in screen.findChildren(WrappedLink) if link.text() == "What do you see?"]
    prompt.click()
    assert wanted == [("What do you see?", "ours/mind")]
    (card,) = screen.findChildren(PromptsCard)
    card.not_today.click()
    assert not any(card.isVisible() for card in screen.findChildren(PromptsCard))


def test_below_what_is_asked_there_is_a_way_to_grounding(qtbot: QtBot, theme: Theme, tmp_path: Path) -> None:
    screen = asking_screen(qtbot, theme, tmp_path)
    (card,) = screen.findChildren(PromptsCard)
    with qtbot.waitSignal(screen.grounding_wanted):
        card.grounding.click()


def test_it_is_there_too_where_the_question_stands_below_the_text(qtbot: QtBot, theme: Theme, tmp_path: Path) -> None:
    screen = asking_screen(qtbot, theme, tmp_path)
    screen.resize(700, 700)
    (view,) = screen.findChildren(NoteView)
    qtbot.waitUntil(lambda: "If it gets heavy" in view.toPlainText())
    with qtbot.waitSignal(screen.grounding_wanted):
        view.anchorClicked.emit(QUrl(GROUNDING_ADDRESS))
    assert GROUNDING_ADDRESS in view.toHtml()


def test_of_a_long_note_the_beginning_is_shown_and_more_where_it_is_wanted(desk: Desk) -> None:
    desk.notes.concepts[2] = replace(WALK, text="words\n\n" * 600 + "the very end\n\n" + "## The End")
    desk.screen.open_concept("notes/walk")
    desk.show()
    view = desk.screen.findChildren(NoteView)[0]
    assert "the very end" not in desk.text
    view.anchorClicked.emit(QUrl("more:"))
    assert "the very end" in desk.text
    desk.library.reload()
    assert "the very end" in desk.text
    desk.screen.open_concept("ours/mind")
    view.anchorClicked.emit(QUrl("note:notes/walk#part-the-end"))
    assert "the very end" in desk.text


def test_back_points_to_where_one_came_from_also_from_right_to_left(qtbot: QtBot, theme: Theme) -> None:
    def picture(direction: Qt.LayoutDirection) -> bytes:
        QApplication.setLayoutDirection(direction)
        desk = Desk(qtbot, theme)
        image = desk.screen.findChildren(QToolButton)[0].icon().pixmap(40, 40).toImage()
        return bytes(image.constBits())

    try:
        to_the_left = picture(Qt.LayoutDirection.LeftToRight)
        to_the_right = picture(Qt.LayoutDirection.RightToLeft)
    finally:
        QApplication.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    assert to_the_left != to_the_right


def test_all_of_a_long_note_goes_into_a_file_and_that_it_is_saved_is_said(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.notes.concepts[2] = replace(WALK, text="words\n\n" * 900)
    desk.screen.open_concept("notes/walk")
    desk.show()
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_asked: (str(tmp_path / "note.pdf"), ""))
    desk.screen.menu.file.trigger()
    assert (tmp_path / "note.pdf").read_bytes().count(b"/Type /Page\n") > 15
    assert desk.screen.toast.isVisible()
