"""Practices over a notebook in memory: ours as they are, and what a test puts beside them."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime, time
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

from companion.adapters.library.folder_library import FolderLibrary
from companion.adapters.library.practice_library import FilePracticeLibrary
from companion.application.errors import Trouble, UserError
from companion.application.event_bus import EventBus
from companion.application.practice_sessions import PracticeSessionService
from companion.application.practices import PracticeService
from companion.domain.concept import Concept
from companion.domain.concept_index import ConceptIndex
from companion.domain.moment import Moment
from companion.domain.practice_own import OwnPractice, PracticePlace
from companion.domain.practice_session import PracticeSession
from companion.presentation.practice_player import PlayerPresenter, Playing
from companion.presentation.practices import PracticesPresenter
from tests.support.builders import CountingIds
from tests.support.clock import FakeClock

RESOURCES = Path(__file__).parents[2] / "resources"


class FakeSteadyClock:
    """Stands still until it is told to go on."""

    def __init__(self) -> None:
        self.now = 1000.0

    def seconds(self) -> float:
        return self.now

    def go_on(self, seconds: float) -> None:
        """So much later."""
        self.now += seconds


class MemorySessions:
    """Sessions in the order they were made."""

    def __init__(self) -> None:
        self.all: dict[str, PracticeSession] = {}

    def add(self, session: PracticeSession) -> None:
        self.all.setdefault(session.id, session)

    def get(self, session_id: str) -> PracticeSession | None:
        return self.all.get(session_id)

    def note(self, session: PracticeSession, at: Moment) -> None:
        self.all[session.id] = session

    def of_practice(self, key: str) -> list[PracticeSession]:
        return [session for session in self.all.values() if session.practice == key]

    def since(self, start: datetime) -> list[PracticeSession]:
        return [session for session in self.all.values() if session.started_at.utc >= start]


class MemoryOwn:
    """Practices of one's own; removed ones stay aside."""

    def __init__(self) -> None:
        self.kept: dict[str, OwnPractice] = {}
        self.removed: set[str] = set()

    def all(self) -> list[OwnPractice]:
        return [own for own in self.kept.values() if own.id not in self.removed]

    def get(self, practice_id: str) -> OwnPractice | None:
        return self.kept.get(practice_id)

    def add(self, practice: OwnPractice) -> None:
        self.kept[practice.id] = practice

    def change(self, practice: OwnPractice, at: Moment) -> None:
        self.kept[practice.id] = practice

    def remove(self, practice_id: str, at: Moment) -> None:
        self.removed.add(practice_id)

    def bring_back(self, practice_id: str, at: Moment) -> None:
        self.removed.discard(practice_id)


class MemoryPlaces:
    """Stars, order and what is hidden."""

    def __init__(self) -> None:
        self.kept: dict[str, PracticePlace] = {}

    def all(self) -> dict[str, PracticePlace]:
        return dict(self.kept)

    def put(self, places: Sequence[PracticePlace], at: Moment) -> None:
        self.kept |= {place.key: place for place in places}


class PracticeDesk:
    """The services and presenters, and what they were given."""

    def __init__(self) -> None:
        self.is_locked = False
        self.is_full = False
        self.bus = EventBus()
        self.clock = FakeClock()
        self.steady = FakeSteadyClock()
        self.kept = MemorySessions()
        self._store: Any = SimpleNamespace(
            practice_sessions=self.kept,
            own_practices=MemoryOwn(),
            practice_places=MemoryPlaces(),
            days=SimpleNamespace(day_start=lambda: time(4)),
        )
        library, vault, ids = FilePracticeLibrary(RESOURCES), cast(Any, self), CountingIds()
        self.practices = PracticeService(library, vault, self.clock, ids, self.bus)
        self.sessions = PracticeSessionService(vault, self.clock, ids, self.bus)
        self._concepts: ConceptIndex | None = None

    @contextmanager
    def reading(self) -> Iterator[Any]:
        """The store, unless it is locked."""
        if self.is_locked:
            raise UserError(Trouble.LOCKED)
        yield self._store

    @contextmanager
    def writing(self) -> Iterator[Any]:
        """The store, unless it is locked or its disk is full."""
        if self.is_full:
            raise UserError(Trouble.DISK_FULL)
        with self.reading() as store:
            yield store

    def presenter(self) -> PracticesPresenter:
        """Of the Practices screen."""
        return PracticesPresenter(self.practices, self.sessions, self._concept, self.bus)

    def player(
        self,
        name: str = "slow-breathing",
        *,
        variant: int | None = None,
        seconds: int | None = None,
        before: int | None = None,
        check_in_id: str | None = None,
        at: float = 0.0,
    ) -> PlayerPresenter:
        """One of ours being played, so many seconds after its beginning."""
        playing = Playing(self.practices.find(f"ours/{name}"), variant, seconds, before, check_in_id)
        made = PlayerPresenter(playing, self.sessions, self.steady)
        self.pass_time(at)
        return made

    def pass_time(self, seconds: float) -> None:
        """On both clocks."""
        self.steady.go_on(seconds)
        self.clock.pass_time(seconds=seconds)

    def all_sessions(self) -> list[PracticeSession]:
        """Everything that was kept."""
        return list(self.kept.all.values())

    def _concept(self, name: str) -> Concept | None:
        if self._concepts is None:
            self._concepts = ConceptIndex(FolderLibrary(RESOURCES).read([], "en")[0])
        return self._concepts.resolve(name)
