"""Numbers and times of day, as minutes; a page that scrolls under the pointer changes neither."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QDateTime, QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QDateTimeEdit, QHBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from companion.ui.theme.theme import Theme
from companion.ui.widgets.full_year import show_full_year
from companion.ui.widgets.number_fields import NumberField, TimeField


@pytest.fixture
def window(theme: Theme, qtbot: QtBot) -> Iterator[QWidget]:
    made = QWidget()
    layout = QHBoxLayout(made)
    for field in (NumberField(1, 24, 4), TimeField(9 * 60)):
        layout.addWidget(field)
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    yield made
    made.close()


def roll(field: QWidget) -> bool:
    """Turns the wheel over a field; True if the field took it."""
    here = QPointF(field.rect().center())
    event = QWheelEvent(
        here,
        field.mapToGlobal(here),
        QPoint(),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(field, event)
    return event.isAccepted()


def test_the_wheel_turns_a_field_only_while_it_has_the_keyboard(window: QWidget) -> None:
    fields = window.findChildren(QAbstractSpinBox)
    for field, other in zip(fields, reversed(fields), strict=True):
        other.setFocus()
        before = field.text()
        assert not roll(field)
        assert field.text() == before
        field.setFocus()
        assert roll(field)
        assert field.text() != before


@pytest.mark.parametrize(("minutes", "shown"), [(0, 0), (545, 545), (1439, 1439), (1440, 1439)])
def test_a_time_is_minutes_after_midnight(theme: Theme, qtbot: QtBot, minutes: int, shown: int) -> None:
    field = TimeField(minutes)
    qtbot.addWidget(field)
    assert field.minutes == shown


@pytest.mark.parametrize(("minutes", "end"), [(0, 1440), (1, 1), (1260, 1260), (1439, 1440), (1440, 1440)])
def test_as_an_end_midnight_is_the_end_of_the_day(theme: Theme, qtbot: QtBot, minutes: int, end: int) -> None:
    field = TimeField(minutes)
    qtbot.addWidget(field)
    assert field.minutes_as_end == end


def test_a_number_keeps_to_its_bounds(theme: Theme, qtbot: QtBot) -> None:
    field = NumberField(1, 24, 30, " min")
    qtbot.addWidget(field)
    assert field.value() == 24
    assert field.text() == "24 min"


@pytest.fixture
def right_to_left(qapp: QApplication) -> Iterator[None]:
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    yield
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


@pytest.mark.usefixtures("right_to_left")
def test_from_right_to_left_hours_stay_before_minutes(theme: Theme, qtbot: QtBot) -> None:
    field, moment = TimeField(9 * 60), QDateTimeEdit(QDateTime(2026, 11, 22, 14, 6, 0))
    for each in (field, moment):
        qtbot.addWidget(each)
    show_full_year(moment)
    assert field.text().startswith("09")
    assert moment.text() == "22 11 2026 14:06"


def test_a_time_stands_in_the_middle_as_a_number_does(theme: Theme, qtbot: QtBot) -> None:
    for field in (TimeField(9 * 60), NumberField(0, 10, 5)):
        qtbot.addWidget(field)
        field.ensurePolished()
        assert field.alignment() & Qt.AlignmentFlag.AlignHCenter
