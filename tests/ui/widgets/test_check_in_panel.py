"""The check-in by hand and by keyboard alone: save, refuse kindly, keep for later, continue, undo."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from companion.application.errors import Trouble, UserError
from companion.domain.checkin import InputMethod
from companion.domain.checkin_field import CheckInField
from companion.domain.draft import Draft
from companion.domain.zone import Zone
from companion.presentation.checkin_form import Filled, Place
from companion.presentation.zones import use_own_words
from companion.ui.theme.theme import Theme
from companion.ui.widgets.check_in_panel import KEEP_AFTER_MS, CheckInPanel
from companion.ui.widgets.page import Page
from tests.support.assistive import turn_by_assistive_technology
from tests.support.builders import a_moment
from tests.support.check_in_desk import CheckInDesk
from tests.support.keys import hold

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier
EVERYTHING = Filled(
    points=0,
    zone=Zone.MIXED,
    note="rain",
    pleasantness=1,
    safe=0,
    connected=3,
    people=("Anna",),
    places=("home",),
    activities=("eating",),
    body_cues=("warm",),
    sleep=4,
    slept=timedelta(hours=7),
    tags=("night shift", "rain"),
)


@pytest.fixture
def desk() -> CheckInDesk:
    return CheckInDesk()


@pytest.fixture
def panel(desk: CheckInDesk, theme: Theme, qtbot: QtBot) -> Iterator[CheckInPanel]:
    """Today's panel, shown, with the keyboard on the line."""
    made = shown(CheckInPanel(desk.presenter(), theme, Place.TODAY), qtbot)
    yield made
    made.close()


def shown(panel: CheckInPanel, qtbot: QtBot) -> CheckInPanel:
    bring_up(panel, qtbot)
    panel.focus_line()
    return panel


def bring_up(window: QWidget, qtbot: QtBot) -> None:
    qtbot.addWidget(window)
    window.resize(460, 700)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)


