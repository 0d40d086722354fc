"""What each desktop's own services mean: idle, not to be disturbed, locked, logged in."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from companion.adapters.system import desktop_idle, desktop_lock, desktop_login, desktop_quiet
from companion.adapters.system.desktop_bus import Answers, Question

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)


def one(questions: tuple[Question, ...], service: str, member: str, first: object = None) -> Question:
    """The question that goes to that service."""
    (found,) = (
        q
        for q in questions
        if (q.service, q.member) == (service, member) and (first is None or q.body[:1] == (first,))
    )
    return found


def quiet(service: str, member: str, first: object, *answer: Any) -> Answers:
    return {one(desktop_quiet.QUESTIONS, service, member, first): answer}


@pytest.mark.parametrize(
    ("answers", "is_on"),
    [
        (quiet("org.freedesktop.Notifications", "GetAll", "org.freedesktop.Notifications", {}), None),
        (
            quiet(
                "org.freedesktop.Notifications",
                "GetAll",
                "org.freedesktop.Notifications",
                {"Inhibited": ("b", True)},
            ),
            True,
        ),
        (
            quiet(
                "org.freedesktop.Notifications",
                "GetAll",
                "org.freedesktop.Notifications",
                {"Inhibited": ("b", False)},
            ),
            False,
        ),
        (
            quiet("org.freedesktop.Notifications", "GetAll", "org.dunstproject.cmd0", {"paused": ("b", True)}),
            True,
        ),
        (
            quiet(
                "org.freedesktop.Notifications",
                "GetAll",
                "org.dunstproject.cmd0",
                {"paused": ("b", False), "pauseLevel": ("u", 50)},
            ),
            True,
        ),
        (
            quiet(
                "org.freedesktop.Notifications",
                "GetAll",
                "org.dunstproject.cmd0",
                {"paused": ("b", False), "pauseLevel": ("u", 0)},
            ),
            False,
        ),
        (quiet("org.freedesktop.portal.Desktop", "Read", None, ("v", ("b", False))), True),
        (quiet("org.freedesktop.portal.Desktop", "Read", None, ("b", True)), False),
        (quiet("org.xfce.Xfconf", "GetProperty", None, ("b", True)), True),
        (quiet("org.xfce.Xfconf", "GetProperty", None, ("b", False)), False),
        (quiet("org.erikreider.swaync.cc", "GetDnd", None, True), True),
        (quiet("fr.emersion.Mako", "ListModes", None, ["default", "do-not-disturb"]), True),
        (quiet("fr.emersion.Mako", "ListModes", None, ["default"]), False),
        ({}, None),
    ],
)
def test_each_desktops_switch_against_disturbance_is_understood(answers: Answers, is_on: bool | None) -> None:
    assert desktop_quiet.do_not_disturb(answers) is is_on


def test_one_switch_that_is_on_is_enough() -> None:
    off = quiet("org.xfce.Xfconf", "GetProperty", None, ("b", False))
    on = quiet("org.erikreider.swaync.cc", "GetDnd", None, True)
    assert desktop_quiet.do_not_disturb({**off, **on}) is True


def test_mutter_counts_in_milliseconds() -> None:
    question = one(desktop_idle.QUESTIONS, "org.gnome.Mutter.IdleMonitor", "GetIdletime")
    assert desktop_idle.idle_for({question: (90_500,)}) == timedelta(seconds=90.5)
    assert desktop_idle.idle_for({}) is None


@pytest.mark.parametrize(
    ("said", "is_locked"), [((), None), ((False,), False), ((True,), True), ((False, True), True)]
)
def test_a_screen_counts_as_locked_if_any_screen_saver_says_so(
    said: tuple[bool, ...], is_locked: bool | None
) -> None:
    answers = {question: (value,) for question, value in zip(desktop_lock.QUESTIONS, said, strict=False)}
    assert desktop_lock.screen_locked(answers) is is_locked


def session(monkeypatch: pytest.MonkeyPatch, number: str | None = None, **found: object) -> Answers:
    if number is None:
        monkeypatch.delenv("XDG_SESSION_ID", raising=False)
    else:
        monkeypatch.setenv("XDG_SESSION_ID", number)
    return {desktop_login.questions()[0]: ({name: ("", value) for name, value in found.items()},)}


def test_the_log_in_is_an_instant(monkeypatch: pytest.MonkeyPatch) -> None:
    answers = session(monkeypatch, Timestamp=int(NOON.timestamp()) * 1_000_000)
    assert desktop_login.logged_in_at(answers) == NOON


def test_hints_that_are_off_say_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    answers = session(monkeypatch, LockedHint=False, IdleHint=False, IdleSinceHint=0, Timestamp=0)
    assert desktop_login.is_locked(answers) is None
    assert desktop_login.idle_since(answers) is None
    assert desktop_login.logged_in_at(answers) is None


def test_hints_that_are_on_are_true(monkeypatch: pytest.MonkeyPatch) -> None:
    since = int(NOON.timestamp()) * 1_000_000
    answers = session(monkeypatch, LockedHint=True, IdleHint=True, IdleSinceHint=since)
    assert desktop_login.is_locked(answers) is True
    assert desktop_login.idle_since(answers) == NOON


@pytest.mark.parametrize(("number", "label"), [("2", "_32"), ("c1", "c1"), ("a-b", "a_2db"), ("12", "_312")])
def test_the_session_is_asked_by_its_path(monkeypatch: pytest.MonkeyPatch, number: str, label: str) -> None:
    session(monkeypatch, number)
    paths = [question.path for question in desktop_login.questions()]
    assert paths == [f"/org/freedesktop/login1/session/{label}", "/org/freedesktop/login1/session/auto"]
