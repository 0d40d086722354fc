"""What every test stands on: no screen needed, nothing left open, the language and the look put back."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest

from companion.presentation.translation import PSEUDO, use_language

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from companion.ui.theme.theme import Theme

RESOURCES = Path(__file__).parent.parent / "resources"


@pytest.fixture(scope="session")
def qapp_args() -> list[str]:
    """The style that the program itself asks for."""
    return ["companion-tests", "-style", "Fusion"]


@pytest.fixture(scope="session", autouse=True)
def _the_application(qapp: "QApplication") -> Iterator[None]:
    """There can be one in a process: what would make a smaller one for itself finds ours.

    What a test copied is Python's; Qt would let go of it after Python is gone, and the process would crash.
    """
    yield
    qapp.clipboard().clear()


@pytest.fixture(scope="session")
def session_theme(qapp: "QApplication") -> "Theme":
    """The one theme of this run; tests ask for `theme`."""
    from companion.application.settings import Look
    from companion.ui.theme.theme import Theme

    made = Theme(qapp, RESOURCES)
    made.apply(Look.LIGHT)
    return made


@pytest.fixture
def theme(session_theme: "Theme") -> Iterator["Theme"]:
    """The light look at 100 %; a test may change it, it is put back."""
    from PySide6.QtCore import QCoreApplication, QEvent
    from PySide6.QtWidgets import QApplication

    from companion.application.settings import Look
    from companion.ui.theme.desktop_wishes import DesktopWishes

    yield session_theme
    # What the test made, and nobody shows any more, would be dressed again with every look that later tests put on.
    for widget in QApplication.topLevelWidgets():
        if widget.parent() is None and not widget.isVisible():
            widget.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    session_theme.follow_desktop(DesktopWishes())
    session_theme.apply(Look.LIGHT)


@pytest.fixture
def pseudo_language() -> Iterator[None]:
    """The language that shows what was not translated, for one test."""
    use_language(PSEUDO, None)
    yield
    use_language("en", None)


@pytest.fixture
def german() -> Iterator[None]:
    """The words of the interface in German, for one test."""
    use_language("de", RESOURCES / "locale")
    yield
    use_language("en", None)


@pytest.fixture(autouse=True)
def nothing_left_open() -> Iterator[None]:
    """A test that leaves a window on the screen disturbs the next one."""
    yield
    if "PySide6.QtWidgets" not in sys.modules:
        return
    from PySide6.QtWidgets import QApplication

    left = [window for window in QApplication.topLevelWidgets() if window.isVisible()]
    for window in left:
        window.hide()
    assert not left, f"left open: {left}"
