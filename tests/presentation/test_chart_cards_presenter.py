"""What the cards are asked for, and what becomes of the answers."""

from companion.application.event_bus import EventBus
from companion.application.events import VaultLocked
from companion.application.laid_beside import Against
from companion.domain.period import period_ending
from companion.presentation.chart_cards import FigureCard, empty_cards
from companion.presentation.chart_cards_presenter import ChartCardsPresenter
from tests.support.builders import NOW
from tests.support.desk_of_cards import CardsAtOnce

MONTH, WEEK, DAY = (period_ending(NOW.date(), days) for days in (28, 7, 1))


class Desk:
    """A presenter, its worker, and everything that was shown."""

    def __init__(self) -> None:
        self.worker, self.bus = CardsAtOnce([], waits=True), EventBus()
        self.shown: list[tuple[FigureCard, ...]] = []
        self.presenter = ChartCardsPresenter(self.worker, self.bus)
        self.presenter.attach(self.shown.append)

    def shows_something(self) -> bool:
        return self.shown[-1] != empty_cards()


def test_what_is_wanted_is_shown_when_the_worker_has_it() -> None:
    desk = Desk()
    desk.presenter.want(MONTH)
    assert not desk.shows_something()
    desk.worker.work()
    assert desk.shows_something()
    assert desk.worker.asked == [(MONTH, Against.JUST_BEFORE)]


def test_another_period_puts_the_numbers_of_the_first_away_at_once() -> None:
    desk = Desk()
    desk.presenter.want(MONTH)
    desk.worker.work()
    desk.presenter.want(WEEK)
    assert not desk.shows_something()


def test_the_same_period_anew_leaves_them_until_the_new_ones_are_there() -> None:
    desk = Desk()
    desk.presenter.want(MONTH)
    desk.worker.work()
    desk.presenter.want(MONTH)
    assert desk.shows_something()
    desk.worker.work()
    assert len(desk.shown) == 3


def test_of_several_wanted_meanwhile_only_the_last_is_computed_and_shown() -> None:
    desk = Desk()
    for period in (MONTH, WEEK, DAY):
        desk.presenter.want(period)
    desk.worker.work()
    assert [period for period, _against in desk.worker.asked] == [DAY]
    assert desk.shows_something()


def test_another_period_can_be_laid_beside() -> None:
    desk = Desk()
    desk.presenter.want(MONTH)
    desk.worker.work()
    desk.presenter.lay_beside(Against.YEAR_BEFORE)
    desk.worker.work()
    assert desk.worker.asked[-1] == (MONTH, Against.YEAR_BEFORE)
    assert desk.presenter.against is Against.YEAR_BEFORE


def test_locked_everything_is_put_away_and_what_is_on_its_way_is_not_shown() -> None:
    desk = Desk()
    desk.presenter.want(MONTH)
    desk.bus.publish(VaultLocked())
    desk.worker.work()
    assert not desk.shows_something()


def test_where_nothing_can_be_read_it_can_be_asked_again() -> None:
    desk = Desk()
    desk.worker.is_locked = True
    desk.presenter.want(MONTH)
    desk.worker.work()
    assert not desk.shows_something()
    desk.worker.is_locked = False
    desk.presenter.want(MONTH)
    desk.worker.work()
    assert desk.shows_something()


def test_a_look_that_broke_off_does_not_stand_in_the_way_of_the_next() -> None:
    desk = Desk()
    desk.presenter.want(MONTH)
    desk.worker.break_off()
    desk.presenter.want(WEEK)
    desk.worker.work()
    assert desk.shows_something()
