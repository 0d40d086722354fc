"""Imports as a list, and taking one out again."""

from pathlib import Path

import pytest

from companion.application.errors import Trouble, UserError
from companion.application.event_bus import EventBus
from companion.application.events import StoreChangedElsewhere
from companion.application.imports import ImportsService
from tests.support.builders import a_check_in
from tests.support.store import a_vault
from tests.support.worker import FakeWorker


class FakeRemover:
    """Takes down what it is asked for; has trouble if it is given some."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.moments = 1
        self.trouble: dict[str, UserError] = {}

    def hide(self, import_id: str) -> None:
        self._do(f"hide {import_id}", "hide")

    def wipe(self) -> bool:
        self._do("wipe", "wipe")
        self.moments -= 1
        return self.moments <= 0

    def _do(self, what: str, kind: str) -> None:
        if kind in self.trouble:
            raise self.trouble[kind]
        self.asked.append(what)


class Desk:
    """The service over a store, and what was told."""

    def __init__(self, folder: Path) -> None:
        self.vault, self.remover, self.worker, self.bus = a_vault(folder), FakeRemover(), FakeWorker(), EventBus()
        self.service = ImportsService(self.vault, self.remover, self.worker, self.bus)
        self.told: list[object] = []
        self.bus.listen(StoreChangedElsewhere, self.told.append)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def test_everybody_hears_that_it_is_out_of_sight_before_it_is_wiped(desk: Desk) -> None:
    desk.service.take_out("one", desk.told.append)
    assert (desk.told, desk.service.is_busy) == ([], True)
    desk.worker.work()
    assert (desk.told, desk.remover.asked) == ([StoreChangedElsewhere(), None], ["hide one"])
    assert not desk.service.is_busy
    desk.worker.work()
    assert desk.remover.asked == ["hide one", "wipe"]


def test_it_is_wiped_moment_by_moment_and_others_on_the_worker_come_in_between(desk: Desk) -> None:
    desk.remover.moments = 3
    desk.service.take_out("one", lambda _outcome: None)
    desk.worker.work()
    for _time in range(5):
        desk.worker.run(lambda: desk.remover.asked.append("another"))
        desk.worker.work()
    assert desk.remover.asked[:6] == ["hide one", "wipe", "another", "wipe", "another", "wipe"]
    assert desk.remover.asked.count("wipe") == 3


def test_trouble_is_told_and_nothing_was_changed(desk: Desk) -> None:
    trouble = desk.remover.trouble["hide"] = UserError(Trouble.STORE_BUSY)
    desk.service.take_out("one", desk.told.append)
    desk.worker.work()
    desk.worker.work()
    assert (desk.told, desk.remover.asked, desk.service.is_busy) == ([trouble], [], False)


def test_what_cannot_be_wiped_now_is_no_trouble_to_tell(desk: Desk) -> None:
    desk.remover.trouble["wipe"] = UserError(Trouble.DISK_FULL)
    desk.service.take_out("one", desk.told.append)
    desk.worker.work()
    desk.worker.work()
    assert desk.told == [StoreChangedElsewhere(), None]


def test_a_second_one_is_not_begun_meanwhile(desk: Desk) -> None:
    for import_id in ("one", "two"):
        desk.service.take_out(import_id, desk.told.append)
    desk.worker.work()
    desk.worker.work()
    assert desk.remover.asked == ["hide one", "wipe"]


def test_while_locked_there_are_none(desk: Desk) -> None:
    importing = desk.vault.importing("daylio")
    importing.add([("key", a_check_in())])
    importing.complete()
    assert [kept.source for kept in desk.service.all()] == ["daylio"]
    desk.vault.lock()
    assert desk.service.all() == []
