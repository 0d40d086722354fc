"""The Reminders screen in its states, the editor for every kind, and the page that says why."""

from dataclasses import replace
from datetime import date, timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from companion.application.events import PromptsPassed
from companion.domain.prompt import Prompt, PromptRecord, PromptState, Reason, Transition
from companion.domain.reminder import AfterCheckIn, AtInterval, Manner, Outside, Purpose, ReminderKind, TimeRange
from companion.domain.reminder_questions import Choice, Question
from companion.domain.support import SupportKind
from companion.presentation.numbers_to_check import NumbersPresenter
from companion.presentation.reminders_editing import ReminderEditing
from companion.presentation.reminders_form import RangeForm, ReminderForm
from companion.presentation.reminders_passed import PassedPresenter
from companion.presentation.reminders_pause import PauseChoice
from companion.presentation.reminders_question import QuestionPresenter
from companion.presentation.reminders_stillness import quiet_from
from companion.ui.screens.reminders import RemindersScreen
from companion.ui.screens.today import TodayScreen
from companion.ui.shell.main_window import MainWindow
from companion.ui.shell.screens import ScreenName
from companion.ui.theme.theme import Theme
from companion.ui.widgets.reminder_editor import ReminderEditor
from companion.ui.widgets.reminder_notices import ReminderNotices
from companion.ui.widgets.reveal import reveal
from tests.support.builders import a_moment
from tests.support.clock import FakeClock
from tests.support.people import PeopleDesk
from tests.support.reminding import at, at_random
from tests.support.shell_desk import ShellDesk
from tests.ui.gallery.scenes import scene
from tests.ui.gallery.scenes_shell import HEIGHT, SMALL, WEEKDAYS, WIDTH, WORDS, _desk

TALL = 1500
EDITOR = (560, 640)


@scene("reminders-none", WIDTH, HEIGHT)
def none(theme: Theme) -> QWidget:
    """Before the first reminder."""
    return _window(_desk(theme))


@scene("reminders", WIDTH, TALL)
def several(theme: Theme) -> QWidget:
    """Every kind, one of them off, with quiet hours."""
    return _window(a_desk(theme))


@scene("reminders-rtl", WIDTH, TALL)
def mirrored(theme: Theme) -> QWidget:
    """From right to left."""
    window = _window(a_desk(theme))
    window.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    return window


@scene("reminders-small", *SMALL)
def small(theme: Theme) -> QWidget:
    """In a small window."""
    return _window(a_desk(theme))


@scene("reminders-narrow-tall", 420, 1900)
def narrow(theme: Theme) -> QWidget:
    """In a narrow window, from top to bottom."""
    return _screen(a_desk(theme))


@scene("reminders-paused", WIDTH, HEIGHT)
def paused(theme: Theme) -> QWidget:
    """Paused until tomorrow."""
    desk = a_desk(theme)
    desk.reminders_presenter().pause(PauseChoice.TOMORROW)
    return _window(desk)


@scene("reminders-paused-open", WIDTH, HEIGHT)
def paused_without_end(theme: Theme) -> QWidget:
    """Paused until the person ends it."""
    desk = a_desk(theme)
    desk.reminders_presenter().pause(PauseChoice.UNTIL_I_SAY)
    return _window(desk)


@scene("reminders-removed", WIDTH, HEIGHT)
def removed(theme: Theme) -> QWidget:
    """One was removed and can be brought back."""
    screen = _screen(a_desk(theme))
    screen.resize(WIDTH, HEIGHT)
    screen.remove(next(iter(screen.cards)))
    return screen


@scene("reminders-question", WIDTH, HEIGHT)
def question(theme: Theme) -> QWidget:
    """The one question after days of few answers."""
    desk = a_desk(theme)
    desk.questions.question = Question.FEW_ANSWERS
    return _window(desk)


@scene("reminders-question-rest", *SMALL)
def question_about_a_rest(theme: Theme) -> QWidget:
    """After four weeks, in a small window."""
    desk = a_desk(theme)
    desk.questions.question = Question.REST
    return _window(desk)


@scene("reminders-question-answered", WIDTH, HEIGHT)
def question_answered(theme: Theme) -> QWidget:
    """What comes of the answer, and the way back."""
    desk = a_desk(theme, a_day=2)  # what was kept is made up: the answer alone changes nothing here
    desk.questions.question = Question.FEW_ANSWERS
    screen = _screen(desk)
    screen.question.buttons[Choice.FEWER].click()
    return screen


