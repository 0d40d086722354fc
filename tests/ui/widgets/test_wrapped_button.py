"""A button that is narrow says its words on several lines, and all of them."""

import pytest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from companion.application.settings import Look
from companion.ui.theme.theme import Theme
from companion.ui.widgets.wrapped_button import WrappedButton

WORDS = "Look around the room, slowly"


@pytest.fixture
def button(theme: Theme, qtbot: QtBot) -> WrappedButton:
    theme.apply(Look.LIGHT, 100)
    made = WrappedButton(WORDS)
    qtbot.addWidget(made)
    made.ensurePolished()
    return made


def test_where_there_is_room_it_is_like_any_other(button: WrappedButton) -> None:
    assert button.heightForWidth(button.sizeHint().width()) == button.sizeHint().height()


def test_narrow_it_grows_by_whole_lines(button: WrappedButton) -> None:
    more = button.heightForWidth(button.minimumSizeHint().width()) - button.sizeHint().height()
    assert more >= 2 * button.fontMetrics().lineSpacing()
    assert more % button.fontMetrics().lineSpacing() == 0


def test_a_layout_gives_it_the_height_of_its_lines(button: WrappedButton, qtbot: QtBot) -> None:
    host = QWidget()
    qtbot.addWidget(host)
    column = QVBoxLayout(host)
    column.addWidget(button)
    column.addStretch(1)
    host.resize(button.minimumSizeHint().width() + 40, 400)
    host.show()
    assert button.height() == button.heightForWidth(button.width()) > button.sizeHint().height()
    host.close()
    button.setParent(None)  # it is closed by itself


def test_its_text_stays_one_line_to_readers(button: WrappedButton) -> None:
    button.resize(button.minimumSizeHint().width(), 200)
    button.grab()
    assert button.text() == WORDS