def press(*keys: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Presses keys wherever the keyboard is."""
    for key in keys:
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, key, modifiers)


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def test_the_keyboard_alone_is_enough(panel: CheckInPanel, desk: CheckInDesk, qtbot: QtBot) -> None:
    with qtbot.waitSignal(panel.saved):
        press(Key.Key_6, Key.Key_2, Key.Key_I, Key.Key_Return)
    (check_in,) = desk.saved
    assert (check_in.arousal, check_in.zone) == (62, Zone.INSIDE)
    assert (check_in.answering.first_touch, check_in.answering.method) == (62, InputMethod.DIGITS)


def test_the_pointer_alone_is_enough(panel: CheckInPanel, desk: CheckInDesk) -> None:
    QTest.mouseClick(panel.form.answers.rows[0], Qt.MouseButton.LeftButton)
    QTest.mouseClick(panel.save, Qt.MouseButton.LeftButton)
    assert [c.zone for c in desk.saved] == [Zone.ABOVE]


def test_one_answer_is_enough(panel: CheckInPanel, desk: CheckInDesk) -> None:
    press(Key.Key_N, Key.Key_Return)
    assert [(c.arousal, c.zone) for c in desk.saved] == [(None, Zone.UNSURE)]


def test_with_no_answer_a_calm_line_says_so_and_nothing_else_happens(
    panel: CheckInPanel, desk: CheckInDesk, qtbot: QtBot
) -> None:
    with qtbot.assertNotEmitted(panel.saved):
        press(Key.Key_Return)
    assert panel.trouble == "One answer is enough: a place on the line, or one of the five."
    assert not panel.is_folded
    assert desk.saved == []


def test_the_calm_line_goes_at_the_next_touch(panel: CheckInPanel) -> None:
    press(Key.Key_Return)
    press(Key.Key_5)
    assert panel.trouble == ""


def test_trouble_is_one_calm_line_and_what_was_filled_in_stays(panel: CheckInPanel, desk: CheckInDesk) -> None:
    desk.vault.trouble = UserError(Trouble.DISK_FULL)
    press(Key.Key_6, Key.Key_2, Key.Key_A, Key.Key_Return)
    assert panel.trouble.startswith("The disk is full")
    assert (panel.form.line.points, panel.form.answers.zone) == (62, Zone.ABOVE)
    desk.vault.trouble = None


def test_letters_and_digits_act_wherever_no_text_field_has_focus(panel: CheckInPanel) -> None:
    panel.form.answers.rows[3].setFocus()
    press(Key.Key_7)
    panel.leave.setFocus()
    press(Key.Key_B, Key.Key_Backspace)
    assert panel.form.answers.zone is Zone.BELOW
    assert panel.form.line.points is None


def test_in_the_note_letters_and_digits_are_text(panel: CheckInPanel, desk: CheckInDesk) -> None:
    panel.form.more.click()
    press(Key.Key_A, Key.Key_7, Key.Key_Return, Key.Key_Backspace)
    assert panel.form.fields is not None
    assert panel.form.fields.note.toPlainText() == "a7"
    assert (panel.form.line.points, panel.form.answers.zone) == (None, None)
    assert desk.saved == []


def test_in_the_date_letters_and_digits_are_no_answers(panel: CheckInPanel, desk: CheckInDesk) -> None:
    panel.form.more.click()
    assert panel.form.fields is not None
    panel.form.fields.moment.earlier.click()
    panel.form.fields.moment.when_edit.setFocus()
    press(Key.Key_A, Key.Key_1, Key.Key_Return)
    assert (panel.form.line.points, panel.form.answers.zone) == (None, None)
    assert desk.saved == []


def test_in_the_note_enter_is_a_new_line_and_ctrl_enter_saves(panel: CheckInPanel, desk: CheckInDesk) -> None:
    press(Key.Key_A)
    panel.form.more.click()
    press(Key.Key_H, Key.Key_Return, Key.Key_I)
    press(Key.Key_Return, modifiers=CONTROL)
    assert [c.note for c in desk.saved] == ["h\ni"]


def test_escape_in_the_note_leads_back_to_the_line(panel: CheckInPanel) -> None:
    panel.form.more.click()
    press(Key.Key_Escape)
    assert focused() is panel.form.line


def test_enter_on_a_button_presses_it(panel: CheckInPanel, desk: CheckInDesk) -> None:
    press(Key.Key_A)
    panel.leave.setFocus()
    press(Key.Key_Return)
    assert desk.saved == []
    assert panel.form.answers.zone is None


def test_a_held_enter_saves_nothing(panel: CheckInPanel, desk: CheckInDesk) -> None:
    press(Key.Key_A)
    hold(panel.form.line, Key.Key_Return, "\r")
    assert desk.saved == []


def test_a_held_enter_that_saved_does_not_go_on_to_another(panel: CheckInPanel, desk: CheckInDesk) -> None:
    press(Key.Key_A, Key.Key_Return)
    hold(focused(), Key.Key_Return, "\r")
    press(Key.Key_Return)
    assert panel.is_folded


def test_after_saving_it_folds_to_one_line(panel: CheckInPanel) -> None:
    press(Key.Key_A, Key.Key_Return)
    assert panel.is_folded
    assert not panel.form.isVisible()
    assert panel.saved_line.undo.isVisible()
    assert panel.saved_line.another.isVisible()


def test_after_saving_tab_goes_to_undo_then_to_another_then_on(desk: CheckInDesk, theme: Theme, qtbot: QtBot) -> None:
    window = QWidget()
    column = QVBoxLayout(window)
    panel, after = CheckInPanel(desk.presenter(), theme, Place.TODAY), QPushButton("After")
    for part in (QPushButton("Before"), panel, after):
        column.addWidget(part)
    bring_up(window, qtbot)
    panel.focus_line()
    press(Key.Key_A, Key.Key_Return)
    met = []
    for _time in range(3):
        press(Key.Key_Tab)
        met.append(focused())
    assert met == [panel.saved_line.undo, panel.saved_line.another, after]
    window.close()


def test_another_opens_an_empty_form(panel: CheckInPanel, qtbot: QtBot) -> None:
    press(Key.Key_A, Key.Key_Return)
    with qtbot.waitSignal(panel.reopened):
        panel.saved_line.another.click()
    assert not panel.is_folded
    assert panel.form.filled().is_empty
    assert focused() is panel.form.line


@pytest.mark.parametrize("by_key", [True, False])
def test_undo_takes_it_back_and_opens_the_form_as_it_was(
    panel: CheckInPanel, desk: CheckInDesk, by_key: bool
) -> None:
    press(Key.Key_6, Key.Key_2, Key.Key_A, Key.Key_Return)
    if by_key:
        press(Key.Key_Z, modifiers=CONTROL)
    else:
        panel.saved_line.undo.click()
    assert desk.saved == []
    assert not panel.is_folded
    filled = panel.form.filled()
    assert (filled.points, filled.zone, filled.method) == (62, Zone.ABOVE, InputMethod.DIGITS)


def test_undo_that_is_not_possible_is_said_calmly(panel: CheckInPanel, desk: CheckInDesk) -> None:
    press(Key.Key_A, Key.Key_Return)
    desk.vault.trouble = UserError(Trouble.LOCKED)
    assert not panel.undo()
    assert panel.trouble == "Your notebook is locked. Please unlock it first."
    desk.vault.trouble = None


def test_ctrl_z_while_the_form_is_open_takes_nothing_back(panel: CheckInPanel, desk: CheckInDesk) -> None:
    press(Key.Key_A, Key.Key_Return)
    panel.saved_line.another.click()
    press(Key.Key_Z, modifiers=CONTROL)
    assert len(desk.saved) == 1


def test_on_today_clear_empties_the_form(panel: CheckInPanel, desk: CheckInDesk) -> None:
    press(Key.Key_6, Key.Key_A)
    panel.leave.click()
    assert panel.leave.text() == "Clear"
    assert panel.form.filled().is_empty
    assert desk.draft is None


def test_on_today_escape_does_nothing(panel: CheckInPanel, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(panel.left):
        press(Key.Key_6, Key.Key_Escape)
    assert panel.form.line.points == 6


def test_what_was_touched_is_kept_half_a_second_later(panel: CheckInPanel, desk: CheckInDesk, qtbot: QtBot) -> None:
    assert KEEP_AFTER_MS == 500
    press(Key.Key_6, Key.Key_2)
    assert desk.kept_points() == []
    qtbot.waitUntil(lambda: desk.kept_points() == [62])


def test_what_was_touched_is_kept_at_once_when_it_is_closed(panel: CheckInPanel, desk: CheckInDesk) -> None:
    press(Key.Key_6, Key.Key_B)
    panel.close()
    answered = Draft(desk.clock.now(), arousal=6, zone=Zone.BELOW)
    assert desk.draft == replace(answered, first_touch=6, method=InputMethod.DIGITS, took=timedelta(0))


def test_what_was_saved_is_not_kept_as_a_draft(panel: CheckInPanel, desk: CheckInDesk) -> None:
    press(Key.Key_6, Key.Key_B, Key.Key_Return)
    panel.close()
    assert desk.draft is None


def test_a_half_filled_one_is_offered_beside_an_empty_line(desk: CheckInDesk, theme: Theme, qtbot: QtBot) -> None:
    desk.vault.drafts.draft = Draft(a_moment(hours_ago=2), arousal=70, zone=Zone.ABOVE, note="rain")
    panel = shown(CheckInPanel(desk.presenter(), theme, Place.TODAY), qtbot)
    assert panel.form.offer.text() == "Continue the one from 12:06"
    assert panel.form.offer.isVisible()
    assert panel.form.filled().is_empty
    panel.close()


def test_continued_it_stands_there_as_it_was_and_keeps_its_moment(
    desk: CheckInDesk, theme: Theme, qtbot: QtBot
) -> None:
    begun = a_moment(hours_ago=2)
    desk.vault.drafts.draft = Draft(begun, arousal=70, zone=Zone.ABOVE, note="rain")
    panel = shown(CheckInPanel(desk.presenter(), theme, Place.TODAY), qtbot)
    panel.form.offer.click()
    assert panel.form.fields is not None
    assert panel.form.fields.note.isVisible()
    press(Key.Key_Return)
    (check_in,) = desk.saved
    assert (check_in.arousal, check_in.zone, check_in.note) == (70, Zone.ABOVE, "rain")
    assert check_in.experienced_at == begun
    panel.close()


def test_the_line_does_not_move_when_the_offer_goes(desk: CheckInDesk, theme: Theme, qtbot: QtBot) -> None:
    desk.vault.drafts.draft = Draft(a_moment(hours_ago=2), arousal=70)
    panel = shown(CheckInPanel(desk.presenter(), theme, Place.TODAY), qtbot)
    before = panel.form.line.geometry()
    press(Key.Key_6)
    QApplication.processEvents()
    assert not panel.form.offer.isVisible()
    assert panel.form.line.geometry() == before
    panel.close()


def test_coming_back_within_one_sitting_finds_the_form_as_it_was(panel: CheckInPanel, desk: CheckInDesk) -> None:
    press(Key.Key_6)
    panel.hide()
    desk.clock.pass_time(minutes=1)
    panel.show()
    assert panel.form.line.points == 6


def test_coming_back_later_finds_an_empty_line_and_the_offer(panel: CheckInPanel, desk: CheckInDesk) -> None:
    press(Key.Key_6)
    panel.hide()
    desk.clock.pass_time(hours=1)
    panel.show()
    assert panel.form.line.points is None
    assert panel.form.offer.isVisible()


def test_on_today_time_to_answer_begins_when_the_keyboard_is_brought_to_the_line(
    desk: CheckInDesk, theme: Theme, qtbot: QtBot
) -> None:
    panel = CheckInPanel(desk.presenter(), theme, Place.TODAY)
    desk.clock.pass_time(hours=3)
    shown(panel, qtbot)
    panel.save.setFocus()
    desk.clock.pass_time(hours=1)
    panel.focus_line()
    panel.save.setFocus()
    desk.clock.pass_time(hours=1)
    panel.form.line.setFocus(Qt.FocusReason.TabFocusReason)
    desk.clock.pass_time(seconds=7)
    press(Key.Key_A, Key.Key_Return)
    took = desk.saved[0].answering.took
    assert took is not None
    assert took.total_seconds() == 7
    panel.close()


def test_the_future_is_refused_in_the_panel(panel: CheckInPanel, desk: CheckInDesk) -> None:
    press(Key.Key_A)
    panel.form.more.click()
    assert panel.form.fields is not None
    panel.form.fields.moment.earlier.click()
    panel.form.fields.moment.when_edit.setDateTime(panel.form.fields.moment.when_edit.dateTime().addSecs(3600))
    panel.submit()
    assert panel.trouble == "This time has not come yet. Please choose one that has passed."
    assert desk.saved == []


def test_in_the_popup_what_the_keys_do_stands_in_one_line(desk: CheckInDesk, theme: Theme, qtbot: QtBot) -> None:
    panel = CheckInPanel(desk.presenter(Place.POPUP), theme, Place.POPUP)
    bring_up(panel, qtbot)
    panel.begin()
    panel.resize(376, 520)
    (keys,) = [found for found in panel.findChildren(QLabel) if found.text() == "Enter saves, Esc: not now"]
    qtbot.waitUntil(lambda: keys.width() >= keys.fontMetrics().horizontalAdvance(keys.text()))
    panel.close()


def test_why_it_was_not_saved_is_in_sight_on_a_page_that_scrolls(
    desk: CheckInDesk, theme: Theme, qtbot: QtBot
) -> None:
    page, panel = Page(theme), CheckInPanel(desk.presenter(), theme, Place.TODAY)
    page.add(panel)
    page.finish()
    bring_up(page, qtbot)
    page.resize(460, 400)
    panel.focus_line()
    press(Key.Key_Return)
    assert panel.trouble
    qtbot.waitUntil(lambda: panel._trouble.visibleRegion().boundingRect() == panel._trouble.rect())
    page.close()


def test_that_it_is_saved_is_in_sight_on_a_page_that_scrolls(desk: CheckInDesk, theme: Theme, qtbot: QtBot) -> None:
    page, panel, below = Page(theme), CheckInPanel(desk.presenter(), theme, Place.TODAY), QWidget()
    below.setFixedHeight(2000)
    page.add(panel)
    page.add(below)
    page.finish()
    bring_up(page, qtbot)
    page.resize(460, 400)
    panel.focus_line()
    press(Key.Key_6)
    qtbot.waitUntil(lambda: page.verticalScrollBar().maximum() > 1000)
    page.verticalScrollBar().setValue(500)
    press(Key.Key_Return)
    line = panel.saved_line
    qtbot.waitUntil(lambda: line.visibleRegion().boundingRect() == line.rect())
    page.close()


def test_unfolded_by_others_it_asks_what_is_switched_on(theme: Theme, qtbot: QtBot) -> None:
    desk = CheckInDesk()
    desk.ask(CheckInField.PLEASANTNESS)
    panel = shown(CheckInPanel(desk.presenter(), theme, Place.TODAY), qtbot)
    panel.form.unfold(True)
    assert panel.form.fields is not None
    assert panel.form.fields.optional[CheckInField.PLEASANTNESS].isVisible()
    panel.close()


def test_tab_goes_from_top_to_bottom(panel: CheckInPanel) -> None:
    panel.form.more.click()
    panel.focus_line()
    assert panel.form.fields is not None
    fields = panel.form.fields
    expected = [
        panel.form.answers.rows[0],
        fields.note,
        fields.tags.add_field,
        fields.moment.earlier,
        panel.save,
        panel.form.more,
        panel.leave,
    ]
    passed = []
    for _step in expected:
        press(Key.Key_Tab)
        passed.append(focused())
    assert passed == expected


def test_not_now_is_as_easy_to_meet_as_save(desk: CheckInDesk, theme: Theme, qtbot: QtBot) -> None:
    panel = shown(CheckInPanel(desk.presenter(Place.POPUP), theme, Place.POPUP), qtbot)
    panel.begin()
    QApplication.processEvents()
    assert panel.leave.text() == "Not now"
    assert panel.leave.height() == panel.save.height()
    assert panel.leave.width() >= panel.save.width()
    panel.close()


def test_enter_on_a_chip_saves_and_space_chooses_it(panel: CheckInPanel, desk: CheckInDesk) -> None:
    desk.ask(CheckInField.PEOPLE)
    press(Key.Key_A)
    panel.form.more.click()
    press(Key.Key_Space)
    press(Key.Key_Return)
    assert [c.context.people for c in desk.saved] == [("alone",)]


def test_more_begins_with_the_first_question_that_is_asked(panel: CheckInPanel, desk: CheckInDesk) -> None:
    desk.ask(CheckInField.SAFE)
    panel.form.more.click()
    press(Key.Key_4, Key.Key_0)
    assert panel.form.line.points is None
    assert panel.form.filled().safe == 40


def test_letters_choose_answers_on_the_short_lines_too(panel: CheckInPanel, desk: CheckInDesk) -> None:
    desk.ask(CheckInField.SAFE)
    panel.form.more.click()
    press(Key.Key_M)
    assert panel.form.answers.zone is Zone.MIXED


def test_what_is_typed_into_the_tags_is_text_and_ctrl_enter_saves_it(panel: CheckInPanel, desk: CheckInDesk) -> None:
    press(Key.Key_A)
    panel.form.more.click()
    assert panel.form.fields is not None
    panel.form.fields.tags.add_field.setFocus()
    press(Key.Key_B, Key.Key_1, Key.Key_Return, Key.Key_Return, Key.Key_M)
    assert desk.saved == []
    press(Key.Key_Return, modifiers=CONTROL)
    assert [(c.zone, c.tags) for c in desk.saved] == [(Zone.ABOVE, ("b1", "m"))]


def test_everything_is_kept_when_it_is_closed_and_restored_when_it_is_continued(
    desk: CheckInDesk, theme: Theme, qtbot: QtBot
) -> None:
    first = shown(CheckInPanel(desk.presenter(), theme, Place.TODAY), qtbot)
    first.form.put(EVERYTHING)
    first.form.touched.emit()
    first.close()
    desk.clock.pass_time(hours=2)
    later = shown(CheckInPanel(desk.presenter(), theme, Place.TODAY), qtbot)
    assert later.form.filled().is_empty
    later.form.offer.click()
    assert later.form.filled() == EVERYTHING
    later.close()


def test_after_undo_the_form_holds_all_of_it_again(panel: CheckInPanel, desk: CheckInDesk) -> None:
    panel.form.put(EVERYTHING)
    panel.submit()
    assert panel.form.filled().is_empty
    assert panel.undo()
    assert panel.form.filled() == EVERYTHING
    assert desk.saved == []


def test_what_was_touched_can_be_kept_at_any_moment(panel: CheckInPanel, desk: CheckInDesk) -> None:
    press(Key.Key_6)
    panel.keep()
    assert desk.kept_points() == [6]
    assert panel.form.line.points == 6


def test_a_question_switched_on_meanwhile_is_asked_and_what_is_filled_in_stays(
    panel: CheckInPanel, desk: CheckInDesk
) -> None:
    press(Key.Key_6)
    panel.form.more.click()
    press(Key.Key_H)
    desk.ask(CheckInField.SAFE)
    panel.refresh()
    assert panel.form.fields is not None
    assert panel.form.fields.optional[CheckInField.SAFE].isVisible()
    assert (panel.form.filled().points, panel.form.filled().note) == (6, "h")


def test_own_words_come_in_without_moving_anything(panel: CheckInPanel) -> None:
    def places() -> list[QRect]:
        parts = [panel.form.line, *panel.form.answers.rows, panel.save, panel.form.more, panel.leave]
        return [part.geometry() for part in parts]

    before = places()
    use_own_words({"zone.above.label": "Too much for me", "zone.below.words": "like under water"})
    panel.refresh()
    use_own_words({})
    QApplication.processEvents()
    assert panel.form.answers.rows[0].words.label == "Too much for me"
    assert places() == before


def test_the_hint_names_the_letters_in_force(panel: CheckInPanel) -> None:
    use_own_words({"zone.above.label": "Too much"})
    panel.refresh()
    use_own_words({})
    letters = ",\N{NO-BREAK SPACE}".join("TIBMN")
    assert any(letters in text.text() for text in panel.findChildren(QLabel))


def test_assistive_technology_unfolds_more(panel: CheckInPanel) -> None:
    turn_by_assistive_technology(panel.form.more)
    assert panel.form.fields is not None
    assert panel.form.fields.isVisible()
    turn_by_assistive_technology(panel.form.more)
    assert not panel.form.fields.isVisible()
