"""`companion report`: the page for a session, as PDF or as a web page."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from companion.cli.grammar import Command, CouldNotError, Option, Request
from companion.cli.output import complain, finish, say, say_json
from companion.presentation.translation import _

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from companion.application.report import Note, NotesFound

NO_NOTES = "--no-notes"
YES, STOP = "yes", "stop"


def commands() -> tuple[Command, ...]:
    """The one command of this family."""
    return (
        Command(
            "report",
            _("write the page for a session to a .pdf or .html file"),
            _report,
            (
                Option("--from", _("DAY"), _("from this day on (four weeks)")),
                Option("--to", _("DAY"), _("up to and with this day (today)")),
                Option(NO_NOTES, help=_("without notes, and without being asked about them")),
            ),
            (_("FILE"),),
            _(
                "One page: the chart, shares, coming back, time of day and weekday, life events, and notes. Each\n"
                "note is asked about in the terminal, and only those that you say yes to are on the page.\n"
                "The file is yours to keep safe: it is not encrypted."
            ),
        ),
    )


def _report(request: Request) -> int:
    path = _path(request)
    first, last = _day(request, "--from"), _day(request, "--to")
    if first is not None and last is not None and last < first:
        raise CouldNotError(_("The first day has to come before the last one."))
    request.core.open()

    from companion.adapters.transfer.finished_file import FinishedFiles
    from companion.bootstrap.report import page_without_display, report_service
    from companion.presentation.report import PAPER

    service = report_service(request.core)
    period = service.period(first, last)
    notes = () if request.typed.has(NO_NOTES) else _chosen(request, service.notes(period))
    content, left_out = page_without_display(service.look(period, PAPER.most_marks), notes, path.suffix.lower())
    FinishedFiles().write(str(path), content)
    if request.wants_json:
        say_json("report", file=str(path), notes=len(notes) - left_out, left_out=left_out)
    else:
        say(_("The page is in {file} now. Anyone who has this file can read it.").format(file=path))
        if left_out:
            from companion.presentation.report_words import full_words

            say(full_words(left_out))
    return 0


def _chosen(request: Request, found: NotesFound) -> Sequence[Note]:
    """The notes that the person said yes to, one by one; none where nobody can be asked."""
    if not found.notes:
        return ()
    if request.wants_json or sys.stdin is None or not sys.stdin.isatty():
        complain(_("No note is on the page: each is asked about in a terminal, or chosen in the window."))
        return ()
    if found.has_more:
        say(_("There are more notes in these days than can be asked about: these are the newest."))
    chosen: list[Note] = []
    for note in found.notes:
        answer = _asked(note)
        if answer == STOP:
            break
        if answer == YES:
            chosen.append(note)
    return chosen


def _asked(note: Note) -> str:
    """Shows one note and asks; what is neither yes nor stop is no."""
    from companion.cli.dates import TerminalDates
    from companion.presentation.report import said_of

    said = said_of(note, TerminalDates())
    say(_("{when}: {what}").format(when=said.when, what=said.what))
    say(said.text)
    finish()
    try:
        answer = input(_("On the page? yes, no, or stop: ")).strip().casefold()
    except EOFError:
        return STOP
    if answer in (YES, _("yes")):
        return YES
    return STOP if answer in (STOP, _("stop")) else ""


def _path(request: Request) -> Path:
    path = Path(request.typed.words[0]).expanduser().absolute()
    if path.suffix.lower() not in (".pdf", ".html"):
        raise CouldNotError(_("The page goes to a file whose name ends in .pdf or .html."))
    return path


def _day(request: Request, name: str) -> date | None:
    text = request.typed.value(name)
    if text is None:
        return None
    from companion.domain.errors import DomainError
    from companion.domain.moment_text import day_from_text

    try:
        return day_from_text(text)
    except DomainError:
        raise CouldNotError(_("{option} takes a day, such as 2026-11-22.").format(option=name)) from None
