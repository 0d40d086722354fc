"""What Settings says of privacy, and what comes of each task."""

from pathlib import Path

import pytest

from companion.application.errors import Trouble, UserError
from companion.application.event_bus import EventBus
from companion.application.preferences import PreferenceService
from companion.application.protection import OlderCopies, Rewritten
from companion.application.security import SecurityService
from companion.domain.passphrase import Strength
from companion.domain.secrets import recovery_code
from companion.presentation.privacy import (
    NEVER,
    PrivacyPresenter,
    Task,
    TaskOutcome,
    Typed,
    done_words,
    promises,
    protection,
    recovery_paper,
    recovery_words,
    spoken_code,
    strength_words,
    task_words,
)
from tests.support.clock import FakeClock
from tests.support.in_memory_settings import InMemorySettings
from tests.support.passphrases import PASSPHRASE, a_keeper
from tests.support.store import a_vault
from tests.support.worker import FakeWorker

NEW = Typed(new=PASSPHRASE, again=PASSPHRASE)


class Desk:
    """The presenter over a real store; the worker works when it is told to."""

    def __init__(self, folder: Path) -> None:
        self.vault = a_vault(folder)
        self.worker, bus = FakeWorker(), EventBus()
        self.settings = InMemorySettings()
        self.security = SecurityService(self.vault, a_keeper(folder, self.vault), FakeClock(), self.worker, bus)
        self.presenter = PrivacyPresenter(self.security, PreferenceService(self.settings, bus), bus, "/data")
        self.outcomes: list[TaskOutcome] = []
        self.looks: list[bool] = []
        self.presenter.attach(lambda: self.looks.append(self.presenter.state().can_change))

    def do(self, task: Task, typed: Typed) -> TaskOutcome:
        """Begins it, and lets the worker work until something came of it."""
        self.outcomes.clear()
        self.presenter.begin(task, typed, self.outcomes.append)
        for _step in range(4):
            self.worker.work()
        (outcome,) = self.outcomes
        return outcome


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def test_without_a_passphrase_privacy_does_not_promise_more_than_the_key_can() -> None:
    assert any("protects against nobody who can read that folder" in said for said in protection(is_protected=False))


def test_with_one_it_says_against_what_it_does_not_protect_and_what_forgetting_means() -> None:
    said = " ".join(protection(is_protected=True))
    assert all(
        words in said for words in ("knows the passphrase", "spyware", "unlocked and you are away", "forgotten")
    )


def test_setting_one_gives_a_code_once_and_everything_is_open_again(desk: Desk) -> None:
    outcome = desk.do(Task.SET, NEW)
    assert (outcome.line, outcome.is_done) == ("There is a passphrase now.", True)
    assert len(outcome.code.replace("-", "")) == 28
    assert desk.presenter.state().is_protected
    assert not desk.vault.is_locked


def test_two_that_differ_change_nothing(desk: Desk) -> None:
    outcome = desk.do(Task.SET, Typed(new="one", again="other"))
    assert (outcome.is_done, outcome.line) == (False, "These two are not the same yet.")
    assert not desk.presenter.state().is_protected


def test_an_empty_one_is_asked_for(desk: Desk) -> None:
    assert desk.do(Task.SET, Typed()).line == "Please type a passphrase."


def test_changing_needs_the_one_before(desk: Desk) -> None:
    desk.do(Task.SET, NEW)
    outcome = desk.do(Task.CHANGE, Typed("not it", new="next", again="next"))
    assert outcome.line.startswith("This passphrase does not open your notebook.")
    assert desk.do(Task.CHANGE, Typed(PASSPHRASE, new="next", again="next")).is_done
    assert desk.do(Task.CHANGE, Typed("next", new=PASSPHRASE, again=PASSPHRASE)).is_done


def test_the_recovery_code_stands_for_a_forgotten_one(desk: Desk) -> None:
    code = desk.do(Task.SET, NEW).code
    typed = Typed(code.lower(), with_code=True, new="next", again="next")
    assert desk.do(Task.CHANGE, typed).is_done


