"""People to turn to: kept in the store, and those that are ticked for it readable while it is locked."""

from dataclasses import replace

import pytest

from companion.application.errors import Trouble, UserError
from companion.application.events import PeopleChanged, VaultUnlocked
from companion.domain.errors import DomainError, Rule
from companion.domain.support import SupportKind
from tests.support.people import PeopleDesk, a_contact


@pytest.fixture
def desk() -> PeopleDesk:
    return PeopleDesk()


def names(desk: PeopleDesk) -> list[str]:
    return [contact.name for contact in desk.people.to_turn_to()]


def test_a_new_one_is_the_last_of_its_kind_and_everybody_hears_of_it(desk: PeopleDesk) -> None:
    heard: list[PeopleChanged] = []
    desk.bus.listen(PeopleChanged, heard.append)
    for name in ("Noor", "Ada"):
        desk.people.add(SupportKind.PERSON, name)
    desk.people.add(SupportKind.PLACE, "The library")
    assert names(desk) == ["The library", "Noor", "Ada"]
    assert len(heard) == 3


def test_while_locked_only_those_with_the_tick_are_there(desk: PeopleDesk) -> None:
    desk.people.add(SupportKind.PERSON, "Noor")
    desk.people.add(SupportKind.PERSON, "Ada", when_locked=True)
    desk.is_locked = True
    assert names(desk) == ["Ada"]


def test_without_the_tick_nothing_stands_in_clear(desk: PeopleDesk) -> None:
    desk.people.add(SupportKind.PERSON, "Noor", is_near=True)
    assert desk.opened.kept == []


def test_who_loses_the_tick_or_is_removed_is_gone_from_there_too(desk: PeopleDesk) -> None:
    noor = desk.people.add(SupportKind.PERSON, "Noor", when_locked=True)
    ada = desk.people.add(SupportKind.PERSON, "Ada", when_locked=True)
    desk.people.change(replace(noor, when_locked=False))
    assert [contact.name for contact in desk.opened.kept] == ["Ada"]
    desk.people.remove(ada.id)
    assert desk.opened.kept == []


def test_who_was_removed_can_be_brought_back_to_their_place(desk: PeopleDesk) -> None:
    noor = desk.people.add(SupportKind.PERSON, "Noor", when_locked=True)
    desk.people.add(SupportKind.PERSON, "Ada")
    desk.people.remove(noor.id)
    desk.people.bring_back(noor)
    assert names(desk) == ["Noor", "Ada"]
    assert desk.opened.kept == [noor]


def test_one_of_another_kind_now_is_the_last_of_that(desk: PeopleDesk) -> None:
    desk.people.add(SupportKind.PERSON, "Noor")
    ada = desk.people.add(SupportKind.PLACE, "Ada")
    desk.people.change(replace(ada, kind=SupportKind.PERSON))
    assert names(desk) == ["Noor", "Ada"]


def test_changing_one_that_was_removed_meanwhile_is_refused(desk: PeopleDesk) -> None:
    with pytest.raises(DomainError) as error:
        desk.people.change(a_contact())
    assert error.value.rule is Rule.NO_SUCH_CONTACT


def test_they_move_among_those_of_their_kind_and_stop_at_the_ends(desk: PeopleDesk) -> None:
    noor, ada = (desk.people.add(SupportKind.PERSON, name) for name in ("Noor", "Ada"))
    desk.people.add(SupportKind.SERVICE, "Line")
    desk.people.move(ada.id, 1)
    assert names(desk) == ["Noor", "Ada", "Line"]
    desk.people.move(ada.id, -1)
    assert names(desk) == ["Ada", "Noor", "Line"]
    desk.people.move(noor.id, -1)
    assert names(desk) == ["Noor", "Ada", "Line"]


def test_what_is_shown_while_locked_follows_another_store(desk: PeopleDesk) -> None:
    desk.opened.kept = [a_contact("Of a store before", when_locked=True)]
    desk.bus.publish(VaultUnlocked())
    assert desk.opened.kept == []


def test_a_full_disk_is_told_and_the_store_has_it_all_the_same(desk: PeopleDesk) -> None:
    heard: list[PeopleChanged] = []
    desk.bus.listen(PeopleChanged, heard.append)
    desk.opened.is_full = True
    with pytest.raises(UserError) as error:
        desk.people.add(SupportKind.PERSON, "Noor", when_locked=True)
    assert error.value.trouble is Trouble.DISK_FULL
    assert (names(desk), len(heard)) == (["Noor"], 1)


def test_the_near_ones_are_those_who_help_by_being_near(desk: PeopleDesk) -> None:
    desk.people.add(SupportKind.PERSON, "Noor", is_near=True)
    desk.people.add(SupportKind.PERSON, "Ada")
    assert [contact.name for contact in desk.people.near()] == ["Noor"]
