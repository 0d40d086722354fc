"""The lock screen says calmly what is asked and what came of it."""

from pathlib import Path

import pytest

from companion.application.event_bus import EventBus
from companion.application.protection import OlderCopies
from companion.application.security import SecurityService
from companion.presentation.locking import LockPresenter, build_state, no_passphrase_words
from tests.support.clock import FakeClock
from tests.support.passphrases import PASSPHRASE, a_keeper
from tests.support.store import a_vault
from tests.support.worker import FakeWorker


class Desk:
    """A locked store behind a passphrase, and how often the screen was told to look."""

    def __init__(self, folder: Path) -> None:
        self.clock, self.worker = FakeClock(), FakeWorker()
        vault = a_vault(folder)
        self.security = SecurityService(vault, a_keeper(folder, vault), self.clock, self.worker, EventBus())
        self.told: list[object] = []
        self.security.protect(PASSPHRASE, OlderCopies.REENCRYPT, self.told.append)
        while not self.told:
            self.worker.work()
        self.security.lock()
        self.presenter = LockPresenter(self.security)
        self.looks: list[str] = []
        self.presenter.attach(lambda: self.looks.append(self.presenter.state().news))

    def try_with(self, typed: str) -> None:
        self.presenter.submit(typed)
        self.worker.work()


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def test_the_right_passphrase_opens_it(desk: Desk) -> None:
    desk.try_with(PASSPHRASE)
    assert not desk.security.is_locked
    assert desk.presenter.state().news == ""


def test_while_one_is_tried_no_other_is_taken(desk: Desk) -> None:
    desk.presenter.submit("first")
    assert not desk.presenter.state().may_try
    assert desk.presenter.state().news == "One moment, please."
    desk.presenter.submit(PASSPHRASE)
    desk.worker.work()
    desk.worker.work()
    assert desk.security.is_locked


def test_a_wrong_one_is_said_and_can_be_tried_again_at_once(desk: Desk) -> None:
    desk.try_with("not this")
    state = desk.presenter.state()
    assert state.news.startswith("This passphrase does not open your notebook.")
    assert state.may_try
    assert desk.presenter.wait_ms == 0


def test_after_some_there_is_a_wait_that_ends(desk: Desk) -> None:
    for _time in range(3):
        desk.try_with("not this")
    assert not desk.presenter.state().may_try
    assert desk.presenter.wait_ms == 1000
    assert desk.presenter.state().news.endswith("The next try is possible in a moment.")
    desk.clock.pass_time(seconds=1)
    assert desk.presenter.state().may_try
    desk.try_with(PASSPHRASE)
    assert not desk.security.is_locked


def test_a_try_during_the_wait_says_only_that(desk: Desk) -> None:
    for _time in range(3):
        desk.try_with("not this")
    desk.presenter.begin_anew()
    desk.try_with(PASSPHRASE)
    assert desk.security.is_locked
    assert desk.presenter.state().news == "The next try is possible in a moment."


@pytest.mark.parametrize("typed", ["", "7K2M"])
def test_what_is_no_recovery_code_at_all_is_said_without_a_try(desk: Desk, typed: str) -> None:
    desk.presenter.use_other_way()
    desk.presenter.submit(typed)
    assert desk.presenter.state().news.startswith("This is not a whole recovery code")
    assert desk.presenter.state().may_try


def test_an_empty_passphrase_is_asked_for(desk: Desk) -> None:
    desk.presenter.submit("")
    assert desk.presenter.state().news == "Please type a passphrase."


def test_locked_again_the_passphrase_is_asked_for_and_nothing_is_said_of_before(desk: Desk) -> None:
    desk.presenter.use_other_way()
    desk.try_with("7K2M")
    desk.presenter.begin_anew()
    assert (desk.presenter.state().asks, desk.presenter.state().news) == ("Passphrase", "")


def test_everyone_who_shows_it_hears_of_each_step(desk: Desk) -> None:
    desk.try_with("not this")
    assert [news[:10] for news in desk.looks] == ["One moment", "This passp"]


def test_a_store_that_cannot_be_opened_can_be_restored_from_here(desk: Desk, tmp_path: Path) -> None:
    store = tmp_path / "store" / "companion.db"
    content = bytearray(store.read_bytes())
    content[100] ^= 1
    store.write_bytes(content)
    desk.try_with("not this one")
    assert not desk.presenter.state().can_restore, "nothing is known of the store before the passphrase is right"
    desk.try_with(PASSPHRASE)
    assert desk.presenter.state().can_restore
    assert desk.presenter.state().words == "Your notebook cannot be opened just now."
    desk.presenter.begin_anew()
    assert not desk.presenter.state().can_restore


def test_while_the_store_is_written_anew_nothing_is_asked() -> None:
    state = build_state(is_rewriting=True, with_code=False)
    assert (state.asks, state.act, state.other_way) == ("", "", "")
    assert "You can check in meanwhile." in state.check_in


@pytest.mark.usefixtures("pseudo_language")
def test_every_word_is_translated() -> None:
    states = [
        build_state(is_rewriting=rewriting, with_code=code) for rewriting in (True, False) for code in (True, False)
    ]
    words = [text for state in states for text in state[:6] if text]
    assert all(text.startswith("⟦") for text in (*words, no_passphrase_words()))
