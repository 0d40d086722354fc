"""The concept notes are read when needed and found in every way they can be asked for."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from companion.application.errors import Trouble, UserError
from companion.application.event_bus import EventBus
from companion.application.events import NotesChanged, SettingsChanged
from companion.application.library import LibraryService
from companion.application.settings import Settings
from companion.domain.concept import Concept, NoteFault, NoteProblem
from companion.domain.errors import DomainError, Rule
from companion.domain.zone import Zone
from tests.support.worker import FakeWorker

ATTUNEMENT = Concept("ours/attunement", "Attunement", "", zones=(Zone.INSIDE,), links=("Window of Tolerance",))
WINDOW = Concept("ours/window-of-tolerance", "Window of Tolerance", "", zones=(Zone.ABOVE,), related=("attunement",))
MINE = Concept("vault/anger", "Windy days", "", zones=(Zone.ABOVE, Zone.BELOW), is_ours=False)


class FakeLibrary:
    """Holds our notes and those of folders; a folder it does not know is unreadable."""

    def __init__(self, **folders: Sequence[Concept]) -> None:
        self.ours = [ATTUNEMENT, WINDOW]
        self.folders = {f"/{name}": list(concepts) for name, concepts in folders.items()}
        self.readings: list[tuple[tuple[str, ...], str]] = []
        self.last: tuple[list[Concept], list[NoteProblem]] = ([], [])

    def read(self, folders: Sequence[str], language: str) -> tuple[list[Concept], list[NoteProblem]]:
        self.readings.append((tuple(folders), language))
        found = list(self.ours)
        for folder in folders:
            if folder not in self.folders:
                raise UserError(Trouble.FOLDER_UNREADABLE, path=folder)
            found += self.folders[folder]
        if found != self.last[0]:
            self.last = (found, [])
        return self.last

    def picture(self, key: str, address: str) -> bytes | None:
        return b"picture" if (key, address) == (MINE.key, "a.png") else None


class Desk:
    """A service with everything around it."""

    def __init__(self, folders: tuple[str, ...] = (), required: tuple[str, ...] = ()) -> None:
        self.library = FakeLibrary(vault=[MINE])
        self.folders = folders
        self.language = "en"
        self.bus = EventBus()
        self.news: list[NotesChanged] = []
        self.bus.listen(NotesChanged, self.news.append)
        self.service = LibraryService(self.library, lambda: self.folders, self.bus, lambda: self.language, required)


def test_nothing_is_read_before_it_is_needed_and_then_once() -> None:
    desk = Desk()
    assert desk.library.readings == []
    assert desk.service.concepts() == (ATTUNEMENT, WINDOW)
    desk.service.find("attunement")
    assert len(desk.library.readings) == 1


def test_folders_of_the_settings_and_required_ones_are_read_once_each() -> None:
    desk = Desk(("/vault",), required=("/vault",))
    assert desk.service.concepts() == (ATTUNEMENT, WINDOW, MINE)
    assert desk.library.readings == [(("/vault",), "en")]


def test_a_folder_that_went_away_is_a_problem_and_the_rest_is_there() -> None:
    desk = Desk(("/gone", "/vault"))
    assert desk.service.concepts() == (ATTUNEMENT, WINDOW, MINE)
    assert desk.service.problems() == (NoteProblem("/gone", None, NoteFault.UNREADABLE),)


def test_a_required_folder_that_cannot_be_read_is_said() -> None:
    with pytest.raises(UserError) as caught:
        Desk(required=("/gone",)).service.concepts()
    assert caught.value.facts == {"path": "/gone"}


@pytest.mark.parametrize("name", ["Window of Tolerance", "window-of-tolerance", "window o", "WINDOW-"])
def test_a_note_is_found_by_a_name_or_a_unique_beginning(name: str) -> None:
    assert Desk(("/vault",)).service.find(name) is WINDOW


@pytest.mark.parametrize(
    ("name", "rule"),
    [("nothing", Rule.NO_SUCH_CONCEPT), ("", Rule.NO_SUCH_CONCEPT), ("wind", Rule.PREFIX_NOT_UNIQUE)],
)
def test_a_name_that_is_none_or_several_is_said(name: str, rule: Rule) -> None:
    with pytest.raises(DomainError) as caught:
        Desk(("/vault",)).service.find(name)
    assert caught.value.rule is rule


def test_a_note_knows_its_neighbours() -> None:
    service = Desk().service
    assert service.linked_from(WINDOW) == (ATTUNEMENT,)
    assert service.related(WINDOW) == (ATTUNEMENT,)
    assert service.resolve("attunement") is ATTUNEMENT


def test_reading_again_is_told() -> None:
    desk = Desk()
    desk.service.reload()
    assert desk.news == [NotesChanged()]


def test_another_folder_or_language_in_the_settings_is_followed() -> None:
    desk = Desk()
    desk.service.concepts()
    desk.folders = ("/vault",)
    desk.bus.publish(SettingsChanged(Settings()))
    assert MINE in desk.service.concepts()
    desk.language = "de"
    desk.bus.publish(SettingsChanged(Settings()))
    assert desk.library.readings[-1] == (("/vault",), "de")
    assert len(desk.news) == 2


def test_other_settings_change_nothing() -> None:
    desk = Desk()
    desk.service.concepts()
    desk.bus.publish(SettingsChanged(Settings(text_percent=150)))
    assert len(desk.library.readings) == 1
    assert desk.news == []


def test_a_note_of_theirs_goes_first_where_that_is_asked_for() -> None:
    desk = Desk(folders=("/vault",))
    theirs = replace(MINE, aliases=("Attunement",))
    desk.library.folders["/vault"] = [theirs]
    assert desk.service.find("Attunement") == ATTUNEMENT
    assert desk.service.find("Attunement", own_first=True) == theirs
    assert desk.service.find("Window of Tolerance", own_first=True) == WINDOW


def beside(folders: tuple[str, ...] = ("/vault",)) -> tuple[Desk, FakeWorker]:
    """A service that reads folders beside."""
    desk, worker = Desk(folders), FakeWorker()
    desk.service.read_beside(worker)
    desk.service.look_again()
    return desk, worker


def test_ours_are_there_while_folders_are_still_being_read() -> None:
    desk, worker = beside()
    assert desk.service.concepts() == (ATTUNEMENT, WINDOW)
    was_reading = desk.service.is_reading
    worker.work()
    assert desk.service.concepts() == (ATTUNEMENT, WINDOW, MINE)
    assert (was_reading, desk.service.is_reading) == (True, False)
    assert desk.news == [NotesChanged()]


def test_without_folders_ours_are_told_once() -> None:
    desk, worker = beside(())
    worker.work()
    assert desk.service.concepts() == (ATTUNEMENT, WINDOW)
    assert desk.news == [NotesChanged()]


def test_what_is_the_same_is_no_news() -> None:
    desk, worker = beside()
    worker.work()
    desk.service.look_again()
    assert not desk.service.is_reading
    worker.work()
    assert len(desk.news) == 2


def test_what_changed_on_the_disk_is_there_after_the_next_look() -> None:
    desk, worker = beside()
    worker.work()
    desk.library.folders["/vault"] = [replace(MINE, title="Calm")]
    desk.service.look_again()
    worker.work()
    assert desk.service.resolve("Calm") is not None
    assert len(desk.news) == 3


def test_a_folder_that_is_gone_is_said_and_comes_back_by_itself() -> None:
    desk, worker = beside()
    notes = desk.library.folders.pop("/vault")
    worker.work()
    assert desk.service.problems() == (NoteProblem("/vault", None, NoteFault.UNREADABLE),)
    desk.library.folders["/vault"] = notes
    desk.service.look_again()
    worker.work()
    assert desk.service.problems() == ()
    assert MINE in desk.service.concepts()


def test_a_folder_that_is_added_during_a_look_is_looked_at_next() -> None:
    desk, worker = beside(())
    desk.service.concepts()
    desk.folders = ("/vault",)
    desk.bus.publish(SettingsChanged(Settings()))
    worker.work()
    worker.work()
    assert MINE in desk.service.concepts()


def test_two_looks_at_once_are_one() -> None:
    desk, worker = beside()
    desk.service.look_again()
    worker.work()
    assert desk.library.readings == [((), "en"), (("/vault",), "en")]


def test_notes_are_found_by_what_they_say() -> None:
    service = Desk(("/vault",)).service
    assert service.search("tolerence") == (WINDOW,)
    assert service.search("") == service.concepts()


def test_a_note_is_found_by_its_whole_key_alone() -> None:
    service = Desk(("/vault",)).service
    assert service.of_key("vault/anger") is MINE
    assert service.of_key("anger") is None


def test_a_picture_comes_from_the_library() -> None:
    assert Desk().service.picture("vault/anger", "a.png") == b"picture"
    assert Desk().service.picture("vault/anger", "b.png") is None
