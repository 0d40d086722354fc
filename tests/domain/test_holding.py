"""What the desktop says, and whether a prompt has to wait for it."""

from datetime import UTC, datetime, timedelta

import pytest

from companion.domain.desktop import SILENT, Desktop
from companion.domain.holding import reason_to_hold
from companion.domain.prompt import Reason

NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)


def ago(**length: float) -> datetime:
    return NOW - timedelta(**length)


def test_what_is_unknown_holds_nothing_back() -> None:
    assert reason_to_hold(SILENT, NOW) is None


def test_a_desktop_at_rest_holds_nothing_back() -> None:
    at_rest = Desktop(timedelta(seconds=30), False, False, False, False, ago(hours=3))
    assert reason_to_hold(at_rest, NOW) is None


@pytest.mark.parametrize(
    ("says", "why"),
    [
        (Desktop(is_typing=True), Reason.TYPING),
        (Desktop(is_full_screen=True), Reason.FULL_SCREEN),
        (Desktop(do_not_disturb=True), Reason.DO_NOT_DISTURB),
        (Desktop(screen_locked=True), Reason.SCREEN_LOCKED),
        (Desktop(idle_for=timedelta(minutes=5, seconds=1)), Reason.AWAY),
        (Desktop(resumed_at=ago(minutes=9, seconds=59)), Reason.START_UP),
        (Desktop(is_practising=True, idle_for=timedelta(minutes=8)), Reason.PRACTISING),
    ],
)
def test_each_has_its_reason(says: Desktop, why: Reason) -> None:
    assert reason_to_hold(says, NOW) is why


@pytest.mark.parametrize(
    "says",
    [
        Desktop(idle_for=timedelta(minutes=5)),
        Desktop(resumed_at=ago(minutes=10)),
        Desktop(resumed_at=NOW + timedelta(minutes=1)),
        Desktop(is_typing=True, idle_for=timedelta(seconds=20)),
    ],
    ids=["not long away", "started some time ago", "started in the future of another clock", "has stopped typing"],
)
def test_what_is_over_holds_nothing_back(says: Desktop) -> None:
    assert reason_to_hold(says, NOW) is None


def test_a_locked_screen_is_told_before_being_away_from_it() -> None:
    assert reason_to_hold(Desktop(idle_for=timedelta(hours=1), screen_locked=True), NOW) is Reason.SCREEN_LOCKED
