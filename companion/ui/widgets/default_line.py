"""What a setting is like before anybody changes it, and the way back to that."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from companion.presentation.settings_search import default_words
from companion.presentation.translation import _
from companion.ui.theme.tokens import HAIR
from companion.ui.widgets.flow_layout import FlowLayout
from companion.ui.widgets.labels import label
from companion.ui.widgets.links import link


class DefaultLine(QWidget):
    """`back_wanted` says that the person wants the default of `name` again; the link for it is there while it is
    another.
    """

    back_wanted = Signal()

    def __init__(self, name: str, value: str) -> None:
        super().__init__()
        words = label(default_words(value), "small", "muted")
        words.setWordWrap(False)
        self.back = link(_("Back to it"))
        self.back.setAccessibleName(_("{setting}: back to {value}").format(setting=name, value=value))
        self.back.clicked.connect(self.back_wanted)
        row = FlowLayout(self)
        row.setSpacing(HAIR)
        row.addWidget(words)
        row.addWidget(self.back)
        self.show_changed(is_changed=False)

    def show_changed(self, *, is_changed: bool) -> None:
        """Whether the setting is another now."""
        self.back.setVisible(is_changed)
