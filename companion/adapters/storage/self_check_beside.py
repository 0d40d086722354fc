"""What lies beside the store and elsewhere, looked at without opening anything: copies, key slots, versions."""

from datetime import date, timedelta
from pathlib import Path

from companion.adapters.storage.copy_names import copies_in, newest_day_in
from companion.adapters.storage.copy_reading import salt_of
from companion.adapters.storage.database import DRIVER
from companion.adapters.storage.key_file import LockedKey, key_files
from companion.adapters.storage.key_slots import COST_TODAY, SlotKind
from companion.adapters.storage.self_check import Finding, FindingState
from companion.adapters.storage.upgrade import BACKUPS

OLD_AFTER = timedelta(days=31)
WARN, OK = FindingState.WARN, FindingState.OK


def copies_age(folder: Path, today: date) -> list[Finding]:
    """How old the newest copy beside the store is; nothing where there is none, which is told elsewhere."""
    newest = newest_day_in(folder / BACKUPS)
    if newest is None:
        return []
    age = today - newest
    return [Finding("backups.age", WARN if age > OLD_AFTER else OK, str(max(age.days, 0)))]


def second_place(folder: Path, place: str) -> Finding:
    """Whether the second place is there, and how its newest copy of this notebook compares with the one here."""
    if not place:
        return Finding("place.none", OK)
    try:
        names = copies_in(Path(place))
        of_ours = {key.salt for key in key_files(folder) if key is not None}
        days = [name.day for file, name in names.items() if name.day and salt_of(Path(place) / file) in of_ours]
    except OSError:
        return Finding("place.there", WARN, place)
    here = newest_day_in(folder / BACKUPS)
    if not days:
        return Finding("place.copy", WARN, place)
    is_behind = here is not None and max(days) < here
    return Finding("place.behind" if is_behind else "place.newest", WARN if is_behind else OK, max(days).isoformat())


def key_slots(folder: Path) -> list[Finding]:
    """Whether passphrase and recovery code both open the key, and at the cost of today; nothing without either."""
    key = next((key for key in key_files(folder) if isinstance(key, LockedKey)), None)
    if key is None:
        return []
    is_whole = {slot.kind for slot in key.slots} == set(SlotKind)
    is_weak = any(slot.cost.is_weaker_than(COST_TODAY) for slot in key.slots)
    slots = Finding("key.slots", OK if is_whole else WARN, str(len(key.slots)))
    return [slots, Finding("key.cost", WARN if is_weak else OK)]


def library_versions() -> str:
    """SQLite and SQLCipher, by their numbers."""
    connection = DRIVER.connect(":memory:")
    try:
        cipher = connection.execute("PRAGMA cipher_version").fetchone()
    finally:
        connection.close()
    return f"SQLite {DRIVER.sqlite_version}, SQLCipher {(cipher or ('?',))[0].split()[0]}"
