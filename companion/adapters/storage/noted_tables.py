"""Where reflections, life events, repairs and triangles lie: tables that differ only in their words."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from companion.adapters.storage.rows import moment_from
from companion.domain.journal import JournalKind
from companion.domain.life_event import LifeEvent
from companion.domain.reflection import Reflection
from companion.domain.repair import Repair
from companion.domain.triangle import Triangle
from companion.domain.zone import Zone

N = TypeVar("N", Reflection, LifeEvent, Repair, Triangle)
MOMENTS = (
    "id, experienced_us, experienced_offset, experienced_zone, created_us, created_offset, created_zone, local_day"
)


@dataclass(frozen=True, slots=True)
class NotedTable(Generic[N]):
    """Which table it is, and what its columns of words hold, in the order of the value's last fields.

    `fields_of` makes those fields of the columns.
    """

    name: str
    words: tuple[str, ...]
    kind: type[N]
    words_of: Callable[[N], tuple[str | int | None, ...]]
    fields_of: Callable[[Sequence[Any]], Sequence[Any]] = tuple

    @property
    def versions(self) -> str:
        """The table of what its rows said before they were corrected."""
        return f"{self.name}_version"

    @property
    def select(self) -> str:
        """The rows as `value` reads them."""
        return f"SELECT {MOMENTS}, {', '.join(self.words)} FROM {self.name}"

    @property
    def between(self) -> str:
        """Those of a time, oldest first."""
        kept = "experienced_us >= ? AND experienced_us < ? AND deleted_us IS NULL"
        return f"{self.select} WHERE {kept} ORDER BY experienced_us, id"

    @property
    def newest_noted(self) -> str:
        """The one that was noted last."""
        return f"{self.select} WHERE deleted_us IS NULL ORDER BY created_us DESC, number DESC LIMIT 1"

    def value(self, row: tuple[Any, ...]) -> N:
        """What a row of `select` holds."""
        return self.kind(row[0], moment_from(row[1:4]), moment_from(row[4:7]), *self.fields_of(row[8:]))


REFLECTIONS = NotedTable(
    "reflection",
    ("question", "text", "concept", "check_in"),
    Reflection,
    lambda r: (r.question, r.text, r.concept, r.check_in_id),
)
LIFE_EVENTS = NotedTable("life_event", ("title", "note"), LifeEvent, lambda event: (event.title, event.note))


def _repair_words(repair: Repair) -> tuple[str | int | None, ...]:
    zone = None if repair.zone is None else repair.zone.value
    return repair.happened, repair.arousal, zone, repair.them, repair.helped, repair.check_in_id


def _repair_fields(columns: Sequence[Any]) -> Sequence[Any]:
    happened, arousal, zone, *others = columns
    return happened, arousal, None if zone is None else Zone(zone), *others


REPAIRS = NotedTable(
    "repair", ("happened", "arousal", "zone", "them", "helped", "check_in"), Repair, _repair_words, _repair_fields
)
TRIANGLES = NotedTable(
    "triangle",
    ("mind", "body", "relationships", "mind_words", "body_words", "relationships_words"),
    Triangle,
    lambda t: (t.mind, t.body, t.relationships, t.mind_words, t.body_words, t.relationships_words),
)
NOTED: dict[JournalKind, NotedTable[Any]] = {
    JournalKind.REFLECTION: REFLECTIONS,
    JournalKind.LIFE_EVENT: LIFE_EVENTS,
    JournalKind.REPAIR: REPAIRS,
    JournalKind.TRIANGLE: TRIANGLES,
}
