"""The Practices screen: which there are, and the page of one with what the person noted of it."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

from companion.application.errors import UserError
from companion.application.events import JournalChanged, PracticesChanged, StoreChangedElsewhere
from companion.domain.errors import DomainError
from companion.domain.practice_own import PracticePlace
from companion.domain.practice_run import course_of
from companion.domain.zone import Zone
from companion.presentation.checkin_form import LineWords, arousal_words
from companion.presentation.concepts import ConceptRow
from companion.presentation.practice_page import Part, noted_lines, parts_of
from companion.presentation.practice_words import direction_words, length_words, line_of_practice, zones_sentence
from companion.presentation.sentences import line_of
from companion.presentation.translation import _

if TYPE_CHECKING:
    from companion.application.event_bus import EventBus
    from companion.application.practice_sessions import PracticeSessionService
    from companion.application.practices import PracticeService
    from companion.domain.concept import Concept
    from companion.domain.practice import Practice


class Shelf(Enum):
    """Which of the practices are listed."""

    ALL = "all"
    ABOVE = "above"
    BELOW = "below"
    MIXED = "mixed"
    MINE = "mine"
    HIDDEN = "hidden"


_ZONES = {Shelf.ABOVE: Zone.ABOVE, Shelf.BELOW: Zone.BELOW, Shelf.MIXED: Zone.MIXED}


class PracticesState(NamedTuple):
    """The list. `shelves` are the choices above it with the words on each; `nothing` is said where it is empty."""

    rows: tuple[ConceptRow, ...]
    shelves: tuple[tuple[Shelf, str], ...]
    nothing: str


class Length(NamedTuple):
    """A length that can be chosen, in seconds, and its words."""

    seconds: int
    words: str


class PracticePageState(NamedTuple):
    """One practice. `variants` are the names of its other steps; `noted` is empty while nothing was noted."""

    key: str
    title: str
    summary: str
    facts: str
    start: str
    lengths: tuple[Length, ...]
    usual: int | None
    variants: tuple[str, ...]
    parts: tuple[Part, ...]
    concepts: tuple[tuple[str, str], ...]
    noted: tuple[str, ...]
    before: LineWords
    is_ours: bool
    is_starred: bool
    is_hidden: bool


def build_state(
    practices: list[Practice], places: dict[str, PracticePlace], shelf: Shelf, wanted: str = ""
) -> PracticesState:
    """The practices of a shelf whose name or line has `wanted` in it, the starred ones first."""
    needle = wanted.casefold().strip()
    rows = tuple(
        _row(practice, places)
        for practice in practices
        if _is_on(practice, places, shelf) and needle in f"{practice.title} {practice.summary}".casefold()
    )
    shelves = [Shelf.ALL, Shelf.ABOVE, Shelf.BELOW, Shelf.MIXED]
    shelves += [Shelf.MINE] if any(not practice.is_ours for practice in practices) else []
    shelves += [Shelf.HIDDEN] if any(place.is_hidden for place in places.values()) else []
    nothing = _("No practice has this in its name.") if needle else _("Nothing lies here.")
    return PracticesState(rows, tuple((each, shelf_words(each)) for each in shelves), "" if rows else nothing)


def shelf_words(shelf: Shelf) -> str:
    """What a shelf is called."""
    return {
        Shelf.ALL: _("All"),
        Shelf.ABOVE: _("Above"),
        Shelf.BELOW: _("Below"),
        Shelf.MIXED: _("Mixed, not sure"),
        Shelf.MINE: _("Mine"),
        Shelf.HIDDEN: _("Hidden"),
    }[shelf]


class PracticesPresenter:
    """Every call is a fresh look; what cannot be done is said in one line."""

    def __init__(
        self,
        practices: PracticeService,
        sessions: PracticeSessionService,
        find_concept: Callable[[str], Concept | None],
        bus: EventBus,
    ) -> None:
        self._practices = practices
        self._sessions = sessions
        self._find_concept = find_concept
        self._outdated: list[Callable[[], None]] = []
        for news in (PracticesChanged, JournalChanged, StoreChangedElsewhere):
            bus.listen(news, lambda _news: self._say())

    def attach(self, outdated: Callable[[], None]) -> None:
        """From now on calls `outdated` whenever what was shown may no longer be so."""
        self._outdated.append(outdated)

    @property
    def is_locked(self) -> bool:
        """True while nothing can be read."""
        return self._practices.is_locked

    def state(self, shelf: Shelf = Shelf.ALL, wanted: str = "") -> PracticesState:
        """The list of that shelf."""
        return build_state(self._practices.all(), self._practices.places(), shelf, wanted)

    def page(self, key: str) -> PracticePageState | None:
        """The page of that practice; None if it is not there any more."""
        try:
            practice = self._practices.find(key)
        except DomainError:
            return None
        place = self._practices.places().get(key, PracticePlace(key))
        found = ((name, self._find_concept(name)) for name in practice.related)
        return PracticePageState(
            key,
            practice.title,
            practice.summary,
            _facts(practice),
            _("Start"),
            tuple(Length(seconds, length_words(seconds)) for seconds in practice.lengths),
            practice.usual,
            tuple(variant.name for variant in practice.variants),
            parts_of(practice),
            tuple((concept.key, concept.title) for _name, concept in found if concept is not None),
            noted_lines(self._sessions.noted(key)),
            arousal_words(),
            practice.is_ours,
            place.is_starred,
            place.is_hidden,
        )

    def star(self, key: str, wanted: bool) -> str:
        """Puts it among the starred ones or takes it out; "" or what is to be said."""
        return _tried(lambda: self._practices.star(key, wanted))

    def hide(self, key: str, wanted: bool) -> str:
        """Hides it or shows it again; "" or what is to be said."""
        return _tried(lambda: self._practices.hide(key, wanted))

    def move(self, key: str, by: int) -> str:
        """Moves a starred one among them; "" or what is to be said."""
        return _tried(lambda: self._practices.move(key, by))

    def remove(self, key: str) -> str:
        """Removes one of the person's own; "" or what is to be said."""
        return _tried(lambda: self._practices.remove(key))

    def bring_back(self, key: str) -> str:
        """Undoes `remove`; "" or what is to be said."""
        return _tried(lambda: self._practices.bring_back(key))

    def _say(self) -> None:
        for outdated in self._outdated:
            outdated()


def _row(practice: Practice, places: dict[str, PracticePlace]) -> ConceptRow:
    line = line_of_practice(practice)
    place = places.get(practice.key, PracticePlace(practice.key))
    if place.is_starred:
        line = _("Starred. {line}").format(line=line)
    return ConceptRow(practice.key, practice.title, line)


def _is_on(practice: Practice, places: dict[str, PracticePlace], shelf: Shelf) -> bool:
    is_hidden = places.get(practice.key, PracticePlace(practice.key)).is_hidden
    if shelf is Shelf.HIDDEN:
        return is_hidden
    if shelf is Shelf.MINE:
        return not practice.is_ours
    return not is_hidden and (shelf is Shelf.ALL or _ZONES[shelf] in practice.zones)


def _facts(practice: Practice) -> str:
    """Where it leads, how long, and for which answers."""
    length = practice.seconds if practice.usual is None else course_of(practice).seconds
    leads = direction_words(practice.direction) if practice.is_ours else ""
    return _joined(leads, length_words(length), zones_sentence(practice.zones))


def _joined(*parts: str) -> str:
    return " · ".join(filter(None, parts))


def _tried(act: Callable[[], object]) -> str:
    try:
        act()
    except (DomainError, UserError) as error:
        return line_of(error)
    return ""
