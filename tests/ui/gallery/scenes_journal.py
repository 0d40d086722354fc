"""The Journal screen: full, empty, filtered, with a line open, with one being corrected, and narrow."""

import atexit
import shutil
import tempfile
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QWidget

from companion.domain.checkin import CheckIn, Origin
from companion.domain.context import Context
from companion.domain.journal import JournalFilter, JournalKind, Noted
from companion.domain.life_event import LifeEvent
from companion.domain.prompt import PromptState, Reason
from companion.domain.reflection import Reflection
from companion.domain.zone import Zone
from companion.presentation.journal import purge_words
from companion.presentation.journal_edit import Written
from companion.ui.platform.locale_dates import LocaleDates
from companion.ui.screens.journal import JournalScreen
from companion.ui.theme.theme import Theme
from companion.ui.widgets.journal_editor import JournalEditor
from companion.ui.widgets.question_dialog import QuestionDialog
from tests.support.builders import a_check_in
from tests.support.journal_desk import JournalDesk
from tests.ui.gallery.scenes import scene

WIDTH, HEIGHT = 1010, 800
NARROW = 584
CALL = "Long call with the landlord. Noticed my shoulders only afterwards, then walked around the block twice."


@scene("journal", WIDTH, HEIGHT)
def full(theme: Theme) -> QWidget:
    """A week with all kinds of lines."""
    return _screen(theme, _desk())


@scene("journal-line", WIDTH, HEIGHT)
def line(theme: Theme) -> QWidget:
    """One line looked at, which was corrected twice."""
    desk = _desk()
    return _opened(theme, desk, _corrected(desk))


@scene("journal-correcting", WIDTH, 900)
def correcting(theme: Theme) -> QWidget:
    """The same line being corrected."""
    desk = _desk()
    made = _opened(theme, desk, _corrected(desk))
    made.side.correct()
    return made


@scene("journal-life-event", WIDTH, HEIGHT)
def life_event(theme: Theme) -> QWidget:
    """A life event being written down, at a time that the clocks showed twice."""
    made = _screen(theme, _desk())
    made.side.note_life_event()
    return made


@scene("journal-filter", WIDTH, HEIGHT)
def filtering(theme: Theme) -> QWidget:
    """The filter beside what it leaves."""
    desk = _desk()
    wanted = JournalFilter(kinds=frozenset({JournalKind.CHECK_IN}), zones=frozenset({Zone.ABOVE, Zone.MIXED}))
    desk.presenter.want(replace(wanted, asked=False))
    made = _screen(theme, desk)
    made.side.open_filter()
    return made


@scene("journal-nothing-found", WIDTH, 560)
def nothing_found(theme: Theme) -> QWidget:
    """A filter that nothing fits."""
    desk = _desk()
    desk.presenter.want(JournalFilter(zones=frozenset({Zone.MIXED}), text="zzz"))
    return _screen(theme, desk)


@scene("journal-empty", WIDTH, 560)
def empty(theme: Theme) -> QWidget:
    """Before the first check-in."""
    return _screen(theme, _empty_desk())


@scene("journal-life-event-corrected", WIDTH, HEIGHT)
def life_event_corrected(theme: Theme) -> QWidget:
    """A corrected life event with what it said before; the list says that it was changed."""
    desk = _desk()
    event = next(row.line for row in desk.pages.newest().rows if isinstance(row.line, LifeEvent))
    desk.journal.amend(replace(event, title="Moved to the new flat by the river", note="Boxes, and light."))
    return _opened(theme, desk, event)


@scene("journal-reflection-corrected", NARROW, 480)
def reflection_corrected(theme: Theme) -> QWidget:
    """A corrected reflection in a small window."""
    desk = _desk()
    reflection = next(row.line for row in desk.pages.newest().rows if isinstance(row.line, Reflection))
    desk.journal.amend(replace(reflection, text="Being asked, and being given time."))
    return _opened(theme, desk, reflection, NARROW)


@scene("journal-half-written", WIDTH, HEIGHT)
def half_written(theme: Theme) -> QWidget:
    """A life event without a title, after it was locked and unlocked."""
    desk = _desk()
    made = _screen(theme, desk)
    made.side.note_life_event()
    assert isinstance(made.side.part, JournalEditor)
    made.side.part.form.put(Written("", "A call in the morning, and then the whole day"))
    desk.vault.lock()
    made.refresh()
    desk.vault.unlock()
    made.refresh()
    return made


