"""Today around the check-in: one thing to reflect on, and the calm of after a check-in outside the window."""

from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from companion.domain.zone import Zone
from companion.presentation.translation import _
from companion.ui.screens.today import TodayScreen
from companion.ui.shell.main_window import MainWindow
from companion.ui.shell.screens import ScreenName
from companion.ui.theme.theme import Theme
from companion.ui.widgets.card import Card
from companion.ui.widgets.day_start_card import DayStartCard
from companion.ui.widgets.page import Page
from companion.ui.widgets.when_field import WhenField
from tests.support.check_in_desk import CheckInDesk
from tests.support.shell_desk import ShellDesk
from tests.ui.gallery.scenes import scene
from tests.ui.gallery.scenes_shell import HEIGHT, SMALL, WIDTH, a_desk

NARROW = (560, 1330)


@scene("today-reflecting", WIDTH, HEIGHT)
def reflecting(theme: Theme) -> QWidget:
    """The field is open, and something is written."""
    return _writing(a_desk(theme))


@scene("today-reflecting-narrow", *NARROW)
def reflecting_narrow(theme: Theme) -> QWidget:
    """The same where the cards stand below one another."""
    desk = a_desk(theme)
    screen = desk.today_screen()
    _write(screen)
    return screen


@scene("today-reflecting-refused", WIDTH, HEIGHT)
def refused(theme: Theme) -> QWidget:
    """Nothing was written yet."""
    window = _writing(a_desk(theme), "")
    _today(window).reflection_card.keep.click()
    return window


@scene("today-reflected", WIDTH, HEIGHT)
def reflected(theme: Theme) -> QWidget:
    """It is kept."""
    window = _writing(a_desk(theme))
    _today(window).reflection_card.keep.click()
    return window


@scene("today-calm", WIDTH, HEIGHT)
def calm(theme: Theme) -> QWidget:
    """After a check-in above the window: large words, one action."""
    return _calm(a_desk(theme))


@scene("today-calm-small", *SMALL)
def calm_small(theme: Theme) -> QWidget:
    """The same in a small window."""
    return _calm(a_desk(theme))


@scene("today-calm-rtl", WIDTH, HEIGHT)
def calm_mirrored(theme: Theme) -> QWidget:
    """The same from right to left."""
    window = _calm(a_desk(theme))
    window.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    return window


@scene("today-my-day", 560, 420)
def my_day(theme: Theme) -> QWidget:
    """When my day begins."""
    return _on_a_page(DayStartCard(a_desk(theme).day_start_presenter()), theme)


@scene("today-my-day-counting", 560, 520)
def my_day_counting(theme: Theme) -> QWidget:
    """While days are counted anew."""
    card = DayStartCard(a_desk(theme).day_start_presenter())
    card.choice.activated.emit(14)
    return _on_a_page(card, theme)


@scene("today-which-of-two", 420, 520)
def which_of_two(theme: Theme) -> QWidget:
    """A time that the clocks showed twice."""
    presenter = CheckInDesk().presenter()
    field = WhenField(presenter.wall_now, presenter.twice)
    field.put(datetime(2026, 10, 25, 2, 30, fold=1))
    card = Card()
    card.body.addWidget(field)
    card.body.addStretch(1)
    return card


def _on_a_page(card: Card, theme: Theme) -> QWidget:
    page = Page(theme)
    page.add(card)
    page.finish()
    return page


def _calm(desk: ShellDesk) -> MainWindow:
    window = desk.window()
    window.resize(WIDTH, HEIGHT)
    window.show()
    desk.panel.form.line.put(88)
    desk.panel.form.answers.put(Zone.ABOVE)
    desk.panel.submit()
    return window


def _writing(desk: ShellDesk, text: str | None = None) -> MainWindow:
    window = desk.window()
    _write(_today(window), text)
    return window


def _write(screen: TodayScreen, text: str | None = None) -> None:
    card = screen.reflection_card
    card.write.click()
    card.field.setPlainText(_("A word in my own language, and another one.") if text is None else text)


def _today(window: MainWindow) -> TodayScreen:
    screen = window.screen_of(ScreenName.TODAY)
    assert isinstance(screen, TodayScreen)
    return screen
