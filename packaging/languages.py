"""Gathers what is to be translated, brings every catalogue up to date and compiles it; `fr` as argument begins one.

`python packaging/languages.py` is all there is to run; `packaging/TRANSLATING.md` says what to do then.
"""

import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_file
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parents[1]
CATALOGUES = ROOT / "resources" / "locale"
KEYWORDS = {"_": None, "ngettext": (1, 2), "pgettext": ((1, "c"), 2)}
NOTES = ["Translators:"]


class PlainCatalogue(Catalog):
    """A catalogue whose head names no date and no tool, so that it changes only where a text does."""

    def __init__(self, language: str) -> None:
        super().__init__(locale=language, charset="utf-8", fuzzy=False, header_comment="")
        self.language = language

    @property
    def mime_headers(self) -> list[tuple[str, str]]:
        """What programs have to know to read it."""
        return [
            ("Project-Id-Version", "Companion"),
            ("Language", self.language),
            ("MIME-Version", "1.0"),
            ("Content-Type", "text/plain; charset=utf-8"),
            ("Content-Transfer-Encoding", "8bit"),
            ("Plural-Forms", self.plural_forms),
        ]


def gathered() -> Catalog:
    """Every text of the interface, in the order of the source files, each with the files that say it."""
    found = Catalog(charset="utf-8")
    for file in sorted((ROOT / "companion").rglob("*.py")):
        place = (file.relative_to(ROOT).as_posix(), 0)
        for _line, text, notes, context in extract_from_file(
            "python", file, keywords=KEYWORDS, comment_tags=NOTES, strip_comment_tags=True
        ):
            found.add(text, locations=[place], auto_comments=notes, context=context)
    return found


def catalogue_of(language: str) -> Path:
    """Where the texts of a language are."""
    return CATALOGUES / language / "LC_MESSAGES" / "companion.po"


def languages() -> list[str]:
    """Every language there is a catalogue of."""
    return sorted(file.parents[1].name for file in CATALOGUES.glob("*/LC_MESSAGES/companion.po"))


def read(language: str) -> Catalog:
    """The catalogue of a language as translators left it; an empty one where there is none yet."""
    file = catalogue_of(language)
    return read_po(BytesIO(file.read_bytes() if file.exists() else b""), locale=language)


def updated(before: Catalog, language: str, texts: Catalog) -> PlainCatalogue:
    """The catalogue with `texts` and no others; what was translated stays, and nothing is guessed."""
    after = PlainCatalogue(language)
    for text in texts:
        if not text.id:
            continue
        known = before.get(_key(text), text.context)
        is_sure = known is not None and known.pluralizable == text.pluralizable and not known.fuzzy
        said = known.string if known is not None and is_sure else ""
        notes = known.user_comments if known is not None else ()
        after.add(text.id, said, text.locations, (), text.auto_comments, notes, context=text.context)
    return after


def as_po(catalogue: PlainCatalogue) -> bytes:
    """As translators read it."""
    written = BytesIO()
    write_po(written, catalogue, include_lineno=False, width=118)
    return written.getvalue().lstrip()


def as_mo(before: Catalog, language: str) -> bytes:
    """As the program reads it; a text that is not translated is not in it, and stays English."""
    ready = PlainCatalogue(language)
    for message in before:
        if message.id and not message.fuzzy and is_translated(message):
            ready.add(message.id, message.string, context=message.context)
    written = BytesIO()
    write_mo(written, ready)
    return written.getvalue()


def is_translated(message: Message) -> bool:
    """True if it has words in every form."""
    said = message.string if isinstance(message.string, tuple | list) else (message.string,)
    return all(said)


def untranslated(catalogue: Catalog) -> Iterator[Message]:
    """The texts that have no words."""
    return (message for message in catalogue if message.id and not is_translated(message))


def bring_up_to_date(language: str, texts: Catalog) -> None:
    """Writes the catalogue with today's texts, and compiles it."""
    catalogue = updated(read(language), language, texts)
    file = catalogue_of(language)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(as_po(catalogue))
    file.with_suffix(".mo").write_bytes(as_mo(catalogue, language))
    left = len(list(untranslated(catalogue)))
    print(f"{language}: {len(catalogue) - left} texts of {len(catalogue)} are translated")


def _key(message: Message) -> str:
    return message.id[0] if isinstance(message.id, tuple | list) else message.id


if __name__ == "__main__":
    found = gathered()
    for each in sorted({*languages(), *sys.argv[1:]}):
        bring_up_to_date(each, found)
