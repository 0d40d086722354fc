"""The chart for screen readers: its role, its summary, and a list item for each mark while they are not too many."""

from PySide6.QtCore import QObject, QPoint, QRect
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleInterface, QWindow
from PySide6.QtWidgets import QAccessibleWidget, QWidget
from shiboken6 import isValid

from companion.ui.theme.voices import speak_with

MOST_READ = 200
ITEM_SIZE = 24


class ReadableChart(QWidget):
    """A widget that screen readers find as a chart with its moments as list items."""

    def __init__(self) -> None:
        super().__init__()
        speak_with(ReadableChart, _interface_of)

    def moment_count(self) -> int:
        """How many moments it shows."""
        raise NotImplementedError

    def moment_spoken(self, number: int) -> str:
        """One moment in a sentence."""
        raise NotImplementedError

    def moment_point(self, number: int) -> QPoint:
        """Where it lies in the widget."""
        raise NotImplementedError

    def moment_in_focus(self) -> int | None:
        """The one that the keyboard or the pointer is on."""
        raise NotImplementedError


class ChartAccessible(QAccessibleWidget):
    """Role chart. Name and description are the widget's; with more than 200 moments the summary has to do."""

    def __init__(self, chart: ReadableChart) -> None:
        super().__init__(chart, QAccessible.Role.Chart)
        self._chart = chart
        self._items: dict[int, MomentAccessible] = {}

    def childCount(self) -> int:
        """One for each moment, or none at all."""
        count = self._chart.moment_count()
        return count if count <= MOST_READ else 0

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        """The moment of that number."""
        if not 0 <= index < self.childCount():
            return None
        if index not in self._items:
            self._items[index] = MomentAccessible(self, self._chart, index)
        return self._items[index]

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        """Its number, or -1."""
        return child.number if isinstance(child, MomentAccessible) else -1

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override]
        """The moment at a place on the screen."""
        return next((self.child(n) for n in range(self.childCount()) if _place(self._chart, n).contains(x, y)), None)

    def focusChild(self) -> QAccessibleInterface | None:  # type: ignore[override]
        """The moment the keyboard is on."""
        number = self._chart.moment_in_focus()
        return None if number is None else self.child(number)


class MomentAccessible(QAccessibleInterface):
    """One moment. It reads what the chart shows now, so it needs no change when the chart does."""

    def __init__(self, parent: ChartAccessible, chart: ReadableChart, number: int) -> None:
        super().__init__()
        self._parent = parent
        self._chart = chart
        self.number = number

    def isValid(self) -> bool:
        """False once the chart shows fewer, or is gone."""
        return isValid(self._chart) and self.number < self._chart.moment_count()

    def object(self) -> QObject | None:  # type: ignore[override]
        """It is painted, not a widget."""
        return None

    def window(self) -> QWindow | None:  # type: ignore[override]
        """The window of the chart."""
        return self._chart.window().windowHandle() if isValid(self._chart) else None

    def role(self) -> QAccessible.Role:
        """An item of a list."""
        return QAccessible.Role.ListItem

    def text(self, kind: QAccessible.Text) -> str:
        """The whole moment is its name."""
        is_name = kind is QAccessible.Text.Name and self.isValid()
        return self._chart.moment_spoken(self.number) if is_name else ""

    def setText(self, kind: QAccessible.Text, text: str) -> None:
        """Nothing can be written into a chart."""

    def state(self) -> QAccessible.State:
        """Whether the keyboard is on it."""
        state = QAccessible.State()
        state.invalid = not self.isValid()
        state.focusable = not state.invalid
        state.focused = not state.invalid and self._chart.moment_in_focus() == self.number
        return state

    def rect(self) -> QRect:
        """Where it lies on the screen."""
        return _place(self._chart, self.number) if self.isValid() else QRect()

    def parent(self) -> QAccessibleInterface:
        """The chart."""
        return self._parent

    def child(self, _index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        """It has none."""
        return None

    def childAt(self, _x: int, _y: int) -> QAccessibleInterface | None:  # type: ignore[override]
        """It has none."""
        return None

    def childCount(self) -> int:
        """It has none."""
        return 0

    def indexOfChild(self, _child: QAccessibleInterface) -> int:
        """It has none."""
        return -1


def say(widget: QWidget, sentence: str) -> None:
    """Has a screen reader say `sentence` now."""
    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, sentence))


def _interface_of(widget: QWidget) -> QAccessibleInterface | None:
    return ChartAccessible(widget) if isinstance(widget, ReadableChart) else None


def _place(chart: ReadableChart, number: int) -> QRect:
    place = QRect(0, 0, ITEM_SIZE, ITEM_SIZE)
    place.moveCenter(chart.mapToGlobal(chart.moment_point(number)))
    return place
