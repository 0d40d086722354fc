"""Moving the beginning of the person's day: each is counted anew beside the old count, which holds until the end.

Nobody waits for it: days are counted without a lock and written in short transactions, unseen, and one last short
transaction puts them in force. What changes meanwhile is remembered by its day, and that day is counted once more.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING

from companion.adapters.storage import facts
from companion.adapters.storage.day_counts import DAY, IN_FORCE, PUT, counting
from companion.adapters.storage.noted_tables import NOTED
from companion.adapters.storage.rows import MICROSECOND, microseconds
from companion.domain.moment import LONGEST_OFFSET

if TYPE_CHECKING:
    from sqlite3 import Connection

    Transaction = Callable[[], AbstractContextManager[object]]

DAYS_AT_ONCE = 60
FEW_DAYS = 3
ROWS_AT_ONCE = 100
_DAY = timedelta(days=1)
_EMPTY_DAYS = timedelta(days=10)

_OLD_DAYS = "SELECT DISTINCT day FROM day_summary"
_COUNTED = f"""
SELECT * FROM ({counting(":day_start", "experienced_us >= :start AND experienced_us < :end")})
WHERE day BETWEEN :first AND :last
"""
_TAKE_OUT = "DELETE FROM day_summary WHERE day_start = ? AND day BETWEEN ? AND ?"
_CHANGED = "SELECT day FROM changed_day ORDER BY day LIMIT ?"
_OTHERS = f"""
SELECT day_start, day, import_number FROM day_summary WHERE day_start <> {IN_FORCE}
AND import_number NOT IN (SELECT number FROM import_batch WHERE is_complete = 0) LIMIT ?
"""
_REMOVE = "DELETE FROM day_summary WHERE day_start = ? AND day = ? AND import_number = ?"
_MOVE = "UPDATE {table} SET local_day = {day} WHERE local_day <> {day}"


def begin_days_at(connection: "Connection", transaction: "Transaction", day_start: time) -> None:
    """Counts everything by another beginning of the day, which is in force once that is done, wholly or not at all.

    `transaction` opens a write transaction; inside one that is open already everything is one. A crash leaves the
    old beginning in force. No import may be on its way meanwhile, unless everything is one transaction.
    """
    forget_unfinished(connection, transaction)
    if facts.day_start(connection) == day_start:
        return
    with transaction():
        facts.set_day_start_to_come(connection, day_start)
    old_days = connection.execute(_OLD_DAYS).fetchall()
    for days in _portions(_days_of(old_days)):
        counted = _counted(connection, days, day_start)
        with transaction():
            _write(connection, days, day_start, counted)
    while not _put_in_force(connection, transaction, day_start):
        pass
    _remove_others(connection, transaction)


def forget_unfinished(connection: "Connection", transaction: "Transaction") -> None:
    """Removes what a crash left of counting anew; the beginning of the day stays the one in force."""
    if facts.day_start_to_come(connection) is not None:
        with transaction():
            _end(connection)
    _remove_others(connection, transaction)


def _put_in_force(connection: "Connection", transaction: "Transaction", day_start: time) -> bool:
    """Counts what has changed again and lets the new count hold; False if so much had changed that more may have."""
    with transaction():
        changed = connection.execute(_CHANGED, (DAYS_AT_ONCE,)).fetchall()
        is_little = len(changed) <= FEW_DAYS
        if is_little:
            for days in _portions(_days_of(changed)):
                _write(connection, days, day_start, _counted(connection, days, day_start))
            _move_noted(connection, day_start)
            facts.set_day_start(connection, day_start)
            _end(connection)
        else:
            connection.executemany("DELETE FROM changed_day WHERE day = ?", changed)
    if not is_little:
        for days in _portions(_days_of(changed)):
            counted = _counted(connection, days, day_start)
            with transaction():
                _write(connection, days, day_start, counted)
    return is_little


def _counted(connection: "Connection", days: Sequence[date], day_start: time) -> list[tuple[object, ...]]:
    """The rows of all days from the first to the last of them."""
    begin = datetime(days[0].year, days[0].month, days[0].day, tzinfo=UTC)
    length = days[-1] - days[0] + 2 * _DAY
    values = {
        "day_start": facts.text_of(day_start),
        "start": microseconds(begin) - LONGEST_OFFSET // MICROSECOND,
        "end": microseconds(begin) + (length + LONGEST_OFFSET) // MICROSECOND,
        "first": days[0].isoformat(),
        "last": days[-1].isoformat(),
    }
    return connection.execute(_COUNTED, values).fetchall()


def _write(
    connection: "Connection", days: Sequence[date], day_start: time, counted: Sequence[tuple[object, ...]]
) -> None:
    counted_by = facts.text_of(day_start)
    connection.execute(_TAKE_OUT, (counted_by, days[0].isoformat(), days[-1].isoformat()))
    connection.executemany(PUT, [(counted_by, *row) for row in counted])


def _move_noted(connection: "Connection", day_start: time) -> None:
    """Of everything but check-ins there is little."""
    for table in NOTED.values():
        connection.execute(_MOVE.format(table=table.name, day=DAY.format("?1")), (facts.text_of(day_start),))


def _end(connection: "Connection") -> None:
    facts.set_day_start_to_come(connection, None)
    connection.execute("DELETE FROM changed_day")


def _remove_others(connection: "Connection", transaction: "Transaction") -> None:
    """Removes what was counted by a beginning of the day that is not in force, but for an import on its way."""
    while others := connection.execute(_OTHERS, (ROWS_AT_ONCE,)).fetchall():
        with transaction():
            connection.executemany(_REMOVE, others)


def _days_of(old: Sequence[tuple[str]]) -> list[date]:
    """The days on which what lies on old ones may come to lie: those, and the ones before and after."""
    days = {date.fromisoformat(day).toordinal() + step for (day,) in old for step in (-1, 0, 1)}
    return [date.fromordinal(day) for day in sorted(days) if day <= date.max.toordinal()]


def _portions(days: Sequence[date]) -> Iterator[Sequence[date]]:
    """Not many days at once, and none that lie far apart: all between the first and the last are counted."""
    start = 0
    for at, day in enumerate(days):
        if at > start and (at - start == DAYS_AT_ONCE or day - days[at - 1] > _EMPTY_DAYS):
            yield days[start:at]
            start = at
    if days:
        yield days[start:]
