"""The note for repair: goes on where it was left, keeps its moment, and what was emptied can be brought back."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from companion.domain.repair import Repair, RepairDraft
from companion.domain.zone import Zone
from companion.presentation.journal_edit import Kept, NotKept, When
from companion.presentation.repair import Mended, repair_words
from tests.support.builders import a_check_in
from tests.support.journal_desk import JournalDesk

MENDED = Mended("A joke", 74, Zone.ABOVE, "tired", "tea")


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[JournalDesk]:
    made = JournalDesk(tmp_path)
    yield made
    made.vault.close()


def kept(outcome: Kept | NotKept) -> Repair:
    assert isinstance(outcome, Kept)
    assert isinstance(outcome.line, Repair)
    return outcome.line


def test_before_anything_is_asked_it_says_for_whom_it_is_not() -> None:
    assert "not for someone who hurts, threatens or controls you" in repair_words().before
    assert "safety comes first" in repair_words().before


def test_a_new_one_is_about_now_unless_another_moment_is_chosen(desk: JournalDesk) -> None:
    edit = desk.repairing()
    assert (edit.mended(), edit.resumed_line) == (Mended(), "")
    desk.clock.pass_time(minutes=3)
    now = kept(edit.keep_repair(MENDED, edit.when))
    assert now.experienced_at == desk.clock.now()
    assert Mended(now.happened, now.arousal, now.zone, now.them, now.helped) == MENDED
    chosen = desk.ago(days=1).local.replace(tzinfo=None, second=0)
    assert (
        kept(desk.repairing().keep_repair(MENDED, When(chosen))).experienced_at.local.replace(tzinfo=None) == chosen
    )


def test_it_goes_on_where_it_was_left_with_its_own_moment(desk: JournalDesk) -> None:
    begun = desk.clock.now()
    edit = desk.repairing()
    assert edit.keep_for_later(MENDED, edit.when) is None
    desk.clock.pass_time(hours=30)
    later = desk.repairing()
    assert later.mended() == MENDED
    assert later.resumed_line == "You began this on Sun, 2026-11-22 2026, 14:06. It is not saved yet."
    assert kept(later.keep_repair(later.mended(), later.when)).experienced_at == begun
    assert desk.repairing().mended() == Mended()


def test_a_moment_that_was_chosen_is_kept_for_later_too(desk: JournalDesk) -> None:
    edit = desk.repairing()
    chosen = When(desk.ago(days=2).local.replace(tzinfo=None, second=0))
    edit.keep_for_later(MENDED, chosen)
    assert desk.repairing().when == chosen


def test_one_that_grows_from_a_check_in_is_about_its_moment(desk: JournalDesk) -> None:
    check_in = a_check_in(hours_ago=4)
    desk.note([check_in])
    edit = desk.repairing(None, check_in.id)
    assert edit.resumed_line == "After the check-in of Sun, 2026-11-22 2026, 10:06"
    noted = kept(edit.keep_repair(MENDED, edit.when))
    assert (noted.experienced_at, noted.check_in_id) == (check_in.experienced_at, check_in.id)
    assert edit.mended() == Mended(), (
        "its answers are those of the check-in, and are not put into the mouth of this one"
    )


def test_what_is_not_saved_yet_is_not_lost_to_another_check_in(desk: JournalDesk) -> None:
    check_in = a_check_in(hours_ago=4)
    desk.note([check_in])
    first = desk.repairing()
    first.keep_for_later(MENDED, first.when)
    edit = desk.repairing(None, check_in.id)
    assert edit.mended() == MENDED
    assert edit.begin_anew(MENDED) == ""
    assert kept(edit.keep_repair(MENDED, edit.when)).check_in_id == check_in.id


def test_what_was_emptied_is_dropped_and_can_be_brought_back_with_its_moment(desk: JournalDesk) -> None:
    begun = desk.clock.now()
    first = desk.repairing()
    first.keep_for_later(MENDED, first.when)
    desk.clock.pass_time(hours=1)
    edit = desk.repairing()
    edit.begin_anew(MENDED)
    assert desk.repairs.draft() is None
    assert edit.bring_back() == MENDED
    assert kept(edit.keep_repair(MENDED, edit.when)).experienced_at == begun


def test_a_correction_changes_what_is_there_and_keeps_nothing_for_later(desk: JournalDesk) -> None:
    noted = kept(desk.repairing().keep_repair(MENDED, desk.repairing().when))
    edit = desk.repairing(noted)
    assert (edit.mended(), edit.resumed_line) == (MENDED, "")
    edit.keep_for_later(Mended("half"), edit.when)
    assert desk.repairs.draft() is None
    after = kept(edit.keep_repair(MENDED._replace(points=None, helped="soup"), edit.when))
    assert (after.id, after.arousal, after.helped) == (noted.id, None, "soup")


def test_an_empty_one_is_refused_in_one_calm_line(desk: JournalDesk) -> None:
    edit = desk.repairing()
    outcome = edit.keep_repair(Mended("  "), edit.when)
    assert isinstance(outcome, NotKept)
    assert outcome.sentence


def test_what_is_too_long_to_save_is_said_while_it_is_kept_for_later(desk: JournalDesk) -> None:
    edit, long = desk.repairing(), Mended(them="a" * 70_000)
    assert isinstance(edit.keep_for_later(long, edit.when), NotKept)
    draft = desk.repairs.draft()
    assert draft is not None
    assert len(draft.them) == 70_000


def test_a_time_that_never_was_does_not_keep_the_words_from_being_kept(desk: JournalDesk) -> None:
    edit = desk.repairing()
    never = When(desk.clock.now().local.replace(tzinfo=None, month=3, day=29, hour=2, minute=30))
    assert edit.keep_for_later(MENDED, never) is None
    assert desk.repairing().mended() == MENDED
    assert isinstance(edit.keep_repair(MENDED, never), NotKept)


def test_where_it_cannot_be_read_it_begins_empty(desk: JournalDesk) -> None:
    desk.repairs.keep_draft(RepairDraft(desk.clock.now(), "A joke"))
    desk.vault.lock()
    edit = desk.repairing()
    assert edit.mended() == Mended()
    outcome = edit.keep_repair(MENDED, edit.when)
    assert isinstance(outcome, NotKept)
    desk.vault.unlock()
    assert desk.repairing().mended() == Mended("A joke")
