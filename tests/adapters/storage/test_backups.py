"""Copies: verified, private, and never replaced by an emptier one."""

import base64
import errno
import os
import shutil
import subprocess
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest

from companion.adapters.storage import copying
from companion.adapters.storage.backups import StoreBackups
from companion.adapters.storage.breathing import REST_SECONDS
from companion.adapters.storage.copy_names import name_of
from companion.adapters.storage.copy_reading import contents_of, key_for, opened_copy
from companion.adapters.storage.copy_trailer import add_key
from companion.adapters.storage.database import DRIVER, connect
from companion.adapters.storage.key_file import new_key, read_key, write_key
from companion.adapters.storage.vault import SqliteVault
from companion.application.copies import CopyKind, CopyPlace
from companion.application.errors import Trouble, UserError
from companion.domain.thinning import days_to_keep
from tests.support.builders import a_check_in, a_moment
from tests.support.passphrases import a_keeper, protect
from tests.support.store import a_vault

DAY = date(2026, 11, 22)


@pytest.fixture
def vault(tmp_path: Path) -> SqliteVault:
    """Three check-ins."""
    vault = a_vault(tmp_path)
    add(vault, 3)
    return vault


@pytest.fixture
def backups(tmp_path: Path, vault: SqliteVault) -> StoreBackups:
    """Copies of that vault's store."""
    return StoreBackups(tmp_path / "store", vault.worker())


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    """A second place."""
    place = tmp_path / "stick"
    place.mkdir()
    return place


def trouble_of(attempt: Callable[[], object]) -> Trouble:
    with pytest.raises(UserError) as raised:
        attempt()
    assert raised.value.data_is_safe
    return raised.value.trouble


def add(vault: SqliteVault, count: int) -> None:
    with vault.writing() as store:
        for _ in range(count):
            store.check_ins.add(a_check_in())


def total_in(tmp_path: Path, copy: str) -> int:
    """Restores a copy as a person would: the file and the key beside it, into an empty folder."""
    place = tmp_path / f"restored-{copy}"
    place.mkdir(mode=0o700)
    shutil.copy(tmp_path / "store" / "backups" / copy, place / "companion.db")
    shutil.copy(tmp_path / "store" / "backups" / "key.json", place / "key.json")
    restored = SqliteVault(place)
    with restored.reading() as store:
        total = store.days.total()
    restored.close()
    return total


def copies(tmp_path: Path) -> list[str]:
    return sorted(path.name for path in (tmp_path / "store" / "backups").iterdir())


def test_a_copy_can_be_opened_with_the_key_beside_it(tmp_path: Path, backups: StoreBackups) -> None:
    assert backups.newest_day() is None
    backups.make(DAY)
    assert copies(tmp_path) == ["companion-2026-11-22.db", "key.json"]
    assert backups.newest_day() == DAY
    assert total_in(tmp_path, "companion-2026-11-22.db") == 3


def test_a_later_copy_of_the_same_day_takes_the_place_of_the_earlier(
    tmp_path: Path, vault: SqliteVault, backups: StoreBackups
) -> None:
    backups.make(DAY)
    add(vault, 2)
    backups.make(DAY)
    assert copies(tmp_path) == ["companion-2026-11-22.db", "key.json"]
    assert total_in(tmp_path, "companion-2026-11-22.db") == 5


def test_a_fuller_copy_is_never_replaced_by_an_emptier_one(
    tmp_path: Path, vault: SqliteVault, backups: StoreBackups
) -> None:
    backups.make(DAY)
    with vault.writing():
        vault.opened().connection.execute("DELETE FROM check_in WHERE number = 1")
        vault.opened().connection.execute("UPDATE day_summary SET check_ins = 2")
    backups.make(DAY)
    assert copies(tmp_path) == ["companion-2026-11-22-2.db", "companion-2026-11-22.db", "key.json"]
    assert total_in(tmp_path, "companion-2026-11-22.db") == 3
    assert total_in(tmp_path, "companion-2026-11-22-2.db") == 2


