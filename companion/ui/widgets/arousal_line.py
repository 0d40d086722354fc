"""The arousal line: one vertical line that is empty until the person puts a value on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QSizePolicy, QSlider

from companion.domain.arousal import HIGHEST, LOWEST
from companion.domain.input_method import InputMethod
from companion.presentation.translation import _
from companion.ui.theme.theme import Theme
from companion.ui.widgets.arousal_track import ArousalTrack
from companion.ui.widgets.empty_line_voice import change_voice, speak_for
from companion.ui.widgets.typed_number import TypedNumber

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent, QWheelEvent

DIGITS_BELONG_TOGETHER_MS = 1500
MIDDLE = (LOWEST + HIGHEST) // 2
PAGE = 10
_LEAST_HEIGHT = 160
_COMMANDS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


class ArousalLine(QSlider):
    """Points from 0 at the bottom to 100 at the top, or none: then there is no handle, and no value to a reader.

    A click, a drag, a digit or an arrow key sets it; focus alone sets nothing. It keeps the value that was touched
    first, and with what; a number typed in one go is one touch.
    """

    value_chosen = Signal(int, object)
    cleared = Signal()

    def __init__(self, theme: Theme, wanted_height: int = 240) -> None:
        super().__init__(Qt.Orientation.Vertical)
        self._theme = theme
        self._wanted_height = wanted_height
        self._points: int | None = None
        self._first_touch: int | None = None
        self._method: InputMethod | None = None
        self._first_is_forming = False
        self._typed = TypedNumber()
        self._typing = QTimer(self, singleShot=True, interval=DIGITS_BELONG_TOGETHER_MS)
        self._typing.timeout.connect(self.end_typing)
        self.setRange(LOWEST, HIGHEST)
        self.setSingleStep(1)
        self.setPageStep(PAGE)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.MinimumExpanding)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(_("How much energy is in your body?"))
        self.valueChanged.connect(self._on_value_changed)
        theme.changed.connect(self.updateGeometry)
        speak_for(ArousalLine)
        self._describe()

    @property
    def points(self) -> int | None:
        """The value, or None while it is empty."""
        return self._points

    @property
    def first_touch(self) -> int | None:
        """The value that was touched first since it was last empty."""
        return self._first_touch

    @property
    def method(self) -> InputMethod | None:
        """What it was touched with first since it was last empty."""
        return self._method

    def empty(self) -> None:
        """Takes the value off; says so if there was one."""
        if self._points is None:
            return
        self._show_points(None)
        self._first_touch = self._method = None
        self.end_typing()
        self.cleared.emit()

    def put(self, points: int | None, first_touch: int | None = None, method: InputMethod | None = None) -> None:
        """Shows a value that was given earlier; nothing is said, and it is no touch."""
        self._show_points(points)
        self._first_touch, self._method = first_touch, method

    def take_number_key(self, event: QKeyEvent) -> bool:
        """Digits type a value, Backspace empties; True if the key was one of these."""
        if event.modifiers() & _COMMANDS:
            return False
        if event.key() in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete):
            self.empty()
            return True
        digit = event.text()
        if len(digit) != 1 or not digit.isdecimal():
            return False
        if not event.isAutoRepeat():
            self._type(int(digit))
        return True

    def end_typing(self) -> None:
        """The number that was typed is whole: its echo goes, and the next digit begins another."""
        self._typing.stop()
        self._typed.end()
        self._first_is_forming = False
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows 1, Page keys 10, Home and End the ends; the first of them places the handle in the middle."""
        if self.take_number_key(event):
            return
        points = None if event.modifiers() & _COMMANDS else self._points_after(Qt.Key(event.key()))
        if points is None:
            event.ignore()
            return
        self.end_typing()
        self._choose(points, InputMethod.ARROW_KEYS)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click anywhere sets the value at that height."""
        if event.button() is Qt.MouseButton.LeftButton:
            self._point_at(event)
        else:
            event.ignore()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The handle follows while the button is down."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._point_at(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Nothing more happens than at the press."""
        event.accept()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Moves a value that is there, on a line that was gone to; else the page scrolls."""
        steps = round(event.angleDelta().y() / 120)
        if self._points is None or not self.hasFocus():
            event.ignore()
        elif steps:
            self.end_typing()
            self._choose(_bounded(self._points + steps), InputMethod.POINTER)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The line; the handle where there is a value; what is being typed, small."""
        self._track().paint(self, self._theme, self._points, self._typed.text)

    def sizeHint(self) -> QSize:
        """Tall enough that a point can be met."""
        return QSize(self._theme.px(100), self._theme.px(self._wanted_height))

    def minimumSizeHint(self) -> QSize:
        """Short, it is still a line."""
        return QSize(self._theme.px(90), self._theme.px(_LEAST_HEIGHT))

    def _track(self) -> ArousalTrack:
        return ArousalTrack(self.rect(), self._theme.text_scale)

    def _points_after(self, key: Qt.Key) -> int | None:
        forward = -1 if self.layoutDirection() is Qt.LayoutDirection.RightToLeft else 1
        steps = {
            Qt.Key.Key_Up: 1,
            Qt.Key.Key_Down: -1,
            Qt.Key.Key_Right: forward,
            Qt.Key.Key_Left: -forward,
            Qt.Key.Key_PageUp: PAGE,
            Qt.Key.Key_PageDown: -PAGE,
        }
        ends = {Qt.Key.Key_Home: LOWEST, Qt.Key.Key_End: HIGHEST}
        if key in ends:
            return ends[key]
        if key not in steps:
            return None
        return MIDDLE if self._points is None else _bounded(self._points + steps[key])

    def _type(self, digit: int) -> None:
        if not self._typed.is_forming:
            self._first_is_forming = self._points is None
        points = self._typed.add(digit)
        self._typing.start()
        self._choose(points, InputMethod.DIGITS)

    def _point_at(self, event: QMouseEvent) -> None:
        self.end_typing()
        self._choose(self._track().points_at(event.position().y()), InputMethod.POINTER)

    def _choose(self, points: int, method: InputMethod) -> None:
        if self._points is None or self._first_is_forming:
            self._first_touch, self._method = points, method
        self._show_points(points)
        self.value_chosen.emit(points, self._method)

    def _show_points(self, points: int | None) -> None:
        was_empty, self._points = self._points is None, points
        if was_empty is not (points is None):
            change_voice(self)
        self._describe()
        if points is not None:
            blocker = QSignalBlocker(self)
            self.setValue(points)
            blocker.unblock()
        self.update()

    def _on_value_changed(self, points: int) -> None:
        """Only assistive technology gets here: everything else sets the value with signals blocked."""
        self.end_typing()
        self._choose(points, InputMethod.ASSISTIVE)

    def _describe(self) -> None:
        if self._points is None:
            self.setAccessibleDescription(_("no answer yet"))
            return
        words = _("{points} of {highest}, between almost none and as much as there can be")
        self.setAccessibleDescription(words.format(points=self._points, highest=HIGHEST))


def _bounded(points: int) -> int:
    return max(LOWEST, min(HIGHEST, points))
