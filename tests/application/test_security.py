"""The passphrase as a service: what is told to whom in which order, and what happens to those who guess."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from companion.application.errors import Trouble, UserError
from companion.application.event_bus import EventBus
from companion.application.events import Event, VaultLocked, VaultLocking, VaultUnlocked
from companion.application.protection import OlderCopies, Rewritten
from companion.application.security import SecurityService, wait_after
from companion.domain.errors import DomainError, Rule
from companion.domain.passphrase import Strength
from companion.domain.secrets import typed_recovery_code
from tests.support.builders import a_check_in
from tests.support.clock import FakeClock
from tests.support.passphrases import PASSPHRASE, a_keeper, a_secret
from tests.support.store import a_vault
from tests.support.worker import FakeWorker

NEXT = "another passphrase"


class Desk:
    """The service over a real store with one check-in; the worker works when it is told to."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.vault = a_vault(folder)
        if not self.vault.is_locked:
            with self.vault.writing() as store:
                store.check_ins.add(a_check_in(note="from before"))
        self.keeper = a_keeper(folder, self.vault)
        self.clock = FakeClock()
        self.worker = FakeWorker()
        self.bus = EventBus()
        self.service = SecurityService(self.vault, self.keeper, self.clock, self.worker, self.bus)
        self.heard: list[str] = []
        self.answers: list[object] = []
        for kind in (VaultLocking, VaultLocked, VaultUnlocked):
            self.bus.listen(kind, self._hear)

    def _hear(self, news: Event) -> None:
        state = "locked" if self.vault.is_locked else "open"
        self.heard.append(f"{type(news).__name__} {state}")

    def done(self, answer: object) -> None:
        """What is told at the end."""
        self.answers.append(answer)

    def work(self) -> object:
        """The worker works until nothing waits; gives back what was told last."""
        for _step in range(4):
            self.worker.work()
        return self.answers[-1] if self.answers else None

    def protect(self) -> Rewritten:
        """Sets a passphrase."""
        self.service.protect(PASSPHRASE, OlderCopies.REENCRYPT, self.done)
        answer = self.work()
        assert isinstance(answer, Rewritten)
        self.heard.clear()
        return answer

    def try_to_unlock(self, text: str) -> Trouble | None:
        """What a try comes to."""
        self.service.unlock(text, self.done)
        answer = self.work()
        assert answer is None or isinstance(answer, UserError)
        return None if answer is None else answer.trouble

    def notes(self) -> set[str]:
        """Of every check-in."""
        with self.vault.reading() as store:
            return {check_in.note for check_in in store.check_ins.between(None, None)}


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """A store without a passphrase."""
    return Desk(tmp_path)


@pytest.fixture
def protected(desk: Desk) -> Desk:
    """A store with one, unlocked."""
    desk.protect()
    return desk


def test_the_first_passphrase_locks_writes_anew_and_unlocks(desk: Desk) -> None:
    desk.service.protect(PASSPHRASE, OlderCopies.REENCRYPT, desk.done)
    answer = desk.work()
    assert isinstance(answer, Rewritten)
    assert typed_recovery_code(answer.recovery_code).content
    assert desk.heard == ["VaultLocking open", "VaultLocked locked", "VaultUnlocked open"]
    assert (desk.service.is_protected, desk.service.is_locked, desk.service.is_busy) == (True, False, False)
    assert desk.notes() == {"from before"}


def test_while_the_store_is_written_anew_a_check_in_can_be_made_and_joins(desk: Desk) -> None:
    desk.service.protect(PASSPHRASE, OlderCopies.REENCRYPT, desk.done)
    desk.worker.work()
    assert desk.service.is_busy
    assert desk.service.is_locked
    with desk.vault.taking_in() as intake:
        intake.check_ins.add(a_check_in(note="meanwhile"))
    desk.work()
    assert desk.notes() == {"from before", "meanwhile"}


