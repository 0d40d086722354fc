"""Upgrades: a copy first, every step whole or not at all, and never a store that is neither old nor new."""

import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import nullcontext
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from companion.adapters.storage.database import DRIVER, STORE_NAME, connect
from companion.adapters.storage.key_file import read_key
from companion.adapters.storage.opened import OUR_STEPS, OpenedStore, newest_step, open_store
from companion.adapters.storage.upgrade import Step, steps_in
from companion.adapters.storage.waiting_parts import put_in_place
from companion.application.errors import Trouble, UserError
from companion.domain.context import Context
from companion.domain.draft import Draft
from companion.domain.input_method import InputMethod
from companion.domain.is_helping import Helping
from companion.domain.journal import JournalFilter
from companion.domain.pause import Pause
from companion.domain.practice import Step as PracticeStep
from companion.domain.practice_own import PracticePlace
from companion.domain.practice_session import Felt
from companion.domain.prompt import PromptState, Reason, Transition
from companion.domain.quiet_hours import QuietHours
from companion.domain.reminder import DayRange, RandomInBlocks, TimeRange
from companion.domain.reminder_questions import Choice, Question
from companion.domain.repair import Repair, RepairDraft
from companion.domain.support import SupportKind
from companion.domain.tag import Tag, TagKind, TagUse
from companion.domain.triangle import Corner, Triangle
from companion.domain.zone import Zone
from tests.support.builders import a_moment

ROOT = Path(__file__).parents[3]
SAMPLES = Path(__file__).with_name("samples")
SCHEMA = "SELECT type, name, sql FROM sqlite_schema ORDER BY type, name"
RELEASED = sorted(path.name for path in SAMPLES.iterdir())
SECOND = """
-- A made-up step; with a comment; and two statements more than needed.
CREATE TABLE extra (id TEXT PRIMARY KEY) STRICT;
CREATE TRIGGER extra_stays BEFORE DELETE ON extra
BEGIN
  SELECT raise(ABORT, 'no');
END;
INSERT INTO extra (id) SELECT id FROM check_in;
UPDATE check_in SET note = 'changed';
"""

# Upgrades copy after copy of a store, each in a process of its own that ends one statement later than the last, until
# one is upgraded to its end. Statements of triggers are named like comments; theirs is a part of another.
BREAKS_OFF = """
import os, shutil, sys
from itertools import count
from pathlib import Path
from companion.adapters.storage.database import DRIVER
from companion.adapters.storage import opened, upgrade

sample, stores, steps = map(Path, sys.argv[1:])
open_existing = opened.open_existing

def is_in_trigger(statement):
    words = statement.split(None, 2)
    return words[0] == "--" and len(words[1]) > 1 and words[1].isupper()

def open_broken_off(folder, after):
    left = after

    def counted(statement):
        nonlocal left
        left -= not is_in_trigger(statement)
        if left < 0:
            os._exit(9)

    def watched(*values, **named):
        connection, key = open_existing(*values, **named)
        connection.set_trace_callback(counted)
        return connection, key

    opened.open_existing = watched
    opened.open_store(folder, DRIVER, steps_folder=steps).connection.close()
    os._exit(0)

for after in count():
    folder = stores / f"{after:04d}"
    shutil.copytree(sample, folder)
    child = os.fork()
    if not child:
        open_broken_off(folder, after)
    status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    if status != 9:
        sys.exit(status)
"""


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    """A store of the first version."""
    return copied(tmp_path, "0001")


def copied(tmp_path: Path, release: str) -> Path:
    shutil.copytree(SAMPLES / release, tmp_path / "store")
    return tmp_path / "store"


def steps_folder(tmp_path: Path, *more: str) -> Path:
    folder = tmp_path / "steps"
    shutil.copytree(OUR_STEPS, folder, dirs_exist_ok=True)
    for number, statements in enumerate(more, start=len(steps_in(OUR_STEPS)) + 1):
        (folder / f"{number:04d}_made_up.sql").write_text(statements)
    return folder


def opened(folder: Path, steps: Path = OUR_STEPS) -> OpenedStore:
    return open_store(folder, DRIVER, steps_folder=steps)


def notes(store: OpenedStore) -> set[str]:
    return {check_in.note for check_in in store.store.check_ins.between(None, None)}


