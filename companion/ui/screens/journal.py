"""The Journal screen: everything in time order, one line of it whole, correcting, deleting and adding."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from companion.domain.journal import JournalFilter, Noted
from companion.domain.moment import Moment
from companion.domain.tag import Tag
from companion.presentation.journal import Emptiness, JournalPresenter, Outcome, chosen_words, places_of, purge_words
from companion.presentation.journal_filter import EVERYTHING, Wish
from companion.presentation.journal_pages import Stretch
from companion.presentation.journal_row import JournalRow
from companion.presentation.translation import _
from companion.ui.theme.theme import Theme
from companion.ui.theme.tokens import ROOM, SNUG, WIDE
from companion.ui.widgets.announce import announce
from companion.ui.widgets.chosen_bar import ChosenBar
from companion.ui.widgets.empty_note import EmptyNote
from companion.ui.widgets.journal_head import JournalHead
from companion.ui.widgets.journal_list import JournalList
from companion.ui.widgets.journal_side import JournalSide
from companion.ui.widgets.journal_tools import JournalTools
from companion.ui.widgets.question_dialog import QuestionDialog
from companion.ui.widgets.toast import Toast

SIDE_BY_SIDE_FROM = 820
NARROW_BELOW = 560
LOW_BELOW = 360
EDGE, NARROW_EDGE = 30, 12
SIDE_WIDTH = 400
WIDEST = 1_280  # beyond, what was opened would stand far from its line
NO_BOUND = 1 << 20


class JournalScreen(QWidget):
    """The list, and beside it what `side` shows; with less room they take turns.

    Everything goes through the presenter. A deleted line can be brought back.
    """

    check_in_wanted = Signal()
    earlier_check_in_wanted = Signal()
    support_wanted = Signal()
    grounding_wanted = Signal()
    concept_wanted = Signal(str)
    triangle_reminder_wanted = Signal()

    def __init__(self, presenter: JournalPresenter, side: JournalSide, theme: Theme) -> None:
        super().__init__()
        self._presenter = presenter
        self._theme = theme
        self._emptiness = Emptiness.NONE
        self._is_outdated = True
        self._is_stacked = False
        self._is_side_first = False
        self.side = side
        self.head = JournalHead()
        self.tools = JournalTools(theme)
        self.bar = ChosenBar()
        self.list = JournalList(presenter.pages, theme)
        self.empty = EmptyNote()
        self.toast = Toast(self, theme)
        self._refreshing = QTimer(self, singleShot=True, interval=0)
        self._lay_out()
        self._connect_parts()
        self._connect_list()

    def refresh(self) -> None:
        """Shows what is there now; the place in the list and what is chosen stay."""
        self._refreshing.stop()
        self._is_outdated = False
        if self._presenter.is_locked:
            self.list.go_to(Stretch())
            self.tools.forget_search()
        else:
            self.list.refresh()
        self.side.refresh()
        self._show_around()

    def open_line(self, line_id: str, at: datetime) -> None:
        """Goes to the line of that id, which stands at the aware `at`; where it is gone, to that moment."""
        if not self.side.leave():
            return
        self._is_outdated = False
        row = self._found(line_id, at)
        if row is None and self._presenter.wanted != EVERYTHING:
            self._presenter.want(EVERYTHING)
            self.tools.forget_search()
            row = self._found(line_id, at)
        self.side.look_at(row)
        self._show_around()
        if row is not None:
            self._show_side()

    @property
    def deleted_at(self) -> Moment | None:
        """When something was deleted here last; None if there is nothing to bring back."""
        return self._presenter.taken_at

    def undo(self) -> bool:
        """Brings back what was deleted last; False if there is nothing to bring back."""
        if not self._presenter.may_bring_back:
            return False
        self.toast.say(self._presenter.bring_back().line)
        return True

    def delete(self, rows: Sequence[JournalRow]) -> None:
        """Deletes lines, and offers to bring them back. Prompts stay."""
        if places_of(rows):
            self._tell(self._presenter.take_back(rows), rows, may_undo=True)

    def purge(self, rows: Sequence[JournalRow]) -> QuestionDialog | None:
        """Asks once, then deletes lines for good. None where there is nothing that can be deleted."""
        if not places_of(rows):
            return None
        words = purge_words(rows)
        dialog = QuestionDialog(words.question, words.detail, words.yes, words.no, self._theme, self)
        dialog.accepted.connect(lambda: self._tell(self._presenter.purge(rows), rows, may_undo=False))
        dialog.open()
        return dialog

    def search(self) -> None:
        """The keyboard goes to the search."""
        if not self._is_stacked or self.side.leave():
            self.tools.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.tools.search.selectAll()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The keyboard goes to what is there. A focus proxy would keep Tab from everything above the list."""
        if self._left.isHidden():
            self.side.focus_part()
        else:
            (self.empty.action if self.list.isHidden() else self.list).setFocus(event.reason())

    def showEvent(self, event: QShowEvent) -> None:
        """What happened while it was not seen is shown now."""
        super().showEvent(event)
        if self._is_outdated or self._presenter.is_locked:
            self.refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """With less room the list and what is beside it take turns."""
        super().resizeEvent(event)
        self._arrange()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes back one step: out of the search, from several chosen lines to none."""
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self.tools.search.hasFocus():
            self.tools.search.clear()
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        elif len(self.list.chosen) > 1:
            self.list.choose_none()
        else:
            self.side.leave()

    def _lay_out(self) -> None:
        self._left = QWidget()
        left = QVBoxLayout(self._left)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(SNUG)
        left.addWidget(self.tools)
        left.addWidget(self.list, 1)
        left.addWidget(self.empty, 1)
        left.addWidget(self.bar)  # below: above, it would move the lines while somebody chooses among them
        below = QHBoxLayout()
        below.setSpacing(WIDE)
        below.addWidget(self._left, 1)
        below.addWidget(self.side)
        self._rows = QVBoxLayout(self)
        self._rows.setSpacing(ROOM)
        self._rows.addWidget(self.head)
        self._rows.addLayout(below, 1)

    def _connect_parts(self) -> None:
        head, tools, side = self.head, self.tools, self.side
        head.day_wanted.connect(self._go_to_day)
        head.earlier_check_in_wanted.connect(self.earlier_check_in_wanted)
        head.reflection_wanted.connect(side.reflect)
        head.life_event_wanted.connect(side.note_life_event)
        head.repair_wanted.connect(lambda: side.repair())
        head.triangle_wanted.connect(side.note_triangle)
        head.triangle_weeks_wanted.connect(side.open_triangles)
        tools.looked_for.connect(self._on_looked_for)
        tools.list_wanted.connect(self.list.setFocus)
        tools.dropped.connect(self._on_wish_dropped)
        tools.filter_wanted.connect(side.open_filter)
        side.opened.connect(self._show_side)
        side.closed.connect(self._on_side_closed)
        side.filter_changed.connect(self._want)
        side.tag_wanted.connect(self._on_tag_wanted)
        side.delete_wanted.connect(lambda row: self.delete([row]))
        side.purge_wanted.connect(lambda row: self.purge([row]))
        side.kept.connect(self._on_kept)
        side.support_wanted.connect(self.support_wanted)
        side.grounding_wanted.connect(self.grounding_wanted)
        side.concept_wanted.connect(self.concept_wanted)
        side.triangle_reminder_wanted.connect(self.triangle_reminder_wanted)
        self.empty.action_wanted.connect(self._on_empty_action_wanted)

    def _connect_list(self) -> None:
        rows, bar = self.list, self.bar
        rows.looked_at.connect(self._on_looked_at)
        rows.settled.connect(self._on_settled)
        rows.choice_changed.connect(self._on_choice_changed)
        rows.day_in_sight.connect(self.head.show_day)
        for part in (rows, bar):
            part.delete_wanted.connect(lambda: self.delete(rows.chosen))
        bar.purge_wanted.connect(lambda: self.purge(rows.chosen))
        bar.none_wanted.connect(rows.choose_none)
        self._presenter.attach(self._on_outdated, self.side.keep_now)
        self._refreshing.timeout.connect(self.refresh)
        self._theme.changed.connect(self._arrange)
        find = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self)
        find.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        find.activated.connect(self.search)

    def _found(self, line_id: str, at: datetime) -> JournalRow | None:
        self.list.go_to(self._presenter.pages.at(at))
        return self.list.choose(line_id)

    def _want(self, wanted: JournalFilter) -> None:
        """Shows something else, from its newest line on."""
        self._presenter.want(wanted)
        self.list.go_to(self._presenter.pages.newest())
        self._show_around()
        if self.empty.isVisible():
            announce(self.empty, self.empty.words.text())

    def _show_around(self) -> None:
        """Everything but the rows themselves."""
        state = self._presenter.state(has_lines=self.list.rows.rowCount() > 0)
        self._emptiness = state.emptiness
        is_locked, has_lines = state.emptiness is Emptiness.LOCKED, state.emptiness is Emptiness.NONE
        self.head.show_state(state.sentence, may_add=not is_locked, may_go=has_lines)
        self.tools.setVisible(state.emptiness not in (Emptiness.LOCKED, Emptiness.NOTHING_YET))
        self.tools.show_wishes(state.wishes)
        self.side.show_filter(self._presenter.wanted)
        self.empty.show_words(state.empty, state.action)
        self.empty.setVisible(bool(state.empty))
        self.list.setVisible(not state.empty)
        self._arrange()

    def _show_side(self) -> None:
        self._is_side_first = True
        self._arrange()

    def _arrange(self) -> None:
        """Where only one has room: the list, or what was opened beside it."""
        px, width, part = self._theme.px, self.width(), self.side.part
        self._is_stacked = width < px(SIDE_BY_SIDE_FROM)
        is_narrow = width < px(NARROW_BELOW)
        self._is_side_first = self._is_side_first and part is not None
        is_alone = self._is_stacked and self._is_side_first
        has_something = part is not None or self._emptiness is Emptiness.NONE
        self.side.show_alone(is_alone)
        self.side.setVisible(is_alone or (not self._is_stacked and has_something))
        self.side.setMinimumWidth(0 if self._is_stacked else px(SIDE_WIDTH))
        self.side.setMaximumWidth(NO_BOUND if self._is_stacked else px(SIDE_WIDTH))
        self._left.setVisible(not is_alone)
        self.head.setVisible(not is_alone)
        is_low = self.height() < px(LOW_BELOW)
        self.head.show_narrow(is_narrow, is_low=is_low)
        edge, top = NARROW_EDGE if is_narrow else EDGE, SNUG if is_low else WIDE
        spare = max(0, width - px(WIDEST))
        before, after = (edge + spare, edge) if self.isRightToLeft() else (edge, edge + spare)
        self._rows.setContentsMargins(before, top, after, top)

    def _go_to_day(self, day: date) -> None:
        pages = self._presenter.pages
        stretch = pages.day(day)
        if stretch.rows:
            self.list.go_to(stretch)
            announce(self.list, stretch.rows[0].heading)
        else:
            self.list.go_to(pages.oldest(), to_end=True)

    def _tell(self, outcome: Outcome, deleted: Sequence[JournalRow], *, may_undo: bool) -> None:
        if outcome.is_done:
            self.side.forget(deleted)
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        if outcome.is_done and may_undo:
            self.toast.say(outcome.line, _("Undo"), self.undo)
        else:
            self.toast.say(outcome.line)

    def _on_looked_at(self, row: JournalRow | None) -> None:
        """Looking through the list with the arrow keys stays in the list."""
        self.side.look_at(row)

    def _on_settled(self, row: JournalRow) -> None:
        self.side.look_at(row)
        self._show_side()
        if self._is_stacked:
            self.side.focus_part()

    def _on_choice_changed(self) -> None:
        chosen = self.list.chosen
        if len(chosen) < 2:
            self.bar.show_words("", may_delete=False)
            return
        rows = self.list.rows
        are_all_loaded = len(chosen) >= rows.rowCount() and (rows.has_older or rows.has_newer)
        words = chosen_words(chosen, is_more_below=are_all_loaded)
        self.bar.show_words(words, may_delete=bool(places_of(chosen)))
        QTimer.singleShot(0, self.list, self.list.show_current)

    def _on_looked_for(self, text: str) -> None:
        before = self._presenter.wanted
        self._presenter.look_for(text)
        if self._presenter.wanted != before:
            self._want(self._presenter.wanted)

    def _on_wish_dropped(self, wish: Wish) -> None:
        self._presenter.drop(wish)
        self._want(self._presenter.wanted)

    def _on_tag_wanted(self, tag: Tag) -> None:
        self._want(replace(EVERYTHING, tag=tag))
        self.tools.forget_search()
        self.side.leave()

    def _on_empty_action_wanted(self) -> None:
        if self._emptiness is Emptiness.NOTHING_YET:
            self.check_in_wanted.emit()
            return
        self.tools.forget_search()
        self._want(EVERYTHING)
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_kept(self, line: Noted) -> None:
        self.open_line(line.id, line.experienced_at.utc)
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        self.toast.say(_("Saved"))

    def _on_side_closed(self) -> None:
        self._is_side_first = False
        self._arrange()
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_outdated(self) -> None:
        """A check-in that answers a prompt is told of twice; both are shown in one go.

        While locked everything is let go of at once, also where it is not seen.
        """
        self._is_outdated = True
        if self._presenter.is_locked:
            self.refresh()
        elif self.isVisible():
            self._refreshing.start()
