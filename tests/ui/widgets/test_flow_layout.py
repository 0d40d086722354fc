"""The flow layout goes on in the next line where the room ends."""

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from companion.ui.widgets.flow_layout import FlowLayout
from companion.ui.widgets.wrapped_button import WrappedButton


@pytest.fixture
def box(qtbot: QtBot) -> QWidget:
    """Four parts of 60×20, 10 apart."""
    made = QWidget()
    qtbot.addWidget(made)
    flow = FlowLayout(made)
    flow.setSpacing(10)
    for _number in range(4):
        made_part = QWidget()
        made_part.setFixedSize(60, 20)
        flow.addWidget(made_part)
    return made


def part(box: QWidget, index: int) -> QWidget:
    layout = box.layout()
    assert layout is not None
    item = layout.itemAt(index)
    assert item is not None
    widget = item.widget()
    assert isinstance(widget, QWidget)
    return widget


def places(box: QWidget) -> list[tuple[int, int]]:
    return [(part(box, index).x(), part(box, index).y()) for index in range(4)]


def laid_out(box: QWidget, width: int) -> list[tuple[int, int]]:
    box.resize(width, 300)
    box.show()
    QApplication.processEvents()
    return places(box)


def test_what_fits_stands_in_one_line(box: QWidget) -> None:
    assert laid_out(box, 270) == [(0, 0), (70, 0), (140, 0), (210, 0)]


def test_what_does_not_fit_goes_to_the_next_line(box: QWidget) -> None:
    assert laid_out(box, 150) == [(0, 0), (70, 0), (0, 30), (70, 30)]


def test_right_to_left_begins_at_the_right(box: QWidget) -> None:
    box.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert laid_out(box, 150) == [(90, 0), (20, 0), (90, 30), (20, 30)]


def test_the_narrower_the_higher(box: QWidget) -> None:
    layout = box.layout()
    assert layout is not None
    assert [layout.heightForWidth(width) for width in (270, 150, 60)] == [20, 50, 110]


def test_hidden_parts_leave_no_gap(box: QWidget) -> None:
    part(box, 1).hide()
    laid_out(box, 270)
    assert [places(box)[index] for index in (0, 2, 3)] == [(0, 0), (70, 0), (140, 0)]


def test_it_is_never_narrower_than_its_widest_part(box: QWidget) -> None:
    layout = box.layout()
    assert layout is not None
    assert layout.minimumSize() == QSize(60, 20)


def test_parts_can_be_taken_out(box: QWidget) -> None:
    layout = box.layout()
    assert layout is not None
    first = part(box, 0)
    taken = layout.takeAt(0)
    assert taken is not None
    assert taken.widget() is first
    assert layout.count() == 3
    assert layout.takeAt(9) is None


def test_parts_of_a_line_share_its_middle(box: QWidget) -> None:
    part(box, 1).setFixedSize(60, 40)
    assert laid_out(box, 150) == [(0, 10), (70, 0), (0, 50), (70, 50)]


@pytest.mark.parametrize(
    ("direction", "left"), [(Qt.LayoutDirection.LeftToRight, 14), (Qt.LayoutDirection.RightToLeft, 76)]
)
def test_it_can_begin_before_the_edge_without_taking_room_from_its_parts(
    qtbot: QtBot, direction: Qt.LayoutDirection, left: int
) -> None:
    made, only = QWidget(), QWidget()
    qtbot.addWidget(made)
    only.setFixedSize(60, 20)
    around, flow = QVBoxLayout(made), FlowLayout(outdent=6)
    around.setContentsMargins(20, 20, 20, 20)
    around.addLayout(flow)
    flow.addWidget(only)
    made.setLayoutDirection(direction)
    made.resize(150, 300)
    made.show()
    QApplication.processEvents()
    assert (only.x(), only.width()) == (left, 60)


def test_what_is_wider_than_a_line_goes_on_in_lines_of_its_own(qtbot: QtBot) -> None:
    host, flow = QWidget(), FlowLayout()
    qtbot.addWidget(host)
    host.setLayout(flow)
    long = WrappedButton("Words that are far too long for so little room")
    flow.addWidget(long)
    host.resize(long.minimumSizeHint().width() + 30, 400)
    host.show()
    QApplication.processEvents()
    assert long.width() == host.width()
    assert long.height() == long.heightForWidth(host.width()) > long.sizeHint().height()
