"""How much of a very long note is shown: laying out text grows with its parts."""

MOST_CHARACTERS = 100_000
MOST_PARTS = 3_000  # lines and cells of tables
FIRST_CHARACTERS = 40_000
FIRST_PARTS = 400


def beginning_of(text: str, *, whole: bool = False) -> str:
    """The text itself, or as many of its first whole lines as can be laid out in a moment; in a second if `whole`."""
    characters, most = (MOST_CHARACTERS, MOST_PARTS) if whole else (FIRST_CHARACTERS, FIRST_PARTS)
    kept = parts = 0
    for line in text[:characters].splitlines(keepends=True):
        parts += bool(line.strip()) + line.count("|")
        if parts > most:
            break
        kept += len(line)
    return text[:kept]
