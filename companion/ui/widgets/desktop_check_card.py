"""The card in Settings that says how this computer is set up, and tries it on request."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from companion.application.desktop_abilities import Ability
from companion.presentation.desktop_check import (
    CHECK_IN_COMMAND,
    AbilityRow,
    DesktopCheckPresenter,
    login_elsewhere,
    login_words,
    shortcut_sentence,
)
from companion.presentation.translation import _
from companion.ui.theme.theme import Theme
from companion.ui.theme.tokens import HAIR, SNUG, TIGHT
from companion.ui.widgets.announce import announce
from companion.ui.widgets.card import Card
from companion.ui.widgets.labels import heading, label
from companion.ui.widgets.reveal import reveal
from companion.ui.widgets.switch_row import SwitchRow
from companion.ui.widgets.wrapped_link import WrappedLink

_MARKS = {True: "✓", False: "–", None: "?"}


class DesktopCheckCard(Card):
    """One line that sums up, everything in detail on request. `trial_wanted` asks for the test of one ability."""

    trial_wanted = Signal(Ability)

    def __init__(self, presenter: DesktopCheckPresenter, theme: Theme) -> None:
        super().__init__()
        self._presenter = presenter
        self.login = SwitchRow(*login_words(), usual=False)
        self.login.switched.connect(presenter.start_at_login)
        self._login_elsewhere = label(login_elsewhere(), "body", "muted")
        self._trouble = label("", "body", "muted")
        self.summary = label("", "body", "muted")
        self.unfold = WrappedLink("", theme)
        self.unfold.clicked.connect(self._on_unfold_clicked)
        self.details = QWidget()
        self.rows = {ability: _AbilityView(ability, theme) for ability in Ability}
        self._lay_out()
        for row in self.rows.values():
            row.test.clicked.connect(partial(self.trial_wanted.emit, row.ability))
        self._fold(True)
        presenter.attach(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Shows what is known now."""
        state = self._presenter.state()
        self.login.setVisible(state.starts_at_login is not None)
        self._login_elsewhere.setVisible(state.starts_at_login is None)
        self.login.put(bool(state.starts_at_login))
        self._show_trouble(state.trouble)
        self.summary.setText(state.summary)
        self.unfold.setVisible(bool(state.rows))
        for row in state.rows:
            self.rows[row.words.ability].show_row(row)
        shown = {row.words.ability for row in state.rows}
        for ability, view in self.rows.items():
            view.setVisible(ability in shown)

    def showEvent(self, event: QShowEvent) -> None:
        """A desktop changes: it is looked at each time somebody wants to see it."""
        self._presenter.look()
        super().showEvent(event)

    def _lay_out(self) -> None:
        self.body.addWidget(heading(_("How this computer is set up")))
        for part in (self.login, self._login_elsewhere, self._trouble, self.summary):
            self.body.addWidget(part)
        self.body.addWidget(self.unfold)
        rows = QVBoxLayout(self.details)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(SNUG)
        for row in self.rows.values():
            rows.addWidget(row)
        rows.addWidget(label(shortcut_sentence(), "body", "muted"))
        rows.addWidget(_to_copy(CHECK_IN_COMMAND))
        self.body.addWidget(self.details)

    def _show_trouble(self, trouble: str) -> None:
        if trouble != self._trouble.text():
            announce(self._trouble, trouble)
        self._trouble.setText(trouble)
        self._trouble.setVisible(bool(trouble))

    def _on_unfold_clicked(self) -> None:
        self._fold(not self.details.isHidden())
        if not self.details.isHidden():
            reveal(self.details)

    def _fold(self, is_wanted: bool) -> None:
        self.details.setVisible(not is_wanted)
        self.unfold.setText(_("Show each thing, and try it") if is_wanted else _("Show less"))


class _AbilityView(QWidget):
    """One ability: its name and state, what that means, and its test."""

    def __init__(self, ability: Ability, theme: Theme) -> None:
        super().__init__()
        self.ability = ability
        self.title = label()
        self.state = label("", "small", "muted")
        self.meaning = label("", "small", "muted")
        self.test = WrappedLink("", theme)
        self.news = label("", "small")
        first = QHBoxLayout()
        first.setSpacing(TIGHT)
        first.addWidget(self.title, 1)
        first.addWidget(self.state)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(HAIR // 2)
        lines.addLayout(first)
        lines.addWidget(self.meaning)
        lines.addWidget(self.test)
        lines.addWidget(self.news)

    def show_row(self, row: AbilityRow) -> None:
        """Shows it; what a test newly says is said to readers too."""
        words = row.words
        self.title.setText(words.title)
        self.state.setText(f"{_MARKS[words.is_there]} {words.state}")
        self.meaning.setText(f"{words.meaning} {words.instead}".strip())
        self.test.setText(row.test)
        self.test.setVisible(bool(row.test))
        if row.news != self.news.text():
            announce(self.news, row.news)
        self.news.setText(row.news)
        self.news.setVisible(bool(row.news))


def _to_copy(text: str) -> QLabel:
    made = label(text)
    made.setProperty("personal", True)  # a command is the same in every language
    made.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
    )
    return made
