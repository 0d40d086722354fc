"""The Journal screen: what is wanted of it, what stands there, and taking lines away and bringing them back."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from typing import NamedTuple

from companion.application.errors import UserError
from companion.application.event_bus import EventBus
from companion.application.events import (
    CheckInAmended,
    CheckInForgotten,
    CheckInRecorded,
    CheckInRestored,
    CheckInsChanged,
    CheckInSetupChanged,
    CheckInsImported,
    DayStartChanged,
    Event,
    JournalChanged,
    PromptsChanged,
    StoreChangedElsewhere,
    VaultLocked,
    VaultLocking,
    VaultUnlocked,
)
from companion.application.journal import JournalService
from companion.domain.checkin import CheckIn
from companion.domain.errors import DomainError
from companion.domain.journal import JournalFilter, JournalKind, JournalPlace
from companion.domain.moment import Moment
from companion.domain.period import Period
from companion.domain.practice_session import PracticeSession
from companion.domain.reflection import Reflection
from companion.domain.repair import Repair
from companion.presentation.date_words import DateWords
from companion.presentation.journal_detail import DetailState
from companion.presentation.journal_detail import build_practice_state as build_practice_detail
from companion.presentation.journal_detail import build_state as build_detail
from companion.presentation.journal_filter import EVERYTHING, Wish, wishes_of, without
from companion.presentation.journal_pages import JournalPages
from companion.presentation.journal_row import JournalRow
from companion.presentation.number_words import number_text
from companion.presentation.sentences import line_of
from companion.presentation.time_axis import dated
from companion.presentation.translation import _, ngettext

NEWS = (
    CheckInRecorded,
    CheckInForgotten,
    CheckInRestored,
    CheckInAmended,
    CheckInsChanged,
    CheckInsImported,
    CheckInSetupChanged,
    DayStartChanged,
    JournalChanged,
    PromptsChanged,
    StoreChangedElsewhere,
    VaultLocked,
    VaultUnlocked,
)


class Emptiness(Enum):
    """Why there is nothing to show."""

    NONE = "none"
    NOTHING_YET = "nothing_yet"
    NOTHING_FOUND = "nothing_found"
    LOCKED = "locked"


@dataclass(frozen=True, slots=True)
class JournalState:
    """What stands around the list. `action` is what can be done where there is nothing to show, or ""."""

    sentence: str = ""
    wishes: tuple[Wish, ...] = ()
    emptiness: Emptiness = Emptiness.NONE
    empty: str = ""
    action: str = ""


class Outcome(NamedTuple):
    """What was done, in a line; or why it could not be, and then nothing was."""

    line: str
    is_done: bool = True


class PurgeWords(NamedTuple):
    """The one question before something is gone for good."""

    question: str
    detail: str
    yes: str
    no: str


def build_state(
    wanted: JournalFilter, whole: Period | None, check_ins: int, words: DateWords, *, has_lines: bool, is_locked: bool
) -> JournalState:
    """What stands around the list of what is `wanted`; `whole` is from the first to the last day with check-ins."""
    if is_locked:
        return JournalState(
            emptiness=Emptiness.LOCKED,
            empty=_("Companion is locked. What you noted is safe and will be here once it is unlocked."),
        )
    wishes = wishes_of(wanted)
    if has_lines:
        sentence = _sentence(whole, check_ins, words) if wanted == EVERYTHING else ""
        return JournalState(sentence, wishes)
    if wanted != EVERYTHING:
        return JournalState(
            "",
            wishes,
            Emptiness.NOTHING_FOUND,
            _("Nothing in your journal fits this. Fewer filters or other words may find it."),
            _("Show everything"),
        )
    return JournalState(
        "",
        wishes,
        Emptiness.NOTHING_YET,
        _("Your check-ins, reflections and life events will be here. There is no hurry."),
        _("Check in"),
    )


class JournalPresenter:
    """What the screen's buttons and keys mean. `pages` is what the list scrolls through."""

    def __init__(self, journal: JournalService, pages: JournalPages, bus: EventBus, words: DateWords) -> None:
        self._journal = journal
        self._words = words
        self._outdated: list[Callable[[], None]] = []
        self._locking: list[Callable[[], None]] = []
        self._taken: tuple[JournalPlace, ...] = ()
        self._taken_at: Moment | None = None
        self.pages = pages
        bus.listen(VaultLocked, self._on_vault_locked)
        for kind in NEWS:
            bus.listen(kind, self._hear)
        bus.listen(VaultLocking, self._on_vault_locking)

    def attach(self, outdated: Callable[[], None], locking: Callable[[], None] | None = None) -> None:
        """From now on calls `outdated` whenever what was shown may no longer be so.

        `locking` is called while something that was half written can still be kept.
        """
        self._outdated.append(outdated)
        if locking is not None:
            self._locking.append(locking)

    @property
    def is_locked(self) -> bool:
        """True while nothing can be read."""
        return self._journal.is_locked

    @property
    def wanted(self) -> JournalFilter:
        """What of the journal is wanted."""
        return self.pages.wanted

    def want(self, wanted: JournalFilter) -> None:
        """From now on the pages hold that."""
        self.pages.wanted = wanted

    def look_for(self, text: str) -> None:
        """From now on the pages hold what has these words."""
        self.pages.wanted = replace(self.wanted, text=" ".join(text.split()))

    def drop(self, wish: Wish) -> None:
        """Takes one wish away."""
        self.pages.wanted = without(self.wanted, wish)

    def state(self, *, has_lines: bool) -> JournalState:
        """What stands around the list."""
        whole, count = None, 0
        if not self.is_locked:
            whole, count = self._journal.whole(), self._journal.total()
        return build_state(self.wanted, whole, count, self._words, has_lines=has_lines, is_locked=self.is_locked)

    def detail(self, row: JournalRow) -> DetailState | None:
        """The whole of that line as it is now; None if it is gone, or while locked."""
        if self.is_locked:
            return None
        line = self._journal.line(row.kind, row.id)
        if line is None:
            return None
        if isinstance(line, PracticeSession):
            return build_practice_detail(line, self._check_in_before(line), self._words)
        before = self._check_in_before(line) if isinstance(line, Repair | Reflection) else None
        source = self._journal.source(row.id) if row.kind is JournalKind.CHECK_IN else None
        return build_detail(line, self._journal.versions(row.id, row.kind), self._words, source, before)

    def _check_in_before(self, after: PracticeSession | Reflection | Repair) -> CheckIn | None:
        """The check-in that led to it, unless that was deleted permanently."""
        if after.check_in_id is None:
            return None
        line = self._journal.line(JournalKind.CHECK_IN, after.check_in_id)
        return line if isinstance(line, CheckIn) else None

    def take_back(self, rows: Sequence[JournalRow]) -> Outcome:
        """Deletes lines; `bring_back` undoes it. Prompts stay."""
        places = places_of(rows)
        try:
            self._taken_at = self._journal.forget(places)
        except (DomainError, UserError) as error:
            return Outcome(line_of(error), is_done=False)
        self._taken = places
        return Outcome(_deleted(places))

    @property
    def may_bring_back(self) -> bool:
        """True if `bring_back` has something to bring back."""
        return bool(self._taken)

    @property
    def taken_at(self) -> Moment | None:
        """When that was deleted; None if there is nothing to bring back."""
        return self._taken_at if self._taken else None

    def bring_back(self) -> Outcome:
        """Brings back what was deleted last."""
        places, self._taken = self._taken, ()
        trouble = _tried(lambda: self._journal.restore(places))
        if trouble:
            self._taken = places
            return Outcome(trouble, is_done=False)
        return Outcome(ngettext("It is back.", "They are back.", len(places)))

    def purge(self, rows: Sequence[JournalRow]) -> Outcome:
        """Deletes lines for good. Prompts stay."""
        places = places_of(rows)
        trouble = _tried(lambda: self._journal.purge(places))
        if trouble:
            return Outcome(trouble, is_done=False)
        self._taken = tuple(place for place in self._taken if place not in places)
        return Outcome(ngettext("It was deleted permanently.", "They were deleted permanently.", len(places)))

    def _on_vault_locked(self, _news: VaultLocked) -> None:
        """What was looked for, and what could be brought back, is the person's own."""
        self.pages.wanted, self._taken = EVERYTHING, ()

    def _on_vault_locking(self, _news: VaultLocking) -> None:
        for keep in self._locking:
            keep()

    def _hear(self, _news: Event) -> None:
        for outdated in self._outdated:
            outdated()


