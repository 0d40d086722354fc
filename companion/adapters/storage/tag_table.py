"""Which tags lie on which check-ins."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite3 import Connection

_NEW = "INSERT INTO tag (name, created_us) VALUES (?, ?) ON CONFLICT DO NOTHING"
_PUT = "INSERT INTO check_in_tag (check_in, position, tag) VALUES (?, ?, (SELECT number FROM tag WHERE name = ?))"


def put_tags(connection: "Connection", tagged: Iterable[tuple[int, tuple[str, ...]]], now_us: int) -> None:
    """Lays tags on check-ins, given by their numbers, in the order given; makes the tags that are new."""
    lines = [(number, place, name) for number, tags in tagged for place, name in enumerate(tags)]
    if not lines:
        return
    connection.executemany(_NEW, [(name, now_us) for name in dict.fromkeys(line[2] for line in lines)])
    connection.executemany(_PUT, lines)
