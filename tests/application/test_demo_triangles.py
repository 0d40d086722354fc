"""Made-up triangles: one a week at most, the same each time, with gaps as in life."""

from itertools import pairwise

from companion.application.demo import demo_year
from companion.application.demo_triangles import WEEKS, demo_triangles
from tests.support.clock import FakeClock


def test_there_are_twelve_weeks_with_gaps_and_with_an_answer_left_out() -> None:
    clock = FakeClock()
    year = demo_year(clock.now(), clock.zone(), seed=7)
    triangles = demo_triangles(year)
    assert triangles == demo_triangles(year)
    assert len(triangles) == WEEKS - 2
    days = [triangle.experienced_at.utc for triangle in triangles]
    assert all((later - earlier).days >= 4 for later, earlier in pairwise(days))
    assert [triangle.relationships for triangle in triangles].count(None) == 1
    assert any(triangle.mind_words for triangle in triangles)
    assert demo_triangles([]) == []
