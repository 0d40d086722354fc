"""The window opens one screen at a time and gives it the keyboard."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from companion.application.settings import Look
from companion.ui.screens.help import HelpScreen
from companion.ui.screens.settings import SettingsScreen
from companion.ui.shell.main_window import MainWindow
from companion.ui.shell.screens import ScreenName
from companion.ui.theme.theme import Theme
from companion.ui.widgets.page import Page
from tests.support.screen_checks import complaints, sticking_out
from tests.support.shell_desk import ShellDesk

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def desk(tmp_path: Path, theme: Theme) -> ShellDesk:
    return ShellDesk(tmp_path, theme)


@pytest.fixture
def window(desk: ShellDesk, qtbot: QtBot) -> Iterator[MainWindow]:
    """The window as after the start."""
    made = opened(desk, qtbot)
    yield made
    made.close_for_good()


def opened(desk: ShellDesk, qtbot: QtBot) -> MainWindow:
    made = desk.window()
    qtbot.addWidget(made)
    made.bring_up()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def open_in(window: MainWindow) -> ScreenName:
    return window.open_name


def heard(connect: Callable[[Callable[..., None]], object]) -> list[tuple[object, ...]]:
    said: list[tuple[object, ...]] = []
    connect(lambda *what: said.append(what))
    return said


def test_after_the_start_the_keyboard_is_on_the_line(window: MainWindow, desk: ShellDesk) -> None:
    assert QApplication.focusWidget() is desk.panel.form.line


def test_after_the_start_a_number_can_be_typed_and_saved_at_once(window: MainWindow, desk: ShellDesk) -> None:
    line = desk.panel.form.line
    QTest.keyClicks(line, "62")
    QTest.keyClick(line, Qt.Key.Key_Return)
    with desk.vault.reading() as store:
        newest = store.check_ins.newest()
    assert newest is not None
    assert newest.arousal == 62


@pytest.mark.parametrize("name", list(ScreenName))
def test_a_screen_that_opens_has_the_keyboard(window: MainWindow, name: ScreenName) -> None:
    if name in window.side_bar.buttons:
        window.side_bar.buttons[name].setFocus()
        window.side_bar.buttons[name].click()
    else:
        window.open_screen(name)
    screen = window.screen_of(name)
    assert focused() is screen or screen.isAncestorOf(focused())


def test_from_an_opened_page_tab_goes_to_its_first_control(window: MainWindow) -> None:
    window.open_screen(ScreenName.SETTINGS)
    QTest.keyClick(focused(), Qt.Key.Key_Tab)
    settings = window.screen_of(ScreenName.SETTINGS)
    assert isinstance(settings, SettingsScreen)
    assert QApplication.focusWidget() is settings.search.field
    QTest.keyClick(focused(), Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is settings.looks[Look.SYSTEM]


def test_f1_shows_help_and_escape_goes_back_to_where_one_was(window: MainWindow, desk: ShellDesk) -> None:
    shown = window.screen_of(ScreenName.HELP)
    assert isinstance(shown, HelpScreen)
    shown.back_wanted.connect(window.leave_support)
    QTest.keyClick(window, Qt.Key.Key_F1)
    assert shown.isVisible()
    QTest.keyClick(focused(), Qt.Key.Key_Escape)
    assert not shown.isVisible()
    assert window.focusWidget() is desk.panel.form.line


def test_a_question_mark_asks_for_the_keys_but_in_a_field_it_is_written(window: MainWindow, desk: ShellDesk) -> None:
    asked: list[bool] = []
    window.keys_wanted.connect(lambda: asked.append(True))
    QTest.keyClicks(focused(), "?")
    assert asked == [True]
    field = QLineEdit(window)
    field.show()
    field.setFocus()
    QTest.keyClicks(field, "?")
    assert asked == [True]
    assert field.text() == "?"


def test_from_support_to_help_and_back_there_is_no_going_round(window: MainWindow) -> None:
    window.open_screen(ScreenName.CHART)
    window.open_screen(ScreenName.SUPPORT)
    window.open_screen(ScreenName.HELP)
    window.leave_support()
    assert window.open_name is ScreenName.CHART


def test_an_opened_page_scrolls_by_keys(window: MainWindow, desk: ShellDesk) -> None:
    window.resize(640, 480)
    window.open_screen(ScreenName.SUPPORT)
    QApplication.processEvents()
    page = focused()
    assert isinstance(page, Page)
    QTest.keyClick(page, Qt.Key.Key_PageDown)
    assert page.verticalScrollBar().value() > 0


def test_coming_back_after_saving_the_keyboard_is_on_what_comes_next(window: MainWindow, desk: ShellDesk) -> None:
    desk.panel.form.line.put(30)
    desk.panel.submit()
    window.open_screen(ScreenName.SETTINGS)
    window.open_screen(ScreenName.TODAY)
    assert QApplication.focusWidget() is desk.panel.saved_line.another


def test_a_screen_is_made_once_and_only_when_it_is_gone_to(window: MainWindow) -> None:
    assert window.made(ScreenName.REMINDERS) is None
    window.open_screen(ScreenName.REMINDERS)
    made = window.made(ScreenName.REMINDERS)
    window.open_screen(ScreenName.TODAY)
    window.open_screen(ScreenName.REMINDERS)
    assert made is not None
    assert window.made(ScreenName.REMINDERS) is made


@pytest.mark.parametrize(
    ("key", "modifiers", "name"),
    [
        (Qt.Key.Key_2, CONTROL, ScreenName.CHART),
        (Qt.Key.Key_3, CONTROL, ScreenName.JOURNAL),
        (Qt.Key.Key_5, CONTROL, ScreenName.PRACTICES),
        (Qt.Key.Key_6, CONTROL, ScreenName.REMINDERS),
        (Qt.Key.Key_7, CONTROL, ScreenName.SETTINGS),
        (Qt.Key.Key_Comma, CONTROL, ScreenName.SETTINGS),
        (Qt.Key.Key_S, CONTROL | SHIFT, ScreenName.SUPPORT),
    ],
)
def test_screens_have_keys(window: MainWindow, key: Qt.Key, modifiers: Qt.KeyboardModifier, name: ScreenName) -> None:
    QTest.keyClick(window, key, modifiers)
    assert open_in(window) is name
    assert window.screen_of(name).isVisible()


@pytest.mark.parametrize(
    ("key", "signal"),
    [(Qt.Key.Key_N, "check_in_wanted"), (Qt.Key.Key_Z, "undo_wanted"), (Qt.Key.Key_Q, "quit_wanted")],
)
def test_what_the_whole_window_understands(window: MainWindow, key: Qt.Key, signal: str) -> None:
    said = heard(getattr(window, signal).connect)
    QTest.keyClick(window, key, CONTROL)
    assert said == [()]


def test_support_leads_back_to_where_the_person_was(window: MainWindow) -> None:
    window.open_screen(ScreenName.REMINDERS)
    window.open_screen(ScreenName.SUPPORT)
    window.open_screen(ScreenName.SUPPORT)
    window.leave_support()
    assert open_in(window) is ScreenName.REMINDERS


def test_while_locked_keys_do_not_lead_to_what_is_closed(window: MainWindow) -> None:
    window.show_locked(True)
    QTest.keyClick(window, Qt.Key.Key_4, CONTROL)
    assert open_in(window) is ScreenName.TODAY
    assert window.made(ScreenName.REMINDERS) is None
    for name in (ScreenName.SUPPORT, ScreenName.SETTINGS):
        window.open_screen(name)
        assert open_in(window) is name


def test_locking_leaves_the_screen_that_is_closed_then(window: MainWindow) -> None:
    window.open_screen(ScreenName.REMINDERS)
    window.show_locked(True)
    assert open_in(window) is ScreenName.TODAY
    window.show_locked(False)
    window.open_screen(ScreenName.REMINDERS)
    assert open_in(window) is ScreenName.REMINDERS


def test_closing_it_is_told_and_the_end_of_the_program_is_not(window: MainWindow) -> None:
    said = heard(window.closed_by_person.connect)
    window.close()
    assert said == [()]
    window.bring_up()
    window.close_for_good()
    assert said == [()]


def test_it_says_once_that_it_is_painted(desk: ShellDesk, qtbot: QtBot) -> None:
    window = desk.window()
    said = heard(window.painted.connect)
    qtbot.addWidget(window)
    window.show()
    window.grab()
    window.grab()
    assert said == [()]
    window.close_for_good()


def test_only_becoming_active_is_told_as_that(window: MainWindow) -> None:
    said = heard(window.activated.connect)
    QApplication.sendEvent(window, QEvent(QEvent.Type.PaletteChange))
    assert said == []
    QApplication.sendEvent(window, QEvent(QEvent.Type.ActivationChange))
    assert said == [()]


def test_brought_up_a_minimised_window_is_as_large_as_before(window: MainWindow) -> None:
    window.showMaximized()
    window.showMinimized()
    window.bring_up()
    assert not window.isMinimized()
    assert window.isMaximized()


def test_a_lasting_line_stands_above_everything(window: MainWindow) -> None:
    window.show_banner("made-up data")
    QApplication.processEvents()
    (line,) = [found for found in window.findChildren(QLabel) if found.text() == "made-up data"]
    assert line.isVisible()
    assert line.mapTo(window, line.rect().bottomLeft()).y() < window.side_bar.geometry().top()
    window.show_banner("")
    assert not line.isVisible()


def test_in_a_small_window_the_side_bar_gives_way_and_comes_back(window: MainWindow) -> None:
    today = window.side_bar.buttons[ScreenName.TODAY]
    window.resize(640, 480)
    QApplication.processEvents()
    assert today.text() == ""
    window.resize(1200, 800)
    QApplication.processEvents()
    assert today.text() == "Today"


@pytest.mark.parametrize("name", [ScreenName.TODAY, ScreenName.REMINDERS, ScreenName.SETTINGS, ScreenName.SUPPORT])
def test_a_change_of_look_and_size_reaches_the_open_screen(
    window: MainWindow, theme: Theme, name: ScreenName, qtbot: QtBot
) -> None:
    window.open_screen(name)
    theme.apply(Look.DARK, 200, reduce_motion=True)
    qtbot.waitUntil(lambda: complaints(window, pseudo=False) == [])
    assert window.side_bar.buttons[ScreenName.TODAY].text() == ""  # there is no room for names any more


@pytest.mark.parametrize("name", [ScreenName.TODAY, ScreenName.REMINDERS, ScreenName.SETTINGS, ScreenName.SUPPORT])
def test_at_twice_the_text_in_a_small_window_nothing_lies_beyond_the_side(
    window: MainWindow, theme: Theme, name: ScreenName, qtbot: QtBot
) -> None:
    theme.apply(Look.LIGHT, 200, reduce_motion=True)
    window.resize(640, 480)
    window.open_screen(name)
    qtbot.waitUntil(lambda: window.size() == QSize(640, 480) and sideways(window.screen_of(name)) == 0)
    qtbot.waitUntil(lambda: sticking_out(window) == [])


def sideways(screen: QWidget) -> int:
    """How far the screen's page could be scrolled sideways, in pixels."""
    page = screen.findChild(Page)
    assert isinstance(page, Page)
    return page.horizontalScrollBar().maximum()


def test_it_is_born_no_larger_than_the_screen_has_room(window: MainWindow) -> None:
    room = window.screen().availableSize()
    assert window.width() < room.width()
    assert window.height() < room.height()
