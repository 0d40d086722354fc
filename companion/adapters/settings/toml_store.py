"""The settings file: TOML that a person can read and edit, forgiving when read, whole when written."""

import os
from collections.abc import Callable, Mapping
from datetime import date, datetime
from enum import Enum
from pathlib import Path

from companion.adapters.whole_file import whole_file
from companion.application.errors import Trouble, UserError
from companion.application.settings import (
    LARGEST_TEXT_PERCENT,
    LONGEST_IDLE_MINUTES,
    SMALLEST_TEXT_PERCENT,
    Look,
    Settings,
)
from companion.domain.checkin_field import MOST_OPEN_FIELDS, CheckInField

FILE_NAME = "settings.toml"
LARGEST_BYTES = 1024 * 1024
_MOVED = ("day_start",)  # now in the store, which counts by it


class TomlSettingsStore:
    """Settings in `settings.toml` of a folder. What we do not know in that file is kept.

    `trouble` tells, after `load`, why the whole file could not be used; None if it could, or if there is none.
    """

    def __init__(self, folder: Path) -> None:
        self._file = folder / FILE_NAME
        self.trouble: UserError | None = None

    def load(self) -> Settings:
        """The settings; the default for every value that is missing or wrong.

        A file that is not TOML is set aside as `settings.toml.bad`, and all defaults hold.
        """
        return _settings_from(self._read())

    def save(self, settings: Settings) -> None:
        """Keeps them durably. Raises UserError(FILE_UNWRITABLE)."""
        import tomli_w

        kept = {name: value for name, value in self._read().items() if name not in _MOVED}
        content = {**kept, **plain_settings(settings)}
        try:
            self._file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            with whole_file(self._file) as file:
                tomli_w.dump(content, file)
        except OSError:
            raise UserError(Trouble.FILE_UNWRITABLE, path=str(self._file)) from None

    def _read(self) -> Mapping[str, object]:
        self.trouble = None
        if not os.path.lexists(self._file):
            return {}
        import tomllib

        try:
            with self._file.open("rb") as file:
                return tomllib.loads(file.read(LARGEST_BYTES).decode("utf-8-sig"))
        except (ValueError, RecursionError):
            self._set_aside()
        except OSError:
            self.trouble = UserError(Trouble.SETTINGS_UNREADABLE, path=str(self._file))
        _warn("the settings could not be read; the defaults hold")
        return {}

    def _set_aside(self) -> None:
        aside = self._file.with_name(f"{FILE_NAME}.bad")
        try:
            os.replace(self._file, aside)
        except OSError:
            aside = self._file
        self.trouble = UserError(Trouble.SETTINGS_UNREADABLE, path=str(aside))


def plain_settings(settings: Settings) -> dict[str, object]:
    """Every setting that has a value, by name, as TOML and JSON can hold it."""
    return {name: _plain(value) for name, value in settings._asdict().items() if value is not None}


def setting_from(name: str, value: object) -> object:
    """The setting of that name from its plain value. Raises ValueError if there is none, or it cannot be that."""
    if name not in _READERS:
        raise ValueError
    return _READERS[name](value)


def _settings_from(content: Mapping[str, object]) -> Settings:
    settings = Settings()
    for name in _READERS:
        if name not in content:
            continue
        try:
            settings = settings._replace(**{name: setting_from(name, content[name])})  # type: ignore[arg-type]
        except ValueError:
            _warn("the setting %s has a value that cannot be used; its default holds", name)
    return settings


def _plain(value: object) -> object:
    if isinstance(value, Enum):
        return value.value
    return [_plain(part) for part in value] if isinstance(value, tuple) else value


def _look(value: object) -> Look:
    return Look(value)


def _switch(value: object) -> bool:
    if not isinstance(value, bool):
        raise ValueError
    return value


def _percent(value: object) -> int:
    return _number(value, SMALLEST_TEXT_PERCENT, LARGEST_TEXT_PERCENT)


def _idle_minutes(value: object) -> int:
    return _number(value, 0, LONGEST_IDLE_MINUTES)


def _number(value: object, least: int, most: int) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or not least <= value <= most:
        raise ValueError
    return value


def _language(value: object) -> str:
    if not isinstance(value, str) or not value.replace("-", "").replace("_", "").isalnum() or len(value) > 35:
        raise ValueError
    return value


def _paths(value: object) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(path, str) and path for path in value):
        raise ValueError
    return tuple(value)


def _folder(value: object) -> str:
    if not isinstance(value, str):
        raise ValueError
    return value


def _fields(value: object) -> tuple[CheckInField, ...]:
    if not isinstance(value, list) or len(value) > MOST_OPEN_FIELDS:
        raise ValueError
    chosen = {CheckInField(name) for name in value}
    return tuple(field for field in CheckInField if field in chosen)


def _day(value: object) -> date:
    if not isinstance(value, date) or isinstance(value, datetime):
        raise ValueError
    return value


_READERS: Mapping[str, Callable[[object], object]] = {
    "look": _look,
    "language": _language,
    "text_percent": _percent,
    "reduce_motion": _switch,
    "note_folders": _paths,
    "keep_in_tray": _switch,
    "fields": _fields,
    "reflection_rests_on": _day,
    "backup_folder": _folder,
    "lock_after_minutes": _idle_minutes,
    "lock_on_sleep": _switch,
    "lock_with_screen": _switch,
    "waits_while_typing": _switch,
    "waits_in_full_screen": _switch,
    "waits_for_do_not_disturb": _switch,
    "waits_while_locked": _switch,
    "waits_while_away": _switch,
    "waits_after_start": _switch,
    "discreet_reminders": _switch,
    "deeper_questions": _switch,
    "note_percent": _percent,
    "looked_over_on": _day,
    "without_numbers": _switch,
    "was_welcomed": _switch,
}


def _warn(words: str, *details: object) -> None:
    import logging  # every start reads the settings, and mostly there is nothing to say of them

    logging.getLogger(__name__).warning(words, *details)
