"""One line of the journal, whole, with what can be done with it and what it said before."""

from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from companion.presentation.journal_detail import ChangeWords, DetailState
from companion.presentation.journal_facts import Fact
from companion.presentation.repair import offer_words
from companion.presentation.translation import _
from companion.ui.theme.icons import icon
from companion.ui.theme.theme import Theme
from companion.ui.theme.tokens import HAIR, ROOM, SNUG, TIGHT
from companion.ui.theme.zone_shapes import zone_colour
from companion.ui.widgets.flow_layout import FlowLayout
from companion.ui.widgets.labels import heading, label
from companion.ui.widgets.links import link
from companion.ui.widgets.long_words import LongWords
from companion.ui.widgets.reveal import reveal

SHAPE = 16


class JournalDetailView(QWidget):
    """Shows a line; says that it is to be corrected, deleted, or deleted for good.

    From a check-in a reflection or a repair may grow; from a reflection one may go to the note it came from.
    """

    correct_wanted = Signal()
    reflection_wanted = Signal()
    repair_wanted = Signal()
    concept_wanted = Signal(str)
    delete_wanted = Signal()
    purge_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._state: DetailState | None = None
        self._shape = QLabel()
        self._headline = heading()
        self._headline.setProperty("personal", True)
        self._when = label("", "small", "muted")
        self._long = QVBoxLayout()
        self._short = QVBoxLayout()
        self._changes = QVBoxLayout()
        self.correct = QPushButton(_("Correct"))
        self.reflect = link(_("A reflection"))
        self.repair = link(offer_words())
        self.note = link(_("Read the note it came from"))
        self.delete = link(_("Delete"))
        self.purge = link(_("Delete permanently…"))
        self._lay_out()
        theme.changed.connect(self._recolour)

    def show_state(self, state: DetailState) -> None:
        """Shows that line."""
        if state == self._state:
            return
        self._state = state
        self._headline.setText(state.headline)
        self._when.setText(state.when)
        _fill(self._long, [_long_fact(fact) for fact in state.facts if fact.is_long])
        short = [fact for fact in state.facts if not fact.is_long]
        _fill(self._short, [_short_facts(short)] if short else [])
        _fill(self._changes, [*self._change_parts(state), *([_Source(state.source)] if state.source else [])])
        self.correct.setVisible(state.may_correct)
        self.reflect.setVisible(state.is_check_in)
        self.repair.setVisible(state.is_check_in)
        self.note.setVisible(state.concept is not None)
        for button in (self.delete, self.purge):
            button.setVisible(state.may_change)
        self._order_keys()
        self._recolour()

    def show_nothing(self) -> None:
        """Lets go of the line."""
        self._state = None
        self._headline.clear()
        self._when.clear()
        for column in (self._long, self._short, self._changes):
            _fill(column, [])

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(TIGHT)
        head.addWidget(self._shape)
        head.addWidget(self._headline, 1)
        writing = FlowLayout()
        writing.addWidget(self.correct)
        for way in (self.reflect, self.repair, self.note):
            writing.addWidget(way)
        buttons = FlowLayout()
        buttons.addWidget(self.delete)
        buttons.addWidget(self.purge)
        self.correct.clicked.connect(self.correct_wanted)
        self.reflect.clicked.connect(self.reflection_wanted)
        self.repair.clicked.connect(self.repair_wanted)
        self.note.clicked.connect(self._on_note_clicked)
        self.delete.clicked.connect(self.delete_wanted)
        self.purge.clicked.connect(self.purge_wanted)
        self._long.setSpacing(SNUG)
        self._changes.setSpacing(TIGHT)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SNUG)
        column.addLayout(head)
        column.addWidget(self._when)
        column.addLayout(self._long)
        column.addLayout(self._short)
        column.addSpacing(HAIR)
        column.addLayout(writing)
        column.addLayout(buttons)
        column.addLayout(self._changes)
        column.addStretch(1)

    def _on_note_clicked(self) -> None:
        if self._state is not None and self._state.concept is not None:
            self.concept_wanted.emit(self._state.concept)

    def _order_keys(self) -> None:
        """Tab goes from top to bottom, through what has just been made too."""
        ways = (self.reflect, self.repair, self.note)
        stops = [*_rests(self._long), *_rests(self._short), self.correct, *ways, self.delete, self.purge]
        for before, after in pairwise([*stops, *_rests(self._changes)]):
            QWidget.setTabOrder(before, after)

    def _change_parts(self, state: DetailState) -> list[QWidget]:
        if not state.changes:
            return []
        title = label(_("What it said before"))
        title.setProperty("weight", "strong")
        return [title, *(_change(change) for change in state.changes)]

    def _recolour(self) -> None:
        state, size = self._state, self._theme.px(SHAPE)
        has_shape = state is not None and state.is_check_in and state.zone is not None
        self._shape.setVisible(has_shape)
        if state is not None and state.zone is not None:
            colour = zone_colour(self._theme, state.zone).name()
            picture = icon(self._theme, f"zone-{state.zone.value}", colour, size=SHAPE)
            self._shape.setPixmap(picture.pixmap(size, size))


class _Source(QWidget):
    """What stood in the file that it came from; folded, and laid out when it is first unfolded."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self._source = source
        self.unfold = link(_("As it stood in the file"))
        self.unfold.clicked.connect(self._on_unfold_clicked)
        self._words: LongWords | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(HAIR)
        self._column.addWidget(self.unfold, 0, Qt.AlignmentFlag.AlignLeading)

    def _on_unfold_clicked(self) -> None:
        if self._words is None:
            self._words = LongWords(self._source, "small")
            self._column.addWidget(self._words)
            QWidget.setTabOrder(self.unfold, self._words.rest)
        else:
            self._words.setHidden(not self._words.isHidden())
        self.unfold.setText(
            _("As it stood in the file") if self._words.isHidden() else _("Fold what stood in the file")
        )
        reveal(self)


def _fill(column: QVBoxLayout, parts: list[QWidget]) -> None:
    while (item := column.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
    for part in parts:
        column.addWidget(part)


def _rests(column: QVBoxLayout) -> list[QPushButton]:
    items = (column.itemAt(number) for number in range(column.count()))
    parts = (item.widget() for item in items if item is not None)
    return [rest for part in parts if part is not None for rest in part.findChildren(QPushButton)]


def _long_fact(fact: Fact) -> QWidget:
    part, column = _personal()
    column.addWidget(label(fact.name, "small", "muted"))
    column.addWidget(LongWords(fact.text))
    return part


def _short_facts(facts: list[Fact]) -> QWidget:
    part = QWidget()
    part.setProperty("personal", True)
    grid = QGridLayout(part)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(ROOM)
    grid.setVerticalSpacing(HAIR)
    grid.setColumnStretch(0, 2)
    grid.setColumnStretch(1, 3)
    for line, fact in enumerate(facts):
        grid.addWidget(label(fact.name, "small", "muted"), line, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(LongWords(fact.text, "small"), line, 1, Qt.AlignmentFlag.AlignTop)
    return part


def _change(change: ChangeWords) -> QWidget:
    part, column = _personal()
    column.addWidget(label(change.heading, "small", "muted"))
    for fact in change.before:
        column.addWidget(LongWords(_("{what}: {text}").format(what=fact.name, text=fact.text), "small"))
    return part


def _personal() -> tuple[QWidget, QVBoxLayout]:
    part = QWidget()
    part.setProperty("personal", True)
    column = QVBoxLayout(part)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(HAIR)
    return part, column
