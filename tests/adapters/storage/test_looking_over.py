"""Looking every page of the store over."""

from pathlib import Path

import pytest

from companion.adapters.storage import looking_over
from companion.adapters.storage.database import PAGE_BYTES
from companion.adapters.storage.looking_over import is_whole
from companion.adapters.storage.vault import SqliteVault
from tests.support.builders import a_check_in
from tests.support.store import a_vault


@pytest.fixture
def vault(tmp_path: Path) -> SqliteVault:
    """With some hundred pages."""
    vault = a_vault(tmp_path)
    with vault.writing() as store:
        for number in range(200):
            store.check_ins.add(a_check_in(note=f"{number} " * 300, id=f"{number}", hours_ago=number))
    return vault


def damaged(tmp_path: Path, vault: SqliteVault, page: int) -> SqliteVault:
    """One bit of that page is another; the store is open again."""
    vault.close()
    store = tmp_path / "store" / "companion.db"
    content = bytearray(store.read_bytes())
    content[page * PAGE_BYTES + 200] ^= 1
    store.write_bytes(content)
    return SqliteVault(tmp_path / "store")


def test_a_whole_store_is_whole_and_goes_on_working(vault: SqliteVault) -> None:
    assert is_whole(vault, lambda: True) is True
    with vault.writing() as store:
        store.check_ins.add(a_check_in(id="next"))


@pytest.mark.parametrize("place", [0.2, 0.5, 0.9])
def test_one_bit_anywhere_is_found(place: float, tmp_path: Path, vault: SqliteVault) -> None:
    pages = vault.opened().connection.execute("PRAGMA page_count").fetchone()[0]
    again = damaged(tmp_path, vault, int(pages * place))
    assert is_whole(again, lambda: True) is False
    again.close()


def test_it_can_be_broken_off(vault: SqliteVault, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(looking_over, "STEPS_AT_ONCE", 100)
    assert is_whole(vault, lambda: False) is None
    assert is_whole(vault, lambda: True) is True


def test_it_rests_again_and_again(vault: SqliteVault, monkeypatch: pytest.MonkeyPatch) -> None:
    rests = list[float]()
    monkeypatch.setattr(looking_over, "STEPS_AT_ONCE", 100)
    monkeypatch.setattr("companion.adapters.storage.looking_over.time.sleep", rests.append)
    is_whole(vault, lambda: True)
    assert len(rests) > 10


def test_a_locked_notebook_is_not_looked_at(vault: SqliteVault) -> None:
    vault.lock()
    assert is_whole(vault, lambda: True) is None
