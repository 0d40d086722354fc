"""The card in Settings that takes the notebook out to a file and brings one in."""

from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFileDialog, QPushButton

from companion.presentation.carrying import CarryingPresenter, explanation
from companion.presentation.translation import _
from companion.ui.theme.tokens import SNUG
from companion.ui.widgets.announce import announce
from companion.ui.widgets.card import Card
from companion.ui.widgets.flow_layout import FlowLayout
from companion.ui.widgets.labels import heading, label
from companion.ui.widgets.links import link

LOOKED_AT_EVERY_MS = 250


class TransferCard(Card):
    """Two buttons; what comes of them is said in lines below, and what takes long can be ended."""

    def __init__(self, presenter: CarryingPresenter) -> None:
        super().__init__()
        self._presenter = presenter
        self.take_out = QPushButton(_("Export everything…"))
        self.take_out.clicked.connect(self._on_take_out_clicked)
        self.bring_in = QPushButton(_("Import…"))
        self.bring_in.clicked.connect(self._on_bring_in_clicked)
        self.end = link(_("End it"))
        self.end.clicked.connect(presenter.end)
        self.news = label("", "body", "muted")
        self.news.setProperty("personal", True)
        buttons = FlowLayout()
        buttons.setSpacing(SNUG)
        for button in (self.take_out, self.bring_in, self.end):
            buttons.addWidget(button)
        self.body.addWidget(heading(_("My notebook as a file")))
        for sentence in explanation():
            self.body.addWidget(label(sentence, "body", "muted"))
        self.body.addLayout(buttons)
        self.body.addWidget(self.news)
        self._looks = QTimer(self)
        self._looks.setInterval(LOOKED_AT_EVERY_MS)
        self._looks.timeout.connect(self.refresh)
        presenter.attach(self._on_changed)
        self.refresh()

    def refresh(self) -> None:
        """Shows how far it is, or what came of it."""
        state = self._presenter.state()
        for button in (self.take_out, self.bring_in):
            button.setEnabled(state.can_begin)
        self.end.setVisible(state.is_busy)
        self.news.setText("\n".join(state.news))
        self.news.setVisible(bool(state.news))
        if state.is_busy != self._looks.isActive():
            self._looks.start() if state.is_busy else self._looks.stop()

    def _on_changed(self) -> None:
        """Readers are told of the beginning and the end, not of every step."""
        has_keyboard = self.end.hasFocus()
        self.refresh()
        announce(self.news, self.news.text())
        if has_keyboard and self.end.isHidden():
            self.bring_in.setFocus()

    def _on_take_out_clicked(self) -> None:
        place = str(Path.home() / self._presenter.file_name())
        path, _kind = QFileDialog.getSaveFileName(self, _("Export everything"), place, _("Everything (*.json)"))
        if path:
            self._presenter.take_out(path)

    def _on_bring_in_clicked(self) -> None:
        kinds = _("Exports and check-ins (*.json *.csv)")
        path, _kind = QFileDialog.getOpenFileName(self, _("Import"), str(Path.home()), kinds)
        if path:
            self._presenter.bring_in(path)
