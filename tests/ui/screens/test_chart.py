"""The chart's screen."""

from datetime import date

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from companion.application.event_bus import EventBus
from companion.application.events import CheckInRecorded
from companion.application.insights import InsightService, Look
from companion.domain.checkin import CheckIn, Origin
from companion.domain.period import Period
from companion.domain.zone import Zone
from companion.presentation.chart_cards_presenter import ChartCardsPresenter
from companion.presentation.chart_range import ChartRange
from companion.presentation.timeline_presenter import TimelinePresenter
from companion.ui.screens import chart
from companion.ui.screens.chart import ChartScreen
from companion.ui.theme.theme import Theme
from companion.ui.widgets.chart_cards import ChartCards
from tests.support.builders import a_check_in
from tests.support.charts import LookAtOnce
from tests.support.clock import FakeClock
from tests.support.date_words import PlainDateWords
from tests.support.desk_of_cards import CardsAtOnce
from tests.support.noted import NotedVault, insights_into
from tests.support.screen_checks import complaints, show_for_checks


def a_screen(
    qtbot: QtBot, theme: Theme, *check_ins: CheckIn, bus: EventBus | None = None, is_locked: bool = False
) -> ChartScreen:
    insights = insights_into(check_ins, FakeClock(), is_locked=is_locked)
    screen = ChartScreen(TimelinePresenter(insights, bus or EventBus(), PlainDateWords()), theme)
    qtbot.addWidget(screen)
    show_for_checks(screen, 1000, 560)
    return screen


def sentence(screen: ChartScreen) -> str:
    return screen._sentence.text()


def choose(qtbot: QtBot, screen: ChartScreen, chart_range: ChartRange) -> None:
    QTest.mouseClick(screen._range_buttons[chart_range], Qt.MouseButton.LeftButton)


def test_it_opens_on_a_month_in_a_sentence(qtbot: QtBot, theme: Theme) -> None:
    screen = a_screen(qtbot, theme, a_check_in(hours_ago=24 * 3), a_check_in())

    assert sentence(screen) == "2026-10-26 to 2026-11-22, 2 check-ins, 2 days without"
    assert screen._range_buttons[ChartRange.MONTH].isChecked()


def test_there_are_six_ranges(qtbot: QtBot, theme: Theme) -> None:
    screen = a_screen(qtbot, theme)

    assert [made.text() for made in screen._range_buttons.values()] == [
        "Day",
        "Week",
        "Month",
        "3 months",
        "Year",
        "All",
    ]


@pytest.mark.parametrize(
    ("chart_range", "said"),
    [
        (ChartRange.DAY, "2026-11-22, 1 check-in"),
        (ChartRange.ALL, "2026-10-03 to 2026-11-22, 2 check-ins, 49 days without"),
    ],
)
def test_a_chip_chooses_its_range(qtbot: QtBot, theme: Theme, chart_range: ChartRange, said: str) -> None:
    screen = a_screen(qtbot, theme, a_check_in(hours_ago=24 * 50), a_check_in())

    choose(qtbot, screen, chart_range)

    assert sentence(screen) == said
    assert [made.isChecked() for made in screen._range_buttons.values()].count(True) == 1
    assert screen._range_buttons[chart_range].isChecked()


def test_arrows_move_by_one_range_and_rest_at_the_ends(qtbot: QtBot, theme: Theme) -> None:
    screen = a_screen(qtbot, theme, a_check_in(hours_ago=24 * 40), a_check_in())
    assert (screen._earlier.isEnabled(), screen._later.isEnabled()) == (True, False)

    QTest.mouseClick(screen._earlier, Qt.MouseButton.LeftButton)

    assert sentence(screen).startswith("2026-09-28 to 2026-10-25")
    assert (screen._earlier.isEnabled(), screen._later.isEnabled()) == (False, True)
    QTest.mouseClick(screen._later, Qt.MouseButton.LeftButton)
    assert sentence(screen).startswith("2026-10-26 to 2026-11-22")


def test_page_keys_on_the_chart_move_by_one_range(qtbot: QtBot, theme: Theme) -> None:
    screen = a_screen(qtbot, theme, a_check_in(hours_ago=24 * 40), a_check_in())

    QTest.keyClick(screen.chart, Qt.Key.Key_PageUp)
    assert sentence(screen).startswith("2026-09-28")
    QTest.keyClick(screen.chart, Qt.Key.Key_PageDown)
    assert sentence(screen).startswith("2026-10-26")


