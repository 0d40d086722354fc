"""The chart's screen: arousal over time, with its ranges."""

from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QButtonGroup,
    QGridLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from companion.domain.period import Period
from companion.presentation.chart_pictures import FilePresenter
from companion.presentation.chart_range import RANGES, ChartRange, range_name
from companion.presentation.chart_table_pages import ChartTablePages
from companion.presentation.life_events import LifeEventPresenter
from companion.presentation.timeline import Emptiness, Room, TimelineState
from companion.presentation.timeline_presenter import TimelinePresenter
from companion.presentation.timeline_words import empty_words
from companion.presentation.translation import _
from companion.ui.chart.accessible import say
from companion.ui.chart.brush import LEAST_DAYS, HistoryBrush
from companion.ui.chart.chart_view import ChartView
from companion.ui.chart.picture_desk import PictureDesk
from companion.ui.theme.theme import Theme
from companion.ui.theme.tokens import AMPLE, ROOM, SNUG, TIGHT
from companion.ui.widgets.asking_where import ask_where
from companion.ui.widgets.card import Card
from companion.ui.widgets.chart_cards import ChartCards
from companion.ui.widgets.chart_table import ChartTableView
from companion.ui.widgets.chart_tools import ChartTools
from companion.ui.widgets.chip import chip
from companion.ui.widgets.flow_layout import FlowLayout
from companion.ui.widgets.labels import heading, label
from companion.ui.widgets.life_event_desk import LifeEventDesk
from companion.ui.widgets.page import SIDE_MARGIN, Page
from companion.ui.widgets.range_row import RangeRow
from companion.ui.widgets.toast import Toast

# With cards below it, of a usual window: so that their beginning is seen.
CHART_SHARE, LEAST_CHART, MOST_CHART = 0.5, 300, 620
NOTE_WIDTH = 260
ANY_HEIGHT = 16_777_215  # Qt's own word for no bound


class Aside(NamedTuple):
    """What else there is of the chart: its rows, and where its pictures go."""

    pages: ChartTablePages
    files: FilePresenter


