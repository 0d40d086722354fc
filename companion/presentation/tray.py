"""The tray icon: what its shape and words say, and what its menu does."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Literal, Protocol

from companion.application.events import (
    CheckInRecorded,
    PromptsChanged,
    RemindersChanged,
    StoreChangedElsewhere,
    VaultUnlocked,
)
from companion.domain.reminder import Purpose
from companion.presentation.reminders_pause import PauseChoice, Pausing, begin_pause, pause_choices, pause_end
from companion.presentation.translation import _

if TYPE_CHECKING:
    from companion.application.event_bus import EventBus
    from companion.application.ports import Clock
    from companion.domain.moment import Moment
    from companion.domain.prompt import PromptRecord
    from companion.presentation.date_words import DateWords

TrayLook = Literal["quiet", "paused", "due"]
_NEWS = (CheckInRecorded, PromptsChanged, RemindersChanged, StoreChangedElsewhere, VaultUnlocked)


@dataclass(frozen=True, slots=True)
class TrayState:
    """What the icon shows. `tooltip` says the look in words; the rest are the menu's labels.

    `check_in` names what the first entry, and a click, lead to: the check-in, or what a prompt asks for instead.
    `pause` names the menu of `pauses`, or while one is in force the entry that ends it.
    """

    look: TrayLook
    tooltip: str
    check_in: str
    open: str
    lock: str
    pause: str
    support: str
    quit: str
    pauses: tuple[tuple[PauseChoice, str], ...] = ()

    @property
    def is_paused(self) -> bool:
        """True if the pause entry ends a pause instead of offering some."""
        return self.look == "paused"


class Rounds(Pausing, Protocol):
    """What the tray needs to know of the reminders."""

    def open_prompt(self) -> PromptRecord | None:
        """The prompt that waits for an answer."""

    def paused_until(self) -> Moment | None:
        """When the pause ends; None if there is none."""

    def end_pause(self) -> None:
        """Ends the pause."""


def build_state(
    now: datetime,
    paused_until: Moment | None,
    *,
    is_due: bool,
    words: DateWords,
    purpose: Purpose = Purpose.CHECK_IN,
) -> TrayState:
    """The icon at `now` (aware, local). A pause is said before a prompt that still waits, for that `purpose`."""
    is_paused = paused_until is not None and now < paused_until.utc
    look: TrayLook = "paused" if is_paused else "due" if is_due else "quiet"
    tooltip = _("Companion")
    if is_paused and paused_until is not None:
        when = pause_end(paused_until, now, words)
        tooltip = _("Companion, paused, goes on {when}").format(when=when) if when else _("Companion, paused")
    elif is_due:
        tooltip = _("Companion, a moment for you")
    return TrayState(
        look=look,
        tooltip=tooltip,
        check_in=_("Mind, body and relationships") if purpose is Purpose.TRIANGLE else _("Check in"),
        open=_("Open"),
        lock=_("Lock"),
        pause=_("End pause") if is_paused else _("Pause"),
        support=_("Support"),
        quit=_("Quit"),
        pauses=pause_choices(),
    )


class TrayPresenter:
    """Keeps the icon's state fresh and turns its pause entry into what it means."""

    def __init__(self, rounds: Rounds, clock: Clock, bus: EventBus, words: DateWords) -> None:
        self._rounds = rounds
        self._clock = clock
        self._words = words
        self._show: Callable[[TrayState], None] | None = None
        for news in _NEWS:
            bus.listen(news, self._on_news)

    def attach(self, show: Callable[[TrayState], None]) -> None:
        """From now on `show` gets every new state, beginning with this one."""
        self._show = show
        show(self.state())

    def state(self) -> TrayState:
        """The icon's state now."""
        waiting, now = self._rounds.open_prompt(), self._clock.now().local
        purpose = Purpose.CHECK_IN if waiting is None else waiting.prompt.purpose
        until, is_due = self._rounds.paused_until(), waiting is not None
        return build_state(now, until, is_due=is_due, words=self._words, purpose=purpose)

    def pause(self, choice: PauseChoice) -> None:
        """Pauses as chosen."""
        begin_pause(self._rounds, choice)

    def end_pause(self) -> None:
        """Ends the pause."""
        self._rounds.end_pause()

    def _on_news(self, _news: object) -> None:
        if self._show is not None:
            self._show(self.state())
