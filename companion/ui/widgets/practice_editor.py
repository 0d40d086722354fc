"""The form of a practice of the person's own."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from companion.domain.practice import Way
from companion.domain.practice_own import LONGEST_TITLE
from companion.domain.zone import Zone
from companion.presentation.practice_editing import (
    PracticeEditing,
    PracticeKept,
    Written,
    breath_fields,
    breath_hint,
    steps_hint,
)
from companion.presentation.translation import _
from companion.ui.theme.theme import Theme
from companion.ui.theme.tokens import ROOM, SNUG, TIGHT
from companion.ui.widgets.announce import announce
from companion.ui.widgets.chip import chip
from companion.ui.widgets.flow_layout import FlowLayout
from companion.ui.widgets.growing_note import GrowingNote
from companion.ui.widgets.labels import heading, label
from companion.ui.widgets.number_fields import NumberField
from companion.ui.widgets.page import Page

_WIDEST = 560
_OFFERED = (Zone.ABOVE, Zone.BELOW, Zone.MIXED)


class PracticeEditor(Page):
    """`kept` brings the key of what was kept; `left` says that nothing was. `written` stood in it earlier."""

    kept = Signal(str)
    left = Signal()

    def __init__(self, editing: PracticeEditing, theme: Theme, written: Written | None = None) -> None:
        super().__init__(theme, _WIDEST, editing.heading)
        self._editing = editing
        stands = written or editing.stands()
        self._way = stands.way
        self._kept_zones = tuple(zone for zone in stands.zones if zone not in _OFFERED)
        self.title = QLineEdit(stands.title)
        self.title.setMaxLength(LONGEST_TITLE)
        self.title.setAccessibleName(_("What it is called"))
        self.steps_way, self.breath_way = chip(_("Steps")), chip(_("A breath, over and over"))
        self.lines = QPlainTextEdit(stands.lines)
        self.lines.setTabChangesFocus(True)
        self.lines.setAccessibleName(_("Steps"))
        self.breath = {f.phase: NumberField(0, f.most, f.seconds, _(" s")) for f in breath_fields(stands.breath)}
        self.minutes = NumberField(1, 30, stands.minutes, _(" min"))
        self.zones = {zone: chip(_zone_words(zone)) for zone in _OFFERED}
        for zone, button in self.zones.items():
            button.setChecked(zone in stands.zones)
        self.note = GrowingNote(theme)
        self.note.setPlainText(stands.note)
        self.note.setAccessibleName(_("Something to remember with it"))
        self._trouble = label()
        self._trouble.hide()
        self.save, self.cancel = QPushButton(_("Keep")), QPushButton(_("Not now"))
        self.save.setProperty("role", "primary")
        self._lay_out()
        self._connect()
        self._show_way()

    @property
    def written(self) -> Written:
        """What stands in the form."""
        zones = (*self._kept_zones, *(zone for zone, button in self.zones.items() if button.isChecked()))
        breath = {phase: field.value() for phase, field in self.breath.items()}
        lines, note = self.lines.toPlainText(), self.note.toPlainText()
        return Written(self.title.text(), self._way, lines, breath, self.minutes.value(), zones, note)

    @property
    def trouble(self) -> str:
        """The calm line that is shown, or ""."""
        return "" if self._trouble.isHidden() else self._trouble.text()

    def begin(self) -> None:
        """It has just come up: the keyboard is in its name."""
        self.title.setFocus(Qt.FocusReason.OtherFocusReason)

    def _connect(self) -> None:
        self.steps_way.clicked.connect(lambda: self._choose(Way.STEPS))
        self.breath_way.clicked.connect(lambda: self._choose(Way.BREATH))
        self.save.clicked.connect(self._on_save_clicked)
        self.cancel.clicked.connect(self.left)

    def _lay_out(self) -> None:
        self.add(heading(self._editing.heading, "display"))
        self.add_together(label(_("What it is called")), self.title)
        self.add_row(_flow(self.steps_way, self.breath_way))
        self._of_steps = _column(label(steps_hint(), "small", "muted"), self.lines)
        self.add(self._of_steps)
        self._of_breath = self._breath_form()
        self.add(self._of_breath)
        self.add_together(label(_("Offer it after a check-in that says")), _flow(*self.zones.values()))
        self.add_together(label(_("Something to remember with it")), self.note)
        self.add(self._trouble)
        self.add_row(_flow(self.save, self.cancel))
        self.finish()

    def _breath_form(self) -> QWidget:
        form = QWidget()
        rows = QGridLayout(form)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setHorizontalSpacing(ROOM)
        rows.setVerticalSpacing(TIGHT)
        rows.setColumnStretch(2, 1)
        rows.addWidget(label(breath_hint(), "small", "muted"), 0, 0, 1, 3)
        named = [(field.words, self.breath[field.phase]) for field in breath_fields(self._editing.stands().breath)]
        for row, (name, number) in enumerate([*named, (_("How long"), self.minutes)], start=1):
            words = label(name)
            words.setWordWrap(False)
            number.setAccessibleName(name)
            rows.addWidget(words, row, 0)
            rows.addWidget(number, row, 1)
        return form

    def _choose(self, way: Way) -> None:
        self._way = way
        self._show_way()

    def _show_way(self) -> None:
        self.steps_way.setChecked(self._way is Way.STEPS)
        self.breath_way.setChecked(self._way is Way.BREATH)
        self._of_steps.setVisible(self._way is Way.STEPS)
        self._of_breath.setVisible(self._way is Way.BREATH)

    def _on_save_clicked(self) -> None:
        outcome = self._editing.keep(self.written)
        if isinstance(outcome, PracticeKept):
            self.kept.emit(outcome.key)
            return
        self._trouble.setText(outcome.sentence)
        self._trouble.show()
        announce(self._trouble, outcome.sentence)


def _zone_words(zone: Zone) -> str:
    return {Zone.ABOVE: _("Above"), Zone.BELOW: _("Below"), Zone.MIXED: _("Mixed or not sure")}[zone]


def _flow(*widgets: QWidget) -> FlowLayout:
    flow = FlowLayout()
    flow.setSpacing(SNUG)
    for widget in widgets:
        flow.addWidget(widget)
    return flow


def _column(*widgets: QWidget) -> QWidget:
    column = QWidget()
    layout = QVBoxLayout(column)
    layout.setContentsMargins(0, 0, 0, 0)
    for widget in widgets:
        layout.addWidget(widget)
    return column
