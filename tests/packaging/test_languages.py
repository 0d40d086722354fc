"""Every catalogue holds every text of the interface, is compiled as it stands, and speaks as this program does."""

import gettext
import re
from collections.abc import Iterator

import pytest
from babel.messages.catalog import Catalog, Message

from tests.support.recipes import recipe

languages = recipe("languages")
LANGUAGES = languages.languages()
_PLACES = re.compile(r"\{[^}]*\}")
# Whole words, in any form: what scores a person, blames them, or names an illness. "Sie" would be a stranger's.
NEVER = {
    "de": re.compile(
        r"\b(gut|gute[nmrs]?|besser\w*|beste[nmrs]?|schlecht\w*|schlimmste\w*|normal\w*|optimal\w*|Serien?|Punkte?n?|"
        r"Punktzahl|verpass\w*|versäum\w*|scheiter\w*|gescheitert|versag\w*|Fehler\w*|falsch\w*|Symptom\w*|Störung\w*|"
        r"krankhaft\w*|Depression\w*|depressiv\w*|Panik\w*|Trauma\w*|sollst|solltest|musst|Ihnen|Sie haben|Ihres?)\b",
    )
}
# "Du musst damit nicht allein sein": the word that takes a burden away.
ALLOWED = {"de": {"You do not have to be alone with this."}}


@pytest.fixture(scope="module")
def texts() -> Catalog:
    found: Catalog = languages.gathered()
    return found


@pytest.fixture(scope="module", params=LANGUAGES)
def language(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def catalogue(language: str) -> Catalog:
    found: Catalog = languages.read(language)
    return found


def pairs(catalogue: Catalog) -> Iterator[tuple[str, str]]:
    """Each text with its words; of several forms each with its own."""
    for message in catalogue:
        if message.id:
            yield from zip(_forms(message.id), _forms(message.string), strict=True)


def _forms(said: str | tuple[str, ...] | list[str] | None) -> tuple[str, ...]:
    return (said or "",) if isinstance(said, str | None) else tuple(said)


def key(message: Message) -> tuple[str | None, object]:
    return message.context, _forms(message.id)


def test_there_is_german() -> None:
    assert "de" in LANGUAGES


def test_every_text_of_the_interface_is_translated(texts: Catalog, catalogue: Catalog) -> None:
    known = {key(message) for message in catalogue if languages.is_translated(message)}
    left = [message.id for message in texts if message.id and key(message) not in known]
    assert not left, "run `python packaging/languages.py`, then translate these"


def test_no_text_is_kept_that_nobody_says_any_more(texts: Catalog, catalogue: Catalog) -> None:
    said = {key(message) for message in texts}
    assert [message.id for message in catalogue if message.id and key(message) not in said] == []


def test_nothing_is_guessed(catalogue: Catalog) -> None:
    assert [message.id for message in catalogue if message.id and message.fuzzy] == []


def test_it_is_compiled_as_it_stands(language: str, catalogue: Catalog) -> None:
    compiled = languages.catalogue_of(language).with_suffix(".mo").read_bytes()
    assert compiled == languages.as_mo(catalogue, language), "run `python packaging/languages.py`"


def test_what_is_filled_in_is_filled_in_every_language(catalogue: Catalog) -> None:
    differing = [
        (text, words)
        for text, words in pairs(catalogue)
        if sorted(_PLACES.findall(text)) != sorted(_PLACES.findall(words))
    ]
    assert differing == []


def test_ends_lines_and_keys_are_the_same(catalogue: Catalog) -> None:
    """A text ends with a blank where somebody types behind it; "&" would underline a letter."""
    differing = [
        (text, words)
        for text, words in pairs(catalogue)
        if (text[:1].isspace(), text[-1:].isspace(), text.count("&"))
        != (words[:1].isspace(), words[-1:].isspace(), words.count("&"))
        or text.endswith("…") != words.endswith("…")
    ]
    assert differing == []


def test_it_speaks_kindly(language: str, catalogue: Catalog) -> None:
    unkind = [
        (text, found.group())
        for text, words in pairs(catalogue)
        if text not in ALLOWED.get(language, ()) and (found := NEVER[language].search(words))
    ]
    assert unkind == []


def test_it_does_not_shout(catalogue: Catalog) -> None:
    assert [words for _text, words in pairs(catalogue) if "!" in words] == []


def test_a_text_and_its_forms_are_found_by_the_program(language: str) -> None:
    with languages.catalogue_of(language).with_suffix(".mo").open("rb") as file:
        translation = gettext.GNUTranslations(file)
    assert translation.gettext("Settings") != "Settings"
    one, many = (translation.ngettext("{count} day", "{count} days", count) for count in (1, 2))
    assert one != many


def test_a_new_language_begins_with_every_text_and_no_words(texts: Catalog) -> None:
    begun = languages.updated(Catalog(), "nl", texts)
    assert len(begun) == len(texts)
    assert len(list(languages.untranslated(begun))) == len(texts)
    assert b"Plural-Forms: nplurals=2; plural=(n != 1);" in languages.as_po(begun)


def test_a_text_that_changed_is_not_guessed_from_the_one_before() -> None:
    before, now = languages.PlainCatalogue("de"), Catalog()
    before.add("Save the note", "Die Notiz speichern")
    now.add("Save this note")
    (only,) = [message for message in languages.updated(before, "de", now) if message.id]
    assert (only.id, only.string) == ("Save this note", "")
