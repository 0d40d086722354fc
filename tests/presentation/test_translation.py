"""The pseudo-languages: one runs as English does, the other as a script that is read from right to left."""

import unicodedata
from collections.abc import Iterator

import pytest

from companion.presentation.translation import PSEUDO, PSEUDO_MIRRORED, _, ngettext, use_language


@pytest.fixture(autouse=True)
def english_again() -> Iterator[None]:
    yield
    use_language("en", None)


def test_lines_of_the_mirrored_language_run_from_right_to_left() -> None:
    use_language(PSEUDO_MIRRORED, None)
    said = (_("Back"), ngettext("{count} day", "{count} days", 2))
    assert [unicodedata.bidirectional(text[0]) for text in said] == ["R", "R"]


def test_the_other_one_has_nothing_before_its_bracket() -> None:
    use_language(PSEUDO, None)
    assert _("Back").startswith("⟦")
