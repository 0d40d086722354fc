"""What may be read while the notebook is locked: the people and places that the person ticked for it, in clear.

Only what has such a tick is ever written here; without one there is no file.
"""

import json
from collections.abc import Sequence
from contextlib import suppress
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from companion.adapters.storage.files import sync_folder, trouble_of, write_durably
from companion.application.errors import Trouble, UserError
from companion.domain.errors import DomainError
from companion.domain.moment import moment_of
from companion.domain.support import SupportContact, SupportKind

SUPPORT_NAME = "support.json"
SCHEMA = "companion/support/1"
MOST_BYTES = 1_000_000
_NEVER = moment_of(datetime(1970, 1, 1, tzinfo=UTC), None)


class SupportFile:
    """The file of one folder, readable by its owner alone (0600)."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / SUPPORT_NAME

    def read(self) -> list[SupportContact]:
        """What is in it; nothing if there is none that can be read. When they were made is not written there."""
        with suppress(OSError, ValueError, KeyError, TypeError, DomainError, RecursionError):
            content = json.loads(self._bytes())
            if content["schema"] == SCHEMA:
                return [_contact_from(each, place) for place, each in enumerate(content["contacts"])]
        return []

    def write(self, contacts: Sequence[SupportContact]) -> None:
        """Puts those with the tick in it, durably, and leaves out all others. Raises UserError."""
        ticked = [_contact_to(each) for each in contacts if each.when_locked]
        if not ticked:
            self._take_away()
            return
        text = json.dumps({"schema": SCHEMA, "contacts": ticked}, ensure_ascii=False, indent=1).encode()
        with suppress(OSError):
            if self._bytes() == text and self._path.stat().st_mode & 0o077 == 0:
                return
        write_durably(self._path, text)

    def _bytes(self) -> bytes:
        with open(self._path, "rb") as file:
            return file.read(MOST_BYTES)

    def _take_away(self) -> None:
        try:
            self._path.unlink()
            sync_folder(self._path.parent)
        except FileNotFoundError:
            return
        except OSError as error:
            raise UserError(trouble_of(error, Trouble.FOLDER_UNWRITABLE), path=str(self._path.parent)) from error


def _contact_to(contact: SupportContact) -> dict[str, Any]:
    return {
        "id": contact.id,
        "kind": contact.kind.value,
        "name": contact.name,
        "reach": contact.reach,
        "message": contact.message,
        "near": contact.is_near,
        "checked_on": None if contact.checked_on is None else contact.checked_on.isoformat(),
    }


def _contact_from(content: dict[str, Any], place: int) -> SupportContact:
    """Raises ValueError, KeyError, TypeError or DomainError for anything else."""
    words = content["name"], content["reach"], content["message"]
    if not all(isinstance(each, str) for each in (content["id"], *words)):
        raise TypeError("not words")
    checked_on = None if content["checked_on"] is None else date.fromisoformat(content["checked_on"])
    kind = SupportKind(content["kind"])
    return SupportContact(content["id"], _NEVER, kind, *words, content["near"] is True, checked_on, True, place)
