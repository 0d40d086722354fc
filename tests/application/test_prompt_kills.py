"""The program ends at any of its steps, once: nothing is shown twice, nothing is lost, each prompt has one end.

A step is whatever leaves the program: a transaction before it is durable and after, the plan file, the spool, the
alarm, the display, and the news. A killed program remembers nothing; what was seen was seen.
"""

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from companion.adapters.storage.plan_file import PlanFile
from companion.adapters.storage.spool import Spool
from companion.adapters.storage.vault import SqliteVault
from companion.application.checkins import Answer
from companion.application.events import VaultUnlocked
from companion.domain.prompt import PromptState
from companion.domain.reminder import AfterCheckIn, Manner, Outside
from companion.domain.zone import Zone
from tests.support.reminding import Desk, at, at_random


class KilledError(BaseException):
    """The program is no more; nobody catches that."""


class Fate:
    """Lets so many steps happen, then the program ends, before or after the next one."""

    def __init__(self) -> None:
        self.left: int | None = None

    def step(self) -> None:
        if self.left is not None:
            self.left -= 1
            if self.left < 0:
                self.left = None
                raise KilledError

    def around(self, act: Callable[..., Any]) -> Callable[..., Any]:
        def acted(*values: Any, **named: Any) -> Any:
            self.step()
            result = act(*values, **named)
            self.step()
            return result

        return acted


class FatefulVault:
    """A vault whose transactions may end the program before they are durable, or just after."""

    def __init__(self, vault: SqliteVault, fate: Fate) -> None:
        self._vault = vault
        self._fate = fate

    def __getattr__(self, name: str) -> Any:
        return getattr(self._vault, name)

    @contextmanager
    def writing(self) -> Iterator[Any]:
        with self._vault.writing() as store:
            yield store
            self._fate.step()
        self._fate.step()

    @contextmanager
    def taking_in(self) -> Iterator[Any]:
        with self._vault.taking_in() as intake:
            yield intake
            self._fate.step()
        self._fate.step()


class FatefulDesk(Desk):
    """A desk at which everything that leaves the program may be the last thing that it does."""

    fate = Fate()

    def sit_down(self) -> None:
        super().sit_down()
        for owner, names in ((self.alarm, ("set", "cancel")), (self.bus, ("publish",))):
            for name in names:
                setattr(owner, name, self.fate.around(getattr(owner, name)))

    def begin(self, folder: Path) -> None:
        """From now on steps count."""
        for owner, names in ((self.display, ("show", "withdraw")), (self.plan_file, ("write",))):
            for name in names:
                setattr(owner, name, self.fate.around(getattr(owner, name)))
        self.vault = FatefulVault(SqliteVault(folder / "store"), self.fate)  # type: ignore[assignment]
        self.restart()

    def go_on_after_a_crash(self, folder: Path) -> None:
        locked = self.vault.is_locked
        self.vault.close()
        self.vault = FatefulVault(SqliteVault(folder / "store", start_locked=locked), self.fate)  # type: ignore[assignment]
        self.restart()


def day_of(desk: FatefulDesk) -> list[Callable[[], object]]:
    """Everything that can become of prompts, in small pieces; each may be cut short, and the next goes on."""

    def answer() -> None:
        desk.check_ins.record(Answer(arousal=90, zone=Zone.ABOVE), answers_open_prompt=True)

    def unlock() -> None:
        desk.vault.unlock()
        desk.bus.publish(VaultUnlocked())

    return [
        lambda: desk.desktop.say(is_typing=True),
        lambda: desk.wait_until("2026-11-22T09:00:20"),
        lambda: desk.desktop.say(is_typing=False),
        lambda: desk.wait_until("2026-11-22T09:01:00"),
        lambda: desk.rounds.snooze(desk.display.shown[-1].id) if desk.display.shown else None,
        lambda: desk.wait_until("2026-11-22T09:15:00"),
        answer,
        lambda: desk.rounds.ask_again(timedelta(minutes=40)),
        lambda: desk.wait_until("2026-11-22T10:05:00"),
        lambda: desk.rounds.decline(desk.display.shown[-1].id) if desk.display.shown else None,
        lambda: desk.vault.lock(),
        lambda: desk.wait_until("2026-11-22T11:05:00"),
        answer,
        unlock,
        lambda: desk.wait_until("2026-11-22T13:00:00"),
    ]


def with_reminders(folder: Path) -> Path:
    """A store with reminders, before the day begins."""
    desk = Desk(folder)
    desk.reminders.add(at("09:00", "11:00"), manner=Manner(only_after_silence=timedelta(minutes=45)))
    desk.reminders.add(AfterCheckIn(Outside.ABOVE, timedelta(minutes=100)))
    desk.reminders.add(at_random(1, "12:00", "12:40"))
    desk.vault.close()
    return folder


def live(folder: Path, steps: int) -> bool:
    """A day that is cut short after so many steps; False if it was over before."""
    desk = FatefulDesk(folder, plan_file=PlanFile(folder / "store"))
    desk.vault.close()
    desk.begin(folder)
    desk.fate.left = steps
    is_cut = False
    for piece in day_of(desk):
        try:
            piece()
        except KilledError:
            is_cut = True
            desk.go_on_after_a_crash(folder)
    desk.fate.left = None
    if desk.vault.is_locked:
        desk.vault.unlock()
        desk.bus.publish(VaultUnlocked())
    desk.wait_until("2026-11-22T16:00:00")
    check(desk)
    desk.vault.close()
    return is_cut


def check(desk: FatefulDesk) -> None:
    ledger = desk.ledger()
    assert len(ledger) >= 4
    for record in ledger:
        states = [transition.state for transition in record.transitions]
        assert record.is_final, states
        assert sum(state.is_final for state in states) == 1
        assert desk.display.shown.count(record.prompt) <= states.count(PromptState.SHOWN)
        assert states.count(PromptState.SHOWN) <= 1 + states.count(PromptState.SNOOZED)
    assert {record.prompt.id for record in ledger} >= {prompt.id for prompt in desk.display.shown}


def test_killed_at_any_step_of_a_day_nothing_comes_twice_and_nothing_is_lost(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Spool, "put", FatefulDesk.fate.around(Spool.put))
    prepared = with_reminders(tmp_path / "prepared")
    for steps in count():
        folder = tmp_path / f"{steps:04d}"
        shutil.copytree(prepared, folder)
        if not live(folder, steps):
            break
        shutil.rmtree(folder)
    assert steps > 80, steps
