"""A note becomes words and links, and nothing else, whatever is written in it."""

import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from companion.presentation.note_html import box, html_of, without_title
from companion.presentation.note_links import note_address


def caption(words: str) -> str:
    return f'<br><span class="caption">{words}</span>'


HARMLESS = {
    "p", "h2", "h3", "h4", "ul", "ol", "li", "dl", "dt", "dd", "em", "strong", "s", "code", "pre", "hr", "br", "a",
    "sup", "span", "table", "thead", "tbody", "tr", "th", "td", "img",
}  # fmt: skip
ADDRESS = re.compile(r"(https://|note:|#|picture:[^:]*$)", re.IGNORECASE)


class Inventory(HTMLParser):
    """Collects every element, attribute and address of some HTML."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: set[str] = set()
        self.attributes: set[str] = set()
        self.addresses: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.add(tag)
        self.attributes |= {name for name, _ in attrs}
        self.addresses += [value or "" for name, value in attrs if name in ("href", "src")]


def render(markdown: str) -> str:
    return html_of(markdown, lambda target: "ours/known" if target.casefold().startswith("known") else None)


@pytest.mark.parametrize(
    ("markdown", "html"),
    [
        ("[[Known]]", '<p><a href="note:ours/known">Known</a></p>'),
        ("[[Known|these *words*]]", '<p><a href="note:ours/known">these *words*</a></p>'),
        ("[[Known#A Part]]", '<p><a href="note:ours/known#part-a-part">Known › A Part</a></p>'),
        ("**[[known]]**", '<p><strong><a href="note:ours/known">known</a></strong></p>'),
        ("![[Known]]", '<p><a href="note:ours/known">Known</a></p>'),
        ("[[Nowhere]]", '<p><span class="nowhere">Nowhere</span></p>'),
        ("[[#Part]]", '<p><a href="#part-part">Part</a></p>'),
        ("[[#]]", '<p><span class="nowhere"></span></p>'),
        ("[[a<b>]]", '<p><span class="nowhere">a&lt;b&gt;</span></p>'),
        ("`[[Known]]`", "<p><code>[[Known]]</code></p>"),
        ("[words](https://example.org/?a=1&b)", '<p><a href="https://example.org/?a=1&amp;b">words</a></p>'),
        ("<https://example.org>", '<p><a href="https://example.org">https://example.org</a></p>'),
        ("![a **bench**](bench.png)", f'<p><img src="picture:bench.png">{caption("a bench")}</p>'),
        ("![[sub/a bench.png]]", f'<p><img src="picture:sub/a%20bench.png">{caption("sub/a bench.png")}</p>'),
        ("![[bench.JPG|300]]", f'<p><img src="picture:bench.JPG">{caption("bench.JPG")}</p>'),
        ("![[bench.png|two]]", f'<p><img src="picture:bench.png">{caption("two")}</p>'),
        ("### One *more*", '<h3><a name="part-one-more"></a>One <em>more</em></h3>'),
        ("~~no~~", "<p><s>no</s></p>"),
        ("```py\n<b>\n```", "<pre>&lt;b&gt;</pre>"),
    ],
)
def test_markdown_reads_as_meant(markdown: str, html: str) -> None:
    assert render(markdown).strip() == html


def test_a_link_in_a_table_may_hide_its_bar() -> None:
    assert '<a href="note:ours/known">words</a>' in render("| a |\n|---|\n| [[Known\\|words]] |")


def test_task_boxes_are_signs() -> None:
    html = render("- [ ] to do\n- [x] done")
    assert ">☐ to do" in html
    assert ">☑ done" in html


def test_a_callout_is_a_box_with_its_title() -> None:
    html = render("> [!tip]- A title\n> words [[Known]]")
    assert '<td class="callout"><p class="boxtitle">A title</p>' in html
    assert '<p>words <a href="note:ours/known">' in html


def test_a_callout_without_title_is_called_by_its_kind_and_other_quotes_stay_quotes() -> None:
    assert '<p class="boxtitle">Note</p>' in render("> [!note]\n> words")
    assert '<td class="quote"><p>words</p>' in render("> words")


def test_quotes_within_quotes_keep_their_words_and_title_but_not_every_box() -> None:
    html = render("> one\n>> two\n>>> [!note] Title\n>>> three\n>>>> four")
    assert html.count("<table") == html.count("</table>") == 2
    assert '<p class="boxtitle">Title</p>' in html
    assert "four" in html


def test_footnotes_lead_there_and_back() -> None:
    addresses = Inventory(render("words[^a]\n\n[^a]: more")).addresses
    assert addresses == ["#note1", "#back1"]


def test_definitions_are_definitions() -> None:
    assert "<dt>Rest</dt>\n<dd>quiet</dd>" in render("Rest\n: quiet")


@pytest.mark.parametrize(
    "address",
    [
        "http://example.org",
        "file:///etc/passwd",
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "data:text/html,<script>",
        "note:ours/known",
        "mailto:a@example.org",
        "//example.org/x",
        "other.md",
        "smb://server/share",
        "\\\\server\\share",
    ],
)
def test_every_address_but_https_leaves_only_its_words(address: str) -> None:
    for markdown in (f"[words]({address})", f"[words](<{address}>)", f"[words][1]\n\n[1]: <{address}>"):
        html = render(markdown)
        assert Inventory(html).addresses == []
        assert "words" in html


HOSTILE = [
    "<script>alert(1)</script>",
    "<img src=file:///etc/passwd onerror=x>",
    "<style>p { background-image: url(file:///etc/passwd) }</style>",
    "<link rel=stylesheet href=https://example.org/x.css>",
    "<table background=https://example.org/x.png><tr><td>x",
    "![x](https://example.org/x.png)",
    "![x](file:///etc/passwd)",
    "[![x](http://example.org/x.png)](https://example.org)",
    "![x][p]\n\n[p]: http://example.org/x.png",
    "> [!note] <img src=x>\n> <b>",
    "[^<img src=x>]\n\n[^<img src=x>]: <iframe>",
    "[[<img src=x>|<img src=y>]]",
    "<!-- <img src=x> -->",
    "<div>\n<img src=x>\n</div>",
    '[a](https://example.org" onclick="x)',
    "[a](https://example.org 'title\" onclick=')",
    "&lt;img src=x&gt; &#60;img&#62;",
    "| <img src=x> |\n|---|\n| <img> |",
    "`<img src=x>`",
    "    <img src=x>",
    "[^1]:>[^1]:",
]


@pytest.mark.parametrize("markdown", HOSTILE)
def test_hostile_markdown_brings_only_harmless_elements(markdown: str) -> None:
    found = Inventory(render(markdown))
    assert found.elements <= HARMLESS
    sizes = {"width", "border", "cellspacing", "cellpadding"}
    assert found.attributes <= {"href", "src", "class", "name", "style"} | sizes
    assert all(ADDRESS.match(address) for address in found.addresses)


@given(st.text(max_size=200) | st.lists(st.sampled_from([*HOSTILE, "[[", "]]", "> ", "\n", "- [ ] "])).map("".join))
def test_whatever_is_written_only_harmless_elements_come_out(markdown: str) -> None:
    found = Inventory(render(markdown))
    assert found.elements <= HARMLESS
    assert all(ADDRESS.match(address) for address in found.addresses)


@pytest.mark.parametrize(
    ("markdown", "rest"),
    [
        ("\n# 🧠 Interpersonal  *Neurobiology* (IPNB)\n\nwords", "\nwords"),
        ("# Another\nwords", "# Another\nwords"),
        ("## Interpersonal Neurobiology (IPNB)", "## Interpersonal Neurobiology (IPNB)"),
        ("words", "words"),
    ],
)
def test_a_heading_that_repeats_the_title_is_left_out(markdown: str, rest: str) -> None:
    assert without_title(markdown, "Interpersonal Neurobiology (IPNB)") == rest


def test_a_box_shows_plain_text() -> None:
    assert '<p class="boxtitle">&lt;b&gt;</p><p>a &amp; b</p>' in box("<b>", "a & b")


@pytest.mark.parametrize("deep", [1, 3, 6])
def test_headings_have_three_levels_below_the_title(deep: int) -> None:
    level = {1: "h2", 3: "h3", 6: "h4"}[deep]
    assert render(f"{'#' * deep} One").startswith(f"<{level}>")


def test_any_key_makes_an_address_without_special_signs() -> None:
    assert note_address('my notes/é"<>?#%.md') == "note:my%20notes/%C3%A9%22%3C%3E%3F%23%25.md"
