"""A journal with a little of everything, and the same question answered by looking at every line."""

from collections.abc import Iterable
from dataclasses import replace
from random import Random

from companion.adapters.storage.vault import SqliteVault
from companion.application.store_ports import Store
from companion.domain.checkin import CheckIn, Origin
from companion.domain.context import Context
from companion.domain.journal import JournalFilter, JournalKind, JournalLine, kind_of, place_of
from companion.domain.life_event import LifeEvent
from companion.domain.prompt import PromptRecord, PromptState, Transition
from companion.domain.reflection import Reflection
from companion.domain.repair import Repair
from companion.domain.tag import Tag, TagKind
from companion.domain.triangle import Corner, Triangle
from companion.domain.zone import Zone
from tests.support.builders import a_check_in, a_moment
from tests.support.store import a_prompt

WORDS = ("calm", "calmer", "walk", "walking", "Müde", "night", "a")
TAGS = ("home", "work")
ZONES: tuple[Zone | None, ...] = (*Zone, None)
SCHEDULED = (Origin.FIXED, Origin.RANDOM, Origin.INTERVAL)


def fill(vault: SqliteVault, *, lines: int = 120) -> list[JournalLine]:
    """Puts in that many lines, many of them at the very same instants; gives them newest first, in their order."""
    draw = Random(7)
    with vault.writing() as store:
        return in_order([_line(store, number, draw) for number in range(lines)])


def in_order(lines: Iterable[JournalLine]) -> list[JournalLine]:
    """Newest first."""
    order = list(JournalKind)

    def standing(line: JournalLine) -> tuple[object, ...]:
        place = place_of(line)
        return place.at, order.index(place.kind), place.id

    return sorted(lines, key=standing, reverse=True)


def is_wanted(line: JournalLine, wanted: JournalFilter) -> bool:
    """What the filter means, said once more in the plainest way."""
    if kind_of(line) not in wanted.kinds:
        return False
    if wanted.with_note and not words_of(line):
        return False
    said = [word.lower().replace("ü", "u") for word in words_of(line)]
    if not all(any(word.startswith(typed) for word in said) for typed in wanted.text.split()):
        return False
    if isinstance(line, CheckIn):
        return _is_wanted_check_in(line, wanted)
    return not wanted.zones and wanted.tag is None and wanted.asked is None


def words_of(line: JournalLine) -> list[str]:
    """Every word of a line."""
    if isinstance(line, CheckIn):
        return line.note.split()
    if isinstance(line, Reflection):
        return f"{line.question} {line.text}".split()
    if isinstance(line, Repair):
        return line.words.split()
    if isinstance(line, Triangle):
        return " ".join(line.words(corner) for corner in Corner).split()
    return f"{line.title} {line.note}".split() if isinstance(line, LifeEvent) else []


def _is_wanted_check_in(check_in: CheckIn, wanted: JournalFilter) -> bool:
    tags = (*(Tag(TagKind.TAG, name) for name in check_in.tags), *check_in.context.tags)
    return (
        (not wanted.zones or check_in.zone in wanted.zones)
        and (wanted.tag is None or wanted.tag in tags)
        and (wanted.asked is None or wanted.asked == check_in.is_scheduled)
    )


def _line(store: Store, number: int, draw: Random) -> JournalLine:
    moment = a_moment(hours_ago=draw.randint(0, 30))
    said = " ".join(draw.sample(WORDS, draw.randint(0, 3)))
    if number % 8 == 5:
        reflection = Reflection(f"r-{number}", moment, moment, "What helped?", said or "nothing")
        store.reflections.add(reflection)
        return reflection
    if number % 8 == 4:
        repair = Repair(f"p-{number}", moment, moment, arousal=number % 101, them=said)
        store.repairs.add(repair)
        return repair
    if number % 16 == 3:
        triangle = Triangle(f"t-{number}", moment, moment, body=number % 101, relationships_words=said)
        store.triangles.add(triangle)
        return triangle
    if number % 8 == 6:
        event = LifeEvent(f"e-{number}", moment, moment, "Moved", said)
        store.life_events.add(event)
        return event
    if number % 8 == 7:
        prompt = replace(a_prompt(number), at=moment)
        ends = Transition(prompt.id, PromptState.ASLEEP, moment)
        store.ledger.plan([prompt], moment)
        store.ledger.append(ends)
        return PromptRecord(prompt, (Transition(prompt.id, PromptState.PLANNED, moment), ends))
    check_in = a_check_in(
        at=moment,
        zone=draw.choice(ZONES),
        origin=draw.choice((*SCHEDULED, Origin.SELF, Origin.ONCE)),
        note=said,
        tags=tuple(draw.sample(TAGS, draw.randint(0, 2))),
        context=Context(people=("Ann",) if draw.random() < 0.2 else ()),
        id=f"c-{number}",
    )
    store.check_ins.add(check_in)
    return check_in
