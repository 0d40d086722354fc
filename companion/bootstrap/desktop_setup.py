"""How this computer is set up: what the card in Settings looks at, and what it tries."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from companion.adapters.system.autostart import XdgAutostart, own_command
from companion.adapters.system.desktop_probe import SystemDesktopProbe
from companion.application.ports import DesktopState, TaskRunner
from companion.bootstrap.core import Core
from companion.presentation.desktop_check import DesktopCheckPresenter
from companion.ui.platform.desktop_trials import DesktopTrials
from companion.ui.platform.notifier import Notifier
from companion.ui.theme.theme import Theme
from companion.ui.widgets.desktop_check_card import DesktopCheckCard


class DesktopSetup(QObject):
    """Made when Settings are first seen."""

    def __init__(
        self,
        core: Core,
        desktop: DesktopState,
        tasks: TaskRunner,
        blink: Callable[[], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        notifier = Notifier(QApplication.desktopFileName(), parent=self)
        self.trials = DesktopTrials(desktop, notifier, blink, self)
        autostart = XdgAutostart(own_command(core.folders.named))
        self._presenter = DesktopCheckPresenter(desktop, SystemDesktopProbe(), autostart, tasks)
        self.trials.told.connect(self._presenter.tell)

    def card(self, theme: Theme) -> DesktopCheckCard:
        """The card."""
        card = DesktopCheckCard(self._presenter, theme)
        card.trial_wanted.connect(self.trials.begin)
        return card