@pytest.fixture
def closing() -> Iterator[list[OpenedStore]]:
    """Stores to close at the end."""
    stores: list[OpenedStore] = []
    yield stores
    for store in stores:
        store.connection.close()


@pytest.mark.parametrize("release", RELEASED)
def test_a_store_of_every_released_version_opens_with_everything_in_it(tmp_path: Path, release: str) -> None:
    read = opened(copied(tmp_path, release))
    store = read.store
    check_ins = store.check_ins.between(None, None)
    assert (len(check_ins), store.days.total(), store.days.are_right()) == (24, 24, True)
    assert store.check_ins.newest() == check_ins[-1]
    assert (check_ins[-1].arousal, check_ins[-1].zone, check_ins[-1].tags) == (7, Zone.INSIDE, ("walk",))
    assert {c.note for c in check_ins} == {"", "note 4", "note 8", "note 12", "note 16"}
    assert [(w.lower, w.upper) for w in store.windows.versions()] == [(30, 70), (35, 68)]
    assert [r.rule for r in store.reminders.all()] == [RandomInBlocks(4, TimeRange(540, 1260))]
    assert [r.state for r in store.ledger.between(None, None)] == [PromptState.ANSWERED, PromptState.PLANNED]
    assert store.pauses.current() == Pause(a_moment(1), a_moment(-1))
    draft = store.drafts.current()
    assert draft is not None
    bare = replace(draft, first_touch=None, method=None, took=None)
    assert bare == Draft(a_moment(0.5), 44, Zone.BELOW, "half a")
    assert store.tags.all(TagKind.TAG) == [TagUse(Tag(TagKind.TAG, "home"), 6), TagUse(Tag(TagKind.TAG, "walk"), 13)]
    assert store.tags.are_right()
    assert len(store.journal.older(JournalFilter(text="note"), None, 9).lines) == 4
    read.connection.close()


@pytest.mark.parametrize("release", RELEASED)
def test_an_upgraded_store_is_built_like_a_new_one(tmp_path: Path, release: str, closing: list[OpenedStore]) -> None:
    closing += [opened(copied(tmp_path, release)), opened(tmp_path / "new")]
    schemas = [store.connection.execute(SCHEMA).fetchall() for store in closing]
    assert schemas[0] == schemas[1]


@pytest.mark.parametrize("release", [release for release in RELEASED if release >= "0002"])
def test_a_store_since_the_second_version_has_the_whole_journal(tmp_path: Path, release: str) -> None:
    read = opened(copied(tmp_path, release))
    store = read.store
    whole = store.check_ins.between(None, None)[-3]
    assert (whole.pleasantness, whole.safe, whole.connected, whole.sleep) == (40, 0, 70, 100)
    assert whole.slept == timedelta(hours=6, minutes=40)
    assert whole.context == Context(("Noor",), ("kitchen",), ("tea",), ("cold hands",))
    versions = [version.check_in for version in store.check_ins.versions(whole.id)]
    assert [(v.arousal, v.safe, v.tags, v.context.people) for v in versions] == [
        (21, None, (), ()),
        (20, 0, ("Noor",), ("Noor",)),
    ]
    assert [reflection.text for reflection in store.reflections.between(None, None)] == ["Rain on the roof"]
    assert [(event.title, event.note) for event in store.life_events.between(None, None)] == [
        ("A new place", "With a garden")
    ]
    (reflection,) = store.reflections.between(None, None)
    assert [version.said for version in store.reflections.versions(reflection.id)] == [
        replace(reflection, text="Rain")
    ]
    (event,) = store.life_events.between(None, None)
    moved = replace(event, title="Moved")
    before = [replace(moved, experienced_at=a_moment(480)), moved]
    assert [version.said for version in store.life_events.versions(event.id)] == before
    assert store.wording.all() == {"zone.below.words": "like wading"}
    assert store.tags.offered(TagKind.ACTIVITY) == ["reading", "tea"]
    assert read.connection.execute("SELECT kind FROM tombstone").fetchall() == [("check_in",)]
    read.connection.close()


