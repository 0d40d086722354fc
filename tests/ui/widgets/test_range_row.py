"""The row over the chart."""

import pytest
from pytestqt.qtbot import QtBot

from companion.ui.theme.theme import Theme
from companion.ui.widgets.range_row import RangeRow


@pytest.mark.parametrize(("width", "is_below"), [(700, False), (320, True)])
def test_with_little_room_the_button_goes_below_the_sentence(
    qtbot: QtBot, theme: Theme, width: int, is_below: bool
) -> None:
    row = RangeRow(theme, lambda: None, lambda: None)
    qtbot.addWidget(row)
    row.sentence.setText("26 Oct to 22 Nov, 124 check-ins, 4 days without")
    row.resize(width, 120)
    row.show()

    qtbot.waitUntil(lambda: (row.add.y() >= row.sentence.geometry().bottom()) is is_below)


def test_its_arrows_do_what_they_say(qtbot: QtBot, theme: Theme) -> None:
    gone: list[str] = []
    row = RangeRow(theme, lambda: gone.append("earlier"), lambda: gone.append("later"))
    qtbot.addWidget(row)

    for arrow in (row.earlier, row.later):
        arrow.click()

    assert gone == [row.earlier.accessibleName().lower(), row.later.accessibleName().lower()]
