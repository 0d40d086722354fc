"""Of a very long note as much is shown as can be laid out."""

from companion.presentation.note_beginning import MOST_CHARACTERS, MOST_PARTS, beginning_of


def test_a_note_of_ordinary_length_is_whole() -> None:
    text = "# A heading\n\nwords\n" * 200
    assert beginning_of(text) == text


def test_whole_lines_are_kept() -> None:
    assert beginning_of("ab\n" * MOST_PARTS * 2) == "ab\n" * MOST_PARTS


def test_cells_of_tables_count() -> None:
    row = "|a|b|c|\n"
    assert len(beginning_of(row * MOST_PARTS)) == len(row) * (MOST_PARTS // 5)


def test_one_endless_line_is_cut() -> None:
    assert len(beginning_of("x" * MOST_CHARACTERS * 2)) == MOST_CHARACTERS
