"""Check-ins read as columns."""

from datetime import timedelta
from pathlib import Path

from companion.adapters.storage.vault import SqliteVault
from companion.domain.checkin import Origin
from companion.domain.columns import NO_ANSWER, ZONES, Columns
from companion.domain.moment import Moment
from companion.domain.zone import Zone
from tests.support.builders import a_check_in, a_moment
from tests.support.store import a_vault


def columns(vault: SqliteVault, start: Moment, end: Moment) -> Columns:
    with vault.reading() as store:
        return store.check_ins.columns_between(start.utc, end.utc)


def test_a_check_in_is_a_place_in_each_column(tmp_path: Path) -> None:
    at = a_moment()
    vault = a_vault(tmp_path)
    with vault.writing() as store:
        store.check_ins.add(a_check_in(81, Zone.ABOVE, at=at, origin=Origin.RANDOM))
    found = columns(vault, a_moment(1), a_moment(-1))
    assert (list(found.at), list(found.offset)) == ([at.utc.timestamp()], [3600])
    assert (list(found.arousal), list(found.scheduled)) == ([81], [1])
    assert [ZONES[place] for place in found.zone] == [Zone.ABOVE]


def test_what_was_not_answered_is_no_answer(tmp_path: Path) -> None:
    vault = a_vault(tmp_path)
    with vault.writing() as store:
        store.check_ins.add(a_check_in(None, Zone.MIXED, hours_ago=2))
        store.check_ins.add(a_check_in(20, None, hours_ago=1))
    found = columns(vault, a_moment(3), a_moment(0))
    assert (list(found.arousal), list(found.scheduled)) == ([NO_ANSWER, 20], [0, 0])
    assert list(found.zone) == [ZONES.index(Zone.MIXED), NO_ANSWER]


def test_the_end_is_not_within_and_what_was_taken_back_is_not_there(tmp_path: Path) -> None:
    vault = a_vault(tmp_path)
    kept, gone, later = (a_check_in(points, hours_ago=hours) for points, hours in ((1, 3), (2, 2), (3, 1)))
    with vault.writing() as store:
        for one in (kept, gone, later):
            store.check_ins.add(one)
        store.check_ins.forget(gone.id, a_moment())
    assert list(columns(vault, kept.experienced_at, later.experienced_at).arousal) == [1]


def test_they_say_the_same_as_the_marks(tmp_path: Path) -> None:
    vault = a_vault(tmp_path)
    with vault.writing() as store:
        for hours, origin in enumerate(Origin):
            store.check_ins.add(a_check_in(hours, Zone.BELOW, hours_ago=hours, origin=origin))
        marks = store.check_ins.marks_between(a_moment(99).utc, a_moment().utc + timedelta(1), 99)
    found = columns(vault, a_moment(99), a_moment(-1))
    assert sorted(zip(found.at, found.arousal, found.scheduled, strict=True)) == [
        (mark.at, mark.arousal, mark.is_scheduled) for mark in marks
    ]
