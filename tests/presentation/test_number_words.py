"""Numbers as the language writes them."""

import pytest

from companion.presentation.number_words import number_text


def test_english_writes_them_as_python_does() -> None:
    assert number_text("1,234.5") == "1,234.5"


@pytest.mark.usefixtures("german")
def test_german_changes_both_signs() -> None:
    assert number_text("1,234.5") == "1.234,5"
    assert number_text("−11.2") == "−11,2"


@pytest.mark.usefixtures("pseudo_language")
def test_the_pseudo_language_leaves_them() -> None:
    assert number_text("1,234.5") == "1,234.5"
