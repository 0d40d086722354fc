"""Numbers as the language writes them."""

import pytest

from companion.presentation.number_words import number_text, with_units


def test_english_writes_them_as_python_does() -> None:
    assert number_text("1,234.5") == "1,234.5"


@pytest.mark.usefixtures("german")
def test_german_changes_both_signs() -> None:
    assert number_text("1,234.5") == "1.234,5"
    assert number_text("−11.2") == "−11,2"


@pytest.mark.usefixtures("pseudo_language")
def test_the_pseudo_language_leaves_them() -> None:
    assert number_text("1,234.5") == "1,234.5"


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Likely at most 4.6 h.", "Likely at most 4.6\u00a0h."),
        ("cover 41 % of the hours", "cover 41\u00a0% of the hours"),
        ("on 28 here", "on 28 here"),
    ],
)
def test_no_line_ends_between_a_number_and_its_unit(text: str, kept: str) -> None:
    assert with_units(text) == kept
