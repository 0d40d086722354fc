"""`companion export` and `companion import`."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from companion.application.errors import Trouble, UserError
from companion.cli.foreign_options import chosen_kind, import_options
from companion.cli.grammar import Command, CouldNotError, Option, Request
from companion.cli.news import tell_it_changed
from companion.cli.output import complain, say, say_json
from companion.presentation.translation import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Iterator

    from companion.application.parts import PartNote
    from companion.application.transfer import ForeignCheckIn, RowFault, TransferService
    from companion.application.whole_transfer import WholeTransferService

READABLE = "--what-can-be-read"


def commands() -> tuple[Command, ...]:
    """The commands of this family."""
    return (
        Command(
            "export",
            _("write everything to a file, as .json, or check-ins as .csv"),
            _export,
            (Option(READABLE, help=_("of a damaged notebook, what can still be read; to .json only")),),
            arguments=(_("FILE"),),
            notes=_("The file is yours to keep safe: it is not encrypted."),
        ),
        Command(
            "import",
            _("take in what an export holds, a table of check-ins, or the file of another program"),
            _import,
            import_options(),
            (_("FILE"),),
            _(
                "What a file is shows in its content. A table of ours names its columns in the first line: at, and\n"
                "any of arousal, zone, pleasantness, prompted, note, tags. A time is like 2026-11-22T14:06+01:00;\n"
                "without an offset it is local. Tags have a semicolon between them. Of other programs: Daylio (CSV\n"
                "and backup), How We Feel, State of Mind (JSON and CSV), Pixy, Track & Graph, and any table by\n"
                "choosing its columns. A rating of theirs is pleasantness unless you say otherwise.\n"
                "A row that cannot be kept is named, and the others are kept. Importing a file again adds nothing.\n"
                "What is here already stays as it is here; what was deleted permanently here is not brought back."
            ),
        ),
    )


def _export(request: Request) -> int:
    path = _typed_path(request)
    match path.suffix.lower():
        case ".csv" if not request.typed.has(READABLE):
            _export_csv(request, path)
        case ".json" if request.typed.has(READABLE):
            return _export_what_can_be_read(request, path)
        case ".json":
            _export_json(request, path)
        case _:
            raise CouldNotError(_("An export goes to a file whose name ends in .json or .csv."))
    return 0


def _export_csv(request: Request, path: Path) -> None:
    from companion.adapters.transfer.csv_check_ins import write_csv

    count = _service(request).hand_out(lambda store: write_csv(store, path))
    if request.wants_json:
        say_json("exported", checkins=count)
    else:
        sentence = ngettext("{count} check-in is in {file} now.", "{count} check-ins are in {file} now.", count)
        say(sentence.format(count=count, file=path))


def _export_json(request: Request, path: Path) -> None:
    from companion.adapters.transfer.json_export import write_json
    from companion.presentation.transfer import written_lines

    counts = _whole_service(request).hand_out(lambda store: write_json(store, path))
    if request.wants_json:
        say_json("exported", **{kind.value: count for kind, count in counts.items()})
    else:
        for line in written_lines(counts, str(path)):
            say(line)


def _export_what_can_be_read(request: Request, path: Path) -> int:
    """1 if something that is known of could not be read."""
    from companion.adapters.storage.readable_parts import what_can_be_read
    from companion.adapters.transfer.json_export import write_json
    from companion.presentation.transfer import written_lines

    with what_can_be_read(request.core.vault) as store:
        counts, lost = write_json(store, path), store.whole.lost
    if request.wants_json:
        say_json("exported", **{kind.value: count for kind, count in counts.items()}, lost=lost)
        return 1 if lost else 0
    for line in written_lines(counts, str(path)):
        say(line)
    if lost:
        complain(ngettext("{count} could not be read.", "{count} could not be read.", lost).format(count=lost))
    return 1 if lost else 0


def _import(request: Request) -> int:
    from companion.adapters.transfer.foreign_files import kind_of
    from companion.application.foreign import FileKind

    path = _typed_path(request)
    only_look = request.typed.has("--dry-run")
    kind = chosen_kind(request.typed) or kind_of(path)
    if kind is None:
        raise UserError(Trouble.FORMAT_UNKNOWN, path=str(path))
    if kind is not FileKind.COMPANION:
        from companion.cli.foreign import import_foreign

        has_added, has_left_out = import_foreign(request, _service(request), path, kind, only_look)
    elif _is_table(path):
        has_added, has_left_out = _import_csv(request, path, only_look)
    else:
        has_added, has_left_out = _import_json(request, path, only_look)
    if has_added and not only_look:
        tell_it_changed(request.core.folders)
    return 1 if has_left_out else 0


def _import_csv(request: Request, path: Path, only_look: bool) -> tuple[bool, bool]:
    from companion.presentation.transfer import counted, fault_line

    def tell(fault: RowFault) -> None:
        complain(fault_line(fault))

    counts = _service(request).bring_in("csv", _rows(request, path), tell, only_look=only_look)
    if request.wants_json:
        say_json("imported", **asdict(counts), dry_run=only_look)
    else:
        say(counted(counts, only_look))
    return counts.added > 0, counts.left_out > 0


def _import_json(request: Request, path: Path, only_look: bool) -> tuple[bool, bool]:
    from companion.adapters.transfer.json_import import read_json
    from companion.application.parts import PartCounts, PartKind
    from companion.presentation.transfer import counted_lines, note_line

    def tell(note: PartNote) -> None:
        complain(note_line(note))

    counts = _whole_service(request).bring_in(read_json(path), tell, only_look=only_look)
    if request.wants_json:
        check_ins = counts.get(PartKind.CHECK_IN, PartCounts())
        kinds = {kind.value: asdict(of_kind) for kind, of_kind in counts.items()}
        say_json("imported", **asdict(check_ins), dry_run=only_look, kinds=kinds)
    else:
        for line in counted_lines(counts, only_look):
            say(line)
    return any(of_kind.added for of_kind in counts.values()), any(of_kind.left_out for of_kind in counts.values())


def _rows(request: Request, path: Path) -> Iterator[ForeignCheckIn | RowFault]:
    from companion import __version__
    from companion.adapters.transfer.csv_check_ins import CsvCheckIns

    core = request.core
    return CsvCheckIns(core.ids, core.clock.now(), core.clock.zone(), __version__).read(path)


def _service(request: Request) -> TransferService:
    from companion.application.transfer import TransferService

    return TransferService(request.core.vault, request.core.clock, request.core.bus)


def _whole_service(request: Request) -> WholeTransferService:
    from companion.application.whole_transfer import WholeTransferService

    return WholeTransferService(request.core.vault, request.core.clock)


def _is_table(path: Path) -> bool:
    """True unless it is JSON: what is neither is told by its header."""
    from companion.adapters.transfer.foreign_files import is_json

    return not is_json(path)


def _typed_path(request: Request) -> Path:
    return Path(request.typed.words[0]).expanduser().absolute()
