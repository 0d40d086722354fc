"""Taking the notebook out and bringing one in over a connection that belongs to the worker's thread."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from companion import __version__
from companion.adapters.storage.vault import SqliteVault
from companion.adapters.transfer.csv_check_ins import CsvCheckIns
from companion.adapters.transfer.json_export import write_json
from companion.adapters.transfer.json_import import read_json
from companion.application.event_bus import EventBus
from companion.application.parts import PartCounts, PartKind, PartNote
from companion.application.ports import Clock, IdSource
from companion.application.transfer import RowFault, TransferService
from companion.application.whole_transfer import WholeTransferService


class WorkerTransfer:
    """Fills NotebookFiles. Files named .csv hold check-ins alone, all others are our JSON."""

    def __init__(self, vault: SqliteVault, clock: Clock, ids: IdSource) -> None:
        self._vault = vault
        self._clock = clock
        self._ids = ids

    def write(self, path: str, seen: Callable[[int], None]) -> Mapping[PartKind, int]:
        """Writes everything to a whole new file."""
        with self._own_vault() as vault:
            service = WholeTransferService(vault, self._clock)
            return service.hand_out(lambda store: write_json(store, Path(path), seen))

    def read(
        self, path: str, tell: Callable[[PartNote | RowFault], None], seen: Callable[[int], None]
    ) -> Mapping[PartKind, PartCounts]:
        """Brings in what the file has and is not here, in one unit."""
        with self._own_vault() as vault:
            if path.lower().endswith(".csv"):
                return self._read_csv(vault, Path(path), tell)
            return WholeTransferService(vault, self._clock).bring_in(read_json(Path(path)), tell, seen=seen)

    def _read_csv(
        self, vault: SqliteVault, path: Path, tell: Callable[[RowFault], None]
    ) -> dict[PartKind, PartCounts]:
        """Nobody listens to the news here: they are told on the thread of the window."""
        rows = CsvCheckIns(self._ids, self._clock.now(), self._clock.zone(), __version__).read(path)
        counts = TransferService(vault, self._clock, EventBus()).bring_in("csv", rows, tell)
        return {PartKind.CHECK_IN: PartCounts(counts.added, counts.left_out, counts.already_here)}

    @contextmanager
    def _own_vault(self) -> Iterator[SqliteVault]:
        vault = self._vault.worker()
        try:
            yield vault
        finally:
            vault.close()
