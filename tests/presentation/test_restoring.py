"""Restoring, step by step."""

from datetime import date

import pytest

from companion.application.copies import CopyKind
from companion.application.errors import Trouble, UserError
from companion.application.event_bus import EventBus
from companion.application.restoring import RestoreService
from companion.domain.secrets import recovery_code, typed_passphrase, typed_recovery_code
from companion.presentation.restoring import RestorePresenter, RestoreState, Step
from tests.support.clock import FakeClock
from tests.support.copies import FakeCopyKeeper, a_copy
from tests.support.date_words import PlainDateWords
from tests.support.days import day_service
from tests.support.worker import FakeWorker

CODE = recovery_code(bytes(range(17)))


class Desk:
    """A presenter whose worker works when the test says so."""

    def __init__(self, place: str = "") -> None:
        self.keeper, self.worker = FakeCopyKeeper(), FakeWorker()
        self.keeper.kept[""] = [
            a_copy(date(2026, 11, 22)),
            a_copy(date(2026, 11, 20), trouble=Trouble.COPY_DAMAGED),
            a_copy(date(2026, 11, 10), kind=CopyKind.BEFORE_RESTORE),
        ]
        service = RestoreService(self.keeper, day_service(FakeClock()), self.worker, EventBus())
        self.presenter = RestorePresenter(service, place, PlainDateWords())
        self.changes = 0
        self.presenter.attach(self._count)

    def begin(self) -> "Desk":
        self.presenter.begin()
        self.worker.work()
        return self

    def look(self) -> None:
        self.presenter.look(self.state.rows[0].key)
        self.worker.work()

    def open_with(self, typed: str) -> None:
        self.presenter.open_with(typed)
        self.worker.work()

    def step(self) -> Step:
        return self.presenter.state.step

    @property
    def state(self) -> RestoreState:
        return self.presenter.state

    def _count(self) -> None:
        self.changes += 1


@pytest.fixture
def desk() -> Desk:
    return Desk().begin()


def test_at_first_it_looks_for_copies() -> None:
    desk = Desk()
    assert (desk.step(), desk.state.busy) == (Step.CHOOSING, "Looking for copies…")
    desk.begin()
    assert desk.state.busy == ""
    assert [row.can_be_chosen for row in desk.state.rows] == [True, False, True]
    assert desk.state.rows[1].line == "This copy is not whole."


def test_without_any_copy_a_file_can_be_chosen() -> None:
    desk = Desk()
    desk.keeper.kept[""] = []
    assert desk.begin().state.trouble == "There is no copy here yet. You can choose a file."


def test_a_second_place_that_is_gone_is_said_beside_the_copies_here() -> None:
    desk = Desk(place="/media/stick")
    desk.keeper.place_trouble = UserError(Trouble.FOLDER_UNREADABLE)
    desk.begin()
    assert len(desk.state.rows) == 3
    assert desk.state.trouble.startswith("This folder could not be read.")


def test_looking_says_what_would_change_before_anything_does(desk: Desk) -> None:
    desk.look()
    assert desk.step() is Step.LOOKING
    headings = [title for title, _lines in desk.state.groups]
    assert headings[0] == desk.state.rows[0].title
    assert desk.state.groups[0][1][0].startswith("In the copy: 1230 check-ins")
    assert desk.state.groups[0][1][1].startswith("In your notebook now: 1240 check-ins")
    assert headings[1] == "Only in your notebook now, and not in it afterwards:"
    assert desk.keeper.restored == []


def test_going_back_leaves_everything_as_it_is(desk: Desk) -> None:
    desk.look()
    desk.presenter.back()
    desk.worker.work()
    assert (desk.step(), desk.state.groups, len(desk.state.rows)) == (Step.CHOOSING, (), 3)
    assert (desk.keeper.drops, desk.keeper.restored) == (1, [])


def test_a_file_of_the_persons_own_is_called_by_its_path(desk: Desk) -> None:
    desk.presenter.look("/elsewhere/a.companion")
    desk.worker.work()
    assert desk.keeper.looked == [("/elsewhere/a.companion", None)]
    assert desk.step() is Step.LOOKING


def test_a_copy_that_cannot_be_used_says_why_and_the_list_stays(desk: Desk) -> None:
    desk.keeper.look_trouble = UserError(Trouble.COPY_NEWER)
    desk.look()
    assert (desk.step(), len(desk.state.rows)) == (Step.CHOOSING, 3)
    assert desk.state.trouble.startswith("This copy was made by a newer Companion.")


def test_a_protected_copy_asks_for_its_passphrase_and_takes_it(desk: Desk) -> None:
    desk.keeper.look_trouble = UserError(Trouble.COPY_PROTECTED)
    desk.look()
    assert desk.step() is Step.SECRET
    desk.keeper.look_trouble = UserError(Trouble.COPY_SECRET_WRONG)
    desk.open_with("other words")
    assert desk.state.trouble.startswith("This does not open the copy.")
    desk.keeper.look_trouble = None
    desk.open_with("that time's words")
    assert desk.step() is Step.LOOKING
    assert desk.keeper.looked[-1][1] == typed_passphrase("that time's words")


def test_the_recovery_code_can_be_typed_in_its_place(desk: Desk) -> None:
    desk.keeper.look_trouble = UserError(Trouble.COPY_PROTECTED)
    desk.look()
    desk.keeper.look_trouble = UserError(Trouble.COPY_SECRET_WRONG)
    desk.presenter.open_with(CODE)
    desk.worker.work()
    desk.keeper.look_trouble = None
    desk.worker.work()
    assert desk.step() is Step.LOOKING
    assert desk.keeper.looked[-1][1] == typed_recovery_code(CODE)


def test_nothing_typed_is_no_passphrase(desk: Desk) -> None:
    desk.keeper.look_trouble = UserError(Trouble.COPY_PROTECTED)
    desk.look()
    desk.open_with("")
    assert desk.state.trouble == "Please type a passphrase."
    assert len(desk.keeper.looked) == 1


def test_after_restoring_it_is_said_where_the_notebook_before_is_kept(desk: Desk) -> None:
    desk.look()
    desk.presenter.restore()
    assert desk.state.busy == "Restoring. This takes a moment."
    desk.worker.work()
    assert (desk.step(), desk.state.busy) == (Step.DONE, "")
    assert desk.state.notes[1].endswith("before_restore-2026-11-22.db")


def test_what_could_not_be_restored_is_said_and_can_be_tried_again(desk: Desk) -> None:
    desk.look()
    desk.keeper.trouble = UserError(Trouble.STORE_BUSY)
    desk.presenter.restore()
    desk.worker.work()
    assert (desk.step(), desk.state.busy) == (Step.LOOKING, "")
    assert "is using your notebook" in desk.state.trouble


def test_a_dialog_that_is_closed_hears_no_more_and_keeps_nothing_ready(desk: Desk) -> None:
    desk.presenter.look(desk.state.rows[0].key)
    before = desk.changes
    desk.presenter.leave()
    desk.worker.work()
    assert (desk.changes, desk.keeper.drops) == (before, 1)


def test_once_it_is_done_leaving_takes_nothing_away(desk: Desk) -> None:
    desk.look()
    desk.presenter.restore()
    desk.worker.work()
    desk.presenter.leave()
    desk.worker.work()
    assert desk.keeper.drops == 0
