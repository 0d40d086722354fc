"""After a practice: the line again and three answers, all of it optional, none of it called a success."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from companion.application.errors import UserError
from companion.domain.errors import DomainError
from companion.domain.practice_session import Felt
from companion.presentation.checkin_form import LineWords, arousal_words
from companion.presentation.practice_words import felt_words, lasted_words
from companion.presentation.sentences import line_of
from companion.presentation.translation import _

if TYPE_CHECKING:
    from companion.application.practice_sessions import PracticeSessionService
    from companion.domain.practice_session import PracticeSession


class AfterPracticeState(NamedTuple):
    """`answers` are the three, in their order; `line` asks for the energy."""

    heading: str
    lead: str
    line: LineWords
    question: str
    answers: tuple[tuple[Felt, str], ...]
    heavier: str
    done: str


class AfterPracticePresenter:
    """Keeps what is noted of a session that has ended."""

    def __init__(self, session: PracticeSession, sessions: PracticeSessionService) -> None:
        self._session = session
        self._sessions = sessions

    def state(self) -> AfterPracticeState:
        """What is asked."""
        session = self._session
        lasted = lasted_words(session.ended_at.utc - session.started_at.utc)
        heading = _("Stopped. That is fine, too.") if session.stopped_early else _("That was it, for now.")
        return AfterPracticeState(
            heading,
            _("{title}, {length}. If you like, note how it is now. None of it has to be answered.").format(
                title=session.title, length=lasted
            ),
            arousal_words(),
            _("It left me"),
            tuple((felt, felt_words(felt)) for felt in Felt),
            _("Thank you for noting that. For two weeks it is offered last. Looking around the room is gentle."),
            _("Done"),
        )

    def keep(self, after: int | None, felt: Felt | None) -> str:
        """Keeps it; "" if that went well, otherwise what is to be said."""
        if (after, felt) == (self._session.after, self._session.felt):
            return ""
        try:
            self._session = self._sessions.note_after(self._session, after, felt)
        except (UserError, DomainError) as error:
            return line_of(error)
        return ""
