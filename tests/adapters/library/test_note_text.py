"""Bytes become text, or one clear reason why not."""

import pytest

from companion.adapters.library.note_text import LARGEST_NOTE_BYTES, NotTextError, decoded
from companion.domain.concept import NoteFault


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_unicode_with_and_without_its_mark_reads_the_same(encoding: str) -> None:
    assert decoded("Grüße 🧠".encode(encoding)) == ("Grüße 🧠", None)


def test_big_endian_with_its_mark_reads_too() -> None:
    assert decoded(b"\xfe\xff" + "über".encode("utf-16-be")) == ("über", None)


def test_what_is_not_utf_8_is_read_as_windows_1252_and_its_line_named() -> None:
    assert decoded("one\ntwo – “three”".encode("cp1252")) == ("one\ntwo – “three”", 2)


@pytest.mark.parametrize(
    ("raw", "fault"),
    [
        (b"a" * (LARGEST_NOTE_BYTES + 1), NoteFault.TOO_LARGE),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", NoteFault.NOT_TEXT),
        ("a\0b".encode("utf-16"), NoteFault.NOT_TEXT),
        (b"\xff\xfea", NoteFault.UNREADABLE),
        (b"caf\xe9 \x81", NoteFault.UNREADABLE),
    ],
)
def test_what_is_no_text_says_why(raw: bytes, fault: NoteFault) -> None:
    with pytest.raises(NotTextError) as caught:
        decoded(raw)
    assert caught.value.fault is fault
