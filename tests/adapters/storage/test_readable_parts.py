"""What can still be read of a store of which a page is bad."""

from pathlib import Path

import pytest

from companion.adapters.storage.database import PAGE_BYTES
from companion.adapters.storage.readable_parts import what_can_be_read
from companion.adapters.storage.vault import SqliteVault
from companion.application.errors import Trouble, UserError
from companion.application.parts import KeptCheckIn, PartKind
from companion.domain.secrets import typed_recovery_code
from tests.support.builders import a_check_in
from tests.support.notebooks import whole_desk
from tests.support.passphrases import a_keeper, a_secret, filled, protect

COUNT = 300


def with_notes(folder: Path) -> SqliteVault:
    vault = SqliteVault(folder)
    with vault.writing() as store:
        for number in range(COUNT):
            store.check_ins.add(a_check_in(note=f"note {number} " * 60, id=f"{number:04d}", hours_ago=number))
    return vault


def flipped(folder: Path, page: int) -> None:
    """A bit of that page, counted from 1, changes; nobody has the store open."""
    store = folder / "companion.db"
    content = bytearray(store.read_bytes())
    content[(page - 1) * PAGE_BYTES + 200] ^= 1
    store.write_bytes(content)


def root_of(vault: SqliteVault, name: str) -> int:
    """The first page of a table or an index."""
    query = "SELECT rootpage FROM sqlite_master WHERE name = ?"
    return int(vault.opened().connection.execute(query, (name,)).fetchone()[0])


def test_of_a_whole_store_it_is_everything(tmp_path: Path) -> None:
    vault = whole_desk(tmp_path).vault
    with vault.reading() as store:
        wanted = {kind: list(store.whole.parts(kind)) for kind in PartKind}
    with what_can_be_read(tmp_path / "store") as readable:
        found = {kind: list(readable.whole.parts(kind)) for kind in PartKind}
        found[PartKind.CHECK_IN].sort(key=lambda part: part.check_in.id if isinstance(part, KeptCheckIn) else "")
        assert found == wanted
        assert (readable.whole.lost, readable.whole.is_whole) == (0, True)


@pytest.mark.parametrize("place", [0.5, 0.65, 0.8, 0.95])
def test_one_bad_page_takes_only_its_own_with_it(tmp_path: Path, place: float) -> None:
    with_notes(tmp_path).close()
    flipped(tmp_path, int((tmp_path / "companion.db").stat().st_size // PAGE_BYTES * place) + 1)
    with what_can_be_read(tmp_path) as readable:
        found = [part for part in readable.whole.parts(PartKind.CHECK_IN) if isinstance(part, KeptCheckIn)]
        assert len({part.check_in.id for part in found}) == len(found)
        assert all(part.check_in.note.startswith(f"note {int(part.check_in.id)} ") for part in found)
        assert COUNT - 20 < len(found) <= COUNT
        assert len(found) + readable.whole.lost == COUNT


INDEX = "sqlite_autoindex_check_in_1"
BESIDE = ("check_in_tag", "tag", "import_batch", "import_source", "fact", INDEX, "word_data")


@pytest.mark.parametrize("name", BESIDE)
def test_what_was_noted_is_there_though_all_that_belongs_to_it_is_lost(tmp_path: Path, name: str) -> None:
    vault = with_notes(tmp_path)
    page = root_of(vault, name)
    vault.close()
    flipped(tmp_path, page)
    with what_can_be_read(tmp_path) as readable:
        found = [part for part in readable.whole.parts(PartKind.CHECK_IN) if isinstance(part, KeptCheckIn)]
        assert [part.check_in.note for part in found] == [
            f"note {number}" + f" note {number}" * 59 for number in range(COUNT)
        ]
        list(readable.whole.parts(PartKind.DAY_START))


def test_where_nobody_knows_how_much_is_lost_it_is_said_that_something_is(tmp_path: Path) -> None:
    vault = whole_desk(tmp_path).vault
    page = root_of(vault, "wording")
    vault.close()
    flipped(tmp_path / "store", page)
    with what_can_be_read(tmp_path / "store") as readable:
        assert list(readable.whole.parts(PartKind.WORDING)) == []
        assert (readable.whole.lost, readable.whole.is_whole) == (0, False)


def test_several_bad_pages_take_only_their_own(tmp_path: Path) -> None:
    with_notes(tmp_path).close()
    pages = (tmp_path / "companion.db").stat().st_size // PAGE_BYTES
    for place in (0.7, 0.8, 0.9):
        flipped(tmp_path, int(pages * place) + 1)
    with what_can_be_read(tmp_path) as readable:
        found = len(list(readable.whole.parts(PartKind.CHECK_IN)))
        assert COUNT - 30 < found <= COUNT
        assert found + readable.whole.lost == COUNT


def test_behind_a_passphrase_it_takes_that_or_the_recovery_code(tmp_path: Path) -> None:
    filled(tmp_path)
    keeper = a_keeper(tmp_path)
    code = protect(keeper).recovery_code
    keeper.vault.close()
    store = tmp_path / "store"
    flipped(store, (store / "companion.db").stat().st_size // PAGE_BYTES)
    for secret in (a_secret(), typed_recovery_code(code)):
        with what_can_be_read(store, secret) as readable:
            assert len(list(readable.whole.parts(PartKind.CHECK_IN))) > 20
    for wrong, trouble in ((None, Trouble.LOCKED), (a_secret("another"), Trouble.PASSPHRASE_WRONG)):
        with pytest.raises(UserError) as raised, what_can_be_read(store, wrong):
            pass
        assert raised.value.trouble is trouble


def test_nothing_is_left_beside_the_store_or_elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with_notes(tmp_path / "data").close()
    (tmp_path / "temporary").mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "temporary"))
    before = sorted(path.name for path in (tmp_path / "data").iterdir())
    content = (tmp_path / "data" / "companion.db").read_bytes()
    with what_can_be_read(tmp_path / "data") as readable:
        list(readable.whole.parts(PartKind.CHECK_IN))
        (saved,) = (tmp_path / "temporary").glob("*/companion.db")
        assert b"note 7 " not in saved.read_bytes()
    assert sorted(path.name for path in (tmp_path / "data").iterdir()) == before
    assert (tmp_path / "data" / "companion.db").read_bytes() == content
    assert list((tmp_path / "temporary").iterdir()) == []
