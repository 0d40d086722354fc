"""The card beside a mark."""

import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFont

from companion.presentation.timeline_words import MomentWords
from companion.ui.chart.moment_card import card_box
from companion.ui.chart.style import style_of
from companion.ui.theme.theme import Theme

BOUNDS = QRectF(0, 0, 900, 400)
WORDS = MomentWords("92, above my window", "Wed 4 Nov, 11:05 · asked", "")


@pytest.mark.parametrize("x", [0, 450, 899])
@pytest.mark.parametrize("y", [0, 200, 399])
def test_it_stays_within_the_chart_and_off_its_mark(theme: Theme, x: int, y: int) -> None:
    box = card_box(BOUNDS, style_of(theme, QFont()), QPointF(x, y), WORDS)

    assert BOUNDS.adjusted(0, 0, 1, 1).contains(box)
    assert not box.contains(QPointF(x, y))


def test_it_begins_at_the_edge_where_it_does_not_fit(theme: Theme) -> None:
    box = card_box(QRectF(0, 0, 60, 20), style_of(theme, QFont()), QPointF(30, 10), WORDS)

    assert (box.left(), box.top()) == (0.5, 0.5)


def test_a_long_title_does_not_make_it_wider_than_the_chart(theme: Theme) -> None:
    long = MomentWords("Something that happened " * 6, "Wed 4 Nov, 11:05 · life event", "")

    assert card_box(BOUNDS, style_of(theme, QFont()), QPointF(450, 100), long).width() <= BOUNDS.width() * 0.6


def test_what_came_of_it_is_a_line_of_its_own(theme: Theme) -> None:
    style = style_of(theme, QFont())
    more = MomentWords(WORDS.headline, WORDS.detail, "", "inside again by 13:20")

    assert (
        card_box(BOUNDS, style, QPointF(450, 100), more).height()
        > card_box(BOUNDS, style, QPointF(450, 100), WORDS).height()
    )
