"""What "More" unfolds: the questions that are switched on, a note, tags, and when it was."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime
from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from companion.domain.checkin_field import CheckInField
from companion.domain.tag import TagKind
from companion.presentation.checkin_fields import KINDS, LINES, MoreState, line_words
from companion.presentation.checkin_form import Filled
from companion.presentation.checkin_more import MoreQuestions
from companion.presentation.translation import _
from companion.presentation.twice import TwiceState, came_once
from companion.ui.theme.theme import Theme
from companion.ui.theme.tokens import HAIR, SNUG
from companion.ui.widgets.choice_chips import ChoiceChips
from companion.ui.widgets.growing_note import GrowingNote
from companion.ui.widgets.labels import label
from companion.ui.widgets.rating_field import RatingField
from companion.ui.widgets.sleep_field import SleepField
from companion.ui.widgets.tags_field import TagsField
from companion.ui.widgets.when_field import WhenField

Optional = RatingField | SleepField | ChoiceChips
_NOTHING: tuple[object, ...] = (None, (), (None, None))


class MoreFields(QWidget):
    """Always in the same order. A question that is answered already is there, whether it is asked now or not.

    `wall_now` gives what the wall clock shows, without zone; `twice` what to ask about a time that came twice.
    """

    changed = Signal()

    def __init__(
        self,
        theme: Theme,
        wall_now: Callable[[], datetime],
        questions: MoreQuestions,
        twice: Callable[[datetime], TwiceState | None] = came_once,
    ) -> None:
        super().__init__()
        self._theme = theme
        self._questions = questions
        self._before: QWidget | None = None
        self.optional: dict[CheckInField, Optional] = {}
        self.note = GrowingNote(theme)
        self.note.setAccessibleName(_("Note"))
        self.note.setPlaceholderText(_("Anything to remember?"))
        self.tags = TagsField(_("Tags"), _("Add a tag"), theme, partial(questions.names_like, TagKind.TAG))
        self.moment = WhenField(wall_now, twice)
        self._above = QVBoxLayout()
        self._lay_out()
        self.note.textChanged.connect(self.changed)
        self.tags.changed.connect(self.changed)
        self.moment.changed.connect(self.changed)

    @property
    def first(self) -> QWidget:
        """Where the keyboard begins."""
        return next(self._stops())

    def refresh(self) -> None:
        """Asks what is switched on now, with the names that can be chosen now; what is filled in stays."""
        self._show(self._questions.state(), self.filled(Filled()))

    def put(self, filled: Filled) -> None:
        """Shows what was given earlier, or nothing; nothing is said."""
        self.blockSignals(True)
        self._show(self._questions.state(), filled)
        for field, widget in self.optional.items():
            widget.put(_value_in(filled, field))
        self.note.setPlainText(filled.note)
        self.tags.put(filled.tags)
        self.moment.put(filled.when)
        self.blockSignals(False)

    def filled(self, rest: Filled) -> Filled:
        """`rest` with everything that stands here."""
        said = rest._replace(note=self.note.toPlainText(), tags=self.tags.names, when=self.moment.when)
        for field, widget in self.optional.items():
            said = _with_value(said, field, widget.value)
        return said

    def order_after(self, before: QWidget) -> None:
        """Tab comes here after `before`, then goes from top to bottom."""
        self._before = before
        for stop in self._stops():
            QWidget.setTabOrder(before, stop)
            before = stop

    def _stops(self) -> Iterator[QWidget]:
        for field in CheckInField:
            widget = self.optional.get(field)
            if widget is not None and not widget.isHidden():
                yield from widget.stops
        yield from (
            self.note,
            *self.tags.stops,
            self.moment.earlier,
            self.moment.when_edit,
            self.moment.which.first,
            self.moment.which.second,
        )

    def _show(self, state: MoreState, filled: Filled) -> None:
        asked = {*state.fields, *(field for field in CheckInField if _value_in(filled, field) not in _NOTHING)}
        new = [field for field in CheckInField if field in asked and field not in self.optional]
        for field in new:
            self._add(field)
        names = {choice.field: choice for choice in state.choices}
        for field, widget in self.optional.items():
            widget.setVisible(field in asked)
            if field in names and isinstance(widget, ChoiceChips):
                widget.show_choice(names[field])
        if new and self._before is not None:
            self.order_after(self._before)

    def _add(self, field: CheckInField) -> None:
        """Makes the question and puts it in its place."""
        widget = self._made(field)
        widget.changed.connect(self.changed)
        self.optional[field] = widget
        before = [other for other in CheckInField if other in self.optional]
        self._above.insertWidget(before.index(field), widget)

    def _made(self, field: CheckInField) -> Optional:
        if field is CheckInField.SLEEP:
            return SleepField(line_words(field), self._theme)
        if field in LINES:
            return RatingField(line_words(field), self._theme)
        complete = partial(self._questions.names_like, KINDS[field])
        return ChoiceChips(self._questions.choice(field), self._theme, complete)

    def _lay_out(self) -> None:
        self._above.setSpacing(SNUG)
        note = QVBoxLayout()
        note.setSpacing(HAIR)
        note.addWidget(label(_("Note")))
        note.addWidget(self.note)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, HAIR, 0, 0)
        layout.setSpacing(SNUG)
        layout.addLayout(self._above)
        layout.addLayout(note)
        layout.addWidget(self.tags)
        layout.addWidget(self.moment)


def _value_in(filled: Filled, field: CheckInField) -> Any:
    return (filled.sleep, filled.slept) if field is CheckInField.SLEEP else getattr(filled, field.value)


def _with_value(filled: Filled, field: CheckInField, value: Any) -> Filled:
    if field is CheckInField.SLEEP:
        return filled._replace(sleep=value[0], slept=value[1])
    return filled._replace(**{field.value: value})
