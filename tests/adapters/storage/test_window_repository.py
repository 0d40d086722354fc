"""Window versions: dated, kept, and never without the starting guess."""

from pathlib import Path

import pytest

from companion.domain.moment import EPOCH
from companion.domain.window import STARTING_GUESS, LikelyRange, WindowOfTolerance, WindowSource
from tests.support.builders import a_moment
from tests.support.store import a_vault

OWN = WindowOfTolerance("own", 35, 68, a_moment(10), WindowSource.OWN)
LEARNED = WindowOfTolerance("learned", 40, 66, a_moment(2), WindowSource.LEARNED)


def test_a_new_store_has_the_starting_guess(tmp_path: Path) -> None:
    with a_vault(tmp_path).reading() as store:
        assert store.windows.versions() == [STARTING_GUESS]
        assert store.windows.in_force(EPOCH) == STARTING_GUESS


def test_each_moment_has_the_version_that_was_in_force(tmp_path: Path) -> None:
    vault = a_vault(tmp_path)
    with vault.writing() as store:
        store.windows.add(LEARNED)
        store.windows.add(OWN)
        assert store.windows.versions() == [STARTING_GUESS, OWN, LEARNED]
        in_force = [store.windows.in_force(a_moment(hours).utc) for hours in (11, 10, 3, 2, 0)]
        assert in_force == [STARTING_GUESS, OWN, OWN, LEARNED, LEARNED]
        assert store.window_id(a_moment(3).utc) == "own"


def test_of_two_versions_from_the_same_moment_the_later_one_holds(tmp_path: Path) -> None:
    vault = a_vault(tmp_path)
    again = WindowOfTolerance("again", 20, 60, OWN.since, WindowSource.OWN)
    with vault.writing() as store:
        store.windows.add(OWN)
        store.windows.add(again)
        assert store.windows.in_force(a_moment().utc) == again


@pytest.mark.parametrize(("lower", "upper"), [((24, 33), None), (None, (66, 79)), ((0, 33), (66, 100)), (None, None)])
def test_what_a_learned_window_rests_on_is_kept(
    tmp_path: Path, lower: tuple[int, int] | None, upper: tuple[int, int] | None
) -> None:
    likely = [None if side is None else LikelyRange(*side) for side in (lower, upper)]
    learned = WindowOfTolerance("learned", 28, 71, a_moment(2), WindowSource.LEARNED, likely[0], likely[1], 64)
    with a_vault(tmp_path).writing() as store:
        store.windows.add(learned)
        assert store.windows.versions() == [STARTING_GUESS, learned]
        assert store.windows.in_force(a_moment().utc) == learned
