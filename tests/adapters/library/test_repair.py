"""Damaged text becomes readable, and what was never damaged stays as it is."""

import pytest
from ftfy.badness import badness
from hypothesis import given
from hypothesis import strategies as st

from companion.adapters.library.repair import repaired


def damaged(text: str, *, loses_bytes: bool) -> str:
    """`text` after a program read its UTF-8 as Windows-1252, and left out or kept what that does not know."""
    known = (bytes([b]).decode("cp1252", "replace") for b in text.encode())
    unknown = (chr(b) for b in text.encode())
    return "".join(k if k != "\ufffd" else "" if loses_bytes else u for k, u in zip(known, unknown, strict=True))


WHOLE = [
    "# 🧠 Body and brain",
    "- **Linking**—different parts—again",
    "“quoted”, ‘softly’ …",
    "(“in brackets”)",
    "it’s 5 °C",
    "Übererregung, être là, naïve",
    "☀️ sun, 🛠️ tools",
    "👩‍⚕️ care",
    "← back → on",
]


@pytest.mark.parametrize("loses_bytes", [True, False])
@pytest.mark.parametrize("text", WHOLE)
def test_damaged_text_reads_as_before(text: str, loses_bytes: bool) -> None:
    assert repaired(damaged(text, loses_bytes=loses_bytes)) == (text, 1)


def test_other_scripts_come_back_where_no_byte_was_lost() -> None:
    assert repaired(damaged("日本語", loses_bytes=False)) == ("日本語", 1)


@pytest.mark.parametrize("space", ["", " ", "\ufffd"])
def test_an_emoji_whose_last_byte_became_a_blank_is_whole_again(space: str) -> None:
    assert repaired(f"## ðŸ§{space} Lens")[0] == "## 🧠 Lens"


@pytest.mark.parametrize("emoji", ["🏠", "🍀", "🐢"])
def test_an_emoji_whose_bytes_are_lost_leaves_nothing_behind(emoji: str) -> None:
    text = repaired(f"## {damaged(emoji, loses_bytes=True)} Home")[0]
    assert text.split() == ["##", "Home"]


@pytest.mark.parametrize(
    "text",
    [
        "l’été — “quoted” … «oui»",
        "CITAÇÃO, Ñandú, Größe, Århus, À la carte",
        "ð is a letter of Icelandic, Ÿ one of French",
        "3 × 5 = “15”",
        "ä “b” â “c” – Ä’s",
    ],
)
def test_text_that_is_not_damaged_is_not_touched(text: str) -> None:
    assert repaired(text) == (text, None)


def test_the_first_damaged_line_is_named_and_others_keep_their_quotation_marks() -> None:
    assert repaired("“fine”\nitâ€™s\n") == ("“fine”\nit’s\n", 2)


def test_repairing_again_changes_nothing() -> None:
    once, _ = repaired("\n".join(damaged(text, loses_bytes=True) for text in WHOLE))
    assert repaired(once) == (once, None)


@given(st.text(alphabet="aâ€œ\x9dðŸ§\xa0Ã©\ufffdï¸\n ", max_size=60))
def test_no_line_is_lost_whatever_the_text(text: str) -> None:
    assert repaired(text)[0].count("\n") == text.count("\n")


def test_our_damaged_sample_has_nothing_stray_left() -> None:
    sample = damaged("\n".join(WHOLE), loses_bytes=True)
    assert badness(sample) > 0
    assert badness(repaired(sample)[0]) == 0
