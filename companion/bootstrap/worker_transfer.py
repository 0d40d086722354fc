"""Taking the notebook out and bringing one in over a connection that belongs to the worker's thread."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from companion import __version__
from companion.adapters.storage.vault import SqliteVault
from companion.adapters.system.short_turns import short_turns
from companion.adapters.transfer.csv_check_ins import CsvCheckIns, codebook_beside, write_codebook, write_csv
from companion.adapters.transfer.foreign_files import is_json, kind_of, reader_for
from companion.adapters.transfer.foreign_rows import ForeignRows
from companion.adapters.transfer.foreign_tables import columns_of
from companion.adapters.transfer.json_export import write_json
from companion.adapters.transfer.json_import import read_json
from companion.adapters.transfer.outgoing_file import outgoing_file
from companion.adapters.transfer.sealed_file import Outgoing, is_sealed, sealing, unsealing
from companion.application.errors import Trouble, UserError
from companion.application.event_bus import EventBus
from companion.application.export_wish import ExportForm, ExportWish
from companion.application.foreign import FileContent, FileKind, FileWish, Findings
from companion.application.parts import PartCounts, PartKind, PartNote
from companion.application.ports import Clock, IdSource
from companion.application.transfer import ForeignCheckIn, RowFault, TransferService
from companion.application.whole_transfer import WholeTransferService
from companion.domain.secrets import Secret


class _Reading(NamedTuple):
    """What every way of reading has in common."""

    vault: SqliteVault
    tell: Callable[[PartNote | RowFault], None]
    seen: Callable[[int], None]
    only_look: bool


class WorkerTransfer:
    """Fills NotebookFiles and ImportRemover. What a file is shows in its content, whatever its name."""

    def __init__(self, vault: SqliteVault, clock: Clock, ids: IdSource) -> None:
        self._vault = vault
        self._clock = clock
        self._ids = ids

    def write(self, path: str, seen: Callable[[int], None], wish: ExportWish) -> Mapping[PartKind, int]:
        """Writes that to a whole new file; what the columns of a table mean to one beside it."""
        if wish.form is ExportForm.TABLE:
            return self._write_table(Path(path), seen)
        opened: Outgoing = outgoing_file if wish.secret is None else sealing(wish.secret)
        with self._own_vault() as vault:
            service = WholeTransferService(vault, self._clock)
            return service.hand_out(
                lambda store: write_json(store, Path(path), seen, opened=opened, settings=wish.settings)
            )

    def read(
        self,
        file: FileWish,
        tell: Callable[[PartNote | RowFault], None],
        seen: Callable[[int], None],
        *,
        only_look: bool = False,
    ) -> FileContent:
        """Brings in what the file has and is not here, in one unit, or only looks."""
        path = Path(file.path)
        kind = file.kind or kind_of(path)
        if kind is None:
            raise UserError(Trouble.FORMAT_UNKNOWN, path=file.path)
        if file.secret is None and kind is FileKind.COMPANION and is_sealed(path):
            return FileContent(kind, wants_secret=True)
        if kind is FileKind.COLUMNS and not file.wishes.has_columns:
            return FileContent(kind, findings=Findings(kind), columns=columns_of(path))
        with self._own_vault() as vault:
            reading = _Reading(vault, tell, seen, only_look)
            if kind is FileKind.COMPANION:
                return self._read_ours(path, file.secret, reading)
            return self._read_theirs(path, kind, file, reading)

    def hide(self, import_id: str) -> None:
        """Nothing of that import is seen from now on."""
        with self._own_vault() as vault:
            vault.hide_import(import_id)

    def wipe(self) -> bool:
        """Wipes what was hidden, for a moment; False if there is more of it."""
        with self._own_vault() as vault:
            return vault.wipe_hidden_imports()

    def _write_table(self, path: Path, seen: Callable[[int], None]) -> Mapping[PartKind, int]:
        from companion.presentation.csv_codebook import csv_codebook

        with self._own_vault() as vault:
            service = TransferService(vault, self._clock, EventBus())
            count = service.hand_out(lambda store: write_csv(store, path, seen))
        write_codebook(codebook_beside(path), csv_codebook())
        return {PartKind.CHECK_IN: count}

    def _read_ours(self, path: Path, secret: Secret | None, reading: _Reading) -> FileContent:
        if secret is not None or is_json(path):
            service, settings = WholeTransferService(reading.vault, self._clock), dict[str, object]()
            parts = read_json(path, opened=unsealing(secret), hear_settings=settings.update)
            counts = service.bring_in(parts, reading.tell, only_look=reading.only_look, seen=reading.seen)
            return FileContent(FileKind.COMPANION, counts, settings=settings)
        rows = CsvCheckIns(self._ids, self._clock.now(), self._clock.zone(), __version__).read(path)
        return FileContent(FileKind.COMPANION, self._read_rows("csv", rows, reading))

    def _read_theirs(self, path: Path, kind: FileKind, file: FileWish, reading: _Reading) -> FileContent:
        rows = ForeignRows(self._ids, self._clock.now(), self._clock.zone(), __version__)
        reader = reader_for(kind, path, rows, file.wishes)
        counts = self._read_rows(kind.value, reader.read(path), reading)
        return FileContent(kind, counts, reader.findings, columns_of(path) if kind is FileKind.COLUMNS else ())

    def _read_rows(
        self, source: str, rows: Iterable[ForeignCheckIn | RowFault], reading: _Reading
    ) -> dict[PartKind, PartCounts]:
        """Nobody listens to the news here: they are told on the thread of the window."""
        service = TransferService(reading.vault, self._clock, EventBus())
        counts = service.bring_in(source, rows, reading.tell, only_look=reading.only_look, seen=reading.seen)
        return {PartKind.CHECK_IN: PartCounts(counts.added, counts.left_out, counts.already_here)}

    @contextmanager
    def _own_vault(self) -> Iterator[SqliteVault]:
        vault = self._vault.worker()
        try:
            with short_turns():
                yield vault
        finally:
            vault.close()
