"""Everything by which the journal can be narrowed, as chips, and a field for a tag."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QSize, QStringListModel, Qt, Signal
from PySide6.QtWidgets import QCompleter, QLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from companion.domain.journal import JournalFilter, JournalKind
from companion.domain.tag import Tag
from companion.presentation.journal_filter import (
    EVERYTHING,
    ZONES,
    asked_choice,
    chosen_kinds,
    kind_words,
    with_kinds,
    zone_choice,
)
from companion.presentation.translation import _
from companion.ui.theme.icons import icon
from companion.ui.theme.theme import Theme
from companion.ui.theme.tokens import SNUG, TIGHT
from companion.ui.theme.zone_shapes import zone_colour
from companion.ui.widgets.chip import chip
from companion.ui.widgets.flow_layout import FlowLayout
from companion.ui.widgets.labels import heading, label
from companion.ui.widgets.links import link

SHAPE = 12


class JournalFilterPanel(QWidget):
    """Says what is wanted whenever the person changes it. `tags_like` finds tags by the letters typed."""

    changed = Signal(object)
    tags_wanted = Signal()

    def __init__(self, theme: Theme, tags_like: Callable[[str], list[tuple[str, Tag]]]) -> None:
        super().__init__()
        self._theme = theme
        self._tags_like = tags_like
        self._wanted = EVERYTHING
        self._found: dict[str, Tag] = {}
        self.kinds = {kind: self._chip(kind_words(kind)) for kind in JournalKind}
        self.zones = {zone: self._chip(zone_choice(zone)) for zone in ZONES}
        self.asked = {asked: self._chip(asked_choice(asked)) for asked in (True, False)}
        self.with_note = self._chip(_("With a note"))
        self._lay_out()
        theme.changed.connect(self._recolour)
        self._recolour()

    def show_filter(self, wanted: JournalFilter) -> None:
        """Shows what is wanted; nothing is said."""
        self._wanted = wanted
        for kind, button in self.kinds.items():
            button.setChecked(kind in chosen_kinds(wanted))
        for zone, button in self.zones.items():
            button.setChecked(zone in wanted.zones)
            button.setText(zone_choice(zone))  # the person may have other words for it by now
        for asked, button in self.asked.items():
            button.setChecked(wanted.asked is asked)
        self.with_note.setChecked(wanted.with_note)
        if not self.tag.hasFocus():
            self.tag.setText("" if wanted.tag is None else wanted.tag.name)
        self.clear.setVisible(wanted != EVERYTHING)

    def _lay_out(self) -> None:
        self.clear = link(_("Show everything"))
        self.clear.clicked.connect(self._on_clear_clicked)
        manage = link(_("Tags, people and places"))
        manage.clicked.connect(self.tags_wanted)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SNUG)
        column.addWidget(heading(_("Show only")))
        column.addLayout(_group(_("Kinds"), _flow(*self.kinds.values())))
        column.addLayout(_group(_("Answers"), _flow(*self.zones.values())))
        column.addLayout(_group(_("How it came about"), _flow(*self.asked.values())))
        column.addLayout(_group(_("Words"), _flow(self.with_note)))
        column.addLayout(self._tag_group())
        column.addWidget(manage, 0, Qt.AlignmentFlag.AlignLeading)
        column.addWidget(self.clear, 0, Qt.AlignmentFlag.AlignLeading)
        column.addStretch(1)

    def _tag_group(self) -> QVBoxLayout:
        self.tag = QLineEdit()
        self.tag.setProperty("personal", True)
        self.tag.setPlaceholderText(_("A tag, a person, a place…"))
        self.tag.setAccessibleName(_("Tag, person or place"))
        self._names = QStringListModel(self)
        completer = QCompleter(self._names, self)
        completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        completer.activated.connect(self._on_tag_chosen)
        self.tag.setCompleter(completer)
        self.tag.textEdited.connect(self._on_tag_typed)
        self.tag.returnPressed.connect(lambda: self._on_tag_chosen(self.tag.text()))
        field = QVBoxLayout()
        field.addWidget(self.tag)
        return _group(_("Tag, person or place"), field)

    def _chip(self, text: str) -> QPushButton:
        made = chip(text)
        made.clicked.connect(self._on_chip_clicked)
        return made

    def _on_chip_clicked(self) -> None:
        """Of asked and by myself at most one is wanted: the one that was clicked."""
        clicked = self.sender()
        for asked, button in self.asked.items():
            if clicked is self.asked[not asked]:
                button.setChecked(False)
        self._want(
            replace(
                with_kinds(self._wanted, frozenset(k for k, button in self.kinds.items() if button.isChecked())),
                zones=frozenset(zone for zone, button in self.zones.items() if button.isChecked()),
                asked=next((asked for asked, button in self.asked.items() if button.isChecked()), None),
                with_note=self.with_note.isChecked(),
            )
        )

    def _on_clear_clicked(self) -> None:
        self.tag.clear()
        self._want(EVERYTHING)

    def _on_tag_typed(self, text: str) -> None:
        found = self._tags_like(text) if text.strip() else []
        self._found = dict(found)
        self._names.setStringList(list(self._found))
        if not text.strip() and self._wanted.tag is not None:
            self._want(replace(self._wanted, tag=None))

    def _on_tag_chosen(self, words: str) -> None:
        """A name of the list, or the first that begins like what was typed."""
        tag = self._found.get(words) or next(iter(self._found.values()), None)
        if tag is not None:
            self._want(replace(self._wanted, tag=tag))
            self.tag.setText(tag.name)

    def _want(self, wanted: JournalFilter) -> None:
        self.show_filter(wanted)
        self.changed.emit(wanted)

    def _recolour(self) -> None:
        size = self._theme.px(SHAPE)
        for zone, button in self.zones.items():
            if zone is not None:
                colour = zone_colour(self._theme, zone).name()
                button.setIcon(icon(self._theme, f"zone-{zone.value}", colour, size=SHAPE))
                button.setIconSize(QSize(size, size))


def _group(name: str, row: QLayout) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(TIGHT)
    column.addWidget(label(name, "small", "muted"))
    column.addLayout(row)
    return column


def _flow(*chips: QPushButton) -> FlowLayout:
    row = FlowLayout()
    row.setSpacing(TIGHT)
    for one in chips:
        row.addWidget(one)
    return row