def test_a_copy_of_another_store_is_never_replaced(tmp_path: Path, backups: StoreBackups) -> None:
    other = SqliteVault(tmp_path / "other")
    other.close()
    (tmp_path / "store" / "backups").mkdir()
    shutil.copy(tmp_path / "other" / "companion.db", tmp_path / "store" / "backups" / "companion-2026-11-22.db")
    shutil.copy(tmp_path / "other" / "key.json", tmp_path / "store" / "backups" / "key.json")
    backups.make(DAY)
    own = f"key-{read_key(tmp_path / 'store').salt.hex()[:8]}.json"
    assert copies(tmp_path) == ["companion-2026-11-22-2.db", "companion-2026-11-22.db", own, "key.json"]


def test_a_copy_that_does_not_open_takes_nobodys_place(
    tmp_path: Path, vault: SqliteVault, backups: StoreBackups, monkeypatch: pytest.MonkeyPatch
) -> None:
    backups.make(DAY)
    add(vault, 1)
    copy_pages = copying._copy_pages

    def damaged(*values: object) -> None:
        copy_pages(*values)  # type: ignore[arg-type]
        draft = tmp_path / "store" / "backups" / "companion-2026-11-22.db.part"
        content = bytearray(draft.read_bytes())
        content[9000] ^= 1
        draft.write_bytes(content)

    monkeypatch.setattr(copying, "_copy_pages", damaged)
    with pytest.raises(UserError) as raised:
        backups.make(DAY)
    assert raised.value.trouble is Trouble.STORE_DAMAGED
    assert copies(tmp_path) == ["companion-2026-11-22.db", "key.json"]
    assert total_in(tmp_path, "companion-2026-11-22.db") == 3


def test_others_write_while_a_copy_is_made(tmp_path: Path, vault: SqliteVault, backups: StoreBackups) -> None:
    other = a_vault(tmp_path)
    with other.writing() as store:
        backups.make(DAY)
        store.check_ins.add(a_check_in())
    assert total_in(tmp_path, "companion-2026-11-22.db") == 3


def test_a_locked_store_is_not_copied(tmp_path: Path, vault: SqliteVault, backups: StoreBackups) -> None:
    vault.lock()
    with pytest.raises(UserError) as raised:
        backups.make(DAY)
    assert raised.value.trouble is Trouble.LOCKED
    assert backups.newest_day() is None


def test_the_newest_day_is_found_among_other_files(tmp_path: Path, backups: StoreBackups) -> None:
    folder = tmp_path / "store" / "backups"
    folder.mkdir()
    for name in ("companion-2026-01-02.db", "companion-2026-03-01-2.db", "companion-x.db", "before-upgrade-1.db"):
        (folder / name).touch()
    assert backups.newest_day() == date(2026, 3, 1)


def test_a_copy_lost_with_its_key_does_not_touch_the_stores_own_key(tmp_path: Path, backups: StoreBackups) -> None:
    before = read_key(tmp_path / "store")
    backups.make(DAY)
    write_key(tmp_path / "store" / "backups", new_key())
    backups.make(DAY)
    assert read_key(tmp_path / "store") == before


def test_a_copy_is_whole_in_one_file(tmp_path: Path, vault: SqliteVault, backups: StoreBackups) -> None:
    """Wherever it is carried, it is enough by itself."""
    copy = backups.make(DAY)
    alone = tmp_path / "carried.db"
    shutil.copy(copy, alone)
    key = key_for(alone, None, None)
    assert key == read_key(tmp_path / "store")
    with opened_copy(alone, key, DRIVER, 99) as opened:
        assert contents_of(opened).check_ins == 3


def test_a_copy_is_laid_in_a_second_place_and_opens_there(tmp_path: Path, backups: StoreBackups, stick: Path) -> None:
    backups.make(DAY)
    backups.lay_in(stick, DAY)
    assert [path.name for path in stick.iterdir()] == ["companion-2026-11-22.db"]
    (copy,) = backups.copies(stick, CopyPlace.CHOSEN)
    assert copy.contents is not None
    assert (copy.contents.check_ins, copy.day, copy.is_protected) == (3, DAY, False)
    assert (stick / "companion-2026-11-22.db").stat().st_mode & 0o077 == 0