def test_a_screen_reader_hears_which_range_was_gone_to(
    qtbot: QtBot, theme: Theme, monkeypatch: pytest.MonkeyPatch
) -> None:
    screen, said = a_screen(qtbot, theme, a_check_in(hours_ago=24 * 40), a_check_in()), list[str]()
    monkeypatch.setattr(chart, "say", lambda _widget, sentence: said.append(sentence))

    choose(qtbot, screen, ChartRange.ALL)

    assert said == ["2026-10-13 to 2026-11-22, 2 check-ins, 39 days without"]


def test_earlier_is_left_of_later_in_every_language(qtbot: QtBot, theme: Theme) -> None:
    screen = a_screen(qtbot, theme)
    screen.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    QApplication.processEvents()

    assert screen._earlier.geometry().right() < screen._later.geometry().left()


def test_before_the_first_check_in_it_offers_one(qtbot: QtBot, theme: Theme) -> None:
    screen = a_screen(qtbot, theme)

    assert screen._note.isVisible()
    with qtbot.waitSignal(screen.check_in_wanted):
        QTest.mouseClick(screen._note_action, Qt.MouseButton.LeftButton)


def test_an_empty_range_offers_to_show_all(qtbot: QtBot, theme: Theme) -> None:
    screen = a_screen(qtbot, theme, a_check_in(hours_ago=24 * 50))
    assert screen._note_action.text() == "Show all"

    QTest.mouseClick(screen._note_action, Qt.MouseButton.LeftButton)

    assert sentence(screen) == "2026-10-03, 1 check-in"
    assert not screen._note.isVisible()
    assert screen._range_buttons[ChartRange.ALL].isChecked()


def test_where_there_are_check_ins_there_is_no_note(qtbot: QtBot, theme: Theme) -> None:
    assert not a_screen(qtbot, theme, a_check_in())._note.isVisible()


def test_while_locked_it_says_so_and_shows_nothing(qtbot: QtBot, theme: Theme) -> None:
    screen = a_screen(qtbot, theme, a_check_in(), is_locked=True)

    assert screen._note.isVisible()
    assert not screen._note_action.isVisible()
    assert screen.chart.moment_count() == 0


def test_a_check_in_saved_meanwhile_appears(qtbot: QtBot, theme: Theme) -> None:
    bus, vault = EventBus(), NotedVault([], ())
    insights = insights_into([], FakeClock())
    insights._vault = vault  # type: ignore[assignment]
    screen = ChartScreen(TimelinePresenter(insights, bus, PlainDateWords()), theme)
    qtbot.addWidget(screen)
    show_for_checks(screen, 1000, 560)
    new = a_check_in(92, Zone.ABOVE)

    vault.noted.append(new)
    bus.publish(CheckInRecorded(new))

    assert [moment.zone for moment in screen.chart.moments] == [Zone.ABOVE]


def test_a_screen_that_is_not_seen_looks_only_when_it_is(qtbot: QtBot, theme: Theme) -> None:
    bus, vault = EventBus(), NotedVault([], ())
    insights = insights_into([], FakeClock())
    insights._vault = vault  # type: ignore[assignment]
    screen = ChartScreen(TimelinePresenter(insights, bus, PlainDateWords()), theme)
    qtbot.addWidget(screen)
    show_for_checks(screen, 1000, 560)
    screen.hide()
    vault.noted.append(a_check_in(92, Zone.ABOVE))

    bus.publish(CheckInRecorded(vault.noted[0]))
    assert screen.chart.moment_count() == 0
    screen.show()

    assert screen.chart.moment_count() == 1


@pytest.mark.parametrize("width", [420, 700, 1200])
@pytest.mark.parametrize("percent", [100, 200])
def test_every_word_has_room_at_every_size(
    qtbot: QtBot, theme: Theme, pseudo_language: None, width: int, percent: int
) -> None:
    theme.apply(theme._look, percent)
    screen = a_screen(qtbot, theme, a_check_in(hours_ago=24 * 3))
    screen.resize(width, 700)
    QApplication.processEvents()
    screen.grab()
    QApplication.processEvents()

    assert complaints(screen, pseudo=True) == []


def test_no_word_on_it_judges(qtbot: QtBot, theme: Theme) -> None:
    assert complaints(a_screen(qtbot, theme), pseudo=False) == []


def with_cards(
    qtbot: QtBot, theme: Theme, *check_ins: CheckIn, bus: EventBus | None = None, is_locked: bool = False
) -> tuple[ChartScreen, CardsAtOnce]:
    bus = bus or EventBus()
    worker = CardsAtOnce(check_ins)
    insights = insights_into(check_ins, FakeClock(), is_locked=is_locked)
    cards = ChartCards(ChartCardsPresenter(worker, bus), theme)
    screen = ChartScreen(TimelinePresenter(insights, bus, PlainDateWords()), theme, cards=cards)
    qtbot.addWidget(screen)
    show_for_checks(screen, 1000, 800)
    cards.settle()
    return screen, worker


