"""The Practices screen: find one, read it, begin it, and what comes after; one at a time."""

from PySide6.QtCore import QEvent, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QFocusEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from companion.presentation.practices import PracticePageState, PracticesPresenter, PracticesState, Shelf
from companion.presentation.repair import offer_words
from companion.presentation.translation import _
from companion.ui.theme.theme import Theme
from companion.ui.theme.tokens import SNUG, TIGHT, WIDE
from companion.ui.widgets.announce import announce
from companion.ui.widgets.chip import chip
from companion.ui.widgets.fitting_scroll import FittingScroll
from companion.ui.widgets.flow_layout import FlowLayout
from companion.ui.widgets.labels import label
from companion.ui.widgets.links import LINK_INSET, link
from companion.ui.widgets.note_list import NoteList, below_list
from companion.ui.widgets.page import NARROW_BELOW, NARROW_MARGIN, SIDE_MARGIN
from companion.ui.widgets.practice_page import PracticePage
from companion.ui.widgets.wrapped_link import WrappedLink

SIDE_BY_SIDE_FROM = 700
LIST_WIDTH = 260
NO_BOUND = 1 << 20


class PracticesScreen(QWidget):
    """The list beside the page of one; with less room they take turns. `stage` is put over both while one is played.

    `start_wanted` brings key, variant, seconds and energy before.
    """

    start_wanted = Signal(str, object, object, object)
    new_wanted = Signal()
    copy_wanted = Signal(str)
    edit_wanted = Signal(str)
    concept_wanted = Signal(str)
    repair_wanted = Signal()

    def __init__(self, presenter: PracticesPresenter, theme: Theme) -> None:
        super().__init__()
        self._presenter = presenter
        self._theme = theme
        self._key: str | None = None
        self._shown: PracticePageState | None = None
        self._shelf = Shelf.ALL
        self._removed = ""
        self._is_outdated = True
        self._is_stacked = False
        self._is_listing = True
        self.page: PracticePage | None = None
        self._stack = QStackedWidget()
        self._browser = QWidget()
        self._stack.addWidget(self._browser)
        self._lay_out()
        presenter.attach(self._on_outdated)
        theme.changed.connect(self._arrange)
        self._arrange()

    def open_practice(self, key: str) -> None:
        """The page of that practice; nothing happens if there is none."""
        state = self._presenter.page(key)
        if state is not None:
            self._key = key
            self._list.mark(key)
            self._show_page(state)
            self._take_turns(is_listing=False)

    def put_on_stage(self, part: QWidget | None) -> None:
        """Shows a player or a form in place of everything else; None takes it away, and the keyboard goes back."""
        had_keyboard = self.stage is not None and self.window().focusWidget() in self.stage.findChildren(QWidget)
        while self._stack.count() > 1:
            other = self._stack.widget(1)
            if other is None or other is part:
                break
            self._stack.removeWidget(other)
        if part is not None:
            self._stack.addWidget(part)
            self._stack.setCurrentWidget(part)
            return
        self._stack.setCurrentWidget(self._browser)
        if had_keyboard and self.page is not None:
            self.page.start.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def stage(self) -> QWidget | None:
        """What stands in place of the list and the page."""
        return self._stack.widget(1) if self._stack.count() > 1 else None

    def refresh(self) -> None:
        """Shows the practices as they are now; the one that is read stays, unless it is gone."""
        self._is_outdated = False
        if self._presenter.is_locked:
            return
        listed = self._presenter.state(self._shelf, self._filter.text())
        self._show_list(listed)
        state = None if self._key is None else self._presenter.page(self._key)
        if state is not None:
            self._show_page(state)
        elif listed.rows:
            self._key = listed.rows[0].key
            self._list.mark(self._key)
            first = self._presenter.page(self._key)
            if first is not None:
                self._show_page(first)

    def put_away(self) -> None:
        """It is locked: no practice of the person's own and nothing noted is to be found."""
        self._is_outdated = True
        with QSignalBlocker(self._filter):
            self._filter.clear()
        self._list.show_rows((), None)
        self._drop_page()
        self._hide_undo()

    def undo(self) -> bool:
        """Brings back the practice that was removed last; False if there is none."""
        if not self._removed:
            return False
        key, self._removed = self._removed, ""
        self._hide_undo()
        self._presenter.bring_back(key)
        self.open_practice(key)
        return True

    def showEvent(self, event: QShowEvent) -> None:
        """Practices are read when they are first seen."""
        super().showEvent(event)
        if self._is_outdated:
            self.refresh()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Given the keyboard: what is on the stage, else the search, or the page where only that has room."""
        if self.stage is not None:
            self.stage.setFocus(event.reason())
        elif self._left.isHidden() and self.page is not None:
            self.page.setFocus(event.reason())
        else:
            self._filter.setFocus(event.reason())

    def changeEvent(self, event: QEvent) -> None:
        """From right to left the margins change sides too."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.LayoutDirectionChange:
            self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """List and page take turns where there is no room for both."""
        super().resizeEvent(event)
        self._arrange()

    def _lay_out(self) -> None:
        self._filter = QLineEdit()
        self._filter.setPlaceholderText(_("Search practices"))
        self._filter.setAccessibleName(_("Search practices"))
        self._filter.textChanged.connect(lambda _text: self._refresh_list())
        self._shelves: dict[Shelf, QPushButton] = {}
        self._chips = FlowLayout()
        self._chips.setSpacing(TIGHT)
        self._list = NoteList(self._theme, _("Practices"))
        self._list.chosen.connect(self._on_list_chosen)
        self._list.settled.connect(self._on_list_settled)
        self._nothing = label("", "small", "muted")
        self.new = WrappedLink(_("+ A practice of mine"), self._theme)
        self.new.clicked.connect(self.new_wanted)
        self.repair = WrappedLink(offer_words(), self._theme)
        self.repair.clicked.connect(self.repair_wanted)
        self._undo_line = QPushButton(_("Removed. Bring it back"))
        self._undo_line.setProperty("role", "link")
        self._undo_line.clicked.connect(self.undo)
        self._undo_line.hide()
        finder = QWidget()
        column = QVBoxLayout(finder)
        column.setContentsMargins(0, WIDE, 0, SNUG)
        column.setSpacing(SNUG)
        column.addWidget(self._filter)
        column.addLayout(self._chips)
        column.addWidget(self._nothing)
        column.addWidget(self._list, 1)
        column.addLayout(below_list(self._undo_line, self.new, self.repair))
        self._left = FittingScroll(finder)
        self._to_list = link(_("All practices"))
        self._to_list.clicked.connect(self._on_to_list_clicked)
        self._right = QWidget()
        self._page_place = QVBoxLayout(self._right)
        self._page_place.setContentsMargins(0, 0, 0, 0)
        self._page_place.setSpacing(0)
        self._above_page = QHBoxLayout()
        self._above_page.addWidget(self._to_list)
        self._above_page.addStretch(1)
        self._page_place.addLayout(self._above_page)
        self._columns = QHBoxLayout(self._browser)
        self._columns.setSpacing(0)
        self._columns.addWidget(self._left)
        self._columns.addWidget(self._right, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._stack)

    def _show_list(self, state: PracticesState) -> None:
        self._list.show_rows(state.rows, self._key)
        self._nothing.setText(state.nothing)
        self._nothing.setVisible(bool(state.nothing))
        wanted = [shelf for shelf, _words in state.shelves]
        if wanted != list(self._shelves):
            self._show_shelves(state)
        for shelf, button in self._shelves.items():
            button.setChecked(shelf is self._shelf)

    def _show_shelves(self, state: PracticesState) -> None:
        for button in self._shelves.values():
            self._chips.removeWidget(button)
            button.deleteLater()
        self._shelves = {shelf: chip(words) for shelf, words in state.shelves}
        for shelf, button in self._shelves.items():
            button.clicked.connect(lambda _checked=False, chosen=shelf: self._on_shelf_clicked(chosen))
            self._chips.addWidget(button)
            button.show()

    def _show_page(self, state: PracticePageState) -> None:
        """One that is only starred or hidden stays as it is, with what was put into it."""
        page, shown = self.page, self._shown
        if page is not None and shown is not None:
            same = state._replace(is_starred=shown.is_starred, is_hidden=shown.is_hidden)
            if same == shown:
                page.show_place(state)
                self._shown = state
                return
        self._drop_page()
        self._shown = state
        self.page = page = PracticePage(state, self._theme)
        page.start_wanted.connect(self._on_start_wanted)
        page.star_wanted.connect(lambda wanted: self._say(self._presenter.star(state.key, wanted)))
        page.hide_wanted.connect(lambda wanted: self._say(self._presenter.hide(state.key, wanted)))
        page.move_wanted.connect(lambda by: self._say(self._presenter.move(state.key, by)))
        page.copy_wanted.connect(lambda: self.copy_wanted.emit(state.key))
        page.edit_wanted.connect(lambda: self.edit_wanted.emit(state.key))
        page.remove_wanted.connect(lambda: self._remove(state.key))
        page.concept_wanted.connect(self.concept_wanted)
        self._page_place.addWidget(page, 1)
        page.show()

    def _drop_page(self) -> None:
        if self.page is not None:
            self.page.hide()
            self._page_place.removeWidget(self.page)
            self.page.deleteLater()
        self.page, self._shown = None, None

    def _remove(self, key: str) -> None:
        self._removed, self._key = key, None
        self._undo_line.show()
        self._say(self._presenter.remove(key))

    def _hide_undo(self) -> None:
        self._undo_line.hide()

    def _say(self, sentence: str) -> None:
        if sentence:
            self._nothing.setText(sentence)
            self._nothing.show()
            announce(self._nothing, sentence)

    def _refresh_list(self) -> None:
        self._show_list(self._presenter.state(self._shelf, self._filter.text()))

    def _on_shelf_clicked(self, chosen: Shelf) -> None:
        self._shelf = chosen
        self._refresh_list()

    def _on_list_chosen(self, key: str) -> None:
        """Looking through the list with the arrow keys stays in the list."""
        is_listing = self._is_listing
        self.open_practice(key)
        self._take_turns(is_listing)

    def _on_list_settled(self) -> None:
        """Where the page takes the list's place, the keyboard is where one begins."""
        self._take_turns(is_listing=False)
        if self._is_stacked and self.page is not None:
            self.page.start.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_to_list_clicked(self) -> None:
        self._take_turns(is_listing=True)
        self._list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_start_wanted(self, variant: int | None, seconds: int | None, before: int | None) -> None:
        if self._key is not None:
            self.start_wanted.emit(self._key, variant, seconds, before)

    def _on_outdated(self) -> None:
        self._is_outdated = True
        if self.isVisible():
            self.refresh()

    def _arrange(self) -> None:
        self._is_stacked = self.width() < self._theme.px(SIDE_BY_SIDE_FROM)
        if self._is_stacked:
            self._left.setMinimumWidth(0)
            self._left.setMaximumWidth(NO_BOUND)
        else:
            self._left.setFixedWidth(self._theme.px(LIST_WIDTH))
        self._take_turns(self._is_listing)

    def _take_turns(self, is_listing: bool) -> None:
        """Where only one has room: the list, or the page."""
        self._is_listing = is_listing
        self._left.setVisible(is_listing or not self._is_stacked)
        self._right.setVisible(not (is_listing and self._is_stacked))
        self._to_list.setVisible(self._is_stacked)
        side = NARROW_MARGIN if self._is_stacked else SIDE_MARGIN
        near = 0 if self._is_stacked and not is_listing else side  # a page has margins of its own
        far = near if self._is_stacked else 0
        left, right = (far, near) if self.isRightToLeft() else (near, far)
        self._columns.setContentsMargins(left, 0, right, 0)
        of_page = NARROW_MARGIN if self.width() < self._theme.px(NARROW_BELOW) else SIDE_MARGIN
        above = SNUG if self._is_stacked else 0
        self._above_page.setContentsMargins(of_page - LINK_INSET, above, of_page, 0)
