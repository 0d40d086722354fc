"""Spells of one zone."""

from companion.domain.metrics.spells import Spell, spells
from companion.domain.zone import Zone
from tests.support.rated import some_answers


def test_a_spell_lasted_between_its_own_answers_and_those_around_it() -> None:
    _before, spell, _after = spells(some_answers("iaai", [8, 10, 12, 13]))
    assert spell == Spell(Zone.ABOVE, 2, 5, is_start_open=False, is_end_open=False)


def test_a_day_leaves_its_ends_open() -> None:
    first, last = spells(some_answers("iiaa", [8, 9, 10, 11]))
    assert (first.is_start_open, first.is_end_open, first.most) == (True, False, 2)
    assert (last.is_start_open, last.is_end_open, last.most) == (False, True, 2)


def test_neither_a_night_nor_more_than_four_hours_are_bridged() -> None:
    assert len(spells(some_answers("aaa", [8, 12, 16.5]))) == 2
    assert len(spells(some_answers("aa", [23, 25], [0, 1]))) == 2


def test_without_answers_there_is_no_spell() -> None:
    assert spells(some_answers("")) == []
