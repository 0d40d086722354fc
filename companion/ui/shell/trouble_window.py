"""What a person sees when the store cannot be opened: what happened, whether their notes are safe, what to do."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout

from companion.presentation.sentences import Words
from companion.presentation.support import build_state
from companion.presentation.translation import _
from companion.ui.theme.theme import Theme
from companion.ui.widgets.labels import heading, label

WIDTH = 520


class TroubleWindow(QDialog):
    """Says it in plain words; the general part of Support stands below."""

    def __init__(self, theme: Theme, words: Words) -> None:
        super().__init__()
        self.setWindowTitle("Companion")
        self.setFixedWidth(theme.px(WIDTH))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(32, 32, 32, 24)
        layout.setSpacing(16)
        layout.addWidget(heading(words.title))
        if words.hint:
            what_to_do = label(words.hint)
            what_to_do.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            layout.addWidget(what_to_do)
        support = build_state()
        layout.addWidget(label(f"{support.emergency_title}: {support.emergency}", "small", "muted"))
        buttons = QDialogButtonBox()
        close = buttons.addButton(_("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        close.setDefault(True)
        buttons.rejected.connect(self.reject)
        layout.addWidget(buttons)


def show_trouble(theme: Theme, words: Words) -> None:
    """Shows it until it is closed."""
    TroubleWindow(theme, words).exec()
