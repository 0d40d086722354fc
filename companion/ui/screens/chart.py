"""The chart's screen: arousal over time, with its ranges."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QButtonGroup,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from companion.presentation.chart_range import ChartRange, range_name
from companion.presentation.timeline import Emptiness, Room, TimelineState
from companion.presentation.timeline_presenter import TimelinePresenter
from companion.presentation.timeline_words import empty_words
from companion.presentation.translation import _
from companion.ui.chart.accessible import say
from companion.ui.chart.chart_view import ChartView
from companion.ui.theme.icons import icon
from companion.ui.theme.theme import Theme
from companion.ui.theme.tokens import HAIR, ROOM, SNUG, TIGHT
from companion.ui.widgets.card import Card
from companion.ui.widgets.chip import chip
from companion.ui.widgets.flow_layout import FlowLayout
from companion.ui.widgets.labels import heading, label
from companion.ui.widgets.page import Page

SIDE_BY_SIDE_FROM = 620
ARROW = 18


class ChartScreen(QWidget):
    """Shows a range of check-ins; says when the person wants to check in, or to read one moment, by id and time."""

    check_in_wanted = Signal()
    moment_wanted = Signal(str, float)

    def __init__(self, presenter: TimelinePresenter, theme: Theme) -> None:
        super().__init__()
        self._presenter = presenter
        self._theme = theme
        self._emptiness = Emptiness.NONE
        self._is_outdated = True
        self.chart = ChartView(theme, presenter.tell)
        self.setFocusProxy(self.chart)
        self.chart.earlier_wanted.connect(self._go_earlier)
        self.chart.later_wanted.connect(self._go_later)
        self.chart.moment_opened.connect(self.moment_wanted)
        self.chart.room_changed.connect(self._on_room_changed)
        self._lay_out()
        presenter.attach(self._on_outdated)
        theme.changed.connect(self._recolour)
        self._recolour()

    def refresh(self) -> None:
        """Shows what is there now."""
        self._is_outdated = False
        self._presenter.make_room(self.chart.room())
        self.show_state(self._presenter.state())

    def show_state(self, state: TimelineState) -> None:
        """Shows a state."""
        sentence = self._presenter.sentence(state)
        self._sentence.setText(sentence)
        self._range_buttons[state.chart_range].setChecked(True)
        self._earlier.setEnabled(state.may_go_earlier)
        self._later.setEnabled(state.may_go_later)
        self.chart.show_state(state, sentence)
        self._show_emptiness(state.emptiness)

    def showEvent(self, event: QShowEvent) -> None:
        """What happened while it was not seen is shown now."""
        super().showEvent(event)
        if self._is_outdated:
            self.refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The ranges go below the heading where there is no room beside it."""
        wide = event.size().width() >= SIDE_BY_SIDE_FROM * self._theme.text_scale
        direction = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        self._head.setDirection(direction)
        super().resizeEvent(event)

    def _lay_out(self) -> None:
        page = Page(self._theme)
        self._head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._head.addWidget(heading(_("Arousal over time"), "display"), 1)
        self._head.addLayout(self._ranges())
        page.add_row(self._head)
        body = QVBoxLayout()
        body.addWidget(self._chart_card())
        page.add_row(body, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(page)

    def _ranges(self) -> FlowLayout:
        row = FlowLayout()
        row.setSpacing(TIGHT)
        group = QButtonGroup(self)
        self._range_buttons: dict[ChartRange, QPushButton] = {}
        for chart_range in ChartRange:
            button = chip(range_name(chart_range))
            button.clicked.connect(lambda _checked=False, chosen=chart_range: self._choose(chosen))
            group.addButton(button)
            row.addWidget(button)
            self._range_buttons[chart_range] = button
        return row

    def _chart_card(self) -> Card:
        card = Card()
        card.body.addLayout(self._range_row())
        ground = QGridLayout()
        ground.addWidget(self.chart, 0, 0)
        ground.addWidget(self._empty_note(), 0, 0, Qt.AlignmentFlag.AlignCenter)
        card.body.addLayout(ground, 1)
        return card

    def _range_row(self) -> QHBoxLayout:
        self._earlier = self._arrow(_("Earlier"), self._go_earlier)
        self._later = self._arrow(_("Later"), self._go_later)
        self._sentence = label("", "small", "muted")
        arrows = QWidget()
        # Earlier is to the left on the time axis in every language, so these two are never mirrored.
        arrows.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        pair = QHBoxLayout(arrows)
        pair.setContentsMargins(0, 0, 0, 0)
        pair.setSpacing(HAIR)
        pair.addWidget(self._earlier)
        pair.addWidget(self._later)
        row = QHBoxLayout()
        row.setSpacing(SNUG)
        row.addWidget(arrows)
        row.addWidget(self._sentence, 1)
        return row

    def _arrow(self, name: str, act: Callable[[], None]) -> QToolButton:
        button = QToolButton()
        button.setAccessibleName(name)
        button.setToolTip(name)
        button.clicked.connect(act)
        return button

    def _empty_note(self) -> Card:
        self._note = Card()
        self._note_text = label()
        self._note_text.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._note_text.setMinimumWidth(self._theme.px(260))
        self._note_action = QPushButton()
        self._note_action.clicked.connect(self._on_note_action_clicked)
        self._note.body.setSpacing(SNUG)
        self._note.body.setContentsMargins(ROOM, ROOM, ROOM, ROOM)
        self._note.body.addWidget(self._note_text)
        self._note.body.addWidget(self._note_action, 0, Qt.AlignmentFlag.AlignCenter)
        return self._note

    def _show_emptiness(self, emptiness: Emptiness) -> None:
        words = empty_words(emptiness)
        self._emptiness = emptiness
        self._note.setVisible(bool(words.sentence))
        self._note_text.setText(words.sentence)
        self._note_action.setText(words.action)
        self._note_action.setVisible(bool(words.action))

    def _choose(self, chart_range: ChartRange) -> None:
        self._presenter.choose(chart_range)
        self._show_and_say()

    def _go_earlier(self) -> None:
        self._presenter.go_earlier()
        self._show_and_say()

    def _go_later(self) -> None:
        self._presenter.go_later()
        self._show_and_say()

    def _show_and_say(self) -> None:
        self.refresh()
        say(self.chart, self._sentence.text())

    def _on_note_action_clicked(self) -> None:
        if self._emptiness is Emptiness.NO_CHECK_INS:
            self.check_in_wanted.emit()
        else:
            self._choose(ChartRange.ALL)

    def _on_room_changed(self, room: Room) -> None:
        state = self._presenter.fitted_state(room) if self.isVisible() else None
        if state is not None:
            self.show_state(state)

    def _on_outdated(self) -> None:
        """Locked, everything is let go of at once, also where it is not seen."""
        self._is_outdated = True
        if self.isVisible() or self._presenter.is_locked:
            self.refresh()

    def _recolour(self) -> None:
        shown = self._theme.px(ARROW)
        for button, name in ((self._earlier, "back"), (self._later, "forward")):
            button.setIcon(icon(self._theme, name, self._theme.tokens.accent, size=ARROW))
            button.setIconSize(QSize(shown, shown))
