"""PDF files: pages drawn in the painter's own pixels, and the same bytes for the same drawing."""

import re
from collections.abc import Callable

from PySide6.QtCore import QBuffer, QHashSeed, QIODevice, QMarginsF, QSizeF, QUuid
from PySide6.QtGui import QPageLayout, QPageSize, QPainter, QPdfWriter

PIXELS_PER_INCH = 96
POINTS_PER_INCH = 72
# What says when a file was made, or which of its kind it is: nobody needs it, and it would differ every time.
_SAME_ID = QUuid("00000000-0000-0000-0000-000000000000")
_DATES = re.compile(rb"/CreationDate \([^)]*\)\n/ModDate \([^)]*\)\n")
_OFFSET = re.compile(rb"^(\d{10})( \d{5} n)", re.MULTILINE)
_START = re.compile(rb"startxref\n(\d+)")
_ABOUT = b"""<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"/></x:xmpmeta>
<?xpacket end="w"?>"""


def page_size(width: float, height: float) -> QPageSize:
    """A page of that many pixels of 1/96 inch."""
    points = QSizeF(width, height) * (POINTS_PER_INCH / PIXELS_PER_INCH)
    return QPageSize(points, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.ExactMatch)


def pdf_bytes(size: QPageSize, title: str, draw: Callable[[QPainter], None]) -> bytes:
    """One page without margins; `draw` is given a painter whose pixels are 1/96 inch."""
    QHashSeed.setDeterministicGlobalSeed()  # the order in which fonts are written depends on it
    try:
        return _without_dates(_written(size, title, draw))
    finally:
        QHashSeed.resetRandomGlobalSeed()


def _written(size: QPageSize, title: str, draw: Callable[[QPainter], None]) -> bytes:
    target = QBuffer()
    target.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(target)
    # The painter's own pixels, in which everything is measured.
    writer.setResolution(PIXELS_PER_INCH)
    writer.setPageLayout(QPageLayout(size, QPageLayout.Orientation.Portrait, QMarginsF()))
    writer.setTitle(title)
    writer.setCreator("Companion")
    writer.setDocumentId(_SAME_ID)
    writer.setDocumentXmpMetadata(_ABOUT)
    painter = QPainter(writer)
    draw(painter)
    painter.end()
    return bytes(target.data().data())


def _without_dates(content: bytes) -> bytes:
    """Takes the dates out, and moves the file's table of contents by what is gone: all of it lies behind them."""
    found = _DATES.search(content)
    if found is None:
        return content
    gone, start = found.end() - found.start(), _START.search(content)
    kept = content[: found.start()] + content[found.end() :]
    if start is None:
        return kept
    table = int(start[1]) - gone
    moved = _OFFSET.sub(lambda line: _moved(line, found.start(), gone), kept[table:])
    return kept[:table] + _START.sub(b"startxref\n%d" % table, moved)


def _moved(line: re.Match[bytes], behind: int, gone: int) -> bytes:
    offset = int(line[1])
    return b"%010d%s" % (offset - gone if offset > behind else offset, line[2])
