"""The imports there were, each of which can be taken out again with one question."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from companion.presentation.imports import ImportRow, ImportsPresenter
from companion.presentation.translation import _
from companion.ui.theme.theme import Theme
from companion.ui.theme.tokens import HAIR, SNUG, TIGHT
from companion.ui.widgets.announce import announce
from companion.ui.widgets.labels import heading, label
from companion.ui.widgets.links import link
from companion.ui.widgets.question_dialog import QuestionDialog


class ImportList(QWidget):
    """Hidden while there is none. `focus_lost` says that what had the keyboard is gone."""

    focus_lost = Signal()

    def __init__(self, presenter: ImportsPresenter, theme: Theme) -> None:
        super().__init__()
        self._presenter = presenter
        self._theme = theme
        self._shown: tuple[ImportRow, ...] = ()
        self.rows: list[ImportLine] = []
        self.question: QuestionDialog | None = None
        self.title = heading(_("What was imported"), "body")
        self.title.setProperty("weight", "strong")
        self.news = label("", "body", "muted")
        self._lines = QVBoxLayout()
        self._lines.setSpacing(SNUG)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(TIGHT)
        column.addWidget(self.title)
        column.addLayout(self._lines)
        column.addWidget(self.news)
        presenter.attach(self._on_changed)
        self.refresh()

    @property
    def has_news(self) -> bool:
        """True while it says what came of taking one out."""
        return bool(self._presenter.news)

    def refresh(self) -> None:
        """Shows the imports there are now."""
        rows = self._presenter.rows()
        if rows != self._shown:
            self._shown = rows
            self._build(rows)
        for row in self.rows:
            row.take_out.setEnabled(not self._presenter.is_busy)
        self.title.setVisible(bool(rows))
        self.news.setText(self._presenter.news)
        self.news.setVisible(bool(self._presenter.news))
        self.setVisible(bool(rows or self._presenter.news))

    def ask(self, row: ImportRow) -> QuestionDialog:
        """The one question; yes takes it out."""
        asked = QuestionDialog(
            row.question, row.detail, _("Take it out"), _("Leave it here"), self._theme, self.window()
        )
        asked.accepted.connect(lambda: self._presenter.take_out(row.id))
        asked.finished.connect(self._on_question_finished)
        self.question = asked
        asked.open()
        return asked

    def close_question(self) -> None:
        """Takes an open question away; nothing is changed."""
        if self.question is not None:
            self.question.reject()

    def _build(self, rows: tuple[ImportRow, ...]) -> None:
        has_keyboard = any(row.take_out.hasFocus() for row in self.rows)
        for old in self.rows:
            self._lines.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.rows = [ImportLine(row, self) for row in rows]
        for line in self.rows:
            self._lines.addWidget(line)
        if has_keyboard:
            self.focus_lost.emit()

    def _on_changed(self) -> None:
        self.refresh()
        if self._presenter.news:
            announce(self.news, self._presenter.news)

    def _on_question_finished(self, _result: int) -> None:
        self.question = None


class ImportLine(QWidget):
    """One import."""

    def __init__(self, row: ImportRow, imports: ImportList) -> None:
        super().__init__()
        self._row = row
        self._imports = imports
        self.take_out = link(_("Take it out again…"))
        self.take_out.setAccessibleName(_("Take it out again: {import_name}").format(import_name=row.title))
        self.take_out.clicked.connect(self._on_clicked)
        name = label(row.title)
        head = QHBoxLayout()
        head.setSpacing(TIGHT)
        head.addWidget(name, 1)
        head.addWidget(self.take_out, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(HAIR)
        column.addLayout(head)
        column.addWidget(label(row.line, "small", "muted"))

    def _on_clicked(self) -> None:
        self._imports.ask(self._row)
