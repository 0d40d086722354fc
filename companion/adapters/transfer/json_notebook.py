"""Own words, tags, windows, imports and the start of the day in an export."""

from datetime import time
from typing import Annotated

import msgspec

from companion.adapters.transfer.json_fields import (
    BatchId,
    Clock,
    Count,
    Id,
    Name,
    Points,
    Shape,
    Text,
    ZoneName,
    moment,
    utc,
    utc_text,
)
from companion.application.parts import DayStart, ImportBatch, KeptTag, OwnWords
from companion.domain.day_start import checked_day_start
from companion.domain.errors import DomainError, Rule
from companion.domain.tag import Tag, TagKind
from companion.domain.text import clean_tags, clean_text
from companion.domain.window import LikelyRange, WindowOfTolerance, WindowSource

Likely = Annotated[list[Points], msgspec.Meta(min_length=2, max_length=2)]


class WordingShape(Shape, kw_only=True):
    """The person's own words, and what they stand for."""

    name: Annotated[str, msgspec.Meta(min_length=1, max_length=200)]
    text: Text
    updated_at: Name

    def part(self) -> OwnWords:
        """What the store keeps. Raises DomainError and ValueError."""
        line = " ".join(clean_text(self.text).split())
        if not line or self.name != clean_text(self.name):
            raise ValueError("no words")
        return OwnWords(self.name, line, utc(self.updated_at))


class TagShape(Shape, kw_only=True):
    """A tag; `offered` is its place among the choices of a check-in."""

    kind: TagKind
    name: Name
    created_at: Name
    offered: Count | None = None

    def part(self) -> KeptTag:
        """What the store keeps. Raises DomainError and ValueError."""
        if clean_tags((self.name,)) != (self.name,):
            raise ValueError("not the name of a tag")
        return KeptTag(Tag(self.kind, self.name), utc(self.created_at), self.offered)


class WindowShape(Shape, kw_only=True):
    """One version of the person's window; a side that was learned has the range in which it likely lies."""

    id: Id
    lower: Points
    upper: Points
    since: Name
    timezone: ZoneName | None = None
    source: WindowSource
    lower_likely: Likely | None = None
    upper_likely: Likely | None = None
    labels: Count | None = None

    def part(self) -> WindowOfTolerance:
        """What the store keeps. Raises DomainError and ValueError."""
        return WindowOfTolerance(
            id=self.id,
            lower=self.lower,
            upper=self.upper,
            since=moment(self.since, self.timezone),
            source=self.source,
            lower_likely=_likely(self.lower_likely),
            upper_likely=_likely(self.upper_likely),
            labels=self.labels,
        )


class BatchShape(Shape, kw_only=True):
    """An import of another kind of file."""

    id: BatchId
    source: Name
    created_at: Name
    updated_at: Name

    def part(self) -> ImportBatch:
        """What the store keeps. Raises DomainError."""
        return ImportBatch(self.id, clean_text(self.source), utc(self.created_at), utc(self.updated_at))


def day_start_text(day_start: DayStart) -> str:
    """ "04:00"."""
    return day_start.at.isoformat("minutes")


def day_start_from(text: Clock) -> DayStart:
    """The day start of `day_start_text`. Raises DomainError and ValueError."""
    return DayStart(checked_day_start(time.fromisoformat(text)))


def wording_shape_of(words: OwnWords) -> WordingShape:
    """The shape of own words."""
    return WordingShape(name=words.name, text=words.text, updated_at=utc_text(words.updated_at))


def tag_shape_of(kept: KeptTag) -> TagShape:
    """The shape of a tag."""
    tag = kept.tag
    return TagShape(kind=tag.kind, name=tag.name, created_at=utc_text(kept.created_at), offered=kept.offered)


def window_shape_of(window: WindowOfTolerance) -> WindowShape:
    """The shape of a window."""
    return WindowShape(
        id=window.id,
        lower=window.lower,
        upper=window.upper,
        since=window.since.iso(),
        timezone=window.since.zone_name,
        source=window.source,
        lower_likely=None if window.lower_likely is None else list(window.lower_likely),
        upper_likely=None if window.upper_likely is None else list(window.upper_likely),
        labels=window.labels,
    )


def batch_shape_of(batch: ImportBatch) -> BatchShape:
    """The shape of an import."""
    times = utc_text(batch.created_at), utc_text(batch.updated_at)
    return BatchShape(id=batch.id, source=batch.source, created_at=times[0], updated_at=times[1])


def _likely(said: list[int] | None) -> LikelyRange | None:
    if said is None:
        return None
    low, high = said
    if low > high:
        raise DomainError(Rule.WINDOW_UPSIDE_DOWN)
    return LikelyRange(low, high)
