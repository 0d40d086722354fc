"""A canary as note, tag, person, reflection and passphrase: whatever happens to it, it is nowhere in clear."""

import logging
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from companion.adapters.storage.backups import StoreBackups
from companion.adapters.storage.key_keeper import FileKeyKeeper
from companion.adapters.system.folders import Folders
from companion.adapters.system.logs import start_logging
from companion.adapters.transfer.foreign_files import reader_for
from companion.adapters.transfer.foreign_rows import ForeignRows
from companion.application.checkins import Answer
from companion.application.foreign import FileKind, Wishes
from companion.application.protection import OlderCopies
from companion.application.transfer import TransferService
from companion.bootstrap.core import Core
from companion.domain.context import Context
from companion.domain.draft import Draft
from companion.domain.reminder import FixedTimes
from companion.domain.repair import RepairDraft
from companion.domain.secrets import Secret, typed_passphrase, typed_recovery_code
from companion.domain.support import SupportKind
from companion.domain.tag import TagKind
from tests.support.breaking_off import broken_off_everywhere
from tests.support.builders import a_moment
from tests.support.clock import FakeClock
from tests.support.passphrases import CHEAP

CANARY = "Kanarienvogel"
PERSON = "Zaunkönigin Anna"
PASSPHRASE = "Nachtigall am Fenster"
NEXT = "Rotkehlchen im Garten"
WORDS = (CANARY, PERSON, PASSPHRASE, NEXT)


def folders_in(place: Path) -> Folders:
    """As a system keeps them: each kind in its own place."""
    folders = Folders(place / "data", place / "config", place / "state", place / "run")
    folders.prepare()
    return folders


def an_answer() -> Answer:
    """With the canary wherever there is room for words."""
    return Answer(arousal=80, note=CANARY, tags=(CANARY,), context=Context(people=(PERSON,)))


class Days:
    """A program that is used for days, each of them once."""

    def __init__(self, place: Path) -> None:
        self.place = place
        self.folders = folders_in(place)
        self.begin()

    def begin(self) -> None:
        """The program starts."""
        self.core = Core(self.folders, clock=FakeClock())
        self.vault = self.core.vault
        self.keeper = FileKeyKeeper(self.folders.data, self.vault, cost=CHEAP)

    def end(self) -> None:
        """And ends."""
        self.core.close()

    def note(self) -> None:
        """The canary goes into everything that can be noted, and a half of it is only typed."""
        core = self.core
        core.check_ins.record(an_answer(), answers_open_prompt=False)
        core.check_ins.keep_draft(Draft(a_moment(), note=CANARY))
        core.journal.note_life_event(CANARY, PERSON)
        core.journal.reflect(f"What about {CANARY}?", PERSON)
        core.repairs.note(RepairDraft(a_moment(), CANARY, them=PERSON, helped=CANARY))
        core.repairs.keep_draft(RepairDraft(a_moment(), PERSON, helped=CANARY))
        core.triangles.note((5, None, 0), (CANARY, PERSON, CANARY))
        core.reminders.add(FixedTimes((9 * 60,)))
        core.people.remove(core.people.add(SupportKind.PERSON, CANARY, PERSON).id)
        core.people.add(SupportKind.PERSON, PERSON, CANARY, CANARY, is_near=True)

    def bring_in(self) -> None:
        """The canary comes in with another program's file, and lies in it no longer."""
        file = self.place.parent / "moods.csv"
        file.write_text(f"full_date,date,time,mood,activities,note\n2026-01-05,,10:00,{CANARY},{PERSON},{CANARY}\n")
        core = self.core
        rows = ForeignRows(core.ids, core.clock.now(), core.clock.zone(), "test")
        read = reader_for(FileKind.DAYLIO, file, rows, Wishes()).read(file)
        assert TransferService(self.vault, core.clock, core.bus).bring_in("daylio", read, print).added == 1
        file.unlink()

    def take_out(self) -> None:
        """The import is taken out again."""
        with self.vault.reading() as store:
            (kept,) = store.imports.all()
        self.vault.hide_import(kept.id)
        self.vault.remove_unfinished_imports()

    def note_while_locked(self) -> None:
        """The same, sealed."""
        self.core.check_ins.record(an_answer(), answers_open_prompt=True)

    def copy(self, day: int) -> None:
        """The day's copy."""
        StoreBackups(self.folders.data, self.vault).make(date(2026, 11, day))

    def protect(self) -> str:
        """Sets the passphrase and gives the recovery code back."""
        key = self.keeper.take_open()
        self.vault.lock()
        held, rewritten = key.protect(typed_passphrase(PASSPHRASE), OlderCopies.REENCRYPT)
        held.unlock()
        return rewritten.recovery_code

    def unlock(self, secret: Secret) -> None:
        """Takes the key and opens."""
        self.keeper.take(secret).unlock()

    def fail(self) -> None:
        """Something goes wrong with the words in hand, and is logged."""
        try:
            raise ValueError(CANARY)
        except ValueError:
            logging.getLogger("companion").exception("something failed")


