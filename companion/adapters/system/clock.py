"""The real clock: this moment with the offset and the name of the time zone the computer is in now."""

import os
import time
from datetime import timedelta, timezone, tzinfo
from pathlib import Path

from companion.adapters.lean_zones import load_zones
from companion.domain.moment import EPOCH, Moment

_LINK = Path("/etc/localtime")
_NAME_FILE = Path("/etc/timezone")
_ZONE_FOLDERS = ("/usr/share/zoneinfo", "/var/db/timezone/zoneinfo")


class SystemClock:
    """Follows the system: a traveller's zone change is noticed at the next look."""

    def __init__(self, link: Path = _LINK, name_file: Path = _NAME_FILE) -> None:
        self._link = link
        self._name_file = name_file
        self._seen: object = None
        self._name: str | None = None

    def now(self) -> Moment:
        """This moment, with the local offset and the zone's name."""
        self._follow_the_system()
        nanoseconds = time.time_ns()
        offset = time.localtime(nanoseconds // 1_000_000_000).tm_gmtoff
        return Moment(EPOCH + timedelta(microseconds=nanoseconds // 1000), timedelta(seconds=offset), self._name)

    def zone(self) -> tzinfo:
        """The local time zone. Where the system names none, its present offset."""
        self._follow_the_system()
        if self._name is None:
            return timezone(timedelta(seconds=time.localtime().tm_gmtoff))
        load_zones()
        from zoneinfo import ZoneInfo

        return ZoneInfo(self._name)

    def _follow_the_system(self) -> None:
        signs = (os.environ.get("TZ"), _target_of(self._link), _changed_at(self._link))
        if signs != self._seen:
            self._seen = signs
            if hasattr(time, "tzset"):
                time.tzset()
            self._name = self._find_name()

    def _find_name(self) -> str | None:
        variable = os.environ.get("TZ")
        if variable is not None:
            return _named(variable.removeprefix(":").rpartition("zoneinfo/")[2]) if variable else "UTC"
        _, found, name = _target_of(self._link).partition("zoneinfo/")
        return (_named(name) if found else None) or _named(_first_line(self._name_file)) or _asked_of_the_library()


def _target_of(link: Path) -> str:
    try:
        return os.path.realpath(link, strict=True)
    except OSError:
        return ""


def _changed_at(link: Path) -> tuple[int, int] | None:
    try:
        seen = os.stat(link)
    except OSError:
        return None
    return seen.st_ino, seen.st_mtime_ns


def _first_line(file: Path) -> str:
    try:
        return file.read_text("ascii").partition("\n")[0].strip()
    except (OSError, ValueError):
        return ""


def _named(name: str) -> str | None:
    name = name.removeprefix("posix/").removeprefix("right/")
    if not name or name.startswith(("/", ".")):
        return None
    if any(os.path.isfile(f"{folder}/{name}") for folder in _ZONE_FOLDERS):
        return name  # looked up without the zone library, which costs a check-in some milliseconds
    load_zones()
    from zoneinfo import ZoneInfo

    try:
        return ZoneInfo(name).key
    except (KeyError, ValueError, OSError):
        return None


def _asked_of_the_library() -> str | None:
    try:
        from tzlocal import get_localzone_name

        return get_localzone_name()
    except Exception:  # whatever it stumbles over, the offset alone is true
        return None
