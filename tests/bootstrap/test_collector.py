"""Python's collector rests while very much is read, and goes on afterwards."""

import gc
from collections.abc import Iterator

import pytest

from companion.bootstrap.collector import MUCH, resting


@pytest.fixture(autouse=True)
def collector() -> Iterator[None]:
    """As it was before, whatever a test does with it."""
    yield
    gc.enable()
    gc.unfreeze()


def test_it_rests_while_something_is_read_and_what_was_read_comes_back() -> None:
    assert resting(gc.isenabled)() is False
    assert gc.isenabled()


def test_it_goes_on_also_if_the_reading_breaks_off() -> None:
    def break_off() -> object:
        raise OSError

    with pytest.raises(OSError):
        resting(break_off)()
    assert gc.isenabled()


def test_where_it_rests_already_it_is_left_to_whom_rests_it() -> None:
    gc.disable()
    resting(lambda: None)()
    assert not gc.isenabled()


def test_very_much_that_was_made_is_not_gone_through_any_more() -> None:
    frozen = gc.get_freeze_count()
    made = resting(lambda: [[] for _number in range(MUCH + 1_000)])()
    assert made
    assert gc.get_freeze_count() - frozen > MUCH


def test_of_a_little_everything_is_collected_as_usual() -> None:
    frozen = gc.get_freeze_count()
    made = resting(lambda: [[] for _number in range(1_000)])()
    assert made
    assert gc.get_freeze_count() == frozen
