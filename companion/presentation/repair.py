"""A note for repair: what stands around its questions, what the form holds, keeping it, and keeping it for later."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from companion.application.errors import UserError
from companion.domain.errors import DomainError
from companion.domain.repair import Repair, RepairDraft
from companion.domain.text import clean_note, clean_text
from companion.presentation.journal_edit import JournalEdit, Kept, NotKept, When, tried, zone_of
from companion.presentation.journal_facts import moment_text
from companion.presentation.sentences import line_of
from companion.presentation.translation import _, with_english

if TYPE_CHECKING:
    from companion.application.journal import JournalService
    from companion.application.ports import Clock
    from companion.application.repairs import RepairService
    from companion.domain.moment import Moment
    from companion.domain.zone import Zone
    from companion.presentation.date_words import DateWords

REPAIR = "repair"  # in place of a practice's key: the note for repair, which is written in the journal
ABOUT_REPAIR = "ours/repair-after-rupture"


class RepairWords(NamedTuple):
    """What stands in the form; `before` is what is said before anything is asked, `support` leads to Support."""

    before: str
    support: str
    happened: str
    me: str
    me_more: str
    them: str
    them_more: str
    helped: str
    helped_more: str
    kept: str


class Mended(NamedTuple):
    """What stands in the form of a repair, apart from its moment."""

    happened: str = ""
    points: int | None = None
    zone: Zone | None = None
    them: str = ""
    helped: str = ""

    @property
    def is_empty(self) -> bool:
        """True if nothing is filled in."""
        return self.points is None and self.zone is None and not (self.happened + self.them + self.helped).strip()


def offer_words() -> str:
    """What the way to it is called, wherever it is."""
    return _("A note for repair")


def repair_words() -> RepairWords:
    """What stands in the form."""
    return RepairWords(
        before=with_english(
            lambda: _(
                "This is for two people who are safe with each other and lost each other for a moment. "
                "It is not for someone who hurts, threatens or controls you. There, safety comes first, "
                "and it is not your task to mend things."
            )
        ),
        support=_("People and places to turn to"),
        happened=_("What happened between you?"),
        me=_("Where were you?"),
        me_more=_("As in a check-in, about that moment. Leave out what you like."),
        them=_("Where may they have been?"),
        them_more=_("A guess, held lightly. Only they know."),
        helped=_("What helped, or what could help?"),
        helped_more=_(
            "Settle first. Then, perhaps: own one part of it, listen, ask what would help. "
            "No one has to forgive, or to do it today."
        ),
        kept=_("What you write stays here until you save it, even if you leave."),
    )


class _Origin(NamedTuple):
    """When it was begun, the moment that it is about unless another is chosen (None: now), and its check-in."""

    begun_at: Moment
    lived: Moment | None = None
    check_in_id: str | None = None


class RepairEdit(JournalEdit):
    """One sitting: the repair that is corrected, or a new one, which goes on with what was kept for later."""

    def __init__(
        self,
        repairs: RepairService,
        journal: JournalService,
        clock: Clock,
        words: DateWords,
        line: Repair | None = None,
        check_in_id: str | None = None,
    ) -> None:
        super().__init__(journal, clock, words, line)
        self._repairs = repairs
        self._fresh = self._origin = _Origin(self._begun_at)
        self._resumed = self._set_aside = Mended()
        self._aside = self._fresh
        if line is None:
            self._fresh = self._origin_after(check_in_id)
            self._take(self._fresh)
            self._resume()

    def mended(self) -> Mended:
        """What the repair says, or what was kept for later."""
        line = self.line
        if not isinstance(line, Repair):
            return self._resumed
        return Mended(line.happened, line.arousal, line.zone, line.them, line.helped)

    @property
    def resumed_line(self) -> str:
        """That it was begun earlier, and when; or from which check-in it grows; or ""."""
        if not self._resumed.is_empty:
            when = moment_text(self._origin.begun_at, self._words)
            return _("You began this on {when}. It is not saved yet.").format(when=when)
        if self._origin.check_in_id is not None and self._origin.lived is not None:
            when = moment_text(self._origin.lived, self._words)
            return _("After the check-in of {when}").format(when=when)
        return ""

    def begin_anew(self, stands: Mended) -> str:
        """An empty form; what stood in it can be brought back until it is left. Returns "", or why that cannot be."""
        try:
            self._repairs.keep_draft(None)
        except UserError as error:
            return line_of(error)
        self._set_aside, self._aside, self._resumed = stands, self._origin, Mended()
        self._take(self._fresh)
        return ""

    def bring_back(self) -> Mended:
        """What stood in the form before it was begun anew."""
        self._take(self._aside)
        return self._set_aside

    def keep_for_later(self, mended: Mended, when: When) -> NotKept | None:
        """Keeps what stands in the form until it is saved; says why where it could not be saved as it stands."""
        if self.line is not None:
            return None
        try:
            lived = None
            with suppress(DomainError):  # a time that never was is asked for when it is saved
                lived = self._lived(when)
            self._repairs.keep_draft(self._draft(mended, lived))
            for text in (mended.happened, mended.them, mended.helped):
                clean_note(text)
        except (DomainError, UserError) as error:
            return NotKept(line_of(error))
        return None

    def keep_repair(self, mended: Mended, when: When) -> Kept | NotKept:
        """Keeps a new repair, or the correction of one."""
        if isinstance(before := self.line, Repair):
            return tried(lambda: self._journal.amend(self._corrected(before, mended, when)))
        return tried(lambda: self._repairs.note(self._draft(mended, self._lived(when))))

    def _corrected(self, before: Repair, mended: Mended, when: When) -> Repair:
        return replace(
            before,
            happened=mended.happened,
            arousal=mended.points,
            zone=mended.zone,
            them=mended.them,
            helped=mended.helped,
            experienced_at=self._moment(when) or before.experienced_at,
        )

    def _draft(self, mended: Mended, lived: Moment | None) -> RepairDraft:
        happened, them, helped = (clean_text(text) for text in (mended.happened, mended.them, mended.helped))
        origin = self._origin
        return RepairDraft(
            origin.begun_at, happened, mended.points, mended.zone, them, helped, origin.check_in_id, lived
        )

    def _lived(self, when: When) -> Moment | None:
        return self._moment(when) or self._origin.lived

    def _origin_after(self, check_in_id: str | None) -> _Origin:
        check_in = self._repairs.check_in(check_in_id)
        if check_in is None:
            return _Origin(self._begun_at)
        return _Origin(self._begun_at, check_in.experienced_at, check_in.id)

    def _resume(self) -> None:
        draft = self._repairs.draft()
        if draft is not None:
            self._resumed = Mended(draft.happened, draft.arousal, draft.zone, draft.them, draft.helped)
            self._take(_Origin(draft.begun_at, draft.experienced_at or draft.begun_at, draft.check_in_id))

    def _take(self, origin: _Origin) -> None:
        self._origin = origin
        self._begun_at = origin.lived or origin.begun_at
        self._zone = zone_of(self._begun_at)
