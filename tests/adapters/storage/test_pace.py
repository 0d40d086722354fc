"""Taking turns: a transaction holds the lock for a moment, and who waits for it comes next."""

from pathlib import Path
from threading import Event, Thread

import pytest

from companion.adapters.storage import pace as pace_module
from companion.adapters.storage.pace import FIRST_WEIGHT, HELD_SECONDS, LEAST_WEIGHT, Pace
from companion.application.errors import Trouble, UserError
from tests.support.builders import a_check_in
from tests.support.store import a_vault


class StoppedWatch:
    """A watch that goes on only as far as it is told, in place of the module `time`."""

    def __init__(self) -> None:
        self.seconds = 0.0
        self.rested: list[float] = []

    def perf_counter(self) -> float:
        return self.seconds

    def sleep(self, seconds: float) -> None:
        self.rested.append(seconds)


@pytest.fixture
def watch(monkeypatch: pytest.MonkeyPatch) -> StoppedWatch:
    stopped = StoppedWatch()
    monkeypatch.setattr(pace_module, "time", stopped)
    return stopped


def after(watch: StoppedWatch, seconds_each: float, times: int, overhead: float = 0.004) -> Pace:
    """A pace after so many transactions, of which each takes as long as its weight asks for, and the commit."""
    pace = Pace(500)
    for _time in range(times):
        with pace.holding(pace.weight):
            watch.seconds += overhead + pace.weight * seconds_each
    return pace


@pytest.mark.parametrize("seconds_each", [0.00002, 0.00005, 0.0002])
def test_transactions_come_to_hold_the_lock_as_long_as_they_may(watch: StoppedWatch, seconds_each: float) -> None:
    pace = after(watch, seconds_each, 30)
    assert 0.004 + pace.weight * seconds_each == pytest.approx(HELD_SECONDS, rel=0.1)


def test_however_slow_a_little_is_done_and_however_fast_not_too_much(watch: StoppedWatch) -> None:
    assert after(watch, 0.1, 30).weight == LEAST_WEIGHT
    assert after(watch, 0.0, 30).weight == 500


def test_a_small_rest_of_a_portion_teaches_nothing(watch: StoppedWatch) -> None:
    pace = Pace(500)
    with pace.holding(3):
        watch.seconds += 0.005
    assert pace.weight == FIRST_WEIGHT


def test_after_each_comes_a_rest_in_which_one_who_waits_looks(watch: StoppedWatch) -> None:
    after(watch, 0.0001, 3)
    assert watch.rested == [pace_module.REST_SECONDS] * 3
    assert pace_module.REST_SECONDS > 2 * pace_module.LOOK_AGAIN_SECONDS


def test_who_waits_for_the_lock_has_it_once_it_is_let_go(tmp_path: Path) -> None:
    vault, is_held, may_end = a_vault(tmp_path), Event(), Event()

    def hold() -> None:
        with a_vault(tmp_path).writing():
            is_held.set()
            may_end.wait(20)

    holding = Thread(target=hold)
    holding.start()
    assert is_held.wait(20)
    vault.opened().connection.execute("PRAGMA busy_timeout = 10")
    with pytest.raises(UserError) as raised, vault.writing():
        pass
    assert raised.value.trouble is Trouble.STORE_BUSY
    may_end.set()
    holding.join()
    with vault.writing() as store:
        store.check_ins.add(a_check_in(7))
    assert vault.opened().connection.execute("PRAGMA busy_timeout").fetchone() == (10,)
    with vault.reading() as store:
        assert store.check_ins.newest() is not None
    vault.close()


def test_who_asks_for_more_at_once_never_does_less_than_that(watch: StoppedWatch) -> None:
    pace = Pace(500, least=200)
    assert pace.weight == 200
    for _time in range(30):
        with pace.holding(pace.weight):
            watch.seconds += 1
    assert pace.weight == 200
