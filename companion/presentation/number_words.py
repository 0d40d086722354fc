"""Numbers as the language writes them: 1,234.5 in English is 1.234,5 in German."""

from companion.presentation.translation import pgettext


def number_text(written: str) -> str:
    """`written` is a number as Python writes it, with "." before tenths and perhaps "," between thousands."""
    signs = {ord("."): pgettext("before tenths", "."), ord(","): pgettext("between thousands", ",")}
    return written.translate(signs)
