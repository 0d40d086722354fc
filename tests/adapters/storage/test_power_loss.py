"""The power goes at any moment of our own writing: what was acknowledged is there, and the store opens."""

import shutil
from collections.abc import Callable
from datetime import date, time
from pathlib import Path

import pytest

from companion.adapters.settings.toml_store import TomlSettingsStore
from companion.adapters.storage.backups import StoreBackups
from companion.adapters.storage.beside import is_being_erased
from companion.adapters.storage.database import STORE_NAME
from companion.adapters.storage.erasing import begin, finish
from companion.adapters.storage.upgrade import BACKUPS
from companion.adapters.storage.vault import SqliteVault
from companion.application.protection import OlderCopies
from companion.application.settings import Look, Settings
from companion.domain.checkin import CheckIn
from companion.domain.draft import Draft
from tests.support.builders import a_check_in, a_moment
from tests.support.passphrases import PASSPHRASE, a_keeper, a_secret, filled, notes, protect, unlock_with_one_of
from tests.support.power_loss import Disk, acknowledge, disks_after, watched
from tests.support.sample_store import SAMPLES
from tests.support.store import a_vault

pytestmark = pytest.mark.skipif(shutil.which("strace") is None, reason="strace is not here")
MANY = 400
# By hand all of them: python -m tests.fuzz.power_loss
SEEDS: tuple[int, ...] = (0,)
MOST_WRITES: int | None = 25


def an_id(number: int) -> str:
    """One that nothing in a store that was filled has."""
    return f"01900000-0000-7000-8000-aaaa{number:08x}"


def ids_in(folder: Path) -> set[str]:
    """The check-ins of a store that opens, is whole, and counts its days right."""
    vault = a_vault(folder)
    try:
        with vault.reading() as store:
            ids = {check_in.id for check_in in store.check_ins.between(None, None)}
            assert store.days.are_right()
            assert store.tags.are_right()
        (said,) = vault.opened().connection.execute("PRAGMA integrity_check").fetchall()
        assert said == ("ok",)
    finally:
        vault.close()
    return ids


def replayed(tmp_path: Path, doing: Callable[[Path], None], check: Callable[[Path, Disk], None]) -> None:
    """Lets `check` look at every disk that can be found after the power went while `doing` was at it."""
    count = 0
    for count, disk in enumerate(disks_after(watched(doing, tmp_path / "at"), SEEDS, MOST_WRITES), start=1):
        place = tmp_path / f"{count:05d}"
        disk.put(place)
        check(place, disk)
        shutil.rmtree(place)
    assert count > 5, "nothing was written"


def first_start(folder: Path) -> None:
    vault = a_vault(folder)
    check_in = a_check_in(1)
    with vault.writing() as store:
        store.check_ins.add(check_in)
    acknowledge(check_in.id)
    vault.close()


def test_at_the_very_first_start(tmp_path: Path) -> None:
    (tmp_path / "at").mkdir()

    def check(place: Path, disk: Disk) -> None:
        assert set(disk.acknowledged) <= ids_in(place)

    replayed(tmp_path, first_start, check)


def save_some(folder: Path) -> None:
    vault = a_vault(folder)
    for number in range(4):
        check_in = a_check_in(number, note=f"new {number}", tags=("a tag", f"tag {number}"), id=an_id(number))
        with vault.writing() as store:
            store.check_ins.add(check_in)
        acknowledge(check_in.id)
    vault.close()


def test_while_check_ins_are_saved(tmp_path: Path) -> None:
    filled(tmp_path / "at").close()
    before = ids_in(tmp_path / "at")

    def check(place: Path, disk: Disk) -> None:
        found = ids_in(place)
        assert before | set(disk.acknowledged) <= found
        assert len(found) <= len(before) + len(disk.acknowledged) + 1

    replayed(tmp_path, save_some, check)


