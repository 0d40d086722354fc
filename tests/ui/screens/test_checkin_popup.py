"""The popup: by itself it takes no keyboard; asked for it is ready to answer; then the quiet card."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from companion.application.errors import Trouble, UserError
from companion.domain.concept import Concept
from companion.domain.zone import Zone
from companion.presentation.after_check_in import AfterCheckInPresenter
from companion.presentation.checkin_form import Place
from companion.ui.screens.checkin_popup import CheckInPopup
from companion.ui.theme.theme import Theme
from tests.support.check_in_desk import CheckInDesk
from tests.support.date_words import PlainDateWords
from tests.support.keys import hold_on_window, key_down, key_up, press_on_window

Key = Qt.Key
A_CONCEPT = Concept("ours/window", "Window of Tolerance", "word " * 600, summary="Where feeling and thinking meet.")


class ClosedByFrame(QCloseEvent):
    """The close that the desktop sends."""

    def spontaneous(self) -> bool:
        return True


class Stopwatch:
    """Milliseconds since the popup first became active, as a test wants them."""

    now = 10_000

    def __call__(self, restart: bool) -> int:
        return self.now


@pytest.fixture
def desk() -> CheckInDesk:
    return CheckInDesk()


@pytest.fixture
def time() -> Stopwatch:
    return Stopwatch()


@pytest.fixture
def popup(desk: CheckInDesk, theme: Theme, time: Stopwatch, qtbot: QtBot) -> Iterator[CheckInPopup]:
    after = AfterCheckInPresenter(lambda _zone: A_CONCEPT, PlainDateWords())
    made = CheckInPopup(desk.presenter(Place.POPUP), after, theme, time)
    qtbot.addWidget(made)
    yield made
    made.close()


@pytest.fixture
def asked(popup: CheckInPopup, qtbot: QtBot) -> CheckInPopup:
    """The person asked for it, for the prompt p1."""
    popup.show_asked("p1")
    qtbot.waitUntil(popup.isActiveWindow)
    return popup


def press(popup: CheckInPopup, *keys: Qt.Key) -> None:
    for key in keys:
        press_on_window(popup, key)


def heard(signal_of: Callable[[Callable[[str], None]], object]) -> list[str]:
    said: list[str] = []
    signal_of(said.append)
    return said


def test_asked_for_it_is_active_with_the_keyboard_on_the_line(asked: CheckInPopup) -> None:
    assert asked.isActiveWindow()
    assert asked.panel.form.line.hasFocus()
    assert asked.panel.form.line.points is None


def test_its_title_says_nothing(asked: CheckInPopup) -> None:
    assert asked.windowTitle() == "Companion"


def test_coming_by_itself_it_asks_not_to_be_activated(popup: CheckInPopup) -> None:
    popup.show_quietly("p1")
    assert popup.isVisible()
    assert popup.testAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
    assert not popup.windowFlags() & Qt.WindowType.WindowDoesNotAcceptFocus


def test_one_that_came_by_itself_can_be_asked_for_and_keeps_what_is_in_it(popup: CheckInPopup, qtbot: QtBot) -> None:
    popup.show_quietly("p1")
    QTest.mouseClick(popup.panel.form.answers.rows[1], Qt.MouseButton.LeftButton)
    popup.show_asked()
    qtbot.waitUntil(popup.isActiveWindow)
    assert not popup.testAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
    assert popup.panel.form.answers.zone is Zone.INSIDE
    assert popup.panel.form.line.hasFocus()


def test_two_answers_and_enter_by_keyboard_alone(asked: CheckInPopup, desk: CheckInDesk) -> None:
    press(asked, Key.Key_6, Key.Key_2, Key.Key_I, Key.Key_Return)
    assert [(c.arousal, c.zone) for c in desk.saved] == [(62, Zone.INSIDE)]


def test_keys_are_ignored_right_after_it_became_active(
    asked: CheckInPopup, desk: CheckInDesk, time: Stopwatch
) -> None:
    time.now = 399
    press(asked, Key.Key_6, Key.Key_I, Key.Key_Return, Key.Key_Escape)
    assert asked.panel.form.filled().is_empty
    assert desk.saved == []
    assert asked.isVisible()
    time.now = 400
    press(asked, Key.Key_I)
    assert asked.panel.form.answers.zone is Zone.INSIDE


def test_one_that_came_by_itself_is_deaf_after_it_was_clicked_active(
    popup: CheckInPopup, time: Stopwatch, qtbot: QtBot
) -> None:
    popup.show_quietly()
    time.now = 100
    popup.activateWindow()
    qtbot.waitUntil(popup.isActiveWindow)
    press(popup, Key.Key_I)
    assert popup.panel.form.answers.zone is None


def test_keys_held_since_before_never_count(asked: CheckInPopup, desk: CheckInDesk) -> None:
    for _again in range(5):
        hold_on_window(asked, Key.Key_Up)
        hold_on_window(asked, Key.Key_Return)
        hold_on_window(asked, Key.Key_Escape)
    assert asked.panel.form.filled().is_empty
    assert desk.saved == []
    assert asked.isVisible()


def test_an_arrow_pressed_here_may_be_held(asked: CheckInPopup) -> None:
    key_down(asked, Key.Key_Up)
    hold_on_window(asked, Key.Key_Up)
    hold_on_window(asked, Key.Key_Up)
    assert asked.panel.form.line.points == 52


def test_escape_means_not_now(asked: CheckInPopup, desk: CheckInDesk) -> None:
    declined = heard(asked.declined.connect)
    press(asked, Key.Key_Escape)
    assert declined == ["p1"]
    assert not asked.isVisible()
    assert desk.saved == []


def test_not_now_can_be_clicked(asked: CheckInPopup, qtbot: QtBot) -> None:
    declined = heard(asked.declined.connect)
    with qtbot.waitSignal(asked.closed):
        QTest.mouseClick(asked.panel.leave, Qt.MouseButton.LeftButton)
    assert declined == ["p1"]


def test_not_now_declines_nothing_where_there_is_no_prompt(popup: CheckInPopup, qtbot: QtBot) -> None:
    declined = heard(popup.declined.connect)
    popup.show_asked()
    qtbot.waitUntil(popup.isActiveWindow)
    press(popup, Key.Key_Escape)
    assert declined == []


def test_closed_by_its_frame_it_means_not_now_too(asked: CheckInPopup) -> None:
    declined = heard(asked.declined.connect)
    asked.closeEvent(ClosedByFrame())
    assert declined == ["p1"]


def test_a_program_that_ends_declines_nothing(asked: CheckInPopup) -> None:
    declined = heard(asked.declined.connect)
    asked.close()
    assert declined == []


def test_what_was_half_filled_survives_closing(asked: CheckInPopup, desk: CheckInDesk, qtbot: QtBot) -> None:
    press(asked, Key.Key_6, Key.Key_2, Key.Key_Escape)
    desk.clock.pass_time(hours=1)
    asked.show_asked()
    qtbot.waitUntil(asked.isActiveWindow)
    assert asked.panel.form.line.points is None
    assert asked.panel.form.offer.text() == "Continue the one from 14:06"


def test_saving_shows_the_card_in_the_same_window(asked: CheckInPopup, qtbot: QtBot) -> None:
    with qtbot.waitSignal(asked.saved):
        press(asked, Key.Key_I, Key.Key_Return)
    assert asked.card is not None
    assert asked.card.isVisible()
    assert not asked.panel.isVisible()


def test_a_saved_one_is_declined_by_nothing(asked: CheckInPopup) -> None:
    declined = heard(asked.declined.connect)
    press(asked, Key.Key_I, Key.Key_Return, Key.Key_Escape)
    assert not asked.isVisible()
    assert declined == []


def test_the_enter_that_saved_does_not_close_the_card(asked: CheckInPopup) -> None:
    press(asked, Key.Key_I)
    key_down(asked, Key.Key_Return)
    hold_on_window(asked, Key.Key_Return)
    key_up(asked, Key.Key_Return)
    assert asked.card is not None
    assert asked.isVisible()


def test_enter_on_the_card_closes_it(asked: CheckInPopup) -> None:
    press(asked, Key.Key_I, Key.Key_Return, Key.Key_Return)
    assert not asked.isVisible()


@pytest.mark.parametrize("by_key", [True, False])
def test_undo_on_the_card_opens_the_form_as_it_was(asked: CheckInPopup, desk: CheckInDesk, by_key: bool) -> None:
    press(asked, Key.Key_6, Key.Key_2, Key.Key_Return)
    assert asked.card is not None
    if by_key:
        press_on_window(asked, Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    else:
        QTest.mouseClick(asked.card.saved_line.undo, Qt.MouseButton.LeftButton)
    assert desk.saved == []
    assert not asked.shows_card
    assert asked.panel.isVisible()
    assert asked.panel.form.line.points == 62


def test_ctrl_z_undoes_also_after_the_ten_seconds(asked: CheckInPopup, desk: CheckInDesk) -> None:
    press(asked, Key.Key_I, Key.Key_Return)
    assert asked.card is not None
    asked.card.end_undo()
    press_on_window(asked, Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert desk.saved == []


def test_undo_that_is_not_possible_is_said_on_the_card(asked: CheckInPopup, desk: CheckInDesk) -> None:
    press(asked, Key.Key_I, Key.Key_Return)
    desk.vault.trouble = UserError(Trouble.LOCKED)
    press_on_window(asked, Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert asked.card is not None
    assert asked.card.trouble == "Your notebook is locked. Please unlock it first."
    desk.vault.trouble = None


def test_reading_the_concept_closes_the_popup(asked: CheckInPopup) -> None:
    wanted = heard(asked.concept_wanted.connect)
    press(asked, Key.Key_I, Key.Key_Return)
    assert asked.card is not None
    assert asked.card.action is not None
    asked.card.action.click()
    assert wanted == ["ours/window"]
    assert not asked.isVisible()


def test_asked_for_again_after_a_card_it_is_an_empty_form(asked: CheckInPopup) -> None:
    press(asked, Key.Key_I, Key.Key_Return)
    asked.show_asked()
    assert asked.card is None
    assert asked.panel.isVisible()
    assert asked.panel.form.filled().is_empty


def test_the_card_is_smaller_than_the_form(asked: CheckInPopup, qtbot: QtBot) -> None:
    tall = asked.height()
    press(asked, Key.Key_A, Key.Key_Return)
    qtbot.waitUntil(lambda: asked.height() < tall)


def test_it_grows_for_more_as_far_as_the_screen_has_room(asked: CheckInPopup, qtbot: QtBot) -> None:
    tall = asked.height()
    asked.panel.form.more.click()
    qtbot.waitUntil(lambda: asked.height() > tall)
    assert asked.screen().availableGeometry().contains(asked.geometry())
    assert asked.panel.form.fields is not None
    fields = asked.panel.form.fields
    seen = fields.visibleRegion().boundingRect()
    assert seen.height() == fields.height()
