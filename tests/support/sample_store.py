"""Makes the sample store of the newest version, which later versions must still open.

`python -m tests.support.sample_store` writes it to tests/adapters/storage/samples; once a version is released its
sample is never made again.
"""

import shutil
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

from companion.adapters.storage.opened import OUR_STEPS, newest_step
from companion.adapters.storage.store import SqliteStore
from companion.adapters.storage.vault import SqliteVault
from companion.domain.checkin import CheckIn, Origin
from companion.domain.context import Context
from companion.domain.draft import Draft
from companion.domain.input_method import InputMethod
from companion.domain.is_helping import Helping, HelpingAnswer
from companion.domain.life_event import LifeEvent
from companion.domain.pause import Pause
from companion.domain.practice import Step
from companion.domain.practice_own import OwnPractice, PracticePlace
from companion.domain.practice_session import Felt, PracticeSession
from companion.domain.prompt import PromptState, Reason, Transition
from companion.domain.quiet_hours import QuietHours
from companion.domain.reflection import Reflection
from companion.domain.reminder import DayRange, RandomInBlocks, Reminder, TimeRange
from companion.domain.reminder_questions import AskedQuestion, Choice, Question
from companion.domain.repair import Repair, RepairDraft
from companion.domain.support import SupportContact, SupportKind
from companion.domain.tag import TagKind
from companion.domain.triangle import Triangle
from companion.domain.window import WindowOfTolerance, WindowSource
from companion.domain.zone import Zone
from tests.support.builders import a_check_in, a_moment
from tests.support.store import a_prompt

SAMPLES = Path(__file__).parents[1] / "adapters" / "storage" / "samples"
REMINDER = "01900000-0000-7000-8000-00000000aaaa"
ZONES = (Zone.ABOVE, Zone.INSIDE, Zone.BELOW, Zone.MIXED, Zone.UNSURE, None)


def fill(vault: SqliteVault) -> None:
    """One of everything that a store of the newest version keeps, and what all versions have in common."""
    importing = vault.importing("csv")
    importing.add([(f"key-{number}", _noted(number, Origin.SELF)) for number in range(30, 34)])
    importing.complete()
    _imports(vault)
    with vault.writing() as store:
        _check_ins(store)
        _prompts(store)
        _beside_check_ins(store)
        _practices(store)
        _people(store)
        _repairs(store)
        _triangles(store)


def _imports(vault: SqliteVault) -> None:
    """One is there with its rows, one was taken out and not wiped yet."""
    for source, number in (("daylio", 34), ("pixy", 36)):
        importing = vault.importing(source)
        importing.add([(f"key-{number}", _noted(number, Origin.SELF))], [f'{{"mood": "{number}"}}'])
        importing.complete()
    with vault.writing() as store:
        newest = store.imports.all()[0]
    vault.hide_import(newest.id)


def _noted(number: int, origin: Origin) -> CheckIn:
    """A check-in five hours before the one with the number before."""
    came_in = number >= 30
    tags = () if came_in or number % 3 == 0 else ("walk", "home")[: number % 3]
    return a_check_in(
        number * 7 % 101,
        ZONES[number % 6],
        hours_ago=number * 5,
        origin=origin,
        note="" if came_in or number % 4 else f"note {number}",
        tags=tags,
        id=_id(number),
    )


def _id(number: int) -> str:
    return f"01900000-0000-7000-8000-{number:012x}"


def _check_ins(store: SqliteStore) -> None:
    for number in range(1, 21):
        store.check_ins.add(_noted(number, Origin.RANDOM if number % 2 else Origin.SELF))
    store.check_ins.forget(_id(20), a_moment())
    whole = replace(
        _noted(3, Origin.RANDOM),
        pleasantness=40,
        safe=0,
        connected=70,
        sleep=100,
        slept=timedelta(hours=6, minutes=40),
        context=Context(people=("Noor",), places=("kitchen",), activities=("tea",), body_cues=("cold hands",)),
    )
    store.check_ins.amend(replace(whole, arousal=20, tags=("Noor",)), a_moment(2))
    store.check_ins.amend(whole, a_moment(1))
    store.check_ins.add(a_check_in(id=_id(255), tags=("gone",)))
    store.check_ins.purge([_id(255)], a_moment())


def _prompts(store: SqliteStore) -> None:
    made = a_moment(30)
    rule = RandomInBlocks(4, TimeRange(540, 1260))
    reminder = Reminder(REMINDER, rule, is_on=True, created_at=made, changed_at=made)
    store.reminders.add(replace(reminder, only_after_silence=timedelta(hours=3)))
    first, second = a_prompt(1, 3), replace(a_prompt(2, 1), silence_minutes=180)
    store.ledger.plan([first, second], a_moment(9))
    store.ledger.append(Transition(first.id, PromptState.DUE, a_moment(3), Reason.TYPING))
    store.ledger.append(Transition(first.id, PromptState.SHOWN, a_moment(3)))
    store.ledger.append(Transition(first.id, PromptState.ANSWERED, a_moment(2.9)))
    store.ledger.mark_planned(a_moment().local.date())
    store.pauses.set(Pause(a_moment(1), a_moment(-1)))
    store.quiet_hours.set(QuietHours((DayRange(TimeRange(0, 480), frozenset({5, 6})),)), a_moment(1))
    store.questions.add(AskedQuestion(_id(0xD1), Question.FEW_ANSWERS, a_moment(40), Choice.AS_IT_IS))


