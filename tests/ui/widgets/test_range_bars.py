"""Means with their likely ranges."""

from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from companion.presentation.chart_cards import RangeBar
from companion.ui.theme.theme import Theme
from companion.ui.widgets.range_bars import RangeBars, scale_of
from tests.support.screen_checks import show_for_checks


def test_a_small_difference_does_not_look_large() -> None:
    assert scale_of((RangeBar("a", 50, 49, 51), RangeBar("b", 52, 51, 53))) == (30, 70)


def test_the_scale_holds_every_range_and_stays_on_the_line() -> None:
    assert scale_of((RangeBar("a", 5, 0, 12), RangeBar("b", 88, 81, 99))) == (0, 100)
    assert scale_of((RangeBar("a", 98, 97, 100),)) == (60, 100)


def test_a_higher_mean_stands_higher(qtbot: QtBot, theme: Theme) -> None:
    bars = RangeBars(theme)
    qtbot.addWidget(bars)
    bars.show_bars((RangeBar("a", 30, 30, 30), RangeBar("b", 70, 70, 70)))
    show_for_checks(bars, 300, bars.sizeHint().height())
    image, dot = bars.grab().toImage(), theme.color("inside").name()
    places = [(x, y) for x in range(image.width()) for y in range(image.height())
              if QColor(image.pixel(x, y)).name() == dot]  # fmt: skip
    left = [y for x, y in places if x < 160]
    right = [y for x, y in places if x > 160]
    assert max(right) < min(left)
