"""The triangle: what its form holds, keeping it, and its picture as it is now."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from companion.application.errors import UserError
from companion.domain.errors import DomainError
from companion.domain.triangle import Corner, Triangle, TriangleDraft
from companion.presentation.journal_edit import JournalEdit, Kept, NotKept, When, tried, zone_of
from companion.presentation.journal_facts import moment_text
from companion.presentation.sentences import line_of
from companion.presentation.translation import _
from companion.presentation.triangle import WEEKS_SHOWN, TrianglePicture, build_picture

if TYPE_CHECKING:
    from companion.application.journal import JournalService
    from companion.application.ports import Clock
    from companion.application.triangles import TriangleService
    from companion.domain.moment import Moment
    from companion.presentation.date_words import DateWords


class TriangleSaid(NamedTuple):
    """What stands in the form, corner by corner in their order, apart from its moment."""

    points: tuple[int | None, int | None, int | None] = (None, None, None)
    words: tuple[str, str, str] = ("", "", "")


class TriangleEdit(JournalEdit):
    """One sitting: the triangle that is corrected, or a new one, which goes on with what was kept for later."""

    def __init__(
        self,
        triangles: TriangleService,
        journal: JournalService,
        clock: Clock,
        words: DateWords,
        line: Triangle | None = None,
    ) -> None:
        super().__init__(journal, clock, words, line)
        self._triangles = triangles
        self._fresh = self._draft = TriangleDraft(self._begun_at)
        self._aside = self._fresh
        if line is None:
            self._take(triangles.draft() or self._fresh)

    def said(self) -> TriangleSaid:
        """What it says; of a new one what was kept for later: earlier weeks are not shown beside the lines."""
        line = self.line
        if not isinstance(line, Triangle):
            return TriangleSaid(self._draft.points, self._draft.words)
        points, words = [line.points(corner) for corner in Corner], [line.words(corner) for corner in Corner]
        return TriangleSaid((points[0], points[1], points[2]), (words[0], words[1], words[2]))

    @property
    def resumed_line(self) -> str:
        """That it was begun earlier, and when; or ""."""
        if self._draft.is_empty:
            return ""
        when = moment_text(self._draft.begun_at, self._words)
        return _("You began this on {when}. It is not saved yet.").format(when=when)

    def keep_for_later(self, said: TriangleSaid, when: When) -> NotKept | None:
        """Keeps what stands in the form until it is saved; says why where that cannot be."""
        if self.line is not None:
            return None
        lived = None
        with suppress(DomainError):  # a time that never was is asked for when it is saved
            lived = self._lived(when)
        try:
            self._triangles.keep_draft(TriangleDraft(self._draft.begun_at, said.points, said.words, lived))
        except UserError as error:
            return NotKept(line_of(error))
        return None

    def begin_anew(self, said: TriangleSaid) -> str:
        """An empty form; what stood in it can be brought back until it is left. Returns "", or why that cannot be."""
        try:
            self._triangles.keep_draft(None)
        except UserError as error:
            return line_of(error)
        self._aside = replace(self._draft, points=said.points, words=said.words)
        self._take(self._fresh)
        return ""

    def bring_back(self) -> None:
        """What stood in the form before it was begun anew."""
        self._take(self._aside)

    def keep_triangle(self, said: TriangleSaid, when: When) -> Kept | NotKept:
        """Keeps a new one, or the correction of one."""
        if isinstance(before := self.line, Triangle):
            return tried(lambda: self._journal.amend(self._corrected(before, said, when)))
        return tried(lambda: self._triangles.note(said.points, said.words, experienced_at=self._lived(when)))

    def _lived(self, when: When) -> Moment | None:
        return self._moment(when) or self._draft.experienced_at

    def _take(self, draft: TriangleDraft) -> None:
        """The moment that was chosen for it is chosen again; without one it is about the moment it is saved."""
        self._draft = draft
        self._begun_at = draft.experienced_at or self._fresh.begun_at
        self._zone = zone_of(self._begun_at) if draft.experienced_at else self._zone

    def _corrected(self, before: Triangle, said: TriangleSaid, when: When) -> Triangle:
        mind, body, relationships = said.points
        return replace(
            before,
            experienced_at=self._moment(when) or before.experienced_at,
            mind=mind,
            body=body,
            relationships=relationships,
            mind_words=said.words[0],
            body_words=said.words[1],
            relationships_words=said.words[2],
        )


class TrianglePresenter:
    """Begins a sitting, and draws the weeks."""

    def __init__(self, triangles: TriangleService, journal: JournalService, clock: Clock, words: DateWords) -> None:
        self._triangles = triangles
        self._journal = journal
        self._clock = clock
        self._words = words

    def edit(self, line: Triangle | None = None) -> TriangleEdit:
        """A sitting over that one, or a new one."""
        return TriangleEdit(self._triangles, self._journal, self._clock, self._words, line)

    def picture(self) -> TrianglePicture:
        """The last weeks; nothing in them while locked."""
        if self._journal.is_locked:
            return build_picture((), self._words)
        return build_picture(self._triangles.weeks(self._words.first_weekday(), WEEKS_SHOWN), self._words)
