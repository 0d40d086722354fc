"""Whatever a part says, its line says the same."""

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from companion.adapters.transfer.json_sections import NotAsExportedError, from_json, to_json
from companion.application.parts import Arrival, Kept, KeptCheckIn, Part, PartKind
from companion.domain.checkin import Answering, CheckIn, InputMethod, Origin
from companion.domain.context import Context
from companion.domain.errors import DomainError
from companion.domain.journal import CheckInVersion, NotedVersion
from companion.domain.life_event import LifeEvent
from companion.domain.moment import Moment, moment_of
from companion.domain.pause import Pause, PauseKind
from companion.domain.quiet_hours import QuietHours
from companion.domain.reflection import Reflection
from companion.domain.reminder import (
    AfterCheckIn,
    AtInterval,
    DayRange,
    FixedTimes,
    Once,
    Outside,
    Purpose,
    RandomInBlocks,
    RandomRange,
    RandomWithGap,
    Reminder,
    ReminderRule,
    TimeRange,
)
from companion.domain.reminder_questions import AskedQuestion, Choice, Question
from companion.domain.zone import Zone
from tests.support.builders import a_check_in, a_moment

IDS = st.uuids().map(str)
INSTANTS = st.datetimes(datetime(1970, 1, 3), datetime(2150, 1, 1), timezones=st.just(UTC))
OFFSETS = st.integers(-18 * 3600, 18 * 3600).map(lambda seconds: timezone(timedelta(seconds=seconds)))
ZONES = st.sampled_from([None, "Europe/Berlin", "America/Argentina/Buenos_Aires", "Etc/GMT+12", "UTC"])
MOMENTS = st.builds(lambda at, offset, zone: moment_of(at.astimezone(offset), zone), INSTANTS, OFFSETS, ZONES)
POINTS = st.none() | st.integers(0, 100)
NAMES = st.lists(st.text(max_size=20), max_size=3).map(tuple)
LENGTHS = st.none() | st.timedeltas(timedelta(0), timedelta(days=11_000))
CHECK_INS = st.builds(
    CheckIn,
    id=IDS,
    experienced_at=MOMENTS,
    created_at=MOMENTS,
    arousal=st.integers(0, 100),
    zone=st.none() | st.sampled_from(Zone),
    pleasantness=POINTS,
    safe=POINTS,
    connected=POINTS,
    sleep=POINTS,
    slept=st.none() | st.integers(0, 1440).map(lambda minutes: timedelta(minutes=minutes)),
    origin=st.sampled_from(Origin),
    prompt_id=st.none() | IDS,
    note=st.text(),
    tags=NAMES,
    context=st.builds(Context, NAMES, NAMES, NAMES, NAMES),
    window_id=st.none() | IDS,
    answering=st.builds(Answering, LENGTHS, POINTS, st.none() | st.sampled_from(InputMethod)),
    app_version=st.text(max_size=9),
)
WORDS = st.text(max_size=20)
REFLECTIONS = st.builds(Reflection, IDS, MOMENTS, MOMENTS, WORDS, WORDS.map("a{}".format), st.none() | WORDS)
LIFE_EVENTS = st.builds(LifeEvent, IDS, MOMENTS, MOMENTS, WORDS.map("a{}".format), WORDS)
KEPT = st.builds(
    KeptCheckIn,
    CHECK_INS,
    INSTANTS,
    st.none() | INSTANTS,
    st.just(()),
    st.none() | st.builds(Arrival, st.none() | IDS, st.none() | st.text(max_size=20), st.none() | INSTANTS),
)
EVENING = TimeRange(1080, 1200)
WEEKDAYS = st.frozensets(st.integers(0, 6), min_size=1)
RULES: st.SearchStrategy[ReminderRule] = st.one_of(
    st.builds(FixedTimes, st.lists(st.integers(0, 1439), min_size=1, max_size=9).map(tuple), WEEKDAYS),
    st.builds(
        lambda gap, days: RandomInBlocks(2, TimeRange(600, 1440), gap, days),
        st.timedeltas(timedelta(0), timedelta(minutes=419)),
        WEEKDAYS,
    ),
    st.builds(
        lambda every, days: AtInterval(every, TimeRange(0, 1440), days),
        st.timedeltas(timedelta(hours=1), timedelta(hours=24)),
        WEEKDAYS,
    ),
    st.builds(Once, MOMENTS),
    st.builds(
        lambda kind, gap, days, more: kind(2, TimeRange(600, 720), gap, days, (RandomRange(1, EVENING, more),)),
        st.sampled_from([RandomInBlocks, RandomWithGap]),
        st.timedeltas(timedelta(0), timedelta(minutes=59)),
        WEEKDAYS,
        WEEKDAYS,
    ),
    st.builds(
        lambda days, more: AtInterval(timedelta(minutes=50), TimeRange(600, 720), days, (DayRange(EVENING, more),)),
        WEEKDAYS,
        WEEKDAYS,
    ),
    st.builds(AfterCheckIn, st.sampled_from(Outside), st.timedeltas(timedelta(minutes=1), timedelta(hours=24))),
)
SILENCES = st.none() | st.timedeltas(timedelta(0), timedelta(days=7))


def said_again(kind: PartKind, part: Part) -> Part:
    """The part that is read from its line, once it was seen that the line is one, and the same when written again."""
    line = to_json(kind, part)
    assert b"\n" not in line
    read = from_json(kind, line)
    assert to_json(kind, read) == line
    return read


@given(KEPT)
def test_a_check_in_says_the_same_again(kept: KeptCheckIn) -> None:
    assert said_again(PartKind.CHECK_IN, kept) == kept


