"""A note as a PDF file: whole pages, in the light look, with the pictures it is given and no others."""

from pathlib import Path

import pytest

from companion.domain.concept import Concept
from companion.presentation.note_page import page_of
from companion.ui.theme.theme import Theme
from companion.ui.widgets.note_paper import NotePaper, save_as_pdf

NOTE = Concept("a", "A note", "words " * 3000 + "\n\n![a bench](bench.png) ![away](https://example.org/x.png)")


@pytest.fixture
def page(theme: Theme) -> str:
    return page_of(NOTE, lambda _target: None)


def test_a_long_note_becomes_pages(page: str, tmp_path: Path) -> None:
    assert save_as_pdf(page, lambda _address: None, str(tmp_path / "note.pdf"))
    written = (tmp_path / "note.pdf").read_bytes()
    assert written.startswith(b"%PDF")
    assert written.count(b"/Type /Page\n") > 3
    assert b"A note" not in written


def test_where_nothing_can_be_written_it_says_so_and_leaves_nothing(page: str, tmp_path: Path) -> None:
    assert not save_as_pdf(page, lambda _address: None, str(tmp_path / "none" / "note.pdf"))
    assert list(tmp_path.iterdir()) == []


def test_only_pictures_beside_the_note_are_asked_for(page: str) -> None:
    asked: list[str] = []

    def picture_for(address: str) -> None:
        asked.append(address)

    NotePaper(page, picture_for).pageCount()
    assert set(asked) == {"bench.png"}