def test_a_new_code_ends_the_one_before(desk: Desk) -> None:
    first = desk.do(Task.SET, NEW).code
    second = desk.do(Task.NEW_CODE, Typed(PASSPHRASE)).code
    assert second not in ("", first)
    assert desk.do(Task.NEW_CODE, Typed(first, with_code=True)).line.startswith("This recovery code does not open")


def test_doing_without_one(desk: Desk) -> None:
    desk.do(Task.SET, NEW)
    outcome = desk.do(Task.REMOVE, Typed(PASSPHRASE, older=OlderCopies.DELETE))
    assert (outcome.line, outcome.code) == ("There is no passphrase any more.", "")
    assert not desk.presenter.state().is_protected


def test_copies_that_could_not_follow_are_named(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def protect(_typed: str, _older: OlderCopies, done: object) -> None:
        assert callable(done)
        done(Rewritten("CODE", ("2026-11-20.db",)))

    monkeypatch.setattr(desk.security, "protect", protect)
    outcome = desk.do(Task.SET, NEW)
    assert outcome.line.endswith("still opens as before: 2026-11-20.db")
    assert outcome.is_done


def test_while_something_is_under_way_or_locked_nothing_else_can_begin(desk: Desk) -> None:
    desk.do(Task.SET, NEW)
    assert desk.presenter.state().can_change
    desk.presenter.begin(Task.NEW_CODE, Typed(PASSPHRASE), desk.outcomes.append)
    assert not desk.presenter.state().can_change
    desk.worker.work()
    desk.worker.work()
    assert desk.looks[-1]
    desk.presenter.lock()
    assert not desk.looks[-1]


def test_locking_by_itself_is_kept_in_settings(desk: Desk) -> None:
    assert desk.presenter.lock_after(5) == desk.presenter.lock_on_sleep(False) == ""
    assert desk.presenter.lock_with_screen(False) == ""
    kept = desk.settings.kept
    assert (kept.lock_after_minutes, kept.lock_on_sleep, kept.lock_with_screen) == (5, False, False)
    desk.settings.trouble = UserError(Trouble.DISK_FULL)
    assert desk.presenter.lock_after(NEVER).startswith("The disk is full")


def test_minutes_that_somebody_wrote_into_the_file_are_offered_too(desk: Desk) -> None:
    desk.presenter.lock_after(7)
    choices = dict(desk.presenter.state().idle_choices)
    assert choices[7] == "after 7 minutes"
    assert choices[1] == "after 1 minute"
    assert list(choices)[-1] == NEVER


def test_without_a_passphrase_it_says_that_locking_has_no_meaning_yet(desk: Desk) -> None:
    assert desk.presenter.state().lock_note != ""
    desk.do(Task.SET, NEW)
    assert desk.presenter.state().lock_note == ""


def test_strength_is_said_in_words_each_its_own() -> None:
    words = [strength_words(strength) for strength in Strength]
    assert words[0] == ""
    assert len(set(words)) == len(Strength)


def test_a_code_is_spoken_sign_by_sign() -> None:
    assert spoken_code("7K2M-Q9TX") == "7 K 2 M, Q 9 T X"
    assert spoken_code("") == ""


def test_a_paper_says_what_the_code_is_for_and_nothing_of_theirs() -> None:
    code = recovery_code(bytes(17))
    assert recovery_paper(code).split() == ["Companion,", "recovery", "code", code]


@pytest.mark.usefixtures("pseudo_language")
def test_every_word_is_translated() -> None:
    words = [*promises(), *protection(is_protected=True), *protection(is_protected=False)]
    for task in Task:
        said = task_words(task)
        words += [said.title, *said.lead, said.act, *(said.copies or ()), done_words(task)]
    title, lead, kept = recovery_words()
    words += [title, *lead, kept, *filter(None, map(strength_words, Strength))]
    assert all(text.startswith("⟦") for text in words)
