"""The one quiet card after waking: what passed, and that nothing has to be made up for."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from companion.presentation.reminders_passed import PassedPresenter
from companion.presentation.translation import _
from companion.ui.theme.tokens import TIGHT
from companion.ui.widgets.card import Card
from companion.ui.widgets.flow_layout import FlowLayout
from companion.ui.widgets.labels import label
from companion.ui.widgets.links import link


class ReminderPassedCard(Card):
    """Hidden where there is nothing to say. `why_wanted` asks for the page that says what became of each."""

    why_wanted = Signal()

    def __init__(self, presenter: PassedPresenter) -> None:
        super().__init__()
        self._presenter = presenter
        self._words = label("", "body", "muted")
        self.why, self.close_link = link(_("Which ones?")), link(_("Close"))
        self.why.clicked.connect(self.why_wanted)
        self.close_link.clicked.connect(presenter.put_away)
        buttons = QWidget()
        row = FlowLayout(buttons)
        row.setSpacing(TIGHT)
        row.addWidget(self.why)
        row.addWidget(self.close_link)
        self.body.addWidget(self._words)
        self.body.addWidget(buttons)
        self.hide()
        presenter.attach(self.refresh)

    def refresh(self) -> None:
        """Shows what there is to say now."""
        sentence = self._presenter.state()
        self._words.setText(sentence)
        self.setVisible(bool(sentence))
