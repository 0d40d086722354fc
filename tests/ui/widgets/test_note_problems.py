"""What is wrong with notes is one quiet line until it is unfolded."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from companion.domain.concept import NoteFault, NoteProblem
from companion.presentation.concepts import build_state
from companion.ui.theme.theme import Theme
from companion.ui.widgets.note_problems import NoteProblems
from companion.ui.widgets.wrapped_link import WrappedLink

PROBLEM = NoteProblem("/a/notes/broken.md", 3, NoteFault.BAD_HEADER, "twice")


@pytest.fixture
def problems(qtbot: QtBot, theme: Theme) -> NoteProblems:
    made = NoteProblems(theme)
    qtbot.addWidget(made)
    made.resize(236, 300)
    return made


def texts(problems: NoteProblems) -> list[str]:
    return [label.text().replace("\u200b", "") for label in problems.findChildren(QLabel) if label.isVisible()]


def test_nothing_wrong_is_nothing_to_see(problems: NoteProblems) -> None:
    problems.show_state(build_state([], [PROBLEM]))
    problems.show_state(build_state([], []))
    assert problems.isHidden()


def test_the_line_unfolds_to_file_line_and_reason_and_folds_again(problems: NoteProblems) -> None:
    problems.show_state(build_state([], [PROBLEM]))
    heading = problems.findChildren(WrappedLink)[0]
    assert heading.text() == "1 note has a problem"
    assert texts(problems) == []
    QTest.mouseClick(heading, Qt.MouseButton.LeftButton)
    file, reason = texts(problems)
    assert file == "notes/broken.md, line 3"
    assert "this field stands there twice" in reason
    assert heading.accessibleName() == "1 note has a problem, fold"
    QTest.mouseClick(heading, Qt.MouseButton.LeftButton)
    assert texts(problems) == []


def test_what_is_unfolded_follows_a_new_state(problems: NoteProblems) -> None:
    problems.show_state(build_state([], [PROBLEM]))
    problems.unfold()
    problems.show_state(build_state([], [NoteProblem("/a/notes/other.md", None, NoteFault.NOT_TEXT)]))
    assert texts(problems)[0] == "notes/other.md"
