"""A concept is read, written to, and lies in the journal; a note of one's own appears by itself."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from companion.application.practices import FOR_GROUNDING
from companion.ui.screens.concepts import ConceptsScreen
from companion.ui.screens.journal import JournalScreen
from companion.ui.shell.screens import ScreenName
from companion.ui.widgets.journal_editor import JournalEditor
from companion.ui.widgets.journal_forms import ReflectionForm
from companion.ui.widgets.neighbours_card import NeighboursCard
from companion.ui.widgets.note_list import NoteList
from companion.ui.widgets.practice_player import PracticePlayerView
from companion.ui.widgets.prompts_card import PromptsCard
from companion.ui.widgets.wrapped_link import WrappedLink
from tests.journeys.conftest import Program


def concepts_of(program: Program) -> ConceptsScreen:
    """The Concepts screen, wide enough for what stands beside a note."""
    window = program.desktop.window
    window.resize(1300, 900)
    window.open_screen(ScreenName.CONCEPTS)
    screen = window.screen_of(ScreenName.CONCEPTS)
    assert isinstance(screen, ConceptsScreen)
    program.settle()
    return screen


def test_what_a_note_asks_is_answered_in_the_journal(program: Program) -> None:
    screen = concepts_of(program)
    screen.open_concept("ours/window-of-tolerance")
    (card,) = [card for card in screen.findChildren(PromptsCard) if card.isVisible()]
    prompt = card.findChildren(WrappedLink)[0]
    question = prompt.text()
    prompt.click()
    journal = program.desktop.window.screen_of(ScreenName.JOURNAL)
    assert isinstance(journal, JournalScreen)
    assert journal.isVisible()
    form = journal.findChildren(ReflectionForm)[0]
    form.text.setPlainText("My hands get cold.")
    QTest.keyClick(form.text, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert not journal.findChildren(JournalEditor) or not journal.findChildren(JournalEditor)[0].isVisible()
    with program.core.vault.reading() as store:
        (written,) = store.reflections.between(None, None)
    assert (written.question, written.concept) == (question, "ours/window-of-tolerance")


def test_what_a_note_says_to_try_opens_its_page(program: Program) -> None:
    screen = concepts_of(program)
    screen.open_concept("ours/above-the-window")
    cards = [card for card in screen.findChildren(NeighboursCard) if card.isVisible()]
    tries = cards[0].findChildren(WrappedLink)[0]
    assert tries.text().startswith("Orienting")
    tries.click()
    assert program.desktop.window.open_name is ScreenName.PRACTICES


def test_below_what_a_note_asks_the_way_to_grounding_plays_it(program: Program) -> None:
    screen = concepts_of(program)
    screen.open_concept("ours/window-of-tolerance")
    (card,) = [card for card in screen.findChildren(PromptsCard) if card.isVisible()]
    card.grounding.click()
    part = program.desktop.screens.practices.part
    assert isinstance(part, PracticePlayerView)
    assert part.presenter.playing.practice.key == FOR_GROUNDING


def test_a_note_of_ones_own_appears_by_itself_when_one_comes_back(
    program: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    folder = tmp_path / "my notes"
    folder.mkdir()
    (folder / "calm.md").write_text("# Calm\n\nsee [[WOT]]")
    screen = concepts_of(program)
    rows = screen.findChildren(NoteList)[0].model()

    def titles() -> list[str]:
        return [str(rows.index(row, 0).data()) for row in range(rows.rowCount())]

    program.core.preferences.change(note_folders=(str(folder),))
    qtbot.waitUntil(lambda: "Calm" in titles(), timeout=10_000)
    (folder / "sea.md").write_text("# The sea")
    program.desktop.window.activated.emit()
    qtbot.waitUntil(lambda: "The sea" in titles(), timeout=10_000)
