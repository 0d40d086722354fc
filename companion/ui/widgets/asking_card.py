"""What cards that ask one thing have in common: answers as buttons, then what came of it, with a way back."""

from collections.abc import Hashable, Mapping
from functools import partial
from typing import Generic, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget

from companion.presentation.translation import _
from companion.ui.theme.tokens import TIGHT
from companion.ui.widgets.announce import announce
from companion.ui.widgets.card import Card
from companion.ui.widgets.flow_layout import FlowLayout
from companion.ui.widgets.labels import heading, label
from companion.ui.widgets.links import link
from companion.ui.widgets.wrapped_button import WrappedButton

K = TypeVar("K", bound=Hashable)


class AskingCard(Card, Generic[K]):
    """Hidden until there is something to ask. Whoever is one shows a state in `refresh` and hears `choose`."""

    def __init__(self) -> None:
        super().__init__()
        self._words, self._detail, self._trouble = heading(), label("", "body", "muted"), label()
        self.buttons: dict[K, QPushButton] = {}
        self._row = QWidget()
        self._flow = FlowLayout(self._row)
        self.undo, self.close_link = link(_("Undo")), link(_("Close"))
        self.undo.clicked.connect(self._on_undo_clicked)
        self.close_link.clicked.connect(self._on_close_clicked)
        self._after = QWidget()
        after = FlowLayout(self._after)
        after.setSpacing(TIGHT)
        for button in (self.undo, self.close_link):
            after.addWidget(button)
        for part in (self._words, self._detail, self._row, self._after, self._trouble):
            self.body.addWidget(part)
        self.hide()

    def refresh(self) -> None:
        """Shows what is to be asked now, or what came of the answer; hides where there is neither."""
        raise NotImplementedError

    def choose(self, choice: K) -> None:
        """An answer was chosen."""
        raise NotImplementedError

    def take_back(self) -> None:
        """The answer is to be undone."""
        raise NotImplementedError

    def put_away(self) -> None:
        """Nothing of it is wanted any more."""
        raise NotImplementedError

    def _show_words(self, words: str, detail: str, trouble: str, *, is_answered: bool) -> None:
        self._words.setText(words)
        self._detail.setText(detail)
        self._detail.setVisible(bool(detail))
        self._after.setVisible(is_answered)
        self._show_trouble(trouble)

    def _show_trouble(self, trouble: str) -> None:
        self._trouble.setText(trouble)
        self._trouble.setVisible(bool(trouble))

    def _offer(self, wanted: Mapping[K, str]) -> None:
        """The first is suggested by its place alone: none of them is marked."""
        self._row.setVisible(bool(wanted))
        if list(self.buttons) == list(wanted):
            return
        for button in self.buttons.values():
            self._flow.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.buttons = {}
        for choice, words in wanted.items():
            button = WrappedButton(words)
            button.clicked.connect(partial(self._on_clicked, choice))
            self._flow.addWidget(button)
            button.show()  # one that is added to what is on the screen would only come later, and take no focus yet
            self.buttons[choice] = button

    def _tell_what_came(self) -> None:
        """The keyboard goes to the way back, and readers hear the words."""
        self.undo.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, " ".join(filter(None, (self._words.text(), self._detail.text()))))

    def _on_clicked(self, choice: K, _checked: bool = False) -> None:
        self.choose(choice)

    def _on_undo_clicked(self) -> None:
        self.take_back()
        self.refresh()
        first = next(iter(self.buttons.values()), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_close_clicked(self) -> None:
        self.put_away()
        self.refresh()
