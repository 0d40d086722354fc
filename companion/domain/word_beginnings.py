"""Finding a name by the beginning of any of its words, whatever their case and accents."""

from unicodedata import category, normalize

_PARTING = {code: " " for code in range(0x80) if not chr(code).isalnum()}


def plain(text: str) -> str:
    """`text` without case and accents, its words parted by one blank; punctuation parts words."""
    if text.isascii():
        return " ".join(text.lower().translate(_PARTING).split())
    letters = (c for c in normalize("NFKD", text) if category(c) != "Mn")
    parted = (" " if category(c)[0] in "PZC" else c for c in "".join(letters).casefold())
    return " ".join("".join(parted).split())


def begins_a_word(letters: str, name: str) -> bool:
    """True if some word of `name` begins with `letters`, both `plain`; several words must follow one another."""
    return f" {letters}" in f" {name}"
