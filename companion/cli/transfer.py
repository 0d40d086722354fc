"""`companion export` and `companion import`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from companion.application.errors import Trouble, UserError
from companion.cli.grammar import Command, Option, Request
from companion.cli.news import tell_it_changed
from companion.cli.output import complain, say, say_json
from companion.presentation.translation import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Iterator

    from companion.application.transfer import ForeignCheckIn, ImportCounts, RowFault, TransferService

CSV, JSON = ".csv", ".json"


def commands() -> tuple[Command, ...]:
    """The commands of this family."""
    return (
        Command(
            "export",
            _("write everything to a file, as .json, or check-ins as .csv"),
            _export,
            arguments=(_("FILE"),),
            notes=_("The file is yours to keep safe: it is not encrypted."),
        ),
        Command(
            "import",
            _("take check-ins in from a .csv file, or from a .json file of an export"),
            _import,
            (Option("--dry-run", help=_("change nothing, and say what would happen")),),
            (_("FILE"),),
            _(
                "The first line of a .csv file names its columns: at, and any of arousal, zone, pleasantness,\n"
                "prompted, note, tags. A time is like 2026-11-22T14:06+01:00; without an offset it is local. Tags\n"
                "have a semicolon between them. A row that cannot be kept is named, and the others are kept."
            ),
        ),
    )


def _export(request: Request) -> int:
    path = _path(request)
    count = _hand_out(_service(request), path)
    if request.wants_json:
        say_json("exported", checkins=count)
    else:
        sentence = ngettext("{count} check-in is in {file} now.", "{count} check-ins are in {file} now.", count)
        say(sentence.format(count=count, file=path))
    return 0


def _hand_out(service: TransferService, path: Path) -> int:
    if _suffix(path) == CSV:
        from companion.adapters.transfer.csv_check_ins import write_csv

        return service.hand_out(lambda store: write_csv(store, path))
    from companion.adapters.transfer.json_export import write_json

    return service.hand_out(lambda store: write_json(store, path))


def _import(request: Request) -> int:
    path = _path(request)
    only_look = request.typed.has("--dry-run")
    counts = _service(request).bring_in(_suffix(path)[1:], _rows(request, path), _complain_of, only_look=only_look)
    if request.wants_json:
        say_json(
            "imported",
            added=counts.added,
            left_out=counts.left_out,
            already_here=counts.already_here,
            dry_run=only_look,
        )
    else:
        say(_counted(counts, only_look))
    if counts.added and not only_look:
        tell_it_changed(request.core.folders)
    return 1 if counts.left_out else 0


def _rows(request: Request, path: Path) -> Iterator[ForeignCheckIn | RowFault]:
    if _suffix(path) == JSON:
        from companion.adapters.transfer.json_import import read_json

        return read_json(path)
    from companion import __version__
    from companion.adapters.transfer.csv_check_ins import CsvCheckIns

    core = request.core
    return CsvCheckIns(core.ids, core.clock.now(), core.clock.zone(), __version__).read(path)


def _complain_of(fault: RowFault) -> None:
    from companion.presentation.transfer import fault_line

    complain(fault_line(fault))


def _counted(counts: ImportCounts, only_look: bool) -> str:
    parts = [
        _("{count} would be imported") if only_look else _("{count} imported"),
        _("{count} left out"),
        _("{count} already here"),
    ]
    numbers = (counts.added, counts.left_out, counts.already_here)
    return ", ".join(part.format(count=number) for part, number in zip(parts, numbers, strict=True))


def _service(request: Request) -> TransferService:
    from companion.application.transfer import TransferService

    return TransferService(request.core.vault, request.core.clock, request.core.bus)


def _path(request: Request) -> Path:
    path = Path(request.typed.words[0]).expanduser().absolute()
    _suffix(path)
    return path


def _suffix(path: Path) -> str:
    suffix = path.suffix.lower()
    if suffix not in (CSV, JSON):
        raise UserError(Trouble.FORMAT_UNKNOWN, path=str(path))
    return suffix
