"""`companion reminders`: adds, lists, switches and removes them, looks ahead, and tells what became of prompts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.cli.dates import TerminalDates
from companion.cli.grammar import Command, Option, Request
from companion.cli.news import tell_it_changed
from companion.cli.options import whole_number
from companion.cli.output import say, say_json, say_table
from companion.cli.reminder_rules import manner_from, rule_from, rule_options
from companion.presentation.translation import _

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import datetime, tzinfo

    from companion.domain.preview import PreviewItem
    from companion.domain.prompt import PromptRecord
    from companion.domain.reminder import Reminder

MOST_DAYS = 366
LARGEST_SEED = 2**53
SHORTEST_ID = 8


def commands() -> tuple[Command, ...]:
    """The commands of this family."""
    which = (_("ID"),)
    return (
        Command(
            "reminders add",
            _("add a reminder, switched on, and print its id"),
            _add,
            rule_options(),
            notes=_(
                "Give one of --at, --random, --every, --once or --after. Times are those of the clock on the wall.\n"
                "--between may be given for several ranges of a day, and --random with a number for each of them."
            ),
        ),
        Command("reminders list", _("list them"), _list),
        Command("reminders on", _("switch one on"), _switch_on, arguments=which),
        Command("reminders off", _("switch one off"), _switch_off, arguments=which),
        Command("reminders remove", _("remove one; its prompts stay in the ledger"), _remove, arguments=which),
        Command(
            "reminders preview",
            _("what they ask for in the coming days; random moments stay a surprise"),
            _preview,
            (
                Option("--from", _("TIME"), _("from this day or moment on; from today if left out")),
                Option("--days", "N", _("how many days; 14 if left out")),
                Option("--timezone", _("ZONE"), _("by the clocks of that zone, such as Europe/Berlin")),
                Option("--seed", "N", _("draw random moments from this number; never the real ones")),
            ),
        ),
        Command("reminders ledger", _("what became of each prompt"), _ledger),
    )


def _add(request: Request) -> int:
    reminder = request.core.reminders.add(rule_from(request), manner=manner_from(request.typed))
    if request.wants_json:
        say_json("reminder", id=reminder.id)
    else:
        say(reminder.id)
    tell_it_changed(request.core.folders)
    return 0


def _list(request: Request) -> int:
    reminders = request.core.reminders.reminders()
    if request.wants_json:
        from companion.adapters.transfer.json_shapes import reminder_shape

        say_json("reminders", reminders=[reminder_shape(reminder) for reminder in reminders])
    elif reminders:
        length = _shortest_length([reminder.id for reminder in reminders])
        say_table([_row(reminder, length) for reminder in reminders])
    else:
        say(_("There are no reminders yet. “companion reminders add --help” says how to add one."))
    return 0


def _row(reminder: Reminder, length: int) -> tuple[str, str, str]:
    from companion.presentation.reminders import rule_sentence

    state = _("on") if reminder.is_on else _("off")
    return reminder.id[:length], state, rule_sentence(reminder.rule, TerminalDates())


def _switch_on(request: Request) -> int:
    return _switch(request, is_on=True)


def _switch_off(request: Request) -> int:
    return _switch(request, is_on=False)


def _switch(request: Request, *, is_on: bool) -> int:
    service = request.core.reminders
    service.switch(service.find(request.typed.words[0]).id, is_on)
    return _changed(request, _("It is on now.") if is_on else _("It is off now."))


def _remove(request: Request) -> int:
    service = request.core.reminders
    service.remove(service.find(request.typed.words[0]).id)
    return _changed(request, _("It is removed."))


def _changed(request: Request, sentence: str) -> int:
    if request.wants_json:
        say_json("done")
    else:
        say(sentence)
    tell_it_changed(request.core.folders)
    return 0


def _preview(request: Request) -> int:
    typed = request.typed
    days = whole_number(typed, "--days", 1, MOST_DAYS, otherwise=14)
    seed = whole_number(typed, "--seed", 0, LARGEST_SEED) if typed.has("--seed") else None
    zone = _zone(typed.value("--timezone")) or request.core.clock.zone()
    start = _start(typed.value("--from"), request, zone)
    planned = request.core.reminders.preview(start.astimezone(zone).date(), days, zone, seed)
    items = [item for item in planned if _end_of(item) >= start]
    if request.wants_json:
        from companion.adapters.transfer.json_shapes import preview_shape

        say_json("preview", items=[preview_shape(item) for item in items])
    elif items:
        length = _shortest_length([item.reminder_id for item in items])
        say_table([_coming_row(item, length) for item in items])
    else:
        say(_("Nothing is planned in these days."))
    return 0


def _coming_row(item: PreviewItem, length: int) -> tuple[str, str, str, str]:
    words = TerminalDates()
    if item.at is not None:
        local, when = item.at.local, words.time(item.at.local)
    else:
        local = item.block_start.local
        when = _("between {start} and {end}").format(start=words.time(local), end=words.time(item.block_end.local))
    return words.long_day(local.date()), when, item.kind.value, item.reminder_id[:length]


def _zone(name: str | None) -> tzinfo | None:
    if name is None:
        return None
    from zoneinfo import ZoneInfo

    from companion.domain.errors import DomainError, Rule

    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        raise DomainError(Rule.UNKNOWN_TIME_ZONE) from None


def _start(text: str | None, request: Request, zone: tzinfo) -> datetime:
    """The instant from which on is shown, in UTC: a day begins at its midnight."""
    from companion.domain.moment_text import is_day, moment_from_text, start_of_day

    day = request.core.clock.now().utc.astimezone(zone).date().isoformat() if text is None else text
    return start_of_day(day, zone) if is_day(day) else moment_from_text(day, zone).utc


def _end_of(item: PreviewItem) -> datetime:
    """When it comes, or the latest that it can."""
    return (item.at or item.block_end).utc


def _ledger(request: Request) -> int:
    with request.core.vault.reading() as store:
        records = store.ledger.between(None, None)
    lines = sorted(_transitions(records), key=lambda line: line[0])
    if request.wants_json:
        say_json("prompts", prompts=[shape for _instant, shape in lines])
    elif lines:
        say_table([_ledger_row(shape) for _instant, shape in lines])
    else:
        say(_("No reminder has asked anything yet."))
    return 0


def _transitions(records: Sequence[PromptRecord]) -> Iterator[tuple[datetime, dict[str, object]]]:
    from companion.adapters.transfer.json_shapes import ledger_shapes

    for record in records:
        for transition, shape in zip(record.transitions, ledger_shapes(record), strict=True):
            yield transition.at.utc, shape


def _ledger_row(shape: dict[str, object]) -> tuple[str, ...]:
    at, planned = (str(shape[name] or "")[:16].replace("T", " ") for name in ("at", "planned_for"))
    state = str(shape["state"])
    reason = str(shape["reason"] or "").replace("_", " ")
    return at, f"{state} ({reason})" if reason else state, str(shape["kind"]), planned, str(shape["prompt"])


def _shortest_length(ids: Sequence[str]) -> int:
    """How much of each id tells them apart."""
    different = len(set(ids))
    return next(n for n in range(SHORTEST_ID, 37) if n == 36 or len({i[:n] for i in ids}) == different)
