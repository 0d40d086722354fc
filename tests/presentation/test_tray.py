"""The tray icon's look, words and pause."""

from dataclasses import astuple
from datetime import timedelta

import pytest

from companion.application.event_bus import EventBus
from companion.application.events import PromptsChanged, RemindersChanged
from companion.domain.moment import Moment
from companion.domain.prompt import Prompt, PromptRecord
from companion.domain.reminder import Purpose, ReminderKind
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


def test_a_pause_over_night_says_tomorrow() -> None:
    assert state(a_moment(-20)).tooltip == "Companion, paused, goes on tomorrow at 10:06"


def test_a_pause_is_said_before_a_prompt_that_still_waits() -> None:
    assert state(a_moment(-1), is_due=True).look == "paused"


def test_a_pause_that_is_over_is_none() -> None:
    assert state(a_moment(1)).look == "quiet"


def test_the_menu_begins_or_ends_a_pause() -> None:
    assert (state().pause, state().is_paused) == ("Pause for an hour", False)
    assert (state(a_moment(-1)).pause, state(a_moment(-1)).is_paused) == ("End pause", True)


@pytest.mark.usefixtures("pseudo_language")
def test_every_word_is_translated() -> None:
    for shown in (state(), state(is_due=True), state(a_moment(-1))):
        assert all(text.startswith("⟦") for text in astuple(shown)[1:])


def test_news_of_prompts_and_pauses_reach_the_icon() -> None:
    rounds, bus, shown = FakeRounds(), EventBus(), []
    clock = FakeClock(a_moment().local.replace(tzinfo=None).isoformat())
    assert clock.now().utc == NOW
    presenter = TrayPresenter(rounds, clock, bus, WORDS)
    presenter.attach(lambda state: shown.append(state.look))
    rounds.open = an_open_prompt()
    bus.publish(PromptsChanged())
    presenter.pause()
    bus.publish(RemindersChanged())
    rounds.open = None
    presenter.end_pause()
    bus.publish(RemindersChanged())
    assert shown == ["quiet", "due", "paused", "quiet"]


def test_the_pause_lasts_an_hour() -> None:
    rounds = FakeRounds()
    TrayPresenter(rounds, FakeClock(), EventBus(), WORDS).pause()
    assert rounds.until is not None
    assert rounds.until.utc - NOW == timedelta(hours=1)
