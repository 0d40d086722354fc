"""Saving what can still be read: what is said of it."""

import pytest

from companion.application.errors import Trouble, UserError
from companion.application.parts import PartKind
from companion.application.rescuing import Rescued, RescueService
from companion.domain.secrets import Secret, SecretKind, recovery_code
from companion.presentation.rescuing import RescuePresenter
from tests.support.worker import FakeWorker

COUNTS = dict.fromkeys(PartKind, 0) | {PartKind.CHECK_IN: 7}


class FakeRescuer:
    """A damaged store that opens with its recovery code alone, if it takes a secret."""

    def __init__(self, *, needs_secret: bool = False, lost: int = 0, is_whole: bool = True) -> None:
        self._needs_secret, self._lost, self._is_whole = needs_secret, lost, is_whole

    def needs_secret(self) -> bool:
        return self._needs_secret

    def write(self, path: str, secret: Secret | None) -> Rescued:
        if secret is not None and secret.kind is SecretKind.PASSPHRASE:
            raise UserError(Trouble.PASSPHRASE_WRONG)
        return Rescued(path, COUNTS, self._lost, self._is_whole)


def said(rescuer: FakeRescuer, typed: str = "") -> RescuePresenter:
    worker = FakeWorker()
    presenter = RescuePresenter(RescueService(rescuer, worker))
    presenter.write("mine", typed)
    for _step in range(2):
        worker.work()
    return presenter


@pytest.mark.parametrize(
    ("lost", "is_whole", "line"),
    [
        (3, False, "3 could not be read. Others may lack a part, tags for example."),
        (0, False, "Some of it could not be read. How much that is, nobody can say any more."),
        (0, True, "7 check-ins are in mine.json now."),
    ],
)
def test_how_much_was_read_is_said_and_that_something_was_not(lost: int, is_whole: bool, line: str) -> None:
    state = said(FakeRescuer(lost=lost, is_whole=is_whole)).state
    assert (state.is_done, state.lines[0], state.lines[-1]) == (True, "7 check-ins are in mine.json now.", line)


def test_a_recovery_code_works_in_place_of_the_passphrase() -> None:
    assert said(FakeRescuer(needs_secret=True), recovery_code(bytes(17))).state.is_done


def test_another_passphrase_is_a_line_and_it_can_be_tried_again() -> None:
    presenter = said(FakeRescuer(needs_secret=True), "lantern")
    assert presenter.state.lines[0].startswith("This passphrase does not open your notebook.")
    assert (presenter.state.is_done, presenter.state.is_busy) == (False, False)
