"""Where reflections and life events lie: two tables that differ only in their words."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from companion.adapters.storage.rows import moment_from
from companion.domain.life_event import LifeEvent
from companion.domain.reflection import Reflection

N = TypeVar("N", Reflection, LifeEvent)
MOMENTS = (
    "id, experienced_us, experienced_offset, experienced_zone, created_us, created_offset, created_zone, local_day"
)


@dataclass(frozen=True, slots=True)
class NotedTable(Generic[N]):
    """Which table it is, and what its columns of words hold, in the order of the value's last fields."""

    name: str
    words: tuple[str, ...]
    kind: type[N]
    words_of: Callable[[N], tuple[str | None, ...]]

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

    def value(self, row: tuple[Any, ...]) -> N:
        """What a row of `select` holds."""
        return self.kind(row[0], moment_from(row[1:4]), moment_from(row[4:7]), *row[8:])


REFLECTIONS = NotedTable(
    "reflection", ("question", "text", "concept"), Reflection, lambda r: (r.question, r.text, r.concept)
)
LIFE_EVENTS = NotedTable("life_event", ("title", "note"), LifeEvent, lambda event: (event.title, event.note))
