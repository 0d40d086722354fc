"""A note is read without loading anything, and says which link was chosen."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QTextDocument, QTextFormat
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from companion.application.settings import Look
from companion.domain.concept import Concept
from companion.presentation.note_page import page_of
from companion.ui.theme.theme import Theme
from companion.ui.widgets.note_view import NoteView
from tests.presentation.test_note_html import HOSTILE


class Recorder(NoteView):
    """Remembers everything that is asked for."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "Note")
        self.asked: list[str] = []

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        self.asked.append(str(name))
        return super().loadResource(kind, name)


def page(text: str, **fields: object) -> str:
    return page_of(Concept("ours/a", "A note", text, **fields), lambda target: f"ours/{target}")  # type: ignore[arg-type]


@pytest.fixture
def view(qtbot: QtBot, theme: Theme) -> Recorder:
    made = Recorder(theme)
    qtbot.addWidget(made)
    made.resize(420, 500)
    made.show()
    return made


@pytest.mark.parametrize("markdown", HOSTILE)
def test_hostile_notes_ask_for_nothing(view: Recorder, markdown: str) -> None:
    view.show_page(page(markdown))
    view.grab()
    assert view.asked == []


@pytest.mark.parametrize("markdown", [">" * 40 + " x", "- a\n" * 60_000, "# a\n" * 60_000, "|a|\n|-|\n" * 30_000])
def test_a_note_made_to_take_minutes_is_cut_where_it_can_be_laid_out(view: NoteView, markdown: str) -> None:
    view.show_page(page(markdown))
    view.grab()
    assert view.document().blockCount() < 4_000  # of up to 90,000


def test_even_a_style_sheet_named_in_the_page_is_not_loaded(view: NoteView, tmp_path: Path) -> None:
    style = tmp_path / "style.css"
    style.write_text("p { font-size: 99px }")
    link = f'<link rel="stylesheet" href="{QUrl.fromLocalFile(str(style)).toString()}">'
    view.show_page(f"<html><head>{link}</head><body><p>words</p></body></html>")
    view.grab()
    assert "99px" not in view.toHtml()
    assert "words" in view.toPlainText()


def test_no_address_takes_the_place_of_the_page(view: NoteView, tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("secret")
    view.show_page("<p>words</p>")
    view.setSource(QUrl.fromLocalFile(str(secret)))
    view.setSource(QUrl.fromLocalFile(str(secret)), QTextDocument.ResourceType.HtmlResource)
    assert view.toPlainText() == "words"


def choose(view: NoteView) -> None:
    """Goes to the first link and chooses it, by keyboard alone."""
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_Tab)
    QTest.keyClick(view, Qt.Key.Key_Return)


def test_a_link_to_a_note_says_its_key(view: NoteView, qtbot: QtBot) -> None:
    view.show_page(page('[[my ü/"note" 100%?]]'))
    with qtbot.waitSignal(view.concept_wanted) as said:
        choose(view)
    assert said.args == ['ours/my ü/"note" 100%?']


def test_a_link_to_the_world_says_its_address_and_nothing_is_opened(view: NoteView, qtbot: QtBot) -> None:
    view.show_page(page("[words](https://example.org/a%20b?c=d#e)"))
    with qtbot.waitSignal(view.address_wanted) as said:
        choose(view)
    assert said.args == ["https://example.org/a%20b?c=d#e"]
    assert "words" in view.toPlainText()


def test_a_tag_says_itself(view: NoteView, qtbot: QtBot) -> None:
    view.show_page(page("words", tags=("two words",)))
    with qtbot.waitSignal(view.tag_wanted) as said:
        choose(view)
    assert said.args == ["two words"]


def test_a_footnote_is_gone_to(view: NoteView) -> None:
    view.show_page(page("words[^1]\n\n" + "more\n\n" * 60 + "[^1]: the footnote"))
    choose(view)
    assert view.verticalScrollBar().value() > 0


def test_a_new_page_begins_at_its_beginning(view: NoteView) -> None:
    view.show_page(page("words\n\n" * 200))
    view.verticalScrollBar().setValue(300)
    view.show_page(page("others\n\n" * 200))
    assert view.verticalScrollBar().value() == 0


def heading_size(view: NoteView) -> int:
    block = view.document().begin()
    while block.blockFormat().headingLevel() != 1:
        block = block.next()
    return block.begin().fragment().charFormat().intProperty(QTextFormat.Property.FontPixelSize.value)


def test_another_text_size_is_followed_where_one_is_reading(view: NoteView, theme: Theme) -> None:
    view.show_page(page("words\n\n" * 200))
    view.verticalScrollBar().setValue(300)
    before = heading_size(view)
    theme.apply(Look.DARK, 200)
    assert heading_size(view) == 2 * before
    assert view.verticalScrollBar().value() == 300


def test_a_tag_stands_in_a_chip(view: NoteView, theme: Theme) -> None:
    view.show_page(page("words"))
    plain = view.grab().toImage()
    view.show_page(page("words", tags=("calm",)))
    outline = theme.color("outline").rgb()
    image = view.grab().toImage()

    def has_outline(picture: object) -> bool:
        return any(
            picture.pixel(x, y) == outline  # type: ignore[attr-defined]
            for x in range(120)
            for y in range(160)
        )

    assert has_outline(image)
    assert not has_outline(plain)
