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


@pytest.fixture
def reader(desktop: DesktopSession, companion: RunningCompanion) -> DesktopSession:
    """The desktop of somebody who hears it, with the window open on Today."""
    companion.start()
    wait_until("the window is there", lambda: desktop.active_title() == TITLE and companion.is_ready())
    return desktop


def go_to(reader: DesktopSession, screen: str) -> None:
    does = "Press" if screen == "Support now" else "Toggle"
    assert reader.act(TITLE, screen, does), screen
    wait_until(f"{screen} is heard", lambda: SHOWN_THERE[screen] in reader.spoken(TITLE))


def test_every_screen_is_walked_and_every_control_has_a_name(reader: DesktopSession) -> None:
    for screen in SHOWN_THERE:
        go_to(reader, screen)
        assert reader.unnamed(TITLE) == "", screen


def test_a_check_in_is_made_and_found_on_the_chart(reader: DesktopSession, companion: RunningCompanion) -> None:
    assert reader.act(TITLE, LINE, "Increase")
    wait_until("the line has a value", lambda: f"{LINE} | 50 of 100" in reader.spoken(TITLE))
    assert reader.act(TITLE, "Inside my window", "Toggle")
    assert reader.act(TITLE, "Save check-in", "Press")
    wait_until("it is heard that it is saved", lambda: "Saved" in reader.spoken(TITLE))
    saved = companion.check_ins()
    assert [(each["arousal"], each["zone"]) for each in saved] == [(50, "inside")]
    go_to(reader, "Chart")
    wait_until("its mark is read", lambda: "50, inside my window, by myself" in reader.spoken(TITLE))
    assert "1 check-in inside my window." in reader.spoken(TITLE)
