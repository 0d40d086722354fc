"""Taking files of ours away from a folder."""

import re
from pathlib import Path

from companion.adapters.removing import remove_if_empty, remove_ours

OURS = re.compile(r"ours(\.\d)?")


def test_only_names_that_fit_wholly_go(tmp_path: Path) -> None:
    for name in ("ours", "ours.1", "ours.txt", "not ours"):
        (tmp_path / name).touch()
    assert remove_ours(tmp_path, OURS) == []
    assert {path.name for path in tmp_path.iterdir()} == {"ours.txt", "not ours"}


def test_a_folder_by_that_name_is_no_file_of_ours_and_is_named(tmp_path: Path) -> None:
    (tmp_path / "ours").mkdir()
    (tmp_path / "ours" / "letter").touch()
    assert remove_ours(tmp_path, OURS) == [str(tmp_path / "ours")]
    assert (tmp_path / "ours" / "letter").exists()


def test_a_folder_that_is_not_there_has_nothing_to_remove(tmp_path: Path) -> None:
    assert remove_ours(tmp_path / "gone", OURS) == []


def test_a_folder_goes_only_when_it_is_empty(tmp_path: Path) -> None:
    full, empty = tmp_path / "full", tmp_path / "empty"
    for folder in (full, empty):
        folder.mkdir()
    (full / "letter").touch()
    remove_if_empty(full)
    remove_if_empty(empty)
    assert (full.exists(), empty.exists()) == (True, False)