@scene("journal-locked", WIDTH, 560)
def locked(theme: Theme) -> QWidget:
    """Nothing of theirs."""
    desk = _desk()
    desk.vault.lock()
    return _screen(theme, desk)


@scene("journal-several", WIDTH, 640)
def several(theme: Theme) -> QWidget:
    """Several lines chosen."""
    made = _screen(theme, _desk())
    made.list.selectAll()
    return made


@scene("journal-tags", WIDTH, HEIGHT)
def tags(theme: Theme) -> QWidget:
    """Tags, people and places."""
    made = _screen(theme, _desk())
    made.side.open_tags()
    return made


@scene("journal-narrow", NARROW, 480)
def narrow(theme: Theme) -> QWidget:
    """The list in a small window."""
    return _screen(theme, _desk(), NARROW)


@scene("journal-narrow-line", NARROW, 480)
def narrow_line(theme: Theme) -> QWidget:
    """A line over the list in a small window."""
    desk = _desk()
    return _opened(theme, desk, _corrected(desk), NARROW)


@scene("journal-narrow-filter", NARROW, 480)
def narrow_filter(theme: Theme) -> QWidget:
    """The filter over the list in a small window."""
    made = _screen(theme, _desk(), NARROW)
    made.side.open_filter()
    return made


@scene("journal-delete-permanently", 440, 260)
def delete_permanently(theme: Theme) -> QWidget:
    """The one question before a line is gone for good."""
    row = _desk().pages.newest().rows[0]
    words = purge_words([row])
    return QuestionDialog(words.question, words.detail, words.yes, words.no, theme, None)


def _screen(theme: Theme, desk: JournalDesk, width: int = WIDTH) -> JournalScreen:
    made = desk.screen(theme)
    made.resize(width, HEIGHT)
    made.refresh()
    return made


def _opened(theme: Theme, desk: JournalDesk, line: Noted, width: int = WIDTH) -> JournalScreen:
    made = _screen(theme, desk, width)
    made.open_line(line.id, line.experienced_at.utc)
    return made


def _corrected(desk: JournalDesk) -> CheckIn:
    line = next(row.line for row in desk.pages.newest().rows if row.text == CALL)
    assert isinstance(line, CheckIn)
    desk.clock.pass_time(minutes=4)
    desk.journal.amend(replace(line, zone=Zone.ABOVE, arousal=78))
    desk.clock.pass_time(minutes=20)
    return_to = replace(line, zone=Zone.ABOVE, arousal=78, tags=("phone", "home"))
    desk.journal.amend(return_to)
    return return_to


def _empty_desk() -> JournalDesk:
    folder = tempfile.mkdtemp(prefix="companion-gallery-")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return JournalDesk(Path(folder), LocaleDates(QLocale("en_GB")))


def _desk() -> JournalDesk:
    desk = _empty_desk()
    with_anna = Context(people=("Anna",), places=("at the river",), activities=("moving",))
    desk.note(
        [
            a_check_in(52, Zone.INSIDE, 0.6, note="Slow lunch, and the sun came out.", origin=Origin.RANDOM),
            replace(a_check_in(66, Zone.INSIDE, 3.2, note=CALL, tags=("phone",)), pleasantness=31, context=with_anna),
            a_check_in(84, Zone.ABOVE, 5.1, origin=Origin.FIXED),
            a_check_in(None, Zone.UNSURE, 17.5, note="שלום, יום ארוך"),
            a_check_in(21, Zone.BELOW, 22, note="Foggy after it.", tags=("work", "meeting"), origin=Origin.RANDOM),
            a_check_in(70, Zone.MIXED, 26.4),
            a_check_in(44, None, 49, tags=("quiet",)),
            *(a_check_in(40 + n, Zone.INSIDE, 72 + 5 * n, origin=Origin.RANDOM) for n in range(30)),
        ]
    )
    desk.ask(1, 0.7, PromptState.ANSWERED)
    desk.ask(2, 2.4, PromptState.EXPIRED)
    desk.ask(3, 8.1, PromptState.SUPPRESSED, Reason.QUIET_HOURS)
    question = "What helps you return to your window when you are with other people?"
    desk.journal.reflect(question, "Being asked, and not being hurried.", experienced_at=desk.ago(hours=4))
    desk.journal.note_life_event("Moved to the new flat", "Boxes everywhere.", experienced_at=desk.ago(hours=27))
    return desk