@scene("reminders-in-words", WIDTH, TALL)
def in_words(theme: Theme) -> QWidget:
    """The fourteen days for those who would rather read."""
    screen = _screen(a_desk(theme))
    screen.fortnight.read.click()
    return screen


@scene("reminders-why", WIDTH, HEIGHT)
def why(theme: Theme) -> QWidget:
    """What became of each prompt of a day."""
    return _story(theme)


@scene("reminders-why-small", 440, HEIGHT)
def why_small(theme: Theme) -> QWidget:
    """In a narrow window."""
    return _story(theme)


@scene("reminders-why-nothing", 760, 360)
def why_nothing(theme: Theme) -> QWidget:
    """A day without prompts."""
    screen = _screen(_desk(theme))
    screen.show_story()
    return screen


@scene("reminders-passed-on-today", WIDTH, HEIGHT)
def passed(theme: Theme) -> QWidget:
    """After waking, above Today, with the question beside it."""
    return _today(theme)


@scene("reminders-passed-on-today-small", *SMALL)
def passed_small(theme: Theme) -> QWidget:
    """The same in a small window, gone on to what passed."""
    window = _today(theme)
    reveal(next(found for found in window.findChildren(ReminderNotices)))
    return window


@scene("reminders-locked", WIDTH, 480)
def locked(theme: Theme) -> QWidget:
    """Nothing of them while locked."""
    desk = a_desk(theme)
    screen = _screen(desk)
    desk.vault.lock()
    screen.put_away()
    return screen


@scene("reminders-editor-random", *EDITOR)
def editor_random(theme: Theme) -> QWidget:
    """A new reminder, as suggested."""
    return _editor(theme)


@scene("reminders-editor-ranges", 560, 820)
def editor_ranges(theme: Theme) -> QWidget:
    """Two stretches on other days, with everything that few people change."""
    form = ReminderForm(
        ranges=(
            RangeForm(9 * 60, 12 * 60, 2, WEEKDAYS),
            RangeForm(10 * 60, 24 * 60, 1, frozenset({5, 6})),
        ),
        is_spread=False,
        silence=90,
        text="A moment for me",
    )
    return _editor(theme, form)


@scene("reminders-editor-fixed", *EDITOR)
def editor_fixed(theme: Theme) -> QWidget:
    """Set times on some days."""
    times = (8 * 60 + 30, 13 * 60, 21 * 60 + 15)
    return _editor(theme, ReminderForm(kind=ReminderKind.FIXED, times=times, weekdays=WEEKDAYS))


@scene("reminders-editor-interval", *EDITOR)
def editor_interval(theme: Theme) -> QWidget:
    """Every two hours."""
    return _editor(theme, ReminderForm(kind=ReminderKind.INTERVAL))


@scene("reminders-editor-once", *EDITOR)
def editor_once(theme: Theme) -> QWidget:
    """At one moment."""
    return _editor(theme, ReminderForm(kind=ReminderKind.ONCE))


@scene("reminders-editor-event", *EDITOR)
def editor_event(theme: Theme) -> QWidget:
    """After a check-in."""
    return _editor(theme, ReminderForm(kind=ReminderKind.EVENT, delay=25))


@scene("reminders-editor-trouble", *EDITOR)
def editor_trouble(theme: Theme) -> QWidget:
    """What was filled in cannot be kept, and why."""
    made = _editor(theme, ReminderForm(ranges=(RangeForm(count=6),), gap=180))
    made.submit()
    return made


@scene("reminders-editor-small", *SMALL)
def editor_small(theme: Theme) -> QWidget:
    """As large as a small screen lets it be."""
    made = _editor(theme)
    made.setMaximumHeight(SMALL[1])
    return made


@scene("reminders-editor-rtl", *EDITOR)
def editor_mirrored(theme: Theme) -> QWidget:
    """From right to left."""
    made = _editor(theme)
    made.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    for button in made.kinds.values():
        button.updateGeometry()  # it is a little wider from right to left, which is not said when it is turned round
    return made


