"""The page that says why a reminder asked and why it did not, a day at a time; and how many were answered."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFormLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from companion.presentation.prompt_story import CountsLine, PromptStory, StoryPresenter
from companion.presentation.translation import _
from companion.ui.theme.theme import Theme
from companion.ui.theme.tokens import HAIR, SNUG, TIGHT
from companion.ui.widgets.announce import announce
from companion.ui.widgets.card import Card
from companion.ui.widgets.flow_layout import FlowLayout
from companion.ui.widgets.labels import heading, label
from companion.ui.widgets.links import link
from companion.ui.widgets.page import Page


class ReminderStory(QWidget):
    """Shows one day. Says `back_wanted`; Escape means it too."""

    back_wanted = Signal()

    def __init__(self, presenter: StoryPresenter, theme: Theme, widest: int) -> None:
        super().__init__()
        self._presenter = presenter
        page = Page(theme, widest, _("Why did it ask me? Why did it not?"))
        self.setFocusProxy(page)
        self.back = link(_("Back to my reminders"))
        self.back.clicked.connect(self.back_wanted)
        self.earlier, self.later = QPushButton(_("Earlier")), QPushButton(_("Later"))
        self.earlier.clicked.connect(lambda: self._go(presenter.go_earlier))
        self.later.clicked.connect(lambda: self._go(presenter.go_later))
        self._day = heading()
        self._day.setProperty("personal", True)  # the words of a date are the locale's
        self._empty = label("", "body", "muted")
        self.cards: list[Card] = []
        self._column = QVBoxLayout()
        self._column.setSpacing(SNUG)
        self.counts = _CountsCard()
        page.add(self.back, Qt.AlignmentFlag.AlignLeading)
        page.add(heading(_("Why did it ask me? Why did it not?"), "display"))
        page.add_row(self._day_row())
        page.add(self._empty)
        page.add_row(self._column)
        page.add(self.counts)
        page.finish()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(page)

    def show_today(self) -> None:
        """Begins with today."""
        self._presenter.show_today()
        self.refresh()

    def refresh(self) -> None:
        """Shows the day as it is now."""
        state = self._presenter.state()
        self.earlier.setEnabled(state is not None and state.has_earlier)
        self.later.setEnabled(state is not None and state.has_later)
        self._day.setText("" if state is None else state.title)
        self._empty.setText("" if state is None else state.empty)
        self._empty.setVisible(bool(self._empty.text()))
        self._show_cards(() if state is None else state.prompts)
        self.counts.show_lines(self._presenter.counts())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes back."""
        if event.key() == Qt.Key.Key_Escape:
            self.back_wanted.emit()
        else:
            super().keyPressEvent(event)

    def _go(self, step: Callable[[], None]) -> None:
        step()
        self.refresh()
        announce(self._day, self._day.text())

    def _day_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(SNUG)
        buttons = FlowLayout()
        buttons.setSpacing(TIGHT)
        for button in (self.earlier, self.later):
            buttons.addWidget(button)
        row.addWidget(self._day, 1)
        row.addLayout(buttons)
        return row

    def _show_cards(self, prompts: tuple[PromptStory, ...]) -> None:
        for card in self.cards:
            self._column.removeWidget(card)
            card.hide()
            card.deleteLater()
        self.cards = [_story_card(prompt) for prompt in prompts]
        for card in self.cards:
            self._column.addWidget(card)


class _CountsCard(Card):
    """How many were answered of those shown; hidden where nothing is known yet."""

    def __init__(self) -> None:
        super().__init__()
        self.body.addWidget(heading(_("So far")))
        self._lines = label()
        self._lines.setProperty("personal", True)  # a reminder may be called by the person's own words
        self.body.addWidget(self._lines)
        words = _("A reminder is an offer. Letting one go says nothing about you.")
        self.body.addWidget(label(words, "small", "muted"))
        self.hide()

    def show_lines(self, lines: tuple[CountsLine, ...]) -> None:
        """Shows a line for each reminder."""
        text = "\n".join(_("{name}: {counts}").format(name=line.name, counts=line.words) for line in lines)
        self._lines.setText(text)
        self.setVisible(bool(lines))


def _story_card(story: PromptStory) -> Card:
    card = Card()
    card.body.setSpacing(HAIR)
    title = label(_("{when} · {outcome}").format(when=story.when, outcome=story.outcome))
    title.setProperty("weight", "strong")
    where = label(_("{reminder}. {origin}").format(reminder=story.reminder, origin=story.origin), "small", "muted")
    where.setProperty("personal", True)  # a reminder may be called by the person's own words
    card.body.addWidget(title)
    card.body.addWidget(where)
    steps = QFormLayout()
    steps.setContentsMargins(0, TIGHT, 0, 0)
    steps.setHorizontalSpacing(SNUG)
    steps.setVerticalSpacing(HAIR)
    for step in story.steps:
        time = label(step.time, "small", "muted")
        time.setProperty("personal", True)  # the locale's
        time.setWordWrap(False)
        steps.addRow(time, label(step.words, "small"))
    if story.steps:
        card.body.addLayout(steps)
    return card