def places_of(rows: Iterable[JournalRow]) -> tuple[JournalPlace, ...]:
    """Where those stand that can be deleted: all but prompts."""
    return tuple(row.place for row in rows if row.kind is not JournalKind.PROMPT)


def purge_words(rows: Sequence[JournalRow]) -> PurgeWords:
    """What is asked before these are deleted for good."""
    count = len(places_of(rows))
    return PurgeWords(
        ngettext("Delete this permanently?", "Delete these {count} permanently?", count).format(count=count),
        _(
            "Companion then keeps no word of it, and it cannot be brought back. "
            "Copies that were made before, and files you exported, still hold it."
        ),
        _("Delete permanently"),
        _("Keep"),
    )


def chosen_words(rows: Sequence[JournalRow], *, is_more_below: bool) -> str:
    """How many are chosen, and what is not among them."""
    said = ngettext("{count} line is chosen.", "{count} lines are chosen.", len(rows)).format(count=len(rows))
    if is_more_below:
        said = _("{said} There is more further down, which is not chosen.").format(said=said)
    if len(places_of(rows)) < len(rows):
        said = _("{said} Reminders stay when the rest is deleted.").format(said=said)
    return said


def _sentence(whole: Period | None, check_ins: int, words: DateWords) -> str:
    if whole is None:
        return ""
    return ngettext("{count} check-in since {day}", "{count} check-ins since {day}", check_ins).format(
        count=number_text(f"{check_ins:,}"), day=dated(whole.first, words)
    )


def _deleted(places: Sequence[JournalPlace]) -> str:
    if len(places) != 1:
        return ngettext("{count} line was deleted.", "{count} lines were deleted.", len(places)).format(
            count=len(places)
        )
    return {
        JournalKind.CHECK_IN: _("The check-in was deleted."),
        JournalKind.REFLECTION: _("The reflection was deleted."),
        JournalKind.LIFE_EVENT: _("The life event was deleted."),
        JournalKind.PRACTICE: _("What you noted of the practice was deleted."),
        JournalKind.REPAIR: _("The repair was deleted."),
        JournalKind.TRIANGLE: _("The triangle was deleted."),
    }[places[0].kind]


def _tried(act: Callable[[], object]) -> str:
    try:
        act()
    except (DomainError, UserError) as error:
        return line_of(error)
    return ""
