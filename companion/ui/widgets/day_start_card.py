"""The card in Settings that says when the person's day begins."""

from datetime import time

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout

from companion.presentation.day_start import DayStartPresenter, reason
from companion.presentation.translation import _
from companion.ui.theme.tokens import SNUG
from companion.ui.widgets.announce import announce
from companion.ui.widgets.card import Card
from companion.ui.widgets.choice_field import ChoiceField
from companion.ui.widgets.labels import heading, label


class DayStartCard(Card):
    """One choice; what comes of it is said in a line below."""

    def __init__(self, presenter: DayStartPresenter) -> None:
        super().__init__()
        self._presenter = presenter
        self._choices: tuple[tuple[time, str], ...] = ()
        self.choice = ChoiceField()
        words = label(_("My day begins at"))
        words.setBuddy(self.choice)  # a name of its own is never spoken for a box of choices
        self.choice.activated.connect(self._on_choice_activated)
        self.news = label("", "body", "muted")
        row = QHBoxLayout()
        row.setSpacing(SNUG)
        row.addWidget(words)
        row.addWidget(self.choice, 1, Qt.AlignmentFlag.AlignLeading)
        self.body.addWidget(heading(_("My day")))
        self.body.addLayout(row)
        self.body.addWidget(label(f"{reason()} {presenter.default()}", "body", "muted"))
        self.body.addWidget(self.news)
        presenter.attach(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Shows what is chosen now."""
        state = self._presenter.state()
        self._offer(state.choices)
        self.choice.setCurrentIndex([at for at, _words in state.choices].index(state.chosen))
        self.choice.setEnabled(not state.is_locked)
        if state.news != self.news.text():
            announce(self.news, state.news)
        self.news.setText(state.news)
        self.news.setVisible(bool(state.news))

    def _offer(self, choices: tuple[tuple[time, str], ...]) -> None:
        if choices != self._choices:
            self._choices = choices
            self.choice.clear()
            self.choice.addItems([words for _time, words in choices])

    def _on_choice_activated(self, place: int) -> None:
        self._presenter.choose(self._choices[place][0])
