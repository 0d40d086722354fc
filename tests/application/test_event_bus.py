"""The event bus, and a branch of it for a part of the program that ends before the others."""

from companion.application.event_bus import BusBranch, EventBus
from companion.application.events import NotesChanged, PeopleChanged


def test_a_branch_hears_what_the_others_hear_and_is_heard() -> None:
    bus, heard = EventBus(), list[str]()
    branch = BusBranch(bus)
    bus.listen(NotesChanged, lambda _news: heard.append("trunk"))
    branch.listen(NotesChanged, lambda _news: heard.append("branch"))
    branch.publish(NotesChanged())
    bus.publish(NotesChanged())
    assert heard == ["trunk", "branch", "trunk", "branch"]


def test_after_its_end_a_branch_hears_nothing_and_the_others_go_on() -> None:
    bus, heard = EventBus(), list[str]()
    branch = BusBranch(bus)
    for news in (NotesChanged, PeopleChanged):
        branch.listen(news, lambda _news: heard.append("branch"))
    bus.listen(NotesChanged, lambda _news: heard.append("trunk"))
    branch.end()
    bus.publish(NotesChanged())
    bus.publish(PeopleChanged())
    assert heard == ["trunk"]


def test_one_listener_can_stop_alone() -> None:
    bus, heard = EventBus(), list[object]()
    branch = BusBranch(bus)
    listener = heard.append
    branch.listen(NotesChanged, listener)
    branch.stop_listening(NotesChanged, listener)
    bus.publish(NotesChanged())
    branch.end()
    assert heard == []
