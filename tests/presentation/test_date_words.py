"""A coming time is said as shortly as it can be without a doubt about the day."""

from datetime import UTC, datetime, timedelta, timezone

import pytest

from companion.presentation.date_words import span_text, when_text
from tests.support.date_words import PlainDateWords

WORDS = PlainDateWords()
SUNDAY = datetime(2026, 11, 22, 14, 6, tzinfo=UTC)


@pytest.mark.parametrize(
    ("days", "sentence"),
    [
        (0, "at 21:00"),
        (1, "tomorrow at 21:00"),
        (2, "Tue at 21:00"),
        (6, "Sat at 21:00"),
        (7, "2026-11-29 at 21:00"),
    ],
)
def test_a_time_names_its_day_only_where_that_is_needed(days: int, sentence: str) -> None:
    moment = SUNDAY.replace(hour=21, minute=0) + timedelta(days=days)
    assert when_text(WORDS, moment, SUNDAY) == sentence


@pytest.mark.parametrize(
    ("days", "sentence"),
    [
        (0, "between 15:00 and 18:00"),
        (1, "tomorrow between 15:00 and 18:00"),
        (3, "Wed between 15:00 and 18:00"),
        (9, "2026-12-01 between 15:00 and 18:00"),
    ],
)
def test_a_span_names_its_day_only_where_that_is_needed(days: int, sentence: str) -> None:
    start = SUNDAY.replace(hour=15, minute=0) + timedelta(days=days)
    assert span_text(WORDS, start, start + timedelta(hours=3), SUNDAY) == sentence


def test_today_is_the_day_where_the_coming_time_lies() -> None:
    auckland = timezone(timedelta(hours=13))
    moment = datetime(2026, 11, 23, 5, 0, tzinfo=auckland)  # 16:00 on Sunday in UTC
    assert when_text(WORDS, moment, SUNDAY) == "at 05:00"
