"""Which tags, people, places, activities and body cues lie on which check-ins."""

import json
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, cast

from companion.adapters.storage.many_rows import ManyRows
from companion.adapters.storage.rows import microseconds
from companion.domain.context import NO_CONTEXT, Context
from companion.domain.tag import Tag, TagKind

if TYPE_CHECKING:
    from sqlite3 import Connection

    from companion.domain.checkin import CheckIn
    from companion.domain.draft import Draft

# All tags of a row of check_in in their order, as the text of `tags_to_text`.
TAGS = (
    "(SELECT json_group_array(kind || ':' || name ORDER BY position) FROM check_in_tag "
    "JOIN tag ON tag.number = check_in_tag.tag WHERE check_in_tag.check_in = check_in.number)"
)
_NUMBER = "SELECT number FROM tag WHERE kind = ? AND name = ?"
_NEW = "INSERT INTO tag (kind, name, created_us) VALUES (?, ?, ?)"
_FACETS = "SELECT number, facet FROM check_in WHERE number BETWEEN ? AND ?"
_PUT = ManyRows("INSERT INTO check_in_tag (check_in, position, experienced_us, facet, tag) VALUES {}", width=5)
_REMOVE_UNUSED = """
DELETE FROM tag WHERE number = ? AND offered IS NULL
AND NOT EXISTS (SELECT 1 FROM check_in_tag WHERE check_in_tag.tag = tag.number)
"""
_LAST_USED = """
UPDATE tag_use SET last_us = min(last_us, (SELECT max(experienced_us) FROM check_in_tag WHERE tag = ?1))
WHERE tag = ?1
"""
_NONE = "[]"
_KINDS = {kind.value: kind for kind in TagKind}


def put_tags(connection: "Connection", tagged: Iterable[tuple[int, "CheckIn"]], now_us: int) -> None:
    """Lays their tags on check-ins, given with their numbers, in the order given; makes the tags that are new.

    The numbers are those of neighbours.
    """
    laid = [(number, check_in, all_tags(check_in)) for number, check_in in tagged if has_tags(check_in)]
    if not laid:
        return
    numbers = {
        tag: _number_of(connection, tag, now_us) for tag in dict.fromkeys(tag for *_, tags in laid for tag in tags)
    }
    facets = dict(connection.execute(_FACETS, (laid[0][0], laid[-1][0])))
    lines: list[tuple[object, ...]] = []
    for number, check_in, tags in laid:
        at, facet = microseconds(check_in.experienced_at.utc), facets[number]
        lines += [(number, position, at, facet, numbers[tag]) for position, tag in enumerate(tags)]
    _PUT.put(connection, lines)


def replace_tags(connection: "Connection", number: int, before: "CheckIn", after: "CheckIn", now_us: int) -> None:
    """Gives the check-in with that number the tags, and their time, that it has after a correction."""
    if before.experienced_at == after.experienced_at and all_tags(before) == all_tags(after):
        return
    taken_off = connection.execute("DELETE FROM check_in_tag WHERE check_in = ? RETURNING tag", (number,)).fetchall()
    put_tags(connection, [(number, after)], now_us)
    tidy_up(connection, [tag for (tag,) in taken_off])


def tidy_up(connection: "Connection", tags: Sequence[int]) -> None:
    """Leaves no trace of what tags, given by their numbers, were taken off from.

    Those that lie on nothing and are not offered go; the others were last used when something still says so.
    """
    numbers = [(tag,) for tag in tags]
    connection.executemany(_REMOVE_UNUSED, numbers)
    connection.executemany(_LAST_USED, numbers)


def has_tags(tagged: "CheckIn | Draft") -> bool:
    """True unless it is plain at a glance that it has none."""
    return bool(tagged.tags) or tagged.context is not NO_CONTEXT


def tag_count(tagged: "CheckIn | Draft") -> int:
    """How many tags `all_tags` has."""
    return len(tagged.tags) + (0 if tagged.context is NO_CONTEXT else tagged.context.count)


def all_tags(tagged: "CheckIn | Draft") -> tuple[Tag, ...]:
    """Its free tags, and after them those of its context."""
    if not has_tags(tagged):
        return ()
    return (*(Tag(TagKind.TAG, name) for name in tagged.tags), *tagged.context.tags)


def tags_to_text(tags: Iterable[Tag]) -> str:
    """Tags as a JSON array of kind, colon, name."""
    return json.dumps([f"{tag.kind.value}:{tag.name}" for tag in tags], ensure_ascii=False)


def tags_from_text(text: str) -> tuple[tuple[str, ...], Context]:
    """The free tags and the context of a text of `tags_to_text`."""
    if text == _NONE:
        return (), NO_CONTEXT
    names: dict[TagKind, list[str]] = {kind: [] for kind in TagKind}
    for kind, _colon, name in (kind_and_name.partition(":") for kind_and_name in json.loads(text)):
        names[_KINDS[kind]].append(name)
    context = Context(
        people=tuple(names[TagKind.PERSON]),
        places=tuple(names[TagKind.PLACE]),
        activities=tuple(names[TagKind.ACTIVITY]),
        body_cues=tuple(names[TagKind.BODY_CUE]),
    )
    return tuple(names[TagKind.TAG]), NO_CONTEXT if context.is_empty else context


def _number_of(connection: "Connection", tag: Tag, now_us: int) -> int:
    """The number of a tag, which is made if it is new."""
    row = connection.execute(_NUMBER, (tag.kind.value, tag.name)).fetchone()
    if row is None:
        return cast("int", connection.execute(_NEW, (tag.kind.value, tag.name, now_us)).lastrowid)
    return int(row[0])
