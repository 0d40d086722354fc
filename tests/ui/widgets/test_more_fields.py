"""What More unfolds: what is switched on, in one order, nothing chosen; a note, tags, and when it was."""

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from companion.domain.checkin_field import CheckInField
from companion.domain.tag import TagKind
from companion.presentation.checkin_form import Filled
from companion.presentation.checkin_more import MoreQuestions
from companion.ui.theme.theme import Theme
from companion.ui.widgets.choice_chips import ChoiceChips
from companion.ui.widgets.more_fields import MoreFields
from companion.ui.widgets.rating_field import RatingField
from companion.ui.widgets.sleep_field import SleepField
from tests.support.builders import a_check_in
from tests.support.check_in_desk import CheckInDesk

NOW = datetime(2026, 11, 22, 14, 6)
Key = Qt.Key
ANSWERED = Filled(
    note="rain",
    when=datetime(2026, 11, 22, 9, 30),
    pleasantness=0,
    safe=20,
    connected=100,
    people=("Anna", "alone"),
    places=("home",),
    activities=("eating",),
    body_cues=("warm",),
    sleep=40,
    slept=timedelta(hours=7, minutes=15),
    tags=("night shift",),
)


@pytest.fixture
def desk() -> CheckInDesk:
    return CheckInDesk()


@pytest.fixture
def fields(desk: CheckInDesk, theme: Theme, qtbot: QtBot) -> Iterator[MoreFields]:
    """Shown and active, with nothing switched on."""
    made = MoreFields(theme, lambda: NOW, MoreQuestions(desk.setup))
    qtbot.addWidget(made)
    made.resize(400, 700)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    yield made
    made.close()


def asked(fields: MoreFields) -> list[CheckInField]:
    """The questions that are to be seen, from top to bottom."""
    seen = [(widget.y(), field) for field, widget in fields.optional.items() if widget.isVisible()]
    return [field for _y, field in sorted(seen, key=lambda place: place[0])]


def rating(fields: MoreFields, field: CheckInField) -> RatingField:
    widget = fields.optional[field]
    assert isinstance(widget, RatingField)
    return widget


def chips(fields: MoreFields, field: CheckInField) -> ChoiceChips:
    widget = fields.optional[field]
    assert isinstance(widget, ChoiceChips)
    return widget


def test_with_nothing_switched_on_only_note_tags_and_moment_are_there(fields: MoreFields) -> None:
    fields.refresh()
    assert asked(fields) == []
    assert fields.first is fields.note
    assert fields.filled(Filled()) == Filled()


def test_what_is_switched_on_stands_in_the_one_order(desk: CheckInDesk, fields: MoreFields) -> None:
    desk.ask(CheckInField.ACTIVITIES)
    fields.refresh()
    desk.ask(CheckInField.PLEASANTNESS, CheckInField.ACTIVITIES, CheckInField.SLEEP)
    fields.refresh()
    QApplication.processEvents()
    assert asked(fields) == [CheckInField.PLEASANTNESS, CheckInField.ACTIVITIES, CheckInField.SLEEP]
    assert fields.first is rating(fields, CheckInField.PLEASANTNESS).line


def test_nothing_is_answered_before_the_person_answers(desk: CheckInDesk, fields: MoreFields) -> None:
    desk.ask(*CheckInField)
    fields.refresh()
    assert len(asked(fields)) == len(CheckInField)
    assert fields.filled(Filled()) == Filled()


def test_everything_is_shown_and_read_as_it_was_given(desk: CheckInDesk, fields: MoreFields, qtbot: QtBot) -> None:
    desk.ask(*CheckInField)
    with qtbot.assertNotEmitted(fields.changed):
        fields.put(ANSWERED)
    assert fields.filled(Filled()) == ANSWERED._replace(people=("alone", "Anna"))


def test_no_answer_is_not_zero(desk: CheckInDesk, fields: MoreFields) -> None:
    desk.ask(CheckInField.SAFE, CheckInField.CONNECTED)
    fields.put(Filled(safe=0))
    assert (fields.filled(Filled()).safe, fields.filled(Filled()).connected) == (0, None)


def test_what_is_answered_is_there_also_when_it_is_switched_off(fields: MoreFields) -> None:
    fields.put(ANSWERED)
    assert len(asked(fields)) == len(CheckInField)
    fields.put(Filled())
    assert asked(fields) == []


def test_a_question_that_is_switched_on_now_leaves_what_is_filled_in(desk: CheckInDesk, fields: MoreFields) -> None:
    desk.ask(CheckInField.SAFE, CheckInField.PEOPLE)
    fields.put(Filled(safe=20, people=("Anna",), note="rain", tags=("a",)))
    desk.ask(CheckInField.PEOPLE, CheckInField.PLEASANTNESS)
    fields.refresh()
    assert CheckInField.PLEASANTNESS in asked(fields)
    assert fields.filled(Filled()) == Filled(safe=20, people=("Anna",), note="rain", tags=("a",))


