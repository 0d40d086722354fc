"""How much of a very long note is shown: writing and laying out a page grow with its parts."""

import re

MOST_CHARACTERS = 100_000
MOST_PARTS = 2_000
FIRST_CHARACTERS = 40_000
FIRST_PARTS = 400
MARKS_A_PART = 5
_MARK = re.compile(r"[\[*_`<&~!]")


def beginning_of(text: str, *, whole: bool = False) -> str:
    """The text itself, or as many of its first whole lines as take a moment; some seconds at worst if `whole`.

    Parts are lines, cells of tables, and every five signs that may mark something, such as brackets and stars. Of a
    first line that is too much by itself, its beginning.
    """
    characters, most = (MOST_CHARACTERS, MOST_PARTS) if whole else (FIRST_CHARACTERS, FIRST_PARTS)
    kept = parts = 0
    for line in text[:characters].splitlines(keepends=True):
        parts += bool(line.strip()) + line.count("|") + len(_MARK.findall(line)) // MARKS_A_PART
        if parts > most:
            return text[: kept or most * MARKS_A_PART]
        kept += len(line)
    return text[:kept]
