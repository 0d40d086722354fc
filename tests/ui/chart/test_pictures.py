"""Pictures of the chart."""

from xml.etree import ElementTree

import pytest
from PySide6.QtGui import QColor, QImage

from companion.application.settings import Look
from companion.domain.zone import Zone
from companion.presentation.chart_pictures import PictureKind, picture_words
from companion.presentation.chart_range import ChartRange
from companion.ui.chart.pictures import HEIGHT, WIDTH, ChartPicture
from companion.ui.theme.theme import Theme
from companion.ui.theme.tokens import LIGHT
from tests.support.builders import a_check_in
from tests.support.charts import a_chart_state
from tests.support.pdf_text import pages_of, text_of

SENTENCE = "26 Oct to 22 Nov, 2 check-ins <&>"


def a_picture() -> ChartPicture:
    state = a_chart_state(a_check_in(82, Zone.ABOVE, 30), a_check_in(40, Zone.INSIDE, 60))
    return ChartPicture(state, picture_words(SENTENCE))


def read(content: bytes) -> QImage:
    image = QImage()
    assert image.loadFromData(content)
    return image


@pytest.mark.parametrize(("kind", "ratio"), [(PictureKind.PNG, 1), (PictureKind.LARGE_PNG, 2)])
def test_a_png_has_its_size(qapp: object, kind: PictureKind, ratio: int) -> None:
    image = read(a_picture().bytes_of(kind))
    assert (image.width(), image.height()) == (WIDTH * ratio, HEIGHT * ratio)


def test_the_svg_holds_its_words_as_text(qapp: object) -> None:
    root = ElementTree.fromstring(a_picture().bytes_of(PictureKind.SVG))  # noqa: S314 - our own
    said = ["".join(text.itertext()) for text in root.iter("{http://www.w3.org/2000/svg}text")]
    assert SENTENCE in said
    assert "above" in said
    assert (root.get("width"), root.get("height")) == (str(WIDTH), str(HEIGHT))


def test_nothing_in_the_svg_is_loaded_from_elsewhere(qapp: object) -> None:
    content = a_picture().bytes_of(PictureKind.SVG)
    assert b"<image" not in content
    assert b"<script" not in content
    assert b"href=" not in content


def test_the_pdf_is_one_page_of_which_the_words_can_be_copied(qapp: object) -> None:
    content = a_picture().bytes_of(PictureKind.PDF)
    assert pages_of(content) == 1
    assert SENTENCE in text_of(content)
    assert "Self-report by one person, not a measurement." in text_of(content)


@pytest.mark.parametrize("kind", PictureKind)
def test_the_same_chart_is_the_same_file(qapp: object, kind: PictureKind) -> None:
    assert a_picture().bytes_of(kind) == a_picture().bytes_of(kind)


@pytest.mark.parametrize("look", [Look.DARK, Look.CONTRAST])
def test_it_is_light_whatever_is_on_the_screen(theme: Theme, look: Look) -> None:
    before = a_picture().bytes_of(PictureKind.PNG)
    theme.apply(look, 200)
    content = a_picture().bytes_of(PictureKind.PNG)
    assert read(content).pixelColor(2, 2) == QColor(LIGHT.surface)
    assert content == before


def test_every_kind_of_mark_is_on_it(qapp: object) -> None:
    image = read(a_picture().bytes_of(PictureKind.PNG))
    colours = {image.pixelColor(x, y).name() for x in range(WIDTH) for y in range(60, HEIGHT - 100)}
    assert {LIGHT.above, LIGHT.inside, LIGHT.inside_soft} <= colours


def test_on_paper_patterns_are_drawn_and_not_left_to_the_printer(qapp: object) -> None:
    check_ins = [a_check_in(82, Zone.ABOVE, hours) for hours in range(0, 24 * 300, 6)]
    state = a_chart_state(*check_ins, chart_range=ChartRange.ALL, pixels=200)
    assert state.bins
    content = ChartPicture(state, picture_words(SENTENCE)).bytes_of(PictureKind.PDF)
    assert b"/PatternType 1" not in content
