"""Of a long note as much is shown as can be laid out in a moment, and more of it where that is wanted."""

import pytest

from companion.presentation.note_beginning import (
    FIRST_CHARACTERS,
    FIRST_PARTS,
    MARKS_A_PART,
    MOST_CHARACTERS,
    MOST_PARTS,
    beginning_of,
)


def test_a_note_of_ordinary_length_is_whole() -> None:
    text = "# A heading\n\nwords\n" * (FIRST_PARTS // 2)
    assert beginning_of(text) == text


@pytest.mark.parametrize(("whole", "lines"), [(False, FIRST_PARTS), (True, MOST_PARTS)])
def test_whole_lines_are_kept(whole: bool, lines: int) -> None:
    assert beginning_of("ab\n" * MOST_PARTS * 2, whole=whole) == "ab\n" * lines


def test_cells_of_tables_count() -> None:
    row = "|a|b|c|\n"
    assert len(beginning_of(row * MOST_PARTS)) == len(row) * (FIRST_PARTS // 5)


@pytest.mark.parametrize(("whole", "characters"), [(False, FIRST_CHARACTERS), (True, MOST_CHARACTERS)])
def test_one_endless_line_is_cut(whole: bool, characters: int) -> None:
    assert len(beginning_of("x" * MOST_CHARACTERS * 2, whole=whole)) == characters


def test_signs_that_may_mark_something_count_also_where_they_are_one_endless_line() -> None:
    assert len(beginning_of("[" * MOST_CHARACTERS)) == FIRST_PARTS * MARKS_A_PART
    line = "words [[a]] *b* `c`\n"
    assert len(beginning_of(line * FIRST_PARTS)) == len(line) * (FIRST_PARTS // 2)