def test_the_cards_are_those_of_the_period_shown(qtbot: QtBot, theme: Theme) -> None:
    screen, worker = with_cards(qtbot, theme, a_check_in(hours_ago=24 * 3), a_check_in())
    assert screen.cards is not None
    choose(qtbot, screen, ChartRange.WEEK)
    screen.cards.settle()
    assert [period.days for period, _against in worker.asked] == [28, 7]


def test_news_has_the_cards_of_the_same_period_computed_again(qtbot: QtBot, theme: Theme) -> None:
    bus, check_in = EventBus(), a_check_in()
    screen, worker = with_cards(qtbot, theme, check_in, bus=bus)
    assert screen.cards is not None
    bus.publish(CheckInRecorded(check_in))
    screen.cards.settle()
    assert [period.days for period, _against in worker.asked] == [28, 28]


def test_a_day_of_the_year_is_gone_to(qtbot: QtBot, theme: Theme) -> None:
    screen, _worker = with_cards(qtbot, theme, a_check_in(hours_ago=24 * 9), a_check_in())
    assert screen.cards is not None
    screen.cards.day_chosen.emit(date(2026, 11, 13))
    assert sentence(screen).startswith("2026-11-13")


@pytest.mark.parametrize("is_locked", [True, False])
def test_with_nothing_to_read_or_nothing_noted_there_are_no_cards(
    qtbot: QtBot, theme: Theme, is_locked: bool
) -> None:
    screen, worker = with_cards(qtbot, theme, *([a_check_in()] if is_locked else []), is_locked=is_locked)
    assert screen.cards is not None
    assert not screen.cards.isVisible()
    assert worker.asked == []


def test_the_cards_begin_where_a_usual_window_still_shows_them(qtbot: QtBot, theme: Theme) -> None:
    screen, _worker = with_cards(qtbot, theme, a_check_in())
    assert screen.cards is not None
    assert screen.cards.mapTo(screen, QPoint(0, 0)).y() < 800 - 100


def test_when_it_is_first_seen_it_looks_once(qtbot: QtBot, theme: Theme, monkeypatch: pytest.MonkeyPatch) -> None:
    looks: list[Period] = []
    look = InsightService.look

    def counted(self: InsightService, period: Period, most_marks: int) -> Look:
        looks.append(period)
        return look(self, period, most_marks)

    monkeypatch.setattr(InsightService, "look", counted)

    a_screen(qtbot, theme, a_check_in())

    assert len(looks) == 1


def test_what_was_computed_appears_and_never_under_a_hand_that_drags(qtbot: QtBot, theme: Theme) -> None:
    check_ins = [
        a_check_in(40 + hour % 9, hours_ago=24 * day + hour, origin=Origin.RANDOM)
        for day in range(28)
        for hour in (1, 5)
    ]
    insights = insights_into(check_ins, FakeClock())
    worker = LookAtOnce(insights, waits=True)
    presenter = TimelinePresenter(insights, EventBus(), PlainDateWords(), worker)
    screen = ChartScreen(presenter, theme)
    qtbot.addWidget(screen)
    show_for_checks(screen, 1000, 560)
    start, end = QPoint(300, 60), QPoint(500, 60)
    QTest.mousePress(screen.chart, Qt.MouseButton.LeftButton, pos=start)
    screen.chart._gesture.drag(QPointF(end))

    worker.work()
    assert screen.chart.is_moving
    assert not screen.brush.isEnabled()

    QTest.mouseRelease(screen.chart, Qt.MouseButton.LeftButton, pos=end)
    worker.work()
    assert screen.brush.isEnabled()
    assert not screen.chart.is_moving


def test_with_a_single_day_there_is_no_empty_place_for_all_days(qtbot: QtBot, theme: Theme) -> None:
    def shown(*hours_ago: float) -> ChartScreen:
        insights = insights_into([a_check_in(hours_ago=hours) for hours in hours_ago], FakeClock())
        screen = ChartScreen(TimelinePresenter(insights, EventBus(), PlainDateWords(), LookAtOnce(insights)), theme)
        qtbot.addWidget(screen)
        show_for_checks(screen, 1000, 560)
        return screen

    assert not shown(1).brush.isVisible()
    assert shown(1, 30).brush.isVisible()
