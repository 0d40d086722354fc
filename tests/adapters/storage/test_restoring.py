"""Restoring: looked at first, all or nothing whatever happens, and a way back."""

import errno
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from functools import partial
from pathlib import Path

import pytest

from companion.adapters.storage.backups import StoreBackups
from companion.adapters.storage.beside import ASIDE
from companion.adapters.storage.database import DRIVER, STORE_NAME, connect
from companion.adapters.storage.opened import OUR_STEPS
from companion.adapters.storage.restoring import Restoring
from companion.adapters.storage.vault import SqliteVault
from companion.application.copies import CopyContents, Difference
from companion.application.errors import Trouble, UserError
from companion.application.parts import PartKind
from companion.application.protection import Rewritten
from companion.domain.checkin import CheckIn
from companion.domain.life_event import LifeEvent
from companion.domain.practice import Step
from companion.domain.practice_own import OwnPractice
from companion.domain.reflection import Reflection
from companion.domain.reminder import FixedTimes, Reminder
from companion.domain.secrets import typed_recovery_code
from tests.support.builders import a_check_in, a_moment
from tests.support.passphrases import PASSPHRASE, a_keeper, a_secret, protect
from tests.support.practices import a_session
from tests.support.store import a_vault

ROOT = Path(__file__).parents[3]
SAMPLES = Path(__file__).with_name("samples")
DAY = date(2026, 11, 22)

# Restores copy after copy of a store, each in a process of its own that ends one call later than the last, until one
# is restored to its end. What is counted are calls that can change a file; pages are copied five at a time.
BREAKS_OFF = """
import os, shutil, sys
from datetime import date
from itertools import count
from pathlib import Path
from companion.adapters.storage import breathing, copying, restoring
from companion.adapters.storage.vault import SqliteVault

sample, stores = map(Path, sys.argv[1:])
copying.PAGES_AT_ONCE, breathing.REST_SECONDS = 5, 0
COUNTED = {"execute", "executescript", "executemany", "backup", "close", "replace", "rename", "unlink", "open",
           "fsync", "mkdir", "rmdir", "scandir", "write", "link"}

def restore_broken_off(folder, after):
    left = after

    def count_down(_frame, event, called):
        nonlocal left
        if event == "c_call" and called.__name__ in COUNTED:
            left -= 1
            if left < 0:
                os._exit(9)

    work = restoring.Restoring(folder, SqliteVault(folder))
    sys.setprofile(count_down)
    work.look(folder / "backups" / "companion-2026-11-20.db")
    work.tidy(work.carry_out(date(2026, 11, 22)))
    sys.setprofile(None)
    os._exit(0)

for after in count():
    folder = stores / f"{after:04d}"
    shutil.copytree(sample, folder)
    child = os.fork()
    if not child:
        restore_broken_off(folder, after)
    status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    if status != 9:
        sys.exit(status)
"""


class Desk:
    """A store with thirty check-ins, a copy of it, and what was noted since."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder / "store"
        self.vault = a_vault(folder)
        self.worker = self.vault.worker()
        self.old = [a_check_in(hours_ago=24.0 * days, note=f"old {days}") for days in range(2, 32)]
        self.add(*self.old)
        self.backups = StoreBackups(self.folder, self.worker)
        self.copy = self.backups.make(date(2026, 11, 20))
        self.restoring = Restoring(self.folder, self.worker, DRIVER)

    def add(self, *check_ins: CheckIn) -> None:
        with self.vault.writing() as store:
            for check_in in check_ins:
                store.check_ins.add(check_in)

    def notes(self) -> set[str]:
        with self.vault.reading() as store:
            assert store.days.are_right()
            assert store.tags.are_right()
            return {check_in.note for check_in in store.check_ins.between(None, None)}

    def restore_looked_at(self) -> Path:
        """The window's vault gives way too."""
        self.vault.close()
        kept = self.restoring.carry_out(DAY)
        self.restoring.tidy(kept)
        self.worker.close()
        return kept

    def protect(self, passphrase: str = PASSPHRASE) -> Rewritten:
        self.worker.close()
        return protect(a_keeper(self.folder.parent, self.vault), passphrase)

    def copies(self) -> list[str]:
        return sorted(path.name for path in (self.folder / "backups").glob("*.db"))

    def close(self) -> None:
        self.worker.close()
        self.vault.close()


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = Desk(tmp_path)
    yield made
    made.close()


def trouble_of(desk: Desk, copy: Path) -> Trouble:
    with pytest.raises(UserError) as raised:
        desk.restoring.look(copy)
    assert raised.value.data_is_safe
    assert not (desk.folder / ASIDE).exists()
    assert len(desk.notes()) == 30
    return raised.value.trouble


