"""A chip with a name of the person's own: shortened where it is shown, never where it is heard."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from companion.ui.theme.theme import Theme
from companion.ui.widgets.chip import Chip
from companion.ui.widgets.name_chip import NameChip
from tests.support.assistive import turn_by_assistive_technology

Key = Qt.Key
LONG = "the garden behind the house by the sea " * 3


@pytest.fixture
def choice(theme: Theme, qtbot: QtBot) -> Iterator[NameChip]:
    made = NameChip("Tom & Ann", theme, is_choice=True)
    qtbot.addWidget(made)
    made.show()
    yield made
    made.close()


def heard(widget: QWidget) -> str:
    found = QAccessible.queryAccessibleInterface(widget)
    assert found is not None
    return found.text(QAccessible.Text.Name)


def test_an_ampersand_is_a_part_of_the_name(choice: NameChip) -> None:
    assert heard(choice) == "Tom & Ann"
    assert choice.shortcut().isEmpty()


@pytest.mark.parametrize("is_choice", [True, False])
def test_enter_is_left_to_whoever_saves_also_where_a_desktop_lets_it_press_buttons(
    is_choice: bool, theme: Theme, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = NameChip("kitchen", theme, is_choice=is_choice)
    qtbot.addWidget(made)
    pressed: list[Qt.Key] = []
    monkeypatch.setattr(Chip, "keyPressEvent", lambda _chip, event: pressed.append(event.key()), raising=False)
    for key in (Key.Key_Return, Key.Key_Enter, Key.Key_Space):
        press = QKeyEvent(QKeyEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier)
        made.keyPressEvent(press)
        assert press.isAccepted() is (key is Key.Key_Space)
    assert pressed == [Key.Key_Space]


def test_space_chooses_and_un_chooses(choice: NameChip) -> None:
    QTest.keyClick(choice, Key.Key_Space)
    assert choice.isChecked()
    QTest.keyClick(choice, Key.Key_Space)
    assert not choice.isChecked()


def test_an_eraser_takes_the_choice_off_and_never_puts_it_on(choice: NameChip) -> None:
    QTest.keyClick(choice, Key.Key_Backspace)
    assert not choice.isChecked()
    choice.click()
    QTest.keyClick(choice, Key.Key_Backspace)
    assert not choice.isChecked()


@pytest.mark.parametrize("key", [Key.Key_Space, Key.Key_Delete, Key.Key_Backspace])
def test_one_that_is_no_choice_is_taken_away_by_key(theme: Theme, qtbot: QtBot, key: Qt.Key) -> None:
    chip = NameChip("rain", theme, is_choice=False)
    qtbot.addWidget(chip)
    assert heard(chip) == "Remove rain"
    with qtbot.waitSignal(chip.removal_wanted):
        QTest.keyClick(chip, key)


def test_arrows_ask_for_a_neighbour_in_the_direction_of_reading(choice: NameChip) -> None:
    steps: list[int] = []
    choice.step_wanted.connect(steps.append)
    QTest.keyClick(choice, Key.Key_Right)
    choice.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    QTest.keyClick(choice, Key.Key_Right)
    QTest.keyClick(choice, Key.Key_Down)
    assert steps == [1, -1, 1]


def test_a_long_name_stays_within_a_small_window_and_is_heard_whole(theme: Theme, qtbot: QtBot) -> None:
    chip = NameChip(LONG, theme, is_choice=True)
    qtbot.addWidget(chip)
    assert chip.sizeHint().width() <= 240
    assert chip.minimumSizeHint().width() <= 64
    assert heard(chip) == LONG


def test_a_name_that_has_room_is_not_shortened(theme: Theme, qtbot: QtBot) -> None:
    for name in ("night shift", "rain", "\N{RAINBOW}", "Tom & Ann"):
        chip = NameChip(name, theme, is_choice=False)
        qtbot.addWidget(chip)
        chip.resize(chip.sizeHint())
        narrow = chip.grab().toImage()
        chip.resize(chip.sizeHint().width() + 40, chip.height())
        wide = chip.grab().toImage()
        ink = [sum(image.pixelColor(x, y) == theme.color("ink") for x in range(image.width()) for y in range(8, 24))
               for image in (narrow, wide)]  # fmt: skip
        assert ink[0] == pytest.approx(ink[1], abs=12)


def test_markup_in_a_name_is_text(theme: Theme, qtbot: QtBot) -> None:
    chip = NameChip("<b>x</b>", theme, is_choice=True)
    qtbot.addWidget(chip)
    assert "&lt;b&gt;" in chip.toolTip()


def test_assistive_technology_chooses_it_too(theme: Theme, qtbot: QtBot) -> None:
    made = NameChip("walking", theme, is_choice=True)
    qtbot.addWidget(made)
    said: list[bool] = []
    made.clicked.connect(lambda chosen: said.append(chosen))
    turn_by_assistive_technology(made)
    assert (made.isChecked(), said) == (True, [True])
