"""The editor gives back what is filled in, says what would come of it, and calmly what cannot be."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import pairwise

import pytest
from PySide6.QtCore import QDateTime, QPoint, Qt, QTime, QTimeZone
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFrame, QLabel, QWidget
from pytestqt.qtbot import QtBot

from companion.application.errors import Trouble, UserError
from companion.application.settings import Look
from companion.domain.reminder import Manner, Outside, Purpose, ReminderKind, ReminderRule
from companion.presentation.reminders_editing import ReminderEditing
from companion.presentation.reminders_form import RangeForm, ReminderForm
from companion.ui.theme.theme import Theme
from companion.ui.widgets.fitting_scroll import FittingScroll
from companion.ui.widgets.reminder_editor import ReminderEditor
from tests.support.clock import FakeClock
from tests.support.date_words import PlainDateWords
from tests.support.reminding import at

Editors = Callable[..., ReminderEditor]
WEEKEND = frozenset({5, 6})
RANDOM = ReminderForm(ranges=(RangeForm(420, 1440, 12, frozenset({0, 6})),), gap=45)
FIXED = ReminderForm(kind=ReminderKind.FIXED, times=(510, 780, 1275), weekdays=WEEKEND)
INTERVAL = ReminderForm(kind=ReminderKind.INTERVAL, every=90, ranges=(RangeForm(600, 720), RangeForm(900, 1200)))
EVENT = ReminderForm(kind=ReminderKind.EVENT, side=Outside.BELOW, delay=25)
REFLECTION = replace(FIXED, purpose=Purpose.REFLECTION, silence=100, expiry=45, text="mine")
SAME_STRETCH = 110  # its cross stands at its top, and comes last
IMPOSSIBLE = ReminderForm(ranges=(RangeForm(count=6),), gap=180)


class Keeper:
    """Takes everything, unless there is trouble."""

    def __init__(self) -> None:
        self.kept: list[tuple[ReminderRule, Manner, str]] = []
        self.trouble: UserError | None = None

    def __call__(self, rule: ReminderRule, manner: Manner, text: str) -> None:
        if self.trouble is not None:
            raise self.trouble
        self.kept.append((rule, manner, text))


@pytest.fixture
def keeper() -> Keeper:
    return Keeper()


@pytest.fixture
def edit(keeper: Keeper, theme: Theme, qtbot: QtBot) -> Iterator[Editors]:
    made: list[ReminderEditor] = []

    def opened(form: ReminderForm | None = None) -> ReminderEditor:
        editing = ReminderEditing(FakeClock(), PlainDateWords(), keeper)
        if form is not None:
            editing.form = replace(form, once=form.once or editing.form.once)
        editor = ReminderEditor(editing, PlainDateWords(), theme)
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


def shown(editor: ReminderEditor) -> list[str]:
    return [found.text() for found in editor.findChildren(QLabel) if found.isVisible()]


def test_why_more_are_offered_stands_with_random_moments_alone(keeper: Keeper, theme: Theme, qtbot: QtBot) -> None:
    editing = ReminderEditing(FakeClock(), PlainDateWords(), keeper, a_day=5)
    editor = ReminderEditor(editing, PlainDateWords(), theme)
    qtbot.addWidget(editor)
    editor.open()
    assert any(editing.advice in text for text in shown(editor))
    editor.kinds[ReminderKind.FIXED].click()
    assert not any(editing.advice in text for text in shown(editor))


def test_a_new_one_begins_with_what_is_suggested(edit: Editors) -> None:
    form = edit().form()
    assert (form.kind, form.ranges, form.gap) == (ReminderKind.RANDOM, (RangeForm(),), 60)


@pytest.mark.parametrize("form", [RANDOM, FIXED, INTERVAL, EVENT, REFLECTION, replace(RANDOM, is_spread=False)])
def test_what_it_is_given_it_gives_back(edit: Editors, form: ReminderForm) -> None:
    assert replace(edit(form).form(), once=None) == form


def test_the_moment_of_one_that_comes_once_is_given_back(edit: Editors) -> None:
    editor = edit(replace(FIXED, kind=ReminderKind.ONCE))
    later = QDateTime.fromString("2026-11-24 07:15", "yyyy-MM-dd HH:mm")
    later.setTimeZone(QTimeZone(QTimeZone.Initialization.UTC))
    editor.parts.once.edit.setDateTime(later)
    once = editor.form().once
    assert once is not None
    assert f"{once.wall:%Y-%m-%d %H:%M}" == "2026-11-24 07:15"
    assert editor.sentence.text() == "2026-11-24, 07:15"


def test_only_the_fields_of_the_chosen_kind_are_there(edit: Editors) -> None:
    editor = edit(RANDOM)
    parts = editor.parts
    fields: dict[ReminderKind, tuple[QWidget, ...]] = {
        ReminderKind.RANDOM: (parts.ranges, parts.ranges.rows[0].count, parts.gap, parts.spread),
        ReminderKind.FIXED: (parts.times, parts.weekdays),
        ReminderKind.INTERVAL: (parts.every, parts.ranges),
        ReminderKind.ONCE: (parts.once,),
        ReminderKind.EVENT: (parts.side, parts.delay),
    }
    every = {field for chosen in fields.values() for field in chosen}
    for kind, wanted in fields.items():
        editor.kinds[kind].click()
        assert {field for field in every if field.isVisible()} == set(wanted)


def test_the_chosen_kind_stays_chosen_when_it_is_clicked_again(edit: Editors) -> None:
    editor = edit(RANDOM)
    editor.kinds[ReminderKind.RANDOM].click()
    assert editor.kind is ReminderKind.RANDOM
    assert editor.parts.once.which.first.isChecked()


def test_a_sentence_says_all_the_time_what_it_would_do(edit: Editors) -> None:
    editor = edit()
    assert editor.sentence.text() == "4 moments between 09:00 and 21:00, at least 60 min apart, every day"
    row = editor.parts.ranges.rows[0]
    row.count.setValue(2)
    row.end.setTime(QTime(18, 0))
    row.weekdays.chips[6].click()
    expected = "2 moments between 09:00 and 18:00, at least 60 min apart, Mon Tue Wed Thu Fri Sat"
    assert editor.sentence.text() == expected
    editor.kinds[ReminderKind.EVENT].click()
    assert editor.sentence.text() == "30 min after a check-in outside my window"
    editor.more_link.click()
    editor.more.silence.setCurrentIndex(editor.more.silence.findData(60))
    assert editor.sentence.text().endswith("only if nothing was noted for 1 hour")


def test_the_keyboard_begins_at_the_kind_that_is_chosen(edit: Editors) -> None:
    editor = edit(FIXED)
    assert QApplication.focusWidget() is editor.kinds[ReminderKind.FIXED]


def test_enter_keeps_what_was_changed_and_closes(edit: Editors, keeper: Keeper) -> None:
    editor = edit(FIXED)
    editor.parts.times.fields[0].setTime(QTime(9, 0))
    QTest.keyClick(editor.parts.times.fields[0], Qt.Key.Key_Return)
    assert keeper.kept == [(at("09:00", "13:00", "21:15", weekdays=WEEKEND), Manner(), "")]
    assert not editor.isVisible()


def test_enter_on_a_day_keeps_and_space_chooses_it(edit: Editors, keeper: Keeper) -> None:
    editor = edit(FIXED)
    saturday = editor.parts.weekdays.chips[5]
    saturday.setFocus()
    QTest.keyClick(saturday, Qt.Key.Key_Space)
    QTest.keyClick(saturday, Qt.Key.Key_Return)
    ((rule, _manner, _text),) = keeper.kept
    assert rule == at("08:30", "13:00", "21:15", weekdays=frozenset({6}))


@pytest.mark.parametrize("kind", ReminderKind)
def test_tab_goes_from_top_to_bottom_also_through_what_was_added(edit: Editors, kind: ReminderKind) -> None:
    editor = edit(replace(REFLECTION, kind=kind))
    for more in (editor.parts.times.more, editor.parts.ranges.more):
        if more.isVisible():
            more.click()
    QApplication.processEvents()
    editor.kinds[kind].setFocus()
    places = []
    while (on := QApplication.focusWidget()) is not editor.keep:
        assert on is not None
        places.append(on.mapTo(editor, on.rect().topLeft()) + scrolled(editor))
        QTest.keyClick(on, Qt.Key.Key_Tab)
        assert len(places) < 60
    rows = [place.y() for place in places]
    assert all(after >= before - SAME_STRETCH for before, after in pairwise(rows))
    assert QApplication.focusWidget() is editor.keep


def test_escape_keeps_nothing(edit: Editors, keeper: Keeper) -> None:
    editor = edit(RANDOM)
    QTest.keyClick(editor, Qt.Key.Key_Escape)
    assert keeper.kept == []
    assert not editor.isVisible()


def test_what_cannot_be_kept_is_said_beside_its_field_and_everything_stays(edit: Editors, keeper: Keeper) -> None:
    editor = edit(IMPOSSIBLE)
    editor.submit()
    QApplication.processEvents()
    assert editor.isVisible()
    assert keeper.kept == []
    assert editor.trouble == "So many moments fit only if they may be less than 120 minutes apart."
    assert replace(editor.form(), once=None) == IMPOSSIBLE
    said = next(found for found in editor.parts.findChildren(QLabel) if found.text() == editor.trouble)
    gap = editor.parts.gap
    assert gap.mapTo(editor, gap.rect().bottomLeft()).y() < said.mapTo(editor, said.rect().topLeft()).y()
    below = editor.parts.spread
    assert said.mapTo(editor, said.rect().topLeft()).y() < below.mapTo(editor, below.rect().topLeft()).y()


def test_it_is_not_said_twice(edit: Editors) -> None:
    editor = edit(IMPOSSIBLE)
    assert editor.sentence.isVisible()
    editor.submit()
    assert shown(editor).count(editor.trouble) == 1
    assert not editor.sentence.isVisible()


def test_the_line_goes_as_soon_as_something_is_changed(edit: Editors, keeper: Keeper) -> None:
    editor = edit(IMPOSSIBLE)
    editor.submit()
    editor.parts.gap.setValue(60)
    assert editor.trouble == ""
    assert editor.sentence.isVisible()
    editor.submit()
    assert len(keeper.kept) == 1


@pytest.mark.parametrize("kind", [ReminderKind.FIXED, ReminderKind.RANDOM, ReminderKind.INTERVAL])
def test_a_day_is_missed_where_it_is_chosen(edit: Editors, kind: ReminderKind) -> None:
    nobody = frozenset[int]()
    editor = edit(ReminderForm(kind=kind, weekdays=nobody, ranges=(RangeForm(weekdays=nobody),)))
    editor.submit()
    assert editor.trouble == "A reminder needs at least one weekday."
    assert editor.trouble in [found.text() for found in editor.parts.findChildren(QLabel)]


def test_trouble_with_the_world_stands_below_everything(edit: Editors, keeper: Keeper) -> None:
    keeper.trouble = UserError(Trouble.DISK_FULL)
    editor = edit(RANDOM)
    editor.submit()
    assert "disk is full" in editor.trouble
    assert editor.trouble not in [found.text() for found in editor.parts.findChildren(QLabel)]
    keeper.trouble = None
    editor.submit()
    assert len(keeper.kept) == 1


def test_what_few_people_change_is_folded_unless_it_was_changed(edit: Editors) -> None:
    assert not edit(RANDOM).more.isVisible()
    editor = edit(REFLECTION)
    assert editor.more.isVisible()
    editor.more_link.click()
    assert not editor.more.isVisible()
    assert editor.form().purpose is Purpose.REFLECTION


def test_it_is_as_high_as_what_it_holds(edit: Editors) -> None:
    editor = edit(RANDOM)
    random_height = editor.height()
    editor.kinds[ReminderKind.ONCE].click()
    QApplication.processEvents()
    assert editor.height() < random_height
    assert not scrolls(editor)


@pytest.mark.parametrize("kind", ReminderKind)
def test_another_kind_leaves_no_empty_room(edit: Editors, kind: ReminderKind, qtbot: QtBot) -> None:
    editor = edit()
    editor.kinds[kind].click()
    QApplication.processEvents()
    QApplication.processEvents()
    qtbot.waitUntil(lambda: editor.height() == editor.heightForWidth(editor.width()))  # a busy computer needs longer


def test_what_the_screen_has_no_room_for_scrolls_but_not_what_it_would_do(edit: Editors, theme: Theme) -> None:
    theme.apply(Look.LIGHT, 200)
    editor = edit(RANDOM)
    room = editor.screen().availableGeometry()
    assert editor.height() <= room.height()
    assert editor.width() <= room.width()
    assert scrolls(editor)
    frame = editor.sentence.parentWidget()
    assert isinstance(frame, QFrame)
    for part in (editor.keep, frame):
        assert editor.rect().contains(part.mapTo(editor, part.rect().bottomRight()))


def scrolled(editor: ReminderEditor) -> QPoint:
    """How far what is seen of it is scrolled down."""
    area = editor.findChild(FittingScroll)
    assert isinstance(area, FittingScroll)
    return QPoint(0, area.verticalScrollBar().value())


def scrolls(editor: ReminderEditor) -> bool:
    area = editor.findChild(FittingScroll)
    assert isinstance(area, FittingScroll)
    return area.verticalScrollBar().maximum() > 0
