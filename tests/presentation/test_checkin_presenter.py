"""The check-in form's intents: save, refuse kindly, keep for later, continue, undo."""

from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from companion.application.check_in_setup import CheckInSetupService
from companion.application.errors import Trouble, UserError
from companion.application.preferences import PreferenceService
from companion.domain.checkin import Answering, InputMethod, Origin
from companion.domain.checkin_field import CheckInField
from companion.domain.draft import Draft
from companion.domain.prompt import Prompt, PromptRecord, PromptState, Transition
from companion.domain.reminder import Purpose, ReminderKind
from companion.domain.zone import Zone
from companion.presentation.checkin_form import Filled, Place, Refused, Saved
from companion.presentation.checkin_more import MoreQuestions
from companion.presentation.checkin_presenter import CheckInPresenter
from tests.support.builders import a_moment
from tests.support.check_in_desk import CheckInDesk
from tests.support.date_words import PlainDateWords
from tests.support.in_memory_settings import InMemorySettings
from tests.support.reminding import Desk, at

BEGUN = a_moment()


@pytest.fixture
def desk() -> CheckInDesk:
    return CheckInDesk()


@pytest.fixture
def presenter(desk: CheckInDesk) -> CheckInPresenter:
    presenter = desk.presenter()
    presenter.begin()
    return presenter


def saved(outcome: Saved | Refused) -> Saved:
    assert isinstance(outcome, Saved)
    return outcome


def test_one_answer_is_enough(desk: CheckInDesk, presenter: CheckInPresenter) -> None:
    assert saved(presenter.submit(Filled(zone=Zone.UNSURE))).line == "Saved 14:06"
    assert saved(presenter.submit(Filled(points=0))).check_in.zone is None
    assert [c.arousal for c in desk.saved] == [None, 0]


def test_with_no_answer_a_calm_line_says_so_and_nothing_is_saved(
    desk: CheckInDesk, presenter: CheckInPresenter
) -> None:
    outcome = presenter.submit(Filled(note="only a note"))
    assert outcome == Refused("One answer is enough: a place on the line, or one of the five.")
    assert desk.saved == []


def test_in_the_popup_time_to_answer_runs_from_showing_to_saving(desk: CheckInDesk) -> None:
    presenter = desk.presenter(Place.POPUP)
    desk.clock.pass_time(hours=1)
    presenter.begin()
    desk.clock.pass_time(seconds=5)
    presenter.touched()
    desk.clock.pass_time(seconds=7)
    outcome = saved(presenter.submit(Filled(points=70, first_touch=62, method=InputMethod.DIGITS)))
    answering = outcome.check_in.answering
    assert answering.took == timedelta(seconds=12)
    assert (answering.first_touch, answering.method) == (62, InputMethod.DIGITS)


def test_on_today_time_to_answer_begins_with_the_first_attention_however_long_the_form_stood_there(
    desk: CheckInDesk, presenter: CheckInPresenter
) -> None:
    desk.clock.pass_time(hours=1)
    presenter.attended()
    desk.clock.pass_time(seconds=5)
    presenter.touched()
    desk.clock.pass_time(seconds=4)
    assert saved(presenter.submit(Filled(points=70))).check_in.answering.took == timedelta(seconds=9)
    desk.clock.pass_time(hours=1)
    presenter.touched()
    desk.clock.pass_time(seconds=2)
    assert saved(presenter.submit(Filled(points=60))).check_in.answering.took == timedelta(seconds=2)


def test_one_that_was_continued_took_as_long_as_its_sittings_together(
    desk: CheckInDesk, presenter: CheckInPresenter
) -> None:
    presenter.touched()
    desk.clock.pass_time(seconds=6)
    half = Filled(points=62, zone=Zone.ABOVE, first_touch=50, method=InputMethod.ARROW_KEYS)
    presenter.keep(half)
    desk.clock.pass_time(hours=2)
    later = desk.presenter()
    later.begin()
    continued = later.continue_draft()
    assert continued == half
    desk.clock.pass_time(seconds=3)
    answering = saved(later.submit(half)).check_in.answering
    assert answering == Answering(timedelta(seconds=9), 50, InputMethod.ARROW_KEYS)


def test_the_time_for_which_a_form_was_left_is_no_time_to_answer(
    desk: CheckInDesk, presenter: CheckInPresenter
) -> None:
    presenter.touched()
    desk.clock.pass_time(seconds=6)
    presenter.keep(Filled(points=70), leaving=True)
    desk.clock.pass_time(minutes=3)
    presenter.touched()
    desk.clock.pass_time(seconds=1)
    assert saved(presenter.submit(Filled(points=70))).check_in.answering.took == timedelta(seconds=7)


