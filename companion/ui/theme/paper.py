"""Paper: the light look at its own size, for whatever leaves the program, whatever is on the screen."""

from PySide6.QtGui import QColor, QFont

from companion.ui.theme.tokens import LIGHT, Tokens

# The generic family: every system has one by that name, so that the same page comes out of window and terminal.
_FAMILY = "sans-serif"


class Paper:
    """Stands in a theme's place: its colours are always the light ones."""

    tokens: Tokens = LIGHT
    text_scale = 1.0

    def color(self, name: str) -> QColor:
        """The token of that name as a colour."""
        return QColor(getattr(self.tokens, name))

    def px(self, size: float) -> int:
        """A length designed at 100 %, as it is."""
        return round(size)

    def font(self, size: float, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
        """The font of that size in pixels."""
        font = QFont(_FAMILY)
        font.setStyleHint(QFont.StyleHint.SansSerif)
        font.setPixelSize(round(size))
        # Text is as wide on the screen as in the file, wherever its pixels lie.
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        font.setWeight(weight)
        # A ligature is copied out of a PDF as one letter, and then nobody finds the word.
        font.setFeature(QFont.Tag("liga"), 0)
        return font
