"""The circle: it repaints only what moves, and its words fit."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QPaintEvent
from pytestqt.qtbot import QtBot

from companion.application.settings import Look
from companion.ui.theme.theme import Theme
from companion.ui.widgets.practice_pacer import PracticePacer


class WatchedPacer(PracticePacer):
    """Remembers which part of it was painted."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.painted: list[QRect] = []

    def paintEvent(self, event: QPaintEvent) -> None:
        self.painted.append(event.rect())
        super().paintEvent(event)


@pytest.fixture
def pacer(theme: Theme, qtbot: QtBot) -> Iterator[WatchedPacer]:
    made = WatchedPacer(theme)
    qtbot.addWidget(made)
    made.resize(400, 400)
    made.show_words("Breathe out", "slowly, 4", "4")
    made.show()
    qtbot.waitUntil(lambda: bool(made.painted))
    yield made
    made.close()


def colour_at(pacer: PracticePacer, x: int, y: int) -> QColor:
    return pacer.grab().toImage().pixelColor(x, y)


def test_full_it_is_larger_than_empty(pacer: WatchedPacer, theme: Theme) -> None:
    beside = 200 + 120
    pacer.show_frame(0.0, 0.0)
    assert colour_at(pacer, beside, 200) == theme.color("inside_soft")
    pacer.show_frame(1.0, 0.0)
    assert colour_at(pacer, beside, 200) == theme.color("accent")


def test_the_ring_says_how_much_is_done(pacer: WatchedPacer, theme: Theme) -> None:
    right = 200 + round(190 * 400 / 390)
    assert colour_at(pacer, right, 200) != theme.color("accent")
    pacer.show_frame(0.0, 0.5)
    assert colour_at(pacer, right, 200) == theme.color("accent")


def test_only_the_disc_is_painted_while_it_moves(pacer: WatchedPacer, qtbot: QtBot) -> None:
    pacer.show_frame(0.5, 0.0)
    qtbot.waitUntil(lambda: len(pacer.painted) > 1)
    pacer.painted.clear()
    pacer.show_frame(0.55, 0.0)
    qtbot.waitUntil(lambda: bool(pacer.painted))
    assert max(pacer.painted[-1].width(), pacer.painted[-1].height()) < 300


def test_what_did_not_change_is_not_painted_anew(pacer: WatchedPacer, qtbot: QtBot) -> None:
    pacer.show_frame(0.5, 0.1)
    qtbot.waitUntil(lambda: len(pacer.painted) > 1)
    pacer.painted.clear()
    for _ in range(3):
        pacer.show_frame(0.5, 0.1)
        pacer.show_words("Breathe out", "slowly, 4", "4")
    pacer.show_frame(0.9, 0.1)
    qtbot.waitUntil(lambda: bool(pacer.painted))
    assert len(pacer.painted) == 1


def test_its_words_fit_at_every_size(pacer: WatchedPacer, theme: Theme) -> None:
    theme.apply(Look.LIGHT, 200)
    for size in (150, 220, 400, 430):
        pacer.resize(size, size)
        pacer.show_words("A rather long thing to do", "slowly, through the mouth, 6", "6")
        picture = pacer.grab().toImage()
        edge = round(size / 2 - 96 * size / 390) - 2
        outside = {picture.pixelColor(x, size // 2).name() for x in range(edge)}
        assert theme.color("on_accent").name() not in outside


def test_things_to_count_are_a_number_and_dots(pacer: WatchedPacer) -> None:
    pacer.show_things(5, 2)
    before = pacer.grab().toImage()
    pacer.show_things(5, 3)
    assert pacer.grab().toImage() != before
