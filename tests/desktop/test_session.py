"""The rig itself: what a test believes of it."""

from tests.desktop.session import DesktopSession, python_program, wait_until

TINY = """
import sys
from PySide6.QtWidgets import QApplication, QLineEdit
app = QApplication([])
line = QLineEdit()
line.setWindowTitle("Tiny")
line.textChanged.connect(lambda text: print(text, flush=True))
line.show()
app.exec()
"""


def test_a_window_gets_the_keys_that_are_typed(bare_desktop: DesktopSession) -> None:
    bare_desktop.start_program("tiny", python_program("-c", TINY))
    wait_until("the window is active", lambda: bare_desktop.active_title() == "Tiny")
    bare_desktop.keys("a", "b", "c")
    wait_until("the keys arrived", lambda: "abc" in bare_desktop.log("tiny"))


def test_everything_ends_with_the_session(bare_desktop: DesktopSession) -> None:
    tiny = bare_desktop.start_program("tiny", python_program("-c", TINY))
    bare_desktop.stop()
    assert tiny.poll() is not None
    assert not bare_desktop.has_name("org.freedesktop.login1", bus="--system")
