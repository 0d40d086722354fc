"""Numbers as the language writes them: 1,234.5 in English is 1.234,5 in German."""

import re

from companion.presentation.translation import pgettext

_BEFORE_UNIT = re.compile(r"(?<=\d) (?=(?:h|%)(?!\w))")


def number_text(written: str) -> str:
    """`written` is a number as Python writes it, with "." before tenths and perhaps "," between thousands."""
    signs = {ord("."): pgettext("before tenths", "."), ord(","): pgettext("between thousands", ",")}
    return written.translate(signs)


def with_units(text: str) -> str:
    """The same text, in which no line ends between a number and its hours or percent sign."""
    return _BEFORE_UNIT.sub("\u00a0", text)
