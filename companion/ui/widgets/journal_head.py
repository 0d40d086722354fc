"""What stands at the top of the journal: its name, the day one is at, and what can be added."""

from datetime import date

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import QBoxLayout, QDateEdit, QHBoxLayout, QMenu, QPushButton, QVBoxLayout, QWidget

from companion.presentation.repair import offer_words
from companion.presentation.translation import _
from companion.ui.theme.tokens import TIGHT
from companion.ui.widgets.display_title import DisplayTitle
from companion.ui.widgets.flow_layout import FlowLayout
from companion.ui.widgets.full_year import show_full_year
from companion.ui.widgets.labels import label


class JournalHead(QWidget):
    """Says which day is wanted, and what is to be added."""

    day_wanted = Signal(object)
    earlier_check_in_wanted = Signal()
    reflection_wanted = Signal()
    life_event_wanted = Signal()
    repair_wanted = Signal()
    triangle_wanted = Signal()
    triangle_weeks_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.sentence = label("", "small", "muted")
        policy = self.sentence.sizePolicy()
        policy.setRetainSizeWhenHidden(True)  # so that nothing moves while somebody types a search
        self.sentence.setSizePolicy(policy)
        self.day = QDateEdit()
        self.day.setCalendarPopup(True)
        show_full_year(self.day)
        self.day.setMinimumDate(QDate(1970, 1, 1))
        self.day.setKeyboardTracking(False)  # a date that is being typed is not wanted yet
        self.day.setAccessibleName(_("Go to a day"))
        self.day.dateChanged.connect(self._on_day_changed)
        self.new = QPushButton(_("New…"))
        self.new.setProperty("role", "primary")
        self.new.setMenu(self._menu())
        self._lay_out()

    def show_state(self, sentence: str, *, may_add: bool, may_go: bool) -> None:
        """Shows how much there is, whether something can be added, and whether there is a day to go to."""
        self.sentence.setText(sentence)
        self.sentence.setVisible(bool(sentence))
        self.new.setVisible(may_add)
        self._to_day.setVisible(may_go)

    def show_day(self, day: date) -> None:
        """Shows the day that is in sight; nothing is said. Not while somebody is typing another one."""
        if not self.day.hasFocus():
            self.day.blockSignals(True)
            self.day.setDate(QDate(day.year, day.month, day.day))
            self.day.blockSignals(False)

    def show_narrow(self, is_narrow: bool, *, is_low: bool) -> None:
        """With less room the controls stand below the name; in a low window they stand alone."""
        direction = QBoxLayout.Direction.TopToBottom if is_narrow else QBoxLayout.Direction.LeftToRight
        self._row.setDirection(direction)
        self._names.setVisible(not is_low)
        self._words.setVisible(not is_low)

    def _menu(self) -> QMenu:
        menu = QMenu(self)
        menu.addAction(_("An earlier check-in"), self.earlier_check_in_wanted.emit)
        menu.addAction(_("A reflection"), self.reflection_wanted.emit)
        menu.addAction(_("A life event"), self.life_event_wanted.emit)
        menu.addAction(offer_words(), self.repair_wanted.emit)
        menu.addAction(_("Mind, body and relationships"), self.triangle_wanted.emit)
        menu.addSeparator()
        menu.addAction(_("Mind, body and relationships over the weeks"), self.triangle_weeks_wanted.emit)
        return menu

    def _lay_out(self) -> None:
        self._names = QWidget()
        names = QVBoxLayout(self._names)
        names.setContentsMargins(0, 0, 0, 0)
        names.setSpacing(0)
        names.addWidget(DisplayTitle(_("Journal")))
        names.addWidget(self.sentence)
        self._to_day = QWidget()
        pair = QHBoxLayout(self._to_day)
        pair.setContentsMargins(0, 0, 0, 0)
        pair.setSpacing(TIGHT)
        self._words = label(_("Go to"), "small", "muted")
        self._words.setWordWrap(False)
        pair.addWidget(self._words)
        pair.addWidget(self.day)
        controls = FlowLayout()
        controls.addWidget(self._to_day)
        controls.addWidget(self.new)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(self._names, 1)
        self._row.addLayout(controls)

    def _on_day_changed(self, day: QDate) -> None:
        self.day_wanted.emit(date(day.year(), day.month(), day.day()))
