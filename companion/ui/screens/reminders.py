"""The Reminders screen: a switch and a sentence for each, and one place to pause them all."""

from datetime import timedelta
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QVBoxLayout, QWidget

from companion.presentation.date_words import DateWords
from companion.presentation.reminders import PAUSE_CHOICES, ReminderCardState, RemindersPresenter, RemindersState
from companion.presentation.translation import _, ngettext
from companion.ui.theme.theme import Theme
from companion.ui.widgets.card import Card
from companion.ui.widgets.labels import label
from companion.ui.widgets.page import Page
from companion.ui.widgets.reminder_editor import ReminderEditor
from companion.ui.widgets.switch import Switch

WIDEST = 900


class RemindersScreen(QWidget):
    """Lists the reminders; everything it does goes through the presenter."""

    def __init__(self, presenter: RemindersPresenter, theme: Theme, words: DateWords) -> None:
        super().__init__()
        self._presenter = presenter
        self._words = words
        page = Page(theme, widest=WIDEST)
        page.add_row(self._head())
        self._pause_note = label("", "body", "muted")
        page.add(self._pause_note)
        self._cards = QVBoxLayout()
        self._cards.setSpacing(12)
        page.add_row(self._cards)
        page.finish()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(page)
        self.refresh()

    def refresh(self) -> None:
        """Shows the reminders as they are now."""
        self.show_state(self._presenter.state())

    def show_state(self, state: RemindersState) -> None:
        """Shows a state."""
        self._pause_note.setText(state.pause)
        self._pause_note.setVisible(bool(state.pause))
        self._pause.setVisible(bool(state.cards) and not state.pause)
        self._end_pause.setVisible(bool(state.pause))
        while item := self._cards.takeAt(0):
            if (old := item.widget()) is not None:
                old.deleteLater()
        for card in state.cards:
            self._cards.addWidget(self._reminder_card(card))
        if not state.cards:
            self._cards.addWidget(self._empty_card())

    def _head(self) -> QHBoxLayout:
        self._pause = QPushButton(_("Pause…"))
        self._pause.clicked.connect(self._on_pause_clicked)
        self._end_pause = QPushButton(_("End the pause"))
        self._end_pause.clicked.connect(self._on_end_pause_clicked)
        new = QPushButton(_("New reminder"))
        new.setProperty("role", "primary")
        new.clicked.connect(lambda: self._edit(None))
        row = QHBoxLayout()
        row.addWidget(label(_("Reminders"), "display"), 1)
        for button in (self._pause, self._end_pause, new):
            row.addWidget(button)
        return row

    def _empty_card(self) -> Card:
        card = Card()
        card.body.addWidget(label(_("No reminders yet, and none are needed."), "title"))
        words = _(
            "If you like, Companion can ask now and then how you are. You choose when, and can stop at any time."
        )
        card.body.addWidget(label(words, "body", "muted"))
        return card

    def _reminder_card(self, state: ReminderCardState) -> Card:
        card = Card()
        switch = Switch("")
        switch.setAccessibleName(_("{name}, {rule}").format(name=state.name, rule=state.rule))
        switch.setChecked(state.is_on)
        switch.toggled.connect(lambda is_on: self._on_switched(state.id, is_on))
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(label(state.name, "title"))
        words.addWidget(label(state.rule, "small", "muted"))
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(switch, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addLayout(words, 1)
        if state.can_edit:
            row.addWidget(self._link(_("Edit"), _("Edit {rule}"), state, lambda: self._edit(state.id)))
        row.addWidget(self._link(_("Remove"), _("Remove {rule}"), state, lambda: self._on_removed(state.id)))
        card.body.addLayout(row)
        return card

    def _link(self, text: str, name: str, state: ReminderCardState, act: object) -> QPushButton:
        button = QPushButton(text)
        button.setProperty("role", "link")
        button.setAccessibleName(name.format(rule=state.rule))
        button.clicked.connect(act)
        return button

    def _edit(self, reminder_id: str | None) -> None:
        form = None if reminder_id is None else self._presenter.form(reminder_id)
        editor = ReminderEditor(form, lambda f: self._presenter.keep(f, reminder_id), self._words, self)
        editor.exec()
        self.refresh()

    def _on_switched(self, reminder_id: str, is_on: bool) -> None:
        self._presenter.switch(reminder_id, is_on)

    def _on_removed(self, reminder_id: str) -> None:
        self._presenter.remove(reminder_id)
        self.refresh()

    def _on_pause_clicked(self) -> None:
        menu = QMenu(self)
        for length in PAUSE_CHOICES:
            menu.addAction(_length_words(length), partial(self._on_pause_chosen, length))
        menu.popup(self._pause.mapToGlobal(self._pause.rect().bottomLeft()))

    def _on_pause_chosen(self, length: timedelta) -> None:
        self._presenter.pause(length)
        self.refresh()

    def _on_end_pause_clicked(self) -> None:
        self._presenter.end_pause()
        self.refresh()


def _length_words(length: timedelta) -> str:
    hours = int(length.total_seconds() // 3600)
    return ngettext("For {count} hour", "For {count} hours", hours).format(count=hours)
