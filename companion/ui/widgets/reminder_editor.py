"""The editor of one reminder, in words a tired person understands."""

from dataclasses import replace

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QDialogButtonBox,
    QFrame,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from companion.domain.reminder import ReminderKind
from companion.presentation.date_words import DateWords
from companion.presentation.reminders_editing import Refusal, ReminderEditing
from companion.presentation.reminders_form import Part, ReminderForm
from companion.presentation.translation import _
from companion.ui.theme.theme import Theme
from companion.ui.theme.tokens import ROOM, SNUG, TIGHT, WIDE
from companion.ui.widgets.announce import announce
from companion.ui.widgets.fitting_scroll import FittingScroll
from companion.ui.widgets.flow_layout import FlowLayout
from companion.ui.widgets.labels import heading, label
from companion.ui.widgets.links import link
from companion.ui.widgets.reminder_kinds import ReminderKinds
from companion.ui.widgets.reminder_more import ReminderMore

WIDTH = 500
OF_SCREEN = 0.9
FOR_BAR = 14


class ReminderEditor(QDialog):
    """Edits the form of a sitting; what cannot be kept is said beside its field, and what was typed stays.

    A sentence says all the time what the reminder would do. It is as high as what it holds; what the screen has no
    room for scrolls.
    """

    def __init__(
        self, editing: ReminderEditing, words: DateWords, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._editing = editing
        self._theme = theme
        form = editing.form
        self.setWindowTitle(_("Reminder"))
        self.kinds = {kind: QRadioButton(text) for kind, text in _kinds().items()}
        # Left to themselves, buttons exclude every other one inside their parent, however deep it lies.
        group = QButtonGroup(self)
        for button in self.kinds.values():
            group.addButton(button)
        self.parts = ReminderKinds(form, words, theme, editing.twice, editing.advice)
        self.more_link = link()
        self.more_link.setAutoDefault(False)
        self.more = ReminderMore(form)
        self.sentence = label()
        self._trouble = label()
        self._lay_out()
        self._connect()
        self.kinds[form.kind].setChecked(True)
        self._unfold(is_open=_says_more(form))
        self._show_kind()
        self.kinds[form.kind].setFocus()

    @property
    def kind(self) -> ReminderKind:
        """The kind that is chosen."""
        return next(kind for kind, button in self.kinds.items() if button.isChecked())

    def form(self) -> ReminderForm:
        """What is filled in now."""
        return replace(self.more.filled(self.parts.filled(self._editing.form)), kind=self.kind)

    @property
    def trouble(self) -> str:
        """The calm line that is shown, or ""."""
        return "" if self._trouble.isHidden() else self._trouble.text()

    def submit(self) -> None:
        """Keeps the form and closes; or says in one line why not."""
        refusal = self._editing.keep(self.form())
        self._show_refusal(refusal)
        if refusal is None:
            self.accept()
        else:
            announce(self._trouble, refusal.sentence)

    def sizeHint(self) -> QSize:
        """As high as needed at a width at which sentences read well."""
        width = max(self._theme.px(WIDTH), self.minimumSizeHint().width())
        return QSize(width, self.heightForWidth(width))

    def showEvent(self, event: QShowEvent) -> None:
        """Only now fonts and the screen are known."""
        super().showEvent(event)
        self._fit()

    def _connect(self) -> None:
        for button in self.kinds.values():
            button.toggled.connect(self._on_kind_toggled)
        self.more_link.clicked.connect(lambda: self._unfold(is_open=self.more.isHidden()))
        for part in (self.parts, self.more):
            part.changed.connect(self._on_changed)

    def _lay_out(self) -> None:
        self._scroll = FittingScroll(self._content())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(WIDE, WIDE, WIDE - FOR_BAR, ROOM + TIGHT)
        layout.setSpacing(ROOM)
        layout.addWidget(self._scroll, 1)
        below = QVBoxLayout()
        below.setContentsMargins(0, 0, FOR_BAR, 0)
        below.setSpacing(ROOM)
        below.addWidget(self._aside())
        below.addWidget(self._buttons())
        layout.addLayout(below)
        self.keep.setDefault(True)  # only inside its dialog does Qt remember it

    def _content(self) -> QWidget:
        content = QWidget()
        self._column = QVBoxLayout(content)
        self._column.setContentsMargins(0, 0, FOR_BAR, 0)
        self._column.setSpacing(SNUG)
        self._column.addWidget(heading(_("When may Companion ask?")))
        kinds = FlowLayout()
        kinds.setSpacing(TIGHT)
        for button in self.kinds.values():
            kinds.addWidget(button)
        self._column.addLayout(kinds)
        self._column.addWidget(self.parts)
        self._column.addWidget(self.more_link, 0, Qt.AlignmentFlag.AlignLeading)
        self._column.addWidget(self.more)
        self._column.addWidget(self._trouble)
        self._column.addStretch(1)
        return content

    def _aside(self) -> QFrame:
        """What it will do, always in sight; but what is said beside a field is not said twice."""
        self._aside_frame = frame = QFrame()
        frame.setProperty("role", "aside")
        inside = QVBoxLayout(frame)
        inside.setContentsMargins(SNUG, TIGHT, SNUG, TIGHT)
        self.sentence.setProperty("personal", True)  # with times and days as the locale has them
        inside.addWidget(self.sentence)
        return frame

    def _buttons(self) -> QDialogButtonBox:
        box = QDialogButtonBox()
        self.keep = QPushButton(_("Keep"))
        self.keep.setProperty("role", "primary")
        box.addButton(self.keep, QDialogButtonBox.ButtonRole.AcceptRole)
        box.addButton(_("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        box.accepted.connect(self.submit)
        box.rejected.connect(self.reject)
        return box

    def _on_kind_toggled(self, is_on: bool) -> None:
        if is_on:
            self._show_kind()

    def _on_changed(self) -> None:
        self._show_refusal(None)
        self.sentence.setText(self._editing.describe(self.form()))
        self._fit()

    def _show_kind(self) -> None:
        self.parts.show_kind(self.kind)
        self._on_changed()
        QTimer.singleShot(0, self, self._fit)  # what lies deeper knows only then how high it is now

    def _unfold(self, *, is_open: bool) -> None:
        self.more.setVisible(is_open)
        self.more_link.setText(_("Less") if is_open else _("More choices"))
        self._fit()

    def _show_refusal(self, refusal: Refusal | None) -> None:
        """Beside the field it is about; what is about the whole stands below everything."""
        self._trouble.setText("" if refusal is None else refusal.sentence)
        if refusal is not None:
            self._column.removeWidget(self._trouble)
            self._place_trouble(refusal.part)
        self._trouble.setVisible(refusal is not None)
        self._aside_frame.setVisible(refusal is None)
        if refusal is not None:
            self._fit()
            self._scroll.reveal(self._trouble)

    def _place_trouble(self, part: Part | None) -> None:
        if not self.parts.place_beside(part, self._trouble):
            self._column.insertWidget(self._column.indexOf(self.more) + 1, self._trouble)

    def _fit(self) -> None:
        """Takes the height that what is shown needs, as far as the screen has it."""
        self._scroll.updateGeometry()
        room = self.screen().availableSize() * OF_SCREEN
        width = min(self.sizeHint().width(), room.width())
        self.resize(width, min(self.heightForWidth(width), room.height()))


def _kinds() -> dict[ReminderKind, str]:
    return {
        ReminderKind.RANDOM: _("Now and then"),
        ReminderKind.FIXED: _("At set times"),
        ReminderKind.INTERVAL: _("Every so often"),
        ReminderKind.ONCE: _("Once"),
        ReminderKind.EVENT: _("After a check-in"),
    }


def _says_more(form: ReminderForm) -> bool:
    """True if something is set that "More choices" would hide."""
    usual = ReminderForm()
    return (form.purpose, form.expiry, form.silence, form.text) != (
        usual.purpose,
        usual.expiry,
        usual.silence,
        usual.text,
    )
