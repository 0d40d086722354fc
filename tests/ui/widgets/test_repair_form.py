"""The note for repair: says first for whom it is not, loses nothing, and asks nothing twice."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from companion.domain.repair import Repair, RepairDraft
from companion.domain.zone import Zone
from companion.presentation.repair import Mended, repair_words
from companion.ui.theme.theme import Theme
from companion.ui.widgets.journal_editor import JournalEditor
from companion.ui.widgets.journal_side import JournalSide
from companion.ui.widgets.repair_form import RepairForm
from tests.support.journal_desk import JournalDesk

WIDTH, HEIGHT = 400, 700
Opened = Callable[[], RepairForm]


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[JournalDesk]:
    made = JournalDesk(tmp_path)
    yield made
    made.vault.close()


@pytest.fixture
def side(desk: JournalDesk, theme: Theme, qtbot: QtBot) -> Iterator[JournalSide]:
    made = desk.side(theme)
    qtbot.addWidget(made)
    made.resize(WIDTH, HEIGHT)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    yield made
    made.close()


def form_in(side: JournalSide) -> RepairForm:
    assert isinstance(side.part, JournalEditor)
    assert isinstance(side.part.form, RepairForm)
    return side.part.form


def noted(desk: JournalDesk) -> list[Repair]:
    with desk.vault.reading() as store:
        return store.repairs.between(None, None)


def words_in(form: RepairForm) -> list[str]:
    return [found.text() for found in form.findChildren(QLabel) if found.isVisible()]


def test_a_new_one_says_first_for_whom_it_is_not_and_a_correction_does_not(
    desk: JournalDesk, side: JournalSide
) -> None:
    side.repair()
    form = form_in(side)
    assert words_in(form)[0] == repair_words().before
    assert form.support.isVisible()
    assert not form.anew.isVisible(), "nothing to empty"
    repair = desk.repairs.note(RepairDraft(desk.clock.now(), "a joke"))
    side.look_at(desk.pages.newest().rows[0])
    side._put(side.detail)
    side.correct()
    corrected = form_in(side)
    assert corrected.stands() == Mended(repair.happened)
    assert repair_words().before not in words_in(corrected)
    assert not corrected.support.isVisible()


def test_leaving_asks_nothing_because_nothing_is_lost(desk: JournalDesk, side: JournalSide) -> None:
    side.repair()
    QTest.keyClicks(form_in(side).happened, "a joke")
    assert side.leave()
    assert side.part is None
    side.repair()
    assert form_in(side).stands() == Mended("a joke")
    assert noted(desk) == []


def test_one_that_is_open_goes_on_where_it_is_asked_for_again(side: JournalSide) -> None:
    side.repair()
    QTest.keyClicks(form_in(side).happened, "a joke")
    side.repair()
    assert form_in(side).stands() == Mended("a joke")


def test_saving_leaves_nothing_that_waits(desk: JournalDesk, side: JournalSide) -> None:
    side.repair()
    form = form_in(side)
    QTest.keyClicks(form.happened, "a joke")
    form.line.setFocus()
    QTest.keyClick(form.line, Qt.Key.Key_B)
    QTest.keyClick(form.happened, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert [(repair.happened, repair.zone) for repair in noted(desk)] == [("a joke", Zone.BELOW)]
    assert side.part is None
    assert desk.repairs.draft() is None


def test_what_was_emptied_can_be_brought_back(desk: JournalDesk, side: JournalSide) -> None:
    side.repair()
    form = form_in(side)
    QTest.keyClicks(form.happened, "a joke")
    form.anew.click()
    assert form.stands() == Mended()
    assert desk.repairs.draft() is None
    form.anew.click()
    assert form.stands() == Mended("a joke")
    side.leave()
    draft = desk.repairs.draft()
    assert draft is not None
    assert draft.happened == "a joke"


def test_when_it_is_locked_it_is_kept_and_not_saved_and_there_again_afterwards(
    desk: JournalDesk, side: JournalSide
) -> None:
    side.repair()
    QTest.keyClicks(form_in(side).happened, "a joke")
    side.keep_now()
    desk.vault.lock()
    side.refresh()
    assert side.part is None
    desk.vault.unlock()
    side.refresh()
    assert form_in(side).stands() == Mended("a joke")
    assert noted(desk) == []


def test_one_with_several_answers_can_be_emptied_and_all_of_them_brought_back(side: JournalSide) -> None:
    side.repair()
    form = form_in(side)
    form.happened.setPlainText("tea")
    form.them.setPlainText("Tired.")
    form.helped.setPlainText("A walk.")
    before = form.stands()
    form.anew.click()
    assert form.stands() == Mended()
    assert form.anew.isVisible()
    form.anew.click()
    assert form.stands() == before
