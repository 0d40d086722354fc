"""The dialog that sets, changes or removes the passphrase, or asks for it before a new recovery code."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QLabel, QPushButton, QRadioButton, QVBoxLayout, QWidget

from companion.application.protection import OlderCopies
from companion.presentation.privacy import TaskWords, Typed
from companion.presentation.translation import _
from companion.ui.theme.theme import Theme
from companion.ui.theme.tokens import HAIR
from companion.ui.widgets.announce import announce
from companion.ui.widgets.labels import label
from companion.ui.widgets.links import link
from companion.ui.widgets.passphrase_field import PassphraseField
from companion.ui.widgets.privacy_frame import PrivacyFrame

SETTLED_MS = 600  # readers hear how strong it is once typing pauses, not at each letter


class PassphraseDialog(QDialog):
    """Asks what `words` asks, and says so through `wanted`; it stays until it is closed or something came of it.

    `strength` puts a passphrase into words while it is typed. Nothing typed outlives the dialog.
    """

    def __init__(
        self,
        words: TaskWords,
        strength: Callable[[str], str],
        wanted: Callable[[Typed], None],
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._words = words
        self._strength_of = strength
        self._wanted = wanted
        self._with_code = False
        self.current = PassphraseField(_("Passphrase"))
        self.other_way = link(_("Use the recovery code"))
        self.new = PassphraseField(_("New passphrase"))
        self.again = PassphraseField(_("The same once more"), offers_sight=False)  # it is seen with the first
        self.strength = label("", "small", "muted")
        self.reencrypt, self.delete = QRadioButton(), QRadioButton()
        self.act, self.leave = QPushButton(words.act), QPushButton(_("Not now"))
        self._trouble = label()
        self._settled = QTimer(self, singleShot=True, interval=SETTLED_MS)
        self._frame = PrivacyFrame(self, theme, words.title)
        self._lay_out()
        self._connect()
        (self.current if words.asks_current else self.new).setFocus()

    @property
    def trouble(self) -> str:
        """The calm line that is shown, or ""."""
        return "" if self._trouble.isHidden() else self._trouble.text()

    def typed(self) -> Typed:
        """What stands in it."""
        older = OlderCopies.DELETE if self.delete.isChecked() else OlderCopies.REENCRYPT
        return Typed(self.current.typed, self._with_code, self.new.typed, self.again.typed, older)

    def submit(self) -> None:
        """Wants it done with what stands in the dialog."""
        if self.act.isEnabled():
            self.act.setEnabled(False)
            self.say(_("One moment, please."))
            self._wanted(self.typed())

    def refuse(self, sentence: str) -> None:
        """It could not be done, and why, in one calm line; what was typed stays."""
        self.act.setEnabled(True)
        self.say(sentence)

    def say(self, sentence: str) -> None:
        """Shows one calm line, or takes it away."""
        self._trouble.setText(sentence)
        self._trouble.setVisible(bool(sentence))
        announce(self._trouble, sentence)
        self._frame.fit()

    def done(self, result: int) -> None:
        """However it ends, nothing that was typed stays in it."""
        for field in (self.current, self.new, self.again):
            field.empty()
        super().done(result)

    def showEvent(self, event: QShowEvent) -> None:
        """Only now fonts and the screen are known."""
        super().showEvent(event)
        self._frame.fit()

    def _on_new_edited(self) -> None:
        self.strength.setText(self._strength_of(self.new.typed))
        self._settled.start()
        self.say("")

    def _on_sight_clicked(self) -> None:
        self.again.show_typed(self.new.is_typed_shown)

    def _on_other_way_clicked(self) -> None:
        self._with_code = not self._with_code
        self.current.empty()
        self.current.show_name(_("Recovery code") if self._with_code else _("Passphrase"))
        self.other_way.setText(_("Use the passphrase") if self._with_code else _("Use the recovery code"))
        self.current.setFocus()

    def _connect(self) -> None:
        self.new.edited.connect(self._on_new_edited)
        self.new.sight.clicked.connect(self._on_sight_clicked)
        for field in (self.current, self.new, self.again):
            field.entered.connect(self._on_entered)
        self.other_way.clicked.connect(self._on_other_way_clicked)
        self.act.clicked.connect(self.submit)
        self.leave.clicked.connect(self.reject)
        self._settled.timeout.connect(lambda: announce(self.strength, self.strength.text()))

    def _on_entered(self) -> None:
        """Enter goes on to the next field that is still empty."""
        asked = [self.current] * self._words.asks_current + [self.new, self.again] * self._words.asks_new
        waiting = next((field for field in asked if not field.typed), None)
        if waiting is None or not any(field.typed for field in asked):
            self.submit()
        else:
            waiting.setFocus()

    def _lay_out(self) -> None:
        column = self._frame.column
        for sentence in self._words.lead:
            column.addWidget(label(sentence, "body", "muted"))
        if self._words.asks_current:
            column.addWidget(self.current)
            column.addWidget(self.other_way, 0, Qt.AlignmentFlag.AlignLeading)
        if self._words.asks_new:
            for part in (self.new, self.again, self.strength):
                column.addWidget(part)
        if self._words.copies is not None:
            column.addLayout(self._copies_question(self._words.copies))
        column.addStretch(1)
        self._trouble.hide()
        self._frame.below.addWidget(self._trouble)
        self._frame.add_buttons((self.act, self.leave))
        self.act.setProperty("role", "primary")
        for button in (self.act, self.leave, self.other_way):
            button.setAutoDefault(False)  # Enter belongs to the fields

    def _copies_question(self, answers: tuple[str, str]) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(HAIR)
        question: QLabel = label(_("Copies that were made before"), "small", "muted")
        column.addWidget(question)
        for button, answer in zip((self.reencrypt, self.delete), answers, strict=True):
            button.setText(answer)
            button.setAccessibleDescription(question.text())
            column.addWidget(button)
        self.reencrypt.setChecked(True)
        return column
