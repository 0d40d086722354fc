"""The Today screen: the check-in, then what is around it. No chart of weeks here."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from companion.presentation.concept_teaser import ConceptTeaser
from companion.presentation.date_words import DateWords
from companion.presentation.today import TodayPresenter, TodayState
from companion.presentation.translation import _, ngettext
from companion.ui.theme.theme import Theme
from companion.ui.widgets.card import Card
from companion.ui.widgets.labels import label
from companion.ui.widgets.page import Page

SIDE_BY_SIDE_FROM = 760


class TodayScreen(QWidget):
    """Holds the check-in panel and today's line, which it is given, and the cards beside them."""

    concept_wanted = Signal(str)

    def __init__(
        self, presenter: TodayPresenter, theme: Theme, words: DateWords, panel: QWidget, line: QWidget
    ) -> None:
        super().__init__()
        self._presenter = presenter
        self._theme = theme
        self._words = words
        self._line = line
        page = Page(theme)
        page.add_row(self._head())
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._columns.setSpacing(22)
        self._columns.addWidget(_on_card(panel), 1, Qt.AlignmentFlag.AlignTop)
        self._columns.addLayout(self._side(), 1)
        page.add_row(self._columns)
        page.finish()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(page)
        self.refresh()

    def refresh(self) -> None:
        """Shows the day and the next reminder as they are now."""
        self.show_state(self._presenter.state())

    def show_state(self, state: TodayState) -> None:
        """Shows a state."""
        self._day.setText(self._words.long_day(state.day))
        self._coming.setText(state.coming)
        self._today_card.setVisible(not state.is_locked)

    def fold_line(self, folded: bool) -> None:
        """Folds today's line away while a rating is open, so that earlier values cannot pull it."""
        self._line.setVisible(not folded)
        self._unfold.setText(_("Show") if folded else _("Fold"))
        self._unfold.setAccessibleName(_("Show today so far") if folded else _("Fold today so far"))
        self._folded_note.setVisible(folded)

    def refresh_concept(self) -> None:
        """Shows the concept for this moment; reads the notes on first need."""
        self.show_concept(self._presenter.concept())

    def show_concept(self, teaser: ConceptTeaser | None) -> None:
        """Offers a concept, or nothing."""
        self._concept_card.setVisible(teaser is not None)
        if teaser is None:
            return
        self._concept_key = teaser.key
        self._concept_title.setText(teaser.title)
        self._concept_summary.setText(teaser.summary)
        minutes = ngettext("Read, {count} min", "Read, {count} min", teaser.minutes).format(count=teaser.minutes)
        self._read.setText(minutes)
        self._read.setAccessibleName(_("Read {title}").format(title=teaser.title))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Beside one another where there is room, else below."""
        wide = event.size().width() >= SIDE_BY_SIDE_FROM * self._theme.text_scale
        direction = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        self._columns.setDirection(direction)
        super().resizeEvent(event)

    def _head(self) -> QHBoxLayout:
        self._day = label("", "small", "muted")
        self._coming = label("", "small", "muted")
        self._coming.setAlignment(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignBottom)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._day)
        words.addWidget(label(_("How are you right now?"), "display"))
        row = QHBoxLayout()
        row.addLayout(words, 2)
        row.addWidget(self._coming, 1)
        return row

    def _side(self) -> QVBoxLayout:
        side = QVBoxLayout()
        side.setSpacing(16)
        side.addWidget(self._line_card())
        side.addWidget(self._teaser_card())
        side.addStretch(1)
        return side

    def _line_card(self) -> Card:
        self._today_card = Card()
        self._folded_note = label(_("folded until you save"), "body", "muted")
        self._folded_note.setAlignment(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
        self._unfold = QPushButton(_("Show"))
        self._unfold.setProperty("role", "link")
        self._unfold.clicked.connect(lambda: self.fold_line(not self._line.isHidden()))
        head = QHBoxLayout()
        head.addWidget(label(_("Today so far"), "title"))
        head.addWidget(self._folded_note, 1)
        head.addWidget(self._unfold, 0, Qt.AlignmentFlag.AlignTrailing)
        self._today_card.body.addLayout(head)
        self._today_card.body.addWidget(self._line)
        self.fold_line(True)
        return self._today_card

    def _teaser_card(self) -> Card:
        self._concept_card = Card()
        self._concept_key = ""
        self._concept_title = label("", "title")
        self._concept_summary = label("")
        self._read = QPushButton()
        self._read.clicked.connect(lambda: self.concept_wanted.emit(self._concept_key))
        body = self._concept_card.body
        body.addWidget(label(_("A concept for this moment"), "small", "muted"))
        body.addWidget(self._concept_title)
        body.addWidget(self._concept_summary)
        body.addWidget(self._read, 0, Qt.AlignmentFlag.AlignLeading)
        self._concept_card.hide()
        return self._concept_card


def _on_card(panel: QWidget) -> Card:
    card = Card()
    card.body.addWidget(panel)
    return card
