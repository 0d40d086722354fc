"""YAML for strangers' files: texts, lists and fields alone; whatever can surprise is refused with its line."""

from dataclasses import dataclass, field
from typing import Any

import yaml
from frontmatter.default_handlers import YAMLHandler
from yaml.composer import Composer
from yaml.parser import Parser
from yaml.reader import Reader
from yaml.resolver import BaseResolver
from yaml.scanner import Scanner

from companion.domain.text import clean_text

LARGEST_HEADER_BYTES = 16 * 1024
DEEPEST_LEVEL = 8
_NOTHING = ("", "~", "null", "Null", "NULL")

Plain = str | list["Plain"] | dict[str, "Plain"]


class HeaderError(Exception):
    """A header that is not read. `line` counts from 1 inside the header; `reason` is one of a few words.

    syntax, alias, tag, deep, twice, unnamed, list, unclosed.
    """

    def __init__(self, reason: str, line: int = 1) -> None:
        super().__init__(reason)
        self.reason = reason
        self.line = line


@dataclass(frozen=True, slots=True)
class Header:
    """The fields of a note's header, and the line each begins on, from 1."""

    fields: dict[str, Plain] = field(default_factory=dict)
    lines: dict[str, int] = field(default_factory=dict)

    def moved_down(self, lines: int) -> "Header":
        """The same header with that many lines above it."""
        return Header(self.fields, {name: line + lines for name, line in self.lines.items()})


class StrictHandler(YAMLHandler):
    """Parts a note as python-frontmatter does, and reads the header strictly."""

    def header(self, text: str) -> Header:
        """The fields in a header's text. Raises HeaderError, and nothing else, for everything that is not plain."""
        try:
            root = _Composer(text).get_single_node()
        except yaml.MarkedYAMLError as error:
            raise HeaderError("syntax", _line(error.problem_mark or error.context_mark)) from None
        except HeaderError:
            raise
        except Exception:
            # Besides its own errors the parser lets others out, such as OverflowError for an impossible escape.
            raise HeaderError("syntax") from None
        return _header(root)


class _Composer(
    yaml.reader.Reader, yaml.scanner.Scanner, yaml.parser.Parser, yaml.composer.Composer, yaml.resolver.BaseResolver
):
    """Makes nodes, without aliases, anchors, tags and depth, and without guessing types."""

    def __init__(self, text: str) -> None:
        Reader.__init__(self, text)
        Scanner.__init__(self)
        Parser.__init__(self)
        Composer.__init__(self)
        BaseResolver.__init__(self)
        self._depth = 0

    def compose_node(self, parent: Any, index: Any) -> Any:
        event = self.peek_event()  # type: ignore[no-untyped-call]
        line = _line(event.start_mark)
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None) is not None:
            raise HeaderError("alias", line)
        if getattr(event, "tag", None) is not None:
            raise HeaderError("tag", line)
        if self._depth >= DEEPEST_LEVEL:
            raise HeaderError("deep", line)
        self._depth += 1
        node = super().compose_node(parent, index)
        self._depth -= 1
        return node


def _header(root: Any) -> Header:
    if root is None or (isinstance(root, yaml.ScalarNode) and _plain(root) == ""):
        return Header()
    if not isinstance(root, yaml.MappingNode):
        raise HeaderError("list", _line(root.start_mark))
    fields = _fields(root)
    return Header(fields, {clean_text(key.value): _line(key.start_mark) for key, _ in root.value})


def _plain(node: Any) -> Plain:
    if isinstance(node, yaml.SequenceNode):
        return [_plain(child) for child in node.value]
    if isinstance(node, yaml.MappingNode):
        return _fields(node)
    return "" if node.style is None and node.value in _NOTHING else clean_text(node.value)


def _fields(node: Any) -> dict[str, Plain]:
    fields: dict[str, Plain] = {}
    for key, value in node.value:
        if not isinstance(key, yaml.ScalarNode):
            raise HeaderError("unnamed", _line(key.start_mark))
        name = clean_text(key.value)
        if name in fields:
            raise HeaderError("twice", _line(key.start_mark))
        fields[name] = _plain(value)
    return fields


def _line(mark: Any) -> int:
    return 1 if mark is None else int(mark.line) + 1
