"""The dialog before everything is deleted: what goes, what stays, and a word to type."""

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QLineEdit, QPushButton, QWidget

from companion.presentation.erasing import ErasingPresenter
from companion.presentation.translation import _
from companion.ui.theme.theme import Theme
from companion.ui.widgets.labels import label
from companion.ui.widgets.privacy_frame import PrivacyFrame
from companion.ui.widgets.switch_row import SwitchRow


class EraseDialog(QDialog):
    """Nothing happens without the word and a press on the button; Enter does nothing, Escape leaves."""

    def __init__(self, presenter: ErasingPresenter, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presenter = presenter
        words = presenter.words()
        self.place = SwitchRow(words.place)
        self.word = QLineEdit()
        self.erase, self.leave = QPushButton(_("Delete everything")), QPushButton(_("Keep everything"))
        self._frame = PrivacyFrame(self, theme, _("Delete everything"))
        for sentence in words.lead:
            self._frame.column.addWidget(label(sentence))
        self._frame.column.addWidget(self.place)
        self.place.setVisible(bool(words.place))
        self._ask_for_word(words.typing)
        self._frame.column.addStretch(1)
        self._frame.add_buttons((self.leave, self.erase))
        self._connect()
        self.word.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        """Only now fonts and the screen are known."""
        super().showEvent(event)
        self._frame.fit()

    def _ask_for_word(self, typing: str) -> None:
        asked = label(typing, "small", "muted")
        asked.setBuddy(self.word)
        self.word.setAccessibleName(typing)
        self._frame.column.addWidget(asked)
        self._frame.column.addWidget(self.word)

    def _connect(self) -> None:
        self.erase.setEnabled(False)
        for button in (self.erase, self.leave):
            button.setAutoDefault(False)  # Enter in the field is no answer
        self.word.textChanged.connect(lambda typed: self.erase.setEnabled(self._presenter.is_confirmed(typed)))
        self.erase.clicked.connect(self._on_erase_clicked)
        self.leave.clicked.connect(self.reject)
        self.finished.connect(self.deleteLater)

    def _on_erase_clicked(self) -> None:
        if self._presenter.erase(self.word.text(), with_place=self.place.is_on):
            self.accept()
