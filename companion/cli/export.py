"""Writing an export as it was typed: everything, sealed or not, check-ins as a table, or what can still be read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.application.errors import Trouble, UserError
from companion.cli.foreign_options import ENCRYPTED, FILE_PASSPHRASE_FD, READABLE, WITH_SETTINGS, no_passphrase
from companion.cli.grammar import CouldNotError, Request
from companion.cli.output import complain, say, say_json
from companion.presentation.translation import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from companion.adapters.transfer.json_export import Exported
    from companion.adapters.transfer.sealed_file import Outgoing
    from companion.application.parts import PartKind
    from companion.domain.secrets import Secret


def export_to(request: Request, path: Path) -> int:
    """Writes that file, says what is in it, and returns the exit code. Raises CouldNotError and UserError."""
    typed = request.typed
    ending = path.suffix.lower()
    if ending == ".csv" and not any(map(typed.has, (READABLE, ENCRYPTED, WITH_SETTINGS))):
        _export_csv(request, path)
        return 0
    if ending != (".sealed" if typed.has(ENCRYPTED) else ".json"):
        raise CouldNotError(
            _("An export goes to a file whose name ends in .json or .csv, or with {option} in .sealed.").format(
                option=ENCRYPTED
            )
        )
    return _export_readable(request, path) if typed.has(READABLE) else _export_json(request, path)


def _export_csv(request: Request, path: Path) -> None:
    from companion.adapters.transfer.csv_check_ins import codebook_beside, write_codebook, write_csv
    from companion.application.transfer import TransferService
    from companion.presentation.csv_codebook import csv_codebook

    codebook = codebook_beside(path)
    service = TransferService(request.core.vault, request.core.clock, request.core.bus)
    count = service.hand_out(lambda store: write_csv(store, path))
    write_codebook(codebook, csv_codebook())
    if request.wants_json:
        say_json("exported", checkins=count, codebook=str(codebook))
    else:
        sentence = ngettext("{count} check-in is in {file} now.", "{count} check-ins are in {file} now.", count)
        say(sentence.format(count=count, file=path))
        say(_("What its columns mean is in {file}.").format(file=codebook))


def _export_json(request: Request, path: Path) -> int:
    from companion.application.whole_transfer import WholeTransferService

    write = _writing(request, path)
    service = WholeTransferService(request.core.vault, request.core.clock)
    _tell_exported(request, path, service.hand_out(write))
    return 0


def _export_readable(request: Request, path: Path) -> int:
    """1 if something that is known of could not be read."""
    from companion.adapters.storage.readable_parts import what_can_be_read
    from companion.presentation.rescuing import lost_line

    write = _writing(request, path)
    with what_can_be_read(request.core.folders.data, _secret(request)) as store:
        counts, lost, is_whole = write(store), store.whole.lost, store.whole.is_whole
    _tell_exported(request, path, counts, is_whole=is_whole, lost=lost if lost or is_whole else None)
    if not is_whole and not request.wants_json:
        complain(lost_line(lost))
    return 0 if is_whole and not lost else 1


def _secret(request: Request) -> Secret | None:
    """What opens the notebook itself, which is not opened for this; None if it takes nothing."""
    from companion.adapters.storage.beside import is_protected
    from companion.cli.options import PASSPHRASE_FD
    from companion.cli.unlocking import typed_for_copy
    from companion.domain.secrets import typed_passphrase

    if not is_protected(request.core.folders.data):
        return None
    typed = typed_for_copy(request.typed, PASSPHRASE_FD)
    if typed is None:
        raise UserError(Trouble.LOCKED)
    return typed_passphrase(typed)


def _writing(request: Request, path: Path) -> Callable[[Exported], dict[PartKind, int]]:
    """What writes a store to that file, as was typed."""
    from companion.adapters.settings.carried import CarriedSettings
    from companion.adapters.transfer.json_export import write_json
    from companion.adapters.transfer.outgoing_file import outgoing_file

    opened: Outgoing = _sealing(request) if request.typed.has(ENCRYPTED) else outgoing_file
    chosen = request.core.preferences.settings if request.typed.has(WITH_SETTINGS) else None
    settings = None if chosen is None else CarriedSettings().plain(chosen)
    return lambda store: write_json(store, path, opened=opened, settings=settings)


def _sealing(request: Request) -> Outgoing:
    from companion.adapters.transfer.sealed_file import sealing
    from companion.cli.unlocking import chosen_for_file
    from companion.domain.secrets import typed_passphrase

    chosen = chosen_for_file(request.typed, FILE_PASSPHRASE_FD)
    if chosen is None:
        raise CouldNotError(no_passphrase())
    return sealing(typed_passphrase(chosen))


def _tell_exported(request: Request, path: Path, counts: Mapping[PartKind, int], **beside: object) -> None:
    """`beside` is for programs that read along; None there is a number that nobody can know."""
    from companion.presentation.transfer import written_lines

    if request.wants_json:
        say_json("exported", **{kind.value: count for kind, count in counts.items()}, **beside)
    else:
        for line in written_lines(counts, str(path)):
            say(line)
