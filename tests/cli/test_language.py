"""A terminal is answered in its own language; what programs read is the same in all of them."""

from collections.abc import Iterator

import pytest

from companion.presentation.translation import use_language
from tests.cli.terminal import Terminal


@pytest.fixture(autouse=True)
def english_again() -> Iterator[None]:
    yield
    use_language("en", None)


@pytest.mark.parametrize(
    "named",
    [{"LANG": "de_DE.UTF-8"}, {"LANG": "en_GB.UTF-8", "LANGUAGE": "de:en"}, {"LANG": "de", "LC_ALL": "de_AT"}],
    ids=lambda named: " ".join(named),
)
def test_a_german_terminal_is_answered_in_german(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch, named: dict[str, str]
) -> None:
    for name, value in named.items():
        monkeypatch.setenv(name, value)
    assert terminal.type("checkins").out == "Hier gibt es noch keine Check-ins.\n"


def test_a_language_without_a_catalogue_is_answered_in_english(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LANG", "fr_FR.UTF-8")
    assert terminal.type("checkins").out == "There are no check-ins here yet.\n"


def test_json_is_the_same_in_every_language(terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    terminal.check_in("--arousal", "50", "--zone", "inside")
    asked = (("checkins",), ("metrics",), ("status",), ("reminders", "list"), ("doctor",))
    english = [terminal.type(*words, "--json").out for words in asked]
    monkeypatch.setenv("LANG", "de_DE.UTF-8")
    assert [terminal.type(*words, "--json").out for words in asked] == english


def test_words_that_are_typed_stay_english(terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANG", "de_DE.UTF-8")
    assert terminal.type("check-in", "--zone", "above").code == 0
    assert "above, inside, below, mixed, unsure" in terminal.type("check-in", "--zone", "oben").complaint
