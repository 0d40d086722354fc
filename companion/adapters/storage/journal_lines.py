"""Lines of the journal found without looking at words: each kind by its own index, as many as are needed and no more.

Check-ins that are narrowed down are read facet by facet, and the newest of all are taken: so nothing is ever passed
over, however rare what is wanted is.
"""

from collections.abc import Iterator
from heapq import merge
from itertools import islice
from typing import TYPE_CHECKING

from companion.adapters.storage.day_summaries import VISIBLE
from companion.adapters.storage.journal_facets import ALL, facets_of, wants_only_check_ins
from companion.adapters.storage.journal_place import ORDER, Bound, Found, Way
from companion.adapters.storage.noted_tables import NOTED
from companion.domain.journal import JournalFilter, JournalKind
from companion.domain.tag import Tag

if TYPE_CHECKING:
    from sqlite3 import Connection

_TAG = "SELECT number FROM tag WHERE kind = ? AND name = ?"
# The others always have some.
_WITH_WORDS = {
    JournalKind.REPAIR: "happened || them || helped <> ''",
    JournalKind.TRIANGLE: "mind_words || body_words || relationships_words <> ''",
}
# What is still planned stays a surprise.
_CAME = """
(id NOT IN (SELECT prompt_id FROM unfinished_prompt)
OR EXISTS (SELECT 1 FROM ledger WHERE ledger.prompt_id = prompt.id AND state <> 'planned'))
"""


def found_lines(connection: "Connection", wanted: JournalFilter, bound: Bound, way: Way, limit: int) -> list[Found]:
    """At most `limit` lines beyond the bound, those nearest to it first; `wanted.text` is left aside."""
    streams = [
        (Found(*row) for row in connection.execute(query, (bound.experienced_us, bound.id_for(kind), limit, *more)))
        for kind, query, more in _queries(connection, wanted, way)
    ]
    nearest = merge(*streams, reverse=way is Way.OLDER)
    return list(islice(nearest, limit))


def _queries(
    connection: "Connection", wanted: JournalFilter, way: Way
) -> Iterator[tuple[int, str, tuple[object, ...]]]:
    facets = facets_of(wanted)
    if facets and wanted.tag is not None:
        number = _tag_number(connection, wanted.tag)
        if number is not None:
            yield 0, tagged(facets, way), (number,)
    elif facets:
        yield 0, check_ins(way) if facets == ALL else narrowed(facets, way), ()
    if wants_only_check_ins(wanted):
        return
    for kind, table in NOTED.items():
        if kind in wanted.kinds:
            yield ORDER[kind], noted(table.name, ORDER[kind], way, _with_words(kind, wanted)), ()
    if JournalKind.PROMPT in wanted.kinds and not wanted.with_note:
        yield ORDER[JournalKind.PROMPT], prompts(way), ()
    if JournalKind.PRACTICE in wanted.kinds and not wanted.with_note:
        yield ORDER[JournalKind.PRACTICE], practices(way), ()


def check_ins(way: Way) -> str:
    """Every check-in. Like the others: time and id of the bound, how many; all in order."""
    return _in_order("check_in", "experienced_us", f"deleted_us IS NULL AND {VISIBLE}", 0, way)


def narrowed(facets: frozenset[int], way: Way) -> str:
    """Check-ins of some facets."""
    return _nearest(
        (
            _in_order("check_in", "experienced_us", f"facet = {facet} AND {VISIBLE}", 0, way)
            for facet in sorted(facets)
        ),
        way,
    )


def tagged(facets: frozenset[int], way: Way) -> str:
    """Check-ins of some facets with a tag, whose number comes last."""
    table = "check_in_tag CROSS JOIN check_in ON check_in.number = check_in_tag.check_in"
    time = "check_in_tag.experienced_us"
    return _nearest(
        (
            _in_order(table, time, f"check_in_tag.tag = ?4 AND check_in_tag.facet = {facet} AND {VISIBLE}", 0, way)
            for facet in sorted(facets)
        ),
        way,
    )


def noted(table: str, kind: int, way: Way, where: str = "TRUE") -> str:
    """Every reflection, life event, repair, or triangle."""
    return _in_order(table, "experienced_us", f"deleted_us IS NULL AND {where}", kind, way)


def prompts(way: Way) -> str:
    """Every prompt that came and went."""
    return _in_order("prompt", "at_us", _CAME, ORDER[JournalKind.PROMPT], way)


def practices(way: Way) -> str:
    """Everything that was practised."""
    return _in_order("practice_session", "started_us", "deleted_us IS NULL", ORDER[JournalKind.PRACTICE], way)


def _in_order(table: str, time: str, where: str, kind: int, way: Way) -> str:
    number = "check_in.number" if "check_in " in f"{table} " else "number"
    return (
        f"SELECT {time}, {kind}, id, {number} FROM {table} "
        f"WHERE {time} {way.sign}= ?1 AND ({time} {way.sign} ?1 OR id {way.sign} ?2) AND {where} "
        f"ORDER BY {time} {way.order}, id {way.order} LIMIT ?3"
    )


def _with_words(kind: JournalKind, wanted: JournalFilter) -> str:
    return _WITH_WORDS.get(kind, "TRUE") if wanted.with_note else "TRUE"


def _nearest(parts: Iterator[str], way: Way) -> str:
    together = " UNION ALL ".join(f"SELECT * FROM ({part})" for part in parts)
    return f"SELECT * FROM ({together}) ORDER BY 1 {way.order}, 3 {way.order} LIMIT ?3"


def _tag_number(connection: "Connection", tag: Tag) -> int | None:
    row = connection.execute(_TAG, (tag.kind.value, tag.name)).fetchone()
    return None if row is None else int(row[0])
