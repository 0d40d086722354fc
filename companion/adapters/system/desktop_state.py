"""What this desktop says of the moment, gathered from X, the session's services and the system's, all at once."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import fields, replace
from datetime import datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from companion.adapters.system import desktop_idle, desktop_lock, desktop_login, desktop_quiet
from companion.adapters.system.asked import Asked
from companion.adapters.system.desktop_bus import Bus, ask
from companion.adapters.system.x_server import SINCE_A_KEY, SINCE_ANY_INPUT, x_server
from companion.domain.desktop import SILENT, Desktop

if TYPE_CHECKING:
    from companion.application.ports import Clock

PATIENCE = 0.15  # seconds for everything together
PATIENCE_WITH_SERVICES = 0.1  # shorter, so that one that hangs does not take along what the others have answered
TYPING = timedelta(seconds=20)

Source = Callable[[datetime], Desktop]
"""What one of them says at this instant, in UTC."""
T = TypeVar("T")


class SystemDesktopState:
    """Fills the DesktopState port. Nothing is asked between two looks.

    What hangs is left behind: the look goes on without it, and it is not asked again before it came back.
    """

    def __init__(self, clock: Clock, sources: Iterable[Source] | None = None, patience: float = PATIENCE) -> None:
        self._sources = tuple(sources) if sources is not None else (_x_says, _services_say, _logind_says)
        self._asked = [Asked[Desktop]() for _source in self._sources]
        self._clock = clock
        self._patience = patience
        self._resumed_at: datetime | None = None

    def note_resumed(self, at: datetime) -> None:
        """The computer woke up at that instant, in UTC."""
        self._resumed_at = at

    def look(self) -> Desktop:
        """What it says now, within 200 ms. Of two that say the same thing the first one counts, X before services."""
        from time import monotonic

        now, end = self._clock.now().utc, monotonic() + self._patience
        for asked, source in zip(self._asked, self._sources, strict=True):
            asked.begin(partial(source, now))
        said = [asked.answer(max(0.0, end - monotonic())) or SILENT for asked in self._asked]
        together = Desktop(*(_first(getattr(desktop, field.name) for desktop in said) for field in fields(Desktop)))
        is_locked = any(desktop.screen_locked for desktop in said) or together.screen_locked
        instants = [at for at in (together.resumed_at, self._resumed_at) if at is not None]
        return replace(together, screen_locked=is_locked, resumed_at=max(instants, default=None))


def _x_says(_now: datetime) -> Desktop:
    with x_server() as server:
        if server is None:
            return SILENT
        idle = server.idle_times()
        since_key = idle.get(SINCE_A_KEY)
        return Desktop(
            idle_for=idle.get(SINCE_ANY_INPUT),
            is_typing=None if since_key is None else since_key < TYPING,
            is_full_screen=server.is_full_screen(),
        )


def _services_say(_now: datetime) -> Desktop:
    questions = (*desktop_idle.QUESTIONS, *desktop_quiet.QUESTIONS, *desktop_lock.QUESTIONS)
    answers = ask(Bus.SESSION, questions, PATIENCE_WITH_SERVICES) or {}
    return Desktop(
        idle_for=desktop_idle.idle_for(answers),
        do_not_disturb=desktop_quiet.do_not_disturb(answers),
        screen_locked=desktop_lock.screen_locked(answers),
    )


def _logind_says(now: datetime) -> Desktop:
    answers = ask(Bus.SYSTEM, desktop_login.questions(), PATIENCE_WITH_SERVICES) or {}
    since = desktop_login.idle_since(answers)
    return Desktop(
        idle_for=now - since if since is not None and since < now else None,
        screen_locked=desktop_login.is_locked(answers),
        resumed_at=desktop_login.logged_in_at(answers),
    )


def _first(values: Iterable[T | None]) -> T | None:
    return next((value for value in values if value is not None), None)