def test_a_copy_that_is_restored_is_what_it_was_and_the_store_before_is_kept(desk: Desk) -> None:
    desk.add(a_check_in(note="new"))
    desk.restoring.look(desk.copy)
    kept = desk.restore_looked_at()
    assert desk.notes() == {check_in.note for check_in in desk.old}
    assert kept.name == "before-restore-2026-11-22.db"
    desk.restoring.look(kept)
    desk.restore_looked_at()
    assert "new" in desk.notes()
    assert desk.copies() == [
        "before-restore-2026-11-22-2.db",
        "before-restore-2026-11-22.db",
        "companion-2026-11-20.db",
    ]


def test_looking_changes_nothing(desk: Desk) -> None:
    desk.add(a_check_in(note="new"))
    desk.restoring.look(desk.copy)
    assert len(desk.notes()) == 31
    desk.restoring.drop()
    assert not (desk.folder / ASIDE).exists()
    with pytest.raises(UserError) as raised:
        desk.restoring.carry_out(DAY)
    assert raised.value.trouble is Trouble.FILE_MISSING


def test_what_differs_is_counted_kind_by_kind_with_the_days(desk: Desk) -> None:
    with desk.vault.writing() as store:
        store.reflections.add(Reflection(a_check_in().id, a_moment(1), a_moment(1), "What helps?", "Being asked."))
        store.life_events.add(LifeEvent(a_check_in().id, a_moment(2), a_moment(2), "Moved"))
        store.reminders.add(Reminder(a_check_in().id, FixedTimes((540,)), True, a_moment(), a_moment()))
        store.check_ins.forget(desk.old[0].id, a_moment())
        store.check_ins.purge([desk.old[-1].id], a_moment())
        store.check_ins.amend(a_check_in(hours_ago=24.0 * 3, note="other", id=desk.old[1].id), a_moment())
        store.wording.set("zone.above.words", "too much", a_moment())
        for session in (a_session(), a_session()):
            store.practice_sessions.add(session)
        store.own_practices.add(OwnPractice(a_check_in().id, a_moment(), "Tea", (Step("Sit"),)))
    desk.add(a_check_in(hours_ago=1), a_check_in(hours_ago=25))
    found = desk.restoring.look(desk.copy)
    assert found.here is not None
    assert (found.here.check_ins, found.there.check_ins) == (30, 30)
    assert found.there == CopyContents(30, date(2026, 10, 22), date(2026, 11, 20), len(list(OUR_STEPS.glob("*.sql"))))
    by_kind = {each.kind: each for each in found.differences}
    assert by_kind.pop(PartKind.CHECK_IN) == Difference(
        PartKind.CHECK_IN,
        only_here=2,
        only_there=2,
        changed=1,
        days_here=(date(2026, 11, 21), date(2026, 11, 22)),
        days_there=(date(2026, 10, 22), date(2026, 11, 20)),
    )
    assert {kind: (each.only_here, each.only_there) for kind, each in by_kind.items()} == {
        PartKind.REFLECTION: (1, 0),
        PartKind.LIFE_EVENT: (1, 0),
        PartKind.REMINDER: (1, 0),
        PartKind.PRACTICE: (1, 0),
        PartKind.PRACTICE_SESSION: (2, 0),
        PartKind.WORDING: (1, 0),
    }


def test_a_copy_of_what_is_there_differs_in_nothing(desk: Desk) -> None:
    assert desk.restoring.look(desk.copy).differences == ()


def test_while_somebody_else_has_the_store_open_nothing_is_restored(desk: Desk, tmp_path: Path) -> None:
    desk.add(a_check_in(note="new"))
    desk.restoring.look(desk.copy)
    desk.vault.close()
    other = a_vault(tmp_path)
    with pytest.raises(UserError) as raised:
        desk.restoring.carry_out(DAY)
    assert (raised.value.trouble, raised.value.data_is_safe) == (Trouble.OPEN_ELSEWHERE, True)
    with other.writing() as store:
        store.check_ins.add(a_check_in(note="later"))
    other.close()
    assert {"new", "later"} <= desk.notes()
    desk.vault.close()
    desk.restoring.carry_out(DAY)
    assert desk.copies() == ["before-restore-2026-11-22.db", "companion-2026-11-20.db"]


def test_after_looking_giving_way_has_nothing_left_to_write(desk: Desk, tmp_path: Path) -> None:
    desk.add(a_check_in(note="new"))
    desk.restoring.look(desk.copy)
    file_alone = tmp_path / "alone"
    file_alone.mkdir()
    for name in (STORE_NAME, "key.json"):
        shutil.copy(desk.folder / name, file_alone / name)
    vault = SqliteVault(file_alone)
    with vault.reading() as store:
        assert "new" in {check_in.note for check_in in store.check_ins.between(None, None)}
    vault.close()


