"""What a line of the journal says, fact by fact, and which facts a correction changed."""

from collections.abc import Iterator, Sequence
from datetime import timedelta
from typing import NamedTuple

from companion.domain.checkin import CheckIn
from companion.domain.checkin_field import CheckInField
from companion.domain.life_event import LifeEvent
from companion.domain.moment import Moment
from companion.domain.practice_session import PracticeSession
from companion.domain.reflection import Reflection
from companion.domain.repair import Repair
from companion.domain.triangle import Corner, Triangle
from companion.presentation.checkin_fields import field_name
from companion.presentation.date_words import DateWords
from companion.presentation.practice_words import felt_words, lasted_words
from companion.presentation.time_axis import dated
from companion.presentation.translation import _
from companion.presentation.triangle import corner_name, said_of
from companion.presentation.zones import zone_label


class Fact(NamedTuple):
    """One thing that was said; `text` is empty where nothing was. What may run to many lines `is_long`."""

    name: str
    text: str
    is_long: bool = False


def facts_of(noted: CheckIn | Reflection | LifeEvent | Repair | Triangle, words: DateWords) -> tuple[Fact, ...]:
    """Everything a correction can change, in the order of the form; the same names for all of one kind."""
    match noted:
        case CheckIn():
            return (
                *_ratings(noted),
                *_names(noted),
                Fact(_("Note"), noted.note, is_long=True),
                _when(noted.experienced_at, words),
            )
        case Reflection():
            question = Fact(_("Question"), noted.question, is_long=True)
            text = Fact(_("What I wrote"), noted.text, is_long=True)
            return (question, text, _when(noted.experienced_at, words))
        case LifeEvent():
            note = Fact(_("Note"), noted.note, is_long=True)
            return (Fact(_("What happened"), noted.title), note, _when(noted.experienced_at, words))
        case Repair():
            return (*_repair_facts(noted), _when(noted.experienced_at, words))
        case Triangle():
            said = (Fact(corner_name(corner), said_of(noted, corner)) for corner in Corner)
            return (*said, _when(noted.experienced_at, words))


def session_facts(session: PracticeSession) -> tuple[Fact, ...]:
    """What was noted of a practice; only what there is."""
    length = lasted_words(session.ended_at.utc - session.started_at.utc)
    if session.stopped_early:
        length = _("{length}, ended early").format(length=length)
    said = (
        Fact(_("How long"), length),
        Fact(_("Energy before"), "" if session.before is None else str(session.before)),
        Fact(_("Energy afterwards"), "" if session.after is None else str(session.after)),
        Fact(_("It left me"), "" if session.felt is None else felt_words(session.felt)),
    )
    return tuple(fact for fact in said if fact.text)


def changed_facts(before: Sequence[Fact], after: Sequence[Fact]) -> tuple[Fact, ...]:
    """What stood there before, of those that say something else now."""
    return tuple(old for old, new in zip(before, after, strict=True) if old.text != new.text)


def moment_text(moment: Moment, words: DateWords) -> str:
    """Such as "Sun, 22 Nov 2026, 14:06", by the wall clock of where it was."""
    local = moment.local
    return _("{weekday}, {date}, {time}").format(
        weekday=words.weekday(local.weekday()), date=dated(local.date(), words), time=words.time(local)
    )


def _when(moment: Moment, words: DateWords) -> Fact:
    return Fact(_("When it was"), moment_text(moment, words))


def _repair_facts(repair: Repair) -> Iterator[Fact]:
    yield Fact(_("What happened between us"), repair.happened, is_long=True)
    yield Fact(_("My energy"), _points(repair.arousal))
    yield Fact(_("Where I was"), "" if repair.zone is None else zone_label(repair.zone))
    yield Fact(_("Where they may have been"), repair.them, is_long=True)
    yield Fact(_("What helped, or could"), repair.helped, is_long=True)


def _ratings(check_in: CheckIn) -> Iterator[Fact]:
    yield Fact(_("Energy"), _points(check_in.arousal))
    yield Fact(_("Answer"), zone_label(check_in.zone))
    yield Fact(field_name(CheckInField.PLEASANTNESS), _points(check_in.pleasantness))
    yield Fact(field_name(CheckInField.SAFE), _points(check_in.safe))
    yield Fact(field_name(CheckInField.CONNECTED), _points(check_in.connected))
    yield Fact(field_name(CheckInField.SLEEP), _points(check_in.sleep))
    yield Fact(_("Hours slept"), _hours(check_in.slept))


def _names(check_in: CheckIn) -> Iterator[Fact]:
    context = check_in.context
    yield Fact(field_name(CheckInField.PEOPLE), ", ".join(context.people))
    yield Fact(field_name(CheckInField.PLACES), ", ".join(context.places))
    yield Fact(field_name(CheckInField.ACTIVITIES), ", ".join(context.activities))
    yield Fact(field_name(CheckInField.BODY_CUES), ", ".join(context.body_cues))
    yield Fact(_("Tags"), ", ".join(check_in.tags))


def _points(points: int | None) -> str:
    return "" if points is None else _("{points} of {highest}").format(points=points, highest=100)


def _hours(slept: timedelta | None) -> str:
    if slept is None:
        return ""
    minutes = slept // timedelta(minutes=1)
    return _("{hours}:{minutes}").format(hours=minutes // 60, minutes=f"{minutes % 60:02}")
