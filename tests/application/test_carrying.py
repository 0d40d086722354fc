"""Taking the notebook out and bringing one in beside everything else."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from companion.application.carried_settings import CameSettings, SettingsCarrying
from companion.application.carrying import (
    MOST_NOTES_KEPT,
    BroughtIn,
    CarryingService,
    TakenOut,
)
from companion.application.errors import Trouble, UserError
from companion.application.event_bus import EventBus
from companion.application.events import StoreChangedElsewhere
from companion.application.export_wish import ExportForm, ExportWish
from companion.application.foreign import FileContent, FileKind, FileWish
from companion.application.parts import PartCounts, PartKind, PartNote, PartRule
from companion.application.ports import NotebookFiles
from companion.application.preferences import PreferenceService
from companion.application.settings import Look, Settings
from companion.application.transfer import RowFault
from companion.domain.secrets import typed_passphrase
from tests.support.in_memory_settings import InMemorySettings
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
        self.wishes: list[ExportWish] = []
        self.read_so_far: list[tuple[FileWish, bool]] = []
        self.content = FileContent(FileKind.COMPANION)
        self.while_at_it: Callable[[], None] = lambda: None
        self.wiped = 0

    def write(self, path: str, seen: Callable[[int], None], wish: ExportWish) -> Mapping[PartKind, int]:
        self.wishes.append(wish)
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

    def wipe(self) -> bool:
        self.wiped += 1
        return self.wiped >= 2

    def _go(self, seen: Callable[[int], None]) -> None:
        for count in (500, 1000, 1500):
            seen(count)
            self.while_at_it()
        if self.trouble is not None:
            raise self.trouble


class FewSettings:
    """One setting goes along, and anything else is refused."""

    def plain(self, settings: Settings) -> Mapping[str, object]:
        return {"look": settings.look.value}

    def came(self, content: Mapping[str, object]) -> CameSettings:
        wanted = {"look": Look(content["look"])} if "look" in content else {}
        return CameSettings(wanted, tuple(name for name in content if name != "look"))


class Desk:
    """The service, its files and its worker, and what was told."""

    def __init__(self) -> None:
        self.files, self.worker, self.bus = FakeFiles(), FakeWorker(), EventBus()
        files: NotebookFiles = self.files
        self.kept_settings = InMemorySettings(Settings(look=Look.DARK))
        self.preferences = PreferenceService(self.kept_settings, self.bus)
        settings = SettingsCarrying(self.preferences, FewSettings())
        self.service = CarryingService(files, self.worker, self.bus, settings)
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


def test_it_goes_out_as_was_wished_with_the_settings_of_the_moment(desk: Desk) -> None:
    secret = typed_passphrase("lantern pebble orbit")
    desk.service.take_out(PATH, desk.told.append, ExportForm.SEALED, secret, with_settings=True)
    desk.worker.work()
    assert desk.files.wishes == [ExportWish(ExportForm.SEALED, secret, {"look": "dark"})]
    desk.service.take_out(PATH, desk.told.append)
    desk.worker.work()
    assert desk.files.wishes[-1] == ExportWish()


def test_settings_that_came_hold_only_if_that_was_wanted(desk: Desk) -> None:
    desk.files.content = FileContent(FileKind.COMPANION, settings={"look": "light", "text_percent": 7})
    desk.service.look(replace(FILE, with_settings=True), desk.told.append)
    desk.worker.work()
    desk.service.bring_in(FILE, desk.told.append)
    desk.worker.work()
    assert desk.kept_settings.kept == Settings(look=Look.DARK)
    desk.service.bring_in(replace(FILE, with_settings=True), desk.told.append)
    desk.worker.work()
    assert desk.kept_settings.kept == Settings(look=Look.LIGHT)
    last = desk.told[-1]
    assert isinstance(last, BroughtIn)
    assert last.settings is not None
    assert (dict(last.settings.wanted), last.settings.refused) == ({"look": Look.LIGHT}, ("text_percent",))


def test_settings_that_cannot_be_kept_leave_those_that_hold(desk: Desk) -> None:
    trouble = desk.kept_settings.trouble = UserError(Trouble.DISK_FULL)
    desk.files.content = FileContent(FileKind.COMPANION, settings={"look": "light"})
    desk.service.bring_in(replace(FILE, with_settings=True), desk.told.append)
    desk.worker.work()
    last = desk.told[-1]
    assert isinstance(last, BroughtIn)
    assert last.settings is not None
    assert (last.trouble, last.settings.trouble, desk.preferences.settings.look) == (None, trouble, Look.DARK)


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


@pytest.mark.parametrize("is_ended", [True, False])
def test_what_one_left_that_did_not_come_in_is_wiped_moment_by_moment_after_it_is_told(
    desk: Desk, is_ended: bool
) -> None:
    if is_ended:
        desk.files.while_at_it = desk.service.end
    else:
        desk.files.trouble = UserError(Trouble.DISK_FULL)
    desk.service.bring_in(FILE, desk.told.append)
    desk.worker.work()
    assert (len(desk.told), desk.service.is_busy, desk.files.wiped) == (1, False, 0)
    for wiped in (1, 2, 2):
        desk.worker.work()
        assert desk.files.wiped == wiped


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
