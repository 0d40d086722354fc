"""The notifier, against a session bus on a real socket."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from companion.presentation.invitation import build_invitation
from companion.ui.platform.notifier import Notifier
from companion.ui.platform.session_bus import SessionBus, open_session_bus
from tests.support.session_bus import SERVICE, STRANGER, FakeSessionBus

FIRST = build_invitation(may_snooze=True)
AGAIN = build_invitation(may_snooze=False)
MakeBus = Callable[..., FakeSessionBus]


@pytest.fixture
def make_bus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[MakeBus]:
    """Starts a session bus and makes it the one of this process."""
    made: list[FakeSessionBus] = []

    def make(**settings: bool) -> FakeSessionBus:
        made.append(FakeSessionBus(tmp_path, **settings))
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", made[-1].address)
        return made[-1]

    yield make
    for bus in made:
        bus.stop()


@pytest.fixture
def hasty(qtbot: QtBot) -> Iterator[Notifier]:
    """A notifier that waits for no answer at all."""
    made = Notifier("org.example.Companion", _without_waiting)
    yield made
    made.stop()


def _without_waiting(parent: QObject) -> SessionBus | None:
    bus = open_session_bus(parent, longest_wait=5000)
    if bus is not None:
        bus._longest_wait = 0
    return bus


@pytest.fixture
def notifier(qtbot: QtBot) -> Iterator[Notifier]:
    """A notifier that is stopped afterwards."""
    made = Notifier("org.example.Companion", lambda parent: open_session_bus(parent, longest_wait=5000))
    yield made
    made.stop()


def test_it_sends_neutral_words_and_two_buttons(make_bus: MakeBus, notifier: Notifier) -> None:
    bus = make_bus()
    assert notifier.send("p1", FIRST)
    app, replaces, icon, title, text, actions, hints, timeout = bus.notified[0]
    assert (app, replaces, icon, title, text) == (
        "Companion",
        0,
        "org.example.Companion",
        "Companion",
        "A moment for you",
    )
    assert actions == ["default", "Check in", "check-in", "Check in", "later", "Later"]
    assert hints["urgency"] == ("y", 1)
    assert hints["desktop-entry"] == ("s", "org.example.Companion")
    assert "transient" not in hints
    assert timeout == -1


def test_a_snoozed_one_offers_not_now_instead_of_later(make_bus: MakeBus, notifier: Notifier) -> None:
    bus = make_bus()
    notifier.send("p1", AGAIN)
    assert bus.notified[0][5][-2:] == ["not-now", "Not now"]


def test_a_chosen_button_comes_back_with_its_prompt_and_the_desktops_token(
    make_bus: MakeBus, notifier: Notifier, qtbot: QtBot
) -> None:
    bus = make_bus()
    notifier.send("p1", FIRST)
    with qtbot.waitSignal(notifier.acted) as chosen:
        bus.signal("ActivationToken", "us", (101, "token-7"))
        bus.signal("ActionInvoked", "us", (101, "check-in"))
    assert chosen.args == ["p1", "check-in", "token-7"]


def test_a_button_of_somebody_elses_notification_is_not_ours(
    make_bus: MakeBus, notifier: Notifier, qtbot: QtBot
) -> None:
    bus = make_bus()
    notifier.send("p1", FIRST)
    with qtbot.waitSignal(notifier.acted) as chosen:
        bus.signal("ActionInvoked", "us", (55, "check-in"))
        bus.signal("ActionInvoked", "us", (101, "check-in"), sender=STRANGER)
        bus.signal("ActionInvoked", "us", (101, "later"))
    assert chosen.args == ["p1", "later", ""]


def test_a_button_counts_also_if_the_desktop_says_closed_first(
    make_bus: MakeBus, notifier: Notifier, qtbot: QtBot
) -> None:
    bus = make_bus()
    notifier.send("p1", FIRST)
    with qtbot.waitSignal(notifier.acted) as chosen:
        bus.signal("NotificationClosed", "uu", (101, 2))
        bus.signal("ActionInvoked", "us", (101, "default"))
    assert chosen.args == ["p1", "default", ""]


def test_a_new_one_takes_the_place_of_the_old_one(make_bus: MakeBus, notifier: Notifier) -> None:
    bus = make_bus()
    notifier.send("p1", FIRST)
    notifier.send("p1", AGAIN)
    assert [sent[1] for sent in bus.notified] == [0, 101]


def test_other_words_take_the_place_of_those_on_the_screen_and_bring_nothing_back_that_is_gone(
    make_bus: MakeBus, notifier: Notifier, qtbot: QtBot
) -> None:
    bus = make_bus()
    notifier.reword("p1", AGAIN)
    notifier.send("p1", FIRST)
    notifier.reword("other", AGAIN)
    notifier.reword("p1", AGAIN)
    assert [sent[1] for sent in bus.notified] == [0, 101]
    bus.signal("NotificationClosed", "uu", (101, 2))
    qtbot.waitUntil(lambda: notifier._current is not None and not notifier._current.is_on_screen)
    notifier.reword("p1", FIRST)
    assert len(bus.notified) == 2


def test_what_the_desktop_closed_is_neither_replaced_nor_closed_again(
    make_bus: MakeBus, notifier: Notifier, qtbot: QtBot
) -> None:
    bus = make_bus()
    notifier.send("p1", FIRST)
    bus.signal("NotificationClosed", "uu", (101, 1))
    with qtbot.waitSignal(notifier.acted):
        bus.signal("ActionInvoked", "us", (101, "later"))
    notifier.withdraw("p1")
    notifier.send("p1", AGAIN)
    assert bus.closed == []
    assert bus.notified[1][1] == 0


def test_withdrawing_closes_it(make_bus: MakeBus, notifier: Notifier, qtbot: QtBot) -> None:
    bus = make_bus()
    notifier.send("p1", FIRST)
    notifier.withdraw("another")
    notifier.withdraw("p1")
    qtbot.waitUntil(lambda: bus.closed == [101])


def test_without_a_service_a_popup_is_needed(make_bus: MakeBus, notifier: Notifier) -> None:
    make_bus(has_service=False)
    assert not notifier.send("p1", FIRST)
    assert not notifier.is_there


def test_without_a_session_bus_a_popup_is_needed(
    notifier: Notifier, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", f"unix:path={tmp_path}/none")
    assert not notifier.send("p1", FIRST)
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS")
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    assert not notifier.send("p1", FIRST)


def test_without_buttons_the_text_is_shown_and_a_popup_is_needed(make_bus: MakeBus, notifier: Notifier) -> None:
    bus = make_bus(buttons=False)
    assert not notifier.send("p1", FIRST)
    assert len(bus.notified) == 1


def test_a_service_that_is_slow_to_answer_does_not_hold_the_window(
    make_bus: MakeBus, hasty: Notifier, qtbot: QtBot
) -> None:
    bus = make_bus(is_silent=True)
    assert hasty.send("p1", FIRST)
    assert bus.notified == []
    qtbot.waitUntil(lambda: len(bus.held) >= 2)
    bus.answer_held()
    with qtbot.waitSignal(hasty.acted) as chosen:
        bus.signal("ActionInvoked", "us", (101, "check-in"))
    assert chosen.args == ["p1", "check-in", ""]


def test_a_slow_service_that_refuses_after_all_makes_a_popup_needed(
    make_bus: MakeBus, hasty: Notifier, qtbot: QtBot
) -> None:
    bus = make_bus(is_silent=True)
    hasty.send("p1", FIRST)
    bus.has_service = False
    qtbot.waitUntil(lambda: len(bus.held) >= 2)
    with qtbot.waitSignal(hasty.popup_needed) as needed:
        bus.answer_held()
    assert needed.args == ["p1"]


def test_a_service_that_never_answers_makes_a_popup_needed_and_is_taken_back_if_it_does(
    make_bus: MakeBus, hasty: Notifier, qtbot: QtBot
) -> None:
    bus = make_bus(is_silent=True)
    hasty.send("p1", FIRST)
    hasty._patience.setInterval(0)
    with qtbot.waitSignal(hasty.popup_needed) as needed:
        hasty._patience.start()
    assert needed.args == ["p1"]
    qtbot.waitUntil(lambda: len(bus.held) >= 2)
    bus.answer_held()
    qtbot.waitUntil(lambda: bus.closed == [101])


def test_one_withdrawn_before_the_answer_is_closed_when_it_comes(
    make_bus: MakeBus, hasty: Notifier, qtbot: QtBot
) -> None:
    bus = make_bus(is_silent=True)
    hasty.send("p1", FIRST)
    hasty.withdraw("p1")
    qtbot.waitUntil(lambda: len(bus.held) >= 2)
    bus.answer_held()
    qtbot.waitUntil(lambda: bus.closed == [101])


def test_a_service_that_was_started_again_is_asked_what_it_can_do_and_sent_nothing(
    make_bus: MakeBus, notifier: Notifier, qtbot: QtBot
) -> None:
    bus = make_bus()
    notifier.send("p1", FIRST)
    bus.owner_changes(SERVICE, "")
    qtbot.waitUntil(lambda: not notifier.is_there)
    bus.capabilities = ["body"]
    bus.owner_changes("", SERVICE)
    qtbot.waitUntil(lambda: notifier.is_there)
    assert not notifier.has_buttons
    assert len(bus.notified) == 1


def test_probing_finds_the_service_without_sending_anything(
    make_bus: MakeBus, notifier: Notifier, qtbot: QtBot
) -> None:
    bus = make_bus()
    notifier.probe()
    qtbot.waitUntil(lambda: notifier.has_buttons)
    assert bus.notified == []


def test_after_the_bus_came_back_it_is_used_again(make_bus: MakeBus, notifier: Notifier, qtbot: QtBot) -> None:
    bus = make_bus()
    notifier.send("p1", FIRST)
    bus.hang_up()
    qtbot.waitUntil(lambda: not notifier.is_there)
    assert notifier.send("p2", FIRST)
    assert len(bus.notified) == 2


def test_stopping_takes_what_is_shown_away(make_bus: MakeBus, notifier: Notifier, qtbot: QtBot) -> None:
    bus = make_bus()
    notifier.send("p1", FIRST)
    notifier.stop()
    qtbot.waitUntil(lambda: bus.closed == [101])
