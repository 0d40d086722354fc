"""How much of a very long note is shown: laying out text grows faster than its length."""

MOST_CHARACTERS = 100_000
MOST_PARTS = 3_000  # lines and cells of tables


def beginning_of(text: str) -> str:
    """The text itself, or as many of its first whole lines as can be laid out in about a second."""
    kept, parts = 0, 0
    for line in text[:MOST_CHARACTERS].splitlines(keepends=True):
        parts += 1 + line.count("|")
        if parts > MOST_PARTS:
            break
        kept += len(line)
    return text[:kept]
