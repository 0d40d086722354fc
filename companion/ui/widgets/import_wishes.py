"""What can be said of a file before it comes in: what its rating is, its words, its series, its columns."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFormLayout, QLabel, QLineEdit, QWidget

from companion.application.foreign import Column, DateOrder, Meaning, Wishes
from companion.presentation.import_words import column_name, meaning_name, order_name
from companion.presentation.importing import ImportState, scale_from
from companion.presentation.translation import _
from companion.ui.theme.tokens import ROOM, TIGHT
from companion.ui.widgets.choice_field import ChoiceField
from companion.ui.widgets.labels import label
from companion.ui.widgets.number_fields import NumberField

NO_NUMBER = -1
LONGEST_CHOICE = 28


class ImportWishes(QWidget):
    """`changed` says that the person said another thing; `wishes` is all of it."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._state: ImportState | None = None
        self._shown: tuple[object, ...] = ()
        self.rating, self.series, self.dates = ChoiceField(), ChoiceField(), ChoiceField()
        self.lowest, self.highest = QLineEdit(), QLineEdit()
        self.columns: dict[Column, ChoiceField] = {}
        self.words: dict[str, NumberField] = {}
        self._names: list[QLabel] = []
        self._fields: list[QWidget] = []
        self._form = QFormLayout(self)
        self._form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        self._form.setContentsMargins(0, 0, 0, 0)
        self._form.setHorizontalSpacing(ROOM)
        self._form.setVerticalSpacing(TIGHT)
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.FieldsStayAtSizeHint)
        self._form.setLabelAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        self._form.setFormAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop)

    @property
    def wishes(self) -> Wishes:
        """What is said now."""
        state = self._state
        if state is None:
            return Wishes()
        points = dict(state.wishes.points)
        given = dict(state.words)
        for word, field in self.words.items():
            value = None if field.value() == NO_NUMBER else field.value()
            if value != given.get(word) or word.casefold() in points:
                points[word.casefold()] = value
        return Wishes(
            rating=self.rating.currentData() if state.asks_rating else Meaning.PLEASANTNESS,
            points=points,
            feature=self.series.currentData() if state.series else None,
            scale=scale_from(self.lowest.text(), self.highest.text()) if state.asks_scale else None,
            columns={column: field.currentData() for column, field in self.columns.items() if field.currentData()},
            dates=self.dates.currentData() if state.columns else DateOrder.YEAR_FIRST,
        )

    def show_state(self, state: ImportState) -> None:
        """Shows what can be said of the file; what has the keyboard keeps it unless other things can be said."""
        shape = (state.kind, state.columns, tuple(sorted(name for name, _count in state.series)), _names(state))
        self._state = state
        if shape != self._shown:
            self._shown = shape
            self._build(state)
        self.setVisible(self._form.rowCount() > 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little room for the size of the text, every name stands above its field."""
        super().resizeEvent(event)
        self._arrange(event.size().width())

    def _arrange(self, width: int) -> None:
        names = max((name.fontMetrics().horizontalAdvance(name.text()) for name in self._names), default=0)
        fields = max((field.sizeHint().width() for field in self._fields), default=0)
        is_narrow = names + 2 * ROOM + fields > width
        policy = QFormLayout.RowWrapPolicy.WrapAllRows if is_narrow else QFormLayout.RowWrapPolicy.DontWrapRows
        for name in self._names:
            name.setWordWrap(is_narrow)
        if policy is not self._form.rowWrapPolicy():
            self._form.setRowWrapPolicy(policy)

    def _build(self, state: ImportState) -> None:
        while self._form.rowCount():
            self._form.removeRow(0)
        self.columns, self.words = {}, {}
        self._names, self._fields = [], []
        if state.series:
            self._add_series(state)
        if state.columns:
            self._add_columns(state)
        if state.asks_rating:
            self.rating = _choice(((meaning_name(each), each) for each in Meaning), state.wishes.rating)
            self.rating.activated.connect(self.changed)
            self._add(_("The rating is taken for"), self.rating)
        if state.asks_scale:
            self._add_scale(state)
        if state.words:
            self._add_words(state)
        self._arrange(self.width())

    def _add_series(self, state: ImportState) -> None:
        asked = (_("please choose"), None)
        named = ((_("{name} ({count})").format(name=name, count=count), name) for name, count in state.series)
        self.series = _choice((asked, *named), state.wishes.feature)
        self.series.activated.connect(self.changed)
        self.series.setProperty("personal", True)
        self._add(_("The series that comes in"), self.series)

    def _add_columns(self, state: ImportState) -> None:
        for column in Column:
            nowhere = (_("not in this table"), None)
            names = ((name, name) for name in state.columns if name)
            field = _choice((nowhere, *names), state.wishes.columns.get(column))
            field.activated.connect(self.changed)
            field.setProperty("personal", True)
            self.columns[column] = field
            self._add(column_name(column), field)
        self.dates = _choice(((order_name(each), each) for each in DateOrder), state.wishes.dates)
        self.dates.activated.connect(self.changed)
        self._add(_("Its dates are written"), self.dates)

    def _add_scale(self, state: ImportState) -> None:
        scale = state.wishes.scale
        self.lowest, self.highest = QLineEdit(), QLineEdit()
        for field, end in ((self.lowest, scale and scale.lowest), (self.highest, scale and scale.highest)):
            field.setText("" if end is None else f"{end:g}")
            field.setPlaceholderText(_("as in the file") if not state.columns else "")
            field.editingFinished.connect(self.changed)
        if state.columns and scale is None:
            self.lowest.setText("0")
            self.highest.setText("100")
        self._add(_("Its numbers run from"), self.lowest)
        self._add(_("to"), self.highest)

    def _add_words(self, state: ImportState) -> None:
        self._form.addRow(label(_("What its words stand for, 0 to 100:"), "body", "muted"))
        for word, points in state.words:
            field = NumberField(NO_NUMBER, 100, NO_NUMBER if points is None else points)
            field.setSpecialValueText(_("no number"))
            field.setKeyboardTracking(False)
            field.valueChanged.connect(self.changed)
            self.words[word] = field
            self._add(word, field, is_personal=True)

    def _add(self, name: str, field: QWidget, *, is_personal: bool = False) -> None:
        words = QLabel(name)
        words.setTextFormat(Qt.TextFormat.PlainText)
        for part in (words, field) if is_personal else ():
            part.setProperty("personal", True)
        words.setBuddy(field)  # a name of its own is never spoken for a box of choices
        if not isinstance(field, ChoiceField):
            field.setAccessibleName(name)
        words.setWordWrap(True)
        self._names.append(words)
        self._fields.append(field)
        self._form.addRow(words, field)


def _choice(items: Iterable[tuple[str, object]], chosen: object) -> ChoiceField:
    made = ChoiceField()
    made.setSizeAdjustPolicy(ChoiceField.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    longest = 0
    for index, (text, value) in enumerate(items):
        made.addItem(text, value)
        longest = max(longest, len(text))
        if value == chosen:
            made.setCurrentIndex(index)
    made.setMinimumContentsLength(min(longest, LONGEST_CHOICE))
    return made


def _names(state: ImportState) -> tuple[str, ...]:
    return tuple(sorted(word for word, _points in state.words))
