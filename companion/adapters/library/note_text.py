"""The bytes of a note as text: UTF-8, UTF-16 with its mark, and as a last resort Windows-1252."""

import codecs

from companion.domain.concept import NoteFault

LARGEST_NOTE_BYTES = 256 * 1024
_BYTE_ORDER_MARK = "\ufeff"


class NotTextError(Exception):
    """Bytes that cannot be read as text; `fault` says why."""

    def __init__(self, fault: NoteFault) -> None:
        super().__init__(fault.value)
        self.fault = fault


def decoded(raw: bytes) -> tuple[str, int | None]:
    """The text without a byte order mark; with it the line (from 1) of the first byte that is not UTF-8, or None.

    Raises NotTextError: TOO_LARGE over 256 KiB, NOT_TEXT for NUL bytes, UNREADABLE if no encoding fits.
    """
    if len(raw) > LARGEST_NOTE_BYTES:
        raise NotTextError(NoteFault.TOO_LARGE)
    if raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return _without_nul(_strict(raw, "utf-16")), None
    if b"\0" in raw:
        raise NotTextError(NoteFault.NOT_TEXT)
    try:
        return raw.decode("utf-8").removeprefix(_BYTE_ORDER_MARK), None
    except UnicodeDecodeError as error:
        return _strict(raw, "cp1252"), raw.count(b"\n", 0, error.start) + 1


def _strict(raw: bytes, encoding: str) -> str:
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError:
        raise NotTextError(NoteFault.UNREADABLE) from None


def _without_nul(text: str) -> str:
    if "\0" in text:
        raise NotTextError(NoteFault.NOT_TEXT)
    return text
