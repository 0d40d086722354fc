"""The editor gives back what is filled in, and says calmly what cannot be."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt, QTime
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from companion.application.settings import Look
from companion.domain.reminder import EVERY_DAY
from companion.presentation.reminders import ReminderForm
from companion.ui.theme.theme import Theme
from companion.ui.widgets.fitting_scroll import FittingScroll
from companion.ui.widgets.reminder_editor import ReminderEditor
from tests.support.date_words import PlainDateWords

Editors = Callable[..., ReminderEditor]
RANDOM = ReminderForm(count=12, start=420, end=1440, gap=45, weekdays=frozenset({0, 6}))
FIXED = ReminderForm(is_random=False, times=(510, 780, 1275))


class Keeper:
    """Takes every form, or refuses with one sentence."""

    def __init__(self) -> None:
        self.kept: list[ReminderForm] = []
        self.sentence = ""

    def __call__(self, form: ReminderForm) -> str:
        if not self.sentence:
            self.kept.append(form)
        return self.sentence


@pytest.fixture
def keeper() -> Keeper:
    return Keeper()


@pytest.fixture
def edit(keeper: Keeper, theme: Theme, qtbot: QtBot) -> Iterator[Editors]:
    made: list[ReminderEditor] = []

    def opened(form: ReminderForm | None = None) -> ReminderEditor:
        editor = ReminderEditor(form, keeper, PlainDateWords(), theme)
        qtbot.addWidget(editor)
        editor.open()
        editor.activateWindow()
        qtbot.waitUntil(editor.isActiveWindow)
        QApplication.processEvents()
        made.append(editor)
        return editor

    yield opened
    for editor in made:
        editor.close()


def test_a_new_one_begins_with_what_is_suggested(edit: Editors) -> None:
    assert edit().form() == ReminderForm(count=4, start=540, end=1260, gap=60, weekdays=EVERY_DAY)


@pytest.mark.parametrize("form", [RANDOM, FIXED])
def test_what_it_is_given_it_gives_back(edit: Editors, form: ReminderForm) -> None:
    assert edit(form).form().rule() == form.rule()


def test_only_the_fields_of_the_chosen_kind_are_there(edit: Editors) -> None:
    editor = edit(RANDOM)
    assert (editor.count.isVisible(), editor.times.isVisible()) == (True, False)
    editor.fixed.click()
    assert (editor.count.isVisible(), editor.times.isVisible()) == (False, True)


def test_the_keyboard_begins_at_the_kind_that_is_chosen(edit: Editors) -> None:
    editor = edit(FIXED)
    assert QApplication.focusWidget() is editor.fixed


def test_enter_keeps_what_was_changed_and_closes(edit: Editors, keeper: Keeper) -> None:
    editor = edit(RANDOM)
    editor.count.setValue(3)
    editor.start.setTime(QTime(8, 30))
    editor.weekdays.chips[6].click()
    QTest.keyClick(editor.count, Qt.Key.Key_Return)
    assert keeper.kept == [ReminderForm(count=3, start=510, end=1440, gap=45, weekdays=frozenset({0}))]
    assert not editor.isVisible()


def test_enter_on_a_day_keeps_and_space_chooses_it(edit: Editors, keeper: Keeper) -> None:
    editor = edit(RANDOM)
    monday = editor.weekdays.chips[0]
    monday.setFocus()
    QTest.keyClick(monday, Qt.Key.Key_Space)
    QTest.keyClick(monday, Qt.Key.Key_Return)
    assert [form.weekdays for form in keeper.kept] == [frozenset({6})]


def test_escape_keeps_nothing(edit: Editors, keeper: Keeper) -> None:
    editor = edit(RANDOM)
    QTest.keyClick(editor, Qt.Key.Key_Escape)
    assert keeper.kept == []
    assert not editor.isVisible()


def test_what_cannot_be_kept_is_said_and_everything_stays(edit: Editors, keeper: Keeper) -> None:
    keeper.sentence = "A reminder needs at least one weekday."
    editor = edit(RANDOM)
    editor.submit()
    assert editor.isVisible()
    assert editor.trouble == keeper.sentence
    assert editor.form().rule() == RANDOM.rule()


def test_the_sentence_goes_once_it_can_be_kept(edit: Editors, keeper: Keeper) -> None:
    keeper.sentence = "A reminder needs at least one weekday."
    editor = edit(RANDOM)
    editor.submit()
    keeper.sentence = ""
    editor.submit()
    assert keeper.kept == [editor.form()]
    assert editor.trouble == ""


def test_it_is_as_high_as_what_it_holds(edit: Editors, keeper: Keeper) -> None:
    editor = edit(RANDOM)
    random_height = editor.height()
    editor.fixed.click()
    QApplication.processEvents()
    fixed_height = editor.height()
    assert fixed_height < random_height
    keeper.sentence = "The times have to lie within one day."
    editor.submit()
    QApplication.processEvents()
    assert editor.height() > fixed_height
    assert not scrolls(editor)


def test_what_the_screen_has_no_room_for_scrolls(edit: Editors, theme: Theme) -> None:
    theme.apply(Look.LIGHT, 200)
    editor = edit(RANDOM)
    room = editor.screen().availableGeometry()
    assert editor.height() <= room.height()
    assert editor.width() <= room.width()
    assert scrolls(editor)
    assert editor.rect().contains(editor.keep.mapTo(editor, editor.keep.rect().bottomRight()))


def scrolls(editor: ReminderEditor) -> bool:
    area = editor.findChild(FittingScroll)
    assert isinstance(area, FittingScroll)
    return area.verticalScrollBar().maximum() > 0