def test_a_first_passphrase_that_cannot_be_set_leaves_everything_open_as_before(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def is_full(*_values: object) -> None:
        raise UserError(Trouble.DISK_FULL)

    monkeypatch.setattr("companion.adapters.storage.rekeying.rewrite", is_full)
    desk.service.protect(PASSPHRASE, OlderCopies.REENCRYPT, desk.done)
    answer = desk.work()
    assert isinstance(answer, UserError)
    assert answer.trouble is Trouble.DISK_FULL
    assert (desk.service.is_protected, desk.service.is_locked, desk.service.is_busy) == (False, False, False)
    assert desk.heard[-1] == "VaultUnlocked open"
    assert desk.notes() == {"from before"}


def test_a_bug_on_the_way_is_told_as_trouble_and_raised_and_the_store_is_open_again(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def is_wrong(*_values: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("companion.adapters.storage.rekeying.rewrite", is_wrong)
    desk.service.protect(PASSPHRASE, OlderCopies.REENCRYPT, desk.done)
    with pytest.raises(ZeroDivisionError):
        desk.work()
    (answer,) = desk.answers
    assert isinstance(answer, UserError)
    assert answer.trouble is Trouble.STORE_FAILED
    assert (desk.service.is_locked, desk.service.is_busy) == (False, False)


def test_nothing_can_be_read_any_more_when_everyone_hears_that_it_is_locked(protected: Desk) -> None:
    seen: list[Trouble] = []

    def look(_news: VaultLocked) -> None:
        with pytest.raises(UserError) as raised, protected.vault.reading():
            pass
        seen.append(raised.value.trouble)

    protected.bus.listen(VaultLocked, look)
    assert protected.service.lock()
    assert seen == [Trouble.LOCKED]


def test_what_is_half_typed_can_be_kept_before_it_is_locked(protected: Desk) -> None:
    def keep(_news: VaultLocking) -> None:
        with protected.vault.writing() as store:
            store.check_ins.add(a_check_in(note="kept"))

    protected.bus.listen(VaultLocking, keep)
    protected.service.lock()
    assert protected.try_to_unlock(PASSPHRASE) is None
    assert protected.notes() == {"from before", "kept"}


def test_somebody_who_fails_to_keep_what_is_typed_does_not_hinder_locking(protected: Desk) -> None:
    def fail(_news: VaultLocking) -> None:
        raise ZeroDivisionError

    protected.bus.listen(VaultLocking, fail)
    with pytest.raises(ZeroDivisionError):
        protected.service.lock()
    assert protected.vault.is_locked
    assert protected.heard == ["VaultLocking open", "VaultLocked locked"]


def test_without_a_passphrase_nothing_is_locked(desk: Desk) -> None:
    assert not desk.service.lock()
    assert (desk.service.is_locked, desk.heard) == (False, [])


def test_locking_twice_is_locking_once(protected: Desk) -> None:
    assert [protected.service.lock(), protected.service.lock()] == [True, False]
    assert protected.heard == ["VaultLocking open", "VaultLocked locked"]


def test_unlocking_brings_in_what_was_sealed_once_and_tells_before_it_answers(protected: Desk) -> None:
    protected.service.lock()
    with protected.vault.taking_in() as intake:
        intake.check_ins.add(a_check_in(note="sealed"))
    protected.heard.clear()
    order: list[str] = []
    protected.bus.listen(VaultUnlocked, lambda _news: order.append("news"))
    protected.service.unlock(PASSPHRASE, lambda _answer: order.append("answer"))
    protected.work()
    assert order == ["news", "answer"]
    assert protected.notes() == {"from before", "sealed"}
    assert protected.heard == ["VaultUnlocked open"]


def test_the_recovery_code_unlocks(desk: Desk) -> None:
    code = desk.protect().recovery_code
    desk.service.lock()
    desk.service.unlock_with_code(code.lower(), desk.done)
    assert desk.work() is None
    assert not desk.service.is_locked


def test_what_is_no_secret_at_all_is_said_at_once(protected: Desk) -> None:
    for begin, rule in (
        (lambda: protected.service.unlock("", protected.done), Rule.PASSPHRASE_EMPTY),
        (lambda: protected.service.unlock_with_code("ABCD", protected.done), Rule.RECOVERY_CODE_UNREADABLE),
        (lambda: protected.service.protect("", OlderCopies.DELETE, protected.done), Rule.PASSPHRASE_EMPTY),
        (lambda: protected.service.change_passphrase(a_secret(), "", protected.done), Rule.PASSPHRASE_EMPTY),
    ):
        assert refusal(begin) is rule
    assert not protected.service.is_busy


def refusal(begin: Callable[[], object]) -> Rule:
    with pytest.raises(DomainError) as refused:
        begin()
    return refused.value.rule


def test_wrong_tries_wait_longer_and_longer_but_never_lock_anybody_out(protected: Desk) -> None:
    protected.service.lock()
    waits = []
    for _try in range(9):
        assert protected.try_to_unlock("wrong") is Trouble.PASSPHRASE_WRONG
        waits.append(protected.service.wait().total_seconds())
        protected.clock.pass_time(seconds=waits[-1])
    assert waits == [0, 0, 1, 2, 4, 8, 16, 30, 30]
    assert protected.try_to_unlock(PASSPHRASE) is None
    assert protected.service.wait() == timedelta(0)


def test_a_try_during_the_wait_is_not_taken_even_if_it_is_right(protected: Desk) -> None:
    protected.service.lock()
    for _try in range(3):
        protected.try_to_unlock("wrong")
    assert protected.try_to_unlock(PASSPHRASE) is Trouble.WAIT_BEFORE_TRYING
    protected.clock.pass_time(seconds=1)
    assert protected.try_to_unlock(PASSPHRASE) is None


def test_a_clock_that_was_set_back_makes_no_longer_wait(protected: Desk) -> None:
    protected.service.lock()
    for _try in range(3):
        protected.try_to_unlock("wrong")
    protected.clock.pass_time(days=-3)
    assert protected.service.wait() == timedelta(seconds=1)


def test_a_thousand_wrong_tries_wait_half_a_minute() -> None:
    assert wait_after(1000) == timedelta(seconds=30)


def test_only_one_thing_at_a_time(protected: Desk) -> None:
    protected.service.lock()
    protected.service.unlock(PASSPHRASE, lambda _answer: None)
    protected.service.unlock(PASSPHRASE, protected.done)
    answer = protected.answers[-1]
    assert isinstance(answer, UserError)
    assert answer.trouble is Trouble.STORE_BUSY
    protected.work()
    assert not protected.service.is_locked


def test_a_changed_passphrase_is_the_one_that_unlocks(protected: Desk) -> None:
    protected.service.change_passphrase(a_secret(), NEXT, protected.done)
    assert protected.work() is None
    assert protected.heard == []
    protected.service.lock()
    assert protected.try_to_unlock(PASSPHRASE) is Trouble.PASSPHRASE_WRONG
    assert protected.try_to_unlock(NEXT) is None


def test_whoever_changes_the_passphrase_has_to_know_it(protected: Desk) -> None:
    protected.service.change_passphrase(a_secret("wrong"), NEXT, protected.done)
    answer = protected.work()
    assert isinstance(answer, UserError)
    assert answer.trouble is Trouble.PASSPHRASE_WRONG
    protected.service.lock()
    assert protected.try_to_unlock(PASSPHRASE) is None


def test_locking_while_the_passphrase_is_changed_stays_locked(protected: Desk) -> None:
    protected.service.change_passphrase(a_secret(), NEXT, protected.done)
    protected.worker.work()
    protected.service.lock()
    assert protected.work() is None
    assert protected.service.is_locked
    assert protected.try_to_unlock(NEXT) is None


def test_a_new_recovery_code_replaces_the_one_before(desk: Desk) -> None:
    before = desk.protect().recovery_code
    desk.service.new_recovery_code(a_secret(), desk.done)
    answer = desk.work()
    assert isinstance(answer, Rewritten)
    desk.service.lock()
    desk.service.unlock_with_code(before, desk.done)
    refused = desk.work()
    assert isinstance(refused, UserError)
    assert refused.trouble is Trouble.RECOVERY_CODE_WRONG
    desk.service.unlock_with_code(answer.recovery_code, desk.done)
    assert desk.work() is None


def test_doing_without_a_passphrase_takes_the_passphrase(protected: Desk) -> None:
    protected.service.unprotect(a_secret("wrong"), OlderCopies.REENCRYPT, protected.done)
    answer = protected.work()
    assert isinstance(answer, UserError)
    assert (protected.heard, protected.service.is_protected) == ([], True)
    protected.service.unprotect(a_secret(), OlderCopies.REENCRYPT, protected.done)
    assert protected.work() == Rewritten()
    assert (protected.service.is_protected, protected.service.is_locked) == (False, False)
    assert protected.notes() == {"from before"}


def test_a_program_started_anew_is_locked_until_the_passphrase_comes(protected: Desk) -> None:
    protected.vault.close()
    again = Desk(protected.folder)
    assert (again.service.is_locked, again.service.is_protected) == (True, True)
    assert again.try_to_unlock(PASSPHRASE) is None
    assert again.notes() == {"from before"}


def test_a_recovery_code_never_shows_itself() -> None:
    assert "ABCD" not in repr(Rewritten("ABCD-EFGH"))


def test_the_strength_is_said_in_words(desk: Desk) -> None:
    assert desk.service.strength("") is Strength.NOTHING
