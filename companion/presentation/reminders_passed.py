"""What passed while the computer slept or the program was not running, said once and kindly."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from companion.application.events import PromptsPassed
from companion.presentation.translation import _, ngettext

if TYPE_CHECKING:
    from companion.application.event_bus import EventBus


class PassedPresenter:
    """Hears of what passed from its making on, and says it until it is put away."""

    def __init__(self, bus: EventBus) -> None:
        self._count = 0
        self._outdated: list[Callable[[], None]] = []
        bus.listen(PromptsPassed, self._on_passed)

    def attach(self, outdated: Callable[[], None]) -> None:
        """From now on calls `outdated` whenever there is something else to say."""
        self._outdated.append(outdated)

    def state(self) -> str:
        """The sentence; "" where nothing passed."""
        if not self._count:
            return ""
        passed = ngettext(
            "{count} reminder passed while the computer slept or Companion was not running.",
            "{count} reminders passed while the computer slept or Companion was not running.",
            self._count,
        ).format(count=self._count)
        return f"{passed} {_('That is fine: nothing has to be made up for.')}"

    def put_away(self) -> None:
        """It has been seen."""
        self._count = 0
        self._tell()

    def _on_passed(self, news: PromptsPassed) -> None:
        self._count += len(news.prompts)
        self._tell()

    def _tell(self) -> None:
        for outdated in self._outdated:
            outdated()
