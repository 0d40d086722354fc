"""Correcting a line of the journal, or adding a reflection or a life event: what the form holds, and keeping it."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timezone, tzinfo
from typing import NamedTuple
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from companion.application.errors import UserError
from companion.application.journal import JournalService
from companion.application.ports import Clock
from companion.domain.checkin import CheckIn
from companion.domain.context import Context
from companion.domain.errors import DomainError
from companion.domain.journal import Noted
from companion.domain.life_event import LifeEvent
from companion.domain.moment import Moment
from companion.domain.moment_text import comes_twice, moment_at_wall_time
from companion.domain.reflection import Reflection
from companion.presentation.checkin_form import Filled
from companion.presentation.date_words import DateWords
from companion.presentation.journal_facts import moment_text
from companion.presentation.sentences import line_of
from companion.presentation.translation import _
from companion.presentation.twice import TwiceState, twice_state


class When(NamedTuple):
    """A wall-clock time to the minute and without zone, and which of two it is where the clocks showed it twice."""

    wall: datetime
    is_second: bool = False


class Written(NamedTuple):
    """What stands in the form of a reflection (without `title`) or of a life event, apart from its moment."""

    title: str = ""
    text: str = ""


class Kept(NamedTuple):
    """It is durable."""

    line: Noted


class NotKept(NamedTuple):
    """It was not, and why, in one calm line; what stands in the form stays."""

    sentence: str


class JournalEdit:
    """One sitting: the line that is corrected, or a new one. Times are of the place where the line was lived."""

    def __init__(self, journal: JournalService, clock: Clock, words: DateWords, line: Noted | None = None) -> None:
        self._journal = journal
        self._clock = clock
        self._words = words
        self._begun_at = clock.now() if line is None else line.experienced_at
        self._zone = clock.zone() if line is None else zone_of(self._begun_at)
        self.line = line
        self._question = ""
        self._concept: str | None = None
        self._about: CheckIn | None = None

    def ask(self, question: str, concept: str) -> None:
        """A new reflection answers that question, which the note of that key asks."""
        self._question, self._concept = question, concept

    def reflect_on(self, check_in: CheckIn) -> None:
        """A new reflection is about that check-in, and stands with it unless another moment is chosen."""
        self._about, self._begun_at = check_in, check_in.experienced_at
        self._zone = zone_of(self._begun_at)

    @property
    def about_line(self) -> str:
        """Which check-in a new reflection is about, or ""."""
        if self._about is None:
            return ""
        return _("About the check-in of {when}").format(when=moment_text(self._about.experienced_at, self._words))

    @property
    def when(self) -> When:
        """The moment the form begins with."""
        wall = self._begun_at.local.replace(tzinfo=None, second=0, microsecond=0)
        first = wall.replace(tzinfo=self._zone, fold=0)
        return When(wall, comes_twice(wall, self._zone) and first.utcoffset() != self._begun_at.offset)

    def twice(self, wall: datetime) -> TwiceState | None:
        """What to ask about a wall-clock time that came twice."""
        return twice_state(wall, self._zone, self._words)

    def filled(self) -> Filled:
        """What the check-in says, as its form has it. The moment stands apart."""
        return filled_of(self.line) if isinstance(self.line, CheckIn) else Filled()

    def written(self) -> Written:
        """What the reflection or life event says."""
        match self.line:
            case Reflection(question=question, text=text):
                return Written(question, text)
            case LifeEvent(title=title, note=note):
                return Written(title, note)
            case _:
                return Written(self._question)

    def keep_check_in(self, filled: Filled, when: When) -> Kept | NotKept:
        """Puts the correction in its place."""
        before = self.line
        assert isinstance(before, CheckIn)
        return tried(
            lambda: self._journal.amend(_corrected(before, filled, self._moment(when) or before.experienced_at))
        )

    def keep_reflection(self, written: Written, when: When) -> Kept | NotKept:
        """Keeps a new reflection, or the correction of one."""
        if isinstance(before := self.line, Reflection):
            return tried(
                lambda: self._journal.amend(
                    replace(before, text=written.text, experienced_at=self._moment(when) or before.experienced_at)
                )
            )
        return tried(lambda: self._reflect(written, when))

    def keep_life_event(self, written: Written, when: When) -> Kept | NotKept:
        """Keeps a new life event, or the correction of one."""
        if isinstance(before := self.line, LifeEvent):
            return tried(
                lambda: self._journal.amend(
                    replace(
                        before,
                        title=written.title,
                        note=written.text,
                        experienced_at=self._moment(when) or before.experienced_at,
                    )
                )
            )
        return tried(
            lambda: self._journal.note_life_event(written.title, written.text, experienced_at=self._moment(when))
        )

    def _reflect(self, written: Written, when: When) -> Reflection:
        about, moment = self._about, self._moment(when)
        return self._journal.reflect(
            self._question,
            written.text,
            concept=self._concept,
            check_in_id=None if about is None else about.id,
            experienced_at=moment if about is None else moment or about.experienced_at,
        )

    def _moment(self, when: When) -> Moment | None:
        """None if it was left as it was: seconds and place are kept then."""
        if when == self.when:
            return None
        return moment_at_wall_time(when.wall, self._zone, self._begun_at.zone_name, is_second=when.is_second)


def filled_of(check_in: CheckIn) -> Filled:
    """What a check-in says, as its form has it; without the moment."""
    context = check_in.context
    return Filled(
        check_in.arousal,
        check_in.zone,
        check_in.note,
        pleasantness=check_in.pleasantness,
        safe=check_in.safe,
        connected=check_in.connected,
        people=context.people,
        places=context.places,
        activities=context.activities,
        body_cues=context.body_cues,
        sleep=check_in.sleep,
        slept=check_in.slept,
        tags=check_in.tags,
    )


def _corrected(before: CheckIn, filled: Filled, experienced_at: Moment) -> CheckIn:
    return replace(
        before,
        experienced_at=experienced_at,
        arousal=filled.points,
        zone=filled.zone,
        note=filled.note,
        pleasantness=filled.pleasantness,
        safe=filled.safe,
        connected=filled.connected,
        sleep=filled.sleep,
        slept=filled.slept,
        tags=filled.tags,
        context=Context(filled.people, filled.places, filled.activities, filled.body_cues),
    )


def zone_of(moment: Moment) -> tzinfo:
    """The zone where it was lived; where only an offset is known, or the zone is not known here, that offset."""
    if moment.zone_name is not None:
        try:
            return ZoneInfo(moment.zone_name)
        except (ZoneInfoNotFoundError, ValueError):
            pass
    return timezone(moment.offset)


def tried(keep: Callable[[], Noted]) -> Kept | NotKept:
    """What keeping a line came to."""
    try:
        return Kept(keep())
    except (DomainError, UserError) as error:
        return NotKept(line_of(error))
