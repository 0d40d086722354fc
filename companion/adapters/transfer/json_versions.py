"""What something said before each correction, in an export: of every version only the fields that were changed."""

from collections.abc import Callable, Collection, Iterator, Sequence
from typing import Any

import msgspec

from companion.adapters.transfer.json_fields import Name, Shape, ZoneName, moment
from companion.domain.journal import Version
from companion.domain.moment import Moment

Plain = dict[str, Any]


class VersionShape(Shape, kw_only=True):
    """When something was corrected, and what the fields that changed said before; null where they said nothing."""

    replaced_at: Name
    timezone: ZoneName | None = None
    before: dict[str, Any]


def version_shapes(
    versions: Sequence[Version], now: Plain, plain: Callable[[Any], Plain], names: Sequence[str]
) -> list[VersionShape]:
    """Each with those of these fields in which the version after it differs, in their order.

    `now` is what is said today, `plain` turns what a version says into fields.
    """
    if not versions:
        return []
    said = [plain(version.said) for version in versions]
    return [
        VersionShape(
            replaced_at=version.replaced_at.iso(),
            timezone=version.replaced_at.zone_name,
            before={name: old.get(name) for name in names if old.get(name) != new.get(name)},
        )
        for version, old, new in zip(versions, said, [*said[1:], now], strict=True)
    ]


def said_before(
    shape: Any, versions: Sequence[VersionShape], names: Collection[str]
) -> Iterator[tuple[Plain, Moment]]:
    """From the newest back, what was said in these fields, and until when; `id` is one that cannot change.

    Raises ValueError for another field, and DomainError.
    """
    if not versions:
        return
    said = {name: value for name, value in msgspec.to_builtins(shape).items() if name in names}
    for version in reversed(versions):
        if not version.before.keys() <= {*names} - {"id"}:
            raise ValueError("a field that cannot change")
        said = {name: value for name, value in (said | version.before).items() if value is not None}
        yield said, moment(version.replaced_at, version.timezone)
