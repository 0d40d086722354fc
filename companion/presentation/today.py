"""The Today screen around the check-in: what comes next, and one concept for this moment."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Protocol, TypeVar

from companion.presentation.concept_teaser import teaser_of, why_words
from companion.presentation.outlook_words import outlook_sentence
from companion.presentation.translation import _

if TYPE_CHECKING:
    from companion.application.days import DayService
    from companion.application.outlook import NextPrompt
    from companion.application.ports import Clock
    from companion.application.vault_ports import Vault
    from companion.domain.concept import Concept
    from companion.domain.concept_suggestion import Suggestion
    from companion.domain.moment import Moment
    from companion.domain.zone import Zone
    from companion.presentation.concept_teaser import ConceptTeaser
    from companion.presentation.date_words import DateWords

T = TypeVar("T")


class Coming(Protocol):
    """What Today needs to know of the reminders."""

    def next_prompt(self) -> NextPrompt | None:
        """What may be told of the next prompt."""

    def paused_until(self) -> Moment | None:
        """When the pause ends; None if there is none."""


@dataclass(frozen=True, slots=True)
class TodayState:
    """`day` is the person's; `coming` is the sentence about the next reminder, empty where none is planned.

    `locked` is the sentence that says what can be done while the store is locked, empty while it is not.
    """

    day: date
    coming: str
    locked: str

    @property
    def is_locked(self) -> bool:
        """True while only a check-in is possible."""
        return bool(self.locked)


def build_state(
    day: date,
    now: Moment,
    coming: NextPrompt | None,
    paused_until: Moment | None,
    words: DateWords,
    *,
    is_locked: bool,
) -> TodayState:
    """What Today says at `now`, on the person's `day`. What is coming goes by the calendar, as reminders do."""
    locked = _("Your notebook is locked. You can check in all the same; it is kept sealed until you unlock it.")
    return TodayState(
        day=day,
        coming=outlook_sentence(coming, paused_until, now.local, words),
        locked=locked if is_locked else "",
    )


def ours_for_zone(concepts: Sequence[Concept], zone: Zone | None) -> list[Concept]:
    """Our notes that are written for that zone, or all of ours where there is no zone or no such note."""
    ours = [concept for concept in concepts if concept.is_ours]
    return [concept for concept in ours if zone in concept.zones] if _has_one_for(ours, zone) else ours


def one_for_day(choice: Sequence[T], day: date) -> T | None:
    """One of several, another one each day; None of none."""
    return choice[day.toordinal() % len(choice)] if choice else None


def zone_noted_on(day: date, vault: Vault) -> Zone | None:
    """The zone noted last on that day of the person's, if one was. Raises UserError(LOCKED)."""
    with vault.reading() as store:
        newest, day_start = store.check_ins.newest(), store.days.day_start()
    return newest.zone if newest is not None and newest.experienced_at.day(day_start) == day else None


class TodayPresenter:
    """Builds Today's state; every look is a fresh one."""

    def __init__(
        self,
        vault: Vault,
        clock: Clock,
        days: DayService,
        coming: Coming,
        suggested: Callable[[], Suggestion | None],
        words: DateWords,
    ) -> None:
        self._vault = vault
        self._clock = clock
        self._days = days
        self._coming = coming
        self._suggested = suggested
        self._words = words

    def state(self) -> TodayState:
        """What Today says now."""
        return build_state(
            self._days.today(),
            self._clock.now(),
            self._coming.next_prompt(),
            self._coming.paused_until(),
            self._words,
            is_locked=self._vault.is_locked,
        )

    def concept(self) -> ConceptTeaser | None:
        """The concept for this moment and why it, none while locked; reads the notes on first need."""
        found = None if self._vault.is_locked else self._suggested()
        return None if found is None else teaser_of(found.concept, why_words(found))


def _has_one_for(ours: Sequence[Concept], zone: Zone | None) -> bool:
    return zone is not None and any(zone in concept.zones for concept in ours)
