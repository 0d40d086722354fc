"""A note's Markdown as the little HTML that a text view shows.

No raw HTML comes through, and no address but https; links to notes are `note:` and the key, and a picture is
`picture:` and what the note calls it, with its words beneath it.
"""

import re
from collections.abc import Sequence
from html import escape
from typing import Any

from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from markdown_it.utils import OptionsDict

from companion.presentation.note_links import LINK_SCHEME, note_address, part_name, picture_address
from companion.presentation.note_markdown import CALLOUT, KeyFor, parser

_DEEPEST_HEADING = 4
_DEEPEST_BOX = 2  # each box within a box doubles the time that the view takes to lay it out
_ELSEWHERE = re.compile(r"^/|[:\\]|\.\.|^$|%(2e|5c|3a|2f|00)", re.IGNORECASE)
_HEADING = re.compile(r"\s*# +([^\n]*?)[ #]*(?:\n|$)")


def html_of(markdown: str, key_for: KeyFor) -> str:
    """The HTML of a note's text. `key_for` finds the key of the note that a [[link]] means, or None."""
    md = parser()
    env: dict[str, Any] = {"key_for": key_for}
    return _NoteRenderer().render(md.parse(markdown, env), md.options, env)


def without_title(markdown: str, title: str) -> str:
    """The text without a first heading that only repeats the title, apart from pictures and signs."""
    found = _HEADING.match(markdown)
    return markdown[found.end() :] if found and _letters(found[1]) == _letters(title) else markdown


def box(title: str, text: str) -> str:
    """A quiet box, as a callout has it; both are plain text."""
    return f"{_box_open(CALLOUT, title)}<p>{escape(text)}</p>{_BOX_CLOSE}"


def _picture(address: str, words: str) -> str:
    """Where it is to be drawn, with its words for who cannot see it; the words alone if it is not beside the note."""
    if _ELSEWHERE.search(address):
        return f'<span class="nowhere">{escape(words)}</span>'
    return f'<img src="{picture_address(address)}"><br><span class="caption">{escape(words)}</span>'


def _letters(text: str) -> str:
    return "".join(c for c in text.casefold() if c.isalnum())


_BOX_CLOSE = "</td></tr></table>\n"


def _box_open(kind: str, title: str = "") -> str:
    heading = _box_title(title) if title else ""
    return f'<table class="{kind}" width="100%" cellspacing="0" cellpadding="0"><tr><td class="{kind}">{heading}'


def _box_title(title: str) -> str:
    return f'<p class="boxtitle">{escape(title)}</p>'


class _NoteRenderer(RendererHTML):
    """Writes only what is listed here or harmless by itself: paragraphs, lists, emphasis, tables, footnotes."""

    def heading_open(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: Any) -> str:
        words = self.renderInlineAsText(tokens[idx + 1].children, options, env)
        return f'<h{self._level(tokens[idx])}><a name="{part_name(words)}"></a>'

    def heading_close(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: Any) -> str:
        return f"</h{self._level(tokens[idx])}>\n"

    def blockquote_open(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: Any) -> str:
        boxes = env.setdefault("boxes", [])
        boxes.append(len(boxes) < _DEEPEST_BOX)
        title = tokens[idx].meta.get(CALLOUT)
        if not boxes[-1]:
            return "" if title is None else _box_title(title)
        return _box_open("quote") if title is None else _box_open(CALLOUT, title)

    def blockquote_close(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: Any) -> str:
        # A footnote that is written twice leaves an end without its beginning.
        boxes = env.get("boxes")
        return _BOX_CLOSE if boxes and boxes.pop() else ""

    def link_open(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: Any) -> str:
        address = str(tokens[idx].attrs.get("href", ""))
        is_kept = address.lower().startswith(LINK_SCHEME)
        env.setdefault("kept_links", []).append(is_kept)
        return f'<a href="{escape(address)}">' if is_kept else ""

    def link_close(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: Any) -> str:
        kept_links = env.get("kept_links")
        return "</a>" if kept_links and kept_links.pop() else ""

    def wiki_link_open(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: Any) -> str:
        key, part, is_here = (tokens[idx].meta[name] for name in ("key", "part", "is_here"))
        if is_here:
            return f'<a href="#{part_name(part)}">'
        return '<span class="nowhere">' if key is None else f'<a href="{note_address(key, part)}">'

    def wiki_link_close(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: Any) -> str:
        goes_nowhere = tokens[idx].meta["key"] is None and not tokens[idx].meta["is_here"]
        return "</span>" if goes_nowhere else "</a>"

    def image(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: Any) -> str:
        words = self.renderInlineAsText(tokens[idx].children, options, env)
        return _picture(str(tokens[idx].attrs.get("src", "")), words)

    def wiki_picture(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: Any) -> str:
        return _picture(tokens[idx].meta["address"], tokens[idx].meta["words"])

    def html_inline(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: Any) -> str:
        # Only the task boxes make this token: the parser leaves raw HTML as text.
        return "☑" if "checked=" in tokens[idx].content else "☐"

    def html_block(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: Any) -> str:
        return escape(tokens[idx].content)

    def fence(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: Any) -> str:
        return f"<pre>{escape(tokens[idx].content.rstrip())}</pre>\n"

    code_block = fence

    def table_open(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: Any) -> str:
        return '<table class="grid" border="0" cellspacing="0" cellpadding="0">\n'

    def footnote_ref(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: Any) -> str:
        number = tokens[idx].meta["id"] + 1
        return f'<a name="back{number}" href="#note{number}"><sup>{number}</sup></a>'

    def footnote_block_open(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: Any) -> str:
        return "<hr>\n<ol>\n"

    def footnote_block_close(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: Any) -> str:
        return "</ol>\n"

    def footnote_open(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: Any) -> str:
        return f'<li><a name="note{tokens[idx].meta["id"] + 1}"></a>'

    def footnote_close(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: Any) -> str:
        return "</li>\n"

    def footnote_anchor(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: Any) -> str:
        return f' <a href="#back{tokens[idx].meta["id"] + 1}">↩</a>'

    @staticmethod
    def _level(token: Token) -> int:
        return min(max(int(token.tag[1:]), 2), _DEEPEST_HEADING)
