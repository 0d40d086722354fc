"""What a check-in said before each correction: of every version only the fields that were changed then."""

import json
from typing import TYPE_CHECKING

from companion.adapters.storage.check_in_json import check_in_from_json, check_in_to_json
from companion.adapters.storage.rows import moment_columns, moment_from
from companion.domain.checkin import CheckIn
from companion.domain.journal import CheckInVersion
from companion.domain.moment import Moment

if TYPE_CHECKING:
    from sqlite3 import Connection

_KEEP = """
INSERT INTO check_in_version (check_in, replaced_us, replaced_offset, replaced_zone, before) VALUES (?, ?, ?, ?, ?)
"""
OF_CHECK_IN = """
SELECT replaced_us, replaced_offset, replaced_zone, before FROM check_in_version
WHERE check_in = (SELECT number FROM check_in WHERE id = ?) ORDER BY number DESC
"""


class CheckInVersions:
    """Kept from the newest back: each line turns a check-in into what it was before."""

    def __init__(self, connection: "Connection") -> None:
        self._connection = connection

    def keep(self, number: int, before: CheckIn, after: CheckIn, at: Moment) -> bool:
        """Keeps what the check-in with that number said before; False, and nothing kept, if it says the same."""
        old, new = check_in_to_json(before), check_in_to_json(after)
        changed = {name: value for name, value in old.items() if new[name] != value}
        if changed:
            text = json.dumps(changed, ensure_ascii=False)
            self._connection.execute(_KEEP, (number, *moment_columns(at), text))
        return bool(changed)

    def of(self, check_in: CheckIn) -> list[CheckInVersion]:
        """Its versions, oldest first, each of them whole; words that did not change with it are those of today."""
        content = check_in_to_json(check_in)
        versions = []
        for *replaced, before in self._connection.execute(OF_CHECK_IN, (check_in.id,)):
            content = content | json.loads(before)
            replaced_us, offset, zone = replaced
            versions.append(CheckInVersion(check_in_from_json(content), moment_from((replaced_us, offset, zone))))
        return versions[::-1]
