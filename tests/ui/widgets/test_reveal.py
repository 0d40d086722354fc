"""What was unfolded is scrolled to."""

import pytest
from PySide6.QtWidgets import QApplication, QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from companion.ui.widgets.reveal import reveal


@pytest.mark.parametrize("height", [80, 600])
def test_a_part_out_of_sight_comes_into_sight_from_its_beginning(height: int, qtbot: QtBot) -> None:
    area, content = QScrollArea(), QWidget()
    qtbot.addWidget(area)
    column = QVBoxLayout(content)
    parts = [QWidget(), QWidget()]
    for part, wanted in zip(parts, (500, height), strict=True):
        part.setFixedHeight(wanted)
        column.addWidget(part)
    area.setWidget(content)
    area.setWidgetResizable(True)
    area.resize(300, 200)
    area.show()
    reveal(parts[1])
    qtbot.waitUntil(lambda: area.verticalScrollBar().value() > 0)
    top = parts[1].mapTo(area.viewport(), parts[1].rect().topLeft()).y()
    assert 0 <= top < 200 - min(height, 100)
    area.close()


def test_a_part_that_scrolls_nowhere_stays_where_it_is(qtbot: QtBot) -> None:
    part = QWidget()
    qtbot.addWidget(part)
    reveal(part)
    QApplication.processEvents()
    assert part.pos().isNull()
