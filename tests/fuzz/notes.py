"""Notes that nobody means well with: whatever is in a file, it becomes a harmless page or a problem, and soon.

Runs by hand: `python -m tests.fuzz.notes [cases] [seed]`, 20,000 cases by default. Every case is one file of up to
4 KB made of pieces that hurt, parsed, written as a page, and now and then laid out; it says how many there were, how
long the slowest took, and how much memory the whole run came to.
"""

import os
import random
import re
import resource
import sys
import time
from collections.abc import Callable
from html.parser import HTMLParser
from typing import NamedTuple

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from companion.adapters.library.note_parser import NoteFile, parse_note
from companion.domain.concept import Concept
from companion.presentation.note_page import page_of

SLOWEST_SECONDS = 1.0
MOST_MEGABYTES = 400
LAID_OUT_EVERY = 50
HARMLESS = {
    "p", "h1", "h2", "h3", "h4", "ul", "ol", "li", "dl", "dt", "dd", "em", "strong", "s", "code", "pre", "hr",
    "br", "a", "sup", "span", "table", "thead", "tbody", "tr", "th", "td", "img",
}  # fmt: skip
ADDRESS = re.compile(r"(https://|note:|tag:|more:|#|picture:(?!.*(:|%3A|\.\.)))", re.IGNORECASE)
PIECES = (
    "---\n", "title: ", "aliases: [", "]\n", "zones: [above]\n", "prompts:\n  - ", "&a ", "*a\n",
    "!!python/object ", "? ", "{", "}", "<<: *a\n", "\"\\UFFFFFFFF\"\n", "[" * 40, "a: " * 20, "- " * 20, "\t",
    "\n", "\r", "\0", "\ufeff", "\u2028", "\u202e", "\x85", "#", "# ", "## ", "> ", "> [!note] ", ">" * 30,
    "[[", "]]", "|", "[[a|b]]", "![[x.png]]", "![[../x.png]]", "![x](", "![x](file:///etc/passwd)", "[x](", ")",
    "<", ">", "<script>", "</script>", "<img src=x>", "<!--", "-->", "&lt;", "&#60;", "javascript:",
    "data:image/png;base64,", "https://example.org/", "file:///etc/passwd", "..", "/", "\\", "%2e%2e", "`",
    "```\n", "~~~\n", "~~", "*", "**", "_", "^", "[^1]", "[^1]: ", "- [ ] ", "- [x] ", "| a | b |\n|---|---|\n",
    "|" * 30, ": ", "\n\n", "    ", "word ", "é", "😀", "â€™", "ðŸ", "a" * 300, "[](" * 30, "*" * 60, "_" * 60,
    "`" * 30, "(" * 30, "<a " * 20, "&" * 30, "\\" * 20, "![" * 20,
)  # fmt: skip


class Inventory(HTMLParser):
    """Every element and address of some HTML."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: set[str] = set()
        self.addresses: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.add(tag)
        self.addresses += [value or "" for name, value in attrs if name in ("href", "src", "background")]


class Outcome(NamedTuple):
    """How many of the files were shown, and the seconds the slowest took."""

    shown: int
    slowest: float


def run(cases: int, seed: int) -> Outcome:
    """Runs them. Raises AssertionError with the file for the first that is not harmless."""
    draw, slowest, shown = random.Random(seed), 0.0, 0
    lay_out = _layout()
    for case in range(cases):
        raw = _file(draw)
        start = time.perf_counter()
        parsed = parse_note(NoteFile("notes/case", "case.md", raw))
        if parsed.concept is not None:
            shown += 1
            _check(parsed.concept, raw)
            if case % LAID_OUT_EVERY == 0:
                lay_out(page_of(parsed.concept, lambda _target: "notes/other"))
        else:
            assert parsed.problems, raw
        slowest = max(slowest, time.perf_counter() - start)
    return Outcome(shown, slowest)


def main(cases: int, seed: int) -> None:
    """Runs them and says what came of it. AssertionError too if one takes too long, or all too much memory."""
    shown, slowest = run(cases, seed)
    megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{cases:,} files from seed {seed}: {shown:,} shown, the others listed as problems")
    print(f"slowest {slowest * 1000:.0f} ms, {megabytes:.0f} MB at most")
    assert slowest < SLOWEST_SECONDS
    assert megabytes < MOST_MEGABYTES


def _check(concept: Concept, raw: bytes) -> None:
    try:
        page = page_of(concept, lambda target: "notes/other" if len(target) % 2 else None)
    except Exception as failure:
        raise AssertionError(raw) from failure
    found = Inventory(page)
    assert found.elements <= HARMLESS, (found.elements - HARMLESS, raw)
    assert all(ADDRESS.match(address) for address in found.addresses), (found.addresses, raw)


def _file(draw: random.Random) -> bytes:
    text = "".join(draw.choices(PIECES, k=draw.randint(1, 60)))
    if draw.random() < 0.4:
        text = f"---\n{text[: len(text) // 3]}\n---\n{text[len(text) // 3 :]}"
    raw = text.encode(draw.choice(("utf-8", "utf-8", "utf-8", "utf-16", "utf-8-sig")), "replace")
    for _damage in range(draw.choice((0, 0, 1, 5))):
        place = draw.randrange(len(raw) + 1)
        raw = raw[:place] + draw.randbytes(draw.randint(1, 4)) + raw[place + draw.randint(0, 3) :]
    return raw[:4096]


def _layout() -> Callable[[str], None]:
    from PySide6.QtGui import QGuiApplication, QTextDocument

    app = QGuiApplication.instance() or QGuiApplication([])

    def lay_out(page: str) -> None:
        document = QTextDocument()
        document.setHtml(page)
        document.setTextWidth(500)
        assert app is not None
        document.pageCount()

    return lay_out


if __name__ == "__main__":
    main(*(int(word) for word in [*sys.argv[1:], "20000", "1"][:2]))
