"""Help: one short page at a time, chosen above it."""

from collections.abc import Callable, Iterable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QButtonGroup, QPushButton, QVBoxLayout, QWidget

from companion.application.places import Places
from companion.presentation.help import Topic, help_page, topic_name
from companion.presentation.privacy_table import build_table
from companion.presentation.translation import _
from companion.ui.theme.theme import Theme
from companion.ui.theme.tokens import HAIR, TIGHT
from companion.ui.widgets.card import Card
from companion.ui.widgets.chip import chip
from companion.ui.widgets.fact_table import FactTable
from companion.ui.widgets.flow_layout import FlowLayout
from companion.ui.widgets.keys_table import KeysTable
from companion.ui.widgets.labels import heading, label
from companion.ui.widgets.page import Page
from companion.ui.widgets.titled_words import TitledWords
from companion.ui.widgets.wrapped_link import WrappedLink

WIDEST = 860
_WHERE = 1


class HelpScreen(QWidget):
    """Back, or Escape, leads to where the person was.

    `places` is asked whenever it says what is stored where; `may_welcome`, whether the first steps can be seen now.
    """

    back_wanted = Signal()
    welcome_wanted = Signal()

    def __init__(self, theme: Theme, places: Callable[[], Places], may_welcome: Callable[[], bool]) -> None:
        super().__init__()
        self._theme = theme
        self._places = places
        self._may_welcome = may_welcome
        self.topic = Topic.ABOUT
        self.chips: dict[Topic, QPushButton] = {}
        self.welcome = WrappedLink(_("Show the first steps again"), theme)
        self.to_table = WrappedLink(_("What is stored, where, how long, and who can read it"), theme)
        self.back = QPushButton(_("Back"))
        self._card = Card()
        self._lay_out()
        self._connect()
        self.show_topic(Topic.ABOUT)

    def show_topic(self, topic: Topic) -> None:
        """Shows that page, from its beginning."""
        self.topic = topic
        self.chips[topic].setChecked(True)
        self.setFocusProxy(self.chips[topic])
        self._empty_card()
        page = help_page(topic)
        self._card.body.addWidget(heading(page.title))
        words = TitledWords()
        words.show_parts(page.parts)
        self._card.body.addWidget(words)
        self._add_what_is_more(topic)
        if page.sources:
            self._card.body.addWidget(_publications(page.sources))
        self.page.verticalScrollBar().setValue(0)

    def showEvent(self, event: QShowEvent) -> None:
        """What is stored may have changed, and it may be locked now."""
        super().showEvent(event)
        if self.topic in (Topic.ABOUT, Topic.PRIVACY):
            self.show_topic(self.topic)

    def _add_what_is_more(self, topic: Topic) -> None:
        self.welcome.setVisible(topic is Topic.ABOUT and self._may_welcome())
        self.to_table.setVisible(topic is Topic.DATA)
        if topic is Topic.PRIVACY:
            self._card.body.addWidget(self._table())
        elif topic is Topic.KEYS:
            self._card.body.addWidget(KeysTable())

    def _table(self) -> FactTable:
        table = build_table(self._places())
        rows = [(row.what, "\n".join(row.where), row.how_long, row.who) for row in table.rows]
        own = frozenset((number, _WHERE) for number, row in enumerate(table.rows) if row.is_path)
        return FactTable(self._theme, table.columns, rows, own)

    def _empty_card(self) -> None:
        old, self._card = self._card, Card()
        place = self._column.indexOf(old)
        self._column.insertWidget(place, self._card)
        self._column.removeWidget(old)
        old.hide()
        old.deleteLater()

    def _connect(self) -> None:
        for topic, button in self.chips.items():
            button.clicked.connect(partial(self._on_chosen, topic))
        self.welcome.clicked.connect(self.welcome_wanted)
        self.to_table.clicked.connect(partial(self._on_chosen, Topic.PRIVACY))
        self.back.clicked.connect(self.back_wanted)
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self.back_wanted)

    def _on_chosen(self, topic: Topic) -> None:
        self.show_topic(topic)
        self.chips[topic].setFocus()

    def _lay_out(self) -> None:
        self.page = Page(self._theme, WIDEST, _("Help"))
        self.page.add(heading(_("Help"), "display"))
        chips, group = FlowLayout(), QButtonGroup(self)
        chips.setSpacing(TIGHT)
        for topic in Topic:
            self.chips[topic] = chip(topic_name(topic))
            group.addButton(self.chips[topic])
            chips.addWidget(self.chips[topic])
        self.page.add_row(chips)
        content = QWidget()
        self._column = QVBoxLayout(content)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self._card)
        self.page.add(content)
        self.page.add(self.welcome)
        self.page.add(self.to_table)
        self.page.add(self.back, Qt.AlignmentFlag.AlignLeading)
        self.page.finish()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.page)


def _publications(names: Iterable[str]) -> QWidget:
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(0, TIGHT, 0, 0)
    column.setSpacing(HAIR)
    for name in names:
        named = label(name, "small", "muted")
        named.setProperty("personal", True)  # a publication is called the same in every language
        column.addWidget(named)
    return made
