"""What was practised is noted when it ends, and what the person says of it afterwards."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from companion.adapters.storage.vault import SqliteVault
from companion.application.event_bus import EventBus
from companion.application.events import JournalChanged, VaultUnlocked
from companion.application.practice_sessions import PracticeSessionService
from companion.domain.errors import DomainError
from companion.domain.practice_session import Felt, PracticeSession
from tests.support.builders import CountingIds
from tests.support.clock import FakeClock
from tests.support.practices import a_practice
from tests.support.store import a_vault

PRACTICE = a_practice("walk")


class Desk:
    """The service and what it was given."""

    def __init__(self, folder: Path, *, locked: bool = False) -> None:
        self.vault: SqliteVault = a_vault(folder, locked)
        self.clock = FakeClock()
        self.bus = EventBus()
        self.heard: list[object] = []
        self.bus.listen(JournalChanged, self.heard.append)
        self.sessions = PracticeSessionService(self.vault, self.clock, CountingIds(), self.bus)

    def kept(self) -> list[PracticeSession]:
        with self.vault.reading() as store:
            return store.practice_sessions.of_practice(PRACTICE.key)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = Desk(tmp_path)
    yield made
    made.vault.close()


def test_it_is_durable_when_it_ends_and_told_then(desk: Desk) -> None:
    begun = desk.sessions.now()
    desk.clock.pass_time(minutes=3)
    session = desk.sessions.finish(PRACTICE, begun, before=0, check_in_id="some", stopped_early=True)
    assert desk.kept() == [session]
    assert (session.started_at, session.ended_at) == (begun, desk.clock.now())
    assert (session.before, session.check_in_id, session.stopped_early) == (0, "some", True)
    assert len(desk.heard) == 1


def test_what_is_said_afterwards_is_kept_with_it(desk: Desk) -> None:
    session = desk.sessions.finish(PRACTICE, desk.sessions.now(), before=70)
    said = desk.sessions.note_after(session, 0, Felt.HEAVIER)
    assert desk.kept() == [said]
    assert (said.after, said.felt) == (0, Felt.HEAVIER)


def test_a_rating_that_cannot_be_changes_nothing(desk: Desk) -> None:
    session = desk.sessions.finish(PRACTICE, desk.sessions.now())
    with pytest.raises(DomainError):
        desk.sessions.note_after(session, 101, None)
    assert desk.kept() == [session]


def test_what_was_deleted_meanwhile_is_not_noted_again(desk: Desk) -> None:
    session = desk.sessions.finish(PRACTICE, desk.sessions.now())
    with desk.vault.writing() as store:
        store.practice_sessions.purge([session.id], desk.clock.now())
    with pytest.raises(DomainError):
        desk.sessions.note_after(session, 50, None)


def test_a_clock_that_was_set_back_makes_no_session_impossible(desk: Desk) -> None:
    begun = desk.sessions.now()
    desk.clock.pass_time(minutes=-5)
    assert desk.sessions.finish(PRACTICE, begun).ended_at == begun


def test_what_was_noted_of_it_is_counted(desk: Desk) -> None:
    for felt in (Felt.LIGHTER, None):
        session = desk.sessions.finish(PRACTICE, desk.sessions.now())
        desk.sessions.note_after(session, None, felt)
    noted = desk.sessions.noted(PRACTICE.key)
    assert (noted.times, noted.lighter) == (2, 1)


def test_what_ends_while_locked_and_cannot_be_sealed_is_noted_when_it_is_unlocked(tmp_path: Path) -> None:
    a_vault(tmp_path).close()  # never locked so far: there is no key to seal to
    desk = Desk(tmp_path, locked=True)
    session = desk.sessions.finish(PRACTICE, desk.sessions.now(), before=40)
    said = desk.sessions.note_after(session, 30, Felt.SAME)
    assert desk.heard == []
    desk.vault.unlock()
    desk.bus.publish(VaultUnlocked())
    assert desk.kept() == [said]
    desk.vault.close()


def test_what_ended_while_locked_is_there_after_a_quit_that_came_before_unlocking(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    desk.vault.lock()
    session = desk.sessions.finish(PRACTICE, desk.sessions.now(), before=40)
    said = desk.sessions.note_after(session, 0, Felt.HEAVIER)
    desk.vault.close()
    later = Desk(tmp_path)
    assert later.kept() == [said]
    later.vault.close()
