"""A chip with a name of the person's own, however long: chosen or not, or there to be taken away."""

from html import escape

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QStyle, QStyleOptionButton, QStylePainter

from companion.presentation.translation import _
from companion.ui.theme.theme import Theme
from companion.ui.widgets.chip import Chip

_WIDEST = 240
_NARROWEST = 64
_CROSS = " \N{MULTIPLICATION SIGN}"
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Left: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_Right: 1}
_ERASERS = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)


class NameChip(Chip):
    """Arrow keys ask for a neighbour. Delete and Backspace un-choose it, or ask to have it taken away.

    A name that is too long is shortened where it is shown, never where it is heard or kept.
    """

    step_wanted = Signal(int)
    removal_wanted = Signal()
    reached = Signal()

    def __init__(self, name: str, theme: Theme, *, is_choice: bool) -> None:
        super().__init__(_shown(name, is_choice))
        self.name = name
        self._theme = theme
        self._is_choice = is_choice
        self.setProperty("role", "chip")
        self.setProperty("personal", True)
        self.setCheckable(is_choice)
        self.setAccessibleName(name if is_choice else _("Remove {name}").format(name=name))
        self.setToolTip(f"<span>{escape(name)}</span>")
        if not is_choice:
            self.clicked.connect(self.removal_wanted)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """Room for the name, up to a width that fits a small window."""
        hint = super().sizeHint()
        return QSize(min(hint.width(), self._theme.px(_WIDEST)), hint.height())

    def minimumSizeHint(self) -> QSize:
        """Narrow, its name is shortened."""
        hint = super().sizeHint()
        return QSize(min(hint.width(), self._theme.px(_NARROWEST)), hint.height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go on to a neighbour, erasers take the choice or the chip away.

        Enter, which some desktops let press buttons, is for saving.
        """
        key = Qt.Key(event.key())
        if key in _STEPS:
            self.step_wanted.emit(self._step(key))
        elif key in _ERASERS:
            if not event.isAutoRepeat():
                self._take_away()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Says that the keyboard has come to it."""
        super().focusInEvent(event)
        self.reached.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The button as any other, its name as long as there is room."""
        option = QStyleOptionButton()
        self.initStyleOption(option)
        room = self.style().subElementRect(QStyle.SubElement.SE_PushButtonContents, option, self).width()
        option.text = self._fitted(option.fontMetrics, room)
        QStylePainter(self).drawControl(QStyle.ControlElement.CE_PushButton, option)

    def _fitted(self, metrics: QFontMetrics, room: int) -> str:
        whole = _shown(self.name, self._is_choice)
        # Asked first, because a name that fits to the pixel would be shortened for a fraction of one.
        if metrics.horizontalAdvance(whole.replace("&&", "&")) <= room:
            return whole
        cross = "" if self._is_choice else _CROSS
        left = room - metrics.horizontalAdvance(cross)
        return _escaped(metrics.elidedText(self.name, Qt.TextElideMode.ElideRight, left)) + cross

    def _step(self, key: Qt.Key) -> int:
        is_mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        is_sideways = key in (Qt.Key.Key_Left, Qt.Key.Key_Right)
        return -_STEPS[key] if is_mirrored and is_sideways else _STEPS[key]

    def _take_away(self) -> None:
        if not self._is_choice:
            self.removal_wanted.emit()
        elif self.isChecked():
            self.click()


def _shown(name: str, is_choice: bool) -> str:
    return _escaped(name) + ("" if is_choice else _CROSS)


def _escaped(name: str) -> str:
    """An ampersand is text here, and no sign for a shortcut."""
    return name.replace("&", "&&")
