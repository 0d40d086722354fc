"""PDF files of ours."""

import re

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter

from companion.ui.chart.pdf_file import page_size, pdf_bytes
from companion.ui.theme.paper import Paper
from tests.support.pdf_text import pages_of, text_of


def a_file(words: str = "A word") -> bytes:
    def draw(painter: QPainter) -> None:
        painter.setFont(Paper().font(14))
        painter.drawText(QPointF(20, 40), words)

    return pdf_bytes(page_size(400, 300), "Companion", draw)


def test_it_says_nothing_of_when_and_by_whom(qapp: object) -> None:
    content = a_file()
    assert b"Date" not in content
    assert re.findall(rb"/Author \((.*?)\)", content) in ([], [b""])


def test_every_object_lies_where_its_table_says(qapp: object) -> None:
    content = a_file()
    found = re.search(rb"startxref\n(\d+)", content)
    assert found is not None
    table = int(found[1])
    assert content[table:].startswith(b"xref")
    offsets = [int(line) for line in re.findall(rb"^(\d{10}) \d{5} n", content[table:], re.MULTILINE)]
    assert len(offsets) > 5
    assert all(content[at:].startswith(b"%d 0 obj" % number) for number, at in enumerate(offsets, start=1))


def test_a_page_is_as_large_as_it_was_asked_for(qapp: object) -> None:
    assert b"/MediaBox [0 0 300.000000 225.000000]" in a_file()
    assert pages_of(a_file()) == 1


def test_letters_of_other_scripts_stay_letters(qapp: object) -> None:
    assert text_of(a_file("Grüße, žluť")) == "Grüße, žluť"
    assert text_of(a_file("привет")) == "привет"
