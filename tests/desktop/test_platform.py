"""Notifications, trays and waking on a real desktop, with our platform parts alone."""

import os

import pytest

from tests.desktop.session import SYSTEM_PYTHON, DesktopSession, python_program, wait_until


class Talk:
    """The program of our platform parts, told what to do by lines."""

    def __init__(self, session: DesktopSession) -> None:
        self._session = session
        its_input, ours = os.pipe()
        command = python_program("-m", "tests.desktop.platform_program")
        self.program = session.start_program("platform", command, stdin=its_input)
        os.close(its_input)
        self._line = ours
        self.hears("ready")

    def tell(self, command: str, answer: str) -> None:
        """Says a command and waits for a new answer."""
        times = self.said().count(answer)
        os.write(self._line, f"{command}\n".encode())
        self.hears(answer, times + 1)

    def hears(self, words: str, times: int = 1) -> None:
        """Waits until the program has said that so often."""
        wait_until(words, lambda: self.said().count(words) >= times)

    def said(self) -> str:
        """Everything it has said."""
        return self._session.log("platform")


@pytest.fixture
def talk(bare_desktop: DesktopSession) -> Talk:
    """The program, on a desktop that has neither tray nor notifications yet."""
    return Talk(bare_desktop)


def test_a_notification_is_shown_and_its_button_comes_back(bare_desktop: DesktopSession, talk: Talk) -> None:
    bare_desktop.start_notifications()
    talk.tell("notify", "sent True")
    wait_until("it is on the screen", lambda: bare_desktop.notifications_shown() == 1)
    bare_desktop.choose_action("Later")
    talk.hears("acted p1 later")


def test_the_notifications_words_are_neutral(bare_desktop: DesktopSession, talk: Talk) -> None:
    bare_desktop.start_notifications()
    talk.tell("notify", "sent True")
    wait_until("it was printed", lambda: "A moment for you" in bare_desktop.log("dunst"))
    shown = bare_desktop.log("dunst")
    assert "Companion" in shown
    assert "NORMAL" in shown


def test_one_click_on_it_opens_the_check_in(bare_desktop: DesktopSession, talk: Talk) -> None:
    bare_desktop.start_notifications()
    talk.tell("notify", "sent True")
    wait_until("it is on the screen", lambda: bare_desktop.notifications_shown() == 1)
    bare_desktop.run("dunstctl", "action", "0")
    talk.hears("acted p1 default")


def test_withdrawing_takes_it_off_the_screen(bare_desktop: DesktopSession, talk: Talk) -> None:
    bare_desktop.start_notifications()
    talk.tell("notify", "sent True")
    wait_until("it is on the screen", lambda: bare_desktop.notifications_shown() == 1)
    talk.tell("withdraw", "withdrawn")
    wait_until("it is gone", lambda: bare_desktop.notifications_shown() == 0)


def test_the_second_showing_takes_the_place_of_the_first(bare_desktop: DesktopSession, talk: Talk) -> None:
    bare_desktop.start_notifications()
    talk.tell("notify", "sent True")
    talk.tell("again", "sent True")
    assert bare_desktop.notifications_shown() == 1
    bare_desktop.choose_action("Not now")
    talk.hears("acted p1 not-now")


def test_without_a_service_it_says_so_and_finds_one_that_comes_later(
    bare_desktop: DesktopSession, talk: Talk
) -> None:
    talk.tell("notify", "sent False")
    bare_desktop.start_notifications()
    talk.tell("notify", "sent True")
    assert bare_desktop.notifications_shown() == 1


def test_a_service_that_starts_again_gets_no_second_notification_for_the_same_prompt(
    bare_desktop: DesktopSession, talk: Talk
) -> None:
    service = bare_desktop.start_notifications()
    talk.tell("notify", "sent True")
    bare_desktop.stop_program(service)
    bare_desktop.start_notifications()
    talk.tell("again", "sent True")
    assert bare_desktop.notifications_shown() == 1


def test_quitting_takes_the_notification_along(bare_desktop: DesktopSession, talk: Talk) -> None:
    bare_desktop.start_notifications()
    talk.tell("notify", "sent True")
    os.write(talk._line, b"quit\n")
    assert talk.program.wait(10) == 0
    wait_until("it is gone", lambda: bare_desktop.notifications_shown() == 0)


@pytest.mark.parametrize("kind", ["StatusNotifier", "XEmbed"])
def test_a_left_click_on_the_icon_asks_for_the_check_in_once_even_as_a_double_click(
    bare_desktop: DesktopSession, talk: Talk, kind: str
) -> None:
    bare_desktop.start_panel() if kind == "StatusNotifier" else bare_desktop.start_trayer()
    talk.tell("tray", "tray True")
    bare_desktop.click_tray_icon()
    talk.hears("check-in")
    bare_desktop.run("xdotool", "sleep", "0.6", "click", "--repeat", "2", "--delay", "80", "1", "sleep", "0.3")
    talk.hears("check-in", 2)
    assert talk.said().count("check-in") == 2


def test_a_tray_that_comes_late_gets_the_icon_and_comes_back_with_it(
    bare_desktop: DesktopSession, talk: Talk
) -> None:
    talk.tell("tray", "tray False")
    panel = bare_desktop.start_panel()
    wait_until("the icon is in the tray", lambda: bare_desktop.tray_items() == 1)
    talk.tell("there", "there True")
    bare_desktop.stop_program(panel)
    talk.tell("there", "there False")
    bare_desktop.start_panel()
    wait_until("the icon is in the tray again", lambda: bare_desktop.tray_items() == 1)
    bare_desktop.click_tray_icon()
    talk.hears("check-in")


def test_waking_up_is_heard_and_falling_asleep_is_not(bare_desktop: DesktopSession, talk: Talk) -> None:
    bare_desktop.send_from_logind(is_falling_asleep=True)
    bare_desktop.send_from_logind(is_falling_asleep=False)
    talk.hears("woke")
    assert talk.said().count("woke") == 1


def test_another_time_zone_of_the_system_is_heard(bare_desktop: DesktopSession, talk: Talk) -> None:
    timedated = [SYSTEM_PYTHON, "-m", "dbusmock", "--system", "--template", "timedated"]
    bare_desktop.start_program("timedated", timedated)
    name = "org.freedesktop.timedate1"
    wait_until("timedated", lambda: bare_desktop.has_name(name, bus="--system"))
    called = (
        f"--dest={name}",
        "/org/freedesktop/timedate1",
        f"{name}.SetTimezone",
        "string:Asia/Tokyo",
        "boolean:false",
    )
    bare_desktop.run("dbus-send", "--system", "--print-reply", *called)
    talk.hears("woke")