def test_what_was_noted_between_looking_and_restoring_is_in_the_copy_of_before(desk: Desk) -> None:
    desk.restoring.look(desk.copy)
    desk.add(a_check_in(note="at the last moment"))
    desk.restore_looked_at()
    assert "at the last moment" not in desk.notes()
    desk.restoring.look(desk.folder / "backups" / "before-restore-2026-11-22.db")
    desk.restore_looked_at()
    assert "at the last moment" in desk.notes()


@pytest.mark.parametrize(
    ("number", "trouble"), [(errno.ENOSPC, Trouble.DISK_FULL), (errno.EROFS, Trouble.FOLDER_UNWRITABLE)]
)
@pytest.mark.parametrize(
    ("step", "call"),
    [("look", "mkdir"), ("look", "open"), ("look", "replace"), ("restore", "replace"), ("restore", "fsync")],
)
def test_a_disk_that_is_full_or_read_only_leaves_the_store_as_it_was(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, step: str, call: str, number: int, trouble: Trouble
) -> None:
    desk.add(a_check_in(note="new"))
    if step == "restore":
        desk.restoring.look(desk.copy)

    def impossible(*_values: object, **_named: object) -> object:
        raise OSError(number, os.strerror(number))

    attempt = partial(desk.restoring.look, desk.copy) if step == "look" else desk.restore_looked_at
    with monkeypatch.context() as patch:
        patch.setattr(os, call, impossible)
        with pytest.raises(UserError) as raised:
            attempt()
    assert raised.value.data_is_safe
    assert raised.value.trouble in (trouble, Trouble.FOLDER_UNWRITABLE)
    assert "new" in desk.notes()


