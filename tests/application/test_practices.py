"""The practices there are, in the person's order, and what fits an answer."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from companion.adapters.storage.vault import SqliteVault
from companion.application.errors import Trouble, UserError
from companion.application.event_bus import EventBus
from companion.application.events import PracticesChanged
from companion.application.practices import PracticeService
from companion.domain.errors import DomainError, Rule
from companion.domain.practice import Step
from companion.domain.practice_session import Felt
from companion.domain.zone import Zone
from tests.support.builders import CountingIds
from tests.support.clock import FakeClock
from tests.support.practices import Practices, a_practice, a_session
from tests.support.store import a_vault

OURS = tuple(a_practice(name, Zone.ABOVE, order=order) for order, name in enumerate("abcd", start=10))


@pytest.fixture
def vault(tmp_path: Path) -> Iterator[SqliteVault]:
    """An empty store."""
    made = a_vault(tmp_path)
    yield made
    made.close()


@pytest.fixture
def bus() -> EventBus:
    return EventBus()


@pytest.fixture
def practices(vault: SqliteVault, bus: EventBus) -> PracticeService:
    return PracticeService(Practices(*OURS), vault, FakeClock(), CountingIds(), bus)


def names(practices: PracticeService) -> list[str]:
    return [each.name if each.is_ours else each.title for each in practices.all()]


def test_theirs_stand_before_ours(practices: PracticeService) -> None:
    practices.add("Tea", (Step("Warm the pot"),))
    assert names(practices) == ["Tea", "a", "b", "c", "d"]


def test_stars_go_first_in_the_order_they_were_given_and_can_be_moved(practices: PracticeService) -> None:
    for key in ("ours/c", "ours/d", "ours/b"):
        practices.star(key, True)
    assert names(practices) == ["c", "d", "b", "a"]
    practices.move("ours/b", -1)
    assert names(practices) == ["c", "b", "d", "a"]
    practices.move("ours/c", -1)
    practices.move("ours/a", -1)
    assert names(practices) == ["c", "b", "d", "a"]
    practices.star("ours/c", False)
    assert names(practices) == ["b", "d", "a", "c"]


def test_a_hidden_one_keeps_its_star_and_comes_back(practices: PracticeService) -> None:
    practices.star("ours/a", True)
    practices.hide("ours/a", True)
    assert practices.places()["ours/a"].is_hidden
    assert [each.practice.name for each in practices.suggest(Zone.ABOVE)] == ["b", "c", "d"]
    practices.hide("ours/a", False)
    assert practices.places()["ours/a"].is_starred
    assert practices.suggest(Zone.ABOVE)[0].practice.name == "a"


def test_what_was_lately_heavier_goes_last(practices: PracticeService, vault: SqliteVault) -> None:
    with vault.writing() as store:
        store.practice_sessions.add(a_session("ours/a", 24, felt=Felt.HEAVIER))
    assert [each.practice.name for each in practices.suggest(Zone.ABOVE)] == ["b", "c", "d"]


def test_what_was_heavier_longer_than_a_fortnight_ago_does_not(
    practices: PracticeService, vault: SqliteVault
) -> None:
    with vault.writing() as store:
        store.practice_sessions.add(a_session("ours/a", 24 * 15, felt=Felt.HEAVIER))
    assert [each.practice.name for each in practices.suggest(Zone.ABOVE)] == ["a", "b", "c"]


def test_their_own_is_changed_removed_and_brought_back(practices: PracticeService) -> None:
    own = practices.add("Tea", (Step("Warm the pot"),), zones=(Zone.BELOW,))
    practices.change(replace(own, title="Green tea"))
    assert practices.own(own.key).title == "Green tea"
    assert practices.find(own.key).title == "Green tea"
    practices.remove(own.key)
    with pytest.raises(DomainError) as gone:
        practices.find(own.key)
    assert gone.value.rule is Rule.NO_SUCH_PRACTICE
    practices.bring_back(own.key)
    assert practices.find(own.key).title == "Green tea"


@pytest.mark.parametrize("key", ["ours/a", "own/nobody", ""])
def test_only_their_own_can_be_changed(practices: PracticeService, key: str) -> None:
    with pytest.raises(DomainError):
        practices.own(key)


def test_every_change_is_told(practices: PracticeService, bus: EventBus) -> None:
    heard: list[object] = []
    bus.listen(PracticesChanged, heard.append)
    own = practices.add("Tea", (Step("Warm the pot"),))
    practices.change(replace(own, title="Green tea"))
    practices.star(own.key, True)
    practices.hide(own.key, True)
    practices.remove(own.key)
    practices.bring_back(own.key)
    assert len(heard) == 6


def test_grounding_is_there_while_locked_and_what_is_theirs_is_not(tmp_path: Path, vault: SqliteVault) -> None:
    orienting = a_practice("orienting")
    vault.close()
    locked = a_vault(tmp_path, locked=True)
    practices = PracticeService(Practices(orienting), locked, FakeClock(), CountingIds(), EventBus())
    assert practices.grounding() == orienting
    with pytest.raises(UserError) as refused:
        practices.all()
    assert refused.value.trouble is Trouble.LOCKED
