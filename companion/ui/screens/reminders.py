"""The Reminders screen: a switch and a sentence for each, the days to come, and one place to pause them all."""

from __future__ import annotations

from functools import cached_property, partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QMenu, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from companion.presentation.date_words import DateWords
from companion.presentation.prompt_story import StoryPresenter
from companion.presentation.reminders import ReminderCardState, RemindersPresenter, RemindersState
from companion.presentation.reminders_form import ReminderForm
from companion.presentation.reminders_pause import PauseChoice, pause_choices
from companion.presentation.reminders_question import QuestionPresenter
from companion.presentation.reminders_stillness import StillnessPresenter
from companion.presentation.translation import _
from companion.ui.theme.theme import Theme
from companion.ui.theme.tokens import SNUG, WIDE
from companion.ui.widgets.card import Card
from companion.ui.widgets.flow_layout import FlowLayout
from companion.ui.widgets.labels import heading, label
from companion.ui.widgets.page import SIDE_MARGIN, Page
from companion.ui.widgets.reminder_card import ReminderCard
from companion.ui.widgets.reminder_editor import ReminderEditor
from companion.ui.widgets.reminder_fortnight_card import ReminderFortnightCard
from companion.ui.widgets.reminder_question_card import ReminderQuestionCard
from companion.ui.widgets.reminder_stillness_card import ReminderStillnessCard
from companion.ui.widgets.reminder_story import ReminderStory
from companion.ui.widgets.toast import Toast
from companion.ui.widgets.wrapped_link import WrappedLink

WIDEST = 950
CARDS_NARROW_BELOW = 820


