"""The whole program on a real desktop: reminded, asked, answered, seen."""

import signal

import pytest

from tests.desktop.running import TITLE, RunningCompanion
from tests.desktop.session import DesktopSession, python_program, wait_until

TYPEWRITER = """
from PySide6.QtWidgets import QApplication, QLineEdit
app = QApplication([])
line = QLineEdit()
line.setWindowTitle("Typewriter")
line.textChanged.connect(lambda text: print(text, flush=True))
line.show()
app.exec()
"""


@pytest.fixture
def lonely(bare_desktop: DesktopSession) -> RunningCompanion:
    """The program on a desktop without tray and without notifications."""
    return RunningCompanion(bare_desktop)


def popup_has_the_keyboard(session: DesktopSession) -> bool:
    """True if the one window of the program is active."""
    return session.active_title() == TITLE


def type_elsewhere(session: DesktopSession) -> None:
    """Another program comes to the front and is typed into."""
    session.start_program("typewriter", python_program("-c", TYPEWRITER))
    wait_until("another program has the keyboard", lambda: session.active_title() == "Typewriter")
    session.keys("q")
    wait_until("it was typed into", lambda: "q" in session.log("typewriter"))


def test_a_reminder_is_answered_from_its_notification_with_keys_alone_and_seen_on_the_chart(
    desktop: DesktopSession, companion: RunningCompanion
) -> None:
    companion.start_in_tray()
    reminder = companion.remind_in(2)
    wait_until("the notification is on the screen", lambda: desktop.notifications_shown() == 1)
    assert "A moment for you" in desktop.log("dunst")
    type_elsewhere(desktop)
    desktop.choose_action("Check in")
    wait_until("the check-in has the keyboard", lambda: popup_has_the_keyboard(desktop))
    companion.type_a_check_in("7", "2", "a", "Return")
    saved = wait_until("the check-in is saved", companion.check_ins)[0]
    assert (saved["arousal"], saved["zone"], saved["origin"]) == (72, "above", "once")
    assert companion.states_of(reminder) == ["planned", "due", "shown", "answered"]
    wait_until("the notification is gone", lambda: desktop.notifications_shown() == 0)
    wait_until("the card offers a concept to read", lambda: "What is happening in my body?" in desktop.spoken(TITLE))
    desktop.keys("Escape")
    companion.start()
    wait_until("the window has the keyboard", lambda: popup_has_the_keyboard(desktop))
    desktop.keys("ctrl+2")
    wait_until("the chart shows it", lambda: ": 72, above my window" in desktop.spoken(TITLE))


def test_later_brings_it_back_and_is_noted(desktop: DesktopSession, companion: RunningCompanion) -> None:
    companion.start_in_tray()
    reminder = companion.remind_in(2)
    wait_until("the notification is on the screen", lambda: desktop.notifications_shown() == 1)
    desktop.choose_action("Later")
    wait_until("it is noted", lambda: "snoozed" in companion.states_of(reminder))
    wait_until("the notification is gone", lambda: desktop.notifications_shown() == 0)
    assert desktop.windows("--name", f"^{TITLE}$") == []


def test_a_click_on_the_tray_icon_opens_the_check_in(desktop: DesktopSession, companion: RunningCompanion) -> None:
    companion.start_in_tray()
    type_elsewhere(desktop)
    desktop.click_tray_icon()
    wait_until("the check-in has the keyboard", lambda: popup_has_the_keyboard(desktop))
    companion.type_a_check_in("4", "0", "Return")
    saved = wait_until("the check-in is saved", companion.check_ins)[0]
    assert (saved["arousal"], saved["zone"], saved["origin"]) == (40, None, "self")


def test_what_comes_by_itself_takes_no_key_from_another_program(
    bare_desktop: DesktopSession, lonely: RunningCompanion
) -> None:
    bare_desktop.start_panel()
    lonely.start_in_tray()
    type_elsewhere(bare_desktop)
    reminder = lonely.remind_in(2)
    wait_until("the popup is there", lambda: bare_desktop.windows("--name", f"^{TITLE}$"))
    lonely.type_a_check_in("7", "2", "a", "Return", "Escape")
    wait_until("the keys went to the other program", lambda: "q72a" in bare_desktop.log("typewriter"))
    assert bare_desktop.active_title() == "Typewriter"
    assert bare_desktop.windows("--name", f"^{TITLE}$")
    assert lonely.check_ins() == []
    assert lonely.states_of(reminder) == ["planned", "due", "shown"]


