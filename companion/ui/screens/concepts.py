"""The Concepts screen: find a note, read it, go on to its neighbours and back."""

from collections.abc import Callable

from PySide6.QtCore import QSignalBlocker, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QFocusEvent, QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from companion.presentation.concept_reading import ConceptState
from companion.presentation.concepts import ConceptsPresenter, ConceptsState
from companion.presentation.note_trail import NoteTrail
from companion.presentation.translation import _
from companion.ui.theme.icons import icon
from companion.ui.theme.theme import Theme
from companion.ui.theme.tokens import HAIR, ROOM, SNUG, WIDE
from companion.ui.widgets.address_bar import AddressBar
from companion.ui.widgets.card import Card
from companion.ui.widgets.labels import label
from companion.ui.widgets.note_aside import NoteAside
from companion.ui.widgets.note_list import NoteList, below_list
from companion.ui.widgets.note_problems import NoteProblems
from companion.ui.widgets.note_view import NoteView
from companion.ui.widgets.reading_menu import ReadingMenu
from companion.ui.widgets.toast import Toast
from companion.ui.widgets.wrapped_link import WrappedLink

NEIGHBOURS_FROM = 900
SIDE_BY_SIDE_FROM = 560
LIST_WIDTH = 236
NEIGHBOURS_WIDTH = 212
WIDEST_NOTE = 760
FAR_MORE = 1000
NO_BOUND = 1 << 20


