"""Files of other programs: which they are, what the person says of them, and what was found in them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from companion.application.parts import PartCounts, PartKind
    from companion.domain.secrets import Secret


class FileKind(Enum):
    """Whose file it is. The values are words of the command line and stay."""

    COMPANION = "companion"
    DAYLIO = "daylio"
    HOW_WE_FEEL = "how-we-feel"
    APPLE = "apple"
    PIXY = "pixy"
    TRACK_AND_GRAPH = "track-and-graph"
    COLUMNS = "columns"


class Meaning(Enum):
    """What a rating of another program is taken for: pleasantness, unless the person says it is energy."""

    PLEASANTNESS = "pleasantness"
    AROUSAL = "arousal"
    NOTHING = "nothing"


class DateOrder(Enum):
    """In which order a date names year, month and day."""

    YEAR_FIRST = "ymd"
    DAY_FIRST = "dmy"
    MONTH_FIRST = "mdy"


class Column(Enum):
    """What a column of a table can hold. A moment is in one column, or a date in one and a time in another."""

    AT = "at"
    DATE = "date"
    TIME = "time"
    AROUSAL = "arousal"
    PLEASANTNESS = "pleasantness"
    ZONE = "zone"
    NOTE = "note"
    TAGS = "tags"


@dataclass(frozen=True, slots=True)
class Scale:
    """A line of another program by its ends, either of which may be the larger one. They are not equal."""

    lowest: float
    highest: float

    def points(self, value: float) -> int | None:
        """The nearest whole point 0..100, or None for a value beyond the ends."""
        place = (value - self.lowest) / (self.highest - self.lowest)
        return int(100 * place + 0.5) if 0 <= place <= 1 else None


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the person says of a file. `points` are for words of theirs, in small letters, None for a word that is to
    stand for no number; `feature` is the one of several series that comes in. Without a `scale` the smallest and
    largest number of the file are its ends.
    """

    rating: Meaning = Meaning.PLEASANTNESS
    points: Mapping[str, int | None] = field(default_factory=dict)
    feature: str | None = None
    scale: Scale | None = None
    columns: Mapping[Column, str] = field(default_factory=dict)
    dates: DateOrder = DateOrder.YEAR_FIRST

    @property
    def has_columns(self) -> bool:
        """True if they name a moment, once, and something beside it: what a table has to have."""
        moments = self.columns.keys() & {Column.AT, Column.DATE, Column.TIME}
        return moments in _MOMENTS and bool(self.columns.keys() - moments)


_MOMENTS = ({Column.AT}, {Column.DATE}, {Column.DATE, Column.TIME})


@dataclass(frozen=True, slots=True)
class FileWish:
    """A file, and what the person says of it. Whose it is is told by its content unless they say so.

    `secret` opens an export that is encrypted; `with_settings` takes the settings in it over.
    """

    path: str
    kind: FileKind | None = None
    wishes: Wishes = field(default_factory=Wishes)
    secret: Secret | None = None
    with_settings: bool = False


@dataclass(slots=True)
class Findings:
    """What a file held beside its rows, counted while it was read.

    `words` are words that stood for numbers, with the points they were given (None: the person has not said), and
    `word_counts` how often. `features` are the series there are. `without_time` rows had a day alone and stand at
    noon; `not_chosen` ones belong to other series.
    """

    kind: FileKind
    words: dict[str, tuple[int | None, int | None]] = field(default_factory=dict)
    word_counts: Counter[str] = field(default_factory=Counter)
    features: Counter[str] = field(default_factory=Counter)
    scale: Scale | None = None
    without_time: int = 0
    not_chosen: int = 0

    def count_word(self, word: str, arousal: int | None, pleasantness: int | None) -> None:
        """A word came once more; the points it was given."""
        self.word_counts[word] += 1
        self.words[word] = (arousal, pleasantness)


@dataclass(frozen=True, slots=True)
class FileContent:
    """Whose file it is and what became of its parts, or would. A table of no program we know has `columns`.

    One that `wants_secret` is encrypted, and nothing of it was read yet. `settings` are those in it, as nobody has
    looked at them yet.
    """

    kind: FileKind
    counts: Mapping[PartKind, PartCounts] = field(default_factory=dict)
    findings: Findings | None = None
    columns: tuple[str, ...] = ()
    wants_secret: bool = False
    settings: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class KeptImport:
    """An import that can be taken out again. `source` is the word of the file's kind.

    `check_ins` of it are here and not taken back; `corrected` were corrected here since.
    """

    id: str
    source: str
    at: datetime
    check_ins: int
    corrected: int = 0
