"""Text that people type, made fit to keep: no lone surrogates, no control characters."""

from companion.domain.errors import DomainError, Rule

LONGEST_NOTE_BYTES = 64 * 1024
LONGEST_TAG = 100
MOST_TAGS = 10_000
_LEFT_OUT = {code: None for code in (*range(0x20), *range(0x7F, 0xA0)) if chr(code) not in "\n\t"}


def clean_text(text: str) -> str:
    """`text` with CRLF as LF, unpaired surrogates as U+FFFD, and other control characters left out."""
    if text.isprintable():  # nothing of all that is
        return text
    whole = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    lines = whole.replace("\r\n", "\n").replace("\r", "\n")
    return lines.translate(_LEFT_OUT)


def clean_note(text: str) -> str:
    """A cleaned note without blank ends. Raises DomainError(NOTE_TOO_LONG) over 64 KiB of UTF-8."""
    note = clean_text(text).strip()
    if len(note.encode()) > LONGEST_NOTE_BYTES:
        raise DomainError(Rule.NOTE_TOO_LONG, kib=LONGEST_NOTE_BYTES // 1024)
    return note


def clean_tags(tags: tuple[str, ...]) -> tuple[str, ...]:
    """Cleaned tags on one line each, without "#", blanks and repetitions, in the order given.

    Raises DomainError(TAG_TOO_LONG) over 100 characters and DomainError(TOO_MANY_TAGS) over 10,000 tags.
    """
    if not tags:
        return ()
    cleaned = [" ".join(clean_text(tag).split()).lstrip("# ") for tag in tags]
    kept = tuple(dict.fromkeys(filter(None, cleaned)))
    if max(map(len, kept), default=0) > LONGEST_TAG:
        raise DomainError(Rule.TAG_TOO_LONG, characters=LONGEST_TAG)
    if len(kept) > MOST_TAGS:
        raise DomainError(Rule.TOO_MANY_TAGS, most=MOST_TAGS)
    return kept