class RemindersScreen(QWidget):
    """Lists the reminders; everything it does goes through the presenters. A removed one can be brought back.

    `test_wanted` asks for a notification as a reminder would show it.
    """

    test_wanted = Signal()

    def __init__(
        self,
        presenter: RemindersPresenter,
        stillness: StillnessPresenter,
        question: QuestionPresenter,
        stories: StoryPresenter,
        theme: Theme,
        words: DateWords,
    ) -> None:
        super().__init__()
        self._presenter = presenter
        self._stories = stories
        self._theme = theme
        self._words = words
        self._editor: ReminderEditor | None = None
        self._edited: str | None = None
        self._held: tuple[str | None, ReminderForm] | None = None
        self._is_fresh = False
        self.cards: dict[str, ReminderCard] = {}
        self.question = ReminderQuestionCard(question)
        self.fortnight = ReminderFortnightCard(theme)
        self.stillness = ReminderStillnessCard(stillness, theme)
        self._stack = QStackedWidget()
        self._page = self._list_page()
        self._stack.addWidget(self._page)
        self.setFocusProxy(self._page)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._stack)
        self.toast = Toast(self, theme)
        self.question.other_times_wanted.connect(self._on_other_times_wanted)
        self.refresh()

    def refresh(self) -> None:
        """Shows the reminders as they are now, or why they asked, if that is what is shown."""
        self._is_fresh = True
        self.show_state(self._presenter.state())
        self.question.refresh()
        self.stillness.refresh()
        if self._stack.currentWidget() is not self._page:
            self.story.refresh()

    def refresh_if_seen(self) -> None:
        """The same; while nobody sees it, only once it is seen again."""
        if self.isVisible():
            self.refresh()
        else:
            self._is_fresh = False

    def showEvent(self, event: QShowEvent) -> None:
        """What changed while it was not seen is shown now."""
        if not self._is_fresh:
            self.refresh()
        super().showEvent(event)
        self.bring_back()

    def show_state(self, state: RemindersState) -> None:
        """Shows a state; cards that stay keep the keyboard."""
        self._outlook.setText(state.trouble or state.outlook)
        self._outlook.setVisible(bool(self._outlook.text()))
        self._show_pause(state)
        self.test.setVisible(bool(state.cards))
        self.new.setEnabled(not state.trouble)
        self.why.setVisible(not state.trouble)
        self._show_cards(state.cards)
        self._empty.setVisible(not state.cards and not state.trouble)
        self.fortnight.setVisible(state.fortnight is not None)
        if state.fortnight is not None:
            self.fortnight.show_state(state.fortnight)

    def hold(self) -> None:
        """It is about to be locked: what is being edited waits for `bring_back`."""
        if self._editor is not None:
            self._held = self._edited, self._editor.form()

    def bring_back(self) -> None:
        """It is unlocked: what was being edited is there again, as soon as the screen is seen."""
        if self._held is not None and self.isVisible():
            (edited, form), self._held = self._held, None
            self.edit(edited, form)

    def put_away(self) -> None:
        """Nothing of it may be seen any more: a reminder that is being edited goes too."""
        if self._editor is not None:
            self._editor.reject()
        self.show_list()
        self.refresh()
        if "story" in self.__dict__:
            self.story.refresh()

    def edit(self, reminder_id: str | None, filled: ReminderForm | None = None) -> ReminderEditor | None:
        """Opens the editor of a reminder, or of a new one, with what was `filled` in before; None if it is gone."""
        editing = self._presenter.edit(reminder_id)
        if editing is None:
            self.refresh()
            return None
        editing.form = filled or editing.form
        self._edited = reminder_id
        editor = self._editor = ReminderEditor(editing, self._words, self._theme, self)
        editor.finished.connect(self._on_editor_finished)
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

    @cached_property
    def story(self) -> ReminderStory:
        """The page that says why; made when it is first wanted."""
        story = ReminderStory(self._stories, self._theme, WIDEST)
        story.back_wanted.connect(self._on_back_wanted)
        self._stack.addWidget(story)
        return story

    def show_story(self) -> None:
        """Why it asked, and why it did not, beginning with today."""
        self.story.show_today()
        self._stack.setCurrentWidget(self.story)
        self.setFocusProxy(self.story)
        self.story.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_list(self) -> None:
        """The reminders again."""
        self._stack.setCurrentWidget(self._page)
        self.setFocusProxy(self._page)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """With less room buttons stand below words."""
        self._arrange(event.size().width())
        super().resizeEvent(event)

    def _list_page(self) -> Page:
        page = Page(self._theme, WIDEST, _("Reminders"))
        page.add_row(self._head())
        self._outlook = label("", "body", "muted")
        page.add(self._outlook)
        page.add(self.question)
        self._column = QVBoxLayout()
        self._column.setSpacing(SNUG)
        page.add_row(self._column)
        self._empty = _empty_card()
        self.why = WrappedLink(_("Why did it ask me? Why did it not?"), self._theme)
        self.why.clicked.connect(self.show_story)
        for part in (self._empty, self.fortnight, self.why, self.stillness):
            page.add(part)
        page.finish()
        return page

    def _head(self) -> QBoxLayout:
        self.pause = QPushButton(_("Pause…"))
        self.pause.setMenu(self._pause_menu())
        self.end_pause = QPushButton(_("End the pause"))
        self.end_pause.clicked.connect(lambda: self._tell(self._presenter.end_pause()))
        self.test = QPushButton(_("Send a test"))
        self.test.clicked.connect(self.test_wanted)
        self.new = QPushButton(_("New reminder"))
        self.new.setProperty("role", "primary")
        self.new.clicked.connect(lambda: self.edit(None))
        self._buttons = FlowLayout()
        for button in (self.pause, self.end_pause, self.test, self.new):
            self._buttons.addWidget(button)
        self._title = heading(_("Reminders"), "display")
        self._head_row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._head_row.addWidget(self._title, 1)
        self._head_row.addLayout(self._buttons)
        return self._head_row

    def _pause_menu(self) -> QMenu:
        menu = QMenu(self)
        for choice, words in pause_choices():
            menu.addAction(words, partial(self._on_pause_chosen, choice))
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
        beside, below = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._head_row.setDirection(beside if self._head_width() <= width - 2 * SIDE_MARGIN else below)
        for card in self.cards.values():
            card.show_narrow(width < self._theme.px(CARDS_NARROW_BELOW))

    def _head_width(self) -> int:
        """What the title and all buttons need in one line."""
        self._title.ensurePolished()
        title = self._title.fontMetrics().horizontalAdvance(self._title.text())
        return title + WIDE + self._buttons.sizeHint().width()

    def _on_editor_finished(self, _result: int) -> None:
        editor, self._editor = self._editor, None
        if editor is not None:
            editor.deleteLater()
        self.refresh()

    def _on_back_wanted(self) -> None:
        self.show_list()
        self.why.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_switched(self, reminder_id: str, is_on: bool) -> None:
        self._tell(self._presenter.switch(reminder_id, is_on))

    def _show_pause(self, state: RemindersState) -> None:
        """One of two buttons; the keyboard goes from the one to the other.

        One that is hidden under the pointer is not told that the pointer has gone, and would come back as it was.
        """
        has_keyboard = self.focusWidget() in (self.pause, self.end_pause)
        self.pause.setVisible(bool(state.cards) and not state.is_paused)
        self.end_pause.setVisible(state.is_paused)
        if has_keyboard:
            (self.end_pause if state.is_paused else self.pause).setFocus()
        (self.pause if state.is_paused else self.end_pause).setAttribute(Qt.WidgetAttribute.WA_UnderMouse, False)
        self._arrange(self.width())

    def _on_pause_chosen(self, choice: PauseChoice) -> None:
        self._tell(self._presenter.pause(choice))

    def _on_other_times_wanted(self) -> None:
        """Other times are chosen in the editor of the reminder that is there, or of the first one."""
        first = next((card.edit for card in self.cards.values()), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

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
