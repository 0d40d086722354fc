"""Deleting everything: the word that confirms it, and what is said at the end."""

import pytest

from companion.application.erasing import Erased, Erasure
from companion.application.errors import Trouble, UserError
from companion.application.event_bus import EventBus
from companion.application.preferences import PreferenceService
from companion.application.settings import Settings
from companion.presentation.erasing import ErasingPresenter, end_words
from tests.support.in_memory_settings import InMemorySettings


class Desk:
    """A presenter, and what it wanted."""

    def __init__(self, place: str = "") -> None:
        self.wanted: list[Erasure] = []
        preferences = PreferenceService(InMemorySettings(Settings(backup_folder=place)), EventBus())
        self.presenter = ErasingPresenter(preferences, self.wanted.append)


@pytest.mark.parametrize("typed", ["", "delet", "yes", "delete it"])
def test_without_the_word_nothing_happens(typed: str) -> None:
    desk = Desk()
    assert desk.presenter.erase(typed, with_place=False) is False
    assert desk.wanted == []


@pytest.mark.parametrize("typed", ["delete", "DELETE", " Delete "])
def test_the_word_confirms_however_it_is_written(typed: str) -> None:
    desk = Desk()
    assert desk.presenter.erase(typed, with_place=False) is True
    assert desk.wanted == [Erasure()]


def test_the_second_place_goes_only_if_wished() -> None:
    desk = Desk("/stick")
    desk.presenter.erase("delete", with_place=True)
    desk.presenter.erase("delete", with_place=False)
    assert desk.wanted == [Erasure("/stick"), Erasure()]
    assert desk.presenter.words().place == "Also the copies of this notebook in /stick"


def test_without_a_second_place_nothing_is_asked_about_it() -> None:
    assert Desk().presenter.words().place == ""


def test_at_the_end_it_says_that_everything_is_gone_and_what_is_kept() -> None:
    assert end_words(Erased()).title == "Everything is deleted."
    assert "/stick" not in end_words(Erased()).hint
    assert "/stick" in end_words(Erased(kept_place="/stick")).hint


def test_what_could_not_be_deleted_is_named() -> None:
    words = end_words(Erased(("/a/log", "/b/db")))
    assert words.title == "Not everything could be deleted."
    assert words.hint.endswith("\n/a/log\n/b/db")


def test_where_nothing_was_deleted_it_says_why() -> None:
    words = end_words(Erased(trouble=UserError(Trouble.OPEN_ELSEWHERE)))
    assert words.title == "Nothing was deleted."
    assert "another window or terminal" in words.hint
