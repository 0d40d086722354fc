"""Files whose content is ready."""

import errno
import os
from pathlib import Path

import pytest

from companion.adapters.transfer.finished_file import FinishedFiles
from companion.application.errors import Trouble, UserError


def test_it_is_there_for_the_person_alone(tmp_path: Path) -> None:
    file = tmp_path / "chart.png"
    FinishedFiles().write(str(file), b"content")
    assert file.read_bytes() == b"content"
    assert file.stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize(
    ("number", "trouble"), [(errno.ENOSPC, Trouble.DISK_FULL), (errno.EROFS, Trouble.FILE_UNWRITABLE)]
)
def test_a_disk_that_refuses_leaves_what_was_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, trouble: Trouble
) -> None:
    file = tmp_path / "chart.png"
    file.write_bytes(b"before")

    def refuse(_handle: int) -> None:
        raise OSError(number, "no")

    monkeypatch.setattr(os, "fsync", refuse)
    with pytest.raises(UserError) as refusal:
        FinishedFiles().write(str(file), b"content")
    assert refusal.value.trouble is trouble
    assert [found.name for found in tmp_path.iterdir()] == ["chart.png"]
    assert file.read_bytes() == b"before"


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(UserError) as refusal:
        FinishedFiles().write(str(tmp_path / "gone" / "chart.png"), b"content")
    assert refusal.value.trouble is Trouble.FOLDER_UNREADABLE