def test_one_that_was_undone_and_corrected_took_both_times(desk: CheckInDesk, presenter: CheckInPresenter) -> None:
    presenter.touched()
    desk.clock.pass_time(seconds=6)
    presenter.submit(Filled(points=70))
    desk.clock.pass_time(seconds=30)
    presenter.undo()
    desk.clock.pass_time(seconds=2)
    assert saved(presenter.submit(Filled(points=60))).check_in.answering.took == timedelta(seconds=8)


def test_a_clock_that_is_set_back_makes_no_negative_time(desk: CheckInDesk, presenter: CheckInPresenter) -> None:
    presenter.touched()
    desk.clock.pass_time(hours=-1)
    assert saved(presenter.submit(Filled(points=70))).check_in.answering.took == timedelta(0)


def test_backdating_keeps_both_moments(desk: CheckInDesk, presenter: CheckInPresenter) -> None:
    check_in = saved(presenter.submit(Filled(points=70, when=datetime(2026, 11, 22, 9, 30)))).check_in
    assert check_in.experienced_at.iso() == "2026-11-22T09:30:00+01:00"
    assert check_in.experienced_at.zone_name == "Europe/Berlin"
    assert check_in.created_at == desk.clock.now()


def test_the_minute_of_now_is_now(desk: CheckInDesk, presenter: CheckInPresenter) -> None:
    desk.clock.pass_time(seconds=40)
    check_in = saved(presenter.submit(Filled(points=70, when=datetime(2026, 11, 22, 14, 6)))).check_in
    assert not check_in.is_backdated


def test_the_future_is_refused_in_one_calm_line(desk: CheckInDesk, presenter: CheckInPresenter) -> None:
    outcome = presenter.submit(Filled(points=70, when=datetime(2026, 11, 22, 14, 7)))
    assert outcome == Refused("This time has not come yet. Please choose one that has passed.")
    assert desk.saved == []


def test_an_hour_that_the_clocks_left_out_is_refused(presenter: CheckInPresenter) -> None:
    outcome = presenter.submit(Filled(points=70, when=datetime(2026, 3, 29, 2, 30)))
    assert isinstance(outcome, Refused)


def test_a_full_disk_is_said_calmly_and_the_draft_stays(desk: CheckInDesk, presenter: CheckInPresenter) -> None:
    presenter.touched()
    presenter.keep(Filled(points=70))
    desk.vault.trouble = UserError(Trouble.DISK_FULL)
    outcome = presenter.submit(Filled(points=70))
    assert isinstance(outcome, Refused)
    assert "What you saved before is safe." in outcome.sentence
    assert desk.draft is not None


def test_a_half_filled_one_is_offered_with_the_time_it_was_begun_beside_an_empty_form(
    desk: CheckInDesk, presenter: CheckInPresenter
) -> None:
    presenter.touched()
    desk.clock.pass_time(minutes=3)
    presenter.keep(Filled(points=70, zone=Zone.ABOVE, note="rain"))
    desk.clock.pass_time(hours=2)
    assert desk.presenter().begin().offer == "Continue the one from 14:06"


def test_one_from_last_night_says_yesterday(desk: CheckInDesk) -> None:
    desk.clock.set("2026-11-22T23:50:00")
    first = desk.presenter()
    first.begin()
    first.keep(Filled(points=70))
    desk.clock.pass_time(hours=8)
    assert desk.presenter().begin().offer == "Continue the one from yesterday, 23:50"


def test_one_from_before_midnight_is_of_today_in_the_small_hours(desk: CheckInDesk) -> None:
    desk.clock.set("2026-11-22T23:50:00")
    desk.presenter().keep(Filled(points=70))
    desk.clock.set("2026-11-23T03:30:00")
    assert desk.presenter().begin().offer == "Continue the one from 23:50"


@pytest.mark.parametrize(
    ("filled", "words"),
    [
        (Filled(points=70, note="é" * 40_000), "64 KiB"),
        (Filled(points=70, when=datetime(2026, 3, 29, 2, 30)), "skipped"),
        (Filled(points=70, when=datetime(1969, 12, 31, 23, 0)), "1970"),
    ],
)
def test_what_cannot_be_saved_as_it_stands_is_said_and_kept_all_the_same(
    desk: CheckInDesk, filled: Filled, words: str
) -> None:
    presenter = desk.presenter()
    presenter.begin()
    for outcome in (presenter.keep(filled), presenter.submit(filled)):
        assert isinstance(outcome, Refused)
        assert words in outcome.sentence
    assert desk.saved == []
    again = desk.presenter()
    again.begin()
    continued = again.continue_draft()
    assert continued is not None
    assert (continued.points, continued.note) == (filled.points, filled.note)