def test_in_the_second_place_too_a_fuller_copy_is_never_replaced(
    tmp_path: Path, vault: SqliteVault, backups: StoreBackups, stick: Path
) -> None:
    backups.make(DAY)
    backups.lay_in(stick, DAY)
    with vault.writing() as store:
        store.check_ins.purge([store.check_ins.between(None, None)[0].id], a_moment())
    backups.make(DAY)
    backups.lay_in(stick, DAY)
    assert sorted(path.name for path in stick.iterdir()) == ["companion-2026-11-22-2.db", "companion-2026-11-22.db"]


def test_a_second_place_that_is_gone_is_not_made_anew(backups: StoreBackups, stick: Path) -> None:
    """A stick that is not plugged in leaves no folder of its name behind."""
    backups.make(DAY)
    stick.rmdir()
    assert trouble_of(lambda: backups.lay_in(stick, DAY)) is Trouble.FOLDER_UNREADABLE
    assert not stick.exists()


@pytest.mark.parametrize(
    ("number", "trouble"), [(errno.ENOSPC, Trouble.DISK_FULL), (errno.EROFS, Trouble.FOLDER_UNWRITABLE)]
)
@pytest.mark.parametrize("call", ["open", "replace"])
def test_a_second_place_that_is_full_or_read_only_is_told_and_keeps_what_it_had(
    backups: StoreBackups,
    stick: Path,
    monkeypatch: pytest.MonkeyPatch,
    number: int,
    trouble: Trouble,
    call: str,
) -> None:
    backups.make(DAY)
    backups.lay_in(stick, DAY)
    before = (stick / "companion-2026-11-22.db").read_bytes()
    usual = getattr(os, call)

    def impossible(path: object, *more: object, **named: object) -> object:
        if str(path).startswith(str(stick)):
            raise OSError(number, os.strerror(number), str(path))
        return usual(path, *more, **named)

    with monkeypatch.context() as patch:
        patch.setattr(os, call, impossible)
        assert trouble_of(lambda: backups.lay_in(stick, DAY)) is trouble
    assert [path.name for path in stick.iterdir()] == ["companion-2026-11-22.db"]
    assert (stick / "companion-2026-11-22.db").read_bytes() == before


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root may mount a small disk")
def test_a_disk_that_really_is_full_is_told_and_nothing_half_is_left(tmp_path: Path, backups: StoreBackups) -> None:
    backups.make(DAY)
    small = tmp_path / "small"
    small.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(small)], capture_output=True, check=False
    )
    if mounted.returncode:
        pytest.skip("nothing can be mounted here")
    try:
        assert trouble_of(lambda: backups.lay_in(small, DAY)) is Trouble.DISK_FULL
        assert trouble_of(lambda: backups.save(small / "a.companion")) is Trouble.DISK_FULL
        assert list(small.iterdir()) == []
    finally:
        subprocess.run(["umount", str(small)], check=True)


def test_copies_are_thinned_out_beside_the_store_and_in_the_second_place(
    tmp_path: Path, backups: StoreBackups, stick: Path
) -> None:
    days = [DAY - timedelta(back) for back in range(12, -1, -1)]
    for day in days:
        backups.make(day)
        backups.lay_in(stick, day)
    kept = {f"companion-{day.isoformat()}.db" for day in days_to_keep(days)}
    assert len(kept) < len(days)
    assert {path.name for path in (tmp_path / "store" / "backups").glob("*.db")} == kept
    assert {path.name for path in stick.iterdir()} == kept


def test_after_the_clock_was_set_back_the_copy_just_made_stays(
    tmp_path: Path, vault: SqliteVault, backups: StoreBackups, stick: Path
) -> None:
    """By its day alone it would go: there are seven newer ones, and a newer one of its week and month."""
    for back in range(12, -1, -1):
        backups.make(DAY - timedelta(back))
    add(vault, 1)
    earlier = DAY - timedelta(11)
    backups.make(earlier)
    backups.lay_in(stick, earlier)
    assert total_in(tmp_path, f"companion-{earlier.isoformat()}.db") == 4


