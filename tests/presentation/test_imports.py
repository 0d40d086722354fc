"""The imports there were, in words."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta, timezone
from typing import cast

import pytest

from companion.application.event_bus import EventBus
from companion.application.foreign import KeptImport
from companion.application.imports import ImportsService
from companion.application.vault_ports import Vault
from companion.presentation.imports import MOST_SHOWN, ImportsPresenter
from tests.application.test_imports import FakeRemover
from tests.support.date_words import PlainDateWords
from tests.support.worker import FakeWorker

AT = datetime(2026, 11, 22, 23, 30, tzinfo=UTC)


class FakeStore:
    """A vault and its store, with these imports."""

    def __init__(self) -> None:
        self.is_locked = False
        self.kept: list[KeptImport] = []
        self.imports = self

    def all(self) -> list[KeptImport]:
        return self.kept

    @contextmanager
    def reading(self) -> Iterator[object]:
        yield self


class Desk:
    """A presenter, an hour east of Greenwich."""

    def __init__(self) -> None:
        self.store, self.worker = FakeStore(), FakeWorker()
        service = ImportsService(cast(Vault, self.store), FakeRemover(), self.worker, EventBus())
        self.presenter = ImportsPresenter(service, PlainDateWords(), lambda: timezone(timedelta(hours=1)))


@pytest.fixture
def desk() -> Desk:
    return Desk()


def test_each_says_its_program_its_day_here_how_many_and_how_many_were_corrected(desk: Desk) -> None:
    desk.store.kept = [KeptImport("a", "daylio", AT, 2, 1), KeptImport("b", "csv", AT, 1)]
    first, second = desk.presenter.rows()
    assert (first.title, first.line) == ("Daylio, 2026-11-23 2026", "2 check-ins, 1 corrected since")
    assert (second.title, second.line) == ("A table of check-ins, 2026-11-23 2026", "1 check-in")


def test_the_question_says_what_goes_corrections_too_and_what_stays(desk: Desk) -> None:
    desk.store.kept = [KeptImport("a", "pixy", AT, 9, 2)]
    (row,) = desk.presenter.rows()
    assert row.detail.split("\n\n") == [
        "Pixy, 2026-11-23 2026: 9 check-ins go out of your notebook, with their notes and tags.",
        "2 of them were corrected here; the corrections go with them.",
        "What you noted yourself stays. The same file can be imported again.",
    ]


def test_one_of_which_nothing_is_here_is_not_listed_and_of_very_many_the_newest_are(desk: Desk) -> None:
    desk.store.kept = [KeptImport(str(n), "apple", AT, n) for n in range(MOST_SHOWN + 9)]
    assert [row.id for row in desk.presenter.rows()] == [str(n) for n in range(1, MOST_SHOWN + 1)]


def test_it_says_once_it_is_out(desk: Desk) -> None:
    heard: list[str] = []
    desk.presenter.attach(lambda: heard.append(desk.presenter.news))
    desk.presenter.take_out("a")
    assert (heard, desk.presenter.is_busy) == ([""], True)
    desk.worker.work()
    assert heard[-1] == "It was taken out again."
