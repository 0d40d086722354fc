"""Learning day by day: at the day's end, or as soon as it can be made up for."""

from datetime import datetime
from pathlib import Path

import pytest

from companion.application.errors import Trouble, UserError
from companion.application.events import CheckInRecorded, VaultUnlocked
from companion.application.window_rounds import WindowRounds
from companion.domain.window import WindowSource
from tests.application.test_window import WindowDesk
from tests.support.alarm import FakeAlarm
from tests.support.builders import a_check_in


@pytest.fixture
def desk(tmp_path: Path) -> WindowDesk:
    return WindowDesk(tmp_path)


@pytest.fixture
def alarm() -> FakeAlarm:
    return FakeAlarm()


@pytest.fixture
def rounds(desk: WindowDesk, alarm: FakeAlarm) -> WindowRounds:
    return WindowRounds(desk.service, alarm, desk.bus)


def sources(desk: WindowDesk) -> list[WindowSource]:
    return [window.source for window in desk.versions()[1:]]


def test_a_day_that_ended_while_nothing_ran_is_learned_from_at_the_start(
    desk: WindowDesk, rounds: WindowRounds
) -> None:
    desk.note_until("2026-11-22T03:00:00")
    rounds.start()
    assert sources(desk) == [WindowSource.LEARNED]


def test_the_alarm_is_set_for_the_end_of_the_day_and_then_for_the_next(
    desk: WindowDesk, rounds: WindowRounds, alarm: FakeAlarm
) -> None:
    rounds.start()
    desk.note_until("2026-11-23T03:00:00")
    assert alarm.next == datetime.fromisoformat("2026-11-23T04:00:00+01:00")

    desk.clock.set("2026-11-23T04:00:00")
    rounds.advance()

    assert sources(desk) == [WindowSource.LEARNED]
    assert alarm.next == datetime.fromisoformat("2026-11-24T04:00:00+01:00")


def test_a_check_in_on_a_new_day_makes_up_for_an_alarm_that_did_not_ring(
    desk: WindowDesk, rounds: WindowRounds
) -> None:
    rounds.start()
    desk.note_until("2026-11-23T03:00:00")
    desk.clock.set("2026-11-23T09:00:00")
    desk.bus.publish(CheckInRecorded(a_check_in()))
    assert sources(desk) == [WindowSource.LEARNED]


def test_unlocking_makes_up_for_what_could_not_be_learned(
    desk: WindowDesk, rounds: WindowRounds, alarm: FakeAlarm
) -> None:
    desk.note_until("2026-11-22T03:00:00")
    desk.vault.lock()
    rounds.start()
    assert alarm.next is None

    desk.vault.unlock()
    desk.bus.publish(VaultUnlocked())

    assert sources(desk) == [WindowSource.LEARNED]
    assert alarm.next is not None


def test_a_full_disk_does_not_disturb_a_check_in(
    desk: WindowDesk, rounds: WindowRounds, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.note_until("2026-11-22T03:00:00")

    def is_full() -> None:
        raise UserError(Trouble.DISK_FULL)

    with monkeypatch.context() as full:
        full.setattr(desk.vault, "writing", is_full)
        rounds.start()
        desk.bus.publish(CheckInRecorded(a_check_in()))
    assert sources(desk) == []

    rounds.advance()
    assert sources(desk) == [WindowSource.LEARNED]