def test_sleep_is_asked_with_the_first_check_in_of_the_day_only(desk: CheckInDesk, fields: MoreFields) -> None:
    desk.ask(CheckInField.SLEEP)
    desk.vault.check_ins.add(a_check_in(hours_ago=24))
    fields.refresh()
    assert asked(fields) == [CheckInField.SLEEP]
    desk.vault.check_ins.add(a_check_in(hours_ago=1))
    fields.refresh()
    assert asked(fields) == []


def test_activities_begin_with_six_of_ours_and_body_cues_with_none(desk: CheckInDesk, fields: MoreFields) -> None:
    desk.ask(CheckInField.ACTIVITIES, CheckInField.BODY_CUES)
    fields.refresh()
    assert len(chips(fields, CheckInField.ACTIVITIES).chips.chips) == 6
    assert chips(fields, CheckInField.BODY_CUES).chips.chips == {}


def test_what_the_person_arranged_stands_in_place_of_ours(desk: CheckInDesk, fields: MoreFields) -> None:
    desk.ask(CheckInField.ACTIVITIES)
    desk.setup.arrange(TagKind.ACTIVITY, ("knitting",))
    fields.refresh()
    assert list(chips(fields, CheckInField.ACTIVITIES).chips.chips) == ["knitting"]
    desk.setup.arrange(TagKind.ACTIVITY, ())
    fields.refresh()
    assert chips(fields, CheckInField.ACTIVITIES).chips.chips == {}


def test_people_and_places_used_lately_are_offered(desk: CheckInDesk, fields: MoreFields) -> None:
    desk.ask(CheckInField.PEOPLE, CheckInField.PLACES)
    desk.vault.tags.used = {TagKind.PERSON: ["Anna", "alone"], TagKind.PLACE: ["home"]}
    fields.refresh()
    assert list(chips(fields, CheckInField.PEOPLE).chips.chips)[-1] == "Anna"
    assert list(chips(fields, CheckInField.PLACES).chips.chips) == ["home"]


def test_while_locked_nothing_of_the_person_is_offered(desk: CheckInDesk, fields: MoreFields) -> None:
    desk.ask(CheckInField.PLACES, CheckInField.ACTIVITIES, CheckInField.SLEEP)
    desk.setup.arrange(TagKind.ACTIVITY, ("knitting",))
    desk.vault.tags.used = {TagKind.PLACE: ["home"]}
    desk.vault.is_locked = True
    fields.refresh()
    assert asked(fields) == [CheckInField.PLACES, CheckInField.ACTIVITIES]
    assert "knitting" not in chips(fields, CheckInField.ACTIVITIES).chips.chips
    assert chips(fields, CheckInField.PLACES).chips.chips == {}


def test_tab_goes_through_everything_from_top_to_bottom(desk: CheckInDesk, fields: MoreFields) -> None:
    anchor = QPushButton(fields)
    desk.ask(CheckInField.SAFE, CheckInField.PEOPLE)
    fields.refresh()
    fields.order_after(anchor)
    desk.ask(CheckInField.PLEASANTNESS, CheckInField.SAFE, CheckInField.PEOPLE)
    fields.refresh()
    fields.tags.add_field.named.emit("night shift")
    people = chips(fields, CheckInField.PEOPLE)
    expected = [
        rating(fields, CheckInField.PLEASANTNESS).line,
        rating(fields, CheckInField.SAFE).line,
        next(iter(people.chips.chips.values())),
        people.add_field,
        fields.note,
        fields.tags.chips.chips["night shift"],
        fields.tags.add_field,
        fields.moment.earlier,
    ]
    fields.first.setFocus()
    passed = [QApplication.focusWidget()]
    for _step in expected[1:]:
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, Key.Key_Tab)
        passed.append(QApplication.focusWidget())
    assert passed == expected


def test_every_change_is_said(desk: CheckInDesk, fields: MoreFields, qtbot: QtBot) -> None:
    desk.ask(CheckInField.SAFE, CheckInField.PEOPLE, CheckInField.SLEEP)
    fields.refresh()
    sleep = fields.optional[CheckInField.SLEEP]
    assert isinstance(sleep, SleepField)
    acts: list[Callable[[], object]] = [
        lambda: QTest.keyClick(rating(fields, CheckInField.SAFE).line, Key.Key_5),
        lambda: chips(fields, CheckInField.PEOPLE).chips.chips["alone"].click(),
        lambda: QTest.keyClicks(chips(fields, CheckInField.PEOPLE).add_field, "A"),
        lambda: sleep.hours.stepUp(),
        lambda: fields.note.setPlainText("sun"),
        lambda: QTest.keyClicks(fields.tags.add_field, "a"),
        lambda: fields.moment.earlier.click(),
    ]
    for act in acts:
        with qtbot.waitSignal(fields.changed):
            act()


def test_everything_has_a_name(desk: CheckInDesk, fields: MoreFields) -> None:
    desk.ask(*CheckInField)
    fields.refresh()
    assert fields.note.accessibleName() == "Note"
    assert fields.tags.add_field.accessibleName() == "Tags, Add a tag"
    assert chips(fields, CheckInField.PEOPLE).add_field.accessibleName() == "With whom? Somebody else"
    assert rating(fields, CheckInField.SAFE).line.accessibleName() == "How safe do I feel?"
