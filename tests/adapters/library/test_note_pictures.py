"""A picture is read out of the note's own folder, and nothing else is."""

import os
from pathlib import Path

import pytest

from companion.adapters.library import note_pictures
from companion.adapters.library.note_pictures import is_missing, picture_of_theirs


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of notes with a picture, beside one that is nobody's business."""
    made = tmp_path / "notes"
    (made / "pictures").mkdir(parents=True)
    for place in ("a.png", "pictures/b c.JPG", ".hidden.png", "text.md", "drawing.svg"):
        (made / place).write_bytes(place.encode())
    (tmp_path / "secret.png").write_bytes(b"secret")
    return made


@pytest.mark.parametrize("address", ["a.png", "./a.png", "pictures/b%20c.JPG", "pictures/b c.JPG"])
def test_pictures_of_the_folder_and_below_are_read(folder: Path, address: str) -> None:
    assert picture_of_theirs(folder, address) is not None


@pytest.mark.parametrize(
    "address",
    [
        "../secret.png",
        "pictures/../../secret.png",
        "%2e%2e/secret.png",
        "..%2fsecret.png",
        "%252e%252e/secret.png",
        "..\\secret.png",
        "/etc/hostname.png",
        "file:///etc/hostname.png",
        "C:/secret.png",
        "//server/share/a.png",
        "https://example.org/a.png",
        "data:image/png;base64,AAAA",
        "a.png?b",
        "a.png\0",
        "%00a.png",
        ".hidden.png",
        "text.md",
        "drawing.svg",
        "pictures",
        "none.png",
        "",
        ".",
        "x" * 5000 + ".png",
    ],
)
def test_nothing_else_is_read(folder: Path, address: str) -> None:
    assert picture_of_theirs(folder, address) is None


def test_links_lead_nowhere(folder: Path, tmp_path: Path) -> None:
    (folder / "link.png").symlink_to(tmp_path / "secret.png")
    (folder / "way").symlink_to(tmp_path)
    assert picture_of_theirs(folder, "link.png") is None
    assert picture_of_theirs(folder, "way/secret.png") is None


def test_a_pipe_keeps_nobody_waiting(folder: Path) -> None:
    os.mkfifo(folder / "pipe.png")
    assert picture_of_theirs(folder, "pipe.png") is None


def test_too_large_a_picture_is_none(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(note_pictures, "LARGEST_PICTURE_BYTES", 4)
    assert picture_of_theirs(folder, "a.png") is None


@pytest.mark.parametrize("address", ["none.png", "pictures/none.svg", "pictures/a.png", ".//none.JPG"])
def test_a_picture_that_is_not_below_the_folder_is_missing(folder: Path, address: str) -> None:
    assert is_missing(folder, address)


@pytest.mark.parametrize("address", ["a.png", "pictures/b%20c.JPG", "drawing.svg"])
def test_one_that_is_there_is_not_missing(folder: Path, address: str) -> None:
    assert not is_missing(folder, address)


@pytest.mark.parametrize(
    "address", ["https://example.org/a.png", "../a.png", "/etc/a.png", "C:/a.png", "none.md", ""]
)
def test_of_what_lies_elsewhere_or_is_no_picture_nothing_is_said(folder: Path, address: str) -> None:
    assert not is_missing(folder, address)


def test_whether_a_link_leads_anywhere_is_not_looked_at(folder: Path, tmp_path: Path) -> None:
    (folder / "link.png").symlink_to(tmp_path / "secret.png")
    assert is_missing(folder, "link.png")
