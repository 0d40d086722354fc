"""One line of the journal, whole: what it says, and what it said before it was corrected."""

import json
from collections.abc import Sequence
from dataclasses import dataclass

from companion.domain.checkin import CheckIn
from companion.domain.journal import JournalLine, Noted, Version
from companion.domain.moment import Moment
from companion.domain.practice_session import PracticeSession
from companion.domain.prompt import PromptRecord
from companion.domain.reflection import Reflection
from companion.domain.zone import Zone
from companion.presentation.date_words import DateWords
from companion.presentation.journal_facts import Fact, changed_facts, facts_of, moment_text, session_facts
from companion.presentation.journal_row import asked_words, headline_of, moment_of_line
from companion.presentation.prompt_words import step_words
from companion.presentation.translation import _

MOST_CHANGES = 50


@dataclass(frozen=True, slots=True)
class ChangeWords:
    """One correction: when and what was changed, and what stood there before."""

    heading: str
    before: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class DetailState:
    """`facts` hold only what was said. `changes` are its corrections, newest first. `source` is what stood in the
    file of another program that it came from, "" if it came from none.
    """

    line: JournalLine
    headline: str
    when: str
    facts: tuple[Fact, ...]
    changes: tuple[ChangeWords, ...] = ()
    source: str = ""

    @property
    def may_correct(self) -> bool:
        """True for what the person wrote themselves."""
        return not isinstance(self.line, PromptRecord | PracticeSession)

    @property
    def may_change(self) -> bool:
        """False for a prompt, which Companion keeps by itself: it is neither corrected nor deleted."""
        return not isinstance(self.line, PromptRecord)

    @property
    def is_check_in(self) -> bool:
        """True where an answer has a mark."""
        return isinstance(self.line, CheckIn)

    @property
    def concept(self) -> str | None:
        """The key of the note that a reflection came from."""
        return self.line.concept if isinstance(self.line, Reflection) else None

    @property
    def zone(self) -> Zone | None:
        """The answer of a check-in."""
        return self.line.zone if isinstance(self.line, CheckIn) else None


def build_state(
    line: JournalLine,
    versions: Sequence[Version],
    words: DateWords,
    source: str | None = None,
    before: CheckIn | None = None,
) -> DetailState:
    """The whole of one line; `versions` are what it said before, oldest first, `source` the row of a file.

    `before` is the check-in that led to it.
    """
    if isinstance(line, PromptRecord):
        steps = tuple(Fact(words.time(step.at.local), step_words(step)) for step in line.transitions)
        return DetailState(line, headline_of(line), moment_text(moment_of_line(line), words), steps)
    if isinstance(line, PracticeSession):
        return build_practice_state(line, None, words)
    facts = facts_of(line, words)
    in_headline = (_("Answer"), _("What happened"))
    said = tuple(fact for fact in facts[:-1] if fact.text and fact.name not in in_headline)
    if before is not None:
        said = (_led_to_by(before, words), *said)
    changes = _changes(facts, versions, words)
    return DetailState(line, headline_of(line), _when(line, words), said, changes, source_text(source or ""))


def build_practice_state(session: PracticeSession, before: CheckIn | None, words: DateWords) -> DetailState:
    """The whole of a practice session; `before` is the check-in that led to it."""
    facts = session_facts(session)
    if before is not None:
        facts = (_led_to_by(before, words), *facts)
    return DetailState(session, headline_of(session), moment_text(session.started_at, words), facts)


def _led_to_by(before: CheckIn, words: DateWords) -> Fact:
    return Fact(_("After the check-in"), moment_text(before.experienced_at, words))


def _when(line: Noted, words: DateWords) -> str:
    """When it was, and when it was noted where that was at another moment."""
    when = moment_text(line.experienced_at, words)
    if isinstance(line, CheckIn):
        when = _("{when}, {asked}").format(when=when, asked=asked_words(line))
    if line.experienced_at.utc == line.created_at.utc:
        return when
    noted = line.created_at
    if noted.local.date() == line.experienced_at.local.date():
        return _("{when}, noted at {time}").format(when=when, time=words.time(noted.local))
    return _("{when}, noted {noted}").format(when=when, noted=moment_text(noted, words))


def _changes(now: tuple[Fact, ...], versions: Sequence[Version], words: DateWords) -> tuple[ChangeWords, ...]:
    """Each correction against what it made of it; of very many only the newest."""
    said = [*(facts_of(version.said, words) for version in versions), now]
    changes = [
        _change(version.replaced_at, changed_facts(before, after), words)
        for version, before, after in zip(versions, said, said[1:], strict=False)
    ]
    return tuple(reversed(changes))[:MOST_CHANGES]


def _change(at: Moment, before: tuple[Fact, ...], words: DateWords) -> ChangeWords:
    heading = _("Changed {when}").format(when=moment_text(at, words))
    return ChangeWords(heading, tuple(fact._replace(text=fact.text or _("nothing")) for fact in before))


def source_text(source: str) -> str:
    """The row of a file for reading: of a table or an entry each name with what stood there, a line each."""
    try:
        named = json.loads(source)
    except (ValueError, RecursionError):
        return source
    if not isinstance(named, dict):
        return source
    texts = (
        (name, value if isinstance(value, str) else json.dumps(value, ensure_ascii=False))
        for name, value in named.items()
    )
    return "\n".join(_("{what}: {text}").format(what=name, text=text) for name, text in texts if text)