@pytest.mark.parametrize("fold", [0, 1])
def test_of_a_time_that_came_twice_the_one_that_was_meant_is_saved(desk: CheckInDesk, fold: int) -> None:
    presenter = desk.presenter()
    presenter.begin()
    filled = Filled(points=70, when=datetime(2026, 10, 25, 2, 30, fold=fold))
    presenter.keep(filled)
    again = desk.presenter()
    again.begin()
    continued = again.continue_draft()
    assert continued is not None
    assert continued.when is not None
    assert (continued.when, continued.when.fold) == (filled.when, fold)
    again.submit(continued)
    (check_in,) = desk.saved
    assert check_in.experienced_at.offset == timedelta(hours=2 - fold)


def test_it_asks_about_a_time_that_came_twice(desk: CheckInDesk) -> None:
    assert desk.presenter().twice(datetime(2026, 10, 25, 2, 30)) is not None
    assert desk.presenter().twice(datetime(2026, 10, 25, 3, 30)) is None


def test_taken_back_and_saved_again_it_still_answers_its_prompt(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    desk.reminders.add(at("09:00"))
    desk.rounds.start()
    desk.wait_until("2026-11-22T09:00")
    setup = CheckInSetupService(desk.vault, desk.clock, PreferenceService(InMemorySettings(), desk.bus), desk.bus)
    presenter = CheckInPresenter(desk.check_ins, MoreQuestions(setup), desk.clock, PlainDateWords(), Place.TODAY)
    presenter.begin()
    first = presenter.submit(Filled(points=70))
    presenter.undo()
    second = presenter.submit(Filled(points=60))
    assert isinstance(first, Saved)
    assert isinstance(second, Saved)
    assert (second.check_in.prompt_id, second.check_in.origin) == (first.check_in.prompt_id, Origin.FIXED)
    presenter.undo()
    presenter.begin()
    third = presenter.submit(Filled(points=50))
    assert isinstance(third, Saved)
    assert third.check_in.prompt_id is None


def test_after_a_day_it_is_offered_no_more(desk: CheckInDesk, presenter: CheckInPresenter) -> None:
    presenter.keep(Filled(points=70))
    desk.clock.pass_time(hours=24, seconds=1)
    assert desk.presenter().begin().offer == ""


def test_a_continued_one_keeps_its_own_moment(desk: CheckInDesk) -> None:
    desk.vault.drafts.draft = Draft(BEGUN, arousal=70, zone=Zone.ABOVE, note="rain")
    desk.clock.pass_time(hours=2)
    later = desk.presenter()
    later.begin()
    filled = later.continue_draft()
    assert filled == Filled(70, Zone.ABOVE, "rain")
    check_in = saved(later.submit(filled)).check_in
    assert check_in.experienced_at == BEGUN
    assert check_in.created_at == desk.clock.now()
    assert check_in.answering.took is None
    assert desk.draft is None


def test_the_moment_a_half_filled_one_was_about_is_kept_too(desk: CheckInDesk, presenter: CheckInPresenter) -> None:
    presenter.keep(Filled(points=70, when=datetime(2026, 11, 22, 9, 30)))
    later = desk.presenter()
    later.begin()
    assert later.continue_draft() == Filled(points=70, when=datetime(2026, 11, 22, 9, 30))


def test_saving_another_one_leaves_an_offered_one_alone(desk: CheckInDesk) -> None:
    desk.vault.drafts.draft = Draft(BEGUN, arousal=70)
    desk.clock.pass_time(hours=2)
    other = desk.presenter()
    other.begin()
    other.keep(Filled(points=20))
    other.submit(Filled(points=20))
    assert desk.draft == Draft(BEGUN, arousal=70)


def test_leaving_with_something_new_replaces_the_one_that_was_offered(desk: CheckInDesk) -> None:
    desk.vault.drafts.draft = Draft(BEGUN, arousal=70)
    desk.clock.pass_time(hours=2)
    other = desk.presenter()
    other.begin()
    other.keep(Filled(points=20), leaving=True)
    assert desk.draft is not None
    assert desk.draft.arousal == 20


def test_leaving_an_untouched_form_leaves_the_offered_one(desk: CheckInDesk) -> None:
    desk.vault.drafts.draft = Draft(BEGUN, arousal=70)
    other = desk.presenter()
    other.begin()
    other.keep(Filled(), leaving=True)
    assert desk.draft == Draft(BEGUN, arousal=70)


def test_saving_drops_what_was_kept_of_it(desk: CheckInDesk, presenter: CheckInPresenter) -> None:
    presenter.keep(Filled(points=70))
    presenter.submit(Filled(points=70))
    assert desk.draft is None


def test_clearing_drops_what_was_kept(desk: CheckInDesk, presenter: CheckInPresenter) -> None:
    presenter.keep(Filled(points=70))
    assert presenter.clear().offer == ""
    assert desk.draft is None


def test_a_form_emptied_by_hand_leaves_nothing_behind(desk: CheckInDesk, presenter: CheckInPresenter) -> None:
    presenter.keep(Filled(points=70))
    presenter.keep(Filled())
    assert desk.draft is None


def test_a_note_that_is_too_long_is_said_before_it_is_saved_and_kept_for_later(
    desk: CheckInDesk, presenter: CheckInPresenter
) -> None:
    outcome = presenter.keep(Filled(points=70, note="x" * 65_537))
    assert outcome == Refused("A note can hold up to 64 KiB of text. Please make it a little shorter.")
    assert desk.draft is not None
    assert len(desk.draft.note) == 65_537


def test_a_form_stays_within_one_sitting(desk: CheckInDesk, presenter: CheckInPresenter) -> None:
    presenter.touched()
    presenter.keep(Filled(points=70))
    assert presenter.may_stay
    desk.clock.pass_time(minutes=6)
    assert not presenter.may_stay


def test_a_form_does_not_stay_once_its_half_filled_one_was_saved_elsewhere(
    desk: CheckInDesk, presenter: CheckInPresenter
) -> None:
    presenter.touched()
    presenter.keep(Filled(points=70))
    popup = desk.presenter(Place.POPUP)
    popup.begin()
    continued = popup.continue_draft()
    assert continued is not None
    popup.submit(continued)
    assert not presenter.may_stay


def test_a_form_that_was_just_saved_may_stay_as_it_is(desk: CheckInDesk, presenter: CheckInPresenter) -> None:
    presenter.submit(Filled(points=70))
    assert presenter.may_stay
    desk.clock.pass_time(minutes=6)
    assert not presenter.may_stay


def test_undo_takes_the_saved_one_back_and_returns_what_stood_in_the_form(
    desk: CheckInDesk, presenter: CheckInPresenter
) -> None:
    presenter.submit(Filled(points=70, zone=Zone.ABOVE))
    assert presenter.undo() == Filled(points=70, zone=Zone.ABOVE)
    assert desk.saved == []
    assert presenter.undo() is None


def test_undo_of_a_continued_one_keeps_its_moment(desk: CheckInDesk) -> None:
    desk.vault.drafts.draft = Draft(BEGUN, arousal=70)
    desk.clock.pass_time(hours=2)
    presenter = desk.presenter()
    presenter.begin()
    presenter.continue_draft()
    presenter.submit(Filled(points=70))
    presenter.undo()
    assert saved(presenter.submit(Filled(points=71))).check_in.experienced_at == BEGUN


def test_undo_while_locked_is_refused_calmly(desk: CheckInDesk, presenter: CheckInPresenter) -> None:
    presenter.submit(Filled(points=70))
    desk.vault.trouble = UserError(Trouble.LOCKED)
    assert presenter.undo() == Refused("Your notebook is locked. Please unlock it first.")


def test_it_can_be_saved_while_locked_and_nothing_is_offered(desk: CheckInDesk) -> None:
    desk.vault.drafts.draft = Draft(BEGUN, arousal=70)
    desk.vault.is_locked = True
    presenter = desk.presenter()
    assert presenter.begin().offer == ""
    assert saved(presenter.submit(Filled(points=70))).check_in.origin is Origin.SELF


def test_a_check_in_in_the_window_answers_the_open_prompt(desk: CheckInDesk, presenter: CheckInPresenter) -> None:
    desk.vault.ledger.open = [an_open_prompt(desk)]
    check_in = saved(presenter.submit(Filled(points=70))).check_in
    assert check_in.origin is Origin.RANDOM
    assert [line.state for line in desk.vault.ledger.lines] == [PromptState.ANSWERED]


def test_a_backdated_one_answers_no_prompt(desk: CheckInDesk, presenter: CheckInPresenter) -> None:
    desk.vault.ledger.open = [an_open_prompt(desk)]
    presenter.submit(Filled(points=70, when=datetime(2026, 11, 22, 9, 30)))
    assert desk.vault.ledger.lines == []


def an_open_prompt(desk: CheckInDesk) -> PromptRecord:
    now = desk.clock.now()
    prompt = Prompt("p1", "r1", ReminderKind.RANDOM, Purpose.CHECK_IN, date(2026, 11, 22), 0, now, now, now, 30)
    states = (PromptState.PLANNED, PromptState.DUE, PromptState.SHOWN)
    return PromptRecord(prompt, tuple(Transition("p1", state, now) for state in states))


def test_the_popup_says_how_many_questions_wait_behind_more(desk: CheckInDesk) -> None:
    popup = desk.presenter(Place.POPUP)
    assert popup.begin().more == "More: a note, when it was"
    desk.ask(CheckInField.SAFE, CheckInField.SLEEP)
    assert popup.begin().more == "More: 2 questions, a note"
    popup.submit(Filled(points=5))
    assert popup.begin().more == "More: 1 question, a note"
