"""When my day begins, as Settings shows it: the choice, why there is one, and what is happening to it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import time
from typing import NamedTuple

from companion.application.days import DayStartService
from companion.application.errors import UserError
from companion.application.event_bus import EventBus
from companion.application.events import (
    CheckInsImported,
    DayStartChanged,
    StoreChangedElsewhere,
    VaultLocked,
    VaultUnlocked,
)
from companion.application.vault_ports import Vault
from companion.domain.day_start import LATEST_START_OF_DAY, START_OF_DAY
from companion.presentation.date_words import DateWords
from companion.presentation.sentences import line_of
from companion.presentation.settings_search import default_words
from companion.presentation.translation import _

STEP_MINUTES = 30


class DayStartState(NamedTuple):
    """`choices` are times of day with their words, in order; `news` is what is happening, or "".

    While locked nothing can be chosen.
    """

    chosen: time
    choices: tuple[tuple[time, str], ...]
    news: str
    is_locked: bool


def build_state(chosen: time, words: DateWords, news: str = "", *, is_locked: bool = False) -> DayStartState:
    """Every half hour from midnight to noon, and what was chosen if that lies between."""
    offered = {_time(minutes) for minutes in range(0, _minutes(LATEST_START_OF_DAY) + 1, STEP_MINUTES)}
    choices = tuple((each, words.clock_time(_minutes(each))) for each in sorted(offered | {chosen}))
    return DayStartState(chosen, choices, news, is_locked)


def reason() -> str:
    """Why there is a choice."""
    return _("What you note before that time belongs to the day before, so that a late evening stays one day.")


class DayStartPresenter:
    """Each choice is carried out at once, beside everything else; `changed` hears when there is news of it."""

    def __init__(self, service: DayStartService, vault: Vault, words: DateWords, bus: EventBus) -> None:
        self._service = service
        self._vault = vault
        self._words = words
        self._trouble = ""
        self._changed: list[Callable[[], None]] = []
        for news in (DayStartChanged, CheckInsImported, StoreChangedElsewhere, VaultLocked, VaultUnlocked):
            bus.listen(news, lambda _news: self._say())

    def default(self) -> str:
        """When days begin before anybody chose."""
        return default_words(self._words.clock_time(_minutes(START_OF_DAY)))

    def attach(self, changed: Callable[[], None]) -> None:
        """From now on calls `changed` whenever what was shown may no longer be so."""
        self._changed.append(changed)

    def state(self) -> DayStartState:
        """The choice now."""
        news = _("Your days are being counted anew. You can go on meanwhile.")
        return build_state(
            self._service.day_start,
            self._words,
            news if self._service.is_counting else self._trouble,
            is_locked=self._vault.is_locked,
        )

    def choose(self, day_start: time) -> None:
        """Days begin then."""
        self._trouble = ""
        self._service.change(day_start, self._on_done)
        self._say()

    def _on_done(self, trouble: UserError | None) -> None:
        self._trouble = "" if trouble is None else line_of(trouble)
        self._say()

    def _say(self) -> None:
        for changed in self._changed:
            changed()


def _minutes(at: time) -> int:
    return at.hour * 60 + at.minute


def _time(minutes: int) -> time:
    return time(*divmod(minutes, 60))
