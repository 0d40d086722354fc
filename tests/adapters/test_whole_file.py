"""There is either the old file or the whole new one."""

from pathlib import Path

import pytest

from companion.adapters.whole_file import whole_file


def test_the_new_file_is_there_when_the_block_ends(tmp_path: Path) -> None:
    with whole_file(tmp_path / "f") as file:
        file.write(b"new")
        assert not (tmp_path / "f").exists()
    assert (tmp_path / "f").read_bytes() == b"new"


def test_a_block_that_fails_leaves_the_old_file_and_nothing_else(tmp_path: Path) -> None:
    (tmp_path / "f").write_text("old")
    with pytest.raises(KeyboardInterrupt):
        _break_off(tmp_path / "f")
    assert [(found.name, found.read_text()) for found in tmp_path.iterdir()] == [("f", "old")]


def _break_off(path: Path) -> None:
    with whole_file(path) as file:
        file.write(b"half")
        raise KeyboardInterrupt
