"""The page of one practice: begin it, and everything there is to read about it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from companion.presentation.practice_page import Part
from companion.presentation.practices import PracticePageState
from companion.presentation.translation import _
from companion.ui.theme.theme import Theme
from companion.ui.theme.tokens import TIGHT
from companion.ui.widgets.card import Card
from companion.ui.widgets.chip import chip
from companion.ui.widgets.flow_layout import FlowLayout
from companion.ui.widgets.labels import heading, label
from companion.ui.widgets.links import link
from companion.ui.widgets.page import Page
from companion.ui.widgets.point import Point
from companion.ui.widgets.rating_field import RatingField
from companion.ui.widgets.wrapped_link import WrappedLink

WIDEST = 640


class PracticePage(Page):
    """Shows one state from its birth. `start_wanted` brings variant, seconds and energy before, None where unsaid."""

    start_wanted = Signal(object, object, object)
    star_wanted = Signal(bool)
    hide_wanted = Signal(bool)
    move_wanted = Signal(int)
    copy_wanted = Signal()
    edit_wanted = Signal()
    remove_wanted = Signal()
    concept_wanted = Signal(str)

    def __init__(self, state: PracticePageState, theme: Theme) -> None:
        super().__init__(theme, WIDEST, _("The practice"))
        self._state = state
        self._theme = theme
        self.lengths = {length.seconds: chip(length.words) for length in state.lengths}
        self.variants = {number: chip(name) for number, name in enumerate(state.variants)}
        self.before = RatingField(state.before._replace(question=_("Energy before, if you like")), theme)
        self.start = QPushButton(state.start)
        self.start.setProperty("role", "primary")
        self.start.clicked.connect(self._on_start_clicked)
        self.star, self.hide_link = link(), link()
        self.up, self.down = link(_("Move up")), link(_("Move down"))
        self.copy, self.edit, self.remove = link(_("Copy and change")), link(_("Change")), link(_("Remove"))
        self._connect()
        self._lay_out()
        self.show_place(state)

    @property
    def variant(self) -> int | None:
        """The chosen variant, None for the practice as it is."""
        return next((number for number, button in self.variants.items() if button.isChecked()), None)

    @property
    def seconds(self) -> int | None:
        """The chosen length."""
        return next((seconds for seconds, button in self.lengths.items() if button.isChecked()), self._state.usual)

    def show_place(self, state: PracticePageState) -> None:
        """Whether it is starred or hidden."""
        self._state = state
        self.star.setText(_("Take the star away") if state.is_starred else _("Star"))
        self.hide_link.setText(_("Show again") if state.is_hidden else _("Hide"))
        self.up.setVisible(state.is_starred)
        self.down.setVisible(state.is_starred)

    def _connect(self) -> None:
        self.star.clicked.connect(lambda: self.star_wanted.emit(not self._state.is_starred))
        self.hide_link.clicked.connect(lambda: self.hide_wanted.emit(not self._state.is_hidden))
        self.up.clicked.connect(lambda: self.move_wanted.emit(-1))
        self.down.clicked.connect(lambda: self.move_wanted.emit(1))
        self.copy.clicked.connect(self.copy_wanted)
        self.edit.clicked.connect(self.edit_wanted)
        self.remove.clicked.connect(self.remove_wanted)
        for seconds, button in self.lengths.items():
            button.clicked.connect(lambda _checked=False, chosen=seconds: self._on_length_clicked(chosen))
        for number, button in self.variants.items():
            button.setProperty("personal", True)
            button.clicked.connect(lambda _checked=False, chosen=number: self._on_variant_clicked(chosen))

    def _lay_out(self) -> None:
        state = self._state
        title, summary = heading(state.title, "display"), label(state.summary)
        for words in (title, summary):
            words.setProperty("personal", True)
        self.add(title)
        if state.summary:
            self.add(summary)
        self.add(label(state.facts, "small", "muted"))
        self._add_choices()
        self.add(self.before)
        self.add(self.start, Qt.AlignmentFlag.AlignLeading)
        for part in state.parts:
            self._add_part(part)
        if state.noted:
            self.add(_noted_card(state.noted))
        self._add_concepts()
        links = FlowLayout()
        mine = () if state.is_ours else (self.edit, self.remove)
        for button in (self.star, self.up, self.down, self.hide_link, self.copy, *mine):
            links.addWidget(button)
        self.add_row(links)
        self.finish()

    def _add_choices(self) -> None:
        for question, chips in ((_("How long"), self.lengths), (_("Another way"), self.variants)):
            if chips:
                flow = FlowLayout()
                flow.setSpacing(TIGHT)
                for button in chips.values():
                    button.setAccessibleName(f"{question}: {button.text()}")
                    flow.addWidget(button)
                self.add_together(label(question, "small", "muted"), flow)
        if self._state.usual in self.lengths:
            self.lengths[self._state.usual].setChecked(True)

    def _add_part(self, part: Part) -> None:
        block = QWidget()
        column = QVBoxLayout(block)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(TIGHT)
        if part.heading:
            column.addWidget(_read(heading(part.heading)))
        for line in part.lines:
            words = _read(label(line))
            column.addWidget(Point(words, self._theme) if part.is_list else words)
        self.add(block)

    def _add_concepts(self) -> None:
        if not self._state.concepts:
            return
        links = []
        for key, title in self._state.concepts:
            links.append(button := WrappedLink(title, self._theme))
            button.setProperty("personal", True)
            button.clicked.connect(lambda _checked=False, wanted=key: self.concept_wanted.emit(wanted))
        self.add_together(heading(_("Concepts")), *links)

    def _on_length_clicked(self, chosen: int) -> None:
        for seconds, button in self.lengths.items():
            button.setChecked(seconds == chosen)

    def _on_variant_clicked(self, chosen: int) -> None:
        for number, button in self.variants.items():
            if number != chosen:
                button.setChecked(False)

    def _on_start_clicked(self) -> None:
        self.start_wanted.emit(self.variant, self.seconds, self.before.value)


def _read(words: QLabel) -> QLabel:
    """A practice's own words are not ours to translate."""
    words.setProperty("personal", True)
    return words


def _noted_card(lines: tuple[str, ...]) -> QWidget:
    card = Card()
    card.body.addWidget(heading(_("What I noted")))
    for line in lines:
        card.body.addWidget(label(line))
    return card
