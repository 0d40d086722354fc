"""How notes are parsed: Markdown without raw HTML; with footnotes, definitions, task boxes, links and callouts."""

import re
from collections.abc import Callable
from functools import cache
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.tasklists import tasklists_plugin

NOTE_LINK = "note"
NO_LINK = "words"
CALLOUT = "callout"
_WIKI_LINK = re.compile(r"!?\[\[([^\[\]\n|]{0,300})(?:\|([^\[\]\n]{0,300}))?\]\]")
_PICTURE = re.compile(r"\.(png|jpe?g|gif|webp|bmp|svg)$", re.IGNORECASE)
_CALLOUT = re.compile(r"\[!([\w-]{1,40})\][+-]?[ \t]*([^\n]*)\n?")

KeyFor = Callable[[str], str | None]


@cache
def parser() -> MarkdownIt:
    """The one parser. Its `env` carries "key_for": from a link's target to the key of a note, or None."""
    made = MarkdownIt("commonmark", {"html": False}).enable(["table", "strikethrough"])
    made.use(footnote_plugin).use(deflist_plugin).use(tasklists_plugin)
    made.inline.ruler.before("link", "wiki_link", _wiki_link)
    made.core.ruler.before("inline", "callout", _callouts)
    # Every address is taken as a link here; the renderer lets only https through and leaves the words of the others.
    made.validateLink = lambda url: True  # type: ignore[method-assign]
    return made


def _wiki_link(state: StateInline, silent: bool) -> bool:
    found = _WIKI_LINK.match(state.src, state.pos, state.posMax)
    if found is None:
        return False
    if not silent:
        target, words = found[1].rstrip("\\").strip(), (found[2] or "").strip()
        if found[0].startswith("!") and _PICTURE.search(target):
            # `![[bench.png|300]]`: a number alone is a width, which the page chooses by itself.
            words = "" if words.isdigit() else words
            state.push("wiki_picture", "", 0).meta = {"address": target, "words": words or target}
        else:
            _push_link(state, target, words)
    state.pos = found.end()
    return True


def _push_link(state: StateInline, target: str, words: str) -> None:
    title, _hash, part = target.partition("#")
    key = state.env["key_for"](target) if title else None
    to = {"key": key, "part": part.strip(), "is_here": not title and bool(part.strip())}
    opening = state.push("wiki_link_open", NO_LINK if key is None and not to["is_here"] else NOTE_LINK, 1)
    opening.meta = to
    state.push("text", "", 0).content = words or _spoken(target)
    state.push("wiki_link_close", "", -1).meta = to


def _spoken(target: str) -> str:
    """The words for a target that has none: "Title#Part" reads "Title › Part"."""
    return " › ".join(part.strip() for part in target.split("#") if part.strip())


def _callouts(state: StateCore) -> None:
    """Turns `> [!note] Title` into a quote that knows its title."""
    for quote, paragraph, inline in _three_by_three(state.tokens):
        found = _CALLOUT.match(inline.content) if inline.type == "inline" else None
        if quote.type == "blockquote_open" and paragraph.type == "paragraph_open" and found:
            quote.meta = {CALLOUT: found[2].strip() or found[1].capitalize()}
            inline.content = inline.content[found.end() :]


def _three_by_three(tokens: list[Token]) -> Any:
    return zip(tokens, tokens[1:], tokens[2:], strict=False)
