"""The cards below the chart, together."""

from datetime import timedelta

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from companion.application.demo import demo_year
from companion.application.event_bus import EventBus
from companion.application.laid_beside import Against
from companion.domain.checkin import CheckIn
from companion.domain.period import period_ending
from companion.presentation.chart_cards import CardKind
from companion.presentation.chart_cards_presenter import ChartCardsPresenter
from companion.ui.theme.theme import Theme
from companion.ui.widgets.chart_cards import ChartCards
from companion.ui.widgets.page import Page
from tests.support.builders import NOW
from tests.support.clock import FakeClock
from tests.support.desk_of_cards import CardsAtOnce
from tests.support.screen_checks import complaints, show_for_checks

MONTH, WEEK = (period_ending(NOW.date(), days) for days in (28, 7))


def a_year() -> list[CheckIn]:
    clock = FakeClock()
    return demo_year(clock.now(), clock.zone())


def made(qtbot: QtBot, theme: Theme, worker: CardsAtOnce, width: int = 1000) -> ChartCards:
    cards = ChartCards(ChartCardsPresenter(worker, EventBus()), theme)
    page = Page(theme)
    page.add(cards)
    page.finish()
    qtbot.addWidget(page)
    cards.page = page  # type: ignore[attr-defined]  # kept
    show_for_checks(page, width, 900)
    return cards


def settle_layouts() -> None:
    """Cards of other heights move those below them, one turn of the event loop after the other."""
    for _turn in range(5):
        QApplication.processEvents()


def sentence(cards: ChartCards) -> str:
    return cards.cards[CardKind.SHARES].sentence.text()


def test_a_period_is_computed_soon_and_shown(qtbot: QtBot, theme: Theme) -> None:
    cards = made(qtbot, theme, CardsAtOnce(a_year()))
    cards.show_period(MONTH, is_changed=False)
    assert sentence(cards) == ""
    qtbot.waitUntil(lambda: "in 100 inside" in sentence(cards))


def test_a_chart_that_is_dragged_has_only_its_last_period_computed(qtbot: QtBot, theme: Theme) -> None:
    worker = CardsAtOnce([])
    cards = made(qtbot, theme, worker)
    for days in range(10):
        cards.show_period(MONTH.moved(-days), is_changed=False)
    cards.settle()
    assert [period for period, _against in worker.asked] == [MONTH.moved(-9)]


def test_the_same_period_is_computed_again_only_if_something_changed(qtbot: QtBot, theme: Theme) -> None:
    worker = CardsAtOnce([])
    cards = made(qtbot, theme, worker)
    cards.show_period(MONTH, is_changed=False)
    cards.settle()
    cards.show_period(MONTH, is_changed=False)
    assert not cards._rest.isActive()
    cards.show_period(MONTH, is_changed=True)
    cards.settle()
    assert len(worker.asked) == 2


def test_put_away_it_shows_nothing_and_computes_nothing(qtbot: QtBot, theme: Theme) -> None:
    worker = CardsAtOnce(a_year())
    cards = made(qtbot, theme, worker)
    cards.show_period(MONTH, is_changed=False)
    cards.settle()
    cards.show_period(WEEK, is_changed=False)
    cards.put_away()
    cards.settle()
    assert sentence(cards) == ""
    assert len(worker.asked) == 1


def test_the_other_period_can_be_chosen(qtbot: QtBot, theme: Theme) -> None:
    worker = CardsAtOnce(a_year())
    cards = made(qtbot, theme, worker)
    cards.show_period(MONTH, is_changed=False)
    cards.settle()
    cards.against_buttons[Against.YEAR_BEFORE].click()
    assert worker.asked[-1] == (MONTH, Against.YEAR_BEFORE)
    assert cards.against_buttons[Against.YEAR_BEFORE].isChecked()


def test_a_day_of_the_year_can_be_gone_to(qtbot: QtBot, theme: Theme) -> None:
    cards = made(qtbot, theme, CardsAtOnce(a_year()))
    cards.show_period(MONTH, is_changed=False)
    cards.settle()
    year = cards.cards[CardKind.YEAR].picture
    assert year is not None
    with qtbot.waitSignal(cards.day_chosen) as chosen:
        year.day_chosen.emit(NOW.date() - timedelta(3))  # type: ignore[union-attr]
    assert chosen.args == [NOW.date() - timedelta(3)]


@pytest.mark.parametrize(("width", "columns"), [(1000, 3), (760, 2), (480, 1)])
def test_there_are_as_many_columns_as_have_room(qtbot: QtBot, theme: Theme, width: int, columns: int) -> None:
    cards = made(qtbot, theme, CardsAtOnce([]), width)
    tops = {view.y() for kind, view in cards.cards.items() if kind in list(CardKind)[:3]}
    assert len(tops) == {3: 1, 2: 2, 1: 3}[columns]


@pytest.mark.parametrize("width", [420, 700, 1200])
@pytest.mark.parametrize("percent", [100, 200])
def test_every_word_has_room_at_every_size(
    qtbot: QtBot, theme: Theme, pseudo_language: None, width: int, percent: int
) -> None:
    theme.apply(theme._look, percent)
    cards = made(qtbot, theme, CardsAtOnce(a_year()), width)
    cards.show_period(MONTH, is_changed=False)
    cards.settle()
    for view in cards.cards.values():
        view.unfold.setChecked(True)
    settle_layouts()
    assert complaints(cards, pseudo=True) == []


def test_no_word_on_it_judges(qtbot: QtBot, theme: Theme) -> None:
    cards = made(qtbot, theme, CardsAtOnce(a_year()))
    cards.show_period(MONTH, is_changed=False)
    cards.settle()
    for view in cards.cards.values():
        view.unfold.setChecked(True)
    settle_layouts()
    assert complaints(cards, pseudo=False) == []


def test_no_number_stands_below_a_chart_that_it_is_not_of(qtbot: QtBot, theme: Theme) -> None:
    cards = made(qtbot, theme, CardsAtOnce(a_year()))
    cards.show_period(MONTH, is_changed=False)
    cards.settle()
    assert sentence(cards)
    cards.show_period(WEEK, is_changed=False)
    assert sentence(cards) == ""
