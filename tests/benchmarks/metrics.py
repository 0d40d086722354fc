"""How long every number of the chart page takes, once the check-ins are in memory and from the store."""

import os
import tempfile
import time
from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime
from itertools import cycle
from pathlib import Path
from random import Random
from shutil import copytree

from companion.application.event_bus import EventBus
from companion.domain.columns import Columns, columns_of
from companion.domain.day_start import START_OF_DAY
from companion.domain.figures import figures_of
from companion.domain.mark import Mark
from companion.domain.metrics.bootstrap import drawn_days
from companion.domain.metrics.ratings import ratings_of
from companion.domain.metrics.rhythm import time_of_day, weekdays
from companion.domain.metrics.smooth import smooth_line
from companion.domain.metrics.window_bounds import GUESSED
from companion.domain.zone import Zone
from tests.benchmarks.measure import in_turn, report
from tests.benchmarks.store_of import YEARS, folder_with

A_YEAR = 6 * 365
MANY = 1_000_000
DAY = 86_400.0
LINE_PLACES = 240
HOUSE = Path(__file__).parents[2]


def metrics() -> None:
    """All numbers of a year of six a day, and of a million over ten years, against adding the ratings up."""
    year, many = columns_of(a_day_of(6, 365)), columns_of(evenly(MANY))
    ratings = ratings_of(many, START_OF_DAY)
    places = [ratings.hours[0] / 24 + number * YEARS * 365.25 / LINE_PLACES for number in range(LINE_PLACES)]
    rows = (
        (f"adding up {MANY:,} ratings", _processor(lambda: sum(many.arousal))),
        (f"every number, {A_YEAR:,} ratings", _processor(lambda: _every_number(year))),
        (f"every number, {MANY:,} ratings", _processor(lambda: _every_number(many))),
        (f"both rhythms, {MANY:,} ratings", _processor(lambda: _rhythms(many))),
        (f"the smooth line, {MANY:,} ratings", _processor(lambda: smooth_line(ratings, places))),
    )
    report("metrics: processor time with the columns in memory", in_turn(3, *rows))
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "data"
        copytree(folder_with(MANY), folder)
        from_the_store(folder)
    on_the_page()


def from_the_store(folder: Path) -> None:
    """Columns of a million check-ins, and what the cards say of the last month and of all."""
    from companion.adapters.system.folders import folders_under
    from companion.application.chart_cards import CardService
    from companion.application.laid_beside import Against
    from companion.bootstrap import Core
    from companion.domain.period import Period
    from tests.support.clock import FakeClock

    core = Core(folders_under(str(folder)), clock=FakeClock("2026-11-22T13:00:00"))
    service = CardService(core.vault, core.clock)
    month = Period(date(2026, 10, 26), date(2026, 11, 22))
    with core.vault.reading() as store:
        first, last = store.days.range() or (month.first, month.last)

    def read() -> None:
        with core.vault.reading() as store:
            store.check_ins.columns_between(datetime(1970, 1, 1, tzinfo=UTC), datetime(2100, 1, 1, tzinfo=UTC))

    rows = (
        (f"reading {MANY:,} as columns", _processor(read)),
        ("the cards, a month", _processor(lambda: service.look(month, Against.JUST_BEFORE))),
        (f"the cards, all {MANY:,}", _processor(lambda: service.look(Period(first, last), Against.JUST_BEFORE))),
    )
    report("metrics: processor time from the store", in_turn(1, *rows))
    core.close()


def on_the_page() -> None:
    """What one check-in more costs the GUI thread, once the worker has the new numbers."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication

    from companion.application.chart_cards import CardService
    from companion.application.demo import demo_year
    from companion.application.laid_beside import Against
    from companion.domain.period import period_ending
    from companion.presentation.chart_cards import build_cards
    from companion.presentation.chart_cards_presenter import ChartCardsPresenter
    from companion.ui.theme.theme import Theme
    from companion.ui.widgets.chart_cards import ChartCards
    from tests.support.clock import FakeClock
    from tests.support.date_words import PlainDateWords
    from tests.support.desk_of_cards import CardsAtOnce
    from tests.support.noted import vault_of

    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    clock = FakeClock()
    year = demo_year(clock.now(), clock.zone())
    period = period_ending(clock.now().local.date(), 28)
    found = [
        build_cards(CardService(vault_of(noted), clock).look(period, Against.JUST_BEFORE), PlainDateWords())
        for noted in (year[:-1], year)
    ]
    page = ChartCards(ChartCardsPresenter(CardsAtOnce(year), EventBus()), Theme(app, HOUSE / "resources"))
    page.resize(1000, 1400)
    page.show()
    turn = cycle(found)

    def shown() -> None:
        page.show_state(next(turn))
        app.processEvents()
        page.grab()

    def painted() -> None:
        page.grab()

    rows = (
        ("painting the cards as they are", _processor(painted)),
        ("one check-in more, and painted", _processor(shown)),
    )
    report("metrics: processor time of the GUI thread", in_turn(20, *rows))


def a_day_of(count: int, days: int) -> list[Mark]:
    """So many check-ins a day, two and a half hours apart from eight o'clock on."""
    return _marks([day * DAY + 8 * 3600 + place * 9000 for day in range(days) for place in range(count)])


def evenly(count: int) -> list[Mark]:
    """That many check-ins, evenly over ten years."""
    step = YEARS * 365.25 * DAY / count
    return _marks([place * step for place in range(count)])


def _marks(times: Sequence[float]) -> list[Mark]:
    draw, zones = Random(1), list(Zone)
    return [Mark("", at, 0, draw.randint(0, 100), draw.choice(zones), True) for at in times]


def _every_number(columns: Columns) -> None:
    drawn_days.cache_clear()
    figures_of(columns, START_OF_DAY, None, GUESSED)


def _rhythms(columns: Columns) -> None:
    drawn_days.cache_clear()
    time_of_day(columns, START_OF_DAY)
    weekdays(columns, START_OF_DAY)


def _processor(call: Callable[[], object]) -> Callable[[], float]:
    def run() -> float:
        start = time.process_time()
        call()
        return (time.process_time() - start) * 1000

    return run
