"""One sentence about what comes next, and never more than may be told of a random moment."""

from companion.application.outlook import NextPrompt
from companion.domain.moment import Moment
from companion.domain.reminder import ReminderKind
from companion.presentation.outlook_words import outlook_sentence
from tests.support.builders import a_moment
from tests.support.date_words import PlainDateWords

NOW = a_moment().local  # Sunday, 14:06


def coming(hours: float, *, is_random: bool = False) -> NextPrompt:
    kind = ReminderKind.RANDOM if is_random else ReminderKind.FIXED
    at = None if is_random else a_moment(-hours)
    return NextPrompt(kind, at, a_moment(-hours), a_moment(-hours - 3))


def said(next_prompt: NextPrompt | None, paused_until: Moment | None = None) -> str:
    return outlook_sentence(next_prompt, paused_until, NOW, PlainDateWords())


def test_nothing_is_said_where_nothing_is_planned() -> None:
    assert said(None) == ""


def test_a_set_time_is_told() -> None:
    assert said(coming(2)) == "Next reminder at 16:06"


def test_of_a_random_moment_only_its_block_is_told() -> None:
    assert said(coming(2, is_random=True)) == "Next reminder between 16:06 and 19:06"


def test_of_a_block_that_has_begun_only_its_end_is_told() -> None:
    assert said(coming(-1, is_random=True)) == "Next reminder before 16:06"


def test_a_pause_is_said_before_what_would_come() -> None:
    assert said(coming(2), a_moment(-1)) == "Reminders are paused and go on at 15:06"


def test_a_pause_until_tomorrow_says_so() -> None:
    assert said(None, a_moment(-24)) == "Reminders are paused and go on tomorrow at 14:06"


def test_a_pause_that_is_over_is_not_mentioned() -> None:
    assert said(coming(2), a_moment(1)) == "Next reminder at 16:06"
