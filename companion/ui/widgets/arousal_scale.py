"""The arousal line between the words for its two ends."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout, QWidget

from companion.presentation.checkin_form import arousal_words
from companion.presentation.translation import _
from companion.ui.theme.theme import Theme
from companion.ui.theme.tokens import HAIR
from companion.ui.widgets.labels import Tone, label
from companion.ui.widgets.rating_line import RatingLine

_WIDEST, _NARROWEST = 100.0, 80.0


class ArousalScale(QWidget):
    """Holds `line`, `line_height` pixels tall at 100 % where there is room."""

    def __init__(self, theme: Theme, line_height: int) -> None:
        super().__init__()
        self._theme = theme
        words = arousal_words()
        self.line = RatingLine(words, theme, line_height)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(HAIR)
        layout.addWidget(_end_label(words.high, strong=True))
        layout.addWidget(self.line, 1)
        layout.addWidget(_end_label(words.low, strong=True))
        layout.addWidget(_end_label(_("slowed, heavy"), tone="muted"))
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Expanding)
        self._fit_text()
        theme.changed.connect(self._fit_text)

    def _fit_text(self) -> None:
        self.setMinimumWidth(self._theme.px(_NARROWEST))
        self.setMaximumWidth(self._theme.px(_WIDEST))


def _end_label(text: str, tone: Tone = "", *, strong: bool = False) -> QLabel:
    made = label(text, "small", tone)
    made.setAlignment(Qt.AlignmentFlag.AlignHCenter)
    if strong:
        made.setProperty("weight", "strong")
    return made
