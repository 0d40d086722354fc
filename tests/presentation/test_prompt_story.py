"""Why it asked and why it did not, a day at a time; what is still a surprise stays one."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from companion.application.errors import Trouble, UserError
from companion.domain.answered_of_shown import AnsweredOfShown
from companion.domain.moment import Moment
from companion.domain.prompt import Prompt, PromptRecord, PromptState, Reason, Transition
from companion.domain.reminder import Purpose, ReminderKind
from companion.presentation.prompt_story import StoryDayState, StoryPresenter, StoryStep
from tests.support.clock import FakeClock
from tests.support.date_words import PlainDateWords
from tests.support.reminder_desk import FakeStories

SUNDAY = date(2026, 11, 22)
Step = tuple[PromptState, Reason | None, int]
ANSWERED: tuple[Step, ...] = (
    (PromptState.DUE, None, 0),
    (PromptState.SHOWN, None, 0),
    (PromptState.ANSWERED, None, 7),
)
HELD: tuple[Step, ...] = (
    (PromptState.DUE, Reason.TYPING, 0),
    (PromptState.SUPPRESSED, Reason.TYPING, 10),
)


def a_record(
    at: str, *steps: Step, kind: ReminderKind = ReminderKind.RANDOM, reminder: str = "r", day: date = SUNDAY
) -> PromptRecord:
    """A prompt in the middle of a block of two hours, with its steps so many minutes after it was due."""
    due = FakeClock(f"{day}T{at}:00").now()
    start, end = (replace(due, utc=due.utc + timedelta(hours=hours)) for hours in (-1, 1))
    prompt = Prompt(f"{day}-{at}", reminder, kind, Purpose.CHECK_IN, day, 0, due, start, end, 30)
    planned = Transition(prompt.id, PromptState.PLANNED, start)
    told = [Transition(prompt.id, state, _later(due, minutes), reason) for state, reason, minutes in steps]
    return PromptRecord(prompt, (planned, *told))


def _later(due: Moment, minutes: int) -> Moment:
    return replace(due, utc=due.utc + timedelta(minutes=minutes))


class LockedStories(FakeStories):
    def on_day(self, day: date) -> list[PromptRecord]:
        raise UserError(Trouble.LOCKED)

    def answered_of_shown(self) -> dict[str, AnsweredOfShown]:
        raise UserError(Trouble.LOCKED)


def presenter(*records: PromptRecord) -> StoryPresenter:
    return StoryPresenter(FakeStories(records), lambda: {"r": "Through the day"}, FakeClock(), PlainDateWords())


def shown(made: StoryPresenter) -> StoryDayState:
    state = made.state()
    assert state is not None
    return state


def test_a_prompt_tells_its_steps_in_order() -> None:
    (story,) = shown(presenter(a_record("10:00", *ANSWERED))).prompts
    assert (story.when, story.outcome, story.reminder) == ("10:00", "answered", "Through the day")
    assert story.steps == (StoryStep("10:00", "due"), StoryStep("10:00", "shown"), StoryStep("10:07", "answered"))


def test_what_held_it_back_is_said() -> None:
    (story,) = shown(presenter(a_record("10:00", *HELD))).prompts
    assert story.outcome == "held back: you were typing"
    assert story.steps[0] == StoryStep("10:00", "due, and waited: you were typing")


@pytest.mark.parametrize("reason", Reason)
def test_every_reason_is_told(reason: Reason) -> None:
    (story,) = shown(presenter(a_record("10:00", (PromptState.SUPPRESSED, reason, 0)))).prompts
    assert story.outcome.startswith("held back: ")
    assert story.steps == ()


def test_a_single_step_is_not_said_twice() -> None:
    (story,) = shown(presenter(a_record("10:00", (PromptState.ASLEEP, None, 60)))).prompts
    assert story.outcome == "the computer or Companion was not running"
    assert story.steps == ()


def test_a_random_one_to_come_is_told_by_its_span_alone() -> None:
    (story,) = shown(presenter(a_record("17:43"))).prompts
    assert (story.when, story.outcome, story.steps) == ("between 16:43 and 18:43", "still to come", ())
    assert "17:43" not in repr(story)


def test_not_even_its_place_among_others_betrays_a_surprise() -> None:
    others = (a_record("17:00", kind=ReminderKind.FIXED), a_record("18:30", kind=ReminderKind.FIXED))
    whens = [story.when for story in shown(presenter(a_record("17:43"), *others)).prompts]
    assert whens == ["between 16:43 and 18:43", "17:00", "18:30"]


def test_a_set_time_to_come_is_told() -> None:
    (story,) = shown(presenter(a_record("18:00", kind=ReminderKind.FIXED))).prompts
    assert (story.when, story.outcome) == ("18:00", "still to come")


def test_one_that_was_shown_waits_for_the_person() -> None:
    (story,) = shown(presenter(a_record("14:00", *ANSWERED[:2]))).prompts
    assert story.outcome == "waiting for you"


def test_why_it_was_planned_depends_on_its_kind() -> None:
    records = [a_record(f"1{number}:00", kind=kind) for number, kind in enumerate(ReminderKind)]
    assert len({story.origin for story in shown(presenter(*records)).prompts}) == len(ReminderKind)


def test_a_reminder_that_is_gone_has_no_name_any_more() -> None:
    (story,) = shown(presenter(a_record("10:00", *ANSWERED, reminder="gone"))).prompts
    assert story.reminder == "A reminder that is not there any more"


def test_days_without_prompts_are_passed_over_going_back() -> None:
    made = presenter(
        a_record("10:00", *ANSWERED, day=date(2026, 11, 17)), a_record("10:00", *ANSWERED, day=date(2026, 11, 20))
    )
    assert (shown(made).title, shown(made).has_earlier, shown(made).has_later) == ("Today", True, False)
    assert shown(made).empty == "Nothing was planned for this day."
    made.go_earlier()
    assert (shown(made).title, shown(made).has_later) == ("2026-11-20", True)
    made.go_earlier()
    assert (shown(made).title, shown(made).has_earlier) == ("2026-11-17", False)
    made.go_earlier()
    assert shown(made).title == "2026-11-17"


def test_going_on_ends_with_today() -> None:
    made = presenter(a_record("10:00", *ANSWERED, day=date(2026, 11, 20)))
    made.go_earlier()
    titles = []
    for _time in range(3):
        made.go_later()
        titles.append(shown(made).title)
    assert titles == ["2026-11-21", "Today", "Today"]
    made.go_earlier()
    made.show_today()
    assert shown(made).title == "Today"


def test_answered_of_shown_is_counted_never_rated() -> None:
    made = presenter(a_record("09:00", *ANSWERED), a_record("10:00", *HELD), a_record("11:00", *ANSWERED))
    (line,) = made.counts()
    assert line.name == "Through the day"
    assert line.words == "2 were shown, 2 of them answered, 1 more did not come"
    assert "%" not in line.words


def test_where_none_was_shown_nothing_is_said_of_answers() -> None:
    (line,) = presenter(a_record("10:00", *HELD)).counts()
    assert line.words == "1 was planned, and did not come"


def test_removed_reminders_and_such_without_prompts_are_not_counted() -> None:
    assert presenter(a_record("10:00", *ANSWERED, reminder="gone")).counts() == ()


def test_while_locked_nothing_is_told() -> None:
    made = StoryPresenter(LockedStories(), dict, FakeClock(), PlainDateWords())
    assert made.state() is None
    assert made.counts() == ()
