"""`companion status`: how things stand, and what this desktop can do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.cli.dates import TerminalDates, day_and_time
from companion.cli.grammar import Command, Request
from companion.cli.output import say_json, say_table
from companion.presentation.date_words import span_text, when_text
from companion.presentation.translation import _

if TYPE_CHECKING:
    from companion.application.desktop_abilities import DesktopAbilities
    from companion.application.outlook import NextPrompt
    from companion.application.status import Status
    from companion.domain.moment import Moment
    from companion.domain.pause import Pause


def commands() -> tuple[Command, ...]:
    """The one command of this family."""
    return (Command("status", _("last check-in, next reminder, pause, and what this desktop can do"), _status),)


def _status(request: Request) -> int:
    from companion.application.status import status_now
    from companion.cli.desktop import desktop_now

    core = request.core
    status, desktop = status_now(core.vault, core.clock), desktop_now(core)
    if request.wants_json:
        _say_json(status, desktop)
    else:
        say_table([*_rows(status, core.clock.now()), *_desktop_rows(desktop)])
    return 0


def _say_json(status: Status, desktop: DesktopAbilities) -> None:
    from dataclasses import asdict

    from companion.adapters.transfer.json_shapes import check_in_shape, next_prompt_shape

    say_json(
        "status",
        last_checkin=None if status.last is None else check_in_shape(status.last),
        next_prompt=None if status.next_prompt is None else next_prompt_shape(status.next_prompt),
        paused_until=None if status.pause is None else status.pause.until.iso(),
        checkins=status.total,
        desktop=asdict(desktop),
    )


def _rows(status: Status, now: Moment) -> list[tuple[str, str]]:
    last = _("none yet") if status.last is None else day_and_time(status.last.experienced_at)
    return [
        (_("Last check-in"), last),
        (_("Check-ins"), str(status.total)),
        (_("Next reminder"), _coming(status.next_prompt, now)),
        (_("Pause"), _pause(status.pause)),
    ]


def _pause(pause: Pause | None) -> str:
    if pause is None:
        return _("none")
    if pause.is_open_ended:
        return _("until you end it")
    return _("until {time}").format(time=day_and_time(pause.until))


def _coming(coming: NextPrompt | None, now: Moment) -> str:
    if coming is None:
        return _("none is planned")
    words = TerminalDates()
    if coming.at is not None:
        return when_text(words, coming.at.local, now.local)
    return span_text(words, coming.block_start.local, coming.block_end.local, now.local)


def _desktop_rows(desktop: DesktopAbilities) -> list[tuple[str, str]]:
    from companion.presentation.desktop_words import ability_words, login_word, state_word

    return [
        (_("Screen"), state_word(desktop.screen)),
        *((words.title, words.state) for words in ability_words(desktop)),
        (_("Start with the log-in"), login_word(desktop.start_at_login)),
    ]
