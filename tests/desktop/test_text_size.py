"""On a desktop with fonts of its own for labels and buttons, all of our text is as large as the person wants it."""

import json

from tests.desktop.session import DesktopSession, python_program, wait_until

PROGRAM = """
import json
from pathlib import Path
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton
from companion.application.settings import Look
from companion.ui.theme.theme import Theme
app = QApplication([])
theme = Theme(app, Path("resources"))
widgets = [QLabel("a"), QPushButton("b"), QLineEdit("c")]
for widget in widgets:
    widget.show()
found = []
for look, percent in ((Look.SYSTEM, 100), (Look.SYSTEM, 200), (Look.DARK, 150)):
    theme.apply(look, percent)
    for _ in range(9):  # the desktop's answer to another look comes in later
        app.processEvents()
    found.append([theme.px(14), *(widget.font().pixelSize() for widget in widgets)])
print(json.dumps(found), flush=True)
"""


def test_labels_and_buttons_follow_the_text_size(bare_desktop: DesktopSession) -> None:
    bare_desktop.environment["XDG_CURRENT_DESKTOP"] = "XFCE"  # Qt asks GTK for its looks there
    bare_desktop.start_program("sizes", python_program("-c", PROGRAM))
    said = wait_until(
        "it has measured", lambda: [line for line in bare_desktop.log("sizes").splitlines() if "[[" in line]
    )
    for wanted, *sizes in json.loads(said[0]):
        assert sizes == [wanted] * 3
