"""A layout that sets its parts side by side and goes on in the next line, as words do."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

from companion.ui.theme.tokens import SNUG


class FlowLayout(QLayout):
    """Wraps what does not fit; mirrored in right-to-left languages. `spacing()` is the gap in both directions.

    `is_centred` sets each line in the middle; `outdent` lets each begin so many pixels before the others' edge.
    """

    def __init__(self, parent: QWidget | None = None, *, is_centred: bool = False, outdent: int = 0) -> None:
        super().__init__(parent)
        self._is_centred = is_centred
        self._outdent = outdent
        self._items: list[QLayoutItem] = []
        self._heights: dict[int, int] = {}
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(SNUG)

    def addItem(self, item: QLayoutItem) -> None:
        """Puts an item at the end."""
        self._items.append(item)
        self.invalidate()

    def count(self) -> int:
        """How many items there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """The item at that place, or None."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Takes the item at that place out, or None."""
        if not 0 <= index < len(self._items):
            return None
        item = self._items.pop(index)
        self.invalidate()
        return item

    def expandingDirections(self) -> Qt.Orientation:
        """Takes no more room than it needs."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """The narrower, the higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of all lines at that width."""
        if width not in self._heights:
            self._heights[width] = self._arrange(QRect(0, 0, width, 0), place=False)
        return self._heights[width]

    def invalidate(self) -> None:
        """Something in it is of another size: heights are worked out anew. Windows ask for them many times."""
        self._heights.clear()
        super().invalidate()

    def minimumSize(self) -> QSize:
        """As wide as the widest item; the height follows from the width."""
        size = QSize()
        for item in self._visible():
            size = size.expandedTo(item.minimumSize())
        return size + self._margins()

    def sizeHint(self) -> QSize:
        """Everything in one line."""
        items = self._visible()
        width = sum(item.sizeHint().width() for item in items) + self.spacing() * max(0, len(items) - 1)
        height = max((item.sizeHint().height() for item in items), default=0)
        return QSize(width, height) + self._margins()

    def setGeometry(self, rect: QRect) -> None:
        """Sets every item in its place."""
        super().setGeometry(rect)
        self._arrange(rect, place=True)

    def _visible(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _margins(self) -> QSize:
        margins = self.contentsMargins()
        return QSize(margins.left() + margins.right(), margins.top() + margins.bottom())

    def _arrange(self, rect: QRect, *, place: bool) -> int:
        """Line by line; the parts of a line share its middle. Returns the height of all lines with the margins."""
        inner = rect.marginsRemoved(self.contentsMargins())
        top, bottom = inner.top(), inner.top()
        for line in self._lines(inner.width()):
            height = max(size.height() for _item, size in line)
            left = inner.left() - self._outdent
            left += self._spare(line, inner.width()) // 2 if self._is_centred else 0
            for item, size in line if place else ():
                corner = QPoint(left, top + (height - size.height()) // 2)
                item.setGeometry(self._mirrored(QRect(corner, size), inner))
                left += size.width() + self.spacing()
            bottom = top + height
            top = bottom + self.spacing()
        return bottom - rect.top() + self.contentsMargins().bottom()

    def _spare(self, line: list[tuple[QLayoutItem, QSize]], width: int) -> int:
        return width - sum(size.width() for _item, size in line) - self.spacing() * (len(line) - 1)

    def _lines(self, width: int) -> list[list[tuple[QLayoutItem, QSize]]]:
        lines: list[list[tuple[QLayoutItem, QSize]]] = []
        used = 0
        for item in self._visible():
            size = _size(item, width)
            if not lines or used + self.spacing() + size.width() > width:
                lines.append([])
                used = -self.spacing()
            lines[-1].append((item, size))
            used += self.spacing() + size.width()
        return lines

    def _mirrored(self, place: QRect, inner: QRect) -> QRect:
        parent = self.parentWidget()
        if parent is None or parent.layoutDirection() is Qt.LayoutDirection.LeftToRight:
            return place
        return place.translated(inner.left() + inner.right() - place.right() - place.left(), 0)


def _size(item: QLayoutItem, width: int) -> QSize:
    """What it asks for; wider than the line, it goes on in lines of its own if it can."""
    hint = item.sizeHint()
    if hint.width() <= width:
        return hint
    return QSize(width, item.heightForWidth(width) if item.hasHeightForWidth() else hint.height())