@pytest.mark.parametrize("release", [release for release in RELEASED if release >= "0003"])
def test_how_reminders_ask_is_there_too(tmp_path: Path, release: str) -> None:
    read = opened(copied(tmp_path, release))
    store = read.store
    assert [reminder.only_after_silence for reminder in store.reminders.all()] == [timedelta(hours=3)]
    first, second = store.ledger.between(None, None)
    assert first.transitions[1] == Transition(first.prompt.id, PromptState.DUE, a_moment(3), Reason.TYPING)
    assert (first.prompt.silence_minutes, second.prompt.silence_minutes) == (None, 180)
    assert store.quiet_hours.current() == QuietHours((DayRange(TimeRange(0, 480), frozenset({5, 6})),))
    assert [(asked.question, asked.choice) for asked in store.questions.all()] == [
        (Question.FEW_ANSWERS, Choice.AS_IT_IS)
    ]
    read.connection.close()


@pytest.mark.parametrize("release", [release for release in RELEASED if release >= "0004"])
def test_how_a_half_filled_check_in_was_answered_so_far_is_there_too(tmp_path: Path, release: str) -> None:
    read = opened(copied(tmp_path, release))
    draft = read.store.drafts.current()
    assert draft is not None
    answered = (50, InputMethod.ARROW_KEYS, timedelta(seconds=8))
    assert (draft.first_touch, draft.method, draft.took) == answered
    read.connection.close()


@pytest.mark.parametrize("release", RELEASED)
def test_days_of_an_older_store_are_counted_by_its_own_beginning_of_the_day(tmp_path: Path, release: str) -> None:
    read = opened(copied(tmp_path, release))
    assert read.connection.execute("SELECT DISTINCT day_start FROM day_summary").fetchall() == [("04:00",)]
    read.connection.execute("UPDATE fact SET value = '11:00' WHERE name = 'day_start'")
    assert (read.store.days.total(), read.store.days.range()) == (0, None)
    read.connection.close()


@pytest.mark.parametrize("release", [release for release in RELEASED if release >= "0005"])
def test_what_was_practised_is_there_too(tmp_path: Path, release: str) -> None:
    read = opened(copied(tmp_path, release))
    store = read.store
    (session,) = store.practice_sessions.of_practice("ours/walk")
    assert (session.title, session.started_at, session.ended_at) == ("A short walk", a_moment(30), a_moment(29.8))
    assert (session.before, session.after, session.felt, session.stopped_early) == (60, 0, Felt.HEAVIER, False)
    assert session.check_in_id == "01900000-0000-7000-8000-000000000003"
    (own,) = store.own_practices.all()
    steps = (PracticeStep("Warm the pot"), PracticeStep("Wait", "for the leaves", 180, None, 2))
    assert (own.title, own.steps, own.zones, own.note) == ("Tea", steps, (Zone.BELOW,), "green")
    assert store.practice_places.all() == {
        "ours/walk": PracticePlace("ours/walk", True, False, 1),
        own.key: PracticePlace(own.key, True, False, 0),
        "ours/cool-face": PracticePlace("ours/cool-face", is_hidden=True),
    }
    read.connection.close()


@pytest.mark.parametrize("release", [release for release in RELEASED if release >= "0006"])
def test_imports_are_there_too_and_one_that_was_taken_out_is_not(tmp_path: Path, release: str) -> None:
    read = opened(copied(tmp_path, release))
    store = read.store
    assert [(kept.source, kept.check_ins, kept.corrected) for kept in store.imports.all()] == [
        ("daylio", 1, 0),
        ("csv", 4, 0),
    ]
    assert store.check_ins.source_of("01900000-0000-7000-8000-000000000022") == '{"mood": "34"}'
    assert store.check_ins.source_of("01900000-0000-7000-8000-000000000024") is None
    assert store.check_ins.source_of("01900000-0000-7000-8000-000000000003") is None
    read.connection.close()


@pytest.mark.parametrize("release", [release for release in RELEASED if release >= "0007"])
def test_people_to_turn_to_are_there_too(tmp_path: Path, release: str) -> None:
    read = opened(copied(tmp_path, release))
    place, person, service = read.store.people.all()
    assert (place.kind, place.name, place.is_near, place.when_locked) == (SupportKind.PLACE, "A place", True, False)
    assert (person.kind, person.reach, person.when_locked) == (SupportKind.PERSON, "030 1", True)
    assert [(each.answer, each.at) for each in read.store.helping.all()] == [(Helping.HEAVIER, a_moment(2))]
    assert (service.message, service.checked_on, service.created_at) == ("Near me?", date(2026, 2, 3), a_moment(4))
    read.connection.close()


