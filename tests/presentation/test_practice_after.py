"""Afterwards everything may be left open, zero counts, and heavier is an answer like the others."""

import pytest

from companion.domain.practice_session import Felt
from companion.presentation.practice_after import AfterPracticePresenter
from tests.support.practice_desk import PracticeDesk


@pytest.fixture
def desk() -> PracticeDesk:
    return PracticeDesk()


def presenter_after(desk: PracticeDesk, *, stopped_early: bool = False) -> AfterPracticePresenter:
    begun = desk.sessions.now()
    desk.pass_time(180)
    practice = desk.practices.find("ours/slow-breathing")
    return AfterPracticePresenter(desk.sessions.finish(practice, begun, stopped_early=stopped_early), desk.sessions)


def test_it_asks_for_the_same_line_and_three_answers(desk: PracticeDesk) -> None:
    state = presenter_after(desk).state()
    assert state.line.question == "How much energy is in your body?"
    assert [felt for felt, _words in state.answers] == [Felt.LIGHTER, Felt.SAME, Felt.HEAVIER]
    assert "Slow breathing, 3 minutes." in state.lead


def test_stopping_is_said_to_be_fine(desk: PracticeDesk) -> None:
    assert presenter_after(desk, stopped_early=True).state().heading == "Stopped. That is fine, too."


def test_zero_is_kept(desk: PracticeDesk) -> None:
    assert presenter_after(desk).keep(0, None) == ""
    assert [session.after for session in desk.all_sessions()] == [0]


def test_what_was_taken_back_is_kept_as_nothing(desk: PracticeDesk) -> None:
    presenter = presenter_after(desk)
    presenter.keep(50, Felt.HEAVIER)
    presenter.keep(None, None)
    assert [(session.after, session.felt) for session in desk.all_sessions()] == [(None, None)]


def test_what_cannot_be_kept_is_said(desk: PracticeDesk) -> None:
    presenter = presenter_after(desk)
    desk.is_full = True
    assert presenter.keep(50, None)
    assert [session.after for session in desk.all_sessions()] == [None]