def test_where_a_file_can_have_one_name_only_the_store_before_is_copied(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def impossible(*_values: object) -> None:
        raise OSError(errno.EPERM, "not on this disk")

    monkeypatch.setattr(os, "link", impossible)
    desk.add(a_check_in(note="new"))
    desk.restoring.look(desk.copy)
    desk.restore_looked_at()
    desk.restoring.look(desk.folder / "backups" / "before-restore-2026-11-22.db")
    desk.restore_looked_at()
    assert "new" in desk.notes()


@pytest.mark.parametrize("left", [0, 15, 4096, 40_000, -1])
def test_a_copy_that_was_cut_off_is_told_and_changes_nothing(desk: Desk, left: int) -> None:
    content = desk.copy.read_bytes()
    desk.copy.write_bytes(content[:left] if left >= 0 else content[: len(content) - 3 * 4096])
    assert trouble_of(desk, desk.copy) in (Trouble.COPY_DAMAGED, Trouble.COPY_NOT_OURS)


def test_a_copy_with_a_bit_turned_is_told_and_changes_nothing(desk: Desk) -> None:
    content = bytearray(desk.copy.read_bytes())
    content[len(content) // 2] ^= 1
    desk.copy.write_bytes(content)
    assert trouble_of(desk, desk.copy) is Trouble.COPY_DAMAGED


def test_other_files_are_no_copies(desk: Desk, tmp_path: Path) -> None:
    text = tmp_path / "letter.companion"
    text.write_text("Dear diary, " * 2000)
    assert trouble_of(desk, text) is Trouble.COPY_KEY_MISSING
    assert trouble_of(desk, tmp_path / "nowhere.companion") is Trouble.FILE_MISSING
    assert trouble_of(desk, tmp_path) is Trouble.FILE_UNREADABLE


def test_a_copy_of_a_newer_program_is_refused(desk: Desk) -> None:
    key = desk.worker.opened().key
    newer = connect(desk.copy, key, DRIVER)
    newer.execute("PRAGMA user_version = 99")
    newer.close()
    assert trouble_of(desk, desk.copy) is Trouble.COPY_NEWER


@pytest.mark.parametrize("release", sorted(path.name for path in SAMPLES.iterdir()))
def test_a_copy_of_every_released_version_is_brought_up_to_date(desk: Desk, tmp_path: Path, release: str) -> None:
    """A store of another folder with its key beside it; where it lies nothing is touched."""
    place = tmp_path / "elsewhere"
    shutil.copytree(SAMPLES / release, place)
    before = {path.name: path.read_bytes() for path in place.iterdir() if path.is_file()}
    found = desk.restoring.look(place / STORE_NAME)
    assert (found.there.check_ins, found.there.version) == (24, int(release))
    desk.restore_looked_at()
    assert "note 4" in desk.notes()
    assert {path.name: path.read_bytes() for path in place.iterdir() if path.is_file()} == before


def test_a_copy_of_another_store_stands_under_this_ones_key(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "there").mkdir()
    there = Desk(tmp_path / "there")
    there.add(a_check_in(note="theirs"))
    file = tmp_path / "theirs.companion"
    there.backups.save(file)
    there.close()
    key = desk.worker.opened().key
    desk.restoring.look(file)
    desk.restore_looked_at()
    desk.close()
    assert "theirs" in desk.notes()
    assert desk.vault.opened().key == key


def test_a_copy_behind_another_passphrase_asks_for_it_and_the_present_one_stays(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "there").mkdir()
    there = Desk(tmp_path / "there")
    made = there.protect("that time's words")
    file = tmp_path / "theirs.companion"
    there.add(a_check_in(note="theirs"))
    there.backups.save(file)
    there.close()
    desk.protect()

    assert trouble_of(desk, file) is Trouble.COPY_PROTECTED
    for wrong in (a_secret("other words"), a_secret(PASSPHRASE)):
        with pytest.raises(UserError) as raised:
            desk.restoring.look(file, wrong)
        assert raised.value.trouble is Trouble.COPY_SECRET_WRONG
    desk.restoring.look(file, typed_recovery_code(made.recovery_code))
    found = desk.restoring.look(file, a_secret("that time's words"))
    assert (found.copy.is_protected, found.loses_protection) == (True, False)
    desk.restore_looked_at()
    desk.close()
    desk.vault.lock()
    a_keeper(tmp_path, desk.vault).take(a_secret(PASSPHRASE)).unlock()
    assert "theirs" in desk.notes()


def test_a_protected_copy_says_that_an_open_notebook_would_protect_it_no_more(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "there").mkdir()
    there = Desk(tmp_path / "there")
    there.protect()
    file = tmp_path / "theirs.companion"
    there.backups.save(file)
    there.close()
    assert desk.restoring.look(file, a_secret(PASSPHRASE)).loses_protection


def test_what_is_noted_in_locked_times_after_a_restore_is_still_taken_in(desk: Desk) -> None:
    desk.restoring.look(desk.copy)
    desk.restore_looked_at()
    desk.vault.lock()
    with desk.vault.taking_in() as intake:
        intake.check_ins.add(a_check_in(note="sealed"))
    desk.vault.unlock()
    assert "sealed" in desk.notes()


def test_nothing_of_it_lies_in_clear_beside_the_store(desk: Desk) -> None:
    desk.add(a_check_in(note="canary of the day"))
    desk.restoring.look(desk.copy)
    everything = b"".join(path.read_bytes() for path in desk.folder.rglob("*") if path.is_file())
    assert b"canary" not in everything
    assert b"old 3" not in everything
    assert (desk.folder / ASIDE).stat().st_mode & 0o077 == 0


@pytest.mark.skipif(sys.platform == "win32", reason="processes that go on from a common beginning")
def test_a_restore_killed_at_any_step_leaves_the_store_before_or_the_copy(tmp_path: Path) -> None:
    sample = Desk(tmp_path / "sample")
    sample.add(a_check_in(note="new"), *(a_check_in(note="y" * 4000) for _ in range(20)))
    sample.close()
    stores = tmp_path / "stores"
    stores.mkdir()
    command = [sys.executable, "-c", BREAKS_OFF, str(sample.folder), str(stores)]
    subprocess.run(command, cwd=ROOT, check=True, timeout=240)
    broken_off = sorted(stores.iterdir())
    assert len(broken_off) > 60
    restored = [is_restored(folder) for folder in broken_off]
    assert restored == sorted(restored)
    assert (restored[0], restored[-1]) == (False, True)
    assert restored.count(True) > 2


def is_restored(folder: Path) -> bool:
    """Whether the copy took the store's place; half of each fails here, and so does one without a way back."""
    vault = SqliteVault(folder)
    with vault.reading() as store:
        notes = {check_in.note for check_in in store.check_ins.between(None, None)}
        assert store.days.are_right()
    assert len(notes) in (30, 32)
    kept = folder / "backups" / "before-restore-2026-11-22.db"
    restoring = Restoring(folder, vault)
    restoring.drop()
    assert kept.exists() == (len(notes) == 30)
    if len(notes) == 30:
        restoring.look(kept)
        restoring.carry_out(DAY)
        with vault.reading() as store:
            assert "new" in {check_in.note for check_in in store.check_ins.between(None, None)}
    vault.close()
    return len(notes) == 30
