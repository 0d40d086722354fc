"""Names are found by the beginnings of their words, however they are written."""

import pytest

from companion.domain.word_beginnings import begins_a_word, plain


@pytest.mark.parametrize(
    ("letters", "name"),
    [
        ("wa", "walk"),
        ("WA", "long walk"),
        ("long w", "Long  walk"),
        ("emil", "Émile’s café"),
        ("CAFE", "Émile’s café"),
        ("café", "cafe"),
        ("s caf", "Émile's café"),
        ("дом", "работа дома"),
        ("strasse", "Hauptweg/Straße"),
        ("co-w", "Co-worker"),
        ("w", "co-worker"),
        ("走", "走路"),
        ("🙂", "🙂"),
        ("", "anything"),
    ],
)
def test_the_beginning_of_a_word_finds_a_name(letters: str, name: str) -> None:
    assert begins_a_word(plain(letters), plain(name))


@pytest.mark.parametrize(("letters", "name"), [("alk", "walk"), ("walk long", "long walk"), ("walks", "walk")])
def test_what_does_not_begin_a_word_finds_nothing(letters: str, name: str) -> None:
    assert not begins_a_word(plain(letters), plain(name))
