"""Made-up practices: after check-ins outside the window, lately, and not as if practices always worked."""

from pathlib import Path

import pytest

from companion.adapters.library.practice_library import FilePracticeLibrary
from companion.application.demo import demo_year
from companion.application.demo_practices import demo_sessions
from companion.domain.checkin import CheckIn
from companion.domain.practice_session import Felt, PracticeSession
from companion.domain.zone import Zone
from tests.support.clock import FakeClock

RESOURCES = Path(__file__).parents[2] / "resources"


@pytest.fixture(scope="module")
def year() -> list[CheckIn]:
    clock = FakeClock()
    return demo_year(clock.now(), clock.zone(), seed=7)


@pytest.fixture(scope="module")
def sessions(year: list[CheckIn]) -> list[PracticeSession]:
    return demo_sessions(year)


def test_the_same_seed_makes_the_same_sessions(year: list[CheckIn], sessions: list[PracticeSession]) -> None:
    assert demo_sessions(year) == sessions
    assert demo_sessions(year, seed=2) != sessions
    assert demo_sessions([]) == []


def test_each_follows_a_check_in_outside_the_window(year: list[CheckIn], sessions: list[PracticeSession]) -> None:
    by_id = {check_in.id: check_in for check_in in year}
    assert len(sessions) > 10
    for session in sessions:
        check_in = by_id[session.check_in_id or ""]
        assert check_in.zone in (Zone.ABOVE, Zone.BELOW)
        assert check_in.experienced_at.utc < session.started_at.utc < session.ended_at.utc
        assert session.before == check_in.arousal


def test_they_name_practices_that_there_are(sessions: list[PracticeSession]) -> None:
    titles = {practice.key: practice.title for practice in FilePracticeLibrary(RESOURCES).read("en")[0]}
    assert all(titles[session.practice] == session.title for session in sessions)


def test_some_were_heavier_and_some_say_nothing(sessions: list[PracticeSession]) -> None:
    assert {session.felt for session in sessions} == {*Felt, None}
