"""What stands in the form is what is saved, what is kept, and what is restored."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from companion.domain.errors import DomainError
from companion.domain.input_method import InputMethod
from companion.domain.zone import Zone
from companion.presentation.checkin_answers import answer_of, draft_of, filled_of
from companion.presentation.checkin_form import Filled
from tests.support.builders import a_moment

BERLIN = ZoneInfo("Europe/Berlin")
EVERYTHING = Filled(
    points=0,
    zone=Zone.MIXED,
    note="rain",
    pleasantness=1,
    safe=0,
    connected=3,
    people=("Anna",),
    places=("home",),
    activities=("eating",),
    body_cues=("warm",),
    sleep=4,
    slept=timedelta(hours=7),
    tags=("night shift", "rain"),
)


def test_a_half_filled_one_is_restored_as_it_stood_there() -> None:
    assert filled_of(draft_of(EVERYTHING, a_moment(), None), BERLIN) == EVERYTHING


def test_its_moment_is_restored_as_the_wall_clock_showed_it() -> None:
    draft = draft_of(EVERYTHING, a_moment(), a_moment(hours_ago=3))
    assert filled_of(draft, BERLIN).when == datetime(2026, 11, 22, 11, 6)


def test_everything_is_saved() -> None:
    answer = answer_of(EVERYTHING._replace(first_touch=9, method=InputMethod.DIGITS), None, timedelta(seconds=8))
    assert (answer.arousal, answer.zone, answer.note, answer.tags) == (0, Zone.MIXED, "rain", ("night shift", "rain"))
    assert (answer.pleasantness, answer.safe, answer.connected, answer.sleep) == (1, 0, 3, 4)
    assert answer.slept == timedelta(hours=7)
    assert [tag.name for tag in answer.context.tags] == ["Anna", "home", "eating", "warm"]
    assert (answer.answering.took, answer.answering.first_touch) == (timedelta(seconds=8), 9)


def test_no_answer_stays_no_answer() -> None:
    answer = answer_of(Filled(points=5), None, None)
    assert (answer.pleasantness, answer.safe, answer.connected, answer.sleep, answer.slept) == (None,) * 5
    assert answer.context.is_empty


@pytest.mark.parametrize("filled", [Filled(tags=("x" * 101,)), Filled(people=("x" * 101,))])
def test_names_outside_their_rules_are_not_kept(filled: Filled) -> None:
    with pytest.raises(DomainError):
        draft_of(filled, a_moment(), None)


@pytest.mark.parametrize(
    "filled",
    [Filled(pleasantness=0), Filled(safe=0), Filled(connected=0), Filled(sleep=0), Filled(slept=timedelta(0))],
)
def test_a_zero_is_something_to_keep(filled: Filled) -> None:
    assert not filled.is_empty


@pytest.mark.parametrize(
    "filled",
    [
        Filled(people=("x",)),
        Filled(places=("x",)),
        Filled(activities=("x",)),
        Filled(body_cues=("x",)),
        Filled(tags=("x",)),
    ],
)
def test_a_name_is_something_to_keep(filled: Filled) -> None:
    assert filled.says_more