def _half_filled() -> Draft:
    answered = timedelta(seconds=8)
    return Draft(
        a_moment(0.5), 44, Zone.BELOW, "half a", first_touch=50, method=InputMethod.ARROW_KEYS, took=answered
    )


def _beside_check_ins(store: SqliteStore) -> None:
    store.windows.add(WindowOfTolerance(_id(0xA1), 35, 68, a_moment(24), WindowSource.OWN))
    store.drafts.set(_half_filled())
    for number, text in enumerate(("Rain on the roof", "Taken back"), start=0xB1):
        at = a_moment(number - 0xA0)
        reflection = Reflection(_id(number), at, a_moment(1), "What helped?", text, "ours/window", _id(3))
        store.reflections.add(replace(reflection, text="Rain"))
        store.reflections.amend(reflection, a_moment(0.5))
    store.reflections.forget(_id(0xB2), a_moment())
    event = LifeEvent(_id(0xC1), a_moment(500), a_moment(1), "A new place", "With a garden")
    store.life_events.add(replace(event, title="Moved", experienced_at=a_moment(480)))
    store.life_events.amend(replace(event, title="Moved"), a_moment(0.5))
    store.life_events.amend(event, a_moment())
    store.wording.set("zone.below.words", "like wading", a_moment(1))
    store.tags.offer(TagKind.ACTIVITY, ["reading", "tea"], a_moment(1))


def _practices(store: SqliteStore) -> None:
    sessions = store.practice_sessions
    for number in range(2):
        session = PracticeSession(
            _id(0xE1 + number), "ours/walk", "A short walk", a_moment(30), a_moment(29.8), 60, None, None, _id(3)
        )
        sessions.add(session)
        sessions.note(replace(session, after=0, felt=Felt.HEAVIER, stopped_early=number == 1), a_moment(29.7))
    sessions.forget(_id(0xE2), a_moment())
    steps = (Step("Warm the pot"), Step("Wait", "for the leaves", 180, None, 2))
    store.own_practices.add(OwnPractice(_id(0xF1), a_moment(3), "Tea", steps, zones=(Zone.BELOW,), note="green"))
    store.own_practices.add(OwnPractice(_id(0xF2), a_moment(2), "Gone", steps))
    store.own_practices.remove(_id(0xF2), a_moment(1))
    places = (PracticePlace("ours/walk", True, False, 1), PracticePlace(f"own/{_id(0xF1)}", True, False, 0))
    store.practice_places.put((*places, PracticePlace("ours/cool-face", is_hidden=True)), a_moment())


def _people(store: SqliteStore) -> None:
    for number, kind in enumerate(SupportKind, start=0xA01):
        checked_on = date(2026, 2, 3) if kind is SupportKind.SERVICE else None
        words = f"A {kind.value}", "030 1", "Near me?"
        contact = SupportContact(_id(number), a_moment(4), kind, *words, kind is SupportKind.PLACE, checked_on)
        store.people.put(replace(contact, when_locked=kind is SupportKind.PERSON), a_moment(3))
    store.helping.add(HelpingAnswer(_id(0xA0F), a_moment(2), Helping.HEAVIER))


def _repairs(store: SqliteStore) -> None:
    for number in (0xB01, 0xB02):
        repair = Repair(_id(number), a_moment(15), a_moment(6), "Late", 71, Zone.ABOVE, "tired", "soup", _id(3))
        store.repairs.add(replace(repair, helped="", zone=None))
        store.repairs.amend(repair, a_moment(5))
    store.repairs.forget(_id(0xB02), a_moment(4))
    store.repairs.add(Repair(_id(0xB03), a_moment(3), a_moment(3), arousal=0))
    store.repair_drafts.set(RepairDraft(a_moment(2), "half", 0, Zone.UNSURE, "a", "b", _id(4), a_moment(8)))


def _triangles(store: SqliteStore) -> None:
    for number in (0xC01, 0xC02):
        triangle = Triangle(_id(number), a_moment(15), a_moment(6), 0, None, 100, "", "bread and sleep", "Noor")
        store.triangles.add(replace(triangle, body_words="", relationships=3))
        store.triangles.amend(triangle, a_moment(5))
    store.triangles.forget(_id(0xC02), a_moment(4))
    store.triangles.add(Triangle(_id(0xC03), a_moment(3), a_moment(3), mind_words="quiet"))


if __name__ == "__main__":
    folder = SAMPLES / f"{newest_step(OUR_STEPS):04d}"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    made = SqliteVault(folder)
    fill(made)
    made.close()
    for beside in ("companion.lock", "import.lock", "store.lock"):
        (folder / beside).unlink(missing_ok=True)
