"""Deleting everything: what is ours goes, keys first; what is not ours stays."""

import os
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from companion.adapters.storage.backups import StoreBackups
from companion.adapters.storage.beside import is_being_erased
from companion.adapters.storage.database import salt_of
from companion.adapters.storage.erasing import begin, finish
from companion.adapters.storage.key_file import KEY_NAME, read_key
from companion.application.errors import Trouble, UserError
from companion.application.protection import OlderCopies
from tests.support.breaking_off import broken_off_everywhere
from tests.support.passphrases import a_keeper, filled, protect
from tests.support.store import a_vault

DAY = date(2026, 11, 22)


def nothing_else() -> list[str]:
    return []


def erase(folder: Path, place: Path | None = None) -> list[str]:
    begin(folder, place)
    return finish(folder, nothing_else)


def used(folder: Path) -> Path:
    """A notebook with copies under an earlier key, something sealed, and what crashes leave; returns its folder."""
    vault = filled(folder)
    StoreBackups(folder / "store", vault).make(date(2026, 11, 21))
    keeper = a_keeper(folder, vault)
    protect(keeper, older=OlderCopies.REENCRYPT)
    StoreBackups(folder / "store", vault).make(DAY)
    vault.lock()
    store = folder / "store"
    for leftover in ("companion.db.part", "companion.db.part-wal", "key.json.part", "plan.json", "support.json"):
        (store / leftover).write_bytes(b"left by a crash")
    kept = store / "backups" / "unopened-2026-11-20-1"
    kept.mkdir()
    for name in ("companion.db", "key.json", "key-copy.json"):
        shutil.copy2(store / name, kept / name)
    (store / "spool").mkdir(exist_ok=True)
    (store / "spool" / "1-2-3.sealed.unreadable").write_bytes(b"sealed")
    (store / "restoring").mkdir()
    shutil.copy2(store / "companion.db", store / "restoring" / "companion.db")
    return store


def test_nothing_of_a_notebook_is_left(tmp_path: Path) -> None:
    store = used(tmp_path)
    assert erase(store) == []
    assert list(store.rglob("*")) == []


def test_what_is_not_ours_stays_and_so_do_the_folders_it_lies_in(tmp_path: Path) -> None:
    store = used(tmp_path)
    theirs = [store / "letter.txt", store / "backups" / "companion.db.old", store / "photos" / "key.json"]
    for path in theirs:
        path.parent.mkdir(exist_ok=True)
        path.write_text("somebody else's")
    assert erase(store) == []
    assert sorted(path for path in store.rglob("*") if path.is_file()) == sorted(theirs)


def test_of_a_second_place_only_copies_of_this_notebook_go(tmp_path: Path) -> None:
    place = tmp_path / "stick"
    place.mkdir()
    for each in (tmp_path / "mine", tmp_path / "other"):
        vault = filled(each)
        backups = StoreBackups(each / "store", vault)
        backups.make(DAY)
        backups.lay_in(place, DAY)
        vault.close()
    (place / "companion-letter.db").write_text("somebody else's")
    assert erase(tmp_path / "mine" / "store", place) == []
    (left,) = [path for path in place.iterdir() if path.name != "companion-letter.db"]
    assert salt_of(left) == salt_of(tmp_path / "other" / "store" / "companion.db")


def test_copies_there_stay_unless_that_is_wished(tmp_path: Path) -> None:
    place = tmp_path / "stick"
    place.mkdir()
    vault = filled(tmp_path)
    StoreBackups(tmp_path / "store", vault).make(DAY)
    StoreBackups(tmp_path / "store", vault).lay_in(place, DAY)
    vault.close()
    erase(tmp_path / "store")
    assert len(list(place.iterdir())) == 1


def test_a_second_place_that_is_gone_is_told_and_the_rest_is_deleted(tmp_path: Path) -> None:
    store = used(tmp_path)
    gone = tmp_path / "stick"
    assert erase(store, gone) == [str(gone)]
    assert list(store.rglob("*")) == []


def test_a_key_is_written_over_before_it_goes(tmp_path: Path) -> None:
    filled(tmp_path).close()
    store = tmp_path / "store"
    os.link(store / KEY_NAME, tmp_path / "the same file")
    key = read_key(store)
    before = (tmp_path / "the same file").read_bytes()
    erase(store)
    after = (tmp_path / "the same file").read_bytes()
    assert (len(after), key.to_json() == before, after == before) == (len(before), True, False)


def test_with_a_store_that_is_a_link_what_it_leads_to_goes_as_well(tmp_path: Path) -> None:
    filled(tmp_path).close()
    elsewhere = tmp_path / "elsewhere.db"
    shutil.move(tmp_path / "store" / "companion.db", elsewhere)
    (tmp_path / "store" / "companion.db").symlink_to(elsewhere)
    assert erase(tmp_path / "store") == []
    assert not elsewhere.exists()


def test_while_somebody_has_it_open_nothing_is_deleted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("companion.adapters.storage.presence.alone.__wrapped__.__defaults__", (0.0,))
    vault = filled(tmp_path)
    with pytest.raises(UserError) as refused:
        begin(tmp_path / "store", None)
    assert refused.value.trouble is Trouble.OPEN_ELSEWHERE
    assert not is_being_erased(tmp_path / "store")
    vault.close()


def test_what_cannot_be_deleted_is_named_and_tried_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = used(tmp_path)
    real = Path.unlink

    def unlink(path: Path, missing_ok: bool = False) -> None:
        if path.name == "companion.db":
            raise PermissionError
        real(path, missing_ok=missing_ok)

    with monkeypatch.context() as broken:
        broken.setattr(Path, "unlink", unlink)
        left = erase(store)
    assert str(store / "companion.db") in left
    assert is_being_erased(store)
    assert finish(store, nothing_else) == []
    assert list(store.rglob("*")) == []


def test_what_lies_elsewhere_is_told_too(tmp_path: Path) -> None:
    filled(tmp_path).close()
    begin(tmp_path / "store", None)
    assert finish(tmp_path / "store", lambda: ["/a/log"]) == ["/a/log"]
    assert not is_being_erased(tmp_path / "store")


def test_a_notebook_that_was_begun_meanwhile_is_left_alone(tmp_path: Path) -> None:
    filled(tmp_path).close()
    erase(tmp_path / "store")
    vault = filled(tmp_path)
    vault.close()
    finish(tmp_path / "store", nothing_else)
    assert not is_being_erased(tmp_path / "store")
    assert (tmp_path / "store" / "companion.db").exists()


def erasing(place: Path) -> Callable[[], object]:
    """What is broken off."""
    return lambda: erase(place / "store")


def test_broken_off_anywhere_it_is_whole_or_gone_at_the_next_start(tmp_path: Path) -> None:
    vault = filled(tmp_path / "sample")
    StoreBackups(tmp_path / "sample" / "store", vault).make(DAY)
    with vault.reading() as store:
        before = store.days.total()
    vault.close()
    wholes = 0
    places = broken_off_everywhere(tmp_path / "sample", tmp_path / "places", erasing)
    for place in places:
        if is_being_erased(place / "store"):
            assert finish(place / "store", nothing_else) == []
        if (place / "store" / "companion.db").exists():
            wholes += 1
            again = a_vault(place)
            with again.reading() as found:
                assert found.days.total() == before
            again.close()
        else:
            assert [path.name for path in (place / "store").rglob("*") if path.is_file()] in ([], ["store.lock"])
    assert 0 < wholes < len(places)
