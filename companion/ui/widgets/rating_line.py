"""The line of a rating: empty until the person puts a value on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QSizePolicy, QSlider

from companion.domain.arousal import HIGHEST, LOWEST
from companion.domain.input_method import InputMethod
from companion.presentation.translation import _
from companion.ui.theme.theme import Theme
from companion.ui.widgets.empty_line_voice import change_voice, speak_for
from companion.ui.widgets.rating_track import RatingTrack
from companion.ui.widgets.typed_number import TypedNumber

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPaintEvent, QWheelEvent

    from companion.presentation.checkin_form import LineWords

DIGITS_BELONG_TOGETHER_MS = 1500
MIDDLE = (LOWEST + HIGHEST) // 2
PAGE = 10
_UPRIGHT_WIDTH, _LEAST_UPRIGHT = 100, (90, 160)
_LYING_HEIGHT, _LEAST_LYING = 44, (120, 44)
_COMMANDS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier

_BY_HAND = frozenset(
    {
        Qt.FocusReason.MouseFocusReason,
        Qt.FocusReason.TabFocusReason,
        Qt.FocusReason.BacktabFocusReason,
        Qt.FocusReason.ShortcutFocusReason,
    }
)


class RatingLine(QSlider):
    """Points from 0 to 100, or none: then there is no handle, and no value to a reader.

    An upright one has its high end at the top, a lying one where lines of text end. `length` is in pixels at 100 %.
    A click, a drag, a digit or an arrow key sets it; focus alone sets nothing. It keeps the value that was touched
    first, and with what; a number typed in one go is one touch. `reached` says that the person brought the focus.
    """

    reached = Signal()
    value_chosen = Signal(int, object)
    cleared = Signal()

    def __init__(self, words: LineWords, theme: Theme, length: int = 240, *, is_upright: bool = True) -> None:
        super().__init__(Qt.Orientation.Vertical if is_upright else Qt.Orientation.Horizontal)
        self._words = words
        self._theme = theme
        self._length = length
        self._is_upright = is_upright
        self._points: int | None = None
        self._first_touch: int | None = None
        self._method: InputMethod | None = None
        self._first_is_forming = False
        self._typed = TypedNumber()
        self._shows_typed = True
        self._typing = QTimer(self, singleShot=True, interval=DIGITS_BELONG_TOGETHER_MS)
        self._typing.timeout.connect(self.end_typing)
        self.setRange(LOWEST, HIGHEST)
        self.setSingleStep(1)
        self.setPageStep(PAGE)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        along = QSizePolicy.Policy.MinimumExpanding if is_upright else QSizePolicy.Policy.Fixed
        self.setSizePolicy(QSizePolicy.Policy.Expanding, along)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(words.question)
        self.valueChanged.connect(self._on_value_changed)
        theme.changed.connect(self.updateGeometry)
        speak_for(RatingLine)
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

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Coming by Tab or a click is the person's doing; being given the focus by a screen is not."""
        super().focusInEvent(event)
        if event.reason() in _BY_HAND:
            self.reached.emit()

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
        """A click anywhere sets the value at that place."""
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
        self._track().paint(self, self._theme, self._points, self._typed.text if self._shows_typed else "")

    def show_typed(self, wanted: bool) -> None:
        """Whether a number shows, small, while it is typed; the handle moves all the same."""
        self._shows_typed = wanted
        self.update()

    def sizeHint(self) -> QSize:
        """So long that a point can be met."""
        long, across = self._length, _UPRIGHT_WIDTH if self._is_upright else _LYING_HEIGHT
        return self._scaled((across, long) if self._is_upright else (long, across))

    def minimumSizeHint(self) -> QSize:
        """Short, it is still a line."""
        return self._scaled(_LEAST_UPRIGHT if self._is_upright else _LEAST_LYING)

    def start(self, method: InputMethod) -> None:
        """Places the handle in the middle, as the first arrow key does, if there is none yet."""
        if self._points is None:
            self.end_typing()
            self._choose(MIDDLE, method)

    def _track(self) -> RatingTrack:
        is_mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        return RatingTrack(self.rect(), self._theme.text_scale, is_upright=self._is_upright, is_mirrored=is_mirrored)

    def _scaled(self, size: tuple[int, int]) -> QSize:
        return QSize(self._theme.px(size[0]), self._theme.px(size[1]))

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
        self._choose(self._track().points_at(event.position()), InputMethod.POINTER)

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
        said = _("{points} of {highest}, between {low} and {high}")
        self.setAccessibleDescription(
            said.format(points=self._points, highest=HIGHEST, low=self._words.low, high=self._words.high)
        )


def _bounded(points: int) -> int:
    return max(LOWEST, min(HIGHEST, points))
