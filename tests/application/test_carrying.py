"""Taking the notebook out and bringing one in beside everything else."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from companion.application.carrying import MOST_NOTES_KEPT, BroughtIn, CarryingService, TakenOut
from companion.application.errors import Trouble, UserError
from companion.application.event_bus import EventBus
from companion.application.events import StoreChangedElsewhere
from companion.application.foreign import FileContent, FileKind, FileWish
from companion.application.parts import PartCounts, PartKind, PartNote, PartRule
from companion.application.ports import NotebookFiles
from companion.application.transfer import RowFault
from tests.support.worker import FakeWorker

PATH = str(Path("somewhere") / "companion.json")
FILE = FileWish(PATH)


class FakeFiles:
    """Files that are written and read in three steps."""

    def __init__(self) -> None:
        self.counts: Mapping[PartKind, PartCounts] = {PartKind.CHECK_IN: PartCounts(added=2)}
        self.notes = [PartNote(PartKind.TAG, place, PartRule.TWICE) for place in (1, 2)]
        self.trouble: UserError | None = None
        self.written: list[str] = []
        self.read_so_far: list[tuple[FileWish, bool]] = []
        self.content = FileContent(FileKind.COMPANION)
        self.while_at_it: Callable[[], None] = lambda: None

    def write(self, path: str, seen: Callable[[int], None]) -> Mapping[PartKind, int]:
        self._go(seen)
        self.written.append(path)
        return {PartKind.CHECK_IN: 3}

    def read(
        self,
        file: FileWish,
        tell: Callable[[PartNote | RowFault], None],
        seen: Callable[[int], None],
        *,
        only_look: bool = False,
    ) -> FileContent:
        self.read_so_far.append((file, only_look))
        for note in self.notes:
            tell(note)
        self._go(seen)
        return replace(self.content, counts=self.counts)

    def _go(self, seen: Callable[[int], None]) -> None:
        for count in (500, 1000, 1500):
            seen(count)
            self.while_at_it()
        if self.trouble is not None:
            raise self.trouble


class Desk:
    """The service, its files and its worker, and what was told."""

    def __init__(self) -> None:
        self.files, self.worker, self.bus = FakeFiles(), FakeWorker(), EventBus()
        files: NotebookFiles = self.files
        self.service = CarryingService(files, self.worker, self.bus)
        self.told: list[TakenOut | BroughtIn | StoreChangedElsewhere] = []
        self.bus.listen(StoreChangedElsewhere, self.told.append)


@pytest.fixture
def desk() -> Desk:
    return Desk()


def test_it_is_written_on_the_worker_and_told_once_it_is_there(desk: Desk) -> None:
    desk.service.take_out(PATH, desk.told.append)
    assert (desk.told, desk.service.is_busy) == ([], True)
    desk.worker.work()
    assert (desk.told, desk.service.is_busy) == ([TakenOut(PATH, {PartKind.CHECK_IN: 3})], False)


def test_everybody_hears_of_what_came_in_before_it_is_told(desk: Desk) -> None:
    desk.service.bring_in(FILE, desk.told.append)
    desk.worker.work()
    content = FileContent(FileKind.COMPANION, desk.files.counts)
    assert desk.told == [
        StoreChangedElsewhere(),
        BroughtIn(desk.files.counts, tuple(desk.files.notes), content=content),
    ]


def test_a_look_tells_what_would_come_in_and_nobody_else_hears_of_it(desk: Desk) -> None:
    desk.service.look(FILE, desk.told.append)
    desk.worker.work()
    assert [type(news) for news in desk.told] == [BroughtIn]
    assert desk.files.read_so_far == [(FILE, True)]
    assert not desk.service.is_busy


def test_nobody_is_bothered_if_nothing_came_in(desk: Desk) -> None:
    desk.files.counts = {PartKind.CHECK_IN: PartCounts(already_here=2)}
    desk.service.bring_in(FILE, desk.told.append)
    desk.worker.work()
    assert [type(news) for news in desk.told] == [BroughtIn]


@pytest.mark.parametrize("begin", ["take_out", "bring_in", "look"])
def test_trouble_is_told_and_then_it_can_begin_anew(desk: Desk, begin: str) -> None:
    desk.files.trouble = UserError(Trouble.DISK_FULL)
    for _time in range(2):
        getattr(desk.service, begin)(PATH if begin == "take_out" else FILE, desk.told.append)
        desk.worker.work()
    assert [getattr(news, "trouble", None) for news in desk.told] == [desk.files.trouble] * 2


@pytest.mark.parametrize("begin", ["take_out", "bring_in", "look"])
def test_it_can_be_ended_on_its_way(desk: Desk, begin: str) -> None:
    desk.files.while_at_it = desk.service.end
    getattr(desk.service, begin)(PATH if begin == "take_out" else FILE, desk.told.append)
    desk.worker.work()
    (outcome,) = desk.told
    assert not isinstance(outcome, StoreChangedElsewhere)
    assert (outcome.was_ended, dict(outcome.counts), desk.service.seen) == (True, {}, 1000)


def test_one_that_was_ended_does_not_end_the_next(desk: Desk) -> None:
    desk.service.end()
    desk.service.take_out(PATH, desk.told.append)
    desk.worker.work()
    assert [getattr(news, "was_ended", None) for news in desk.told] == [False]


def test_a_second_one_is_not_begun_meanwhile(desk: Desk) -> None:
    desk.service.take_out(PATH, desk.told.append)
    desk.service.bring_in(FILE, desk.told.append)
    desk.worker.work()
    desk.worker.work()
    assert [type(news) for news in desk.told] == [TakenOut]


def test_of_very_many_notes_the_first_are_kept(desk: Desk) -> None:
    desk.files.notes *= MOST_NOTES_KEPT
    desk.service.bring_in(FILE, desk.told.append)
    desk.worker.work()
    outcome = desk.told[-1]
    assert isinstance(outcome, BroughtIn)
    assert len(outcome.notes) == MOST_NOTES_KEPT
