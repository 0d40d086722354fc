"""What is said of privacy and in Help can be read by somebody with eight years of school."""

import re

import pytest

from companion.application.places import Places
from companion.presentation.help import Topic, help_page
from companion.presentation.privacy_table import build_table

HIGHEST_GRADE = 8
PLACES = Places("/data", "/config", "/logs", "/media/stick", "/config/autostart/companion.desktop")
WITH_WORDS = [topic for topic in Topic if help_page(topic).parts]


def syllables(word: str) -> int:
    """Groups of vowels, but for a silent ending."""
    spoken = re.sub(r"(?<=[^aeiouyl])es?$|(?<=[^dt])ed$", "", word.lower())
    return max(1, len(re.findall("[aeiouy]+", spoken)))


def grade(text: str) -> float:
    """The US school grade of Kincaid and others (1975), from the length of sentences and words."""
    sentences = [part for part in re.split(r"[.?]\s|\n+", text) if re.search("[A-Za-z]", part)]
    words = re.findall(r"[A-Za-z’]+", text)
    per_sentence, per_word = len(words) / len(sentences), sum(map(syllables, words)) / len(words)
    return 0.39 * per_sentence + 11.8 * per_word - 15.59


def test_the_measure_tells_a_plain_text_from_a_lawyers() -> None:
    assert grade("The cat sat on the mat. It was glad to be there.") < 2
    assert grade("Notwithstanding contractual provisions, processing necessitates authorisation beforehand.") > 16


@pytest.mark.parametrize("is_protected", [False, True])
def test_the_privacy_table_is_plain(is_protected: bool) -> None:
    rows = build_table(PLACES._replace(is_protected=is_protected)).rows
    said = "\n".join(words for row in rows for words in (row.what, row.how_long, row.who))
    assert grade(said) <= HIGHEST_GRADE


@pytest.mark.parametrize("topic", WITH_WORDS)
def test_every_page_of_help_is_plain(topic: Topic) -> None:
    assert grade("\n".join(part.text for part in help_page(topic).parts)) <= HIGHEST_GRADE
