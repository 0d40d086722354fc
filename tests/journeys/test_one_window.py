"""Opening a screen opens no other window, not even for a blink."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget

from companion.ui.shell.screens import ScreenName
from tests.journeys.conftest import Program


class Onlooker(QObject):
    """Sees each window that comes up."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Lets everything pass."""
        if event.type() is QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.seen.append(type(watched).__name__)
        return False


@pytest.fixture
def onlooker(program: Program, qapp: QApplication) -> Iterator[Onlooker]:
    made = Onlooker()
    qapp.installEventFilter(made)
    yield made
    qapp.removeEventFilter(made)


def test_no_part_of_a_screen_comes_up_before_it_has_its_place(program: Program, onlooker: Onlooker) -> None:
    for name in ScreenName:
        program.desktop.window.open_screen(name)
        program.settle()
    assert onlooker.seen == []