def test_a_popup_that_was_asked_for_before_comes_by_itself_just_as_quietly_and_can_be_asked_for_again(
    bare_desktop: DesktopSession, lonely: RunningCompanion
) -> None:
    bare_desktop.start_panel()
    lonely.start_in_tray()
    bare_desktop.click_tray_icon()
    wait_until("the check-in has the keyboard", lambda: popup_has_the_keyboard(bare_desktop))
    lonely.type_a_check_in("Escape")
    wait_until("it is gone", lambda: not bare_desktop.windows("--name", f"^{TITLE}$"))
    type_elsewhere(bare_desktop)
    reminder = lonely.remind_in(2)
    wait_until("the popup is there", lambda: bare_desktop.windows("--name", f"^{TITLE}$"))
    lonely.type_a_check_in("x", "y")
    wait_until("the keys went to the other program", lambda: "qxy" in bare_desktop.log("typewriter"))
    bare_desktop.click_tray_icon()
    wait_until("the check-in has the keyboard", lambda: popup_has_the_keyboard(bare_desktop))
    lonely.type_a_check_in("i", "Return")
    wait_until("it is answered", lambda: lonely.states_of(reminder)[-1] == "answered")


def test_a_check_in_of_the_command_line_appears_in_the_open_window(
    desktop: DesktopSession, companion: RunningCompanion
) -> None:
    companion.start()
    wait_until("the window is there", lambda: popup_has_the_keyboard(desktop) and companion.is_ready())
    desktop.keys("ctrl+2")
    companion.ask("check-in", "--arousal", "33", "--zone", "below")
    wait_until("the chart shows it", lambda: ": 33, below my window" in desktop.spoken(TITLE))


def test_a_check_in_of_the_command_line_answers_nothing_by_itself(
    desktop: DesktopSession, companion: RunningCompanion
) -> None:
    companion.start_in_tray()
    reminder = companion.remind_in(2)
    wait_until("the notification is on the screen", lambda: desktop.notifications_shown() == 1)
    companion.ask("check-in", "--arousal", "30")
    assert companion.states_of(reminder)[-1] == "shown"
    assert desktop.notifications_shown() == 1


def test_with_a_tray_closing_the_window_keeps_it_running(
    desktop: DesktopSession, companion: RunningCompanion
) -> None:
    program = companion.start()
    wait_until("the window is there", lambda: popup_has_the_keyboard(desktop))
    wait_until("the icon is in the tray", lambda: desktop.tray_items() == 1 and companion.is_ready())
    desktop.close_window(TITLE)
    wait_until("the window is closed", lambda: not desktop.windows("--name", f"^{TITLE}$"))
    assert program.poll() is None
    companion.start()
    wait_until("the window is back", lambda: popup_has_the_keyboard(desktop))


def test_without_a_tray_a_closed_window_leaves_nothing_hidden(
    bare_desktop: DesktopSession, lonely: RunningCompanion
) -> None:
    program = lonely.start()
    wait_until("the window is there", lambda: popup_has_the_keyboard(bare_desktop) and lonely.is_ready())
    bare_desktop.close_window(TITLE)
    assert program.wait(20) == 0


def test_hidden_without_a_tray_shows_the_window(bare_desktop: DesktopSession, lonely: RunningCompanion) -> None:
    lonely.start("--hidden")
    wait_until("the window is there", lambda: bare_desktop.windows("--name", f"^{TITLE}$"))


def test_a_tray_that_comes_late_gets_the_icon(bare_desktop: DesktopSession, lonely: RunningCompanion) -> None:
    lonely.start()
    wait_until("the window is there", lambda: popup_has_the_keyboard(bare_desktop) and lonely.is_ready())
    bare_desktop.start_panel()
    wait_until("the icon is in the tray", lambda: bare_desktop.tray_items() == 1)


def test_a_second_start_brings_the_first_to_the_front_and_ends(
    desktop: DesktopSession, companion: RunningCompanion
) -> None:
    companion.start()
    wait_until("the window is there", lambda: popup_has_the_keyboard(desktop) and companion.is_ready())
    type_elsewhere(desktop)
    assert companion.start().wait(20) == 0
    wait_until("the first is in front", lambda: popup_has_the_keyboard(desktop))
    assert len(desktop.windows("--name", f"^{TITLE}$")) == 1


def test_a_first_one_that_cannot_be_reached_is_not_joined_by_a_second(
    desktop: DesktopSession, companion: RunningCompanion
) -> None:
    companion.start_in_tray()
    for socket in (desktop.folder / "run").glob("companion-*.sock"):
        socket.unlink()
    assert companion.start("--hidden").wait(20) == 1
    said = desktop.log("companion-2")
    assert "Another program is using your notebook" in said
    assert len(said.strip().splitlines()) == 1


def test_check_in_from_a_terminal_opens_the_popup_of_the_running_program(
    desktop: DesktopSession, companion: RunningCompanion
) -> None:
    companion.start_in_tray()
    type_elsewhere(desktop)
    assert companion.start("check-in").wait(20) == 0
    wait_until("the check-in has the keyboard", lambda: popup_has_the_keyboard(desktop))
    companion.type_a_check_in("Escape")
    wait_until("it is gone", lambda: not desktop.windows("--name", f"^{TITLE}$"))
    assert companion.check_ins() == []


