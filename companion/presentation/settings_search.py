"""Looking for words in Settings, and what each setting is like before anybody changes it."""

from collections.abc import Iterable

from companion.domain.word_beginnings import begins_a_word, plain
from companion.presentation.translation import _, ngettext


def is_found(typed: str, texts: Iterable[str]) -> bool:
    """True if each typed word begins some word of these texts, whatever its case and accents; nothing finds all."""
    there = plain(" ".join(texts))
    return all(begins_a_word(word, there) for word in plain(typed).split())


def found_words(count: int) -> str:
    """How many parts of Settings were found; where there are none, what helps."""
    if not count:
        return _("Nothing in Settings has these words. A shorter one may find it, and Esc shows everything again.")
    return ngettext("{count} part of Settings", "{count} parts of Settings", count).format(count=count)


def default_words(value: str) -> str:
    """The default of a setting, in a short sentence; its value never stands alone on the next line."""
    return _("Default: {value}").replace(" {value}", "\N{NO-BREAK SPACE}{value}").format(value=value)


def switch_default(*, is_on: bool) -> str:
    """The default of a switch."""
    return default_words(_("on") if is_on else _("off"))
