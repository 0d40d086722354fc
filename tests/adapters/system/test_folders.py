"""Where everything lies."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from platformdirs import PlatformDirs

from companion.adapters.system.folders import Folders, folders_under, usual_folders
from companion.application.errors import Trouble, UserError


@pytest.fixture(autouse=True)
def mask_put_back() -> Iterator[None]:
    """`prepare` sets the mask for new files of the whole process."""
    mask = os.umask(0o022)
    yield
    os.umask(mask)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="worked out by hand on Linux alone")
@pytest.mark.parametrize("chosen", [None, "/somewhere/else", ""])
def test_the_usual_folders_are_those_of_the_library(monkeypatch: pytest.MonkeyPatch, chosen: str | None) -> None:
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME"):
        monkeypatch.delenv(name, raising=False)
        if chosen is not None:
            monkeypatch.setenv(name, chosen)
    usual, library = usual_folders(), PlatformDirs("companion", appauthor=False)
    assert usual.data == Path(library.user_data_dir)
    assert usual.config == Path(library.user_config_dir)
    assert usual.logs == Path(library.user_log_dir)


def test_other_systems_ask_the_library() -> None:
    library = PlatformDirs("companion", appauthor=False)
    assert usual_folders("darwin").data == Path(library.user_data_dir)


def test_a_chosen_folder_holds_everything(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("XDG_RUNTIME_DIR", raising=False)
    folders = folders_under(str(tmp_path))
    assert all(
        part == tmp_path or tmp_path in part.parents
        for part in (folders.data, folders.config, folders.logs, folders.runtime)
    )


def test_a_relative_folder_and_a_tilde_are_made_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path))
    assert folders_under("here").data == folders_under("~/here").data == tmp_path / "here"


def test_sockets_lie_where_the_session_keeps_them(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    assert folders_under("/data").runtime == tmp_path
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path / "gone"))
    assert folders_under("/data").runtime == Path("/data")


def test_folders_are_made_for_the_person_alone_and_so_is_every_file_after(tmp_path: Path) -> None:
    folders = folders_under(str(tmp_path / "a" / "b"))
    folders.prepare()
    (folders.data / "file").write_text("")
    assert folders.data.stat().st_mode & 0o777 == 0o700
    assert (folders.data / "file").stat().st_mode & 0o777 == 0o600


def test_a_folder_that_was_there_keeps_its_rights(tmp_path: Path) -> None:
    tmp_path.chmod(0o755)
    folders_under(str(tmp_path)).prepare()
    assert tmp_path.stat().st_mode & 0o777 == 0o755


@pytest.mark.parametrize(("below", "trouble"), [("", Trouble.FOLDER_UNREADABLE), ("/x", Trouble.FOLDER_UNREADABLE)])
def test_a_file_in_its_place_is_told(tmp_path: Path, below: str, trouble: Trouble) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(UserError) as told:
        folders_under(f"{tmp_path}/file{below}").prepare()
    assert told.value.trouble is trouble


@pytest.mark.skipif(not Path("/proc/self").is_dir(), reason="needs a folder nobody can write in")
def test_a_folder_that_cannot_be_made_is_told() -> None:
    impossible = Path("/proc/companion")
    with pytest.raises(UserError) as told:
        Folders(impossible, impossible, impossible, impossible).prepare()
    assert told.value.trouble is Trouble.FOLDER_UNWRITABLE
