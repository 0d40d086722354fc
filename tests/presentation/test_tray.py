"""The tray icon's look, words and pause."""

from dataclasses import astuple
from datetime import timedelta

import pytest

from companion.application.event_bus import EventBus
from companion.application.events import PromptsChanged, RemindersChanged
from companion.domain.moment import Moment
from companion.domain.pause import UNTIL_I_SAY
from companion.domain.prompt import Prompt, PromptRecord
from companion.domain.reminder import Purpose, ReminderKind
from companion.presentation.reminders_pause import PauseChoice
from companion.presentation.tray import TrayPresenter, TrayState, build_state
from tests.support.builders import NOW, a_moment
from tests.support.clock import FakeClock
from tests.support.date_words import PlainDateWords

WORDS = PlainDateWords()


class FakeRounds:
    """Reminders with one switch each for a pause and for a prompt that waits."""

    def __init__(self) -> None:
        self.until: Moment | None = None
        self.open: PromptRecord | None = None

    def open_prompt(self) -> PromptRecord | None:
        return self.open

    def paused_until(self) -> Moment | None:
        return self.until

    def pause_for(self, length: timedelta) -> None:
        self.until = a_moment(-length / timedelta(hours=1))

    def pause_until_tomorrow(self) -> None:
        self.until = a_moment(-14)

    def pause_for_a_week(self) -> None:
        self.until = a_moment(-24 * 7)

    def pause_until_i_say(self) -> None:
        self.until = UNTIL_I_SAY

    def not_today(self) -> None:
        self.until = a_moment(-13)

    def end_pause(self) -> None:
        self.until = None


def an_open_prompt() -> PromptRecord:
    now = a_moment()
    prompt = Prompt("p1", "r1", ReminderKind.FIXED, Purpose.CHECK_IN, now.local.date(), 0, now, now, now, 30)
    return PromptRecord(prompt, ())


def state(until: Moment | None = None, *, is_due: bool = False) -> TrayState:
    return build_state(a_moment().local, until, is_due=is_due, words=WORDS)


def test_quiet_due_and_paused_are_said_in_words() -> None:
    assert (state().look, state().tooltip) == ("quiet", "Companion")
    assert (state(is_due=True).look, state(is_due=True).tooltip) == ("due", "Companion, a moment for you")
    paused = state(a_moment(-1))
    assert (paused.look, paused.tooltip) == ("paused", "Companion, paused, goes on at 15:06")


def test_while_the_triangle_is_asked_for_the_icon_says_that_it_leads_there() -> None:
    said = [build_state(NOW, None, is_due=True, words=PlainDateWords(), purpose=each).check_in for each in Purpose]
    assert said == ["Check in", "Check in", "Mind, body and relationships"]


def test_a_pause_over_night_says_tomorrow() -> None:
    assert state(a_moment(-20)).tooltip == "Companion, paused, goes on tomorrow at 10:06"


def test_a_pause_is_said_before_a_prompt_that_still_waits() -> None:
    assert state(a_moment(-1), is_due=True).look == "paused"


def test_a_pause_that_is_over_is_none() -> None:
    assert state(a_moment(1)).look == "quiet"


def test_the_menu_begins_or_ends_a_pause() -> None:
    assert (state().pause, state().is_paused) == ("Pause", False)
    assert (state(a_moment(-1)).pause, state(a_moment(-1)).is_paused) == ("End pause", True)


@pytest.mark.usefixtures("pseudo_language")
def test_every_word_is_translated() -> None:
    for shown in (state(), state(is_due=True), state(a_moment(-1))):
        *labels, pauses = astuple(shown)[1:]
        assert all(text.startswith("⟦") for text in (*labels, *(words for _choice, words in pauses)))


def test_news_of_prompts_and_pauses_reach_the_icon() -> None:
    rounds, bus, shown = FakeRounds(), EventBus(), []
    clock = FakeClock(a_moment().local.replace(tzinfo=None).isoformat())
    assert clock.now().utc == NOW
    presenter = TrayPresenter(rounds, clock, bus, WORDS)
    presenter.attach(lambda state: shown.append(state.look))
    rounds.open = an_open_prompt()
    bus.publish(PromptsChanged())
    presenter.pause(PauseChoice.HOUR)
    bus.publish(RemindersChanged())
    rounds.open = None
    presenter.end_pause()
    bus.publish(RemindersChanged())
    assert shown == ["quiet", "due", "paused", "quiet"]


def test_a_pause_without_an_end_says_only_that_there_is_one() -> None:
    assert (state(UNTIL_I_SAY).look, state(UNTIL_I_SAY).tooltip) == ("paused", "Companion, paused")


@pytest.mark.parametrize(
    ("choice", "hours"),
    [
        (PauseChoice.HOUR, 1),
        (PauseChoice.NOT_TODAY, 13),
        (PauseChoice.TOMORROW, 14),
        (PauseChoice.WEEK, 24 * 7),
    ],
)
def test_a_pause_is_as_long_as_was_chosen(choice: PauseChoice, hours: int) -> None:
    rounds = FakeRounds()
    TrayPresenter(rounds, FakeClock(), EventBus(), WORDS).pause(choice)
    assert rounds.until is not None
    assert rounds.until.utc - NOW == timedelta(hours=hours)


def test_a_pause_until_the_person_says_so_has_no_end() -> None:
    rounds = FakeRounds()
    TrayPresenter(rounds, FakeClock(), EventBus(), WORDS).pause(PauseChoice.UNTIL_I_SAY)
    assert rounds.until == UNTIL_I_SAY
