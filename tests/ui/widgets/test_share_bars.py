"""Five shares as bars."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from companion.domain.zone import Zone
from companion.presentation.chart_cards import ShareBar
from companion.ui.theme.theme import Theme
from companion.ui.widgets.share_bars import ShareBars
from tests.support.screen_checks import show_for_checks

HALF = ShareBar(Zone.INSIDE, "inside", "50 in 100", 0.5, 0.5, 0.5)


def painted(qtbot: QtBot, theme: Theme, *, is_mirrored: bool = False) -> QImage:
    bars = ShareBars(theme)
    qtbot.addWidget(bars)
    if is_mirrored:
        bars.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    bars.show_bars((HALF,))
    show_for_checks(bars, 400, bars.sizeHint().height())
    return bars.grab().toImage()


def columns_of(image: QImage, colour: QColor) -> list[int]:
    """Where, in the upper part of the bar, that colour stands."""
    y = image.height() // 2 - 3
    return [x for x in range(image.width()) if QColor(image.pixel(x, y)).name() == colour.name()]


def test_the_filled_part_is_the_share_of_the_whole_bar(qtbot: QtBot, theme: Theme) -> None:
    image = painted(qtbot, theme)
    filled, rest = (columns_of(image, theme.color(name)) for name in ("inside", "line"))
    assert abs(len([x for x in filled if x > 60]) - len(rest)) <= 4
    assert max(filled) < max(rest)


def test_it_is_mirrored_with_the_language(qtbot: QtBot, theme: Theme) -> None:
    image = painted(qtbot, theme, is_mirrored=True)
    filled, rest = (columns_of(image, theme.color(name)) for name in ("inside", "line"))
    assert min(rest) < min(filled)


def test_larger_text_makes_it_higher_and_wider(qtbot: QtBot, theme: Theme) -> None:
    bars = ShareBars(theme)
    qtbot.addWidget(bars)
    bars.show_bars((HALF,))
    before = bars.minimumSizeHint()
    theme.apply(theme._look, 200)
    assert bars.minimumSizeHint().width() > before.width()
    assert bars.minimumSizeHint().height() > before.height()
