"""Practices between the domain and the store's columns: sessions, the person's own ones, and their places."""

import json
from typing import Any

from companion.adapters.storage.rows import moment_columns, moment_from
from companion.domain.practice import Phase, Step, Way
from companion.domain.practice_own import OwnPractice, PracticePlace
from companion.domain.practice_session import Felt, PracticeSession
from companion.domain.zone import Zone

SESSION = (
    "id, practice, title, started_us, started_offset, started_zone, ended_us, ended_offset, ended_zone, "
    "arousal_before, arousal_after, felt, check_in, stopped_early"
)
OWN_PRACTICE = "id, created_us, created_offset, created_zone, title, way, steps, zones, seconds, note"
PLACE = "practice, is_starred, is_hidden, place"


def session_columns(session: PracticeSession) -> tuple[object, ...]:
    """The columns of SESSION."""
    return (
        session.id,
        session.practice,
        session.title,
        *moment_columns(session.started_at),
        *moment_columns(session.ended_at),
        session.before,
        session.after,
        None if session.felt is None else session.felt.value,
        session.check_in_id,
        int(session.stopped_early),
    )


def session_from(row: tuple[Any, ...]) -> PracticeSession:
    """The session of a row of SESSION."""
    felt = None if row[11] is None else Felt(row[11])
    moments = moment_from(row[3:6]), moment_from(row[6:9])
    return PracticeSession(row[0], row[1], row[2], *moments, row[9], row[10], felt, row[12], bool(row[13]))


def own_columns(practice: OwnPractice) -> tuple[object, ...]:
    """The columns of OWN_PRACTICE."""
    return (
        practice.id,
        *moment_columns(practice.created_at),
        practice.title,
        practice.way.value,
        json.dumps([_step_to_json(step) for step in practice.steps], ensure_ascii=False),
        json.dumps([zone.value for zone in practice.zones]),
        practice.seconds,
        practice.note,
    )


def own_from(row: tuple[Any, ...]) -> OwnPractice:
    """The practice of a row of OWN_PRACTICE."""
    steps = tuple(_step_from_json(each) for each in json.loads(row[6]))
    zones = tuple(Zone(name) for name in json.loads(row[7]))
    return OwnPractice(row[0], moment_from(row[1:4]), row[4], steps, Way(row[5]), zones, row[8], row[9])


def place_columns(place: PracticePlace) -> tuple[object, ...]:
    """The columns of PLACE."""
    return place.key, int(place.is_starred), int(place.is_hidden), place.place


def place_from(row: tuple[Any, ...]) -> PracticePlace:
    """The place of a row of PLACE."""
    return PracticePlace(row[0], bool(row[1]), bool(row[2]), row[3])


def _step_to_json(step: Step) -> list[object]:
    return [step.say, step.more, step.seconds, None if step.phase is None else step.phase.value, step.count]


def _step_from_json(value: list[Any]) -> Step:
    say, more, seconds, phase, count = value
    return Step(say, more, seconds, None if phase is None else Phase(phase), count)
