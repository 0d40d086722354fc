"""Answers over weeks → at the day's end a learned window → a step in the chart, and nothing before it changes."""

from collections.abc import Callable
from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from companion.application.checkins import Answer
from companion.application.events import VaultUnlocked
from companion.bootstrap.core import Core
from companion.domain.checkin import CheckIn
from companion.domain.window import STARTING_GUESS, WindowOfTolerance, WindowSource
from companion.presentation.timeline import BandStep
from companion.presentation.timeline_presenter import TimelinePresenter
from companion.ui.shell.screens import ScreenName
from companion.ui.widgets.window_card import WindowCard
from tests.journeys.conftest import Program
from tests.support.date_words import PlainDateWords
from tests.support.labelling import Person, labels_of

PERSON = Person(24, 64)
DAYS = 20


def live(program: Program, days: int, person: Person = PERSON) -> None:
    """Days pass on which the person answers at nine, noon, three and six."""
    answers = iter(labels_of(person, days * 4, seed=program.clock.now().iso()))
    for _day in range(days):
        for hours in (1, 3, 3, 3):
            program.pass_time(hours=hours)
            label = next(answers)
            program.core.check_ins.record(Answer(label.arousal, label.zone), answers_open_prompt=True)
        program.pass_time(hours=14)


def versions(program: Program) -> list[WindowOfTolerance]:
    with program.core.vault.reading() as store:
        return store.windows.versions()


def check_ins(program: Program) -> list[CheckIn]:
    with program.core.vault.reading() as store:
        return store.check_ins.between(None, None)


def bands(program: Program) -> tuple[BandStep, ...]:
    """What the chart draws of the window in the last four weeks."""
    return TimelinePresenter(program.core.insights, program.core.bus, PlainDateWords()).state().bands


def card(program: Program) -> WindowCard:
    """The card in Settings."""
    program.desktop.window.open_screen(ScreenName.SETTINGS)
    (found,) = program.desktop.window.screen_of(ScreenName.SETTINGS).findChildren(WindowCard)
    program.settle()
    return found


def texts(card: WindowCard) -> str:
    return "\n".join(label.text() for label in card.findChildren(QLabel) if label.isVisible())


def test_weeks_of_answers_become_a_window_from_then_on(program: Program) -> None:
    began = program.clock.now()
    live(program, DAYS)

    guess, learned = versions(program)
    assert guess == STARTING_GUESS
    assert learned.source is WindowSource.LEARNED
    assert abs(learned.lower - PERSON.lower) < 12
    assert abs(learned.upper - PERSON.upper) < 12
    assert learned.since.local.time().isoformat("minutes") == "04:00"
    assert learned.since.utc > began.utc + timedelta(days=9)

    noted = check_ins(program)
    before = {check_in.window_id for check_in in noted if check_in.created_at.utc < learned.since.utc}
    after = {check_in.window_id for check_in in noted if check_in.created_at.utc > learned.since.utc}
    assert (before, after) == ({guess.id}, {learned.id})

    steps = bands(program)
    assert [(step.lower, step.upper, step.is_guess) for step in steps] == [
        (30, 70, True),
        (learned.lower, learned.upper, False),
    ]
    assert steps[1].start == learned.since.utc.timestamp() + learned.since.offset.total_seconds()
    assert (steps[1].lower_likely, steps[1].upper_likely) == (learned.lower_likely, learned.upper_likely)


def test_a_learned_window_stays_while_the_answers_do(program: Program) -> None:
    live(program, 2 * DAYS)

    assert [window.source for window in versions(program)] == [WindowSource.STARTING_GUESS, WindowSource.LEARNED]


def test_the_person_moves_it_in_settings_and_it_stays_theirs(program: Program) -> None:
    shown = card(program)
    shown.line.upper_end.setFocus()
    QTest.keyClick(shown.line.upper_end, Qt.Key.Key_PageUp)
    QTest.keyClick(shown.line.upper_end, Qt.Key.Key_Down)
    shown.keep.click()
    live(program, DAYS)

    assert [(window.lower, window.upper, window.source) for window in versions(program)[1:]] == [
        (30, 79, WindowSource.OWN)
    ]
    shown = card(program)
    assert "You set these two ends" in texts(shown)
    assert "An estimate, learned from 80 of your answers on 20 days" in texts(shown)
    assert [(step.lower, step.upper, step.is_guess) for step in bands(program)][-1] == (30, 79, False)


def test_back_to_the_guess_lets_the_answers_speak_from_the_days_end_on(program: Program) -> None:
    program.core.windows.set_own(10, 90)
    live(program, DAYS)
    card(program).back.click()
    assert versions(program)[-1].source is WindowSource.STARTING_GUESS

    program.pass_time(hours=24)

    assert versions(program)[-1].source is WindowSource.LEARNED
    assert "These two ends follow your answers" in texts(card(program))


def a_day_from_enough(program: Program) -> None:
    """Nine days in the program, which then ends, and enough answers from the command line before the day does."""
    program.start()
    live(program, 9)
    program.stop()
    core = Core(program.folders, clock=program.clock)
    for label in labels_of(PERSON, 30):
        core.check_ins.record(Answer(label.arousal, label.zone), answers_open_prompt=False)
    with core.vault.reading() as store:
        assert store.windows.versions() == [STARTING_GUESS]
    core.close()


def test_a_day_that_ended_while_nothing_ran_is_learned_from_at_the_next_start(
    new_program: Callable[[], Program],
) -> None:
    a_day_from_enough(new_program())
    program = new_program()
    program.clock.pass_time(hours=48)
    program.start()

    assert [window.source for window in versions(program)] == [WindowSource.STARTING_GUESS, WindowSource.LEARNED]
    assert versions(program)[-1].since == program.clock.now()


def test_while_locked_nothing_is_learned_until_it_is_unlocked(new_program: Callable[[], Program]) -> None:
    a_day_from_enough(new_program())
    program = new_program()
    program.start(locked=True)
    program.pass_time(hours=48)
    program.core.vault.unlock()
    assert versions(program) == [STARTING_GUESS]

    program.core.bus.publish(VaultUnlocked())

    assert versions(program)[-1].source is WindowSource.LEARNED
