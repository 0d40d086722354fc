"""How a prompt comes before the person."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from PySide6.QtCore import QObject, Signal
from pytestqt.qtbot import QtBot

from companion.domain.prompt import Prompt
from companion.domain.reminder import Purpose, ReminderKind
from companion.presentation.invitation import Invitation, own_text_name, use_own_texts
from companion.ui.platform.prompt_display import DesktopPromptDisplay
from tests.support.builders import a_moment


class FakeNotifier(QObject):
    """Shows everything, unless told that it cannot."""

    acted = Signal(str, str, str)
    popup_needed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.works = True
        self.shown: list[tuple[str, Invitation]] = []
        self.withdrawn: list[str] = []
        self.reworded: list[tuple[str, str]] = []

    def send(self, prompt_id: str, invitation: Invitation) -> bool:
        self.shown.append((prompt_id, invitation))
        return self.works

    def reword(self, prompt_id: str, invitation: Invitation) -> None:
        self.reworded.append((prompt_id, invitation.text))

    def withdraw(self, prompt_id: str) -> None:
        self.withdrawn.append(prompt_id)


@pytest.fixture
def notifier(qapp: object) -> FakeNotifier:
    """A notifier that works."""
    return FakeNotifier()


@pytest.fixture
def display(notifier: FakeNotifier) -> DesktopPromptDisplay:
    """The display on that notifier."""
    return DesktopPromptDisplay(notifier)  # type: ignore[arg-type]


@pytest.fixture
def own_text() -> Iterator[None]:
    """The person lets the reminder say something of their own."""
    use_own_texts({own_text_name("r1"): "A look back"})
    yield
    use_own_texts({})


def a_prompt(purpose: Purpose = Purpose.CHECK_IN) -> Prompt:
    moment = a_moment()
    return Prompt(
        id="p1",
        reminder_id="r1",
        kind=ReminderKind.FIXED,
        purpose=purpose,
        day=moment.local.date(),
        slot=0,
        at=moment,
        block_start=moment,
        block_end=a_moment(-timedelta(minutes=30) / timedelta(hours=1)),
        expiry_minutes=30,
    )


def test_a_prompt_becomes_a_notification_and_no_popup(
    display: DesktopPromptDisplay, notifier: FakeNotifier, qtbot: QtBot
) -> None:
    with qtbot.assertNotEmitted(display.popup_wanted):
        assert display.show(a_prompt(), may_snooze=True)
    assert notifier.shown[0][0] == "p1"
    assert notifier.shown[0][1].actions[-1] == ("later", "Later")


def test_where_no_notification_will_do_the_popup_comes_by_itself(
    display: DesktopPromptDisplay, notifier: FakeNotifier, qtbot: QtBot
) -> None:
    notifier.works = False
    with qtbot.waitSignal(display.popup_wanted) as popup:
        assert display.show(a_prompt(), may_snooze=False)
    assert popup.args == ["p1", False]


def test_a_notification_that_did_not_arrive_becomes_a_popup(
    display: DesktopPromptDisplay, notifier: FakeNotifier, qtbot: QtBot
) -> None:
    display.show(a_prompt(), may_snooze=True)
    with qtbot.waitSignal(display.popup_wanted) as popup:
        notifier.popup_needed.emit("p1")
    assert popup.args == ["p1", True]


@pytest.mark.parametrize("action", ["default", "check-in"])
def test_check_in_opens_it_with_the_desktops_token(
    display: DesktopPromptDisplay, notifier: FakeNotifier, qtbot: QtBot, action: str
) -> None:
    with qtbot.waitSignal(display.check_in_wanted) as wanted:
        notifier.acted.emit("p1", action, "token")
    assert wanted.args == ["p1", "token"]


def test_later_and_not_now_say_so(display: DesktopPromptDisplay, notifier: FakeNotifier, qtbot: QtBot) -> None:
    with qtbot.waitSignal(display.snooze_wanted) as later:
        notifier.acted.emit("p1", "later", "")
    with qtbot.waitSignal(display.decline_wanted) as not_now:
        notifier.acted.emit("p1", "not-now", "")
    assert (later.args, not_now.args) == (["p1"], ["p1"])


def test_an_action_nobody_offered_does_nothing(
    display: DesktopPromptDisplay, notifier: FakeNotifier, qtbot: QtBot
) -> None:
    with qtbot.assertNotEmitted(display.check_in_wanted), qtbot.assertNotEmitted(display.decline_wanted):
        notifier.acted.emit("p1", "something-else", "")


def test_withdrawing_takes_both_away(display: DesktopPromptDisplay, notifier: FakeNotifier, qtbot: QtBot) -> None:
    with qtbot.waitSignal(display.popup_unwanted) as popup:
        display.withdraw("p1")
    assert popup.args == ["p1"]
    assert notifier.withdrawn == ["p1"]


def test_the_persons_own_text_stands_in_place_of_ours(
    display: DesktopPromptDisplay, notifier: FakeNotifier, own_text: None
) -> None:
    display.show(a_prompt(), may_snooze=True)
    assert notifier.shown[0][1].text == "A look back"


def test_discreet_with_a_tray_only_the_icon_says_it(
    display: DesktopPromptDisplay, notifier: FakeNotifier, qtbot: QtBot
) -> None:
    display.be_discreet_while(lambda: True, lambda: True)
    with qtbot.assertNotEmitted(display.popup_wanted):
        assert display.show(a_prompt(), may_snooze=True)
    assert notifier.shown == []


def test_discreet_without_a_tray_no_words_of_it_are_shown(
    display: DesktopPromptDisplay, notifier: FakeNotifier, own_text: None
) -> None:
    display.be_discreet_while(lambda: True, lambda: False)
    display.show(a_prompt(), may_snooze=True)
    assert (notifier.shown[0][1].title, notifier.shown[0][1].text) == ("Companion", "")


@pytest.mark.parametrize("action", ["default", "check-in"])
def test_what_asks_for_a_reflection_leads_to_one(
    display: DesktopPromptDisplay, notifier: FakeNotifier, qtbot: QtBot, action: str
) -> None:
    display.show(a_prompt(Purpose.REFLECTION), may_snooze=True)
    assert notifier.shown[0][1].actions[0][1] == "Write"
    with qtbot.waitSignal(display.reflection_wanted) as wanted, qtbot.assertNotEmitted(display.check_in_wanted):
        notifier.acted.emit("p1", action, "token")
    assert wanted.args == ["token"]


def test_what_asks_for_the_triangle_leads_to_it(
    display: DesktopPromptDisplay, notifier: FakeNotifier, qtbot: QtBot
) -> None:
    display.show(a_prompt(Purpose.TRIANGLE), may_snooze=True)
    with qtbot.waitSignal(display.triangle_wanted) as wanted, qtbot.assertNotEmitted(display.check_in_wanted):
        notifier.acted.emit("p1", "default", "token")
    assert wanted.args == ["token"]


@pytest.mark.parametrize("purpose", [Purpose.REFLECTION, Purpose.TRIANGLE])
def test_what_asks_for_anything_but_a_check_in_has_no_popup(
    display: DesktopPromptDisplay, notifier: FakeNotifier, qtbot: QtBot, purpose: Purpose
) -> None:
    notifier.works = False
    with qtbot.assertNotEmitted(display.popup_wanted):
        assert display.show(a_prompt(purpose), may_snooze=True)


def test_locked_a_text_of_their_own_gives_way_to_ours(
    display: DesktopPromptDisplay, notifier: FakeNotifier, own_text: None
) -> None:
    display.show(a_prompt(), may_snooze=True)
    use_own_texts({})
    display.put_away_own_text()
    display.put_away_own_text()
    assert notifier.reworded == [("p1", "A moment for you")]


def test_locked_what_was_neutral_stays_as_it_is_and_what_is_over_does_not_come_again(
    display: DesktopPromptDisplay, notifier: FakeNotifier, own_text: None
) -> None:
    display.show(a_prompt(), may_snooze=True)
    display.withdraw("p1")
    use_own_texts({})
    display.put_away_own_text()
    display.show(a_prompt(), may_snooze=True)
    display.put_away_own_text()
    assert notifier.reworded == []
