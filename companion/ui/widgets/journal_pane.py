"""The place beside the journal's list, or over it where there is no room: a line, a form, the filter, the tags."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QToolButton, QVBoxLayout, QWidget

from companion.presentation.translation import _
from companion.ui.theme.icons import icon
from companion.ui.theme.theme import Theme
from companion.ui.theme.tokens import HAIR, ROOM, SNUG, TIGHT
from companion.ui.widgets.card import Card
from companion.ui.widgets.labels import label
from companion.ui.widgets.links import link
from companion.ui.widgets.room_beside import room_after, room_before


class JournalPane(Card):
    """Shows one part at a time; with none, a quiet sentence. What does not fit scrolls."""

    close_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.part: QWidget | None = None
        self.back = link(_("Back to the list"))
        self.back.clicked.connect(self.close_wanted)
        self.cross = QToolButton()
        self.cross.setAccessibleName(_("Close"))
        self.cross.setToolTip(_("Close (Esc)"))
        self.cross.clicked.connect(self.close_wanted)
        self._hint = label(_("Choose a line to see all of it."), "body", "muted")
        self._hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._lay_out()
        theme.changed.connect(self._recolour)
        self._recolour()
        self.show_part(None)

    def show_part(self, part: QWidget | None) -> None:
        """Shows that part from its beginning, in place of the one before."""
        if self.part is not part and self.part is not None:
            self._column.removeWidget(self.part)
            self.part.hide()
        self.part = part
        self._hint.setVisible(part is None)
        self.cross.setVisible(part is not None)
        if part is not None:
            self._column.insertWidget(0, part)
            part.show()
        self._scroll.verticalScrollBar().setValue(0)

    def show_alone(self, is_alone: bool) -> None:
        """Over the list there is a way back to it."""
        self.back.setVisible(is_alone)
        self._whole.setSpacing(TIGHT if is_alone else 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes back."""
        if event.key() == Qt.Key.Key_Escape and self.part is not None:
            self.close_wanted.emit()
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        sheet = QWidget()
        sheet.setProperty("role", "page")
        self._column = QVBoxLayout()
        self._column.addWidget(self._hint, 1)
        sheet.setLayout(room_after(self._column, SNUG))
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(sheet)
        head = QHBoxLayout()
        head.addWidget(self.back)
        head.addStretch(1)
        head.addWidget(self.cross)
        self._whole = QVBoxLayout()
        self._whole.setSpacing(0)
        self._whole.addLayout(head)
        self._whole.addWidget(self._scroll, 1)
        self.body.setContentsMargins(SNUG, SNUG, SNUG, ROOM)
        self.body.addLayout(room_before(self._whole, HAIR))

    def _recolour(self) -> None:
        self.cross.setIcon(icon(self._theme, "close", self._theme.tokens.muted))
