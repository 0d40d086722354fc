"""The notebook as a file: what is said before, on the way, and of what came of it."""

from collections.abc import Mapping
from typing import cast

import pytest

from companion.application.carrying import CarryingService
from companion.application.errors import Trouble, UserError
from companion.application.event_bus import EventBus
from companion.application.foreign import FileWish
from companion.application.parts import PartCounts, PartKind, PartNote, PartRule
from companion.application.vault_ports import Vault
from companion.presentation.carrying import MOST_LINES, CarryingPresenter
from tests.application.test_carrying import FakeFiles
from tests.support.noted import NotedVault
from tests.support.worker import FakeWorker


class Desk:
    """A presenter, and how often it said that something changed."""

    def __init__(self) -> None:
        self.files, self.worker = FakeFiles(), FakeWorker()
        self.vault = NotedVault([], [])
        self.service = CarryingService(self.files, self.worker, EventBus())
        self.presenter = CarryingPresenter(self.service, cast(Vault, self.vault))
        self.times_told = 0
        self.presenter.attach(self._on_changed)

    def _on_changed(self) -> None:
        self.times_told += 1

    def news_of(self, counts: Mapping[PartKind, PartCounts], *notes: PartNote) -> tuple[str, ...]:
        self.files.counts, self.files.notes = counts, list(notes)
        self.presenter.bring_in(FileWish("mine.json"))
        self.worker.work()
        return self.presenter.state().news


@pytest.fixture
def desk() -> Desk:
    return Desk()


def test_beginning_and_end_are_told_and_how_far_it_is_when_it_is_asked(desk: Desk) -> None:
    desk.presenter.take_out("mine.json")
    assert (desk.times_told, desk.presenter.state().can_begin) == (1, False)
    desk.service.seen = 4500
    assert desk.presenter.state().news == ("Writing the file: 4500 so far. You can go on meanwhile.",)
    desk.worker.work()
    assert (desk.times_told, desk.presenter.state().can_begin) == (2, True)
    assert desk.presenter.state().news == ("3 check-ins and everything beside them are in mine.json now.",)


@pytest.mark.parametrize(
    ("typed", "written"), [("mine", "mine.json"), ("mine.json", "mine.json"), ("mine.JSON", "mine.JSON")]
)
def test_a_name_without_an_ending_gets_ours(desk: Desk, typed: str, written: str) -> None:
    desk.presenter.take_out(typed)
    desk.worker.work()
    assert desk.files.written == [written]


def test_what_came_of_it_is_said_in_as_few_lines_as_there_is_to_say(desk: Desk) -> None:
    assert desk.news_of({PartKind.CHECK_IN: PartCounts(already_here=7)}) == (
        "Everything in this file was here already.",
    )
    assert desk.news_of({PartKind.CHECK_IN: PartCounts(added=1), PartKind.TAG: PartCounts(added=2)}) == (
        "1 check-in came in.",
        "2 other things came in.",
    )
    assert desk.news_of({PartKind.CHECK_IN: PartCounts(left_out=1, kept_ours=2, deleted_here=3)}) == (
        "1 was left out.",
        "2 say something else here, and stay as they are here.",
        "3 were deleted permanently here, and were not brought back.",
    )


def test_of_many_parts_that_are_told_of_the_first_few_are_named(desk: Desk) -> None:
    notes = [PartNote(PartKind.CHECK_IN, place, PartRule.NOT_AS_EXPORTED) for place in range(1, 50)]
    news = desk.news_of({PartKind.CHECK_IN: PartCounts(left_out=49)}, *notes)
    assert news[0] == "49 were left out."
    assert len(news) == 1 + MOST_LINES
    assert news[1].startswith("check-ins, number 1: ")


def test_trouble_is_one_line_and_so_is_an_end_before_its_time(desk: Desk) -> None:
    desk.files.trouble = UserError(Trouble.DISK_FULL)
    desk.presenter.take_out("mine.json")
    desk.worker.work()
    (line,) = desk.presenter.state().news
    assert line.startswith("The disk is full")
    desk.files.while_at_it = desk.presenter.end
    desk.presenter.bring_in(FileWish("mine.json"))
    desk.worker.work()
    assert desk.presenter.state().news == ("It was ended, and everything is as it was before.",)


def test_while_locked_nothing_can_begin(desk: Desk) -> None:
    desk.vault.is_locked = True
    assert not desk.presenter.state().can_begin
