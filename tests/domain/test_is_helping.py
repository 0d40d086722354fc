"""When it is asked whether the notebook helps: after two weeks, then every sixty days, and later for a "not now"."""

from datetime import date, timedelta

import pytest

from companion.domain.is_helping import Helping, HelpingAnswer, is_to_ask
from tests.support.builders import a_moment

NOW = a_moment()
TODAY = NOW.local.date()


def first_day(days_ago: int) -> date:
    return TODAY - timedelta(days=days_ago)


def answered(days_ago: float, answer: Helping = Helping.NEUTRAL) -> HelpingAnswer:
    return HelpingAnswer("1", a_moment(24 * days_ago), answer)


@pytest.mark.parametrize(("days_ago", "is_asked"), [(0, False), (13, False), (14, True), (400, True)])
def test_it_is_first_asked_on_the_fourteenth_day(days_ago: int, is_asked: bool) -> None:
    assert is_to_ask(first_day(days_ago), TODAY, [], NOW) is is_asked


def test_before_anything_was_noted_it_is_not_asked() -> None:
    assert not is_to_ask(None, TODAY, [], NOW)


@pytest.mark.parametrize(
    ("answer", "days_ago", "is_asked"),
    [
        (Helping.HELPING, 59.9, False),
        (Helping.HEAVIER, 60, True),
        (Helping.NOT_NOW, 13.9, False),
        (Helping.NOT_NOW, 14, True),
        (Helping.NEUTRAL, -3, False),
    ],
)
def test_after_an_answer_it_rests(answer: Helping, days_ago: float, is_asked: bool) -> None:
    older = answered(300)
    assert is_to_ask(first_day(400), TODAY, [answered(days_ago, answer), older], NOW) is is_asked
