"""The page of the chart with its real worker: the cards when they are computed, and right again after news."""

from datetime import timedelta

from pytestqt.qtbot import QtBot

from companion.application.demo import demo_year
from companion.presentation.chart_cards import CardKind
from companion.ui.screens.chart import ChartScreen
from companion.ui.shell.screens import ScreenName
from tests.journeys.conftest import Program
from tests.support.builders import a_check_in
from tests.support.screen_checks import complaints


def basis(screen: ChartScreen) -> str:
    assert screen.cards is not None
    return screen.cards.cards[CardKind.SHARES].basis.text()


def check_ins(screen: ChartScreen) -> int:
    return int(basis(screen).split()[1])


def plant_month(program: Program) -> None:
    now = program.clock.now()
    with program.core.vault.writing() as store:
        for check_in in demo_year(now, program.clock.zone()):
            if now.utc - check_in.experienced_at.utc < timedelta(days=28):
                store.check_ins.add(check_in)


def the_chart(program: Program) -> ChartScreen:
    program.desktop.window.open_screen(ScreenName.CHART)
    screen = program.desktop.window.screen_of(ScreenName.CHART)
    assert isinstance(screen, ChartScreen)
    return screen


def test_cards_come_from_the_worker_and_follow_what_is_taken_back(program: Program, qtbot: QtBot) -> None:
    plant_month(program)
    screen = the_chart(program)
    assert screen.chart.moment_count() > 50
    assert basis(screen) == ""
    qtbot.waitUntil(lambda: basis(screen).startswith("From "), timeout=10_000)
    before = check_ins(screen)
    with program.core.vault.reading() as store:
        asked = [one for one in store.check_ins.between(None, None) if one.is_scheduled and one.zone is not None]
    program.core.check_ins.take_back(asked[-1].id)
    qtbot.waitUntil(lambda: check_ins(screen) == before - 1, timeout=10_000)
    assert complaints(screen, pseudo=False) == []


def test_before_the_first_check_in_no_card_is_there(program: Program) -> None:
    screen = the_chart(program)
    assert screen.cards is not None
    assert not screen.cards.isVisible()


def test_with_one_check_in_every_card_says_what_is_missing(program: Program, qtbot: QtBot) -> None:
    with program.core.vault.writing() as store:
        store.check_ins.add(a_check_in(hours_ago=1))
    screen = the_chart(program)
    cards = screen.cards
    assert cards is not None
    qtbot.waitUntil(lambda: "so far." in cards.cards[CardKind.RETURN].missing.text(), timeout=10_000)
