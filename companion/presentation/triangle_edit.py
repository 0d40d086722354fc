"""The triangle: what its form holds, keeping it, and its picture as it is now."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from companion.domain.triangle import Corner, Triangle
from companion.presentation.journal_edit import JournalEdit, Kept, NotKept, When, tried
from companion.presentation.triangle import WEEKS_SHOWN, TrianglePicture, build_picture

if TYPE_CHECKING:
    from companion.application.journal import JournalService
    from companion.application.ports import Clock
    from companion.application.triangles import TriangleService
    from companion.presentation.date_words import DateWords


class TriangleSaid(NamedTuple):
    """What stands in the form, corner by corner in their order, apart from its moment."""

    points: tuple[int | None, int | None, int | None] = (None, None, None)
    words: tuple[str, str, str] = ("", "", "")


class TriangleEdit(JournalEdit):
    """One sitting: the triangle that is corrected, or a new one."""

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

    def said(self) -> TriangleSaid:
        """What it says; nothing for a new one: earlier weeks are not shown beside the lines."""
        line = self.line
        if not isinstance(line, Triangle):
            return TriangleSaid()
        points, words = [line.points(corner) for corner in Corner], [line.words(corner) for corner in Corner]
        return TriangleSaid((points[0], points[1], points[2]), (words[0], words[1], words[2]))

    def keep_triangle(self, said: TriangleSaid, when: When) -> Kept | NotKept:
        """Keeps a new one, or the correction of one."""
        if isinstance(before := self.line, Triangle):
            return tried(lambda: self._journal.amend(self._corrected(before, said, when)))
        return tried(lambda: self._triangles.note(said.points, said.words, experienced_at=self._moment(when)))

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