def correct_and_purge(folder: Path) -> None:
    vault = a_vault(folder)
    with vault.reading() as store:
        first, second, *_others = store.check_ins.between(None, None)
    with vault.writing() as store:
        store.check_ins.forget(first.id, a_moment())
    acknowledge(f"forgotten:{first.id}")
    with vault.writing() as store:
        store.check_ins.purge([second.id], a_moment())
    acknowledge(f"purged:{second.id}")
    with vault.writing() as store:
        store.drafts.set(Draft(a_moment(), note="typed later"))
    acknowledge("draft")
    vault.close()


def test_while_things_are_taken_back_and_deleted_and_a_draft_is_kept(tmp_path: Path) -> None:
    filled(tmp_path / "at").close()
    before = ids_in(tmp_path / "at")

    def check(place: Path, disk: Disk) -> None:
        gone = {what.partition(":")[2] for what in disk.acknowledged}
        found = ids_in(place)
        assert not gone & found
        assert len(before - found) <= 2
        vault = a_vault(place)
        with vault.reading() as store:
            draft = store.drafts.current()
        vault.close()
        assert draft is not None
        assert draft.note in (("typed later",) if "draft" in disk.acknowledged else ("half", "typed later"))

    replayed(tmp_path, correct_and_purge, check)


def _imported(number: int) -> CheckIn:
    return a_check_in(number % 101, hours_ago=number, id=an_id(number))


def import_many(folder: Path) -> None:
    vault = a_vault(folder)
    importing = vault.importing("csv")
    importing.add([(f"key-{number}", _imported(number)) for number in range(MANY)])
    importing.complete()
    acknowledge("imported")
    vault.close()


def test_while_an_import_is_under_way_all_of_it_is_there_or_nothing(tmp_path: Path) -> None:
    filled(tmp_path / "at").close()
    before = ids_in(tmp_path / "at")

    def check(place: Path, disk: Disk) -> None:
        added = len(ids_in(place)) - len(before)
        assert added in ((MANY,) if disk.acknowledged else (0, MANY))

    replayed(tmp_path, import_many, check)


def make_copy(folder: Path) -> None:
    vault = a_vault(folder)
    StoreBackups(folder / "store", vault).make(date(2026, 11, 23))
    acknowledge("copied")
    vault.close()


def test_while_a_copy_is_made_every_copy_by_its_name_is_whole(tmp_path: Path) -> None:
    filled(tmp_path / "at").close()
    before = ids_in(tmp_path / "at")

    def check(place: Path, disk: Disk) -> None:
        assert ids_in(place) == before
        vault = a_vault(place)
        backups = StoreBackups(place / "store", vault)
        newest = backups.newest_day()
        vault.close()
        assert newest == date(2026, 11, 23) if disk.acknowledged else newest is not None
        for copy in (place / "store" / BACKUPS).glob("*.companion"):
            assert _notes_of_copy(copy, place) == 30

    replayed(tmp_path, make_copy, check)


def _notes_of_copy(copy: Path, place: Path) -> int:
    """How many check-ins a copy gives back."""
    from companion.adapters.storage.restoring import Restoring

    vault = a_vault(place)
    restoring = Restoring(place / "store", vault)
    try:
        return restoring.look(copy).there.check_ins
    finally:
        restoring.drop()
        vault.close()


def set_passphrase(folder: Path) -> None:
    keeper = a_keeper(folder)
    protect(keeper, older=OlderCopies.REENCRYPT)
    acknowledge("protected")
    keeper.vault.close()


def test_while_a_passphrase_is_set_the_old_key_or_the_new_one_opens_it(tmp_path: Path) -> None:
    vault = filled(tmp_path / "at")
    before = notes(vault)
    vault.close()

    def check(place: Path, disk: Disk) -> None:
        keeper = a_keeper(place)
        if keeper.is_protected():
            assert unlock_with_one_of(keeper, PASSPHRASE) == PASSPHRASE
        else:
            assert not disk.acknowledged
        assert notes(keeper.vault) == before
        keeper.vault.close()

    replayed(tmp_path, set_passphrase, check)


