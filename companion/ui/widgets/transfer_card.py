"""The card in Settings that takes the notebook out to a file and brings files in."""

from pathlib import Path

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFileDialog, QPushButton

from companion.presentation.carrying import CarryingPresenter, explanation
from companion.presentation.importing import ImportPresenter
from companion.presentation.imports import ImportsPresenter
from companion.presentation.moving import MovingAct, MovingPresenter
from companion.presentation.translation import _
from companion.ui.theme.theme import Theme
from companion.ui.theme.tokens import SNUG
from companion.ui.widgets.announce import announce
from companion.ui.widgets.card import Card
from companion.ui.widgets.export_dialog import ExportDialog
from companion.ui.widgets.flow_layout import FlowLayout
from companion.ui.widgets.import_dialog import ImportDialog
from companion.ui.widgets.import_list import ImportList
from companion.ui.widgets.labels import heading, label
from companion.ui.widgets.links import flush, link
from companion.ui.widgets.moving_dialog import MovingDialog

LOOKED_AT_EVERY_MS = 250


class TransferCard(Card):
    """Two buttons; what comes of them is said in lines below, and what takes long can be ended.

    Below are the imports there were. While a file is looked at in its dialog, no other can begin. `erasing_wanted`
    says that the person moved, and wants to delete what is here.
    """

    erasing_wanted = Signal()

    def __init__(
        self,
        presenter: CarryingPresenter,
        imports: ImportsPresenter,
        theme: Theme,
        moving: MovingPresenter | None = None,
    ) -> None:
        super().__init__()
        self._moving = moving
        self.moving_dialog: MovingDialog | None = None
        self.move_over = link(_("Move to another computer…"))
        self.move_over.clicked.connect(self.begin_moving)
        if moving is None:
            self.move_over.hide()
        self._presenter = presenter
        self._theme = theme
        self.import_dialog: ImportDialog | None = None
        self.export_dialog: ExportDialog | None = None
        self.take_out = QPushButton(_("Export…"))
        self.take_out.clicked.connect(self._on_take_out_clicked)
        self.bring_in = QPushButton(_("Import…"))
        self.bring_in.clicked.connect(self._on_bring_in_clicked)
        self.end = link(_("Cancel"))
        self.end.clicked.connect(presenter.end)
        self.news = label("", "body", "muted")
        self.news.setProperty("personal", True)
        self.take_back = link(_("Take it out again…"))
        self.take_back.clicked.connect(self._on_take_back_clicked)
        self.imports = ImportList(imports, theme)
        self.imports.focus_lost.connect(self.bring_in.setFocus)
        self._lay_out()
        self._looks = QTimer(self)
        self._looks.setInterval(LOOKED_AT_EVERY_MS)
        self._looks.timeout.connect(self._show_news)
        presenter.attach(self._on_changed)
        imports.attach(self._on_imports_changed)
        self.refresh()

    def refresh(self) -> None:
        """Shows how far it is, or what came of it, and which imports there are."""
        self.imports.refresh()
        self._show_news()
        if self._presenter.is_locked:
            self.imports.close_question()
            for dialog in (self.import_dialog, self.export_dialog, self.moving_dialog):
                if dialog is not None:
                    dialog.reject()

    def showEvent(self, event: QShowEvent) -> None:
        """Check-ins of an import may have been corrected or deleted meanwhile."""
        self.imports.refresh()
        super().showEvent(event)

    def _show_news(self) -> None:
        state = self._presenter.state()
        for button in (self.take_out, self.bring_in, self.move_over):
            button.setEnabled(state.can_begin and self.import_dialog is None)
        self.end.setVisible(state.is_busy)
        self.news.setText("\n".join(state.news))
        self.news.setVisible(bool(state.news))
        if self.moving_dialog is not None:
            self.moving_dialog.tell(state.news)
        self.take_back.setVisible(state.has_import and bool(self.imports.rows))
        if state.is_busy != self._looks.isActive():
            self._looks.start() if state.is_busy else self._looks.stop()

    def _lay_out(self) -> None:
        buttons = FlowLayout()
        buttons.setSpacing(SNUG)
        for button in (self.take_out, self.bring_in, self.end):
            buttons.addWidget(button)
        self.body.addWidget(heading(_("My notebook as a file")))
        for sentence in explanation():
            self.body.addWidget(label(sentence, "body", "muted"))
        self.body.addLayout(buttons)
        self.body.addLayout(flush(self.move_over))
        self.body.addWidget(self.news)
        self.body.addLayout(flush(self.take_back))
        self.body.addWidget(self.imports)

    def _on_changed(self) -> None:
        """Readers are told of the beginning and the end, not of every step."""
        has_keyboard = self.end.hasFocus()
        self.refresh()
        if self.moving_dialog is not None and not self._presenter.state().is_busy:
            self.moving_dialog.refresh()
        if self.import_dialog is None:
            announce(self.news, self.news.text())
        if has_keyboard and self.end.isHidden():
            self.bring_in.setFocus()

    def _on_imports_changed(self) -> None:
        """What came in is no news once it was taken out again."""
        if self.imports.has_news:
            self._presenter.forget_news()
        self._show_news()

    def _on_take_out_clicked(self) -> None:
        self.begin_exporting()

    def _on_bring_in_clicked(self) -> None:
        kinds = _("Files that can be imported (*.csv *.json *.sealed *.daylio *.zip);;All files (*)")
        path, _kind = QFileDialog.getOpenFileName(self, _("Import"), str(Path.home()), kinds)
        if path:
            self.begin_importing(path)

    def begin_moving(self) -> None:
        """Opens the page that leads through moving to another computer."""
        if self._moving is None or self.moving_dialog is not None:
            return
        dialog = MovingDialog(self._moving, self._theme, self.window())
        dialog.wanted.connect(self._on_moving_wanted)
        dialog.finished.connect(self._on_moving_dialog_finished)
        self.moving_dialog = dialog
        dialog.open()

    def begin_exporting(self, *, is_sealed: bool = False, with_settings: bool = False) -> ExportDialog:
        """Opens the dialog that asks what goes out, with that chosen in it already."""
        dialog = ExportDialog(self._presenter, self._theme, self.window())
        dialog.sealed.put(is_sealed)
        dialog.settings.put(with_settings)
        dialog.show_parts()
        dialog.finished.connect(self._on_export_dialog_finished)
        self.export_dialog = dialog
        dialog.open()
        if is_sealed:
            dialog.new.setFocus()
        return dialog

    def begin_importing(self, path: str) -> ImportDialog:
        """Opens the dialog that looks at the file first."""
        dialog = ImportDialog(ImportPresenter(self._presenter, path), self._theme, self.window())
        dialog.finished.connect(self._on_import_dialog_finished)
        self.import_dialog = dialog
        self._show_news()
        dialog.open()
        return dialog

    def _on_import_dialog_finished(self, _result: int) -> None:
        self.import_dialog = None
        self._show_news()

    def _on_moving_wanted(self, act: MovingAct) -> None:
        self._presenter.forget_news()  # what came of another step is not said below this one
        self._show_news()
        state = self._presenter.state()
        if act is MovingAct.MAKE_FILE and state.can_begin and self.export_dialog is None:
            self.begin_exporting(is_sealed=True, with_settings=True)
        elif act is MovingAct.CHOOSE_FILE and state.can_begin and self.import_dialog is None:
            self._on_bring_in_clicked()
        elif act is MovingAct.DELETE_HERE and self.moving_dialog is not None:
            self.moving_dialog.reject()
            self.erasing_wanted.emit()

    def _on_moving_dialog_finished(self, _result: int) -> None:
        self.moving_dialog = None

    def _on_export_dialog_finished(self, _result: int) -> None:
        self.export_dialog = None

    def _on_take_back_clicked(self) -> None:
        """The newest is the one that has just come in."""
        if self.imports.rows:
            self.imports.rows[0].take_out.click()
