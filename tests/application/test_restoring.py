"""Restoring step by step: the copies, what one would change, and everybody told once it took the place."""

from datetime import date

import pytest

from companion.application.copies import Comparison, CopyKind, CopyPlace, KeptCopy
from companion.application.errors import Trouble, UserError
from companion.application.event_bus import EventBus
from companion.application.events import StoreChangedElsewhere
from companion.application.restoring import CopyList, RestoreService
from companion.domain.secrets import typed_passphrase
from tests.support.clock import FakeClock
from tests.support.copies import FakeCopyKeeper, a_copy
from tests.support.days import day_service
from tests.support.worker import FakeWorker

STICK = "/media/stick"


class Desk:
    """A service, its worker, and what is told."""

    def __init__(self) -> None:
        self.keeper, self.worker, self.bus = FakeCopyKeeper(), FakeWorker(), EventBus()
        self.news: list[int] = []
        self.bus.listen(StoreChangedElsewhere, lambda _news: self.news.append(len(self.keeper.restored)))
        self.service = RestoreService(self.keeper, day_service(FakeClock()), self.worker, self.bus)


@pytest.fixture
def desk() -> Desk:
    return Desk()


def test_the_copies_of_both_places_are_listed_ours_first(desk: Desk) -> None:
    here, there = a_copy(), a_copy(place=CopyPlace.CHOSEN, folder=STICK)
    desk.keeper.kept = {"": [here], STICK: [there]}
    told: list[CopyList | UserError] = []
    desk.service.copies(STICK, told.append)
    assert told == []
    desk.worker.work()
    assert told == [CopyList((here, there))]


def test_a_place_that_is_gone_takes_no_other_copy_along(desk: Desk) -> None:
    desk.keeper.kept = {"": [a_copy()]}
    gone = desk.keeper.place_trouble = UserError(Trouble.FOLDER_UNREADABLE)
    told: list[CopyList | UserError] = []
    desk.service.copies(STICK, told.append)
    desk.worker.work()
    assert told == [CopyList((a_copy(),), gone)]


def test_looking_changes_nothing_and_a_secret_is_passed_on(desk: Desk) -> None:
    told: list[Comparison | UserError] = []
    protected = desk.keeper.look_trouble = UserError(Trouble.COPY_PROTECTED)
    desk.service.look("a.db", None, told.append)
    desk.worker.work()
    desk.keeper.look_trouble = None
    secret = typed_passphrase("that time's")
    desk.service.look("a.db", secret, told.append)
    desk.worker.work()
    assert told == [protected, desk.keeper.comparison]
    assert desk.keeper.looked == [("a.db", None), ("a.db", secret)]
    assert (desk.news, desk.keeper.restored) == ([], [])


def test_after_restoring_everybody_is_told_and_imports_of_the_copy_are_settled(desk: Desk) -> None:
    told: list[KeptCopy | UserError] = []
    desk.service.carry_out(told.append)
    assert desk.keeper.restored == []
    desk.worker.work()
    desk.worker.work()
    assert desk.keeper.settled == 1
    assert desk.keeper.restored == [date(2026, 11, 22)]
    assert desk.news == [1]
    assert told == [a_copy(date(2026, 11, 22), kind=CopyKind.BEFORE_RESTORE)]


def test_what_could_not_be_restored_is_told_to_nobody_else(desk: Desk) -> None:
    told: list[KeptCopy | UserError] = []
    full = desk.keeper.trouble = UserError(Trouble.DISK_FULL)
    desk.service.carry_out(told.append)
    desk.worker.work()
    assert (told, desk.news, desk.keeper.settled) == ([full], [], 0)


def test_leaving_takes_away_what_was_looked_at(desk: Desk) -> None:
    desk.service.leave()
    desk.worker.work()
    assert desk.keeper.drops == 1
