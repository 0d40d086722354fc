"""One thing to reflect on: a question of a concept for this moment, another one each day, or not today."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING, NamedTuple

from companion.application.errors import UserError
from companion.domain.errors import DomainError
from companion.domain.journal import place_of
from companion.presentation.checkin_form import Refused
from companion.presentation.sentences import line_of
from companion.presentation.today import one_for_day, ours_for_zone, zone_noted_on
from companion.presentation.translation import _

if TYPE_CHECKING:
    from companion.application.days import DayService
    from companion.application.journal import JournalService
    from companion.application.preferences import PreferenceService
    from companion.application.store_ports import Store
    from companion.application.vault_ports import Vault
    from companion.domain.concept import Concept
    from companion.domain.reflection import Reflection
    from companion.domain.zone import Zone
    from companion.presentation.date_words import DateWords

# A reflection lies on the day that its own wall clock showed, at most this far from that day in UTC.
_AROUND = timedelta(days=2)


class ReflectionState(NamedTuple):
    """The question, and the note it comes from."""

    question: str
    concept_key: str
    concept_title: str


class KeptReflection(NamedTuple):
    """It is durable; `line` says so."""

    reflection: Reflection
    line: str


def question_for_day(
    concepts: Sequence[Concept], day: date, zone: Zone | None, *, deeper: bool = False
) -> ReflectionState | None:
    """One of our questions that fit the zone noted last today, or of all; never one of the person's own notes.

    With `deeper`, those about earlier years are among them.
    """
    asking = [concept for concept in concepts if _questions(concept, deeper)]
    fitting = ours_for_zone(asking, zone)
    return one_for_day(
        [_state(concept, question) for concept in fitting for question in _questions(concept, deeper)], day
    )


class ReflectionPresenter:
    """Offers a question, keeps what is written to it, and rests for a day where that is wished."""

    def __init__(
        self,
        vault: Vault,
        journal: JournalService,
        days: DayService,
        preferences: PreferenceService,
        concepts: Callable[[], Sequence[Concept]],
        words: DateWords,
    ) -> None:
        self._vault = vault
        self._journal = journal
        self._days = days
        self._preferences = preferences
        self._concepts = concepts
        self._words = words

    def state(self) -> ReflectionState | None:
        """The question of today; None while locked, on a day off, and once something was written today."""
        if self._vault.is_locked:
            return None
        today = self._days.today()
        if self._preferences.settings.reflection_rests_on == today or self._was_written_on(today):
            return None
        zone, deeper = zone_noted_on(today, self._vault), self._preferences.settings.deeper_questions
        return question_for_day(self._concepts(), today, zone, deeper=deeper)

    def keep(self, state: ReflectionState, text: str) -> KeptReflection | Refused:
        """Keeps what was written; or says in one line why it could not be."""
        try:
            reflection = self._journal.reflect(state.question, text, concept=state.concept_key)
        except (DomainError, UserError) as error:
            return Refused(line_of(error))
        when = self._words.time(reflection.created_at.local)
        return KeptReflection(reflection, _("Saved {time}, in your journal").format(time=when))

    def take_back(self, kept: KeptReflection) -> str:
        """Takes it back. Returns "", or the line that says why that could not be."""
        try:
            self._journal.forget([place_of(kept.reflection)])
        except (DomainError, UserError) as error:
            return line_of(error)
        return ""

    def not_today(self) -> str:
        """Nothing is offered until the person's next day. Returns "", or why that cannot be kept."""
        try:
            self._preferences.change(reflection_rests_on=self._days.today())
        except UserError as error:
            return line_of(error)
        return ""

    def _was_written_on(self, day: date) -> bool:
        with self._vault.reading() as store:
            return any(lived_on == day for lived_on in _days_reflected_on(store, day))


def _days_reflected_on(store: Store, day: date) -> list[date]:
    day_start, midnight = store.days.day_start(), datetime.combine(day, time(), UTC)
    near = store.reflections.between(midnight - _AROUND, midnight + _AROUND)
    return [reflection.experienced_at.day(day_start) for reflection in near]


def _questions(concept: Concept, deeper: bool) -> tuple[str, ...]:
    return concept.prompts + (concept.deeper_prompts if deeper else ())


def _state(concept: Concept, question: str) -> ReflectionState:
    return ReflectionState(question, concept.key, concept.title)