def test_a_polite_signal_ends_it_cleanly(desktop: DesktopSession, companion: RunningCompanion) -> None:
    program = companion.start_in_tray()
    companion.remind_in(2)
    wait_until("the notification is on the screen", lambda: desktop.notifications_shown() == 1)
    program.send_signal(signal.SIGTERM)
    assert program.wait(20) == 0
    wait_until("icon and notification are gone", lambda: desktop.tray_items() + desktop.notifications_shown() == 0)
    assert sorted(path.suffix for path in companion.data.glob("companion.db*")) == [".db"]


def test_after_a_kill_it_starts_again_and_sends_nothing_twice(
    desktop: DesktopSession, companion: RunningCompanion
) -> None:
    program = companion.start_in_tray()
    reminder = companion.remind_in(2)
    wait_until("the notification is on the screen", lambda: desktop.notifications_shown() == 1)
    program.kill()
    program.wait(20)
    companion.start("--hidden")
    wait_until("it runs again", lambda: desktop.tray_items() == 1)
    desktop.click_tray_icon()
    wait_until("the check-in has the keyboard", lambda: popup_has_the_keyboard(desktop))
    assert desktop.log("dunst").count("appname:") == 1
    companion.type_a_check_in("5", "0", "Return")
    wait_until("the check-in is saved", companion.check_ins)
    assert companion.states_of(reminder) == ["planned", "due", "shown", "answered"]


def test_assistive_technology_gives_the_empty_line_its_first_value(
    desktop: DesktopSession, companion: RunningCompanion
) -> None:
    companion.start_in_tray()
    companion.start("check-in")
    wait_until("the check-in has the keyboard", lambda: popup_has_the_keyboard(desktop))
    line = "slider | How much energy is in your body? | "
    wait_until("the line is empty to a reader", lambda: f"{line}no answer yet" in desktop.spoken(TITLE))
    assert desktop.act(TITLE, "How much energy is in your body?", "Increase")
    wait_until("it has a value now", lambda: f"{line}50 of 100" in desktop.spoken(TITLE))
    companion.type_a_check_in("Return")
    saved = wait_until("the check-in is saved", companion.check_ins)[0]
    assert saved["arousal"] == 50


def test_what_was_touched_is_kept_when_the_system_ends_the_program(
    desktop: DesktopSession, companion: RunningCompanion
) -> None:
    program = companion.start_in_tray()
    companion.start("check-in")
    wait_until("the check-in has the keyboard", lambda: popup_has_the_keyboard(desktop))
    companion.type_a_check_in("7", "2", "a")
    wait_until("it is on the line", lambda: "72 of 100" in desktop.spoken(TITLE))
    program.send_signal(signal.SIGTERM)
    assert program.wait(20) == 0
    companion.start_in_tray()
    companion.start("check-in")
    wait_until("it is offered again", lambda: "Continue the one from" in desktop.spoken(TITLE))
    assert "no answer yet" in desktop.spoken(TITLE)
    assert companion.check_ins() == []


def test_a_tag_used_before_is_completed_with_keys_alone(desktop: DesktopSession, companion: RunningCompanion) -> None:
    companion.ask("check-in", "--arousal", "30", "--tag", "night shift")
    companion.start_in_tray()
    companion.start("check-in")
    wait_until("the check-in has the keyboard", lambda: popup_has_the_keyboard(desktop))
    companion.type_a_check_in("a", "Tab", "Tab", "space")
    wait_until("More is unfolded", lambda: "Add a tag" in desktop.spoken(TITLE))
    desktop.keys("Tab", "n", "i", "Down", "Return")
    wait_until("it is a chip", lambda: "Remove night shift" in desktop.spoken(TITLE))
    desktop.keys("ctrl+Return")
    wait_until("the check-in is saved", lambda: len(companion.check_ins()) == 2)
    assert companion.check_ins()[1]["tags"] == ["night shift"]


def test_assistive_technology_goes_to_a_screen_and_chooses_a_day(
    desktop: DesktopSession, companion: RunningCompanion
) -> None:
    companion.ask("reminders", "add", "--at", "09:00", "--weekdays", "mon")
    companion.start()
    wait_until("the window has the keyboard", lambda: desktop.active_title() == TITLE and companion.is_ready())
    assert desktop.act(TITLE, "Reminders", "Press")
    wait_until("the reminder is there", lambda: "09:00, Mon" in desktop.spoken(TITLE))
    assert desktop.act(TITLE, "Edit 09:00, Mon", "Press")
    wait_until("its days are there", lambda: "check box | Wed" in desktop.spoken(TITLE))
    assert desktop.act(TITLE, "Wed", "Toggle")
    wait_until("it is heard", lambda: "09:00, Mon Wed" in desktop.spoken(TITLE))
