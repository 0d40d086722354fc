"""What the desktop says of the moment: gathered in time, whatever hangs."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import Event

import pytest

from companion.adapters.system.desktop_state import SystemDesktopState
from companion.domain.desktop import SILENT, Desktop
from tests.support.clock import FakeClock
from tests.support.desktop_services import Call, FakeServices, Reply, properties

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
MINUTE = timedelta(minutes=1)
AUTO = "/org/freedesktop/login1/session/auto"
SESSION = "org.freedesktop.login1.Session"


def state_of(*desktops: Desktop, patience: float = 5.0) -> SystemDesktopState:
    sources = [lambda _now, desktop=desktop: desktop for desktop in desktops]
    return SystemDesktopState(FakeClock("2026-11-22T13:00:00"), sources, patience)


def test_what_each_says_is_put_together() -> None:
    state = state_of(Desktop(is_full_screen=False), Desktop(do_not_disturb=True), SILENT)
    assert state.look() == Desktop(is_full_screen=False, do_not_disturb=True)


def test_of_two_idle_times_the_first_counts() -> None:
    state = state_of(Desktop(idle_for=MINUTE), Desktop(idle_for=2 * MINUTE))
    assert state.look().idle_for == MINUTE


def test_the_screen_is_locked_if_one_says_so() -> None:
    assert state_of(Desktop(screen_locked=False), Desktop(screen_locked=True)).look().screen_locked is True
    assert state_of(Desktop(screen_locked=False), SILENT).look().screen_locked is False
    assert state_of(SILENT).look().screen_locked is None


def test_waking_up_counts_if_it_was_after_the_log_in() -> None:
    state = state_of(Desktop(resumed_at=NOON))
    assert state.look().resumed_at == NOON
    state.note_resumed(NOON - MINUTE)
    assert state.look().resumed_at == NOON
    state.note_resumed(NOON + MINUTE)
    assert state.look().resumed_at == NOON + MINUTE


def test_waking_up_counts_where_nobody_knows_the_log_in() -> None:
    state = state_of(SILENT)
    state.note_resumed(NOON)
    assert state.look().resumed_at == NOON


def test_one_that_fails_says_nothing_and_harms_nobody() -> None:
    def fails(_now: datetime) -> Desktop:
        raise ValueError

    state = SystemDesktopState(FakeClock("2026-11-22T13:00:00"), [fails, lambda _now: Desktop(is_typing=True)], 5.0)
    assert state.look() == Desktop(is_typing=True)


def test_one_that_hangs_is_left_behind_and_asked_again_once_it_is_back() -> None:
    goes_on = Event()
    asked: list[None] = []

    def hangs(_now: datetime) -> Desktop:
        asked.append(None)
        goes_on.wait(20)
        return Desktop(do_not_disturb=True)

    state = SystemDesktopState(FakeClock("2026-11-22T13:00:00"), [lambda _now: Desktop(is_typing=True), hangs], 0.05)
    assert state.look() == Desktop(is_typing=True)
    assert state.look() == Desktop(is_typing=True)
    assert len(asked) == 1
    goes_on.set()
    assert any(state.look() == Desktop(is_typing=True, do_not_disturb=True) for _again in range(1000))
    assert len(asked) > 1


@pytest.fixture
def desktop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., FakeServices]]:
    """Makes a desktop without a screen, whose session and system bus is one and the same."""
    made: list[FakeServices] = []
    for name in ("DISPLAY", "XDG_SESSION_ID"):
        monkeypatch.delenv(name, raising=False)

    def make(replies: dict[Call, Reply], **options: frozenset[Call]) -> FakeServices:
        for kind in ("SESSION", "SYSTEM"):
            folder = tmp_path / kind
            folder.mkdir()
            made.append(FakeServices(folder, replies, **options))
            monkeypatch.setenv(f"DBUS_{kind}_BUS_ADDRESS", made[-1].address)
        return made[-1]

    yield make
    for bus in made:
        bus.stop()


def test_the_services_of_a_desktop_are_understood(desktop: Callable[..., FakeServices]) -> None:
    began = int((NOON - MINUTE).timestamp()) * 1_000_000
    idle = "org.gnome.Mutter.IdleMonitor"
    desktop(
        {
            ("/org/gnome/Mutter/IdleMonitor/Core", idle, "GetIdletime", ()): ("t", (4000,)),
            ("/org/gnome/ScreenSaver", "org.gnome.ScreenSaver", "GetActive", ()): ("b", (False,)),
            properties(AUTO, SESSION): ("a{sv}", ({"Timestamp": ("t", began), "LockedHint": ("b", False)},)),
            properties("/org/freedesktop/Notifications", "org.freedesktop.Notifications"): (
                "a{sv}",
                ({"Inhibited": ("b", True)},),
            ),
        }
    )
    assert SystemDesktopState(FakeClock("2026-11-22T13:00:00"), patience=5.0).look() == Desktop(
        idle_for=timedelta(seconds=4), do_not_disturb=True, screen_locked=False, resumed_at=NOON - MINUTE
    )


def test_the_systems_own_hint_tells_how_long_the_person_is_away(desktop: Callable[..., FakeServices]) -> None:
    since = int((NOON - 6 * MINUTE).timestamp()) * 1_000_000
    said = {"IdleHint": ("b", True), "IdleSinceHint": ("t", since), "LockedHint": ("b", True)}
    desktop({properties(AUTO, SESSION): ("a{sv}", (said,))})
    assert SystemDesktopState(FakeClock("2026-11-22T13:00:00"), patience=5.0).look() == Desktop(
        idle_for=6 * MINUTE, screen_locked=True
    )


def test_dead_services_are_waited_for_no_longer_than_allowed(desktop: Callable[..., FakeServices]) -> None:
    quiet = properties("/org/freedesktop/Notifications", "org.freedesktop.Notifications")
    desktop({}, silent=frozenset({quiet, properties(AUTO, SESSION)}))
    assert SystemDesktopState(FakeClock("2026-11-22T13:00:00")).look() == SILENT


def test_one_dead_service_takes_nothing_from_the_others(desktop: Callable[..., FakeServices]) -> None:
    quiet = properties("/org/freedesktop/Notifications", "org.freedesktop.Notifications")
    saver: Call = ("/org/gnome/ScreenSaver", "org.gnome.ScreenSaver", "GetActive", ())
    desktop({saver: ("b", (True,))}, silent=frozenset({quiet}))
    assert SystemDesktopState(FakeClock("2026-11-22T13:00:00"), patience=5.0).look() == Desktop(screen_locked=True)


def test_where_there_is_nothing_nothing_is_known(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DISPLAY", "DBUS_SESSION_BUS_ADDRESS", "XDG_RUNTIME_DIR", "XDG_SESSION_ID"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("DBUS_SYSTEM_BUS_ADDRESS", "unix:path=/nowhere/bus")
    assert SystemDesktopState(FakeClock("2026-11-22T13:00:00")).look() == SILENT