def a_desk(theme: Theme, *, a_day: int = 4) -> ShellDesk:
    """One with reminders of every kind, `a_day` of them at random."""
    desk = _desk(theme)
    add = desk.reminders.add
    add(at_random(a_day, "09:00", "21:00", 60))
    evening = add(at("21:15", weekdays=frozenset({0, 2, 4})), manner=Manner(Purpose.REFLECTION))
    add(AfterCheckIn(Outside.OUTSIDE, timedelta(minutes=30)))
    silent = Manner(only_after_silence=timedelta(hours=2))
    add(AtInterval(timedelta(minutes=90), TimeRange(600, 1080), WEEKDAYS), manner=silent)
    add(at("18:00", weekdays=frozenset({6})), is_on=False)
    desk.check_in_setup.put_words(f"reminder.{evening.id}.text", "Looking back on the day")
    desk.reminders.keep_quiet(quiet_from(22 * 60, 8 * 60))
    return desk


def _window(desk: ShellDesk) -> MainWindow:
    window = desk.window()
    window.open_screen(ScreenName.REMINDERS)
    return window


def _today(theme: Theme) -> QWidget:
    desk = a_desk(theme)
    desk.questions.question = Question.REST
    window = desk.window()
    today = window.screen_of(ScreenName.TODAY)
    assert isinstance(today, TodayScreen)
    passed = PassedPresenter(desk.bus)
    people = PeopleDesk()
    people.people.add(SupportKind.SERVICE, "The line", "030 1", checked_on=date(2025, 1, 5))
    numbers = NumbersPresenter(people.people)
    today.put_notices(ReminderNotices(passed, QuestionPresenter(desk.questions), numbers=numbers))
    desk.bus.publish(PromptsPassed(tuple(record.prompt for record in _records("one", "two")[:3])))
    return window


def _screen(desk: ShellDesk) -> RemindersScreen:
    screen = desk.reminders_screen()
    screen.resize(WIDTH, TALL)
    screen.show()
    return screen


def _story(theme: Theme) -> QWidget:
    desk = a_desk(theme)
    first, second, *_rest = desk.reminders.reminders()
    desk.stories.records = _records(first.id, second.id)
    screen = _screen(desk)
    screen.show_story()
    return screen


def _records(random: str, fixed: str) -> list[PromptRecord]:
    answered = (PromptState.DUE, None), (PromptState.SHOWN, None), (PromptState.ANSWERED, None)
    held = (PromptState.DUE, Reason.TYPING), (PromptState.SUPPRESSED, Reason.TYPING)
    snoozed = (PromptState.DUE, None), (PromptState.SHOWN, None), (PromptState.SNOOZED, None)
    again = (PromptState.DUE, None), (PromptState.SHOWN, None), (PromptState.EXPIRED, None)
    return [
        _record(random, ReminderKind.RANDOM, "09:47", ("09:00", "12:00"), answered),
        _record(fixed, ReminderKind.FIXED, "11:15", ("11:15", "11:45"), held),
        _record(random, ReminderKind.RANDOM, "13:02", ("12:00", "15:00"), (*snoozed, *again)),
        _record("gone", ReminderKind.EVENT, "13:40", ("13:40", "14:10"), ((PromptState.ASLEEP, None),)),
        _record(random, ReminderKind.RANDOM, "17:20", ("15:00", "18:00"), ()),
    ]


def _record(
    reminder: str,
    kind: ReminderKind,
    at_time: str,
    block: tuple[str, str],
    steps: tuple[tuple[PromptState, Reason | None], ...],
) -> PromptRecord:
    due, start, end = (FakeClock(f"2026-11-22T{time}:00").now() for time in (at_time, *block))
    day = date(2026, 11, 22)
    prompt = Prompt(f"{reminder}-{at_time}", reminder, kind, Purpose.CHECK_IN, day, 0, due, start, end, 30)
    planned = Transition(prompt.id, PromptState.PLANNED, a_moment(14))
    told = [
        Transition(prompt.id, state, replace(due, utc=due.utc + timedelta(minutes=4 * number)), reason)
        for number, (state, reason) in enumerate(steps)
    ]
    return PromptRecord(prompt, (planned, *told))


def _editor(theme: Theme, form: ReminderForm | None = None) -> ReminderEditor:
    editing = ReminderEditing(FakeClock(), WORDS, lambda _rule, _manner, _text: None)
    if form is not None:
        editing.form = replace(form, once=form.once or editing.form.once)
    return ReminderEditor(editing, WORDS, theme)
