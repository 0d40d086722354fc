"""The files of our own notes, in a language as far as they are translated."""

import re
from collections.abc import Iterator
from importlib.resources.abc import Traversable
from typing import NamedTuple

OURS = "ours"
FALLBACK = "en"


class OurFile(NamedTuple):
    """One file: its name, the language it is written in, and where it lies."""

    name: str
    language: str
    place: Traversable


def our_files(resources: Traversable, language: str, kind: str = "concepts") -> Iterator[OurFile]:
    """Every file of ours of a kind once, by file name: in `language`, "de" for "de_AT" too, else in English."""
    files: dict[str, OurFile] = {}
    for name in (FALLBACK, *_languages(language)):
        folder = resources / kind / name
        if folder.is_dir():
            found = (OurFile(file.name, name, file) for file in folder.iterdir() if file.name.endswith(".md"))
            files |= {file.name: file for file in found}
    for name in sorted(files):
        yield files[name]


def _languages(language: str) -> tuple[str, ...]:
    """From the general to the special: "de_AT" is first "de". What is no locale name is none."""
    if not re.fullmatch(r"[A-Za-z]{2,8}([_-][A-Za-z0-9]{1,8})*", language):
        return ()
    return tuple(dict.fromkeys((re.split("[_-]", language)[0], language)))
