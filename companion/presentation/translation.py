"""Every word on screen goes through here: gettext catalogues, and a pseudo-language that finds what did not.

`_()` is looked up when it is called, so a change of language needs no restart. Interface strings are never
formatted before they are translated: `_("Saved {time}").format(time=…)`.
"""

import gettext
from collections.abc import Callable
from pathlib import PurePath
from typing import TypeVar

Said = TypeVar("Said")

PSEUDO = "qps"
PSEUDO_MIRRORED = "qps-mirrored"
_PLAIN = "abcdeghijklmnoprstuwyzACDEGHIJKLNORSTUWYZ"
_ACCENTED = "åƀçđéğħîĵķļɱñöþŕšţûŵýžÅÇÐÉĞĦÎĴĶĻÑÖŔŠŢÛŴÝŽ"
_ACCENTS = str.maketrans(_PLAIN, _ACCENTED)
_RIGHT_TO_LEFT = "\u200f"
_LONGEST_WORD = 14  # of these letters as wide as a long German one

_translation: gettext.NullTranslations = gettext.NullTranslations()
_language = "en"


class _PseudoTranslation(gettext.NullTranslations):
    """English with accents, a third longer, in brackets: what has no brackets was not translated.

    Each text begins with `before`: the mark of a direction makes its lines run as those of a script that has it.
    """

    def __init__(self, before: str = "") -> None:
        super().__init__()
        self._before = before

    def gettext(self, message: str) -> str:
        return self._before + pseudo(message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return self.gettext(msgid1 if n == 1 else msgid2)

    def pgettext(self, context: str, message: str) -> str:
        return self.gettext(message) if any(letter.isalpha() for letter in message) else message


def use_language(language: str, locale_folder: PurePath | None) -> None:
    """From now on `_` speaks `language` ("en", "de", or a pseudo-language); English where nothing is found."""
    global _translation, _language
    _language = language
    if language in (PSEUDO, PSEUDO_MIRRORED):
        _translation = _PseudoTranslation(_RIGHT_TO_LEFT if language == PSEUDO_MIRRORED else "")
    elif locale_folder is None or language.startswith("en"):
        _translation = gettext.NullTranslations()
    else:
        _translation = gettext.translation("companion", str(locale_folder), [language], fallback=True)


def language() -> str:
    """The language spoken now, by its code: what a page in it has to name."""
    return _translation.info().get("language") or "en"


def language_in_force() -> str:
    """The language asked for last; what is not translated into it is English."""
    return _language


def _(message: str) -> str:
    """`message` in the current language."""
    return _translation.gettext(message) if message else ""


def ngettext(one: str, many: str, count: int) -> str:
    """The plural form for `count` in the current language."""
    return _translation.ngettext(one, many, count)


def pgettext(context: str, message: str) -> str:
    """`message` as it is meant in `context`."""
    return _translation.pgettext(context, message)


def with_english(say: Callable[[], str]) -> str:
    """What `say` says; where that is a translation, the English stands below it.

    For texts that somebody's safety can rest on: no native speaker has looked through the translation so far, and
    whoever reads both sees what is meant.
    """
    return say() if language() == "en" else f"{say()}\n\n{in_english(say)}"


def in_english(say: Callable[[], Said]) -> Said:
    """What `say` says, in English."""
    global _translation
    spoken, _translation = _translation, gettext.NullTranslations()
    try:
        return say()
    finally:
        _translation = spoken


def pseudo(message: str) -> str:
    """`message` as the pseudo-language has it; what stands in braces or after "&" is left alone."""
    parts = _outside_braces(message, lambda text: text.translate(_ACCENTS))
    return f"⟦{parts} {_padding(max(1, len(message) // 3))}⟧"


def _padding(length: int) -> str:
    """In words, as a language has them: no word of any is as long as a third of a paragraph."""
    return " ".join("~" * min(_LONGEST_WORD, length - at) for at in range(0, length, _LONGEST_WORD))


def _outside_braces(message: str, change: Callable[[str], str]) -> str:
    changed, depth, plain = "", 0, ""
    for character in message:
        depth += character == "{"
        if depth:
            changed += change(plain) + character
            plain = ""
        else:
            plain += character
        depth -= character == "}"
    return changed + change(plain)
