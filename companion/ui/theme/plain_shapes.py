"""Draws pictures that are made of circles and rounded rectangles alone: the program's own icon and the tray's."""

import re

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QBrush, QColor, QPainter, QPen

_TAG = re.compile(r"<(\w+)([^<>]*)>")
_ATTRIBUTE = re.compile(r'([\w-]+)="([^"]*)"')
_PLACES = {"circle": {"cx", "cy", "r"}, "rect": {"x", "y", "width", "height", "rx"}}
_LOOKS = {"fill", "stroke", "stroke-width"}


def draw_plain(drawing: str, painter: QPainter, width: int) -> bool:
    """Draws an SVG file into `width` × `width` points. False, and nothing is drawn, if it holds anything else.

    It looks as drawn by Qt's SVG library, which takes 1 MB that a program waiting in the tray has no other use for.
    """
    tags = [(tag, dict(_ATTRIBUTE.findall(rest))) for tag, rest in _TAG.findall(drawing)]
    (_svg, around), shapes = tags[0] if tags else ("", {}), tags[1:]
    looks = {name: value for name, value in around.items() if name in _LOOKS}
    if around.keys() - looks.keys() != {"xmlns", "viewBox"}:
        return False
    if any(shape.keys() - _PLACES.get(tag, set()) - _LOOKS or tag not in _PLACES for tag, shape in shapes):
        return False
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    side = width / float(around["viewBox"].split()[2])
    painter.scale(side, side)
    for tag, shape in shapes:
        _draw(tag, looks | shape, painter)
    return True


def _draw(tag: str, shape: dict[str, str], painter: QPainter) -> None:
    painter.setBrush(QBrush(_colour(shape.get("fill", "black"))))
    painter.setPen(QPen(_colour(shape.get("stroke", "none")), float(shape.get("stroke-width", "1"))))
    numbers = {name: float(shape[name]) for name in _PLACES[tag] if name in shape}
    if tag == "circle":
        painter.drawEllipse(QPointF(numbers["cx"], numbers["cy"]), numbers["r"], numbers["r"])
    else:
        place = QRectF(*(numbers[name] for name in ("x", "y", "width", "height")))
        painter.drawRoundedRect(place, numbers["rx"], numbers["rx"])


def _colour(named: str) -> QColor:
    return QColor("transparent" if named == "none" else named)