class ChartScreen(QWidget):
    """Shows a range of check-ins; says when the person wants to check in, to read one moment, by id and time, or to
    have the page for a session about those days.

    With `life_events` they can be added, changed, moved and deleted on the chart; `cards` stand below it.
    With `aside` there are its table, its pictures and the page; whether the table is shown is kept for as long as the
    program runs.
    """

    check_in_wanted = Signal()
    moment_wanted = Signal(str, float)
    report_wanted = Signal(Period)

    def __init__(
        self,
        presenter: TimelinePresenter,
        theme: Theme,
        life_events: LifeEventPresenter | None = None,
        cards: ChartCards | None = None,
        aside: Aside | None = None,
    ) -> None:
        super().__init__()
        self._presenter = presenter
        self._theme = theme
        self._emptiness = Emptiness.NONE
        self._is_outdated = True
        self._state: TimelineState | None = None
        self._aside = aside
        self.tools = None if aside is None else ChartTools(self)
        self.table: ChartTableView | None = None
        self._toast: Toast | None = None
        self.chart = ChartView(theme, presenter.tell, presenter.around)
        self.brush = HistoryBrush(theme)
        self.life_events = None if life_events is None else LifeEventDesk(life_events, theme, self)
        self.cards = cards
        self.setFocusProxy(self.chart)
        self._connect_chart()
        self._connect_tools()
        self._lay_out()
        presenter.attach(self._on_outdated)
        presenter.attach_refined(self._on_refined)

    def refresh(self) -> None:
        """Shows what is there now."""
        may_differ, self._is_outdated = self._is_outdated, False
        self._presenter.make_room(self.chart.room())
        state = self._presenter.state()
        self.show_state(state)
        self._show_cards(state, may_differ=may_differ)

    def show_state(self, state: TimelineState) -> None:
        """Shows a state."""
        self._state = state
        sentence = self._presenter.sentence(state)
        self._sentence.setText(sentence)
        self._show_range(state.chart_range)
        self._earlier.setEnabled(state.may_go_earlier)
        self._later.setEnabled(state.may_go_later)
        self.chart.show_state(state, self._presenter.summary(state))
        overview = self._presenter.overview()
        self.brush.show_days(overview, state.period, sentence)
        is_one_day = overview is not None and overview.days.days < LEAST_DAYS
        self.brush.setVisible(state.emptiness in (Emptiness.NONE, Emptiness.NONE_IN_RANGE) and not is_one_day)
        self._add.setVisible(self.life_events is not None and state.emptiness is not Emptiness.LOCKED)
        self._show_emptiness(state.emptiness)
        self._show_aside(state)

    def _show_cards(self, state: TimelineState, *, may_differ: bool) -> None:
        """The chart stands first; what is below it is computed meanwhile."""
        if self.cards is None:
            return
        self.cards.setVisible(state.emptiness in (Emptiness.NONE, Emptiness.NONE_IN_RANGE))
        self._fit_chart(self.width(), self.height())
        if state.emptiness in (Emptiness.LOCKED, Emptiness.NO_CHECK_INS):
            self.cards.put_away()
        else:
            self.cards.show_period(state.period, is_changed=may_differ)

    def undo(self) -> bool:
        """Takes back what was done last with a life event; False if there is nothing to take back."""
        return self.life_events is not None and self.life_events.undo()

    def keep_now(self) -> None:
        """The store is about to be locked: what was half written is kept."""
        if self.life_events is not None:
            self.life_events.keep_now()

    def showEvent(self, event: QShowEvent) -> None:
        """What happened while it was not seen is shown now."""
        super().showEvent(event)
        if self._is_outdated:
            self.refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What stands beside the heading goes below it where there is too little room."""
        self._fit_head(event.size().width())
        self._fit_note(event.size().width())
        self._fit_chart(event.size().width(), event.size().height())
        self._fit_table()
        super().resizeEvent(event)

    def _fit_head(self, width: int) -> None:
        """Side by side only where both keep to one line."""
        self._title.ensurePolished()
        title = self._title.fontMetrics().horizontalAdvance(self._title.text())
        needed = title + AMPLE + self._beside.sizeHint().width() + 2 * SIDE_MARGIN
        direction = QBoxLayout.Direction.LeftToRight if width >= needed else QBoxLayout.Direction.TopToBottom
        self._head.setDirection(direction)

    def _fit_note(self, width: int) -> None:
        """Of few words, and in lines of one length; where there is less room, as wide as that."""
        around = 2 * (SIDE_MARGIN + AMPLE + ROOM)
        self._note_text.setMinimumWidth(max(0, min(self._theme.px(NOTE_WIDTH), width - around)))

    def _fit_chart(self, width: int, height: int) -> None:
        """With cards below it has a height of its own and does not jump with theirs; alone it takes what there is."""
        if self.cards is None:
            return
        is_alone = self.cards.isHidden()
        self._body.setStretch(0, int(is_alone))
        self._body.setStretch(self._body.count() - 1, int(not is_alone))
        if is_alone:
            self.chart.setMinimumHeight(0)
            self.chart.setMaximumHeight(ANY_HEIGHT)
            return
        least, most = self._theme.px(LEAST_CHART), self._theme.px(MOST_CHART)
        self.cards.arrange(width)
        self.chart.setFixedHeight(max(least, min(most, round(height * CHART_SHARE))))

    def _connect_chart(self) -> None:
        self.chart.earlier_wanted.connect(self._go_earlier)
        self.chart.later_wanted.connect(self._go_later)
        self.chart.moment_opened.connect(self.moment_wanted)
        self.chart.room_changed.connect(self._on_room_changed)
        self.chart.zoom_wanted.connect(self._zoom)
        self.chart.span_wanted.connect(self._show_between)
        self.brush.days_wanted.connect(self._show_days)
        if self.life_events is not None:
            self.chart.event_wanted.connect(self.life_events.add)
            self.chart.event_opened.connect(self.life_events.correct)
            self.chart.event_moved.connect(self.life_events.move)
            self.chart.event_delete_wanted.connect(self.life_events.take_away)
            self.chart.menu_wanted.connect(self.life_events.offer)

    def _connect_tools(self) -> None:
        if self._aside is None or self.tools is None:
            return
        desk = PictureDesk(self._aside.files, self, self._shown, self._say_of_file, ask_where)
        self.tools.table_wanted.connect(self._on_table_wanted)
        self.tools.picture_wanted.connect(desk.save)
        self.tools.copy_wanted.connect(desk.copy)
        self.tools.report_wanted.connect(self._on_report_wanted)

    def _lay_out(self) -> None:
        page = Page(self._theme)
        self._head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._title, self._beside = heading(_("Arousal over time"), "display"), self._ranges()
        self._head.addWidget(self._title, 1)
        self._head.addLayout(self._beside)
        page.add_row(self._head)
        self._body = body = QVBoxLayout()
        body.setSpacing(ROOM)
        body.addWidget(self._chart_card(), 1)
        page.add_row(body, 1)
        if self.cards is not None:
            body.addWidget(self.cards)
            body.addStretch(0)
            self.cards.day_chosen.connect(lambda day: self._show_days(Period(day, day)))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(page)

    def _ranges(self) -> FlowLayout:
        row = FlowLayout()
        row.setSpacing(TIGHT)
        self._group = group = QButtonGroup(self)
        self._range_buttons: dict[ChartRange, QPushButton] = {}
        for chart_range in RANGES:
            button = chip(range_name(chart_range))
            button.clicked.connect(lambda _checked=False, chosen=chart_range: self._choose(chosen))
            group.addButton(button)
            row.addWidget(button)
            self._range_buttons[chart_range] = button
        for tool in () if self.tools is None else self.tools.buttons:
            row.addWidget(tool)
        return row

    def _chart_card(self) -> Card:
        card = Card()
        card.body.addWidget(self._range_row())
        self._ground = ground = QGridLayout()
        ground.addWidget(self.chart, 0, 0)
        ground.addWidget(self._empty_note(), 0, 0, Qt.AlignmentFlag.AlignCenter)
        card.body.addLayout(ground, 1)
        card.body.addWidget(self.brush)
        return card

    def _range_row(self) -> RangeRow:
        row = RangeRow(self._theme, self._go_earlier, self._go_later)
        self._earlier, self._later, self._sentence, self._add = row.earlier, row.later, row.sentence, row.add
        self._add.clicked.connect(self._on_add_clicked)
        return row

    def _empty_note(self) -> Card:
        self._note = Card()
        self._note_text = label()
        self._note_text.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._note_action = QPushButton()
        self._note_action.clicked.connect(self._on_note_action_clicked)
        self._note.body.setSpacing(SNUG)
        self._note.body.setContentsMargins(ROOM, ROOM, ROOM, ROOM)
        self._note.body.addWidget(self._note_text)
        self._note.body.addWidget(self._note_action, 0, Qt.AlignmentFlag.AlignCenter)
        return self._note

    def _show_range(self, chart_range: ChartRange) -> None:
        button = self._range_buttons.get(chart_range)
        if button is not None:
            button.setChecked(True)
        elif (chosen := self._group.checkedButton()) is not None:
            # A group that is exclusive never lets go of the last one.
            self._group.setExclusive(False)
            chosen.setChecked(False)
            self._group.setExclusive(True)

    def _show_emptiness(self, emptiness: Emptiness) -> None:
        words = empty_words(emptiness)
        self._emptiness = emptiness
        self._note.setVisible(bool(words.sentence))
        self._note_text.setText(words.sentence)
        self._note_action.setText(words.action)
        self._note_action.setVisible(bool(words.action))

    def _show_aside(self, state: TimelineState) -> None:
        """The table in the chart's place where it is wanted; nothing is left in it otherwise."""
        if self.tools is None:
            return
        self.tools.offer(is_possible=state.emptiness in (Emptiness.NONE, Emptiness.NONE_IN_RANGE))
        is_table = self.tools.table.isChecked() and state.emptiness is Emptiness.NONE
        had_keyboard = self.chart.hasFocus() or (self.table is not None and self.table.table.hasFocus())
        if is_table:
            self._made_table().show_days(state.period, state.lines, self._sentence.text())
        elif self.table is not None:
            self.table.let_go()
        self._fit_table()
        if self.table is not None:
            self.table.setVisible(is_table)
        self.chart.setVisible(not is_table)
        shown = self.table if is_table and self.table is not None else self.chart
        self.setFocusProxy(shown)
        if had_keyboard and not shown.hasFocus():
            shown.setFocus()

    def _fit_table(self) -> None:
        """It takes as much room as the chart would."""
        if self.table is not None:
            self.table.setMinimumHeight(self.chart.minimumHeight())

    def _made_table(self) -> ChartTableView:
        if self.table is None:
            assert self._aside is not None
            self.table = ChartTableView(self._aside.pages, self._theme)
            self.table.moment_opened.connect(self.moment_wanted)
            self._ground.addWidget(self.table, 0, 0)
        return self.table

    def _on_table_wanted(self, _is_wanted: bool) -> None:
        self.refresh()

    def _on_report_wanted(self) -> None:
        if self._state is not None:
            self.report_wanted.emit(self._state.period)

    def _shown(self) -> tuple[TimelineState, str] | None:
        return None if self._state is None else (self._state, self._sentence.text())

    def _say_of_file(self, line: str) -> None:
        if self._toast is None:
            self._toast = Toast(self, self._theme)
        self._toast.say(line)

    def _choose(self, chart_range: ChartRange) -> None:
        self._presenter.choose(chart_range)
        self._show_and_say()

    def _go_earlier(self) -> None:
        self._presenter.go_earlier()
        self._show_and_say()

    def _go_later(self) -> None:
        self._presenter.go_later()
        self._show_and_say()

    def _zoom(self, factor: float, wall: float) -> None:
        self._presenter.zoom(factor, wall)
        self._show_and_say()

    def _show_between(self, start: float, end: float) -> None:
        self._presenter.show_between(start, end)
        self._show_and_say()

    def _show_days(self, days: Period) -> None:
        self._presenter.show_days(days)
        if self.brush.is_dragged:
            self.refresh()
        else:
            self._show_and_say()

    def _on_add_clicked(self) -> None:
        if self.life_events is not None:
            self.life_events.add()

    def _on_refined(self) -> None:
        # In the middle of a gesture nothing changes under the hand; what it comes to is looked at anew.
        is_seen = self.isVisible() and not self._is_outdated and not self.chart.is_moving
        state = self._presenter.refined_state() if is_seen else None
        if state is not None:
            self.show_state(state)

    def _show_and_say(self) -> None:
        self.refresh()
        say(self.chart, self._sentence.text())

    def _on_note_action_clicked(self) -> None:
        if self._emptiness is Emptiness.NO_CHECK_INS:
            self.check_in_wanted.emit()
        else:
            self._choose(ChartRange.ALL)

    def _on_room_changed(self, room: Room) -> None:
        # What is outdated is looked at as a whole in a moment, in the room that there is then.
        is_seen = self.isVisible() and not self._is_outdated
        state = self._presenter.fitted_state(room) if is_seen else None
        if state is not None:
            self.show_state(state)

    def _on_outdated(self) -> None:
        """Locked, everything is let go of at once, also where it is not seen."""
        self._is_outdated = True
        if self._presenter.is_locked and self.life_events is not None:
            self.life_events.put_away()
        if self.isVisible() or self._presenter.is_locked:
            self.refresh()
        if self.life_events is not None and not self._presenter.is_locked:
            self.life_events.bring_back()
