"""The Today screen around the check-in: what comes next, and one concept for this moment."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from companion.application.outlook import NextPrompt
from companion.application.ports import Clock, Vault
from companion.application.prompt_rounds import PromptRounds
from companion.domain.concept import Concept
from companion.domain.moment import Moment
from companion.domain.zone import Zone
from companion.presentation.concept_teaser import ConceptTeaser, teaser_of
from companion.presentation.date_words import DateWords, span_text, when_text
from companion.presentation.translation import _


@dataclass(frozen=True, slots=True)
class TodayState:
    """`coming` is the sentence about the next reminder, empty where none is planned."""

    day: date
    coming: str
    is_locked: bool


def build_state(
    now: Moment, coming: NextPrompt | None, paused_until: Moment | None, words: DateWords, *, is_locked: bool
) -> TodayState:
    """What Today says at `now`."""
    return TodayState(
        day=now.local.date(),
        coming=_pause_sentence(paused_until, now.local, words) or _coming_sentence(coming, now.local, words),
        is_locked=is_locked,
    )


def concept_for_day(concepts: Sequence[Concept], day: date, zone: Zone | None) -> Concept | None:
    """One of our notes: among those that fit the zone noted last today, else among all, another one each day."""
    ours = [concept for concept in concepts if concept.is_ours]
    fitting = [concept for concept in ours if zone in concept.zones] if zone is not None else []
    choice = fitting or ours
    return choice[day.toordinal() % len(choice)] if choice else None


class TodayPresenter:
    """Builds Today's state; every look is a fresh one."""

    def __init__(
        self,
        vault: Vault,
        clock: Clock,
        rounds: PromptRounds,
        concepts: Callable[[], Sequence[Concept]],
        words: DateWords,
    ) -> None:
        self._vault = vault
        self._clock = clock
        self._rounds = rounds
        self._concepts = concepts
        self._words = words

    def state(self) -> TodayState:
        """What Today says now."""
        return build_state(
            self._clock.now(),
            self._rounds.next_prompt(),
            self._rounds.paused_until(),
            self._words,
            is_locked=self._vault.is_locked,
        )

    def concept(self) -> ConceptTeaser | None:
        """The concept for this moment; reads the notes on first need."""
        now = self._clock.now()
        found = concept_for_day(self._concepts(), now.local.date(), self._zone_noted_today(now))
        return None if found is None else teaser_of(found)

    def _zone_noted_today(self, now: Moment) -> Zone | None:
        if self._vault.is_locked:
            return None
        with self._vault.reading() as store:
            newest = store.check_ins.newest()
        return newest.zone if newest is not None and newest.experienced_at.day() == now.day() else None


def _pause_sentence(until: Moment | None, now: datetime, words: DateWords) -> str:
    if until is None or until.utc <= now:
        return ""
    return _("Reminders are paused until {time}").format(time=words.time(until.local))


def _coming_sentence(coming: NextPrompt | None, now: datetime, words: DateWords) -> str:
    if coming is None:
        return ""
    if coming.at is not None:
        return _("Next reminder {when}").format(when=when_text(words, coming.at.local, now))
    span = span_text(words, coming.block_start.local, coming.block_end.local, now)
    return _("Next reminder {when}").format(when=span)
