"""Each choice is kept at once, or one line says why it could not be."""

import pytest

from companion.application.errors import Trouble, UserError
from companion.application.event_bus import EventBus
from companion.application.preferences import PreferenceService
from companion.application.settings import Look, Settings
from companion.presentation.settings import SettingsPresenter, look_name
from tests.support.shell_desk import InMemorySettings


@pytest.fixture
def store() -> InMemorySettings:
    return InMemorySettings()


@pytest.fixture
def presenter(store: InMemorySettings) -> SettingsPresenter:
    return SettingsPresenter(PreferenceService(store, EventBus()))


def test_every_choice_is_kept(presenter: SettingsPresenter, store: InMemorySettings) -> None:
    presenter.choose_look(Look.DARK)
    presenter.choose_text_percent(150)
    presenter.reduce_motion(True)
    presenter.without_numbers(True)
    presenter.keep_in_tray(False)
    presenter.add_note_folder("/notes")
    assert store.kept == Settings(
        look=Look.DARK,
        text_percent=150,
        reduce_motion=True,
        keep_in_tray=False,
        note_folders=("/notes",),
        without_numbers=True,
    )


def test_the_state_shows_what_was_chosen(presenter: SettingsPresenter) -> None:
    presenter.choose_look(Look.CONTRAST)
    state = presenter.state(has_tray=True)
    assert (state.look, state.tray_note) == (Look.CONTRAST, "")


def test_a_folder_is_listed_once(presenter: SettingsPresenter, store: InMemorySettings) -> None:
    for _time in range(2):
        assert presenter.add_note_folder("/notes") == ""
    assert store.kept.note_folders == ("/notes",)


def test_a_removed_folder_is_no_longer_read(presenter: SettingsPresenter, store: InMemorySettings) -> None:
    presenter.add_note_folder("/notes")
    presenter.add_note_folder("/vault")
    presenter.remove_note_folder("/notes")
    assert store.kept.note_folders == ("/vault",)


def test_what_cannot_be_kept_is_said_and_not_shown(presenter: SettingsPresenter, store: InMemorySettings) -> None:
    store.trouble = UserError(Trouble.DISK_FULL)
    assert presenter.choose_look(Look.DARK).startswith("The disk is full")
    assert presenter.state(has_tray=True).look is Look.SYSTEM


def test_without_a_tray_it_says_what_closing_means(presenter: SettingsPresenter) -> None:
    note = presenter.state(has_tray=False).tray_note
    assert "closing the window ends Companion" in note
    assert "Minimise" in note


def test_looks_have_different_names() -> None:
    assert len({look_name(look) for look in Look}) == len(Look)


def test_while_locked_no_folder_is_named_and_none_is_forgotten(store: InMemorySettings) -> None:
    locked = SettingsPresenter(PreferenceService(store, EventBus()), lambda: True)
    locked.add_note_folder("/notes")
    assert locked.state(has_tray=True).note_folders == ()
    assert store.kept.note_folders == ("/notes",)