def note_while_locked(folder: Path) -> None:
    vault = SqliteVault(folder / "store", start_locked=True)
    for number in range(3):
        check_in = a_check_in(number, id=an_id(number))
        with vault.taking_in() as intake:
            intake.check_ins.add(check_in)
        acknowledge(check_in.id)
    vault.close()


def test_while_things_are_noted_in_a_locked_notebook(tmp_path: Path) -> None:
    keeper = a_keeper(tmp_path / "at", filled(tmp_path / "at"))
    protect(keeper)
    keeper.vault.close()

    def check(place: Path, disk: Disk) -> None:
        keeper = a_keeper(place, SqliteVault(place / "store", start_locked=True))
        keeper.take(a_secret()).unlock()
        with keeper.vault.reading() as store:
            found = {check_in.id for check_in in store.check_ins.between(None, None)}
        assert set(disk.acknowledged) <= found
        keeper.vault.close()

    replayed(tmp_path, note_while_locked, check)


def upgrade(folder: Path) -> None:
    a_vault(folder).opened()
    acknowledge("upgraded")


def test_while_an_old_store_is_brought_up_to_date(tmp_path: Path) -> None:
    shutil.copytree(SAMPLES / "0001", tmp_path / "at" / "store")
    shutil.copytree(SAMPLES / "0001", tmp_path / "other" / "store")
    wanted = ids_in(tmp_path / "other")

    def check(place: Path, disk: Disk) -> None:
        assert ids_in(place) == wanted, disk.acknowledged

    replayed(tmp_path, upgrade, check)


def count_days_anew(folder: Path) -> None:
    vault = a_vault(folder)
    vault.begin_days_at(time(6))
    acknowledge("counted")
    vault.close()


def test_while_days_are_counted_anew(tmp_path: Path) -> None:
    filled(tmp_path / "at").close()
    before = ids_in(tmp_path / "at")

    def check(place: Path, disk: Disk) -> None:
        assert ids_in(place) == before
        vault = a_vault(place)
        with vault.reading() as store:
            starts = store.days.day_start()
        vault.close()
        assert starts in ((time(6),) if disk.acknowledged else (time(4), time(6)))

    replayed(tmp_path, count_days_anew, check)


def delete_everything(folder: Path) -> None:
    begin(folder / "store", None)
    finish(folder / "store", list)
    acknowledge("deleted")


def test_while_everything_is_deleted_it_is_whole_or_gone_at_the_next_start(tmp_path: Path) -> None:
    vault = filled(tmp_path / "at")
    StoreBackups(tmp_path / "at" / "store", vault).make(date(2026, 11, 20))
    before = notes(vault)
    vault.close()

    def check(place: Path, disk: Disk) -> None:
        store = place / "store"
        if is_being_erased(store):
            assert finish(store, list) == []
            assert not [path for path in store.rglob("*") if path.is_file()]
        elif (store / STORE_NAME).exists():
            assert not disk.acknowledged
            vault = a_vault(place)
            assert notes(vault) == before
            vault.close()
        else:
            assert {path.name for path in store.rglob("*") if path.is_file()} <= {"store.lock"}

    replayed(tmp_path, delete_everything, check)


def choose_settings(folder: Path) -> None:
    settings = TomlSettingsStore(folder)
    settings.save(Settings(look=Look.DARK))
    acknowledge("dark")
    settings.save(Settings(look=Look.LIGHT))
    acknowledge("light")


def test_while_settings_are_saved(tmp_path: Path) -> None:
    (tmp_path / "at").mkdir()

    def check(place: Path, disk: Disk) -> None:
        look = TomlSettingsStore(place).load().look
        expected = {"": (Look.SYSTEM, Look.DARK), "dark": (Look.DARK, Look.LIGHT), "light": (Look.LIGHT,)}
        assert look in expected["".join(disk.acknowledged[-1:])]

    replayed(tmp_path, choose_settings, check)
