"""The Reminders screen: a switch and a sentence for each, and one place to pause them all."""

from datetime import timedelta
from functools import partial

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QMenu, QPushButton, QVBoxLayout, QWidget

from companion.presentation.date_words import DateWords
from companion.presentation.reminders import (
    PAUSE_CHOICES,
    ReminderCardState,
    ReminderForm,
    RemindersPresenter,
    RemindersState,
)
from companion.presentation.translation import _, ngettext
from companion.ui.theme.theme import Theme
from companion.ui.theme.tokens import SNUG
from companion.ui.widgets.card import Card
from companion.ui.widgets.flow_layout import FlowLayout
from companion.ui.widgets.labels import heading, label
from companion.ui.widgets.page import Page
from companion.ui.widgets.reminder_card import ReminderCard
from companion.ui.widgets.reminder_editor import ReminderEditor
from companion.ui.widgets.toast import Toast

WIDEST = 950
NARROW_BELOW = 560


class RemindersScreen(QWidget):
    """Lists the reminders; everything it does goes through the presenter. A removed one can be brought back."""

    def __init__(self, presenter: RemindersPresenter, theme: Theme, words: DateWords) -> None:
        super().__init__()
        self._presenter = presenter
        self._theme = theme
        self._words = words
        self.cards: dict[str, ReminderCard] = {}
        page = Page(theme, WIDEST, _("Reminders"))
        self.setFocusProxy(page)
        page.add_row(self._head())
        self._outlook = label("", "body", "muted")
        page.add(self._outlook)
        self._column = QVBoxLayout()
        self._column.setSpacing(SNUG)
        page.add_row(self._column)
        self._empty = _empty_card()
        page.add(self._empty)
        page.finish()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(page)
        self.toast = Toast(self, theme)
        self.refresh()

    def refresh(self) -> None:
        """Shows the reminders as they are now."""
        self.show_state(self._presenter.state())

    def show_state(self, state: RemindersState) -> None:
        """Shows a state; cards that stay keep the keyboard."""
        self._outlook.setText(state.trouble or state.outlook)
        self._outlook.setVisible(bool(self._outlook.text()))
        self.pause.setVisible(bool(state.cards) and not state.is_paused)
        self.end_pause.setVisible(state.is_paused)
        self._show_cards(state.cards)
        self._empty.setVisible(not state.cards and not state.trouble)

    def edit(self, reminder_id: str | None) -> ReminderEditor | None:
        """Opens the editor of a reminder, or of a new one; None if the reminder is gone."""
        form = None if reminder_id is None else self._presenter.form(reminder_id)
        if reminder_id is not None and form is None:
            self.refresh()
            return None
        editor = ReminderEditor(form, partial(self._keep, reminder_id), self._words, self._theme, self)
        editor.finished.connect(editor.deleteLater)
        editor.open()
        return editor

    def remove(self, reminder_id: str) -> None:
        """Removes a reminder, and offers to bring it back."""
        trouble = self._presenter.remove(reminder_id)
        if trouble:
            self._tell(trouble)
            return
        self.refresh()
        self.new.setFocus()
        self.toast.say(_("The reminder was removed."), _("Undo"), self.undo)

    def undo(self) -> bool:
        """Brings back what was removed last; False if there is nothing to bring back."""
        if not self._presenter.may_bring_back:
            return False
        self.toast.dismiss()
        self._tell(self._presenter.bring_back())
        return True

    def resizeEvent(self, event: QResizeEvent) -> None:
        """With less room buttons stand below words."""
        self._arrange(event.size().width())
        super().resizeEvent(event)

    def _head(self) -> QBoxLayout:
        self.pause = QPushButton(_("Pause…"))
        self.pause.setMenu(self._pause_menu())
        self.end_pause = QPushButton(_("End the pause"))
        self.end_pause.clicked.connect(lambda: self._tell(self._presenter.end_pause()))
        self.new = QPushButton(_("New reminder"))
        self.new.setProperty("role", "primary")
        self.new.clicked.connect(lambda: self.edit(None))
        buttons = FlowLayout()
        for button in (self.pause, self.end_pause, self.new):
            buttons.addWidget(button)
        self._head_row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._head_row.addWidget(heading(_("Reminders"), "display"), 1)
        self._head_row.addLayout(buttons)
        return self._head_row

    def _pause_menu(self) -> QMenu:
        menu = QMenu(self)
        for length in PAUSE_CHOICES:
            menu.addAction(_length_words(length), partial(self._on_pause_chosen, length))
        return menu

    def _show_cards(self, states: tuple[ReminderCardState, ...]) -> None:
        for gone in self.cards.keys() - {state.id for state in states}:
            card = self.cards.pop(gone)
            self._column.removeWidget(card)
            card.hide()
            card.deleteLater()
        for state in states:
            if state.id not in self.cards:
                self._add_card(state)
            self.cards[state.id].show_state(state)

    def _add_card(self, state: ReminderCardState) -> None:
        card = self.cards[state.id] = ReminderCard(state)
        card.switched.connect(partial(self._on_switched, state.id))
        card.edit_wanted.connect(partial(self.edit, state.id))
        card.remove_wanted.connect(partial(self.remove, state.id))
        self._column.addWidget(card)
        self._arrange(self.width())

    def _arrange(self, width: int) -> None:
        is_narrow = width < self._theme.px(NARROW_BELOW)
        direction = QBoxLayout.Direction.TopToBottom if is_narrow else QBoxLayout.Direction.LeftToRight
        self._head_row.setDirection(direction)
        for card in self.cards.values():
            card.show_narrow(is_narrow)

    def _keep(self, reminder_id: str | None, form: ReminderForm) -> str:
        trouble = self._presenter.keep(form, reminder_id)
        if not trouble:
            self.refresh()
        return trouble

    def _on_switched(self, reminder_id: str, is_on: bool) -> None:
        self._tell(self._presenter.switch(reminder_id, is_on))

    def _on_pause_chosen(self, length: timedelta) -> None:
        self._tell(self._presenter.pause(length))

    def _tell(self, trouble: str) -> None:
        """Shows what is true now, and in one line why something could not be."""
        self.refresh()
        if trouble:
            self.toast.say(trouble)


def _empty_card() -> Card:
    card = Card()
    card.body.addWidget(heading(_("No reminders yet, and none are needed.")))
    words = _("If you like, Companion can ask now and then how you are. You choose when, and can stop at any time.")
    card.body.addWidget(label(words, "body", "muted"))
    return card


def _length_words(length: timedelta) -> str:
    hours = int(length.total_seconds() // 3600)
    return ngettext("For {count} hour", "For {count} hours", hours).format(count=hours)
