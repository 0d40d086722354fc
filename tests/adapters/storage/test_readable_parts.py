"""What can still be read of a store of which a page is bad."""

from pathlib import Path

import pytest

from companion.adapters.storage.database import PAGE_BYTES
from companion.adapters.storage.readable_parts import what_can_be_read
from companion.adapters.storage.vault import SqliteVault
from companion.application.parts import KeptCheckIn, PartKind
from tests.support.builders import a_check_in
from tests.support.notebooks import whole_desk

COUNT = 300


def with_notes(folder: Path) -> SqliteVault:
    vault = SqliteVault(folder)
    with vault.writing() as store:
        for number in range(COUNT):
            store.check_ins.add(a_check_in(note=f"note {number} " * 20, id=f"{number:04d}", hours_ago=number))
    return vault


def test_of_a_whole_store_it_is_everything(tmp_path: Path) -> None:
    vault = whole_desk(tmp_path).vault
    with vault.reading() as store:
        wanted = {kind: list(store.whole.parts(kind)) for kind in PartKind}
    with what_can_be_read(vault) as readable:
        found = {kind: list(readable.whole.parts(kind)) for kind in PartKind}
        found[PartKind.CHECK_IN].sort(key=lambda part: part.check_in.id if isinstance(part, KeptCheckIn) else "")
        assert found == wanted
        assert readable.whole.lost == 0


@pytest.mark.parametrize("place", [0.5, 0.65, 0.8, 0.95])
def test_one_bad_page_takes_only_its_own_with_it(tmp_path: Path, place: float) -> None:
    with_notes(tmp_path).close()
    store = tmp_path / "companion.db"
    content = bytearray(store.read_bytes())
    content[int(len(content) // PAGE_BYTES * place) * PAGE_BYTES + 200] ^= 1
    store.write_bytes(content)
    vault = SqliteVault(tmp_path)
    with what_can_be_read(vault) as readable:
        found = [part for part in readable.whole.parts(PartKind.CHECK_IN) if isinstance(part, KeptCheckIn)]
        assert len({part.check_in.id for part in found}) == len(found)
        assert all(part.check_in.note.startswith(f"note {int(part.check_in.id)} ") for part in found)
        assert COUNT - 80 < len(found) <= COUNT
        assert len(found) + readable.whole.lost >= COUNT - 60
    vault.close()
