"""One thing to reflect on: which question, what becomes of the answer, and not today."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from companion.application.errors import Trouble, UserError
from companion.application.journal import JournalService
from companion.application.preferences import PreferenceService
from companion.domain.concept import Concept
from companion.domain.reflection import Reflection
from companion.domain.zone import Zone
from companion.presentation.checkin_form import Refused
from companion.presentation.reflection import (
    KeptReflection,
    ReflectionPresenter,
    ReflectionState,
    question_for_day,
)
from tests.support.builders import a_check_in
from tests.support.date_words import PlainDateWords
from tests.support.reminding import Desk
from tests.support.shell_desk import InMemorySettings

DAY = date(2026, 11, 22)
ABOVE = Concept("ours/above", "Settling", "", zones=(Zone.ABOVE,), prompts=("What settles you?", "Who settles you?"))
PLAIN = Concept("ours/plain", "Neurons", "", prompts=("What is new?",))
EARLIER = Concept("ours/earlier", "Earlier", "", deeper_prompts=("What made sense once?",))
SILENT = Concept("ours/silent", "Nothing asked", "", zones=(Zone.BELOW,))
MINE = Concept("mine/note", "My note", "", prompts=("What do I ask?",), is_ours=False)


class Reflecting(Desk):
    """A desk with a journal and settings."""

    def __init__(self, folder: Path, *concepts: Concept) -> None:
        super().__init__(folder, start="2026-11-22T14:06:00")
        self.settings = InMemorySettings()
        self.preferences = PreferenceService(self.settings, self.bus)
        journal = JournalService(self.vault, self.clock, self.ids, self.bus)
        self.presenter = ReflectionPresenter(
            self.vault,
            journal,
            self.days,
            self.preferences,
            lambda: concepts,
            PlainDateWords(),
        )

    def asked(self) -> ReflectionState:
        state = self.presenter.state()
        assert state is not None
        return state

    def kept(self) -> list[Reflection]:
        with self.vault.reading() as store:
            return store.reflections.between(None, None)


@pytest.fixture
def desk(tmp_path: Path) -> Reflecting:
    return Reflecting(tmp_path, PLAIN, ABOVE)


def test_questions_about_earlier_years_are_asked_only_of_who_wants_them(tmp_path: Path) -> None:
    assert question_for_day([EARLIER], DAY, None) is None
    reflecting = Reflecting(tmp_path, EARLIER)
    assert reflecting.presenter.state() is None
    reflecting.preferences.change(deeper_questions=True)
    state = reflecting.presenter.state()
    assert state is not None
    assert state.question == "What made sense once?"


def test_the_question_fits_the_zone_noted_last_today() -> None:
    state = question_for_day([PLAIN, ABOVE], DAY, Zone.ABOVE)
    assert state is not None
    assert (state.concept_key, state.concept_title) == (ABOVE.key, ABOVE.title)


def test_another_day_brings_another_question() -> None:
    both = {question_for_day([PLAIN, ABOVE], DAY + timedelta(day), Zone.ABOVE) for day in range(2)}
    assert {state.question for state in both if state is not None} == set(ABOVE.prompts)


def test_where_no_note_of_the_zone_asks_anything_any_of_ours_will_do() -> None:
    state = question_for_day([SILENT, PLAIN], DAY, Zone.BELOW)
    assert state is not None
    assert state.question == PLAIN.prompts[0]


def test_questions_of_the_persons_own_notes_are_not_put_to_them() -> None:
    assert question_for_day([MINE, SILENT], DAY, None) is None


def test_a_check_in_of_today_chooses(desk: Reflecting) -> None:
    with desk.vault.writing() as store:
        store.check_ins.add(a_check_in(80, Zone.ABOVE, hours_ago=1))
    assert desk.asked().question in ABOVE.prompts


def test_what_is_written_is_a_reflection_with_its_question(desk: Reflecting) -> None:
    state = desk.asked()
    outcome = desk.presenter.keep(state, " a walk \n")
    assert isinstance(outcome, KeptReflection)
    assert outcome.line == "Saved 14:06, in your journal"
    (kept,) = desk.kept()
    assert (kept.question, kept.text, kept.concept) == (state.question, "a walk", state.concept_key)


def test_once_written_nothing_more_is_asked_on_that_day(desk: Reflecting) -> None:
    desk.presenter.keep(desk.asked(), "a walk")
    assert desk.presenter.state() is None
    desk.clock.set("2026-11-23T03:59:00")
    assert desk.presenter.state() is None
    desk.clock.set("2026-11-23T04:00:00")
    assert desk.presenter.state() is not None


def test_taken_back_it_is_asked_again(desk: Reflecting) -> None:
    kept = desk.presenter.keep(desk.asked(), "a walk")
    assert isinstance(kept, KeptReflection)
    assert desk.presenter.take_back(kept) == ""
    assert desk.kept() == []
    assert desk.presenter.state() is not None


@pytest.mark.parametrize(("text", "words"), [(" \n", "nothing written"), ("é" * 40_000, "64 KiB")])
def test_what_cannot_be_kept_is_said(desk: Reflecting, text: str, words: str) -> None:
    outcome = desk.presenter.keep(desk.asked(), text)
    assert isinstance(outcome, Refused)
    assert words in outcome.sentence
    assert desk.kept() == []


def test_not_today_lasts_until_the_persons_next_day(desk: Reflecting) -> None:
    assert desk.presenter.not_today() == ""
    assert desk.presenter.state() is None
    desk.clock.set("2026-11-23T03:59:00")
    assert desk.presenter.state() is None
    desk.clock.set("2026-11-23T04:00:00")
    assert desk.presenter.state() is not None


def test_not_today_is_kept_for_the_next_start(desk: Reflecting) -> None:
    desk.presenter.not_today()
    assert desk.settings.kept.reflection_rests_on == DAY


def test_a_wish_that_cannot_be_kept_is_said(desk: Reflecting) -> None:
    desk.settings.trouble = UserError(Trouble.DISK_FULL)
    assert "The disk is full" in desk.presenter.not_today()
    assert desk.presenter.state() is not None


def test_while_locked_nothing_is_asked(desk: Reflecting) -> None:
    desk.vault.lock()
    assert desk.presenter.state() is None


def test_a_reflection_of_another_day_leaves_the_question(desk: Reflecting) -> None:
    with desk.vault.writing() as store:
        moment = a_check_in(hours_ago=24).experienced_at
        store.reflections.add(Reflection("id", moment, moment, "q", "text"))
    assert desk.presenter.state() is not None
