"""Life events from the chart: adding, correcting, moving and taking one back, each of which can be undone."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from companion.application.errors import UserError
from companion.application.journal import JournalService
from companion.application.ports import Clock
from companion.domain.errors import DomainError
from companion.domain.journal import JournalKind, Noted, place_of
from companion.domain.life_event import LifeEvent
from companion.presentation.date_words import DateWords
from companion.presentation.journal_edit import JournalEdit, NotKept, When, Written
from companion.presentation.sentences import line_of
from companion.presentation.translation import _

ROUNDED_TO = timedelta(minutes=5)


class LifeEventPresenter:
    """Changes life events; what was done last can be taken back once. Sentences are for the person to read."""

    def __init__(self, journal: JournalService, clock: Clock, words: DateWords) -> None:
        self._journal = journal
        self._clock = clock
        self._words = words
        self._take_back: Callable[[], object] | None = None

    @property
    def may_undo(self) -> bool:
        """True if there is something to take back."""
        return self._take_back is not None and not self._journal.is_locked

    def adding(self) -> JournalEdit:
        """A sitting for a new one."""
        return JournalEdit(self._journal, self._clock, self._words)

    def correcting(self, event_id: str) -> JournalEdit | None:
        """A sitting for one that is there; None if it is gone by now."""
        event = self._event(event_id)
        return None if event is None else JournalEdit(self._journal, self._clock, self._words, event)

    def when(self, wall: float) -> When:
        """A moment on the chart (wall seconds) to begin with, to five minutes; now, if that is still to come."""
        now = self._clock.now().local.replace(tzinfo=None, second=0, microsecond=0)
        pointed_at = datetime.fromtimestamp(wall, UTC).replace(tzinfo=None, second=0, microsecond=0)
        rounded = pointed_at - timedelta(minutes=pointed_at.minute) % ROUNDED_TO
        return When(min(rounded, now))

    def was_kept(self, before: Noted | None, line: Noted) -> str:
        """A form was saved; says so."""
        if before is None:
            self._take_back = lambda: self._journal.forget([place_of(line)])
            return _("The life event is on the chart.")
        self._take_back = lambda: self._journal.amend(before)
        return _("The life event was changed.")

    def move(self, event_id: str, wall: float) -> str:
        """Moves one to that moment of the wall clock of where it was lived; says what came of it."""
        edit = self.correcting(event_id)
        if edit is None or not isinstance(before := edit.line, LifeEvent):
            return ""
        at = datetime.fromtimestamp(wall, UTC).replace(tzinfo=None, second=0, microsecond=0)
        outcome = edit.keep_life_event(Written(before.title, before.note), When(at))
        if isinstance(outcome, NotKept):
            return outcome.sentence
        self._take_back = lambda: self._journal.amend(before)
        moved = outcome.line.experienced_at.local
        return _("The life event was moved to {day}, {time}.").format(
            day=self._words.day(moved.date()), time=self._words.time(moved)
        )

    def take_away(self, event_id: str) -> str:
        """Takes one off the chart and out of the journal; says what came of it."""
        event = self._event(event_id)
        if event is None:
            return ""
        places = [place_of(event)]
        try:
            self._journal.forget(places)
        except (DomainError, UserError) as error:
            return line_of(error)
        self._take_back = lambda: self._journal.restore(places)
        return _("The life event was deleted.")

    def undo(self) -> str:
        """Takes back what was done last; says what came of it."""
        take_back, self._take_back = self._take_back, None
        if take_back is None:
            return ""
        try:
            take_back()
        except (DomainError, UserError) as error:
            return line_of(error)
        return _("It is as it was.")

    def forget_undo(self) -> None:
        """Nothing of a life event is held any more."""
        self._take_back = None

    def _event(self, event_id: str) -> LifeEvent | None:
        if self._journal.is_locked:
            return None
        line = self._journal.line(JournalKind.LIFE_EVENT, event_id)
        return line if isinstance(line, LifeEvent) else None
