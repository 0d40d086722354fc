"""The practices there are: ours and the person's own, in their order, and which fit an answer."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from companion.application.events import PracticesChanged
from companion.domain.errors import DomainError, Rule
from companion.domain.practice import Practice, Step, Way
from companion.domain.practice_own import OWN, OwnPractice, PracticePlace
from companion.domain.practice_suggestion import RECENTLY, Suggestion, in_order, lately_heavier, suggested

if TYPE_CHECKING:
    from companion.application.event_bus import EventBus
    from companion.application.ports import Clock, IdSource
    from companion.application.practice_ports import PracticeLibrary
    from companion.application.vault_ports import Vault
    from companion.domain.zone import Zone

FOR_GROUNDING = "ours/orienting"


class PracticeService:
    """Everything but `ours` and `grounding` raises UserError(LOCKED) while locked.

    Our files are read when they are first needed, and again when `language` is another one.
    """

    def __init__(
        self,
        library: PracticeLibrary,
        vault: Vault,
        clock: Clock,
        ids: IdSource,
        bus: EventBus,
        language: Callable[[], str] = lambda: "en",
    ) -> None:
        self._library = library
        self._vault = vault
        self._clock = clock
        self._ids = ids
        self._bus = bus
        self._language = language
        self._read: tuple[str, tuple[Practice, ...]] | None = None

    @property
    def is_locked(self) -> bool:
        """True while nothing of the person's can be read."""
        return self._vault.is_locked

    def ours(self) -> tuple[Practice, ...]:
        """Our practices, in our order."""
        language, read = self._language(), self._read
        if read is None or read[0] != language:
            self._read = read = language, tuple(self._library.read(language)[0])
        return read[1]

    def grounding(self) -> Practice | None:
        """What is offered instead of any other that does not help now: it looks outward, and is always there."""
        return next((practice for practice in self.ours() if practice.key == FOR_GROUNDING), None)

    def all(self) -> list[Practice]:
        """Ours and theirs, hidden ones too, the starred ones first."""
        with self._vault.reading() as store:
            own, places = store.own_practices.all(), store.practice_places.all()
        return in_order((*(each.practice for each in own), *self.ours()), places)

    def places(self) -> dict[str, PracticePlace]:
        """Where the person put them, by key; those never touched are not in it."""
        with self._vault.reading() as store:
            return store.practice_places.all()

    def find(self, key: str) -> Practice:
        """The practice of that key. Raises DomainError(NO_SUCH_PRACTICE)."""
        found = next((practice for practice in self.all() if practice.key == key), None)
        if found is None:
            raise DomainError(Rule.NO_SUCH_PRACTICE)
        return found

    def suggest(self, zone: Zone | None) -> tuple[Suggestion, ...]:
        """At most three for an answer; see `suggested`."""
        now = self._clock.now().utc
        with self._vault.reading() as store:
            recent = store.practice_sessions.since(now - RECENTLY)
        return suggested(self.all(), zone, self.places(), lately_heavier(recent, now))

    def star(self, key: str, wanted: bool) -> None:
        """Puts it among the starred ones, as the last of them, or takes it out."""
        starred = [each for each in self._starred() if each != key]
        self._put_in_order([*starred, key] if wanted else starred, unstarred=() if wanted else (key,))

    def move(self, key: str, by: int) -> None:
        """Moves a starred one up (-1) or down (1) among them; nothing happens at the ends."""
        starred = self._starred()
        if key not in starred:
            return
        at = starred.index(key)
        to = at + by
        if 0 <= to < len(starred):
            starred[at], starred[to] = starred[to], starred[at]
            self._put_in_order(starred)

    def hide(self, key: str, wanted: bool) -> None:
        """Hides it from suggestions and from the list's front, or shows it again."""
        place = self.places().get(key, PracticePlace(key))
        self._put((replace(place, is_hidden=wanted),))

    def own(self, key: str) -> OwnPractice:
        """The person's own practice of that key. Raises DomainError(NO_SUCH_PRACTICE)."""
        with self._vault.reading() as store:
            found = store.own_practices.get(key.removeprefix(OWN)) if key.startswith(OWN) else None
        if found is None:
            raise DomainError(Rule.NO_SUCH_PRACTICE)
        return found

    def add(
        self,
        title: str,
        steps: tuple[Step, ...],
        *,
        way: Way = Way.STEPS,
        zones: tuple[Zone, ...] = (),
        seconds: int | None = None,
        note: str = "",
    ) -> OwnPractice:
        """Keeps a practice of the person's. Raises what OwnPractice raises."""
        made = OwnPractice(self._ids.new_id(), self._clock.now(), title, steps, way, zones, seconds, note)
        with self._vault.writing() as store:
            store.own_practices.add(made)
        self._bus.publish(PracticesChanged())
        return made

    def change(self, practice: OwnPractice) -> None:
        """Keeps a changed one in the place of the one with its id. Raises DomainError(NO_SUCH_PRACTICE)."""
        with self._vault.writing() as store:
            if store.own_practices.get(practice.id) is None:
                raise DomainError(Rule.NO_SUCH_PRACTICE)
            store.own_practices.change(practice, self._clock.now())
        self._bus.publish(PracticesChanged())

    def remove(self, key: str) -> None:
        """Removes one of the person's own; its sessions stay. `bring_back` undoes it."""
        with self._vault.writing() as store:
            store.own_practices.remove(key.removeprefix(OWN), self._clock.now())
        self._bus.publish(PracticesChanged())

    def bring_back(self, key: str) -> None:
        """Undoes `remove`."""
        with self._vault.writing() as store:
            store.own_practices.bring_back(key.removeprefix(OWN), self._clock.now())
        self._bus.publish(PracticesChanged())

    def _starred(self) -> list[str]:
        places = self.places()
        return [each.key for each in self.all() if (place := places.get(each.key)) is not None and place.is_starred]

    def _put_in_order(self, starred: list[str], unstarred: tuple[str, ...] = ()) -> None:
        places = self.places()
        put = [
            replace(places.get(key, PracticePlace(key)), is_starred=True, place=number)
            for number, key in enumerate(starred)
        ]
        put += [replace(places.get(key, PracticePlace(key)), is_starred=False, place=None) for key in unstarred]
        self._put(tuple(put))

    def _put(self, places: tuple[PracticePlace, ...]) -> None:
        with self._vault.writing() as store:
            store.practice_places.put(places, self._clock.now())
        self._bus.publish(PracticesChanged())