class ConceptsScreen(QWidget):
    """The list to the left, the note, what is around it to the right. Says when a folder is to be added.

    With less room the latter stands below the note's text, and then list and note take turns. `reflection_wanted`
    brings what the person wants to write to, and the key of the note that asks; `grounding_wanted` comes from below
    such a question.
    """

    folder_wanted = Signal()
    reflection_wanted = Signal(str, str)
    practice_wanted = Signal(str)
    grounding_wanted = Signal()

    def __init__(
        self,
        presenter: ConceptsPresenter,
        theme: Theme,
        open_address: Callable[[QUrl], object] = QDesktopServices.openUrl,
    ) -> None:
        super().__init__()
        self._presenter = presenter
        self._theme = theme
        self._trail = NoteTrail()
        self._shown: ConceptState | None = None
        self._is_wide = True
        self._is_stacked = False
        self._is_listing = False
        self._is_outdated = True
        self._is_whole = False
        self._wanted = ""
        self._columns = QHBoxLayout(self)
        self._columns.setContentsMargins(30, WIDE, 30, WIDE)
        self._columns.setSpacing(WIDE)
        self._columns.addWidget(self._finder(), FAR_MORE)
        self._columns.addWidget(self._reading_card(open_address), FAR_MORE)
        self._right = NoteAside(theme)
        self._right.concept_wanted.connect(self.open_concept)
        self._right.prompt_wanted.connect(self._on_prompt_wanted)
        self._right.practice_wanted.connect(self.practice_wanted)
        self._right.grounding_wanted.connect(self.grounding_wanted)
        self._columns.addWidget(self._right)
        self._columns.addStretch(1)
        self.toast = Toast(self, theme)
        self._add_shortcuts()
        presenter.attach(self._on_outdated)
        theme.changed.connect(self._recolour)
        self._recolour()

    def open_concept(self, key: str) -> None:
        """Shows that note, and remembers the one before; nothing happens if there is none of that key."""
        state = self._presenter.read(key)
        if state is not None:
            self._trail.go(key)
            self._show_concept(state)
            self._take_turns(is_listing=False)

    def read(self, key: str) -> None:
        """The same from elsewhere: the keyboard is in the note's text, where arrow and page keys scroll."""
        self.open_concept(key)
        self._view.setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self) -> None:
        """Shows the notes as they are now; the one being read stays, unless it is gone."""
        self._is_outdated = False
        self._look_for_again()
        key = self._trail.here
        state = self._presenter.read(key, whole=self._is_whole) if key is not None else None
        listed = self._presenter.state(self._filter.text())
        self._show_list(listed)
        if state is not None:
            self._show_concept(state)
        elif listed.rows:
            self.open_concept(listed.rows[0].key)

    def put_away(self) -> None:
        """It is locked: no note, no name and no search is to be found. The next look shows them where they were."""
        self._wanted = self._filter.text()
        with QSignalBlocker(self._filter):
            self._filter.clear()
        self._shown, self._is_outdated = None, True
        self._show_list(ConceptsState((), "", "", "", "", (), ""))
        self._view.show_page("")
        self._right.show_state(None)
        self._address.put_away()

    def search(self, wanted: str) -> None:
        """Lists the notes that have `wanted` in a name or tag."""
        self._take_turns(is_listing=True)
        self._filter.setText(wanted)

    def showEvent(self, event: QShowEvent) -> None:
        """The notes are read when they are first seen."""
        super().showEvent(event)
        if self._is_outdated:
            self.refresh()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Given the keyboard: the search, or the note where only that has room."""
        target = self._view if self._left.isHidden() else self._filter
        target.setFocus(event.reason())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Neighbours go below the note, and list and note take turns, where there is no room beside it."""
        super().resizeEvent(event)
        self._arrange()

    def _finder(self) -> QWidget:
        self._filter = QLineEdit()
        self._filter.setPlaceholderText(_("Search concepts and notes"))
        self._filter.setAccessibleName(_("Search concepts and notes"))
        self._filter.textChanged.connect(self._on_filter_changed)
        self._filter.returnPressed.connect(self._on_filter_returned)
        self._list = NoteList(self._theme, _("Concepts and notes"))
        self._list.chosen.connect(self._on_list_chosen)
        self._list.settled.connect(lambda: self._take_turns(is_listing=False))
        self._nothing, self._more, self._reading = (label("", "small", "muted") for _line in range(3))
        self._add_folder = WrappedLink(_("+ Add a folder of my notes"), self._theme)
        self._add_folder.clicked.connect(self.folder_wanted)
        self.problems = NoteProblems(self._theme)
        self._left = QWidget()
        column = QVBoxLayout(self._left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SNUG)
        for part in (self._filter, self._nothing):
            column.addWidget(part)
        column.addWidget(self._list, 1)
        column.addLayout(below_list(self._more, self._reading, self._add_folder, self.problems))
        return self._left

    def _reading_card(self, open_address: Callable[[QUrl], object]) -> Card:
        self._view = NoteView(self._theme, _("Note"))
        self._view.concept_wanted.connect(self.open_concept)
        self._view.part_wanted.connect(self._on_part_wanted)
        self._view.prompt_wanted.connect(self._on_prompt_wanted)
        self._view.practice_wanted.connect(self.practice_wanted)
        self._view.grounding_wanted.connect(self.grounding_wanted)
        self._view.more_wanted.connect(self._show_whole)
        self._view.tag_wanted.connect(self.search)
        self._address = AddressBar(open_address)
        self._view.address_wanted.connect(self._address.show_address)
        self._address.closed.connect(self._view.setFocus)
        self._back = self._arrow(_("Back"), self._go_back)
        self._forward = self._arrow(_("Forward"), self._go_forward)
        self._to_list = QPushButton(_("Concepts"))
        self._to_list.setAccessibleName(_("All concepts"))
        self._to_list.setProperty("role", "link")
        self._to_list.clicked.connect(self._find)
        arrows = QHBoxLayout()
        arrows.setSpacing(HAIR)
        arrows.addWidget(self._to_list)
        arrows.addStretch(1)
        arrows.addWidget(self._back)
        arrows.addWidget(self._forward)
        arrows.addWidget(self._reading_menu())
        self._card = Card()
        self._card.body.setContentsMargins(WIDE, SNUG, SNUG, ROOM)
        self._card.body.setSpacing(0)
        self._card.body.addLayout(arrows)
        self._card.body.addWidget(self._view, 1)
        self._card.body.addWidget(self._address)
        return self._card

    def _reading_menu(self) -> ReadingMenu:
        self.menu = ReadingMenu(self._theme)
        self.menu.size_wanted.connect(self._on_size_wanted)
        self.menu.print_wanted.connect(self._on_print_wanted)
        self.menu.pdf_wanted.connect(self._on_pdf_wanted)
        for action in self.menu.actions_with_keys():
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            self.addAction(action)
        self._show_size()
        return self.menu

    def _arrow(self, name: str, act: Callable[[], None]) -> QToolButton:
        button = QToolButton()
        button.setAccessibleName(name)
        button.setToolTip(name)
        button.clicked.connect(act)
        return button

    def _add_shortcuts(self) -> None:
        for keys, act in (("Alt+Left", self._go_back), ("Alt+Right", self._go_forward), ("Ctrl+F", self._find)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)

    def _show_list(self, state: ConceptsState) -> None:
        self._list.show_rows(state.rows, self._trail.here)
        lines = ((self._nothing, state.nothing_found), (self._more, state.more_rows), (self._reading, state.reading))
        for line, words in lines:
            line.setText(words)
            line.setVisible(bool(words))
        self.problems.show_state(state)

    def _show_concept(self, state: ConceptState) -> None:
        if state == self._shown:
            return
        is_another = self._shown is None or self._shown.key != state.key
        self._is_whole = self._is_whole and not is_another
        self._shown = state
        self._address.hide()
        self._list.mark(state.key)
        self._back.setEnabled(self._trail.may_go_back)
        self._forward.setEnabled(self._trail.may_go_forward)
        self._right.show_state(state)
        self._show_page(is_another=is_another)

    def _show_page(self, *, is_another: bool = False) -> None:
        if self._shown is not None:
            below = "" if self._is_wide else self._shown.below
            self._view.show_page(self._shown.page + below, self._picture_for, stays=not is_another)
        self._right.setVisible(self._is_wide)

    def _arrange(self) -> None:
        px = self._theme.px
        is_wide = self.width() >= px(NEIGHBOURS_FROM)
        self._is_stacked = self.width() < px(SIDE_BY_SIDE_FROM)
        # At most, not fixed: otherwise it would keep the window from becoming so narrow that they take turns.
        self._left.setMaximumWidth(NO_BOUND if self._is_stacked else px(LIST_WIDTH))
        self._right.setFixedWidth(px(NEIGHBOURS_WIDTH))
        self._card.setMaximumWidth(px(WIDEST_NOTE))
        self._take_turns(self._is_listing)
        if is_wide != self._is_wide:
            self._is_wide = is_wide
            self._show_page()

    def _take_turns(self, is_listing: bool) -> None:
        """Where only one has room: the list, or the note."""
        self._is_listing = is_listing
        self._left.setVisible(is_listing or not self._is_stacked)
        self._card.setVisible(not (is_listing and self._is_stacked))
        self._to_list.setVisible(self._is_stacked)

    def _recolour(self) -> None:
        names = ("forward", "back") if self.isRightToLeft() else ("back", "forward")
        for button, name in zip((self._back, self._forward), names, strict=True):
            button.setIcon(icon(self._theme, name, self._theme.tokens.accent))
        self._arrange()

    def _find(self) -> None:
        self._take_turns(is_listing=True)
        self._filter.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._filter.selectAll()

    def _go_back(self) -> None:
        self._go(self._trail.back)

    def _go_forward(self) -> None:
        self._go(self._trail.forward)

    def _go(self, step: Callable[[], str | None]) -> None:
        """Steps to the nearest note of the trail that is still there."""
        while (key := step()) is not None:
            state = self._presenter.read(key)
            if state is not None:
                self._show_concept(state)
                return

    def _on_list_chosen(self, key: str) -> None:
        """Looking through the list with the arrow keys stays in the list."""
        is_listing = self._is_listing
        self.open_concept(key)
        self._take_turns(is_listing)

    def _on_filter_changed(self, text: str) -> None:
        self._show_list(self._presenter.state(text))

    def _on_filter_returned(self) -> None:
        rows = self._presenter.state(self._filter.text()).rows
        if rows:
            self.open_concept(rows[0].key)

    def _on_part_wanted(self, key: str, part: str) -> None:
        self.open_concept(key)
        if self._shown is not None and self._shown.key == key:
            if part not in self._shown.page:
                self._show_whole()
            self._view.scrollToAnchor(part)

    def _show_whole(self) -> None:
        state = self._presenter.read(self._shown.key, whole=True) if self._shown is not None else None
        if state is not None:
            self._is_whole = True
            self._show_concept(state)

    def _on_prompt_wanted(self, prompt: str) -> None:
        if prompt and self._shown is not None:
            self.reflection_wanted.emit(prompt, self._shown.key)
        elif not prompt:
            self._tell(self._presenter.not_today())
            self.refresh()

    def _on_size_wanted(self, percent: int) -> None:
        self._tell(self._presenter.choose_size(percent))
        self._show_size()

    def _show_size(self) -> None:
        self.menu.show_size(self._presenter.size)
        self._view.show_larger(self._presenter.size)

    def _on_print_wanted(self) -> None:
        from companion.ui.widgets.note_paper import print_note

        if self._shown is not None:
            print_note(self._whole_page(self._shown), self._picture_for, self)

    def _on_pdf_wanted(self) -> None:
        from companion.ui.widgets.note_paper import ask_where, save_as_pdf

        path = ask_where(self) if self._shown is not None else ""
        if self._shown is None or not path:
            return
        is_saved = save_as_pdf(self._whole_page(self._shown), self._picture_for, path)
        self._tell(_("Saved.") if is_saved else _("This file could not be written. Please choose another place."))

    def _whole_page(self, shown: ConceptState) -> str:
        """All of a long note is wanted on paper, not only what is on the screen."""
        state = self._presenter.read(shown.key, whole=True)
        return shown.page if state is None else state.page

    def _picture_for(self, address: str) -> bytes | None:
        return None if self._shown is None else self._presenter.picture(self._shown.key, address)

    def _tell(self, words: str) -> None:
        if words:
            self.toast.say(words)

    def _look_for_again(self) -> None:
        wanted, self._wanted = self._wanted, ""
        if wanted and not self._filter.text():
            with QSignalBlocker(self._filter):
                self._filter.setText(wanted)

    def _on_outdated(self) -> None:
        self._is_outdated = True
        if self.isVisible():
            self.refresh()
