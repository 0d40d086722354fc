"""What is said while a practice is played, when it changes, and what is kept in the end."""

import pytest

from companion.application.errors import Trouble
from companion.presentation.practice_player import PlayerPresenter, PlayerState
from tests.support.practice_desk import PracticeDesk

EXACT = 0.05


@pytest.fixture
def desk() -> PracticeDesk:
    return PracticeDesk()


def look(presenter: PlayerPresenter) -> PlayerState:
    state = presenter.look()
    assert state is not None
    return state


def test_over_ten_minutes_of_pictures_every_phase_comes_within_a_twentieth_of_a_second(desk: PracticeDesk) -> None:
    presenter = desk.player(seconds=600)
    begun, seen, late = desk.steady.now, "", list[float]()
    while (state := presenter.look()) is not None:
        at = desk.steady.now - begun
        if state.spoken != seen:
            seen = state.spoken
            late.append(at % 10 - (0 if seen.startswith("Breathe in") else 4))
        desk.steady.go_on(0.0331 if len(late) % 2 else 0.0373)
    assert len(late) == 120
    assert min(late) >= 0
    assert max(late) < EXACT
    assert desk.steady.now - begun - 600 < EXACT


def test_it_says_what_to_do_for_how_long_and_how_much_is_left(desk: PracticeDesk) -> None:
    state = look(desk.player(at=72))
    assert (state.title, state.say, state.more, state.seconds) == ("Slow breathing", "Breathe in", "gently, 2", "2")
    assert state.below == "1:48 left. In for 4, out for 6."
    assert state.care == "If breathing makes it worse, stop and look around the room instead."


def test_the_words_stay_until_the_next_second_begins(desk: PracticeDesk) -> None:
    presenter = desk.player(at=0.25)
    assert look(presenter).seconds_to_change == pytest.approx(0.75)
    desk.steady.go_on(0.74)
    assert look(presenter).more == "gently, 4"
    desk.steady.go_on(0.02)
    assert look(presenter).more == "gently, 3"


def test_steps_are_counted_and_can_be_gone_on_from(desk: PracticeDesk) -> None:
    presenter = desk.player("orienting")
    assert look(presenter).below.endswith("Step 1 of 6.")
    presenter.go_on()
    state = look(presenter)
    assert (state.say, state.below.endswith("Step 2 of 6."), state.may_go_on) == ("Rest on one thing", True, True)


def test_a_step_without_a_time_waits_and_says_no_time(desk: PracticeDesk) -> None:
    state = look(desk.player("bright-taste", at=500))
    assert (state.say, state.below, state.seconds_to_change) == ("Fetch something fresh", "Step 1 of 3.", None)


def test_things_to_count_are_found_one_by_one(desk: PracticeDesk) -> None:
    presenter = desk.player("five-senses")
    found = []
    for _ in range(5):
        found.append(look(presenter).noticed)
        desk.steady.go_on(7)
    assert (found, look(presenter).things) == ([1, 2, 3, 4, 5], 4)


def test_the_tempo_changes_as_far_as_is_safe_and_says_so(desk: PracticeDesk) -> None:
    presenter = desk.player()
    for _ in range(9):
        presenter.slower()
    state = look(presenter)
    assert (state.may_be_slower, state.may_be_quicker) == (False, True)
    assert "In for 5.3, out for 8." in state.below
    for _ in range(9):
        presenter.quicker()
    assert not look(presenter).may_be_quicker


def test_where_something_is_held_it_cannot_be_made_slower(desk: PracticeDesk) -> None:
    assert not look(desk.player("box-breathing")).may_be_slower


def test_paused_nothing_changes_by_itself(desk: PracticeDesk) -> None:
    presenter = desk.player(at=5)
    presenter.pause_or_go_on()
    before = look(presenter)
    desk.steady.go_on(3600)
    assert look(presenter) == before
    assert (before.is_paused, before.is_moving, before.seconds_to_change) == (True, False, None)
    presenter.pause_or_go_on()
    assert not look(presenter).is_paused


def test_it_is_under_way_until_it_is_paused_over_or_left_standing(desk: PracticeDesk) -> None:
    presenter = desk.player("bright-taste")
    seen = [presenter.is_under_way]
    for _time in range(2):
        presenter.pause_or_go_on()
        seen.append(presenter.is_under_way)
    desk.steady.go_on(3600)
    seen.append(presenter.is_under_way)
    assert seen == [True, False, True, False]
    over = desk.player()
    over.stop()
    assert not over.is_under_way


def test_at_its_end_it_is_kept_once(desk: PracticeDesk) -> None:
    presenter = desk.player(before=0, check_in_id="some", at=180)
    assert presenter.look() is None
    assert presenter.look() is None
    presenter.stop()
    (session,) = desk.all_sessions()
    assert presenter.session == session
    assert (session.before, session.check_in_id, session.stopped_early) == (0, "some", False)


def test_stopped_it_is_kept_as_stopped(desk: PracticeDesk) -> None:
    presenter = desk.player(at=30)
    presenter.stop()
    assert [session.stopped_early for session in desk.all_sessions()] == [True]
    assert presenter.is_ended


def test_what_lasted_less_than_ten_seconds_is_not_kept(desk: PracticeDesk) -> None:
    presenter = desk.player(at=9.9)
    presenter.stop()
    assert (desk.all_sessions(), presenter.session) == ([], None)


def test_a_short_one_that_came_to_its_end_is_kept(desk: PracticeDesk) -> None:
    presenter = desk.player("name-it")
    presenter.go_on()
    presenter.go_on()
    assert presenter.look() is None
    assert [session.stopped_early for session in desk.all_sessions()] == [False]


def test_what_cannot_be_kept_is_said(desk: PracticeDesk) -> None:
    presenter = desk.player(at=30)
    desk.is_full = True
    presenter.stop()
    assert presenter.session is None
    assert presenter.trouble
    assert Trouble.DISK_FULL.value not in presenter.trouble


def test_a_frame_brings_only_what_moves(desk: PracticeDesk) -> None:
    presenter = desk.player(at=2)
    look(presenter)
    desk.steady.go_on(0.5)
    frame = presenter.frame()
    assert frame is not None
    assert frame.done == pytest.approx(2.5 / 180)
    assert not frame.has_new_words
    assert frame.fullness > 0.5
    desk.steady.go_on(0.5)
    frame = presenter.frame()
    assert frame is not None
    assert frame.fullness == pytest.approx(0.8536, abs=1e-3)
    assert frame.has_new_words
    desk.steady.go_on(180)
    assert presenter.frame() is None