@pytest.mark.parametrize("release", [release for release in RELEASED if release >= "0008"])
def test_repairs_are_there_too(tmp_path: Path, release: str) -> None:
    read = opened(copied(tmp_path, release))
    store = read.store
    whole, bare = store.repairs.between(None, None)
    assert (whole.happened, whole.arousal, whole.zone) == ("Late", 71, Zone.ABOVE)
    assert (whole.them, whole.helped, whole.check_in_id) == ("tired", "soup", "01900000-0000-7000-8000-000000000003")
    assert (bare.arousal, bare.words) == (0, "")
    assert [version.said for version in store.repairs.versions(whole.id)] == [replace(whole, helped="", zone=None)]
    assert store.journal.older(JournalFilter(text="soup"), None, 9).lines == (whole,)
    (reflection,) = store.reflections.between(None, None)
    assert reflection.check_in_id == "01900000-0000-7000-8000-000000000003"
    half = RepairDraft(
        a_moment(2), "half", 0, Zone.UNSURE, "a", "b", "01900000-0000-7000-8000-000000000004", a_moment(8)
    )
    assert store.repair_drafts.current() == half
    read.connection.close()


def test_a_repair_can_be_noted_and_found_in_a_store_of_the_first_version(
    sample: Path, closing: list[OpenedStore]
) -> None:
    closing.append(opened(sample))
    store = closing[0].store
    repair = Repair("r", a_moment(1), a_moment(), helped="soup and a note")
    store.repairs.add(repair)
    found = store.journal.older(JournalFilter(text="note"), None, 9).lines
    assert (len(found), found[0]) == (5, repair)


@pytest.mark.parametrize("release", [release for release in RELEASED if release >= "0009"])
def test_triangles_are_there_too(tmp_path: Path, release: str) -> None:
    read = opened(copied(tmp_path, release))
    store = read.store
    whole, bare = store.triangles.between(None, None)
    assert [whole.points(corner) for corner in Corner] == [0, None, 100]
    assert [whole.words(corner) for corner in Corner] == ["", "bread and sleep", "Noor"]
    assert ([bare.points(corner) for corner in Corner], bare.mind_words) == ([None] * 3, "quiet")
    before = replace(whole, body_words="", relationships=3)
    assert [version.said for version in store.triangles.versions(whole.id)] == [before]
    assert store.journal.older(JournalFilter(text="bread"), None, 9).lines == (whole,)
    read.connection.close()


def test_a_triangle_can_be_noted_and_found_in_a_store_of_the_first_version(
    sample: Path, closing: list[OpenedStore]
) -> None:
    closing.append(opened(sample))
    store = closing[0].store
    triangle = Triangle("t", a_moment(1), a_moment(), 0, body_words="a note of sleep")
    store.triangles.add(triangle)
    found = store.journal.older(JournalFilter(text="note"), None, 9).lines
    assert (len(found), found[0]) == (5, triangle)


def test_a_reflection_that_waits_from_an_import_that_broke_off_is_put_in_its_place(
    tmp_path: Path, closing: list[OpenedStore]
) -> None:
    folder = copied(tmp_path, "0007")
    moment = (0, 0, None)
    old = ["waits", *moment, *moment, "ours/window", "What?", "Rain", 5, None, [[7, 0, None, '{"text": "Sun"}']]]
    before = connect(folder / STORE_NAME, read_key(folder), DRIVER)
    before.execute("INSERT INTO import_waiting (kind, content) VALUES ('reflections', ?)", (json.dumps(old),))
    before.close()
    closing.append(opened(folder))
    put_in_place(closing[0].connection, nullcontext)
    reflections = closing[0].store.reflections
    reflection = reflections.get("waits")
    assert reflection is not None
    assert (reflection.concept, reflection.question, reflection.text) == ("ours/window", "What?", "Rain")
    assert (reflection.check_in_id, [each.said for each in reflections.versions("waits")]) == (
        None,
        [replace(reflection, text="Sun")],
    )


def test_there_is_a_sample_of_every_step() -> None:
    assert [f"{step.number:04d}" for step in steps_in(OUR_STEPS)] == RELEASED


def test_steps_are_numbered_without_gaps() -> None:
    steps = steps_in(OUR_STEPS)
    assert [step.number for step in steps] == list(range(1, len(steps) + 1))
    assert newest_step(OUR_STEPS) == len(steps)


