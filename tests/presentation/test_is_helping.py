"""Whether the notebook helps: answers alike, and where it weighs, a rest first, then people, then leaving."""

import pytest

from companion.application.errors import Trouble, UserError
from companion.domain.is_helping import Helping
from companion.presentation.is_helping import HelpingOffer, HelpingPresenter, HelpingState
from tests.support.people import FakeHelping, FakeResting


@pytest.fixture
def asking() -> FakeHelping:
    return FakeHelping()


@pytest.fixture
def resting() -> FakeResting:
    return FakeResting()


@pytest.fixture
def presenter(asking: FakeHelping, resting: FakeResting) -> HelpingPresenter:
    return HelpingPresenter(asking, resting)


def shown(presenter: HelpingPresenter) -> HelpingState:
    state = presenter.state()
    assert state is not None
    return state


def test_nothing_is_shown_where_nothing_waits_or_it_is_locked(
    presenter: HelpingPresenter, asking: FakeHelping
) -> None:
    asking.waits = False
    assert presenter.state() is None
    asking.trouble = UserError(Trouble.LOCKED)
    assert presenter.state() is None


def test_every_answer_is_offered(presenter: HelpingPresenter) -> None:
    assert [answer for answer, _words in shown(presenter).answers] == list(Helping)


def test_heavier_offers_a_rest_first_then_people_then_leaving(presenter: HelpingPresenter) -> None:
    presenter.answer(Helping.HEAVIER)
    assert [offer for offer, _words in shown(presenter).offers] == list(HelpingOffer)


@pytest.mark.parametrize("answer", [Helping.HELPING, Helping.NEUTRAL])
def test_other_answers_offer_nothing(presenter: HelpingPresenter, answer: Helping) -> None:
    presenter.answer(answer)
    assert (shown(presenter).offers, shown(presenter).is_answered) == ((), True)


def test_not_now_closes_it(presenter: HelpingPresenter, asking: FakeHelping) -> None:
    presenter.answer(Helping.NOT_NOW)
    assert (asking.answers, presenter.state()) == ([Helping.NOT_NOW], None)


def test_a_rest_begins_at_one_click_and_is_not_offered_again(
    presenter: HelpingPresenter, resting: FakeResting
) -> None:
    presenter.answer(Helping.HEAVIER)
    presenter.pause()
    assert resting.pauses == 1
    assert [offer for offer, _words in shown(presenter).offers] == list(HelpingOffer)[1:]


def test_an_answer_can_be_taken_back(presenter: HelpingPresenter, asking: FakeHelping) -> None:
    presenter.answer(Helping.HEAVIER)
    presenter.take_back()
    assert (asking.answers, shown(presenter).is_answered) == ([], False)


def test_where_it_cannot_be_kept_a_calm_line_says_so(presenter: HelpingPresenter, asking: FakeHelping) -> None:
    asking.trouble = UserError(Trouble.DISK_FULL)
    presenter.answer(Helping.HELPING)
    assert presenter.trouble != ""
