"""How a note's page looks: the style sheet of the text view, from the theme."""

import re
from collections.abc import Iterator

from PySide6.QtGui import QTextBlock, QTextBlockFormat, QTextCursor, QTextDocument, QTextFragment

from companion.ui.theme.paper import Paper
from companion.ui.theme.theme import Theme
from companion.ui.theme.tokens import DISPLAY_SIZE, TITLE_SIZE

READING_SIZE = 15.0

# Pixels at 100 % by the level of a heading: the text view ignores what a style sheet says about them.
HEADING_SIZES = {1: DISPLAY_SIZE, 2: TITLE_SIZE + 1, 3: READING_SIZE, 4: READING_SIZE}

# `14sp` is a length in pixels that grows with the text; `@name` is a token. Line heights are of the font's own.
_SHEET = """
p, li, dd, dt, td, th { color: @ink; font-size: 15sp; line-height: 122%; }
p { margin-top: 0; margin-bottom: 12sp; }
a { color: @accent; }
h1 { color: @ink; font-weight: 700; margin-top: 0; margin-bottom: 12sp; }
h2 { color: @ink; font-weight: 600; line-height: 115%; margin-top: 14sp; margin-bottom: 6sp; }
h3, h4 { color: @ink; font-weight: 600; line-height: 115%; margin-top: 12sp; margin-bottom: 6sp; }
ul, ol { margin-top: 0; margin-bottom: 10sp; }
li { margin-bottom: 4sp; }
li.task-list-item { list-style-type: none; }
dt { font-weight: 600; }
dd { margin-bottom: 8sp; }
code, pre { font-family: monospace; font-size: 13sp; }
pre { white-space: pre-wrap; margin-top: 0; margin-bottom: 12sp; }
td.callout { background-color: @accent_soft; border-left: 3px solid @accent; padding: 12sp 14sp 8sp 14sp; }
td.quote { border-left: 3px solid @outline; padding: 2sp 14sp; }
td p { margin-bottom: 4sp; }
table.grid { margin-top: 6sp; margin-bottom: 14sp; }
table.grid td, table.grid th { border-bottom: 1px solid @line; padding: 6sp 16sp 6sp 0; text-align: left; }
table.grid th { border-color: @outline; }
table.callout, table.quote { margin-top: 8sp; margin-bottom: 14sp; }
p.boxtitle { font-weight: 600; }
p.kind { color: @muted; font-size: 12.5sp; margin-bottom: 4sp; }
p.remark { color: @muted; font-size: 12.5sp; margin-bottom: 10sp; }
p.link { margin-bottom: 4sp; }
p.tags { font-size: 13sp; line-height: 190%; margin-bottom: 4sp; }
hr { background-color: @line; }
p.tags a { color: @ink; font-size: 13sp; text-decoration: none; }
span.quiet, span.nowhere { color: @muted; }
span.caption { color: @muted; font-size: 12.5sp; }
"""
_PLACES = re.compile(r"@([a-z_]+)|(\d+(?:\.\d+)?)sp")


def note_style(theme: Theme | Paper, percent: int = 100) -> str:
    """The sheet for the look and text size in force, or for paper; `percent` is of that size."""

    def fill(place: re.Match[str]) -> str:
        name, length = place.groups()
        return str(getattr(theme.tokens, name)) if name else f"{theme.px(float(length) * percent / 100)}px"

    return _PLACES.sub(fill, _SHEET)


def close_up_below_pictures(document: QTextDocument) -> None:
    """Lines are wider apart than their height, and a picture is a very high letter of its line."""
    block = document.begin()
    while block.isValid():
        if any(part.charFormat().isImageFormat() for part in fragments_of(block)):
            style = block.blockFormat()
            style.setLineHeight(0, QTextBlockFormat.LineHeightTypes.SingleHeight.value)
            QTextCursor(block).setBlockFormat(style)
        block = block.next()


def fragments_of(block: QTextBlock) -> Iterator[QTextFragment]:
    """The stretches of a paragraph that look alike."""
    parts = block.begin()
    while not parts.atEnd():
        yield parts.fragment()
        parts += 1
