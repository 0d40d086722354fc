"""How this computer is set up, in Settings: all there, little there, and while tests tell something."""

from PySide6.QtWidgets import QWidget

from companion.application.desktop_abilities import Ability, DesktopAbilities
from companion.presentation.desktop_check import DesktopCheckPresenter, Told
from companion.ui.theme.theme import Theme
from companion.ui.widgets.desktop_check_card import DesktopCheckCard
from companion.ui.widgets.page import Page
from tests.support.desktop_setup import ALL_THERE, LITTLE_THERE, FakeAutostart, FakeProbe
from tests.support.desktop_state import FakeDesktopState
from tests.support.worker import FakeWorker
from tests.ui.gallery.scenes import scene

WIDTH, HEIGHT = 760, 900


@scene("settings-computer", WIDTH, 320)
def folded(theme: Theme) -> QWidget:
    """One line that sums up."""
    return _page(theme, _card(theme, ALL_THERE))


@scene("settings-computer-all", WIDTH, HEIGHT)
def all_there(theme: Theme) -> QWidget:
    """Everything works, and is told one by one."""
    return _page(theme, _unfolded(_card(theme, ALL_THERE)))


@scene("settings-computer-little", WIDTH, HEIGHT)
def little_there(theme: Theme) -> QWidget:
    """Little is there; what happens instead is named."""
    return _page(theme, _unfolded(_card(theme, LITTLE_THERE, can_start_at_login=False)))


@scene("settings-computer-tests", WIDTH, HEIGHT + 120)
def tests_tell(theme: Theme) -> QWidget:
    """Several tests have something to say."""
    card = _unfolded(_card(theme, ALL_THERE))
    for ability, told in (
        (Ability.TRAY, Told.BEGUN),
        (Ability.NOTIFICATIONS, Told.NOTICED),
        (Ability.IDLE, Told.BEGUN),
        (Ability.DO_NOT_DISTURB, Told.NOTHING),
    ):
        card._presenter.tell(ability, told)
    return _page(theme, card)


@scene("settings-computer-small", 400, 640)
def small(theme: Theme) -> QWidget:
    """In a narrow window."""
    return _page(theme, _unfolded(_card(theme, LITTLE_THERE)))


def _card(theme: Theme, found: DesktopAbilities, *, can_start_at_login: bool = True) -> DesktopCheckCard:
    autostart = FakeAutostart(True if can_start_at_login else None)
    worker = FakeWorker()
    presenter = DesktopCheckPresenter(FakeDesktopState(), FakeProbe(found), autostart, worker)
    presenter.look()
    worker.work()
    return DesktopCheckCard(presenter, theme)


def _unfolded(card: DesktopCheckCard) -> DesktopCheckCard:
    card.unfold.click()
    return card


def _page(theme: Theme, card: DesktopCheckCard) -> Page:
    page = Page(theme, 720)
    page.add(card)
    page.finish()
    return page
