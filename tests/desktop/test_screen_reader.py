"""With a screen reader alone: every screen is walked, a check-in is made, and the chart is read."""

import pytest

from tests.desktop.running import TITLE, RunningCompanion
from tests.desktop.session import DesktopSession, wait_until

LINE = "How much energy is in your body?"
SHOWN_THERE = {
    "Chart": "chart | Arousal over time",
    "Journal": "label | Journal",
    "Concepts": "list | Concepts and notes",
    "Practices": "list | Practices",
    "Reminders": "label | When it keeps still",
    "Settings": "label | Appearance",
    "Support now": "label | Support now",
    "Today": f"slider | {LINE} | no answer yet",
}
FIRST_STEPS = ("Welcome to Companion", "Your window", "Would you like to be reminded?", "Who can read it")


@pytest.fixture
def reader(desktop: DesktopSession, companion: RunningCompanion) -> DesktopSession:
    """The desktop of somebody who hears it, with the window open on Today."""
    companion.start()
    wait_until("the window is there", lambda: desktop.active_title() == TITLE and companion.is_ready())
    return desktop


def go_to(reader: DesktopSession, screen: str) -> None:
    """Presses once, and at once: what a reader presses is heard, however little the screen before is there yet."""
    assert reader.act(TITLE, screen, "Press"), screen
    hear(reader, SHOWN_THERE[screen])


def hear(reader: DesktopSession, words: str) -> None:
    wait_until(f"{words} is heard", lambda: words in reader.spoken(TITLE))


def test_every_screen_is_walked_and_every_control_has_a_name(reader: DesktopSession) -> None:
    for screen in SHOWN_THERE:
        go_to(reader, screen)
        assert reader.unnamed(TITLE) == "", screen


def test_a_reader_that_asks_for_what_has_just_gone_is_answered_on_every_screen(reader: DesktopSession) -> None:
    for screen in SHOWN_THERE:
        go_to(reader, screen)
        assert reader.asked_beyond(TITLE), screen


def test_help_and_the_first_steps_are_walked_and_every_control_has_a_name(reader: DesktopSession) -> None:
    reader.keys("F1")
    hear(reader, "label | Help")
    assert reader.unnamed(TITLE) == ""
    assert reader.act(TITLE, "Show the first steps again", "Press")
    for title in FIRST_STEPS:
        hear(reader, f"label | {title}")
        assert reader.unnamed(TITLE) == "", title
        assert reader.act(TITLE, "First check-in" if title == FIRST_STEPS[-1] else "Next", "Press")
    hear(reader, SHOWN_THERE["Today"])


def test_a_check_in_is_made_and_found_on_the_chart(reader: DesktopSession, companion: RunningCompanion) -> None:
    assert reader.act(TITLE, LINE, "Increase")
    hear(reader, f"{LINE} | 50 of 100")
    assert reader.act(TITLE, "Inside my window", "Toggle")
    assert reader.act(TITLE, "Save check-in", "Press")
    hear(reader, "Saved")
    saved = companion.check_ins()
    assert [(each["arousal"], each["zone"]) for each in saved] == [(50, "inside")]
    go_to(reader, "Chart")
    hear(reader, "50, inside my window, by myself")
    assert "1 check-in inside my window." in reader.spoken(TITLE)
