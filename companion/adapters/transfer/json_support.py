"""People, places and services to turn to, in an export."""

from datetime import date
from typing import Annotated

import msgspec

from companion.adapters.transfer.json_fields import Count, Id, Name, Shape, ZoneName, moment, utc, utc_text
from companion.application.parts import Kept
from companion.domain.support import SupportContact, SupportKind

Day = Annotated[str, msgspec.Meta(pattern="^[0-9]{4}-[0-9]{2}-[0-9]{2}$")]


class SupportContactShape(Shape, kw_only=True):
    """Someone or somewhere to turn to; `updated_at` is left out where it is `created_at`."""

    id: Id
    created_at: Name
    timezone: ZoneName | None = None
    kind: SupportKind
    name: Name
    reach: Name = ""
    message: Name = ""
    near: bool = False
    checked_on: Day | None = None
    when_locked: bool = False
    place: Count = 0
    updated_at: Name | None = None
    deleted_at: Name | None = None

    def part(self) -> Kept[SupportContact]:
        """What the store keeps. Raises DomainError and ValueError."""
        created_at = moment(self.created_at, self.timezone)
        contact = SupportContact(
            self.id,
            created_at,
            self.kind,
            self.name,
            self.reach,
            self.message,
            self.near,
            None if self.checked_on is None else date.fromisoformat(self.checked_on),
            self.when_locked,
            self.place,
        )
        updated_at = created_at.utc if self.updated_at is None else utc(self.updated_at)
        return Kept(contact, updated_at, None if self.deleted_at is None else utc(self.deleted_at))


def contact_shape_of(kept: Kept[SupportContact]) -> SupportContactShape:
    """The shape of a contact."""
    contact = kept.value
    return SupportContactShape(
        id=contact.id,
        created_at=contact.created_at.iso(),
        timezone=contact.created_at.zone_name,
        kind=contact.kind,
        name=contact.name,
        reach=contact.reach,
        message=contact.message,
        near=contact.is_near,
        checked_on=None if contact.checked_on is None else contact.checked_on.isoformat(),
        when_locked=contact.when_locked,
        place=contact.place,
        updated_at=None if kept.updated_at == contact.created_at.utc else utc_text(kept.updated_at),
        deleted_at=None if kept.deleted_at is None else utc_text(kept.deleted_at),
    )
