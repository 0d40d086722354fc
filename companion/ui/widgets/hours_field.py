"""A field for hours slept, which may stay without an answer."""

from datetime import timedelta

from PySide6.QtCore import QLocale, Qt, QTimer
from PySide6.QtGui import QFocusEvent, QValidator, QWheelEvent
from PySide6.QtWidgets import QAbstractSpinBox, QDoubleSpinBox

from companion.presentation.translation import _

_NONE = -0.5
_MOST = 24.0
_FIRST = 7.0


class HoursField(QDoubleSpinBox):
    """Hours in halves by the arrows, finer by typing. No answer is no number, so it is not zero."""

    def __init__(self) -> None:
        super().__init__()
        self.setLocale(QLocale())
        self.setRange(_NONE, _MOST)
        self.setSingleStep(0.5)
        self.setDecimals(2)
        self.setSpecialValueText(_("no answer"))
        self.setSuffix(_(" h"))
        self.setAccessibleName(_("Hours slept"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setValue(_NONE)

    @property
    def slept(self) -> timedelta | None:
        """How long it was, to the minute."""
        return None if self.value() < 0 else timedelta(minutes=round(self.value() * 60))

    def put(self, slept: timedelta | None) -> None:
        """Shows what was given earlier, or no answer."""
        self.setValue(_NONE if slept is None else slept / timedelta(hours=1))

    def stepBy(self, steps: int) -> None:
        """The first step begins in the middle of what is usual: fourteen from zero would be work."""
        if self.slept is None:
            self.setValue(_FIRST)
        else:
            super().stepBy(steps)

    def stepEnabled(self) -> QAbstractSpinBox.StepEnabledFlag:
        """Without an answer both arrows lead to one."""
        if self.slept is None:
            return QAbstractSpinBox.StepEnabledFlag.StepUpEnabled | QAbstractSpinBox.StepEnabledFlag.StepDownEnabled
        return super().stepEnabled()

    def textFromValue(self, value: float) -> str:
        """Without zeros that say nothing."""
        return self.locale().toString(value, "g", 4)

    def validate(self, text: str, position: int) -> tuple[QValidator.State, str, int]:
        """An emptied field is no answer."""
        if not text.removesuffix(self.suffix()).strip():
            return QValidator.State.Acceptable, text, position
        return super().validate(text, position)

    def valueFromText(self, text: str) -> float:
        """An emptied field is no answer."""
        plain = text.removesuffix(self.suffix()).strip()
        return super().valueFromText(text) if plain else _NONE

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Typing replaces what stands there, however it was gone to."""
        super().focusInEvent(event)
        QTimer.singleShot(0, self, self.selectAll)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """A page that scrolls under the pointer changes nothing."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()
