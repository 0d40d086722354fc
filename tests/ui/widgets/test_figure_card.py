"""One card below the chart."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from companion.domain.zone import Zone
from companion.presentation.chart_cards import CardKind, FigureCard, PairRow, RangeBar, Rows, ShareBar
from companion.ui.theme.theme import Theme
from companion.ui.widgets.figure_card import FigureCardView
from tests.support.screen_checks import show_for_checks

EMPTY = FigureCard(CardKind.BESIDE, "Two periods side by side")
ROWS = Rows("before", "now", (PairRow("Energy, mean", "52", "54", "no clear difference"),))


def shown(qtbot: QtBot, theme: Theme, card: FigureCard, *, kind: CardKind | None = None) -> FigureCardView:
    view = FigureCardView(FigureCard(kind or card.kind, card.title), theme)
    qtbot.addWidget(view)
    view.show_state(card)
    show_for_checks(view, 320, 300)
    return view


def words(view: FigureCardView) -> list[str]:
    return [label.text() for label in view.findChildren(QLabel) if label.isVisible() and label.text()]


def test_it_says_the_number_its_sentence_and_what_it_rests_on(qtbot: QtBot, theme: Theme) -> None:
    card = FigureCard(CardKind.RETURN, "Coming back", "2 h or less", "Half of the times.", "From 14 times.")
    assert words(shown(qtbot, theme, card)) == [
        "Coming back",
        "2\u00a0h or less",
        "Half of the times.",
        "From 14 times.",
    ]


def test_what_is_missing_stands_in_the_place_of_the_number(qtbot: QtBot, theme: Theme) -> None:
    card = FigureCard(CardKind.RETURN, "Coming back", basis="From 2 times.", missing="2 of 10 times so far.")
    assert words(shown(qtbot, theme, card)) == ["Coming back", "Not yet. 2 of 10 times so far.", "From 2 times."]


def test_what_it_cannot_say_is_behind_an_unfold_for_the_keyboard_too(qtbot: QtBot, theme: Theme) -> None:
    view = shown(qtbot, theme, FigureCard(CardKind.RETURN, "Coming back", sentence="So.", cannot_say="Not why."))
    assert "Not why." not in words(view)
    with qtbot.waitSignal(view.unfolded):
        QTest.keyClick(view.unfold, Qt.Key.Key_Space)
    assert "Not why." in words(view)
    QTest.keyClick(view.unfold, Qt.Key.Key_Space)
    assert "Not why." not in words(view)


def test_rows_come_and_go(qtbot: QtBot, theme: Theme) -> None:
    view = shown(qtbot, theme, FigureCard(CardKind.BESIDE, "Two", rows=ROWS))
    assert {"before", "now", "52", "54", "no clear difference"} <= set(words(view))
    view.show_state(FigureCard(CardKind.BESIDE, "Two", missing="Nothing."))
    assert words(view) == ["Two", "Not yet. Nothing."]


def test_while_others_are_computed_it_keeps_its_height(qtbot: QtBot, theme: Theme) -> None:
    view = shown(qtbot, theme, FigureCard(CardKind.BESIDE, "Two", sentence="word " * 300))
    height = view.height()
    view.show_state(EMPTY)
    assert view.minimumHeight() == height
    view.show_state(FigureCard(CardKind.BESIDE, "Two", sentence="Few words."))
    assert view.minimumHeight() < height


@pytest.mark.parametrize(
    ("card", "pictured"),
    [
        (
            FigureCard(
                CardKind.SHARES, "Where", sentence="So.", picture="inside: 70 in 100, likely 60 to 80.",
                shares=(ShareBar(Zone.INSIDE, "inside", "70 in 100", 0.7, 0.6, 0.8),),
            ),
            "inside: 70 in 100, likely 60 to 80.",
        ),
        (
            FigureCard(
                CardKind.HOURS, "Time", sentence="So.", picture="06–09: 50, likely 40 to 60.",
                ranges=(RangeBar("06–09", 50, 40, 60),),
            ),
            "06–09: 50, likely 40 to 60.",
        ),
    ],
)  # fmt: skip
def test_readers_hear_what_bars_show_and_a_pointer_that_rests_reads_it(
    qtbot: QtBot, theme: Theme, card: FigureCard, pictured: str
) -> None:
    view = shown(qtbot, theme, card)
    picture = view.picture
    assert picture is not None
    assert picture.isVisible()
    assert (picture.accessibleName(), picture.accessibleDescription()) == (card.title, pictured)
    assert picture.toolTip() == pictured


def test_by_ear_each_unfold_belongs_to_its_figure(qtbot: QtBot, theme: Theme) -> None:
    card = FigureCard(CardKind.RETURN, "Coming back", missing="2 of 10 times so far.", cannot_say="Not why.")
    assert shown(qtbot, theme, card).unfold.accessibleName() == "What this cannot say: Coming back"
