"""A card that offers one concept: its name, a sentence about it, and a way to read it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton

from companion.presentation.concept_teaser import ConceptTeaser
from companion.presentation.translation import _, ngettext
from companion.ui.widgets.card import Card
from companion.ui.widgets.labels import heading, label


class ConceptCard(Card):
    """`wanted` brings the key of the concept that the person wants to read."""

    wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._key = ""
        self._title, self._summary, self._why = heading(), label(), label("", "small", "muted")
        for words in (self._title, self._summary, self._why):
            words.setProperty("personal", True)  # a note's own words
        self.read = QPushButton()
        self.read.clicked.connect(lambda: self.wanted.emit(self._key))
        self.body.addWidget(label(_("A concept for this moment"), "small", "muted"))
        self.body.addWidget(self._title)
        self.body.addWidget(self._summary)
        self.body.addWidget(self._why)
        self.body.addWidget(self.read, 0, Qt.AlignmentFlag.AlignLeading)

    def show_state(self, teaser: ConceptTeaser) -> None:
        """Offers that concept."""
        self._key = teaser.key
        self._title.setText(teaser.title)
        self._summary.setText(teaser.summary)
        self._why.setText(teaser.why)
        self._why.setVisible(bool(teaser.why))
        minutes = ngettext("Read, {count} min", "Read, {count} min", teaser.minutes).format(count=teaser.minutes)
        self.read.setText(minutes)
        self.read.setAccessibleName(_("Read {title}").format(title=teaser.title))
