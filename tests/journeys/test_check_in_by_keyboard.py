"""A whole check-in with everything behind More, and its correction, by keyboard alone."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from companion.application.events import VaultLocked, VaultLocking, VaultUnlocked
from companion.application.instance_address import Message
from companion.domain.checkin import CheckIn
from companion.domain.checkin_field import CheckInField
from companion.domain.input_method import InputMethod
from companion.domain.zone import Zone
from companion.presentation.zones import use_own_words
from companion.ui.widgets.check_in_panel import CheckInPanel
from companion.ui.widgets.choice_chips import ChoiceChips
from tests.journeys.conftest import Program

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier
ASKED = (CheckInField.PLEASANTNESS, CheckInField.PEOPLE, CheckInField.SLEEP)


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def heard_name() -> str:
    """What readers call that on which the keyboard is."""
    found = QAccessible.queryAccessibleInterface(focused())
    assert found is not None
    return found.text(QAccessible.Text.Name)


def press(*keys: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Presses keys wherever the keyboard is."""
    for key in keys:
        QTest.keyClick(focused(), key, modifiers)


def write(text: str) -> None:
    """Types text wherever the keyboard is."""
    QTest.keyClicks(focused(), text)


def tab_to(name: str) -> None:
    """Presses Tab until the keyboard is on what readers call by that name."""
    for _step in range(40):
        if heard_name() == name:
            return
        press(Key.Key_Tab)
    raise AssertionError(f"Tab does not lead to {name!r}")


def saved(program: Program) -> list[CheckIn]:
    with program.core.vault.reading() as store:
        return store.check_ins.between(None, None)


def todays_panel(program: Program) -> CheckInPanel:
    panel = program.desktop.screens.panel
    assert panel is not None
    return panel


def fill_in_everything() -> None:
    """From the line through More to the last field, by keys; the keyboard is then in the tags."""
    write("62a")
    tab_to("More")
    press(Key.Key_Space)
    assert heard_name() == "How pleasant is this moment?"
    press(Key.Key_Right, Key.Key_PageUp)
    tab_to("alone")
    press(Key.Key_Right, Key.Key_Space)
    tab_to("With whom? Somebody else")
    write("Anna")
    press(Key.Key_Return)
    tab_to("How did I sleep?")
    write("40")
    press(Key.Key_Tab)
    write("6.5")
    tab_to("Note")
    write("rain")
    tab_to("Tags, Add a tag")
    write("night shift")
    press(Key.Key_Return)


@pytest.fixture(autouse=True)
def our_words() -> Iterator[None]:
    """Whatever words a run of the program put in force, the next test begins with ours."""
    yield
    use_own_words({})


@pytest.fixture
def asking(program: Program) -> Program:
    """Today open, with three questions switched on."""
    for field in ASKED:
        program.core.check_in_setup.ask(field, wanted=True)
    program.desktop.screens.ways.begin_check_in()
    program.settle()
    return program


def test_everything_can_be_answered_saved_taken_back_and_corrected(asking: Program) -> None:
    fill_in_everything()
    assert saved(asking) == []
    press(Key.Key_Return, modifiers=CONTROL)

    (check_in,) = saved(asking)
    assert (check_in.arousal, check_in.zone, check_in.pleasantness) == (62, Zone.ABOVE, 60)
    assert check_in.context.people == ("people I know", "Anna")
    assert check_in.slept is not None
    assert (check_in.sleep, check_in.slept.total_seconds()) == (40, 6.5 * 3600)
    assert (check_in.note, check_in.tags) == ("rain", ("night shift",))
    assert (check_in.answering.first_touch, check_in.answering.method) == (62, InputMethod.DIGITS)
    assert check_in.answering.took is not None

    press(Key.Key_Z, modifiers=CONTROL)
    assert saved(asking) == []
    filled = todays_panel(asking).form.filled()
    assert (filled.points, filled.people, filled.tags) == (62, ("people I know", "Anna"), ("night shift",))

    write("48i")
    tab_to("Tags, Add a tag")
    press(Key.Key_Backspace)
    press(Key.Key_Return, modifiers=CONTROL)
    (corrected,) = saved(asking)
    assert (corrected.arousal, corrected.zone, corrected.tags) == (48, Zone.INSIDE, ())
    assert corrected.context.people == ("people I know", "Anna")


