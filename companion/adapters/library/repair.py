"""Damaged text made readable again: UTF-8 that was once saved as if it were Windows-1252."""

import re

_UNUSED = (0x81, 0x8D, 0x8F, 0x90, 0x9D)  # bytes without a character in Windows-1252: programs drop them
_AFTER = "".join(chr(b) if b in _UNUSED else bytes([b]).decode("cp1252") for b in range(0x80, 0xC0))
_DAMAGE = re.compile(f"[\u00c2-\u00f4][ \ufffd{re.escape(_AFTER)}]|\u00e2\u20ac|‚Ä")
_NOT_AFTER = f"(?![{re.escape(_AFTER)}])"
_LOST_BYTES = (
    (re.compile(f"\u00ef\u00b8\ufffd?{_NOT_AFTER}"), "\u00ef\u00b8\x8f"),  # the emoji selector
    (re.compile("\u00e2\u20ac\ufffd?(?=\u00f0|\u00e2[^\u20ac])"), "\u00e2\u20ac\x8d"),  # the joiner inside an emoji
    (re.compile(f"\u00e2\u20ac\ufffd?{_NOT_AFTER}"), "\u00e2\u20ac\x9d"),  # a closing quotation mark
    (re.compile(f"\u00e2\u2020\ufffd?{_NOT_AFTER}"), "\u00e2\u2020\x90"),  # an arrow to the left
)
_WORD_NEXT = "(?=([^\\W\u00ef\u00f0]|[*_[(])?)"
_SHORT_EMOJI = re.compile(f"\u00f0\u0178([{re.escape(_AFTER)}]){_NOT_AFTER}[ \ufffd]{{0,2}}{_WORD_NEXT}")
_PICTURES = ((0x1F300, 0x1F64F), (0x1F680, 0x1F6FF), (0x1F900, 0x1F9FF), (0x1FA70, 0x1FAFF))
_REMNANT = re.compile(f"\u00f0\u0178[\ufffd{re.escape(_AFTER)}]{{0,2}} ?")


def repaired(text: str) -> tuple[str, int | None]:
    """`text` with its damaged lines repaired, and the number (from 1) of the first of them, or None.

    A line without damage stays exactly as it is, typographic quotation marks included, and so does the number of
    lines. An emoji whose bytes are lost disappears.
    """
    if not _DAMAGE.search(text):
        return text, None
    lines = text.split("\n")
    mended = [_mended(line) for line in lines]
    first = next((n for n, (old, new) in enumerate(zip(lines, mended, strict=True), 1) if old != new), None)
    return "\n".join(mended), first


def _mended(line: str) -> str:
    if not _DAMAGE.search(line):
        return line
    from ftfy import TextFixerConfig, fix_encoding
    from ftfy.badness import badness

    if not badness(line):
        return line
    for gap, whole in _LOST_BYTES:
        line = gap.sub(whole, line)
    line = _SHORT_EMOJI.sub(_with_lost_space, line)
    fixed = fix_encoding(line, TextFixerConfig(unescape_html=False))
    return _REMNANT.sub("", fixed).replace("\n", " ")


def _with_lost_space(emoji: re.Match[str]) -> str:
    """An emoji whose last byte was lost: whole if that byte can have been the no-break space, otherwise nothing."""
    third = _AFTER.index(emoji[1])
    code = 0x1F000 + (third << 6) + 0x20
    if not any(first <= code <= last for first, last in _PICTURES):
        return ""
    return f"\u00f0\u0178{emoji[1]}\u00a0" + (" " if emoji[2] else "")