@pytest.fixture
def days(tmp_path: Path) -> Iterator[Days]:
    """A program in its own folders, with its log."""
    root, days = logging.getLogger(), Days(tmp_path / "home")
    before, level = list(root.handlers), root.level
    start_logging(days.folders.logs)
    yield days
    days.end()
    for handler in [handler for handler in root.handlers if handler not in before]:
        root.removeHandler(handler)
        handler.close()
    root.setLevel(level)


def everything(place: Path) -> dict[str, bytes]:
    """Every file with its name, which could tell as well."""
    found = {str(path.relative_to(place)): path.read_bytes() for path in place.rglob("*") if path.is_file()}
    assert len(found) > 5
    return found


def in_clear(place: Path, *more: str) -> list[str]:
    """Where any of the words stands, however it is written."""
    looked_for = [
        form
        for word in (*WORDS, *more)
        for text in (word, word.lower(), word.upper())
        for form in (text.encode(), text.encode("utf-16-le"), text.encode("latin-1"), text.encode().hex().encode())
    ]
    return sorted(
        name
        for name, content in everything(place).items()
        if any(form in content or form in name.encode() for form in looked_for)
    )


def test_after_days_with_locks_copies_crashes_and_changes_nothing_stands_in_clear(days: Days) -> None:
    days.note()
    days.bring_in()
    days.copy(20)
    days.fail()
    assert in_clear(days.place) == []
    days.take_out()
    assert in_clear(days.place) == []
    code = days.protect()
    days.note()
    days.copy(21)
    assert in_clear(days.place, code) == []
    days.vault.lock()
    days.note_while_locked()
    assert in_clear(days.place, code) == []
    days.begin()
    days.note_while_locked()
    days.unlock(typed_recovery_code(code))
    assert in_clear(days.place, code) == []
    days.keeper.take(typed_passphrase(PASSPHRASE)).change_passphrase(typed_passphrase(NEXT)).unlock()
    days.copy(22)
    days.end()
    assert in_clear(days.place, code) == []
    days.begin()
    days.unlock(typed_passphrase(NEXT))
    with days.vault.reading() as store:
        assert [check_in.note for check_in in store.check_ins.between(None, None)] == [CANARY] * 4
        assert PERSON in [use.tag.name for use in store.tags.all(TagKind.PERSON)]
    days.vault.lock()
    held, _rewritten = days.keeper.take(typed_passphrase(NEXT)).unprotect(OlderCopies.REENCRYPT)
    held.unlock()
    days.end()
    assert in_clear(days.place, code) == []


def protecting(place: Path) -> Callable[[], object]:
    """What is broken off."""
    days = Days(place)
    key = days.keeper.take_open()
    days.vault.lock()
    return lambda: key.protect(typed_passphrase(PASSPHRASE), OlderCopies.REENCRYPT)


def test_what_a_crash_leaves_while_a_passphrase_is_set_stands_nowhere_in_clear(days: Days, tmp_path: Path) -> None:
    days.note()
    days.copy(20)
    days.end()
    for place in broken_off_everywhere(days.place, tmp_path / "places", protecting):
        assert in_clear(place) == [], place.name


def test_the_words_are_found_where_they_do_stand_in_clear(tmp_path: Path) -> None:
    for number, word in enumerate(WORDS):
        (tmp_path / f"{number}.txt").write_text(f"… {word} …")
    (tmp_path / f"{CANARY}.txt").write_text("a name")
    (tmp_path / "nothing.txt").write_text("nothing")
    assert in_clear(tmp_path) == ["0.txt", "1.txt", "2.txt", "3.txt", f"{CANARY}.txt"]
