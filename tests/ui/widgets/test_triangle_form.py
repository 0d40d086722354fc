"""The form of the triangle: three lines that are empty until they are touched, each by itself."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from companion.domain.triangle import Corner, Triangle
from companion.presentation.triangle_edit import TriangleSaid
from companion.ui.theme.theme import Theme
from companion.ui.widgets.journal_editor import JournalEditor
from companion.ui.widgets.journal_side import JournalSide
from companion.ui.widgets.triangle_form import TriangleForm
from tests.support.journal_desk import JournalDesk


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[JournalDesk]:
    made = JournalDesk(tmp_path)
    yield made
    made.vault.close()


@pytest.fixture
def side(desk: JournalDesk, theme: Theme, qtbot: QtBot) -> Iterator[JournalSide]:
    made = desk.side(theme)
    qtbot.addWidget(made)
    made.resize(400, 800)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    yield made
    made.close()


def editor_in(side: JournalSide) -> tuple[JournalEditor, TriangleForm]:
    editor = side.part
    assert isinstance(editor, JournalEditor)
    assert isinstance(editor.form, TriangleForm)
    return editor, editor.form


def noted(desk: JournalDesk) -> list[Triangle]:
    with desk.vault.reading() as store:
        return store.triangles.between(None, None)


def test_nothing_is_set_before_it_is_touched_whatever_was_noted_before(desk: JournalDesk, side: JournalSide) -> None:
    desk.triangles.note((90, 90, 90), ("a", "b", "c"))
    side.note_triangle()
    editor, form = editor_in(side)
    for field in form.corners.values():
        field.rating.line.setFocus(Qt.FocusReason.TabFocusReason)
    assert form.stands() == TriangleSaid()
    assert not editor.is_changed


def test_by_keys_alone_zero_is_kept_and_what_was_not_touched_stays_without_an_answer(
    desk: JournalDesk, side: JournalSide
) -> None:
    side.note_triangle()
    editor, form = editor_in(side)
    QTest.keyClick(form.first, Qt.Key.Key_0)
    QTest.keyClicks(form.corners[Corner.RELATIONSHIPS].words, "Noor")
    editor.submit()
    (triangle,) = noted(desk)
    assert [triangle.points(corner) for corner in Corner] == [0, None, None]
    assert [triangle.words(corner) for corner in Corner] == ["", "", "Noor"]


def test_what_is_empty_is_said_and_the_form_stays(desk: JournalDesk, side: JournalSide) -> None:
    side.note_triangle()
    editor, _form = editor_in(side)
    editor.submit()
    assert editor.trouble == "A place on one of the lines, or a word, is enough."
    assert noted(desk) == []


def test_one_is_corrected_and_an_answer_taken_off(desk: JournalDesk, side: JournalSide) -> None:
    desk.triangles.note((40, 50, None), ("", "bread", ""))
    (row,) = desk.pages.newest().rows
    side.look_at(row)
    side.correct()
    editor, form = editor_in(side)
    assert form.stands() == TriangleSaid((40, 50, None), ("", "bread", ""))
    QTest.keyClick(form.first, Qt.Key.Key_Backspace)
    editor.submit()
    assert [(triangle.mind, triangle.body) for triangle in noted(desk)] == [(None, 50)]


def test_each_field_has_a_name_of_its_own(side: JournalSide) -> None:
    side.note_triangle()
    _editor, form = editor_in(side)
    names = [part.accessibleName() for field in form.corners.values() for part in (field.rating.line, field.words)]
    assert len(set(names)) == 6
    assert all(names)


def test_tab_goes_from_corner_to_corner(side: JournalSide) -> None:
    side.note_triangle()
    _editor, form = editor_in(side)
    reached = []
    for _step in range(5):
        QTest.keyClick(side.focusWidget(), Qt.Key.Key_Tab)
        reached.append(side.focusWidget())
    stops = [part for field in form.corners.values() for part in (field.rating.line, field.words)]
    assert reached == stops[1:]
