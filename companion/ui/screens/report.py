"""The dialog of the page for a session: what goes on it, how it looks then, and where it is saved."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QDialog, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from companion.presentation.chart_pictures import FilePresenter
from companion.presentation.date_words import DateWords
from companion.presentation.report import ReportPage
from companion.presentation.report_presenter import OfferedNote, ReportPresenter, ReportState
from companion.presentation.report_words import HTML, PDF, file_kind, file_name, full_words, note_words
from companion.presentation.translation import _
from companion.ui.chart.report_preview import ReportPreview
from companion.ui.theme.theme import Theme
from companion.ui.theme.tokens import ROOM, SNUG, TIGHT, WIDE
from companion.ui.widgets.announce import announce
from companion.ui.widgets.asking_where import ask_where
from companion.ui.widgets.fitting_scroll import FittingScroll
from companion.ui.widgets.flow_layout import FlowLayout
from companion.ui.widgets.labels import heading, label
from companion.ui.widgets.links import link
from companion.ui.widgets.switch_row import SwitchRow

WIDTH, HEIGHT = 980, 860
OF_SCREEN = 0.92
SIDE_BY_SIDE_FROM = 720
CHOICES_WIDTH = 340
NOTES_AT_ONCE = 20

MakeFile = Callable[[ReportPage, str, DateWords], bytes]


class ReportDialog(QDialog):
    """Choices beside the page; `make_file` makes the file of that ending. However it ends, nothing stays in it."""

    def __init__(
        self,
        presenter: ReportPresenter,
        files: FilePresenter,
        make_file: MakeFile,
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self._files = files
        self._make_file = make_file
        self._theme = theme
        self._page: ReportPage | None = None
        self._offered: tuple[OfferedNote, ...] = ()
        self.setWindowTitle("Companion")
        self.events = SwitchRow(_("Life events"))
        self.events.switched.connect(lambda is_on: presenter.choose_events(are_wanted=is_on))
        self.notes: dict[str, SwitchRow] = {}
        self.more = link(_("More notes"))
        self.more.clicked.connect(self._on_more_clicked)
        self.preview = ReportPreview(theme)
        self.preview.setProperty("personal", True)
        self.pdf, self.html = QPushButton(_("Save as PDF…")), QPushButton(_("Save as a web page…"))
        self.leave = QPushButton(_("Close"))
        self.news = label("", "small", "muted")
        self.news.setProperty("personal", True)
        self._lay_out()
        self._connect()
        self.finished.connect(self.deleteLater)
        presenter.attach(self.refresh)
        self.refresh()
        self._fit()

    def refresh(self) -> None:
        """Shows what is there now."""
        self.show_state(self._presenter.state())

    def show_state(self, state: ReportState) -> None:
        """Shows a state."""
        self._page = state.page
        self._lead.setText(state.sentence if state.page is None else state.page.lead)
        self._offer(state.notes)
        self._notes_head.setVisible(bool(state.notes))
        self._notes_lead.setText(_notes_lead(state))
        self._notes_lead.setVisible(state.page is not None)
        self.events.put(state.with_events)
        self.events.setVisible(state.has_events)
        self.preview.setVisible(state.page is not None)
        self.preview.show_page(state.page)
        self._full.setText(full_words(self.preview.left_out))
        self._full.setVisible(self.preview.left_out > 0)
        for button in (self.pdf, self.html):
            button.setEnabled(state.page is not None)

    def done(self, result: int) -> None:
        """Nothing of it stays behind."""
        self._presenter.attach(lambda: None)
        self._presenter.let_go()
        self._page = None
        self._clear_notes()
        self.preview.show_page(None)
        self._lead.clear()
        super().done(result)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The page goes below the choices where there is no room beside them."""
        super().resizeEvent(event)
        is_wide = self.width() >= SIDE_BY_SIDE_FROM * self._theme.text_scale
        direction = QBoxLayout.Direction.LeftToRight if is_wide else QBoxLayout.Direction.TopToBottom
        self._both.setDirection(direction)
        self._choices.setMaximumWidth(self._theme.px(CHOICES_WIDTH) if is_wide else 16_777_215)

    def _connect(self) -> None:
        self.pdf.clicked.connect(lambda: self._save(PDF))
        self.html.clicked.connect(lambda: self._save(HTML))
        self.leave.clicked.connect(self.reject)

    def _lay_out(self) -> None:
        content = QWidget()
        self._both = QBoxLayout(QBoxLayout.Direction.LeftToRight, content)
        self._both.setContentsMargins(0, 0, ROOM, 0)
        self._both.setSpacing(WIDE)
        self._choices = self._choices_column()
        self._both.addWidget(self._choices, 2, Qt.AlignmentFlag.AlignTop)
        self._both.addWidget(self.preview, 3, Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(WIDE, WIDE, WIDE - ROOM, ROOM)
        layout.setSpacing(ROOM)
        scroll = FittingScroll(content)
        # It takes what is left: asked for all of its height, it would not leave the buttons theirs.
        scroll.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        layout.addWidget(scroll, 1)
        layout.addWidget(self.news)
        self.news.hide()
        layout.addLayout(self._buttons())

    def _choices_column(self) -> QWidget:
        column = QWidget()
        self._lead = label("", "body", "muted")
        self._lead.setProperty("personal", True)
        self._notes_head = heading(_("Notes"))
        self._notes_lead = label("", "small", "muted")
        self._full = label("", "small")
        self._notes = QVBoxLayout()
        self._notes.setSpacing(SNUG)
        rows = QVBoxLayout(column)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(SNUG)
        rows.addWidget(heading(_("A page for a session")))
        rows.addWidget(self._lead)
        rows.addWidget(
            label(_("It covers the days of the chart, says what you noted, and judges nothing."), "small", "muted")
        )
        rows.addWidget(self.events)
        rows.addWidget(self._notes_head)
        rows.addWidget(self._notes_lead)
        rows.addWidget(self._full)
        rows.addLayout(self._notes)
        rows.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeading)
        return column

    def _buttons(self) -> QVBoxLayout:
        flow = FlowLayout()
        flow.setSpacing(TIGHT)
        self.pdf.setProperty("role", "primary")
        for button in (self.pdf, self.html, self.leave):
            button.setAutoDefault(False)
            flow.addWidget(button)
        below = QVBoxLayout()
        below.setContentsMargins(0, 0, ROOM, 0)
        below.addLayout(flow)
        return below

    def _offer(self, offered: tuple[OfferedNote, ...]) -> None:
        """The switches stay as they are while the same notes are offered: somebody may be on one."""
        if [note.id for note in offered] != [note.id for note in self._offered]:
            self._clear_notes()
            self._offered = offered
            self._add_notes()
        for note in offered:
            if note.id in self.notes:
                self.notes[note.id].put(note.is_chosen)
        self.more.setVisible(len(self.notes) < len(offered))

    def _add_notes(self) -> None:
        begin = len(self.notes)
        for note in self._offered[begin : begin + NOTES_AT_ONCE]:
            row = SwitchRow(*note_words(note.said), "small")
            row.setProperty("personal", True)
            row.switched.connect(lambda is_on, note_id=note.id: self._presenter.choose(note_id, is_wanted=is_on))
            self.notes[note.id] = row
            self._notes.addWidget(row)

    def _clear_notes(self) -> None:
        for row in self.notes.values():
            self._notes.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.notes.clear()
        self._offered = ()

    def _on_more_clicked(self) -> None:
        first_new = len(self.notes)
        self._add_notes()
        self.more.setVisible(len(self.notes) < len(self._offered))
        list(self.notes.values())[first_new].switch.setFocus()

    def _save(self, ending: str) -> None:
        """Asks where to, and saves it there; nothing if it was locked meanwhile."""
        path = ask_where(self, _("Save the page"), file_name(ending), file_kind(ending), ending)
        if path and self._page is not None:
            content = self._make_file(self._page, ending, self._presenter.words)
            self._files.save(path, content, self._tell)

    def _tell(self, line: str) -> None:
        self.news.setText(line)
        self.news.show()
        announce(self.news, line)

    def _fit(self) -> None:
        room = self.screen().availableSize() * OF_SCREEN
        self.resize(min(self._theme.px(WIDTH), room.width()), min(self._theme.px(HEIGHT), room.height()))


def _notes_lead(state: ReportState) -> str:
    if not state.notes:
        return _("There are no notes from these days.")
    return " ".join(filter(None, (_("No note is on the page unless you put it there."), state.more)))
