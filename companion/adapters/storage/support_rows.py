"""Support contacts between the domain and the store's columns."""

from dataclasses import replace
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
    _id, _us, _offset, _zone, kind, name, reach, message, is_near, _checked_on, when_locked, place = row[:12]
    made = SupportContact(row[0], moment_from(row[1:4]), SupportKind(kind), name, reach, message, bool(is_near))
    return replace(made, checked_on=checked_on, when_locked=bool(when_locked), place=place)
