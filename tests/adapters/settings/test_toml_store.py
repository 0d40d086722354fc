"""The settings file is forgiving when read and whole when written."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from companion.adapters.settings.toml_store import TomlSettingsStore
from companion.application.errors import Trouble, UserError
from companion.application.settings import Look, Settings

OTHER = Settings(
    look=Look.DARK,
    language="de_AT",
    text_percent=150,
    reduce_motion=True,
    note_folders=("/home/anna/Notizen ☂",),
    keep_in_tray=False,
    reflection_rests_on=date(2026, 11, 22),
    lock_after_minutes=0,
    lock_on_sleep=False,
    lock_with_screen=False,
    waits_while_typing=False,
    waits_in_full_screen=False,
    waits_for_do_not_disturb=False,
    waits_while_locked=False,
    waits_while_away=False,
    waits_after_start=False,
    discreet_reminders=True,
    deeper_questions=True,
    note_percent=125,
    looked_over_on=date(2026, 11, 21),
    without_numbers=True,
)


def written(folder: Path, text: str) -> TomlSettingsStore:
    (folder / "settings.toml").write_text(text)
    return TomlSettingsStore(folder)


def test_without_a_file_the_defaults_hold_and_none_is_made(tmp_path: Path) -> None:
    assert TomlSettingsStore(tmp_path).load() == Settings()
    assert list(tmp_path.iterdir()) == []


def test_what_is_saved_is_loaded(tmp_path: Path) -> None:
    TomlSettingsStore(tmp_path / "new").save(OTHER)
    assert TomlSettingsStore(tmp_path / "new").load() == OTHER


def test_every_setting_is_saved_by_its_name(tmp_path: Path) -> None:
    TomlSettingsStore(tmp_path).save(OTHER)
    import tomllib

    content = tomllib.loads((tmp_path / "settings.toml").read_text())
    assert set(content) == set(Settings._fields)


def test_what_we_do_not_know_is_kept(tmp_path: Path) -> None:
    store = written(tmp_path, 'look = "dark"\nfrom_later = [1, 2]\n[window]\nsize = 3\n')
    store.save(Settings(look=Look.LIGHT))
    text = (tmp_path / "settings.toml").read_text()
    assert 'look = "light"' in text
    assert "from_later" in text
    assert "size = 3" in text


@pytest.mark.parametrize(
    "line",
    [
        'look = "pink"',
        "look = 1",
        "look = []",
        "text_percent = 99",
        "text_percent = 201",
        "text_percent = true",
        "text_percent = 1e999",
        "reduce_motion = 1",
        'note_folders = "one"',
        'note_folders = [1, "a"]',
        'note_folders = [""]',
        'language = "../../etc"',
        "language = 5",
        'reflection_rests_on = "today"',
        "reflection_rests_on = 2026-11-22T10:00:00",
        "reflection_rests_on = 4",
        "lock_after_minutes = -1",
        "lock_after_minutes = 241",
        "lock_after_minutes = 1.5",
        "lock_on_sleep = 0",
        'lock_with_screen = "no"',
        "waits_while_typing = 1",
        'discreet_reminders = "yes"',
        'deeper_questions = "yes"',
        "note_percent = 99",
    ],
)
def test_a_wrong_value_has_its_default_and_the_others_hold(tmp_path: Path, line: str) -> None:
    settings = written(tmp_path, f"keep_in_tray = false\n{line}\n").load()
    assert settings == Settings(keep_in_tray=False)


def test_a_setting_that_moved_into_the_store_does_not_stay_behind(tmp_path: Path) -> None:
    store = written(tmp_path, 'day_start = "05:30"\nlook = "dark"\n')
    store.save(store.load())
    assert "day_start" not in (tmp_path / "settings.toml").read_text()


def test_what_was_not_chosen_is_not_written(tmp_path: Path) -> None:
    TomlSettingsStore(tmp_path).save(Settings())
    assert "reflection_rests_on" not in (tmp_path / "settings.toml").read_text()


@pytest.mark.parametrize("text", ["look = [", "\x00", "look = 'a'\nlook = 'b'", "[" * 50_000])
def test_a_file_that_is_not_toml_is_set_aside_and_said(tmp_path: Path, text: str) -> None:
    store = written(tmp_path, text)
    assert store.load() == Settings()
    assert store.trouble is not None
    assert store.trouble.trouble is Trouble.SETTINGS_UNREADABLE
    assert (tmp_path / "settings.toml.bad").read_text() == text
    assert not (tmp_path / "settings.toml").exists()


def test_bytes_that_are_no_text_are_set_aside(tmp_path: Path) -> None:
    (tmp_path / "settings.toml").write_bytes(b'look = "\xff"')
    assert TomlSettingsStore(tmp_path).load() == Settings()
    assert (tmp_path / "settings.toml.bad").read_bytes() == b'look = "\xff"'


def test_a_folder_in_its_place_is_said(tmp_path: Path) -> None:
    (tmp_path / "settings.toml").mkdir()
    store = TomlSettingsStore(tmp_path)
    assert store.load() == Settings()
    assert store.trouble is not None
    with pytest.raises(UserError) as told:
        store.save(OTHER)
    assert told.value.trouble is Trouble.FILE_UNWRITABLE


def test_a_byte_order_mark_does_no_harm(tmp_path: Path) -> None:
    (tmp_path / "settings.toml").write_bytes(b'\xef\xbb\xbflook = "dark"\n')
    assert TomlSettingsStore(tmp_path).load().look is Look.DARK


def test_the_file_is_for_the_person_alone(tmp_path: Path) -> None:
    TomlSettingsStore(tmp_path).save(OTHER)
    assert (tmp_path / "settings.toml").stat().st_mode & 0o777 == 0o600


def test_a_save_that_fails_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    TomlSettingsStore(tmp_path).save(OTHER)
    before = (tmp_path / "settings.toml").read_bytes()

    def full(_handle: int) -> None:
        raise OSError(28, "no space")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(UserError):
        TomlSettingsStore(tmp_path).save(Settings())
    assert (tmp_path / "settings.toml").read_bytes() == before
    assert [file.name for file in tmp_path.iterdir()] == ["settings.toml"]


@given(st.binary(max_size=300))
def test_no_file_makes_it_fail(tmp_path_factory: pytest.TempPathFactory, content: bytes) -> None:
    folder = tmp_path_factory.mktemp("settings")
    (folder / "settings.toml").write_bytes(content)
    assert isinstance(TomlSettingsStore(folder).load(), Settings)
