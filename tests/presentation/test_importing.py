"""Bringing a file in step by step, without a window."""

from collections.abc import Mapping
from typing import cast

import pytest

from companion.application.carrying import BroughtIn, CarryingService
from companion.application.errors import Trouble, UserError
from companion.application.event_bus import EventBus
from companion.application.foreign import Column, FileContent, FileKind, Findings, Meaning, Scale, Wishes
from companion.application.parts import PartCounts, PartKind
from companion.application.vault_ports import Vault
from companion.presentation.carrying import CarryingPresenter
from companion.presentation.importing import MOST_WORD_FIELDS, ImportPresenter, ImportStep, scale_from
from tests.application.test_carrying import FakeFiles
from tests.support.noted import NotedVault
from tests.support.worker import FakeWorker


class Desk:
    """A presenter on a file of fakes."""

    def __init__(self) -> None:
        self.files, self.worker = FakeFiles(), FakeWorker()
        self.files.notes = []
        service = CarryingService(self.files, self.worker, EventBus())
        self.presenter = ImportPresenter(CarryingPresenter(service, cast(Vault, NotedVault([], []))), "file.csv")

    def look(self, content: FileContent, counts: Mapping[PartKind, PartCounts] | None = None) -> None:
        self.files.content = content
        self.files.counts = {PartKind.CHECK_IN: PartCounts(added=1)} if counts is None else counts
        self.presenter.begin()
        for _time in range(3):
            self.worker.work()


@pytest.fixture
def desk() -> Desk:
    return Desk()


def daylio(count: int) -> FileContent:
    findings = Findings(FileKind.DAYLIO)
    for number in range(count):
        findings.count_word(f"word {number}", None, number % 101)
    return FileContent(FileKind.DAYLIO, findings=findings)


def test_of_very_many_words_the_most_frequent_can_be_changed_and_the_others_are_read(desk: Desk) -> None:
    desk.look(daylio(MOST_WORD_FIELDS + 3))
    state = desk.presenter.state
    assert (len(state.words), len(state.more_words)) == (MOST_WORD_FIELDS, 3)


def test_a_file_that_nobody_knows_is_not_being_looked_at_any_more(desk: Desk) -> None:
    desk.presenter._on_looked(BroughtIn({}, trouble=UserError(Trouble.FORMAT_UNKNOWN, path="file.csv")))
    assert desk.presenter.state.title == ""
    assert desk.presenter.state.trouble.startswith("Companion does not know this kind of file. It reads")


def test_where_the_rating_stands_for_nothing_its_words_have_no_points_to_change(desk: Desk) -> None:
    desk.look(daylio(2))
    desk.presenter.wish(Wishes(rating=Meaning.NOTHING))
    desk.worker.work()
    assert desk.presenter.state.words == ()


def test_the_bar_goes_to_everything_that_was_looked_at(desk: Desk) -> None:
    counts = {PartKind.CHECK_IN: PartCounts(1, 2, 3, 4, 5), PartKind.TAG: PartCounts(added=10)}
    desk.look(FileContent(FileKind.COMPANION), counts)
    assert desk.presenter.state.total == 25


def test_columns_that_are_called_as_their_fields_are_guessed_once(desk: Desk) -> None:
    desk.look(FileContent(FileKind.COLUMNS, columns=("At", "Date", "Arousal", "mood")), {})
    assert desk.files.read_so_far[-1][0].wishes.columns == {Column.AT: "At", Column.AROUSAL: "Arousal"}
    desk.presenter.wish(Wishes())
    desk.worker.work()
    assert desk.presenter.state.wants.startswith("Please say where the moment of a row is")


def test_saying_the_same_again_looks_at_nothing(desk: Desk) -> None:
    desk.look(daylio(1))
    looks = len(desk.files.read_so_far)
    desk.presenter.wish(Wishes())
    desk.worker.work()
    assert len(desk.files.read_so_far) == looks


def test_who_leaves_during_a_look_hears_nothing_of_it(desk: Desk) -> None:
    desk.presenter.begin()
    desk.presenter.leave()
    desk.worker.work()
    assert desk.presenter.state.step is ImportStep.LOOKING


@pytest.mark.parametrize(
    ("typed", "scale"),
    [
        (("1", "5"), Scale(1, 5)),
        ((" 0,5", "-2"), Scale(0.5, -2)),
        (("5", "5"), None),
        (("", "5"), None),
        (("nan", "5"), None),
        (("inf", "5"), None),
    ],
)
def test_ends_are_two_different_numbers(typed: tuple[str, str], scale: Scale | None) -> None:
    assert scale_from(*typed) == scale
