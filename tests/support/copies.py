"""Copies without a disk."""

from datetime import date, datetime

from companion.application.copies import (
    Comparison,
    CopyContents,
    CopyKind,
    CopyPlace,
    Difference,
    KeptCopy,
)
from companion.application.errors import Trouble, UserError
from companion.application.parts import PartKind
from companion.domain.secrets import Secret

HERE = "/home/robin/.local/share/companion/backups"
NOW = CopyContents(1240, date(2025, 11, 20), date(2026, 11, 22), 2)


def a_copy(
    day: date = date(2026, 11, 20),
    check_ins: int = 1230,
    kind: CopyKind = CopyKind.DAY,
    place: CopyPlace = CopyPlace.HERE,
    *,
    is_earlier: bool = False,
    is_protected: bool | None = False,
    trouble: Trouble | None = None,
    folder: str = HERE,
) -> KeptCopy:
    """A copy that was looked into, unless there is trouble with it."""
    contents = None if trouble else CopyContents(check_ins, date(2025, 11, 20), day, 2)
    path = f"{folder}/{kind.value}-{day.isoformat()}.db"
    return KeptCopy(path, kind, place, day, contents, is_earlier, is_protected, trouble)


def a_comparison(*differences: Difference, loses_protection: bool = False) -> Comparison:
    """What ten newer check-ins make, if nothing else is said."""
    newer = Difference(PartKind.CHECK_IN, only_here=10, days_here=(date(2026, 11, 21), date(2026, 11, 22)))
    copy = a_copy()
    assert copy.contents is not None
    return Comparison(copy, NOW, copy.contents, differences or (newer,), loses_protection)


class FakeCopyKeeper:
    """Fills BackupKeeper; `trouble` and `place_trouble` are raised where there is some."""

    def __init__(self, newest: date | None = None) -> None:
        self.newest = newest
        self.made_at: datetime | None = None
        self.trouble: UserError | None = None
        self.place_trouble: UserError | None = None
        self.look_trouble: UserError | None = None
        self.comparison = a_comparison()
        self.kept: dict[str, list[KeptCopy]] = {"": []}
        self.made: list[date] = []
        self.laid: list[tuple[str, date]] = []
        self.saved: list[tuple[str, bool]] = []
        self.looked: list[tuple[str, Secret | None]] = []
        self.restored: list[date] = []
        self.drops = 0
        self.settled = 0

    def newest_day(self) -> date | None:
        return self.newest

    def newest_made_at(self) -> datetime | None:
        return self.made_at

    def make(self, day: date) -> None:
        _raise(self.trouble)
        self.made.append(day)

    def lay_in(self, place: str, day: date) -> None:
        _raise(self.place_trouble)
        self.laid.append((place, day))

    def save(self, path: str, *, replace: bool = False) -> None:
        _raise(self.trouble)
        self.saved.append((path, replace))

    def copies(self, place: str = "") -> list[KeptCopy]:
        _raise(self.place_trouble if place else self.trouble)
        return self.kept.get(place, [])

    def look_into(self, path: str, secret: Secret | None) -> Comparison:
        self.looked.append((path, secret))
        _raise(self.look_trouble)
        return self.comparison

    def restore(self, day: date) -> KeptCopy:
        _raise(self.trouble)
        self.restored.append(day)
        return a_copy(day, kind=CopyKind.BEFORE_RESTORE)

    def drop(self) -> None:
        self.drops += 1

    def settle(self) -> None:
        self.settled += 1


class FakeReplacer:
    """Fills StoreReplacer; `trouble` is raised where there is some."""

    def __init__(self) -> None:
        self.kept: dict[str, list[KeptCopy]] = {"": [a_copy()]}
        self.trouble: UserError | None = None
        self.replaced: list[tuple[str, Secret | None, date]] = []

    def copies(self, place: str = "") -> list[KeptCopy]:
        return self.kept.get(place, [])

    def look_into(self, path: str, secret: Secret | None) -> KeptCopy:
        _raise(self.trouble)
        return next(copy for copies in self.kept.values() for copy in copies if copy.path == path)

    def replace(self, path: str, secret: Secret | None, day: date) -> str:
        _raise(self.trouble)
        self.replaced.append((path, secret, day))
        return f"{HERE}/unopened-{day.isoformat()}-1"


def _raise(trouble: UserError | None) -> None:
    if trouble is not None:
        raise trouble