def test_copies_of_another_computer_in_the_second_place_are_never_thinned_out(
    tmp_path: Path, backups: StoreBackups, stick: Path
) -> None:
    (tmp_path / "there").mkdir()
    other = a_vault(tmp_path / "there")
    theirs = StoreBackups(tmp_path / "there" / "store", other)
    old = DAY - timedelta(900)
    theirs.make(old)
    theirs.lay_in(stick, old)
    other.close()
    for back in range(12, -1, -1):
        backups.make(DAY - timedelta(back))
        backups.lay_in(stick, DAY - timedelta(back))
    assert (stick / f"companion-{old.isoformat()}.db").exists()


def test_what_an_interrupted_copy_left_is_taken_away(tmp_path: Path, backups: StoreBackups) -> None:
    folder = tmp_path / "store" / "backups"
    folder.mkdir()
    (folder / "companion-2026-11-01.db.part").write_bytes(b"half")
    (folder / "companion-2026-11-01.db.part-wal").write_bytes(b"half")
    backups.make(DAY)
    assert copies(tmp_path) == ["companion-2026-11-22.db", "key.json"]


def test_a_copy_is_saved_where_the_person_says(tmp_path: Path, backups: StoreBackups) -> None:
    file = tmp_path / "mine.companion"
    backups.save(file)
    with opened_copy(file, key_for(file, None, None), DRIVER, 99) as opened:
        assert contents_of(opened).check_ins == 3
    assert file.stat().st_mode & 0o077 == 0


def test_a_saved_copy_takes_the_place_of_an_earlier_one_that_holds_no_more(
    tmp_path: Path, vault: SqliteVault, backups: StoreBackups
) -> None:
    file = tmp_path / "mine.companion"
    backups.save(file)
    add(vault, 1)
    backups.save(file)
    with opened_copy(file, key_for(file, None, None), DRIVER, 99) as opened:
        assert contents_of(opened).check_ins == 4


def test_a_fuller_copy_is_replaced_only_when_the_person_says_so(
    tmp_path: Path, vault: SqliteVault, backups: StoreBackups
) -> None:
    file = tmp_path / "mine.companion"
    backups.save(file)
    with vault.writing() as store:
        store.check_ins.purge([store.check_ins.between(None, None)[0].id], a_moment())
    before = file.read_bytes()
    assert trouble_of(lambda: backups.save(file)) is Trouble.COPY_FULLER
    assert file.read_bytes() == before
    backups.save(file, replace=True)
    with opened_copy(file, key_for(file, None, None), DRIVER, 99) as opened:
        assert contents_of(opened).check_ins == 2


@pytest.mark.parametrize("replace", [False, True])
def test_another_file_is_never_replaced(tmp_path: Path, backups: StoreBackups, replace: bool) -> None:
    file = tmp_path / "letter.txt"
    file.write_text("Dear diary")
    assert trouble_of(lambda: backups.save(file, replace=replace)) is Trouble.COPY_OTHER_THERE
    assert file.read_text() == "Dear diary"


def test_a_copy_cannot_be_saved_where_there_is_no_folder(tmp_path: Path, backups: StoreBackups) -> None:
    assert trouble_of(lambda: backups.save(tmp_path / "gone" / "a.companion")) is Trouble.FOLDER_UNREADABLE


def test_a_store_is_never_replaced_by_a_copy(tmp_path: Path, vault: SqliteVault, backups: StoreBackups) -> None:
    """Not ours, not one of another folder, and not one that was put in place by hand and still carries its key."""
    SqliteVault(tmp_path / "other").close()
    with (tmp_path / "store" / "companion.db").open("ab") as file:
        file.write(b" " * 4096)
    add_key(tmp_path / "store" / "companion.db", vault.opened().key)
    for store in ("store", "other"):
        target = tmp_path / store / "companion.db"
        assert trouble_of(lambda path=target: backups.save(path, replace=True)) is Trouble.COPY_OTHER_THERE  # type: ignore[misc]