def test_an_upgrade_changes_the_store_and_keeps_a_copy_that_opens(
    tmp_path: Path, sample: Path, closing: list[OpenedStore]
) -> None:
    closing.append(opened(sample, steps_folder(tmp_path, SECOND)))
    assert notes(closing[0]) == {"changed"}
    assert closing[0].connection.execute("SELECT count(*) FROM extra").fetchone() == (25,)
    kept = tmp_path / "kept"
    kept.mkdir()
    shutil.copy(sample / "backups" / "before-upgrade-1.db", kept / "companion.db")
    shutil.copy(sample / "backups" / "key.json", kept / "key.json")
    closing.append(opened(kept))
    assert "note 4" in notes(closing[1])


def test_a_large_store_says_so_before_it_is_brought_up_to_date_and_once(
    sample: Path, monkeypatch: pytest.MonkeyPatch, closing: list[OpenedStore]
) -> None:
    told: list[int] = []
    monkeypatch.setattr("companion.adapters.storage.upgrade.TAKES_TIME_BYTES", 1000)

    def tell() -> None:
        told.append(len(list((sample / "backups").glob("before-*"))))

    closing += [open_store(sample, DRIVER, upgrading=tell) for _time in range(2)]
    assert told == [0], "before anything was done"


def test_a_small_store_is_upgraded_without_a_word(sample: Path, closing: list[OpenedStore]) -> None:
    told: list[None] = []
    closing.append(open_store(sample, DRIVER, upgrading=lambda: told.append(None)))
    assert not told


def test_what_an_upgrade_wrote_is_not_left_to_the_next_save(sample: Path, closing: list[OpenedStore]) -> None:
    closing.append(opened(sample))
    assert (sample / "companion.db-wal").stat().st_size == 0


def test_opening_an_upgraded_store_again_makes_no_further_copy(tmp_path: Path, sample: Path) -> None:
    steps = steps_folder(tmp_path, SECOND)
    for _ in range(2):
        opened(sample, steps).connection.close()
    assert [path.name for path in (sample / "backups").glob("*.db")] == ["before-upgrade-1.db"]


@pytest.mark.parametrize(
    "more",
    [(f"{SECOND} CREATE TABLE extra (id);",), (SECOND, "UPDATE check_in SET id = 'same';")],
    ids=["in its first step", "in its second step"],
)
def test_an_upgrade_that_fails_leaves_the_old_store(tmp_path: Path, sample: Path, more: tuple[str, ...]) -> None:
    with pytest.raises(UserError) as raised:
        opened(sample, steps_folder(tmp_path, *more))
    assert (raised.value.trouble, raised.value.data_is_safe) == (Trouble.UPGRADE_FAILED, True)
    old = opened(sample)
    assert "note 4" in notes(old)
    old.connection.close()


@pytest.mark.skipif(sys.platform == "win32", reason="processes that go on from a common beginning")
def test_an_upgrade_killed_before_any_statement_leaves_the_old_store_or_the_new_one(
    tmp_path: Path, sample: Path
) -> None:
    steps, stores = steps_folder(tmp_path, SECOND), tmp_path / "stores"
    stores.mkdir()
    subprocess.run([sys.executable, "-c", BREAKS_OFF, str(sample), str(stores), str(steps)], cwd=ROOT, check=True)
    broken_off = sorted(stores.iterdir())[:-1]
    assert len(broken_off) > 50
    assert [is_new(store) for store in (broken_off[0], broken_off[-1])] == [False, True]
    for store in broken_off[1:-1]:
        is_new(store)
        finished = opened(store, steps)
        assert notes(finished) == {"changed"}
        finished.connection.close()


def is_new(folder: Path) -> bool:
    """Whether a store is new; one that is half of each fails here."""
    try:
        old = opened(folder)
    except UserError as error:
        if error.trouble is not Trouble.STORE_NEWER:
            raise
        return True
    assert "note 4" in notes(old)
    tables = old.connection.execute("SELECT name FROM sqlite_schema WHERE name = 'extra'").fetchall()
    old.connection.close()
    assert tables == []
    return False


def test_a_step_falls_into_its_statements(tmp_path: Path) -> None:
    path = tmp_path / "0002_made_up.sql"
    path.write_text(SECOND + "SELECT 1")
    statements = [" ".join(statement.split()) for statement in Step(2, path).statements()]
    assert len(statements) == 5
    assert statements[1].startswith("CREATE TRIGGER")
    assert statements[1].endswith("END;")
    assert statements[4] == "SELECT 1"
