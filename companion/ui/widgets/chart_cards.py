"""The cards below the chart, in as many columns as there is room for."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QPushButton, QWidget

from companion.application.laid_beside import Against
from companion.domain.period import Period
from companion.presentation.chart_cards import CardKind, FigureCard, empty_cards
from companion.presentation.chart_cards_presenter import ChartCardsPresenter
from companion.ui.theme.theme import Theme
from companion.ui.theme.tokens import ROOM, TIGHT
from companion.ui.widgets.chip import chip
from companion.ui.widgets.figure_card import FigureCardView
from companion.ui.widgets.flow_layout import FlowLayout
from companion.ui.widgets.reveal import reveal
from companion.ui.widgets.year_of_days import YearOfDays

_THREE_FROM, _TWO_FROM, _MOST_COLUMNS = 900.0, 600.0, 3
_RESTS_AFTER_MS = 60  # a chart that is being dragged has another period with every frame
_WIDE = (CardKind.ASKED, CardKind.BESIDE, CardKind.YEAR)


class ChartCards(QWidget):
    """Shows what is known of a period; `day_chosen` has a day of the year that somebody wants to see."""

    day_chosen = Signal(object)

    def __init__(self, presenter: ChartCardsPresenter, theme: Theme) -> None:
        super().__init__()
        self._presenter = presenter
        self._theme = theme
        self._period: Period | None = None
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_RESTS_AFTER_MS)
        self._rest.timeout.connect(self.settle)
        self.cards = {card.kind: FigureCardView(card, theme) for card in empty_cards()}
        self._columns = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(ROOM)
        self._add_choice()
        self._connect_cards()
        self.arrange(self.width())
        theme.changed.connect(self._on_theme_changed)
        presenter.attach(self.show_state)

    def show_period(self, period: Period, *, is_changed: bool) -> None:
        """Has the cards of that period shown, soon; anew if something in it may be other than it was.

        Those of another period are put away at once: no number stands below a chart that it is not of.
        """
        if period == self._period and not is_changed:
            return
        if period != self._period:
            self.show_state(empty_cards())
        self._period = period
        self._rest.start()

    def put_away(self) -> None:
        """Nothing can be read: nothing is shown."""
        self._rest.stop()
        self._period = None
        self._presenter.forget()

    def settle(self) -> None:
        """Has them computed now."""
        self._rest.stop()
        if self._period is not None:
            self._presenter.want(self._period)

    def show_state(self, cards: tuple[FigureCard, ...]) -> None:
        """Shows these."""
        for card in cards:
            self.cards[card.kind].show_state(card)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """More or fewer columns."""
        self.arrange(event.size().width())
        super().resizeEvent(event)

    def arrange(self, width: int) -> None:
        """Puts them into as many columns as that width has room for."""
        scale = self._theme.text_scale
        columns = 3 if width >= _THREE_FROM * scale else 2 if width >= _TWO_FROM * scale else 1
        if columns != self._columns:
            self._columns = columns
            self._fill_columns()

    def _add_choice(self) -> None:
        row = FlowLayout()
        row.setSpacing(TIGHT)
        group = QButtonGroup(self)
        self.against_buttons: dict[Against, QPushButton] = {}
        for against, name in self._presenter.against_names().items():
            button = chip(name)
            button.setChecked(against is self._presenter.against)
            button.clicked.connect(lambda _checked=False, chosen=against: self._presenter.lay_beside(chosen))
            self.against_buttons[against] = button
            group.addButton(button)
            row.addWidget(button)
        self.cards[CardKind.BESIDE].body.insertLayout(1, row)

    def _connect_cards(self) -> None:
        for view in self.cards.values():
            view.unfolded.connect(lambda is_open, view=view: reveal(view) if is_open else None)
        year = self.cards[CardKind.YEAR].picture
        if isinstance(year, YearOfDays):
            year.day_chosen.connect(self.day_chosen)

    def _on_theme_changed(self) -> None:
        self.arrange(self.width())

    def _fill_columns(self) -> None:
        for view in self.cards.values():
            self._grid.removeWidget(view)
        row = column = 0
        for kind, view in self.cards.items():
            span = self._columns if kind in _WIDE else 1
            if column + span > self._columns:
                row, column = row + 1, 0
            self._grid.addWidget(view, row, column, 1, span)
            column += span
        for number in range(_MOST_COLUMNS):
            self._grid.setColumnStretch(number, 1 if number < self._columns else 0)
