"""A switch and the words beside it, which wrap where a switch's own text could not."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from companion.presentation.settings_search import switch_default
from companion.ui.theme.tokens import HAIR, ROOM, TIGHT
from companion.ui.widgets.labels import Type, label
from companion.ui.widgets.switch import Switch


class SwitchRow(QWidget):
    """`switched` says that the person turned it. A click on the words turns it too; readers hear them as its name.

    Where `usual` is given, it says whether it is on before anybody turned it.
    """

    switched = Signal(bool)

    def __init__(
        self,
        text: str,
        detail: str = "",
        type: Type = "body",  # noqa: A002 - as in `label`
        *,
        usual: bool | None = None,
    ) -> None:
        super().__init__()
        self._usual = "" if usual is None else switch_default(is_on=usual)
        self.switch = Switch()
        self._is_being_put = False
        # Not `clicked`: assistive technology toggles without a click.
        self.switch.toggled.connect(self._on_switch_toggled)
        self._text = label(text, type)
        self._detail = label(detail, "small", "muted")
        self._lay_out()
        self.show_words(text, detail)

    @property
    def is_on(self) -> bool:
        """Whether it is on."""
        return self.switch.isChecked()

    def put(self, is_on: bool) -> None:
        """Turns it; nothing is said."""
        self._is_being_put = True
        self.switch.setChecked(is_on)
        self._is_being_put = False

    def show_words(self, text: str, detail: str = "") -> None:
        """Other words beside the same switch."""
        self._text.setText(text)
        between = " " if detail.endswith(".") else " · "
        self._detail.setText(between.join(filter(None, (detail, self._usual))))
        self._detail.setVisible(bool(self._detail.text()))
        self.switch.setAccessibleName(f"{text}, {detail}" if detail else text)
        self.switch.setAccessibleDescription(self._usual)

    def add_below(self, part: QWidget) -> None:
        """Puts what belongs to it below its words, where they begin; it may stand elsewhere in the row now."""
        self._below.addWidget(part)

    def add_beside(self, part: QWidget) -> None:
        """Puts what belongs to it at the end of the row; it may stand elsewhere in the row now."""
        self._row.addWidget(part, 0, 2, Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The words belong to the switch."""
        if event.button() is Qt.MouseButton.LeftButton and self._is_on_words(event):
            self.switch.click()
        super().mouseReleaseEvent(event)

    def _on_switch_toggled(self, is_on: bool) -> None:
        if not self._is_being_put:
            self.switched.emit(is_on)

    def _is_on_words(self, event: QMouseEvent) -> bool:
        return self.childAt(event.position().toPoint()) in (self._text, self._detail)

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(HAIR // 2)
        words.addWidget(self._text)
        words.addWidget(self._detail)
        self._below = QVBoxLayout()
        self._below.setSpacing(TIGHT)
        row = self._row = QGridLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setHorizontalSpacing(ROOM)
        row.setVerticalSpacing(TIGHT)
        row.setColumnStretch(1, 1)
        row.addWidget(self.switch, 0, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addLayout(words, 0, 1)
        row.addLayout(self._below, 1, 1)
