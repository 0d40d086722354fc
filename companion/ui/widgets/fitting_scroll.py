"""A scroll area that asks for all the height its content needs, and scrolls only where it does not get it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QMargins, QObject, QSize, Qt, QTimer
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QWidget

from companion.ui.theme.voices import speak_of_scroll_areas

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

_LEAST = 120


class FittingScroll(QScrollArea):
    """Holds `content`, as wide as there is room; `beside` pixels on either side of it are for the bar."""

    def __init__(self, content: QWidget, beside: int = 0) -> None:
        super().__init__()
        self._beside = beside
        speak_of_scroll_areas()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        content.setObjectName("page")
        self._content = content
        # A viewport of ours: asked for Qt's own, PySide6 loads every kind of widget to find out which it is (6 ms).
        self._room = QWidget()
        self.setViewport(self._room)
        self._room.lower()  # before the bars also in the order in which readers meet them
        self.setWidget(content)
        self._room.setAutoFillBackground(False)
        content.setAutoFillBackground(False)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """What it holds may need another height now."""
        if watched is self._content and event.type() is QEvent.Type.LayoutRequest:
            self._choose_bar()
            self.updateGeometry()
        return super().eventFilter(watched, event)

    def reveal(self, part: QWidget) -> None:
        """Scrolls to a part that has just been unfolded, once it has its place."""
        QTimer.singleShot(0, self, lambda: self.ensureWidgetVisible(part))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The bar goes as soon as there is room without it."""
        self._choose_bar()
        super().resizeEvent(event)

    def heightForWidth(self, width: int) -> int:
        """What the content needs at that width."""
        content, room = self._content, width - 2 * self._beside
        return content.heightForWidth(room) if content.hasHeightForWidth() else content.sizeHint().height()

    def sizeHint(self) -> QSize:
        """The whole content."""
        width = self._content.sizeHint().width() + 2 * self._beside
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Anything larger than a few lines can be scrolled; beside the bar there is room for all of them."""
        beside = 2 * self._beside or self._bar_width
        return QSize(self._content.minimumSizeHint().width() + beside, min(_LEAST, self.sizeHint().height()))

    @property
    def _bar_width(self) -> int:
        is_off = self.verticalScrollBarPolicy() is Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        return 0 if is_off else self.verticalScrollBar().sizeHint().width()

    def _choose_bar(self) -> None:
        """Qt alone would keep a bar that makes the content so narrow, and so tall, that it needs the bar."""
        fits = self.heightForWidth(self.width()) <= self.height()
        policy = Qt.ScrollBarPolicy.ScrollBarAlwaysOff if fits else Qt.ScrollBarPolicy.ScrollBarAsNeeded
        self.setVerticalScrollBarPolicy(policy)
        if self._beside:
            before, after = self._beside, max(0, self._beside - self._bar_width)
            if self.isRightToLeft():  # Qt changes the bar's side, and not that of the margins
                before, after = after, before
            margins = QMargins(before, 0, after, 0)
            if margins != self.viewportMargins():
                self.setViewportMargins(margins)
