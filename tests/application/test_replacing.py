"""A copy where the notebook cannot be opened: nothing is compared, and what was looked at takes its place."""

from datetime import date

import pytest

from companion.application.copies import Comparison, KeptCopy
from companion.application.errors import Trouble, UserError
from companion.application.replacing import ReplaceService
from companion.application.restoring import CopyList
from companion.domain.secrets import typed_passphrase
from tests.support.copies import FakeReplacer, a_copy
from tests.support.worker import FakeWorker

DAY = date(2026, 11, 22)


class Desk:
    """A service, its worker, and what is told."""

    def __init__(self) -> None:
        self.replacer, self.worker = FakeReplacer(), FakeWorker()
        self.told: list[CopyList | Comparison | KeptCopy | UserError] = []
        self.service = ReplaceService(self.replacer, lambda: DAY, self.worker)

    def look(self, secret_text: str = "") -> None:
        secret = typed_passphrase(secret_text) if secret_text else None
        self.service.look(a_copy().path, secret, self.told.append)
        self.worker.work()

    def carry_out(self) -> None:
        self.service.carry_out(self.told.append)
        self.worker.work()


@pytest.fixture
def desk() -> Desk:
    return Desk()


def test_the_copies_of_both_places_are_listed(desk: Desk) -> None:
    desk.replacer.kept["/media/stick"] = [a_copy(DAY)]
    desk.service.copies("/media/stick", desk.told.append)
    desk.worker.work()
    assert desk.told == [CopyList((a_copy(), a_copy(DAY)))]


def test_looking_says_what_the_copy_holds_and_compares_it_with_nothing(desk: Desk) -> None:
    desk.look()
    copy = a_copy()
    assert copy.contents is not None
    assert desk.told == [Comparison(copy, None, copy.contents)]
    assert desk.replacer.replaced == []


def test_what_was_looked_at_takes_the_place_with_the_secret_that_opened_it(desk: Desk) -> None:
    desk.look("lantern pebble orbit")
    desk.carry_out()
    assert desk.replacer.replaced == [(a_copy().path, typed_passphrase("lantern pebble orbit"), DAY)]
    kept = desk.told[-1]
    assert isinstance(kept, KeptCopy)
    assert kept.path.endswith("unopened-2026-11-22-1")


def test_nothing_takes_the_place_after_leaving(desk: Desk) -> None:
    desk.look()
    desk.service.leave()
    desk.carry_out()
    assert desk.replacer.replaced == []
    assert isinstance(desk.told[-1], UserError)


def test_why_it_was_not_possible_is_told(desk: Desk) -> None:
    desk.look()
    desk.replacer.trouble = UserError(Trouble.DISK_FULL)
    desk.carry_out()
    assert desk.told[-1] is desk.replacer.trouble
