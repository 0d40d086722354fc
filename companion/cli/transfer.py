"""`companion export` and `companion import`."""

from __future__ import annotations

from contextlib import contextmanager, suppress
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from companion.application.errors import Trouble, UserError
from companion.cli.foreign_options import (
    FILE_PASSPHRASE_FD,
    WITH_SETTINGS,
    chosen_kind,
    export_options,
    import_options,
    no_passphrase,
)
from companion.cli.grammar import Command, CouldNotError, Request
from companion.cli.news import tell_it_changed
from companion.cli.output import complain, say, say_json
from companion.presentation.translation import _

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from companion.adapters.storage.vault import SqliteVault
    from companion.application.carried_settings import CameSettings
    from companion.application.parts import PartNote
    from companion.application.transfer import ForeignCheckIn, RowFault, TransferService
    from companion.application.whole_transfer import WholeTransferService
    from companion.domain.secrets import Secret


def commands() -> tuple[Command, ...]:
    """The commands of this family."""
    return (
        Command(
            "export",
            _("write everything to a file, as .json, or check-ins as .csv"),
            _export,
            export_options(),
            arguments=(_("FILE"),),
            notes=_(
                "The file is yours to keep safe: without --encrypted it is not encrypted. Beside a .csv lies a\n"
                "codebook, which says what each column means."
            ),
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
    from companion.cli.export import export_to

    return export_to(request, _typed_path(request))


def _import(request: Request) -> int:
    from companion.adapters.transfer.foreign_files import kind_of
    from companion.application.foreign import FileKind

    path = _typed_path(request)
    only_look = request.typed.has("--dry-run")
    kind = chosen_kind(request.typed) or kind_of(path)
    if kind is None:
        raise UserError(Trouble.FORMAT_UNKNOWN, path=str(path))
    with _leaving_nothing(request.core.vault):
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


@contextmanager
def _leaving_nothing(vault: SqliteVault) -> Iterator[None]:
    """Of one that does not come in nothing is left in the store, however large it is, or after the next start."""
    try:
        yield
    except BaseException:
        with suppress(UserError):
            vault.remove_unfinished_imports()
        raise


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
    from companion.adapters.transfer.sealed_file import unsealing
    from companion.application.parts import PartCounts, PartKind
    from companion.presentation.transfer import counted_lines, note_line

    def tell(note: PartNote) -> None:
        complain(note_line(note))

    _refuse_settings_while_running(request)
    heard: dict[str, object] = {}
    parts = read_json(path, opened=unsealing(_secret_of(request, path)), hear_settings=heard.update)
    counts = _whole_service(request).bring_in(parts, tell, only_look=only_look)
    came = _settings_from(request, heard, only_look)
    if request.wants_json:
        check_ins = counts.get(PartKind.CHECK_IN, PartCounts())
        kinds = {kind.value: asdict(of_kind) for kind, of_kind in counts.items()}
        beside = {} if came is None else {"settings": sorted(came.wanted), "settings_refused": sorted(came.refused)}
        say_json("imported", **asdict(check_ins), dry_run=only_look, kinds=kinds, **beside)
    else:
        for line in counted_lines(counts, only_look):
            say(line)
        _tell_settings(heard, came, only_look)
    has_left_out = any(of_kind.left_out for of_kind in counts.values()) or bool(came and came.refused)
    return any(of_kind.added for of_kind in counts.values()), has_left_out


def _secret_of(request: Request, path: Path) -> Secret | None:
    """The passphrase of a file that is sealed; None for one that is not."""
    from companion.adapters.transfer.sealed_file import is_sealed
    from companion.cli.unlocking import typed_for_copy
    from companion.domain.secrets import typed_passphrase

    if not is_sealed(path):
        return None
    typed = typed_for_copy(request.typed, FILE_PASSPHRASE_FD, _("Passphrase of the file: "))
    if typed is None:
        raise CouldNotError(no_passphrase())
    return typed_passphrase(typed)


def _refuse_settings_while_running(request: Request) -> None:
    """It holds settings of its own, and would write those over what came."""
    from companion.adapters.system.running_program import is_running

    if request.typed.has(WITH_SETTINGS) and is_running(request.core.folders.data):
        raise CouldNotError(_("Companion is running. Please quit it first, or import inside it, with the settings."))


def _settings_from(request: Request, heard: Mapping[str, object], only_look: bool) -> CameSettings | None:
    """None unless they were wanted."""
    from companion.adapters.settings.carried import CarriedSettings

    if not request.typed.has(WITH_SETTINGS):
        return None
    came = CarriedSettings().came(heard)
    if not only_look:
        request.core.preferences.change(**came.wanted)
    return came


def _tell_settings(heard: Mapping[str, object], came: CameSettings | None, only_look: bool) -> None:
    from companion.presentation.carried_settings import came_lines

    if came is not None:
        for line in came_lines(came, only_look=only_look):
            say(line)
    elif heard:
        say(_("There are settings in the file, too. With {option} they are taken over.").format(option=WITH_SETTINGS))


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
    """True unless it is JSON, sealed or not: what is neither is told by its header."""
    from companion.adapters.transfer.foreign_files import is_json
    from companion.adapters.transfer.sealed_file import is_sealed

    return not is_json(path) and not is_sealed(path)


def _typed_path(request: Request) -> Path:
    return Path(request.typed.words[0]).expanduser().absolute()
