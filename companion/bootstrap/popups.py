"""The quick check-in: one popup, whether it was asked for or comes by itself."""

from __future__ import annotations

import os
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QKeySequence, QShortcut

from companion.application.event_bus import BusBranch
from companion.application.events import SettingsChanged, VaultLocked, VaultLocking, VaultUnlocked
from companion.domain.reminder import Purpose

if TYPE_CHECKING:
    from collections.abc import Sequence

    from companion.application.prompt_rounds import PromptRounds
    from companion.bootstrap.core import Core
    from companion.domain.concept import Concept
    from companion.domain.practice_suggestion import Suggestion
    from companion.domain.zone import Zone
    from companion.presentation.date_words import DateWords
    from companion.ui.screens.checkin_popup import CheckInPopup
    from companion.ui.theme.theme import Theme


class Popups(QObject):
    """Opens and takes away the popup, and passes on what was chosen in it.

    What the popup is made of is loaded when it is near (`get_ready`) or wanted, and not while nothing is asked.
    """

    concept_wanted = Signal(str)
    practice_wanted = Signal(str, object)
    support_wanted = Signal()
    asks = Signal(bool)
    made = Signal()
    closed = Signal()

    def __init__(self, core: Core, theme: Theme, words: DateWords, rounds: PromptRounds) -> None:
        super().__init__()
        self._core = core
        self._theme = theme
        self._words = words
        self._rounds = rounds
        self._came_by_itself_for = ""
        self._is_half_filled = False
        core.bus.listen(SettingsChanged, lambda _news: self._on_settings_changed())
        core.bus.listen(VaultLocking, lambda _news: self._on_vault_locking())
        core.bus.listen(VaultLocked, lambda _news: self._on_vault_locked())
        core.bus.listen(VaultUnlocked, lambda _news: self._on_vault_unlocked())

    @cached_property
    def popup(self) -> CheckInPopup:
        """The window, made when it is first needed."""
        from companion.bootstrap.panel_news import tell_panel
        from companion.presentation.after_check_in import AfterCheckInPresenter
        from companion.presentation.checkin_form import Place
        from companion.presentation.checkin_more import MoreQuestions
        from companion.presentation.checkin_presenter import CheckInPresenter
        from companion.ui.screens.checkin_popup import CheckInPopup
        from companion.ui.shell.asking import Asking

        core = self._core
        questions = MoreQuestions(core.check_in_setup)
        presenter = CheckInPresenter(core.check_ins, questions, core.clock, self._words, Place.POPUP)
        after = AfterCheckInPresenter(self._concept_for, self._words, self._practices_for, self._near)
        popup = CheckInPopup(presenter, after, self._theme)
        popup.declined.connect(self._rounds.decline)
        popup.concept_wanted.connect(self.concept_wanted)
        popup.practice_wanted.connect(self.practice_wanted)
        popup.closed.connect(self.closed)
        Asking(popup).changed.connect(self.asks)
        self._branch = BusBranch(core.bus)
        tell_panel(popup.panel, self._branch)
        self._show_numbers(popup)
        popup.setProperty("hasSupportKey", True)
        QShortcut(QKeySequence("Ctrl+Shift+S"), popup).activated.connect(self.support_wanted)
        self.made.emit()
        return popup

    @property
    def is_open(self) -> bool:
        """True while the popup, or the card after it, is on the screen."""
        return "popup" in self.__dict__ and self.popup.isVisible()

    def get_ready(self) -> None:
        """It may be wanted soon: it is made now, out of sight, so that it comes at once."""
        _made = self.popup

    def open(self) -> None:
        """The person asked for it. If a prompt is open, it is that one which is answered or declined."""
        waiting = self._rounds.open_prompt()
        is_for_it = waiting is not None and waiting.prompt.purpose is Purpose.CHECK_IN
        self._show(waiting.prompt.id if waiting is not None and is_for_it else None)

    def open_with_token(self, token: str) -> None:
        """Asked for in another program, which gives the right to come to the front."""
        use_activation_token(token)
        self.open()

    def open_for_prompt(self, prompt_id: str, token: str) -> None:
        """The notification's button."""
        use_activation_token(token)
        self._show(prompt_id)

    def come_by_itself(self, prompt_id: str, _may_snooze: bool) -> None:
        """A prompt with no other way to be shown: it takes no keyboard."""
        self._came_by_itself_for = prompt_id
        self.popup.show_quietly(prompt_id)

    def take_away(self, prompt_id: str) -> None:
        """The prompt is over: a popup that came by itself for it and was not touched goes."""
        if self._came_by_itself_for == prompt_id and not self.popup.isActiveWindow() and self.popup.card is None:
            self._came_by_itself_for = ""
            self.popup.hide()

    def keep(self) -> None:
        """The program may be ended from outside: what was touched in the popup is kept."""
        if "popup" in self.__dict__:
            self.popup.panel.keep()

    def put_away(self) -> None:
        """Left alone while locked: what was half-filled is held, and is not to be seen; what was not asked stays."""
        if "popup" in self.__dict__ and self.popup.panel.half_filled is not None:
            self.popup.panel.put_away()
            self.popup.put_away()

    def begin_anew(self) -> None:
        """Another language is spoken: the next popup is made anew; what was touched in this one is kept."""
        if "popup" in self.__dict__:
            self.keep()
            self.popup.put_away()
            self._branch.end()
            self.close()
            del self.popup

    def close(self) -> None:
        """The program ends."""
        if "popup" in self.__dict__:
            self.popup.close()
            self.popup.deleteLater()

    def _on_settings_changed(self) -> None:
        if "popup" in self.__dict__:
            self._show_numbers(self.popup)

    def _on_vault_locking(self) -> None:
        popup = self.popup if "popup" in self.__dict__ else None
        self._is_half_filled = popup is not None and popup.isVisible() and popup.panel.half_filled is not None

    def _on_vault_locked(self) -> None:
        """One that came by itself and was not touched goes on asking: reminders come while locked too."""
        if "popup" not in self.__dict__:
            return
        popup = self.popup
        if popup.shows_card or self._is_half_filled or not self._came_by_itself_for:
            popup.put_away()

    def _on_vault_unlocked(self) -> None:
        """Before its panel hears of it, which puts what was half-filled into the form that stands open again."""
        if self._is_half_filled:
            self._is_half_filled = False
            self.open()

    def _show(self, prompt_id: str | None) -> None:
        self._came_by_itself_for = ""
        self.popup.show_asked(prompt_id)

    def _concept_for(self, zone: Zone | None) -> Concept | None:
        """None while locked: there is no way to a note then."""
        found = None if zone is None else self._core.suggestions.after_check_in(zone)
        return None if found is None else found.concept

    def _practices_for(self, zone: Zone | None) -> Sequence[Suggestion]:
        """None while locked: what is practised could not be noted then."""
        return () if zone is None or self._core.vault.is_locked else self._core.practices.suggest(zone)

    def _show_numbers(self, popup: CheckInPopup) -> None:
        popup.panel.form.line.show_typed(not self._core.preferences.settings.without_numbers)

    def _near(self) -> Sequence[str]:
        """While locked only who was chosen to be shown then."""
        return [contact.name for contact in self._core.people.near()]


def use_activation_token(token: str) -> None:
    """Qt hands it to the desktop with the next window that wants to the front."""
    if token:
        os.environ["XDG_ACTIVATION_TOKEN"] = token
