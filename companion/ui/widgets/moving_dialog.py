"""The page that leads through moving to another computer, with a button for each step that has one."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QPushButton, QWidget

from companion.presentation.moving import MovingAct, MovingPresenter, MovingStep, moving_steps
from companion.presentation.translation import _
from companion.ui.theme.theme import Theme
from companion.ui.theme.tokens import TIGHT
from companion.ui.widgets.labels import heading, label
from companion.ui.widgets.privacy_frame import PrivacyFrame


class MovingDialog(QDialog):
    """`wanted` says which step the person wants to do now. The window beside it stays usable."""

    wanted = Signal(object)

    def __init__(self, presenter: MovingPresenter, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModal(False)
        self._presenter = presenter
        self.buttons: dict[MovingAct, QPushButton] = {}
        self.news, self.here = label(), label("", "body", "muted")
        self.news.hide()
        for personal in (self.news, self.here):
            personal.setProperty("personal", True)
        self.close_button = QPushButton(_("Close"))
        self._frame = PrivacyFrame(self, theme, _("Move to another computer"))
        for number, step in enumerate(moving_steps(), start=1):
            self._add(number, step)
        self._frame.column.addStretch(1)
        self._frame.below.addWidget(self.here)
        self._frame.add_buttons((self.close_button,))
        self.close_button.clicked.connect(self.reject)
        self.refresh()

    def refresh(self) -> None:
        """Shows what is here now."""
        said = self._presenter.here()
        self.here.setText(said)
        self.here.setVisible(bool(said))
        for button in self.buttons.values():
            button.setEnabled(bool(said))
        self._frame.fit()

    def tell(self, lines: Sequence[str]) -> None:
        """Says below its button how far a step is, or what came of it: the card that says so lies behind."""
        told = "\n".join(lines) if self._frame.column.indexOf(self.news) >= 0 else ""
        if told != self.news.text():
            self.news.setText(told)
            self.news.setVisible(bool(told))
            self._frame.fit()

    def open(self) -> None:
        """Shown, the window beside it stays usable."""
        self.show()

    def showEvent(self, event: QShowEvent) -> None:
        """Only now fonts and the screen are known."""
        super().showEvent(event)
        self._frame.fit()

    def done(self, result: int) -> None:
        """It is made anew the next time."""
        super().done(result)
        self.deleteLater()

    def _add(self, number: int, step: MovingStep) -> None:
        column = self._frame.column
        if step.where:
            column.addSpacing(TIGHT)
            part = heading(step.where, "body")
            part.setProperty("weight", "strong")
            column.addWidget(part)
        column.addWidget(label(_("{number}. {text}").format(number=number, text=step.text)))
        if step.act is not None:
            button = QPushButton(step.button)
            button.setAutoDefault(False)
            button.clicked.connect(partial(self._on_button_clicked, step.act))
            self.buttons[step.act] = button
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeading)

    def _on_button_clicked(self, act: MovingAct) -> None:
        column = self._frame.column
        column.insertWidget(column.indexOf(self.buttons[act]) + 1, self.news)
        self.wanted.emit(act)
