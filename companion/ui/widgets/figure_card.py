"""One card below the chart: numbers with their uncertainty, what they rest on, and what they cannot say."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from companion.presentation.chart_cards import CardKind, FigureCard, Rows
from companion.presentation.number_words import with_units
from companion.presentation.translation import _
from companion.ui.theme.theme import Theme
from companion.ui.theme.tokens import ROOM, TIGHT
from companion.ui.widgets.card import Card
from companion.ui.widgets.labels import heading, label
from companion.ui.widgets.links import flush, link
from companion.ui.widgets.range_bars import RangeBars
from companion.ui.widgets.share_bars import ShareBars
from companion.ui.widgets.year_of_days import YearOfDays

COLUMNS = 4
_LEAST_HEIGHT = 120.0


class FigureCardView(Card):
    """Shows a card; while nothing is known it keeps its height, so that nothing jumps when something is."""

    unfolded = Signal(bool)

    def __init__(self, card: FigureCard, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.kind = card.kind
        self._card: FigureCard | None = None
        self._cells: list[QLabel] = []
        self.body.setSpacing(TIGHT)
        self._title = heading(card.title)
        self._headline = label("", "display")
        self.picture = self._make_picture()
        self._table = QWidget()
        self._grid = QGridLayout(self._table)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(ROOM)
        self._grid.setVerticalSpacing(TIGHT)
        self.sentence, self.missing = label(), label("", "body", "muted")
        self.basis = label("", "small", "muted")
        self.unfold = link(_("What this cannot say"))
        self.unfold.setAccessibleName(_("What this cannot say: {figure}").format(figure=card.title))
        self.unfold.setCheckable(True)
        self.limits = label("", "small", "muted")
        self.unfold.toggled.connect(self._on_unfold_toggled)
        self._lay_out()
        self.show_state(card)

    def show_state(self, card: FigureCard) -> None:
        """Shows what there is of it."""
        if card == self._card:
            return
        is_first, self._card = self._card is None, card
        is_empty = not (card.sentence or card.missing or card.basis or card.rows)
        self.setMinimumHeight(max(self.height() if is_empty and not is_first else 0, self._theme.px(_LEAST_HEIGHT)))
        missing = _("Not yet. {missing}").format(missing=card.missing) if card.missing else ""
        for shown, text in (
            (self._headline, card.headline),
            (self.sentence, card.sentence),
            (self.missing, missing),
            (self.basis, card.basis),
            (self.limits, card.cannot_say),
        ):
            shown.setText(with_units(text))
            shown.setVisible(bool(text))
        self.unfold.setVisible(bool(card.cannot_say))
        self.limits.setVisible(bool(card.cannot_say) and self.unfold.isChecked())
        self._show_picture(card)
        self._show_rows(card.rows)

    def _lay_out(self) -> None:
        for part in (self._title, self._headline, self.picture, self._table, self.sentence, self.missing, self.basis):
            if part is not None:
                self.body.addWidget(part)
        self.body.addStretch(1)
        self.body.addLayout(flush(self.unfold))
        self.body.addWidget(self.limits)

    def _make_picture(self) -> ShareBars | RangeBars | YearOfDays | None:
        if self.kind is CardKind.SHARES:
            return ShareBars(self._theme)
        if self.kind in (CardKind.HOURS, CardKind.WEEKDAYS):
            return RangeBars(self._theme)
        return YearOfDays(self._theme) if self.kind is CardKind.YEAR else None

    def _show_picture(self, card: FigureCard) -> None:
        picture = self.picture
        if isinstance(picture, YearOfDays):
            picture.show_days(card.year, card.sentence)
            picture.setVisible(bool(card.year))
        elif picture is not None:
            if isinstance(picture, ShareBars):
                picture.show_bars(card.shares)
            else:
                picture.show_bars(card.ranges)
            picture.setAccessibleName(card.title)
            picture.setAccessibleDescription(card.picture)
            picture.setToolTip(card.picture)
            picture.setVisible(bool(card.shares or card.ranges))

    def _show_rows(self, rows: Rows | None) -> None:
        self._table.setVisible(rows is not None)
        texts: list[str] = [] if rows is None else ["", rows.first, rows.second, ""]
        for row in () if rows is None else rows.rows:
            texts += [row.name, row.first, row.second, row.verdict]
        while len(self._cells) < len(texts):
            self._add_cell()
        for number, cell in enumerate(self._cells):
            text = texts[number] if number < len(texts) else ""
            cell.setText(text)
            cell.setVisible(bool(text))

    def _add_cell(self) -> None:
        row, column = divmod(len(self._cells), COLUMNS)
        is_aside = not row or column == COLUMNS - 1
        cell = label("", "small", "muted") if is_aside else label()
        self._cells.append(cell)
        self._grid.addWidget(cell, row, column, Qt.AlignmentFlag.AlignTop)

    def _on_unfold_toggled(self, is_open: bool) -> None:
        self.limits.setVisible(is_open and bool(self.limits.text()))
        self.unfolded.emit(is_open)
