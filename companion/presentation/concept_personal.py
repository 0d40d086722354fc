"""What a note has to do with the person who reads it: how it shows in their check-ins, and what they may write to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from companion.application.errors import UserError
from companion.presentation.in_my_check_ins import InMyCheckIns, in_my_check_ins
from companion.presentation.sentences import line_of

if TYPE_CHECKING:
    from companion.application.concept_moments import ConceptMoments
    from companion.application.concept_suggestions import ConceptSuggestions
    from companion.application.days import DayService
    from companion.application.practices import PracticeService
    from companion.application.preferences import PreferenceService
    from companion.domain.concept import Concept
    from companion.domain.practice import Practice


class ConceptPersonal:
    """Everything here is empty while locked."""

    def __init__(
        self,
        moments: ConceptMoments,
        suggestions: ConceptSuggestions,
        preferences: PreferenceService,
        days: DayService,
        practices: PracticeService | None = None,
    ) -> None:
        self._moments = moments
        self._suggestions = suggestions
        self._preferences = preferences
        self._days = days
        self._practices = practices

    def note_read(self, concept: Concept) -> None:
        """That note was opened: it waits before it is offered again."""
        self._suggestions.note_read(concept.key)

    def in_my_check_ins(self, concept: Concept) -> InMyCheckIns | None:
        """How it shows in the check-ins of the last weeks; None where it cannot."""
        lately = self._moments.lately()
        return None if lately is None else in_my_check_ins(concept, lately)

    def prompts(self, concept: Concept) -> tuple[str, ...]:
        """What to write to; deeper questions only for who wants them, and none on a day that was to have none."""
        settings = self._preferences.settings
        if self._moments.is_locked or settings.reflection_rests_on == self._days.today():
            return ()
        return concept.prompts + (concept.deeper_prompts if settings.deeper_questions else ())

    def practices(self, concept: Concept) -> tuple[Practice, ...]:
        """The practices that the note names and that there are, in its order; the person's own by their titles."""
        if self._practices is None or not concept.practices:
            return ()
        there = self._practices.ours() if self._practices.is_locked else self._practices.all()
        by_name = {name.casefold(): each for each in there for name in (each.title, each.key, each.name)}
        named = (by_name.get(name.casefold()) for name in concept.practices)
        return tuple({each.key: each for each in named if each is not None}.values())

    def not_today(self) -> str:
        """Nothing is asked until the person's next day. Returns "", or why that cannot be kept."""
        return self._change(reflection_rests_on=self._days.today())

    @property
    def size(self) -> int:
        """How large a note is read, in percent of the other texts."""
        return self._preferences.settings.note_percent

    def choose_size(self, percent: int) -> str:
        """Another size, kept. Returns "", or why that cannot be."""
        return self._change(note_percent=percent)

    def _change(self, **changes: Any) -> str:
        try:
            self._preferences.change(**changes)
        except UserError as error:
            return line_of(error)
        return ""
