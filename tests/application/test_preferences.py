"""A choice is kept first and told then."""

import pytest

from companion.application.errors import Trouble, UserError
from companion.application.event_bus import EventBus
from companion.application.events import SettingsChanged
from companion.application.preferences import PreferenceService
from companion.application.settings import Look, Settings
from tests.support.shell_desk import InMemorySettings


@pytest.fixture
def store() -> InMemorySettings:
    return InMemorySettings(Settings(note_folders=("/notes",)))


@pytest.fixture
def heard(bus: EventBus) -> list[SettingsChanged]:
    news: list[SettingsChanged] = []
    bus.listen(SettingsChanged, news.append)
    return news


@pytest.fixture
def bus() -> EventBus:
    return EventBus()


@pytest.fixture
def preferences(store: InMemorySettings, bus: EventBus) -> PreferenceService:
    return PreferenceService(store, bus)


def test_it_begins_with_what_was_kept(preferences: PreferenceService) -> None:
    assert preferences.note_folders() == ("/notes",)


def test_a_change_is_kept_and_told(
    preferences: PreferenceService, store: InMemorySettings, heard: list[SettingsChanged]
) -> None:
    preferences.change(look=Look.DARK)
    assert store.kept == preferences.settings == Settings(look=Look.DARK, note_folders=("/notes",))
    assert heard == [SettingsChanged(store.kept)]


def test_the_same_again_is_no_news(preferences: PreferenceService, heard: list[SettingsChanged]) -> None:
    preferences.change(look=Look.SYSTEM)
    assert heard == []


def test_what_cannot_be_kept_is_not_told_and_not_in_force(
    preferences: PreferenceService, store: InMemorySettings, heard: list[SettingsChanged]
) -> None:
    store.trouble = UserError(Trouble.DISK_FULL)
    with pytest.raises(UserError):
        preferences.change(look=Look.DARK)
    assert preferences.settings.look is Look.SYSTEM
    assert heard == []
