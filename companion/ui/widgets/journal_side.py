"""What is beside the journal's list: the line that is looked at, the form of one, the filter, the tags."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from companion.domain.checkin import CheckIn
from companion.domain.journal import JournalFilter, Noted
from companion.domain.life_event import LifeEvent
from companion.domain.reflection import Reflection
from companion.domain.repair import Repair
from companion.domain.triangle import Triangle
from companion.presentation.checkin_more import MoreQuestions
from companion.presentation.journal import JournalPresenter
from companion.presentation.journal_edit import JournalEdit
from companion.presentation.journal_row import JournalRow
from companion.presentation.repair import RepairEdit
from companion.presentation.tag_list import TagListPresenter
from companion.presentation.triangle_edit import TriangleEdit, TrianglePresenter
from companion.ui.theme.theme import Theme
from companion.ui.widgets.journal_detail_view import JournalDetailView
from companion.ui.widgets.journal_editor import HalfWritten, JournalEditor
from companion.ui.widgets.journal_filter_panel import JournalFilterPanel
from companion.ui.widgets.journal_forms import CheckInCorrection, JournalForm, LifeEventForm, ReflectionForm
from companion.ui.widgets.journal_pane import JournalPane
from companion.ui.widgets.repair_form import RepairForm
from companion.ui.widgets.tag_list import TagList
from companion.ui.widgets.triangle_form import TriangleForm
from companion.ui.widgets.triangle_page import TrianglePage

FormMaker = Callable[[JournalEdit], JournalForm]
Repairing = Callable[[Repair | None, str | None], RepairEdit]


class JournalSide(JournalPane):
    """Says what came of it. A form in which something is not saved gives way only once the person knows."""

    opened = Signal()
    closed = Signal()
    filter_changed = Signal(object)
    tag_wanted = Signal(object)
    delete_wanted = Signal(object)
    purge_wanted = Signal(object)
    kept = Signal(object)
    support_wanted = Signal()
    grounding_wanted = Signal()
    concept_wanted = Signal(str)
    triangle_reminder_wanted = Signal()

    def __init__(
        self,
        presenter: JournalPresenter,
        editing: Callable[[Noted | None], JournalEdit],
        repairing: Repairing,
        triangles: TrianglePresenter,
        questions: MoreQuestions,
        tags: TagListPresenter,
        theme: Theme,
    ) -> None:
        super().__init__(theme)
        self._presenter = presenter
        self._editing = editing
        self._repairing = repairing
        self._triangles = triangles
        self._questions = questions
        self._tags = tags
        self._theme = theme
        self._looking: JournalRow | None = None
        self._make_editor: Callable[[], JournalEditor] | None = None
        self._put_away: tuple[Callable[[], JournalEditor], HalfWritten] | None = None
        self.detail = JournalDetailView(theme)
        self.filter = JournalFilterPanel(theme, tags.like)
        self.detail.correct_wanted.connect(self.correct)
        self.detail.reflection_wanted.connect(lambda: self.reflect_on(self._looking))
        self.detail.repair_wanted.connect(lambda: self.repair(self._looking))
        self.detail.concept_wanted.connect(self.concept_wanted)
        self.detail.delete_wanted.connect(lambda: self.delete_wanted.emit(self._looking))
        self.detail.purge_wanted.connect(lambda: self.purge_wanted.emit(self._looking))
        self.filter.changed.connect(self.filter_changed)
        self.filter.tags_wanted.connect(self.open_tags)
        self.close_wanted.connect(self.leave)

    def look_at(self, row: JournalRow | None) -> None:
        """Shows that line; a form in which something was changed stays."""
        self._looking = row
        if not self._is_form_changed:
            self._show_line()

    def forget(self, rows: Sequence[JournalRow]) -> None:
        """These are gone: if one of them was looked at, nothing is now."""
        looking = self._looking
        if looking is not None and any(row.id == looking.id for row in rows):
            self.look_at(None)

    def refresh(self) -> None:
        """Shows what is there now; what is gone, or while locked everything, goes.

        A form that could not be kept when it was locked is there again once it is unlocked.
        """
        if self._presenter.is_locked:
            self._put_form_away()
            self._looking = None
            self._put(None)
            self.detail.show_nothing()
            self.filter.tag.clear()
        elif self._put_away is not None:
            self._bring_form_back(*self._put_away)
        elif self.part is self.detail:
            self._show_line()
        elif isinstance(self.part, TagList):
            self.part.refresh()
        elif isinstance(self.part, TrianglePage):
            self.part.show_state(self._triangles.picture())

    def keep_now(self) -> None:
        """The store is about to be locked: what was changed in a form is kept as it is, if it can be."""
        if isinstance(self.part, JournalEditor):
            self.part.keep_now()

    def show_filter(self, wanted: JournalFilter) -> None:
        """What is wanted now."""
        self.filter.show_filter(wanted)

    def open_filter(self) -> None:
        """The filter, or away with it."""
        if self.part is self.filter:
            self.leave()
        elif self._may_leave_form():
            self._open(self.filter)

    def open_tags(self) -> None:
        """Tags, people and places."""
        if self._may_leave_form():
            tags = TagList(self._tags, self._theme)
            tags.show_wanted.connect(self.tag_wanted)
            tags.refresh()
            self._open(tags)

    def reflect(self, question: str = "", concept: str = "") -> None:
        """The form of a new reflection; to a question, the one that the note of that key asks."""
        edit = self._editing(None)
        if question:
            edit.ask(question, concept)
        self._edit(edit, self._reflection_form)

    def reflect_on(self, row: JournalRow | None) -> None:
        """The form of a new reflection about that check-in."""
        state = None if row is None else self._presenter.detail(row)
        if state is not None and isinstance(state.line, CheckIn):
            edit = self._editing(None)
            edit.reflect_on(state.line)
            self._edit(edit, self._reflection_form)

    def note_life_event(self) -> None:
        """The form of a new life event."""
        self._edit(self._editing(None), self._life_event_form)

    def repair(self, check_in: JournalRow | None = None) -> None:
        """The form of a note for repair, as it was left if it was; a new one may grow from that check-in."""
        if self._may_leave_form():
            self._put(None)  # one that is open already is kept for later now, and goes on
            self._edit(self._repairing(None, None if check_in is None else check_in.id), self._repair_form)

    def note_triangle(self) -> None:
        """The form of a new triangle, as it was left if it was."""
        if self._may_leave_form():
            self._put(None)  # one that is open already is kept for later now, and goes on
            self._edit(self._triangles.edit(), self._triangle_form)

    def open_triangles(self) -> None:
        """The triangle over the weeks."""
        if self._may_leave_form():
            page = TrianglePage(self._theme)
            page.note_wanted.connect(self.note_triangle)
            page.reminder_wanted.connect(self.triangle_reminder_wanted)
            page.show_state(self._triangles.picture())
            self._open(page)

    def correct(self) -> None:
        """The form of the line that is looked at."""
        state = None if self._looking is None else self._presenter.detail(self._looking)
        match None if state is None else state.line:
            case CheckIn() as check_in:
                self._edit(self._editing(check_in), self._check_in_form)
            case Reflection() as reflection:
                self._edit(self._editing(reflection), self._reflection_form)
            case LifeEvent() as life_event:
                self._edit(self._editing(life_event), self._life_event_form)
            case Repair() as repair:
                self._edit(self._repairing(repair, None), self._repair_form)
            case Triangle() as triangle:
                self._edit(self._triangles.edit(triangle), self._triangle_form)

    def leave(self) -> bool:
        """Back to the list; False if a form stays, because something in it is not saved."""
        if not self._may_leave_form():
            return False
        if self.part is not None:
            self._put(None)
            self.closed.emit()
        return True

    def focus_part(self) -> None:
        """The keyboard goes to what is shown."""
        target = self.part
        if target is self.detail:
            target = self.back if self.detail.correct.isHidden() else self.detail.correct
        if target is not None:
            target.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def _is_form_changed(self) -> bool:
        return isinstance(self.part, JournalEditor) and self.part.is_changed

    def _may_leave_form(self) -> bool:
        return not isinstance(self.part, JournalEditor) or self.part.ask_before_leaving()

    def _show_line(self) -> None:
        state = None if self._looking is None else self._presenter.detail(self._looking)
        if state is None:
            self._put(None)
        else:
            self.detail.show_state(state)
            self._put(self.detail)

    def _edit(self, edit: JournalEdit, form: FormMaker) -> None:
        if not self._may_leave_form():
            return
        self._make_editor = partial(self._editor, edit, form)
        self._open(self._make_editor())

    def _editor(self, edit: JournalEdit, form: FormMaker) -> JournalEditor:
        editor = JournalEditor(edit, form(edit))
        editor.kept.connect(self._on_kept)
        editor.left.connect(self._on_form_left)
        return editor

    def _put_form_away(self) -> None:
        """Nothing of it is shown or lies in a field from now on; it is only remembered, until it is unlocked."""
        if isinstance(self.part, JournalEditor) and self.part.is_changed and self._make_editor is not None:
            self._put_away = self._make_editor, self.part.stands

    def _bring_form_back(self, make_editor: Callable[[], JournalEditor], half_written: HalfWritten) -> None:
        self._put_away = None
        self._make_editor = make_editor
        editor = make_editor()
        editor.go_on(half_written)
        self._put(editor)
        self.opened.emit()

    def _open(self, part: QWidget) -> None:
        self._put(part)
        self.opened.emit()
        self.focus_part()

    def _put(self, part: QWidget | None) -> None:
        before = self.part
        if before is part:
            return
        self.show_part(part)
        if isinstance(before, JournalEditor | TagList | TrianglePage):
            before.deleteLater()

    def _on_kept(self, line: Noted) -> None:
        self._put(None)
        self.kept.emit(line)

    def _on_form_left(self) -> None:
        """Back to the line as it was."""
        self._show_line()
        if self.part is None:
            self.closed.emit()
        else:
            self.focus_part()

    def _check_in_form(self, edit: JournalEdit) -> JournalForm:
        return CheckInCorrection(edit, self._theme, self._questions)

    def _reflection_form(self, edit: JournalEdit) -> JournalForm:
        form = ReflectionForm(edit, self._theme)
        form.grounding_wanted.connect(self.grounding_wanted)
        return form

    def _repair_form(self, edit: JournalEdit) -> JournalForm:
        assert isinstance(edit, RepairEdit)
        form = RepairForm(edit, self._theme)
        form.support_wanted.connect(self.support_wanted)
        form.grounding_wanted.connect(self.grounding_wanted)
        return form

    def _triangle_form(self, edit: JournalEdit) -> JournalForm:
        assert isinstance(edit, TriangleEdit)
        return TriangleForm(edit, self._theme)

    def _life_event_form(self, edit: JournalEdit) -> JournalForm:
        return LifeEventForm(edit, self._theme)
