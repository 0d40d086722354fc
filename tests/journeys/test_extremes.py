"""Every screen of the whole program at its extremes of size and text, empty and with a year: nothing is cut off."""

from collections.abc import Callable, Iterator
from functools import partial

import pytest
from PySide6.QtCore import QLocale, QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from companion.application.demo import demo_year
from companion.application.settings import Look
from companion.presentation.help import Topic
from companion.presentation.translation import PSEUDO, PSEUDO_MIRRORED, use_language
from companion.presentation.welcome import Step
from companion.ui.screens.help import HelpScreen
from companion.ui.screens.welcome import WelcomeScreen
from companion.ui.shell.screens import ScreenName
from tests.conftest import RESOURCES
from tests.journeys.conftest import Program
from tests.support.screen_checks import complaints

SMALLEST, WIDEST = QSize(640, 480), QSize(3840, 2160)
EXTREMES = {
    "small-100": (SMALLEST, 100),
    "small-200": (SMALLEST, 200),
    "4k-100": (WIDEST, 100),
    "4k-200": (WIDEST, 200),
}
Fill = Callable[[Program], None]


@pytest.fixture(params=["de", PSEUDO_MIRRORED])
def another(request: pytest.FixtureRequest) -> Iterator[str]:
    before = QLocale()
    use_language(request.param, RESOURCES / "locale")
    yield request.param
    use_language("en", None)
    QLocale.setDefault(before)
    QGuiApplication.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


@pytest.fixture(params=["en", PSEUDO])
def spoken(request: pytest.FixtureRequest) -> Iterator[str]:
    use_language(request.param, None)
    yield request.param
    use_language("en", None)


def with_a_year(program: Program) -> None:
    with program.core.vault.writing() as store:
        for check_in in demo_year(program.core.clock.now(), program.core.clock.zone()):
            store.check_ins.add(check_in)


def walk(program: Program, spoken: str, qtbot: QtBot, size: QSize, percent: int) -> list[str]:
    """What is wrong with any of the screens, once each has settled."""
    window = program.desktop.window
    program.desktop.theme.apply(Look.LIGHT, percent, reduce_motion=True)
    window.resize(size)
    found: list[str] = []
    for screen in ScreenName:
        window.open_screen(screen)
        for page in pages_of(window.screen_of(screen), size, percent):
            page()
            found += [f"{screen.value}: {what}" for what in settled(window, spoken, qtbot)]
    return found


def pages_of(screen: QWidget, size: QSize, percent: int) -> list[Callable[[], None]]:
    """What has to be shown of it, one after another; where there is least room, every page."""
    is_tightest = (size, percent) == EXTREMES["small-200"]
    if is_tightest and isinstance(screen, WelcomeScreen):
        return [partial(screen.show_step, step) for step in Step]
    if is_tightest and isinstance(screen, HelpScreen):
        return [partial(screen.show_topic, topic) for topic in Topic]
    return [as_it_is]


def as_it_is() -> None:
    """A screen of one page."""


def settled(window: QWidget, spoken: str, qtbot: QtBot) -> list[str]:
    """What stays wrong when layouts had their time."""

    def wrong() -> list[str]:
        return complaints(window, pseudo=spoken.startswith(PSEUDO))

    try:
        qtbot.waitUntil(lambda: wrong() == [], timeout=2_000)
    except qtbot.TimeoutError:
        return wrong()
    return []


@pytest.mark.parametrize("extreme", EXTREMES)
@pytest.mark.parametrize("fill", [None, with_a_year], ids=["empty", "year"])
def test_nothing_is_cut_off(
    fill: Fill | None,
    extreme: str,
    spoken: str,
    new_program: Callable[[], Program],
    qtbot: QtBot,
) -> None:
    program = new_program()
    program.start()
    if fill is not None:
        fill(program)
    assert walk(program, spoken, qtbot, *EXTREMES[extreme]) == []


def test_nothing_is_cut_off_in_longer_words_or_from_right_to_left(
    another: str, new_program: Callable[[], Program], qtbot: QtBot
) -> None:
    program = new_program()
    program.start()
    with_a_year(program)
    assert walk(program, another, qtbot, *EXTREMES["small-200"]) == []