def test_in_the_list_a_copy_that_cannot_be_used_says_so_and_the_others_stay(
    tmp_path: Path, vault: SqliteVault, backups: StoreBackups
) -> None:
    folder = tmp_path / "store" / "backups"
    whole = backups.make(DAY)
    cut_off = folder / "companion-2026-11-20.db"
    cut_off.write_bytes(whole.read_bytes()[:40_000])
    newer = folder / "companion-2026-11-19.db"
    shutil.copy(whole, newer)
    changed = connect(newer, read_key(tmp_path / "store"), DRIVER)
    changed.execute("PRAGMA user_version = 99")
    changed.close()
    (folder / "companion-2026-11-18.db").write_bytes(os.urandom(9000))
    found = backups.copies(folder, CopyPlace.HERE)
    assert [(copy.day and copy.day.day, copy.trouble) for copy in found] == [
        (22, None),
        (20, Trouble.COPY_DAMAGED),
        (19, Trouble.COPY_NEWER),
        (18, Trouble.COPY_KEY_MISSING),
    ]


def test_copies_before_a_restore_come_last_in_the_list(tmp_path: Path, backups: StoreBackups) -> None:
    made = backups.make(DAY - timedelta(1))
    for number in (1, 2):
        shutil.copy(made, made.with_name(name_of(CopyKind.BEFORE_RESTORE, DAY, number)))
    found = backups.copies(tmp_path / "store" / "backups", CopyPlace.HERE)
    assert [(copy.kind, copy.day) for copy in found] == [
        (CopyKind.DAY, DAY - timedelta(1)),
        (CopyKind.BEFORE_RESTORE, DAY),
        (CopyKind.BEFORE_RESTORE, DAY),
    ]


def test_without_any_copy_the_list_is_empty_and_a_place_that_is_gone_is_told(
    tmp_path: Path, backups: StoreBackups
) -> None:
    assert backups.copies(tmp_path / "store" / "backups", CopyPlace.HERE) == []
    assert trouble_of(lambda: backups.copies(tmp_path / "gone", CopyPlace.CHOSEN)) is Trouble.FOLDER_UNREADABLE


def test_a_copy_that_lies_on_a_disk_for_reading_only_can_be_looked_into(
    tmp_path: Path, backups: StoreBackups, stick: Path
) -> None:
    """Nothing is written beside it, as the database would do by itself."""
    backups.make(DAY)
    backups.lay_in(stick, DAY)
    with opened_copy(stick / "companion-2026-11-22.db", read_key(tmp_path / "store"), DRIVER, 99) as opened:
        assert contents_of(opened).check_ins == 3
        assert [path.name for path in stick.iterdir()] == ["companion-2026-11-22.db"]


def test_a_copy_of_a_protected_store_has_its_key_nowhere_in_clear(tmp_path: Path, vault: SqliteVault) -> None:
    protect(a_keeper(tmp_path, vault))
    backups = StoreBackups(tmp_path / "store", vault)
    copy = backups.make(DAY)
    key = vault.opened().key
    content = copy.read_bytes()
    assert key.key not in content
    assert base64.b64encode(key.key) not in content
    (listed,) = backups.copies(copy.parent, CopyPlace.HERE)
    assert (listed.is_protected, listed.trouble) == (True, None)


def test_others_can_save_between_any_two_megabytes(
    tmp_path: Path, vault: SqliteVault, backups: StoreBackups, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The copy is of one moment all the same, and is not begun anew by what is saved meanwhile."""
    monkeypatch.setattr(copying, "PAGES_AT_ONCE", 4)
    breaths: list[float] = []

    def breathe(seconds: float) -> None:
        breaths.append(seconds)
        add(vault, 1)

    monkeypatch.setattr("companion.adapters.storage.breathing.time.sleep", breathe)
    backups.make(DAY)
    assert 4 < len(breaths) < 200
    assert min(breaths) >= REST_SECONDS
    assert total_in(tmp_path, "companion-2026-11-22.db") == 3
