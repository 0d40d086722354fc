"""The name of a prompt: the same prompt planned twice has the same id, so that it cannot come twice."""

from datetime import date

from companion.domain.plain_hash import sha1

# Made once at random; a UUIDv5 is the SHA-1 of its namespace and a name (RFC 9562, 5.5).
_NAMESPACE = bytes.fromhex("5d0f8e2cb7614c5a9a3e6f41d2c80b97")


def prompt_id(reminder_id: str, day: date, index: int) -> str:
    """The UUIDv5 of reminder, local date and index, as text."""
    name = f"{reminder_id}/{day.isoformat()}/{index}".encode()
    octets = bytearray(sha1(_NAMESPACE + name).digest()[:16])
    octets[6] = octets[6] & 0x0F | 0x50
    octets[8] = octets[8] & 0x3F | 0x80
    text = octets.hex()
    return f"{text[:8]}-{text[8:12]}-{text[12:16]}-{text[16:20]}-{text[20:]}"
