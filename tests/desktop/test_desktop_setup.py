"""How this computer is set up, tried on a real desktop; and reminders that heed what the desktop says."""

from companion.presentation.desktop_check import login_words
from tests.desktop.running import TITLE, RunningCompanion
from tests.desktop.session import DesktopSession, wait_until


def open_the_card(session: DesktopSession, companion: RunningCompanion) -> None:
    """Settings, with each thing unfolded."""
    companion.start()
    wait_until("the window has the keyboard", lambda: session.active_title() == TITLE and companion.is_ready())
    session.keys("ctrl+comma")
    unfold = "Show each thing, and try it"
    wait_until("the card sums up", lambda: unfold in session.spoken(TITLE))
    assert session.act(TITLE, unfold, "Press")
    wait_until("each thing is shown", lambda: "Buttons on notifications" in session.spoken(TITLE))


def test_a_test_notification_is_shown_and_its_button_reaches_the_card(
    desktop: DesktopSession, companion: RunningCompanion
) -> None:
    open_the_card(desktop, companion)
    assert desktop.act(TITLE, "Show a test notification", "Press")
    wait_until("it is on the screen", lambda: desktop.notifications_shown() == 1)
    assert "A reminder looks like this." in desktop.log("dunst")
    desktop.choose_action("I see it")
    wait_until("the card says so", lambda: "has reached Companion" in desktop.spoken(TITLE))
    wait_until("it is gone", lambda: desktop.notifications_shown() == 0)


def test_do_not_disturb_is_noticed_when_it_is_switched_on(
    desktop: DesktopSession, companion: RunningCompanion
) -> None:
    open_the_card(desktop, companion)
    assert desktop.act(TITLE, "Tell me when it is switched on", "Press")
    wait_until("it watches", lambda: "watching for a minute" in desktop.spoken(TITLE))
    desktop.run("dunstctl", "set-paused", "true")
    wait_until("the card says so", lambda: "Noticed: it is switched on." in desktop.spoken(TITLE))


def test_waking_up_is_noticed_on_request(desktop: DesktopSession, companion: RunningCompanion) -> None:
    open_the_card(desktop, companion)
    assert desktop.act(TITLE, "Tell me when it woke up", "Press")
    wait_until("it waits", lambda: "Whenever the computer wakes up" in desktop.spoken(TITLE))
    desktop.send_from_logind(is_falling_asleep=False)
    wait_until("the card says so", lambda: "Noticed: the computer woke up." in desktop.spoken(TITLE))


def test_switching_the_log_in_on_writes_a_file_that_the_desktop_starts(
    desktop: DesktopSession, companion: RunningCompanion
) -> None:
    companion.start()
    wait_until("the window has the keyboard", lambda: desktop.active_title() == TITLE and companion.is_ready())
    desktop.keys("ctrl+comma")
    switch = "Start Companion when I log in"
    wait_until("the switch is there", lambda: switch in desktop.spoken(TITLE))
    assert companion.ask("status")["desktop"]["start_at_login"] is False
    assert desktop.act(TITLE, f"{switch}, {login_words()[1]}", "Toggle")
    wait_until("it is on", lambda: companion.ask("status")["desktop"]["start_at_login"])
    file = desktop.folder / "home/.config/autostart/companion.desktop"
    assert '"--hidden"' in file.read_text()
    assert f'"--data-dir" "{companion.data}"' in file.read_text()


def test_a_reminder_waits_while_the_desktop_is_not_to_be_disturbed(
    desktop: DesktopSession, companion: RunningCompanion
) -> None:
    desktop.run("dunstctl", "set-paused", "true")
    companion.start_in_tray()
    reminder = companion.remind_in(2)
    wait_until("it is held back", lambda: companion.states_of(reminder) == ["planned", "due"])
    desktop.run("dunstctl", "set-paused", "false")
    wait_until("it is shown then", lambda: companion.states_of(reminder) == ["planned", "due", "shown"])
    wait_until("the notification is on the screen", lambda: desktop.notifications_shown() == 1)


def test_a_reminder_waits_while_somebody_types(desktop: DesktopSession) -> None:
    companion = RunningCompanion(desktop, waits_while_typing=True)
    companion.start_in_tray()
    desktop.keys("a")
    reminder = companion.remind_in(2)
    wait_until("it is held back", lambda: companion.states_of(reminder) == ["planned", "due"])
    assert [row["reason"] for row in companion.ask("reminders", "ledger")["prompts"]] == [None, "typing"]
    assert desktop.notifications_shown() == 0
