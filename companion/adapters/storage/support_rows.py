"""Support contacts between the domain and the store's columns."""

from datetime import date
from typing import Any

from companion.adapters.storage.rows import moment_columns, moment_from
from companion.domain.support import SupportContact, SupportKind

CONTACT = (
    "id, created_us, created_offset, created_zone, kind, name, reach, message, is_near, checked_on, "
    "when_locked, place"
)


def contact_columns(contact: SupportContact) -> tuple[object, ...]:
    """The columns of CONTACT."""
    return (
        contact.id,
        *moment_columns(contact.created_at),
        contact.kind.value,
        contact.name,
        contact.reach,
        contact.message,
        int(contact.is_near),
        None if contact.checked_on is None else contact.checked_on.isoformat(),
        int(contact.when_locked),
        contact.place,
    )


def contact_from(row: tuple[Any, ...]) -> SupportContact:
    """The contact of a row of CONTACT."""
    checked_on = None if row[9] is None else date.fromisoformat(row[9])
    kind, when_locked = SupportKind(row[4]), bool(row[10])
    return SupportContact(
        row[0], moment_from(row[1:4]), kind, *row[5:8], bool(row[8]), checked_on, when_locked, row[11]
    )
