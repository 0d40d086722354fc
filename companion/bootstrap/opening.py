"""Opening the store at the start: what is said while that takes its time, and what comes first for a newcomer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.presentation.translation import _

if TYPE_CHECKING:
    from companion.bootstrap.core import Core
    from companion.bootstrap.running import Running


def open_store(running: Running, core: Core, *, is_demo: bool) -> None:
    """Opens it, or finds it locked. Raises UserError if it cannot be opened."""
    from companion.bootstrap.own_words import follow_own_words

    core.upgrading = lambda: _say_that_it_takes_time(running)
    core.open()
    follow_own_words(core)
    if is_demo:
        from companion.bootstrap.made_up import fill_with_made_up_data

        fill_with_made_up_data(core)


def welcome_newcomer(running: Running, core: Core) -> None:
    """Only where somebody opens the window for the first time: never by itself, and never over what is there."""
    if core.preferences.settings.was_welcomed:
        return
    from companion.application.first_start import is_first_start

    if is_first_start(core.preferences, core.vault):
        running.screens.ways.welcome()


def _say_that_it_takes_time(running: Running) -> None:
    """Seen at once, although nothing else is done before the notebook is open."""
    front = running.front
    if front.is_visible:
        front.say(_("Your notebook is being brought up to date. This can take a moment, and happens once."))
        running.woke_up.connect(lambda: front.say(""))
