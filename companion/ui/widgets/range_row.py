"""The row over the chart: earlier and later, the range as a sentence, and what can be added."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QPushButton, QSizePolicy, QToolButton, QWidget

from companion.presentation.translation import _
from companion.ui.theme.icons import icon
from companion.ui.theme.theme import Theme
from companion.ui.theme.tokens import HAIR, SNUG
from companion.ui.widgets.labels import label

ARROW = 18
IN_A_ROW_FROM = 480


class RangeRow(QWidget):
    """Two arrows, a sentence and a button; the button goes below where there is little room."""

    def __init__(self, theme: Theme, go_earlier: Callable[[], None], go_later: Callable[[], None]) -> None:
        super().__init__()
        self._theme = theme
        self.earlier = _arrow(_("Earlier"), go_earlier)
        self.later = _arrow(_("Later"), go_later)
        self.sentence = label("", "small", "muted")
        self.add = QPushButton(_("Add a life event"))
        self.add.setProperty("role", "link")
        self._lay_out()
        theme.changed.connect(self._recolour)
        self._recolour()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """One line or two."""
        is_wide = event.size().width() >= IN_A_ROW_FROM * self._theme.text_scale
        direction = QBoxLayout.Direction.LeftToRight if is_wide else QBoxLayout.Direction.TopToBottom
        if direction is not self._row.direction():
            self._row.setDirection(direction)
        super().resizeEvent(event)

    def _lay_out(self) -> None:
        arrows = QWidget()
        # Earlier is to the left on the time axis in every language, so these two are never mirrored.
        arrows.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        pair = QHBoxLayout(arrows)
        pair.setContentsMargins(0, 0, 0, 0)
        pair.setSpacing(HAIR)
        pair.addWidget(self.earlier)
        pair.addWidget(self.later)
        told = QHBoxLayout()
        told.setSpacing(SNUG)
        told.addWidget(arrows)
        told.addWidget(self.sentence, 1)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(HAIR)
        self._row.addLayout(told, 1)
        self._row.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeading)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def _recolour(self) -> None:
        shown = self._theme.px(ARROW)
        for button, name in ((self.earlier, "back"), (self.later, "forward")):
            button.setIcon(icon(self._theme, name, self._theme.tokens.accent, size=ARROW))
            button.setIconSize(QSize(shown, shown))


def _arrow(name: str, act: Callable[[], None]) -> QToolButton:
    button = QToolButton()
    button.setAccessibleName(name)
    button.setToolTip(name)
    button.clicked.connect(act)
    return button