def test_sleep_is_asked_once_a_day(asking: Program) -> None:
    fill_in_everything()
    press(Key.Key_Return, modifiers=CONTROL)
    todays_panel(asking).saved_line.another.setFocus()
    press(Key.Key_Return)
    tab_to("More")
    press(Key.Key_Space)
    asking.settle()
    fields = todays_panel(asking).form.fields
    assert fields is not None
    seen = [field for field, widget in fields.optional.items() if widget.isVisible()]
    assert set(seen) == {CheckInField.PLEASANTNESS, CheckInField.PEOPLE}
    people = fields.optional[CheckInField.PEOPLE]
    assert isinstance(people, ChoiceChips)
    assert "Anna" in people.chips.chips


def test_what_was_filled_in_is_there_again_after_the_program_was_ended(
    asking: Program, new_program: Callable[[], Program]
) -> None:
    fill_in_everything()
    before = todays_panel(asking).form.filled()
    asking.stop()

    again = new_program()
    again.start()
    panel = todays_panel(again)
    assert panel.form.filled().is_empty
    assert panel.form.offer.text() == "Continue the one from 08:00"
    panel.form.offer.setFocus()
    press(Key.Key_Return)
    assert panel.form.filled() == before


def end_session(program: Program) -> None:
    """The desktop says that its session ends, as Qt passes it on."""
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    application.commitDataRequest.emit(None)


def test_what_was_touched_on_today_is_kept_when_the_session_ends(asking: Program) -> None:
    write("62")
    assert asking.core.check_ins.draft() is None
    end_session(asking)
    draft = asking.core.check_ins.draft()
    assert draft is not None
    assert draft.arousal == 62


def test_what_was_touched_in_the_popup_is_kept_when_the_session_ends(asking: Program) -> None:
    asking.desktop.popups.open()
    QTest.keyClicks(asking.popup.panel.form.line, "7")
    end_session(asking)
    draft = asking.core.check_ins.draft()
    assert draft is not None
    assert draft.arousal == 7


def test_own_words_are_used_in_both_forms_and_their_letters_count(
    asking: Program, new_program: Callable[[], Program]
) -> None:
    asking.core.check_in_setup.put_words("zone.above.label", "Too much")
    todays = todays_panel(asking).form.answers
    assert todays.rows[0].words.label == "Too much"
    asking.stop()
    use_own_words({})

    again = new_program()
    again.start(message=Message.CHECK_IN)
    QTest.keyClick(again.popup.panel.form.line, Key.Key_T)
    assert again.popup.panel.form.answers.zone is Zone.ABOVE
    assert again.popup.panel.form.answers.rows[0].words.label == "Too much"


def test_while_locked_ours_are_shown(asking: Program, new_program: Callable[[], Program]) -> None:
    asking.core.check_in_setup.put_words("zone.above.label", "Too much")
    asking.stop()
    again = new_program()
    again.start(locked=True)
    assert todays_panel(again).form.answers.rows[0].words.label == "Above my window"


def test_locking_leaves_nothing_of_what_was_touched_to_be_seen_and_unlocking_brings_it_back(asking: Program) -> None:
    asking.core.check_in_setup.put_words("zone.above.label", "Too much")
    fill_in_everything()
    panel = todays_panel(asking)
    before = panel.form.filled()
    asking.core.bus.publish(VaultLocking())
    asking.core.vault.lock()
    asking.core.bus.publish(VaultLocked())
    assert panel.form.filled().is_empty
    assert panel.form.answers.rows[0].words.label == "Above my window"
    assert panel.form.offer.text() == ""

    asking.core.vault.unlock()
    asking.core.bus.publish(VaultUnlocked())
    assert panel.form.answers.rows[0].words.label == "Too much"
    assert panel.form.filled() == before
