"""The side bar leads to every screen, by pointer and by keyboard, in any width."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from companion.application.settings import Look
from companion.ui.shell.screens import IN_SIDE_BAR, OPEN_WHILE_LOCKED, ScreenName, screen_label
from companion.ui.shell.side_bar import NARROW_WIDTH, WIDTH, SideBar
from companion.ui.theme.theme import Theme
from tests.support.assistive import press_by_assistive_technology


@pytest.fixture
def bar(theme: Theme, qtbot: QtBot) -> Iterator[SideBar]:
    made = shown(SideBar(theme), qtbot)
    yield made
    made.close()


def shown(bar: SideBar, qtbot: QtBot) -> SideBar:
    qtbot.addWidget(bar)
    bar.resize(bar.sizeHint().width(), 700)
    bar.show()
    return bar


def chosen_by(bar: SideBar) -> list[ScreenName]:
    chosen: list[ScreenName] = []
    bar.chosen.connect(chosen.append)
    return chosen


def marked_in(bar: SideBar) -> list[ScreenName]:
    """Those that a reader hears to be open, and that have the colour of it."""
    heard = [name for name, button in bar.buttons.items() if button.accessibleDescription() == "open now"]
    assert heard == [name for name, button in bar.buttons.items() if button.property("open")]
    return heard


def test_a_click_says_where_to(bar: SideBar) -> None:
    chosen = chosen_by(bar)
    for name in bar.buttons:
        bar.buttons[name].click()
    assert chosen == [*IN_SIDE_BAR, ScreenName.SUPPORT]


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_so_does_the_keyboard(bar: SideBar, key: Qt.Key) -> None:
    chosen = chosen_by(bar)
    for name in (ScreenName.JOURNAL, ScreenName.SUPPORT):
        bar.buttons[name].setFocus()
        QTest.keyClick(bar.buttons[name], key)
    assert chosen == [ScreenName.JOURNAL, ScreenName.SUPPORT]


def test_a_click_on_the_open_screen_leaves_it_marked(bar: SideBar) -> None:
    bar.show_open(ScreenName.CHART)
    bar.buttons[ScreenName.CHART].click()
    assert marked_in(bar) == [ScreenName.CHART]


def test_one_screen_is_marked_and_on_those_that_are_not_in_it_none(bar: SideBar) -> None:
    for name in ScreenName:
        bar.show_open(name)
        assert marked_in(bar) == ([name] if name in IN_SIDE_BAR else [])


def test_tab_reaches_every_screen_in_their_order(bar: SideBar, qtbot: QtBot) -> None:
    bar.activateWindow()
    qtbot.waitUntil(bar.isActiveWindow)
    bar.buttons[ScreenName.TODAY].setFocus()
    reached: list[QWidget] = []
    for _place in bar.buttons:
        focused = QApplication.focusWidget()
        assert focused is not None
        reached.append(focused)
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    assert reached == [bar.buttons[name] for name in (*IN_SIDE_BAR, ScreenName.SUPPORT)]


def test_narrow_it_keeps_icons_names_and_tool_tips(bar: SideBar) -> None:
    bar.show_narrow(True)
    for name, button in bar.buttons.items():
        assert button.text() == ""
        assert not button.icon().isNull()
        assert button.accessibleName() == screen_label(name)
        assert button.toolTip().startswith(screen_label(name))
    assert bar.sizeHint().width() < WIDTH


def test_narrow_it_asks_for_less_room_at_once(bar: SideBar) -> None:
    bar.show_narrow(True)
    assert bar.sizeHint().width() < WIDTH / 2


@pytest.mark.parametrize(
    ("direction", "edge"), [(Qt.LayoutDirection.LeftToRight, -1), (Qt.LayoutDirection.RightToLeft, 0)]
)
def test_a_line_parts_it_from_the_screens_beside_it(
    bar: SideBar, theme: Theme, direction: Qt.LayoutDirection, edge: int
) -> None:
    bar.setLayoutDirection(direction)
    picture = bar.grab().toImage()
    columns = {x for x in (0, picture.width() - 1) if picture.pixelColor(x, 5) == theme.color("line")}
    assert columns == {edge % picture.width()}


def test_wide_again_it_has_its_names(bar: SideBar) -> None:
    bar.show_narrow(True)
    bar.show_narrow(False)
    assert [button.text() for button in bar.buttons.values()] == [screen_label(name) for name in bar.buttons]


def test_it_grows_with_the_text(bar: SideBar, theme: Theme) -> None:
    theme.apply(Look.LIGHT, 200)
    assert bar.sizeHint().width() >= 2 * WIDTH
    bar.show_narrow(True)
    QApplication.processEvents()
    assert 2 * NARROW_WIDTH <= bar.sizeHint().width() < WIDTH


@pytest.mark.usefixtures("pseudo_language")
def test_longer_names_are_not_cut(theme: Theme, qtbot: QtBot) -> None:
    bar = shown(SideBar(theme), qtbot)
    for button in bar.buttons.values():
        assert button.width() >= button.sizeHint().width()
    bar.close()


def test_while_locked_only_what_needs_no_store_is_there(bar: SideBar) -> None:
    bar.show_locked(True)
    assert {name for name, button in bar.buttons.items() if button.isVisible()} == {*OPEN_WHILE_LOCKED} & {
        *bar.buttons
    }
    bar.show_locked(False)
    assert all(button.isVisible() for button in bar.buttons.values())


def test_in_a_low_window_the_open_screen_is_in_sight(bar: SideBar, qtbot: QtBot) -> None:
    bar.resize(bar.width(), 220)
    bar.show_open(ScreenName.SETTINGS)
    settings = bar.buttons[ScreenName.SETTINGS]
    qtbot.waitUntil(lambda: not settings.visibleRegion().isEmpty())


def test_in_a_low_window_support_stays_in_sight(bar: SideBar) -> None:
    bar.resize(bar.width(), 220)
    QApplication.processEvents()
    support = bar.buttons[ScreenName.SUPPORT]
    assert bar.rect().contains(support.geometry())
    assert support.height() >= support.sizeHint().height()


@pytest.mark.parametrize("is_narrow", [False, True])
def test_readers_meet_no_image_without_a_name(is_narrow: bool, bar: SideBar) -> None:
    bar.show_narrow(is_narrow)
    roles = [QAccessible.queryAccessibleInterface(part).role() for part in bar.findChildren(QWidget)]
    assert QAccessible.Role.Graphic not in roles


def test_the_logo_is_painted_in_the_colour_of_the_look(bar: SideBar, theme: Theme) -> None:
    assert theme.color("accent").rgb() in colours_of(bar)
    theme.apply(Look.DARK)
    assert theme.color("accent").rgb() in colours_of(bar)


def colours_of(bar: SideBar) -> set[int]:
    """Every colour above the first place to go to."""
    picture = bar.grab().toImage()
    below = bar.buttons[ScreenName.TODAY].mapTo(bar, bar.rect().topLeft()).y()
    height = round(below * picture.devicePixelRatio())
    return {picture.pixel(x, y) for x in range(picture.width()) for y in range(height)}


def test_to_readers_every_place_is_a_button_that_leads_there(bar: SideBar, qtbot: QtBot) -> None:
    chosen = chosen_by(bar)
    bar.show_open(ScreenName.TODAY)
    for button in bar.buttons.values():
        assert QAccessible.queryAccessibleInterface(button).role() is QAccessible.Role.Button
    press_by_assistive_technology(bar.buttons[ScreenName.JOURNAL])
    qtbot.waitUntil(lambda: chosen == [ScreenName.JOURNAL])


def test_the_icon_of_the_open_screen_has_the_accent_as_its_words_have(bar: SideBar, theme: Theme) -> None:
    bar.show_open(ScreenName.CHART)
    bar.show_open(ScreenName.TODAY)
    accented = [name for name, button in bar.buttons.items() if theme.color("accent").rgb() in colours_in(button)]
    assert accented == [ScreenName.TODAY]


def colours_in(button: QPushButton) -> set[int]:
    """Every colour of its icon."""
    picture = button.icon().pixmap(button.iconSize()).toImage()
    return {picture.pixel(x, y) for x in range(picture.width()) for y in range(picture.height())}
