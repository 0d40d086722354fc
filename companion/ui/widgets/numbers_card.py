"""The quiet card that numbers to turn to are worth another look."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from companion.presentation.numbers_to_check import NumbersPresenter
from companion.presentation.translation import _
from companion.ui.theme.tokens import TIGHT
from companion.ui.widgets.card import Card
from companion.ui.widgets.flow_layout import FlowLayout
from companion.ui.widgets.labels import label
from companion.ui.widgets.links import link


class NumbersCard(Card):
    """Hidden where there is nothing to say. `look_wanted` asks for the page on which numbers are checked."""

    look_wanted = Signal()

    def __init__(self, presenter: NumbersPresenter) -> None:
        super().__init__()
        self._presenter = presenter
        self.words = label("", "body", "muted")
        self.look, self.close_link = link(_("Go there")), link(_("Not today"))
        self.look.clicked.connect(self.look_wanted)
        self.close_link.clicked.connect(self._on_close_clicked)
        buttons = QWidget()
        row = FlowLayout(buttons)
        row.setSpacing(TIGHT)
        row.addWidget(self.look)
        row.addWidget(self.close_link)
        self.body.addWidget(self.words)
        self.body.addWidget(buttons)
        self.hide()

    def refresh(self) -> None:
        """Shows what there is to say now."""
        sentence = self._presenter.state()
        self.words.setText(sentence)
        self.setVisible(bool(sentence))

    def _on_close_clicked(self) -> None:
        self._presenter.put_away()
        self.refresh()
