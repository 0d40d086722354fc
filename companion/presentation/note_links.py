"""The addresses inside a note's page: `note:` and a key, `tag:` and a tag, https for the world."""

NOTE_SCHEME = "note:"
LINK_SCHEME = "https://"
TAG_SCHEME = "tag:"
_PLAIN = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~/")


def note_address(key: str) -> str:
    """The address of a note; its key percent-encoded."""
    return NOTE_SCHEME + _encoded(key)


def tag_address(tag: str) -> str:
    """The address of a tag, percent-encoded."""
    return TAG_SCHEME + _encoded(tag)


def _encoded(text: str) -> str:
    return "".join(c if c in _PLAIN else "".join(f"%{b:02X}" for b in c.encode()) for c in text)
