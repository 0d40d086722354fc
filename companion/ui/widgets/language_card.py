"""The card in Settings that chooses the language."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QPushButton

from companion.presentation.language_choice import LIKE_THE_SYSTEM, LanguageChoice
from companion.presentation.settings_search import default_words
from companion.presentation.translation import _
from companion.ui.theme.tokens import TIGHT
from companion.ui.widgets.announce import announce
from companion.ui.widgets.card import Card
from companion.ui.widgets.chip import chip
from companion.ui.widgets.flow_layout import FlowLayout
from companion.ui.widgets.labels import heading, label
from companion.ui.widgets.reveal import reveal


class LanguageCard(Card):
    """One chip for each language, under the name it has for itself."""

    def __init__(self, presenter: LanguageChoice) -> None:
        super().__init__()
        self._presenter = presenter
        self._group = QButtonGroup(self)
        self.chips: dict[str, QPushButton] = {}
        self._flow = FlowLayout()
        self._flow.setSpacing(TIGHT)
        for code, name in presenter.state().choices:
            self._add(code, name)
        self.note = label("", "body", "muted")
        self.body.addWidget(heading(_("Language")))
        self.body.addLayout(self._flow)
        self.body.addWidget(label(default_words(dict(presenter.state().choices)[LIKE_THE_SYSTEM]), "small", "muted"))
        self.body.addWidget(self.note)
        self.refresh()

    def refresh(self, trouble: str = "") -> None:
        """Shows what is chosen, and in one line why something could not be."""
        state = self._presenter.state()
        self.chips[state.chosen].setChecked(True)
        self.note.setText(trouble or state.note)
        self.note.setVisible(bool(self.note.text()))
        if trouble:
            announce(self.note, trouble)

    def go_on_here(self) -> None:
        """The keyboard is on what is chosen, and the card in sight: it was made again under the person's hands."""
        self.chips[self._presenter.state().chosen].setFocus(Qt.FocusReason.OtherFocusReason)
        reveal(self)

    def _add(self, code: str, name: str) -> None:
        button = self.chips[code] = chip(name)
        button.setProperty("personal", code != LIKE_THE_SYSTEM)  # its own name is the same in every language
        button.clicked.connect(partial(self._on_chosen, code))
        self._group.addButton(button)
        self._flow.addWidget(button)

    def _on_chosen(self, code: str) -> None:
        self.refresh(self._presenter.choose(code))
