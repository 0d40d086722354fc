"""What passed meanwhile is said once, and kindly."""

from companion.application.event_bus import EventBus
from companion.application.events import PromptsPassed
from companion.presentation.reminders_passed import PassedPresenter
from tests.presentation.test_prompt_story import a_record

PROMPTS = tuple(a_record(at).prompt for at in ("09:00", "10:00", "11:00"))


def test_without_any_nothing_is_said() -> None:
    assert PassedPresenter(EventBus()).state() == ""


def test_how_many_is_said_in_one_sentence_and_that_it_is_fine() -> None:
    bus = EventBus()
    presenter = PassedPresenter(bus)
    bus.publish(PromptsPassed(PROMPTS[:1]))
    assert presenter.state() == (
        "1 reminder passed while the computer slept or Companion was not running. "
        "That is fine: nothing has to be made up for."
    )
    bus.publish(PromptsPassed(PROMPTS[1:]))
    assert presenter.state().startswith("3 reminders passed")


def test_it_is_told_when_there_is_something_else_to_say() -> None:
    bus, told = EventBus(), list[str]()
    presenter = PassedPresenter(bus)
    presenter.attach(lambda: told.append(presenter.state()[:11]))
    bus.publish(PromptsPassed(PROMPTS))
    presenter.put_away()
    assert told == ["3 reminders", ""]
