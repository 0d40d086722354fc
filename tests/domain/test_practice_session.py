"""A session keeps what was noted, and nothing that cannot be."""

from dataclasses import replace

import pytest

from companion.domain.errors import DomainError, Rule
from tests.support.builders import a_moment
from tests.support.practices import a_session


def test_zero_is_an_answer_before_and_after() -> None:
    assert a_session(before=0, after=0).change == 0


def test_without_both_there_is_no_change() -> None:
    assert a_session(before=60).change is None


@pytest.mark.parametrize(
    ("field", "value", "rule"),
    [
        ("before", 101, Rule.AROUSAL_OUT_OF_RANGE),
        ("after", -1, Rule.AROUSAL_OUT_OF_RANGE),
        ("title", " ", Rule.NOTHING_WRITTEN),
        ("title", "x" * 101, Rule.TITLE_TOO_LONG),
        ("ended_at", a_moment(5), Rule.TIME_UNREADABLE),
    ],
)
def test_what_cannot_be_is_refused(field: str, value: object, rule: Rule) -> None:
    with pytest.raises(DomainError) as refused:
        replace(a_session(), **{field: value})  # type: ignore[arg-type]
    assert refused.value.rule is rule


def test_it_stands_in_the_journal_where_it_began() -> None:
    session = a_session()
    assert (session.experienced_at, session.created_at) == (session.started_at, session.ended_at)
