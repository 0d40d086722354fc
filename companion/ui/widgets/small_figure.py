"""What figures on a card have in common: small letters in the size of the theme, and a picture made anew with it."""

from PySide6.QtGui import QFont
from PySide6.QtWidgets import QSizePolicy, QWidget

from companion.ui.theme.theme import Theme
from companion.ui.theme.tokens import SMALL_SIZE


class SmallFigure(QWidget):
    """As wide as there is room, as high as it says."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.changed_size)

    def changed_size(self) -> None:
        """What is shown may take another room now."""
        self.updateGeometry()
        self.update()

    def _font(self) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(self._theme.px(SMALL_SIZE))
        return font
