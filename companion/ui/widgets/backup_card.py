"""The card in Settings about copies: the newest, the chosen place, saving one by hand, restoring one."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QDialog, QFileDialog, QPushButton

from companion.presentation.backups import (
    BackupPresenter,
    Question,
    explanation,
    replacing_question,
    saving_question,
    second_place_default,
)
from companion.presentation.restoring import RestorePresenter
from companion.presentation.translation import _
from companion.ui.theme.theme import Theme
from companion.ui.theme.tokens import SNUG
from companion.ui.widgets.announce import announce
from companion.ui.widgets.card import Card
from companion.ui.widgets.flow_layout import FlowLayout
from companion.ui.widgets.labels import heading, label
from companion.ui.widgets.links import link
from companion.ui.widgets.question_dialog import QuestionDialog
from companion.ui.widgets.restore_dialog import RestoreDialog


class BackupCard(Card):
    """`restoring` makes the presenter of one opening of the restore dialog, which locking closes."""

    def __init__(self, presenter: BackupPresenter, restoring: Callable[[], RestorePresenter], theme: Theme) -> None:
        super().__init__()
        self._presenter = presenter
        self._restoring = restoring
        self._theme = theme
        self.restore_dialog: RestoreDialog | None = None
        self.save = QPushButton(_("Save a copy…"))
        self.restore = QPushButton(_("Restore…"))
        self.choose = QPushButton()
        self.forget = link(_("No second place"))
        self.newest, self.protection = label(), label("", "body", "muted")
        self.place, self.trouble, self.news = label(), label(), label("", "body", "muted")
        for personal in (self.place, self.trouble, self.news):
            personal.setProperty("personal", True)
        self._lay_out()
        self._connect()
        self.refresh()

    def refresh(self) -> None:
        """Shows what is so now."""
        state = self._presenter.state()
        self.newest.setText(state.newest)
        self.protection.setText(state.protection)
        self.place.setText(_("Copies are also put in {folder}.").format(folder=state.place))
        self.choose.setText(_("Another place…") if state.place else _("A second place…"))
        for part, is_shown in ((self.place, state.place), (self.forget, state.place), (self.trouble, state.trouble)):
            part.setVisible(bool(is_shown))
        self.trouble.setText(state.trouble)
        self._show_news(state.news)
        self.save.setEnabled(state.can_save)
        self.restore.setEnabled(not self._presenter.is_locked)

    def begin_restoring(self) -> RestoreDialog:
        """Opens the restore dialog."""
        dialog = RestoreDialog(self._restoring(), self._theme, self.window())
        dialog.finished.connect(self._on_restore_dialog_finished)
        self.restore_dialog = dialog
        dialog.open()
        return dialog

    def _show_news(self, news: str) -> None:
        if news != self.news.text():
            announce(self.news, news)
        self.news.setText(news)
        self.news.setVisible(bool(news))

    def _on_changed(self) -> None:
        if self._presenter.is_locked and self.restore_dialog is not None:
            self.restore_dialog.reject()
        self.refresh()

    def _on_save_clicked(self) -> None:
        if self._presenter.is_protected:
            self._choose_file()
        else:
            self._ask(saving_question()).accepted.connect(self._choose_file)

    def _choose_file(self) -> None:
        place = str(Path.home() / self._presenter.file_name())
        path, _kind = QFileDialog.getSaveFileName(self, _("Save a copy"), place, _("Copies (*.companion)"))
        if path:
            self._presenter.save(path, self._ask_to_replace)

    def _ask_to_replace(self, replace: Callable[[], None]) -> None:
        self._ask(replacing_question()).accepted.connect(replace)

    def _ask(self, question: Question) -> QuestionDialog:
        dialog = QuestionDialog(*question, self._theme, self.window())
        dialog.open()
        return dialog

    def _on_choose_clicked(self) -> None:
        start = self._presenter.state().place or str(Path.home())
        folder = QFileDialog.getExistingDirectory(self, _("A place for copies"), start)
        if folder:
            self._show_trouble(self._presenter.choose_place(folder))

    def _on_forget_clicked(self) -> None:
        self._show_trouble(self._presenter.choose_place(""))
        self.choose.setFocus()

    def _show_trouble(self, trouble: str) -> None:
        self.refresh()
        if trouble:
            self._show_news(trouble)

    def _on_restore_dialog_finished(self, _result: int = QDialog.DialogCode.Rejected) -> None:
        self.restore_dialog = None

    def _connect(self) -> None:
        self.save.clicked.connect(self._on_save_clicked)
        self.restore.clicked.connect(self.begin_restoring)
        self.choose.clicked.connect(self._on_choose_clicked)
        self.forget.clicked.connect(self._on_forget_clicked)
        self._presenter.attach(self._on_changed)

    def _lay_out(self) -> None:
        buttons = FlowLayout()
        buttons.setSpacing(SNUG)
        for button in (self.save, self.restore, self.choose, self.forget):
            buttons.addWidget(button)
        self.body.addWidget(heading(_("Copies")))
        self.body.addWidget(label(explanation(), "body", "muted"))
        self.body.addWidget(label(second_place_default(), "body", "muted"))
        for part in (self.newest, self.place, self.trouble, self.protection):
            self.body.addWidget(part)
        self.body.addLayout(buttons)
        self.body.addWidget(self.news)