@given(st.lists(CHECK_INS, min_size=2, max_size=5), MOMENTS)
def test_so_does_all_that_it_said_before(said: list[CheckIn], at: Moment) -> None:
    *before, now = (replace(each, id=said[0].id) for each in said)
    kept = KeptCheckIn(now, at.utc, versions=tuple(CheckInVersion(each, at) for each in before))
    assert said_again(PartKind.CHECK_IN, kept) == kept


@given(st.lists(REFLECTIONS, min_size=1, max_size=4), MOMENTS)
def test_so_does_a_reflection_with_all_that_it_said_before(said: list[Reflection], at: Moment) -> None:
    *before, now = (replace(each, id=said[0].id) for each in said)
    kept = Kept(now, at.utc, versions=tuple(NotedVersion(each, at) for each in before))
    assert said_again(PartKind.REFLECTION, kept) == kept


@given(st.lists(LIFE_EVENTS, min_size=1, max_size=4), MOMENTS)
def test_so_does_a_life_event_with_all_that_it_said_before(said: list[LifeEvent], at: Moment) -> None:
    *before, now = (replace(each, id=said[0].id) for each in said)
    kept = Kept(now, at.utc, versions=tuple(NotedVersion(each, at) for each in before))
    assert said_again(PartKind.LIFE_EVENT, kept) == kept


@given(RULES, MOMENTS, st.timedeltas(timedelta(0), timedelta(days=365)), st.sampled_from(Purpose), SILENCES)
def test_so_does_a_reminder(
    rule: ReminderRule, at: Moment, expiry: timedelta, purpose: Purpose, silence: timedelta | None
) -> None:
    reminder = Reminder("01900000-0000-7000-8000-00000000aaaa", rule, True, at, at, purpose, expiry, silence)
    assert said_again(PartKind.REMINDER, Kept(reminder, at.utc)) == Kept(reminder, at.utc)


@given(st.lists(st.tuples(st.integers(0, 23), WEEKDAYS), max_size=9, unique_by=lambda each: each[0]))
def test_so_do_quiet_hours(ranges: list[tuple[int, frozenset[int]]]) -> None:
    kept = QuietHours(tuple(DayRange(TimeRange(60 * hour, 60 * hour + 60), days) for hour, days in ranges))
    assert said_again(PartKind.QUIET_HOURS, kept) == kept


@given(IDS, st.sampled_from(Question), MOMENTS, st.sampled_from(Choice))
def test_so_does_an_answer_about_the_reminders(
    answer_id: str, question: Question, at: Moment, choice: Choice
) -> None:
    kept = AskedQuestion(answer_id, question, at, choice)
    assert said_again(PartKind.QUESTION, kept) == kept


@given(MOMENTS, MOMENTS, st.sampled_from(PauseKind))
def test_so_does_a_pause(since: Moment, until: Moment, kind: PauseKind) -> None:
    assert said_again(PartKind.PAUSE, Pause(since, until, kind)) == Pause(since, until, kind)


@given(st.sampled_from(PartKind), st.binary() | st.text().map(str.encode))
def test_nothing_but_a_part_or_a_calm_refusal_comes_of_any_bytes(kind: PartKind, content: bytes) -> None:
    with pytest.raises((NotAsExportedError, DomainError)):
        from_json(kind, content)


def test_of_a_version_only_what_was_changed_is_written() -> None:
    first = a_check_in(10, Zone.BELOW, note="words", tags=("walk",))
    versions = (
        CheckInVersion(first, a_moment(2)),
        CheckInVersion(replace(first, arousal=20), a_moment(1)),
    )
    last = replace(first, arousal=30, zone=None, note="")
    line = json.loads(to_json(PartKind.CHECK_IN, KeptCheckIn(last, a_moment(1).utc, versions=versions)))
    assert [version["before"] for version in line["versions"]] == [
        {"arousal": 10},
        {"arousal": 20, "zone": "below", "note": "words"},
    ]


def test_so_it_is_with_a_life_event() -> None:
    first = LifeEvent(a_check_in().id, a_moment(9), a_moment(8), "Moved", "Boxes.")
    versions = (NotedVersion(first, a_moment(2)), NotedVersion(replace(first, note=""), a_moment(1)))
    last = replace(first, title="A new place", note="", experienced_at=a_moment(10))
    line = json.loads(to_json(PartKind.LIFE_EVENT, Kept(last, a_moment(1).utc, versions=versions)))
    assert [version["before"] for version in line["versions"]] == [
        {"note": "Boxes."},
        {"experienced_at": first.experienced_at.iso(), "title": "Moved"},
    ]


def test_a_version_of_what_cannot_change_is_refused() -> None:
    event = LifeEvent(a_check_in().id, a_moment(9), a_moment(8), "Moved")
    kept = Kept(event, a_moment(1).utc, versions=(NotedVersion(replace(event, title="x"), a_moment(2)),))
    line = to_json(PartKind.LIFE_EVENT, kept)
    assert b'"title": "x"' in line
    line = line.replace(b'"title": "x"', b'"id": "01900000-0000-7000-8000-00000000ffff"')
    with pytest.raises(NotAsExportedError):
        from_json(PartKind.LIFE_EVENT, line)


def test_a_check_in_has_what_the_command_line_lists_even_where_it_says_nothing() -> None:
    line = json.loads(to_json(PartKind.CHECK_IN, KeptCheckIn(a_check_in(None, Zone.MIXED), a_moment().utc)))
    assert {name: line[name] for name in ("arousal", "pleasantness", "prompt", "note", "tags", "prompted")} == {
        "arousal": None,
        "pleasantness": None,
        "prompt": None,
        "note": "",
        "tags": [],
        "prompted": False,
    }
    assert "safe" not in line
