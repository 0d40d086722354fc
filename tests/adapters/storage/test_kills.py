"""A process that saves is killed at any moment: every id it told is there, and the store is whole."""

from pathlib import Path

from tests.adapters.storage.test_power_loss import ids_in
from tests.support.killing import killed_while_saving

ROUNDS = 100


def test_after_a_hundred_kills_everything_that_was_told_is_there(tmp_path: Path) -> None:
    told = killed_while_saving(tmp_path / "store", ROUNDS, seed=7)
    assert len(told) >= ROUNDS
    found = ids_in(tmp_path)
    assert set(told) <= found
    assert len(found) <= len(told) + ROUNDS
