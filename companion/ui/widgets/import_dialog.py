"""The dialog that brings a file in: see what would come of it, say what is to be said, and only then import it."""

from PySide6.QtCore import QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QProgressBar, QPushButton, QWidget

from companion.presentation.importing import ImportPresenter, ImportState, ImportStep
from companion.presentation.translation import _
from companion.ui.theme.theme import Theme
from companion.ui.widgets.announce import announce
from companion.ui.widgets.import_wishes import ImportWishes
from companion.ui.widgets.labels import heading, label
from companion.ui.widgets.long_words import LongWords
from companion.ui.widgets.passphrase_field import PassphraseField
from companion.ui.widgets.privacy_frame import PrivacyFrame
from companion.ui.widgets.switch_row import SwitchRow

LOOKED_AT_EVERY_MS = 250
SAID_IS_LOOKED_AT_MS = 400


class ImportDialog(QDialog):
    """Nothing comes in before Import is pressed on what was looked at. The window stays usable meanwhile.

    Escape ends a look, and leaves alone what is coming in: only its own button ends that.
    """

    def __init__(self, presenter: ImportPresenter, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModal(False)
        self._presenter = presenter
        self._said = ""
        self._now: tuple[ImportStep | None, bool] = (None, False)
        self.title, self.wants = heading("", "body"), label()
        self.lines, self.trouble = label(), label()
        self.words = label("", "small", "muted")
        self.wishes = ImportWishes()
        self.secret, self.open_file = PassphraseField(_("Passphrase of the file")), QPushButton(_("Open it"))
        self.settings = SwitchRow(_("Use the settings in the file as well"))
        self.notes: LongWords | None = None
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.far = label("", "small", "muted")
        self.bring_in, self.stop = QPushButton(_("Import")), QPushButton(_("Cancel"))
        self.close_button = QPushButton(_("Leave it"))
        self._frame = PrivacyFrame(self, theme, _("Import a file"))
        self._frame.forget_at_the_end(self.secret, presenter.leave)
        self._looks = QTimer(self)
        self._looks.setInterval(LOOKED_AT_EVERY_MS)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(SAID_IS_LOOKED_AT_MS)
        self._lay_out()
        self._connect()
        self.show_state(presenter.state)
        presenter.begin()

    def show_state(self, state: ImportState) -> None:
        """Shows a state."""
        self.title.setText(state.title)
        self.wants.setText(state.wants)
        self.lines.setText("\n".join(state.lines))
        self.words.setText("\n".join(state.more_words))
        self.trouble.setText(state.trouble)
        self.wishes.show_state(state)
        self._show_notes(state.notes)
        self._show_parts(state)
        self._show_progress()
        self._say(state)
        if state.is_busy != self._looks.isActive():
            self._looks.start() if state.is_busy else self._looks.stop()
        now = (state.step, state.asks_secret)
        if now != self._now:
            self._now = now
            self._put_keyboard(state)
        self._frame.fit()

    def showEvent(self, event: QShowEvent) -> None:
        """Only now fonts and the screen are known."""
        super().showEvent(event)
        self._frame.fit()

    def open(self) -> None:
        """Shown, also again after everything was hidden, the window beside it stays usable."""
        self.show()

    def done(self, result: int) -> None:
        """However it ends, nothing is looked at any more."""
        self._later.stop()
        self._looks.stop()
        super().done(result)

    def _show_notes(self, notes: tuple[str, ...]) -> None:
        text = "\n".join(notes)
        if self.notes is not None and self.notes.property("said") == text:
            return
        if self.notes is not None:
            self.notes.hide()
            self.notes.deleteLater()
            self.notes = None
        if text:
            self.notes = LongWords(text, "small")
            self.notes.setProperty("said", text)
            self._frame.column.insertWidget(self._frame.column.indexOf(self.words) + 1, self.notes)

    def _show_parts(self, state: ImportState) -> None:
        is_done = state.step is ImportStep.DONE
        shown: dict[QWidget, bool] = {
            self.title: bool(state.title),
            self.wants: bool(state.wants),
            self.lines: bool(state.lines),
            self.words: bool(state.more_words),
            self.trouble: bool(state.trouble),
            self.secret: state.asks_secret,
            self.open_file: state.asks_secret,
            self.settings: state.has_settings,
            self.bar: state.step is ImportStep.COMING,
            self.far: state.is_busy,
            self.stop: state.step is ImportStep.COMING,
            self.bring_in: not is_done and not state.asks_secret and state.step is not ImportStep.COMING,
        }
        for part, is_shown in shown.items():
            part.setVisible(is_shown)
        self.bring_in.setEnabled(state.can_import and not self._later.isActive())
        for part in (self.wishes, self.settings):
            part.setEnabled(state.step is not ImportStep.COMING)
        self.open_file.setEnabled(not state.is_busy)
        (self.open_file if state.asks_secret else self.close_button).setDefault(True)  # Enter in the field opens it
        if is_done:
            self.wishes.hide()
        is_going = state.step is ImportStep.COMING
        self.close_button.setText(
            _("Close") if is_done else _("Go on in the background") if is_going else _("Leave it")
        )

    def _show_progress(self) -> None:
        state, seen = self._presenter.state, self._presenter.seen
        if state.step is ImportStep.COMING:
            self.bar.setRange(0, max(state.total, 1))
            self.bar.setValue(min(seen, state.total))
            self.far.setText(_("{count} of {total} read").format(count=seen, total=state.total))
        else:
            self.far.setText(_("{count} read so far").format(count=seen))

    def _say(self, state: ImportState) -> None:
        """Readers are told of what came of it, and not of the same twice."""
        said = state.trouble or "\n".join(filter(None, (state.title, state.wants, *state.lines)))
        if said and said != self._said and not state.is_busy:
            announce(self.title, said)
            self._said = said

    def _put_keyboard(self, state: ImportState) -> None:
        """Only where it would be lost: who is answering a field goes on with it."""
        if state.asks_secret:
            self.secret.setFocus()
            return
        here: QWidget | None = self.focusWidget()
        if here is None or here.isHidden() or not here.isEnabled():
            first = {ImportStep.COMING: self.stop}.get(state.step, self.close_button)
            first.setFocus()

    def _on_said(self) -> None:
        self.bring_in.setEnabled(False)
        self._later.start()

    def _on_time_to_look(self) -> None:
        self._presenter.wish(self.wishes.wishes)
        self.show_state(self._presenter.state)

    def _on_open_file_clicked(self) -> None:
        self._presenter.open_with(self.secret.typed)

    def _on_presenter_changed(self) -> None:
        self.show_state(self._presenter.state)

    def _connect(self) -> None:
        self._presenter.attach(self._on_presenter_changed)
        self.wishes.changed.connect(self._on_said)
        self._later.timeout.connect(self._on_time_to_look)
        self._looks.timeout.connect(self._show_progress)
        self.bring_in.clicked.connect(self._presenter.bring_in)
        self.stop.clicked.connect(self._presenter.end)
        self.open_file.clicked.connect(self._on_open_file_clicked)
        self.settings.switched.connect(self._presenter.take_settings)
        self.close_button.clicked.connect(self.reject)

    def _lay_out(self) -> None:
        for personal in (self.lines, self.words, self.trouble):
            personal.setProperty("personal", True)
        self.bring_in.setProperty("role", "primary")
        self.bring_in.setAutoDefault(False)
        self.stop.setAutoDefault(False)
        self.open_file.setProperty("role", "primary")
        self.close_button.setDefault(True)
        for part in (self.title, self.wants, self.secret, self.trouble, self.lines, self.wishes, self.words):
            self._frame.column.addWidget(part)
        self._frame.column.addWidget(self.settings)
        self._frame.column.addStretch(1)
        for below in (self.bar, self.far):
            self._frame.below.addWidget(below)
        self._frame.add_buttons((self.close_button, self.stop, self.open_file, self.bring_in))
