"""The page for a session as a web page."""

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from companion.domain.zone import Zone
from companion.presentation.report_html import report_html
from tests.support.builders import a_check_in
from tests.support.date_words import PlainDateWords
from tests.support.reports import a_life_event, a_month, a_page, a_reflection

CHART = '<?xml version="1.0"?>\n<svg width="10" height="10"><rect/></svg>\n'
HOSTILE = '<script>alert(1)</script><img src=x onerror="a()">&amp; </blockquote><h1>"quoted\''
WITHOUT_END = ("meta", "rect", "br")


class Structure(HTMLParser):
    """What is on it: every tag with its attributes, whether each is closed in its turn, and the text of some."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text: dict[str, list[str]] = {}
        self.feed(html)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in WITHOUT_END:
            self.open.append(tag)
            self.text.setdefault(tag, []).append("")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open:
            self.text[self.open[-1]][-1] += data

    def count(self, tag: str) -> int:
        return sum(name == tag for name, _attributes in self.tags)


@pytest.fixture
def html(tmp_path: Path) -> str:
    noted = (a_check_in(71, Zone.ABOVE, 2, note=HOSTILE), a_reflection("two\nlines", 30))
    page = a_page(tmp_path, *a_month(), *noted, a_life_event(HOSTILE[:90]))
    return report_html(page, CHART, PlainDateWords())


def test_headings_are_headings_and_in_their_order(html: str) -> None:
    found = Structure(html)
    assert found.text["h1"] == ["Arousal over time"]
    assert found.text["h2"] == [
        "Where my check-ins were",
        "Coming back",
        "Time of day",
        "Weekdays",
        "Life events",
        "Notes, chosen one by one",
        "What the words mean",
        "The chart as a table",
    ]
    assert re.match(r"<!DOCTYPE html>\n<html lang=\"en\">", html)


def test_every_table_names_its_columns_and_rows(html: str) -> None:
    found = Structure(html)
    scopes = [attributes.get("scope") for tag, attributes in found.tags if tag == "th"]
    assert found.count("table") == 4
    assert set(scopes) == {"col", "row"}
    assert scopes.count("row") == found.count("tr") - found.count("table")


def test_every_check_in_of_the_chart_is_in_its_table(html: str) -> None:
    assert html.count("<td>asked</td>") == 108
    assert html.count("<td>life event</td>") == 1
    assert html.count("<td>my window</td>") == 1


def test_what_somebody_wrote_stays_text(html: str) -> None:
    found = Structure(html)
    assert found.count("script") == 0
    assert found.count("img") == 0
    assert found.count("h1") == 1
    assert found.text["blockquote"] == ["two\nlines", HOSTILE]
    assert not any(name.startswith("on") for _tag, attributes in found.tags for name in attributes)


def test_it_loads_nothing_and_runs_nothing(html: str) -> None:
    found = Structure(html)
    asked_for = {"src", "href", "xlink:href", "action", "data", "srcset"}
    assert not any(asked_for & set(attributes) for _tag, attributes in found.tags)
    rules = next(attributes["content"] for _tag, attributes in found.tags if "http-equiv" in attributes)
    assert rules == "default-src 'none'; style-src 'unsafe-inline'"
    assert "url(" not in html
    assert "@import" not in html


def test_the_chart_is_a_picture_with_words(html: str) -> None:
    [attributes] = [attributes for tag, attributes in Structure(html).tags if tag == "svg"]
    assert attributes["role"] == "img"
    assert str(attributes["aria-label"]).startswith("Chart: 2026-10-26 to 2026-11-22")


def test_nothing_of_a_note_is_in_the_title(html: str) -> None:
    assert Structure(html).text["title"] == ["Arousal over time"]


def test_a_page_about_nothing_has_no_empty_tables(tmp_path: Path) -> None:
    found = Structure(report_html(a_page(tmp_path), CHART, PlainDateWords()))
    assert found.text["h2"][:4] == ["Where my check-ins were", "Coming back", "Time of day", "Weekdays"]
    assert all(text != "" for text in found.text["p"])
