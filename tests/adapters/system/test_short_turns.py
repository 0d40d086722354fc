"""Turns of threads are shorter inside, and afterwards as before."""

import sys

import pytest

from companion.adapters.system.short_turns import TURN_SECONDS, short_turns


def _broken_off() -> None:
    with short_turns():
        assert sys.getswitchinterval() <= TURN_SECONDS + 1e-6
        raise ValueError("trouble")


def test_turns_are_short_inside_and_as_before_after_trouble() -> None:
    before = sys.getswitchinterval()
    with pytest.raises(ValueError, match="trouble"):
        _broken_off()
    assert sys.getswitchinterval() == before
