"""`companion metrics`: every number of the chart page, of the notebook or of a file."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date, datetime, time
from pathlib import Path
from typing import TYPE_CHECKING

from companion.cli.grammar import Command, CouldNotError, Option, Request
from companion.cli.options import nothing_in, whole_number
from companion.cli.output import complain, say, say_json, say_table
from companion.presentation.translation import _

if TYPE_CHECKING:
    from collections.abc import Iterator

    from companion.application.metrics import Span
    from companion.application.row_fault import RowFault
    from companion.domain.answered_of_shown import AnsweredOfShown
    from companion.domain.checkin import CheckIn
    from companion.domain.figures import Figure, Figures

ACUTE, ALL, DAY_START, INPUT = "--acute", "--all", "--day-start", "--input"
USUAL_ACUTE = 25


def commands() -> tuple[Command, ...]:
    """The one command of this family."""
    return (
        Command(
            "metrics",
            _("every number of the chart page, with what it rests on"),
            _metrics,
            (
                Option("--from", _("TIME"), _("from this day or moment on")),
                Option("--to", _("TIME"), _("up to and with this day, or up to this moment")),
                Option(ALL, help=_("also numbers that rest on too little, marked as such")),
                Option(INPUT, _("FILE.csv"), _("of a file of check-ins instead of the notebook")),
                Option(DAY_START, "HH:MM", _("when a day begins (04:00, or as the notebook says)")),
                Option(ACUTE, "N", _("from how many points on a change is a large one (25)")),
            ),
            notes=_(
                "Only check-ins that were asked for count, but for coming back and the window, where all do.\n"
                "A file has the columns of an import, of which at is needed; without the column prompted\n"
                "all of its rows count as asked for."
            ),
        ),
    )


def _metrics(request: Request) -> int:
    acute = whole_number(request.typed, ACUTE, 1, 100, USUAL_ACUTE)
    span, begins = _span(request), _day_start(request)
    faults: list[RowFault] = []
    answered: AnsweredOfShown | None = None
    if request.typed.has(INPUT):
        from companion.application.metrics import figures_from
        from companion.domain.day_start import START_OF_DAY

        figures = figures_from(_from_file(request, faults), span, begins or START_OF_DAY, acute)
    else:
        from companion.application.metrics import MetricsService

        service = MetricsService(request.core.vault, request.core.clock)
        numbers = service.look(span, day_start=begins, acute=acute)
        figures, answered = numbers.figures, numbers.answered
    _answer(request, figures, answered, acute)
    return 1 if faults else 0


def _answer(request: Request, figures: Figures, answered: AnsweredOfShown | None, acute: int) -> None:
    everything = request.typed.has(ALL)
    if request.wants_json:
        shapes = {name: _shape(figure, everything=everything) for name, figure in figures.items()}
        shapes["time_in_zone"] = shapes["time_in_zone.inside"]  # without more words, time in the zone is time inside
        say_json("metrics", metrics=shapes, answered=None if answered is None else asdict(answered))
        return
    if not any(figure.n for figure in figures.values()):
        say(nothing_in(request.typed))
        return
    from companion.presentation.metrics_words import answered_line, figure_line, figure_name, warnings

    say_table(
        [
            (figure_name(name, acute), figure_line(name, figure, even_closed=everything))
            for name, figure in figures.items()
        ]
    )
    if answered is not None and answered.shown:
        say("\n" + answered_line(answered))
    say("\n" + "\n".join(warnings()))


def _shape(figure: Figure, *, everything: bool) -> dict[str, object]:
    from companion.presentation.metrics_words import shortfall_sentence

    is_told = everything or figure.is_open
    return {
        "value": figure.value if is_told else None,
        "n": figure.n,
        "days": figure.days,
        "pairs": figure.pairs,
        "gate": "open" if figure.is_open else "closed",
        "missing": list(map(shortfall_sentence, figure.missing)),
        "low": figure.low if is_told else None,
        "high": figure.high if is_told else None,
    }


def _from_file(request: Request, faults: list[RowFault]) -> Iterator[CheckIn]:
    """The check-ins of the file. Rows that cannot be read are named and kept in `faults`; empty ones say nothing."""
    from companion import __version__
    from companion.adapters.transfer.csv_check_ins import CsvCheckIns
    from companion.application.row_fault import RowFault
    from companion.domain.errors import Rule
    from companion.presentation.transfer import fault_line

    core = request.core
    file = CsvCheckIns(_NoIds(), core.clock.now(), core.clock.zone(), __version__, asked_unless_said=True)
    for row in file.read(Path(request.typed.value(INPUT) or "").expanduser().absolute()):
        if not isinstance(row, RowFault):
            yield row.check_in
        elif row.rule is not Rule.NOTHING_ANSWERED:
            faults.append(row)
            complain(fault_line(row))


class _NoIds:
    """For what nobody keeps: of a million rows a tenth of the time."""

    def new_id(self) -> str:
        return ""


def _span(request: Request) -> Span:
    from companion.application.metrics import Span

    first, start = _bound(request, "--from")
    last, end = _bound(request, "--to")
    return Span(first, last, start, end)


def _bound(request: Request, name: str) -> tuple[date | None, datetime | None]:
    text = request.typed.value(name)
    if text is None:
        return None, None
    from companion.domain.moment_text import day_from_text, is_day, moment_from_text

    if is_day(text):
        return day_from_text(text), None
    return None, moment_from_text(text, request.core.clock.zone()).utc


def _day_start(request: Request) -> time | None:
    text = request.typed.value(DAY_START)
    if text is None:
        return None
    from companion.domain.day_start import checked_day_start

    try:
        return checked_day_start(datetime.strptime(text.strip(), "%H:%M").time())  # noqa: DTZ007 - no date in it
    except ValueError as wrong:
        from companion.domain.errors import DomainError

        if isinstance(wrong, DomainError):
            raise
        raise CouldNotError(_("{option} takes a time of day, such as 04:00.").format(option=DAY_START)) from None
