"""Deleting the settings."""

from pathlib import Path

from companion.adapters.settings.erasing import remove_settings


def test_settings_go_with_those_set_aside_and_nothing_else(tmp_path: Path) -> None:
    for name in ("settings.toml", "settings.toml.bad", ".settings.toml.42.part", "settings.toml.mine", "other.toml"):
        (tmp_path / name).touch()
    assert remove_settings(tmp_path) == []
    assert {path.name for path in tmp_path.iterdir()} == {"settings.toml.mine", "other.toml"}
