"""What stands half-written on the screens, when they are to be locked or made again in another language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.ui.screens.chart import ChartScreen
from companion.ui.screens.journal import JournalScreen
from companion.ui.screens.support import SupportScreen
from companion.ui.shell.screens import ScreenName
from companion.ui.widgets.language_card import LanguageCard

if TYPE_CHECKING:
    from companion.presentation.people import Written
    from companion.ui.shell.main_window import MainWindow

HalfNamed = tuple[str, "Written"]


def keep_half_written(window: MainWindow) -> None:
    """What can be kept is kept, as before the notebook is locked."""
    journal, chart = window.made(ScreenName.JOURNAL), window.made(ScreenName.CHART)
    if isinstance(journal, JournalScreen):
        journal.side.keep_now()
    if isinstance(chart, ChartScreen):
        chart.keep_now()


def half_named(window: MainWindow) -> HalfNamed | None:
    """Somebody to turn to, whom nothing keeps before they are saved."""
    support = window.made(ScreenName.SUPPORT)
    return support.half_named if isinstance(support, SupportScreen) else None


def go_on_naming(window: MainWindow, named: HalfNamed) -> None:
    """The form of them stands open again, as it was."""
    support = window.screen_of(ScreenName.SUPPORT)
    if isinstance(support, SupportScreen):
        support.go_on_naming(*named)


def stay_with_the_language(window: MainWindow) -> None:
    """Where it was chosen, the person goes on."""
    if window.open_name is not ScreenName.SETTINGS:
        return
    card = window.screen_of(ScreenName.SETTINGS).findChild(LanguageCard)
    if isinstance(card, LanguageCard):
        card.go_on_here()
