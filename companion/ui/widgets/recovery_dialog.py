"""The dialog that shows a recovery code, this once."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontDatabase, QShowEvent
from PySide6.QtWidgets import QCheckBox, QDialog, QLabel, QPushButton, QWidget

from companion.presentation.privacy import recovery_words, spoken_code
from companion.presentation.translation import _
from companion.ui.theme.theme import Theme
from companion.ui.theme.tokens import SNUG
from companion.ui.widgets.announce import announce
from companion.ui.widgets.card import Card
from companion.ui.widgets.flow_layout import FlowLayout
from companion.ui.widgets.labels import label
from companion.ui.widgets.privacy_clipboard import copy_secret
from companion.ui.widgets.privacy_frame import PrivacyFrame
from companion.ui.widgets.recovery_paper import ask_where, print_code, save_code

CODE_SIZE = 16
NO_BREAK = "\N{NO-BREAK SPACE}"


class RecoveryDialog(QDialog):
    """`accepted` means that the person kept it; after Escape, `rejected` says that they may not have.

    However it ends, the code does not stay in it.
    """

    def __init__(self, code: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._code = code
        self._theme = theme
        words = recovery_words()
        self.code = QLabel()
        self.copy, self.save, self.print = (QPushButton(text) for text in (_("Copy"), _("Save…"), _("Print…")))
        self.kept = QCheckBox(words.kept)
        self.finish, self.leave = QPushButton(_("Done")), QPushButton(_("Close without keeping it"))
        self._news = label("", "small", "muted")
        self._frame = PrivacyFrame(self, theme, words.title)
        self._lay_out(words.lead)
        self._connect()
        self.copy.setFocus()

    @property
    def news(self) -> str:
        """What was done with it last, or ""."""
        return self._news.text()

    def done(self, result: int) -> None:
        """Nothing of it stays behind."""
        self._code = ""
        self._show_code()
        super().done(result)

    def showEvent(self, event: QShowEvent) -> None:
        """Only now fonts and the screen are known."""
        super().showEvent(event)
        self._frame.fit()

    def _on_copy_clicked(self) -> None:
        copy_secret(self._code)
        self._say(_("Copied. It is taken off the clipboard again after a minute, and when Companion locks or ends."))

    def _on_save_clicked(self) -> None:
        path = ask_where(self)
        if path and self._code:
            self._say(save_code(self._code, path) or _("Saved. Whoever can read that file can open your notebook."))

    def _on_print_clicked(self) -> None:
        if self._code:
            print_code(self._code, self)

    def _say(self, news: str) -> None:
        self._news.setText(news)
        self._news.show()
        announce(self._news, news)
        self._frame.fit()

    def _show_code(self) -> None:
        groups = self._code.split("-")
        middle = (len(groups) + 1) // 2  # the one place where a line can end, so that no group stands alone
        self.code.setText(" ".join(map(NO_BREAK.join, (groups[:middle], groups[middle:]))).strip())
        self.code.setAccessibleName(spoken_code(self._code))

    def _connect(self) -> None:
        self.copy.clicked.connect(self._on_copy_clicked)
        self.save.clicked.connect(self._on_save_clicked)
        self.print.clicked.connect(self._on_print_clicked)
        self.kept.toggled.connect(self.finish.setEnabled)
        self.finish.clicked.connect(self.accept)
        self.leave.clicked.connect(self.reject)

    def _lay_out(self, lead: tuple[str, ...]) -> None:
        column = self._frame.column
        for sentence in lead:
            column.addWidget(label(sentence, "body", "muted"))
        column.addWidget(self._code_card())
        ways = FlowLayout()
        ways.setSpacing(SNUG)
        for button in (self.copy, self.save, self.print):
            ways.addWidget(button)
        column.addLayout(ways)
        column.addWidget(self._news)
        self._news.hide()
        column.addWidget(self.kept)
        column.addStretch(1)
        self.finish.setProperty("role", "primary")
        self.finish.setEnabled(False)
        self._frame.add_buttons((self.finish, self.leave))
        for button in (self.copy, self.save, self.print, self.finish, self.leave):
            button.setAutoDefault(False)

    def _code_card(self) -> Card:
        font = QFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        font.setPixelSize(self._theme.px(CODE_SIZE))
        self.code.setFont(font)
        self.code.setTextFormat(Qt.TextFormat.PlainText)
        self.code.setWordWrap(True)
        self.code.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.code.setProperty("personal", True)
        self.code.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.code.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._show_code()
        card = Card()
        card.body.addWidget(self.code)
        return card
