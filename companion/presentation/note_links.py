"""The addresses inside a note's page: `note:` and a key, `tag:` and a tag, `picture:` and `prompt:` and what the note
says, https for the world."""

NOTE_SCHEME = "note:"
LINK_SCHEME = "https://"
TAG_SCHEME = "tag:"
PICTURE_SCHEME = "picture:"
PROMPT_SCHEME = "prompt:"
PRACTICE_SCHEME = "practice:"
MORE_ADDRESS = "more:"
GROUNDING_ADDRESS = "grounding:"
_PLAIN = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~/")


def note_address(key: str, part: str = "") -> str:
    """The address of a note, its key percent-encoded; or of the part of it under that heading."""
    return NOTE_SCHEME + _encoded(key) + (f"#{part_name(part)}" if part else "")


def part_name(heading: str) -> str:
    """The name of the place where a heading stands in its page: its letters and digits."""
    letters = "".join(c if c.isalnum() else " " for c in heading.casefold())
    return "part-" + _encoded("-".join(letters.split()))[:300]


def picture_address(written: str) -> str:
    """The address of a picture that a note names, percent-encoded as a whole."""
    return PICTURE_SCHEME + _encoded(written)


def tag_address(tag: str) -> str:
    """The address of a tag, percent-encoded."""
    return TAG_SCHEME + _encoded(tag)


def practice_address(key: str) -> str:
    """The address of a practice; its key percent-encoded."""
    return PRACTICE_SCHEME + _encoded(key)


def prompt_address(prompt: str) -> str:
    """The address of something to write to, percent-encoded; of nothing today for ""."""
    return PROMPT_SCHEME + _encoded(prompt)


def _encoded(text: str) -> str:
    return "".join(c if c in _PLAIN else "".join(f"%{b:02X}" for b in c.encode()) for c in text)
