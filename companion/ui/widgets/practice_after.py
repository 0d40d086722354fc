"""After a practice: the line again and three answers; all of it may be left as it is."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QPushButton, QWidget

from companion.domain.practice_session import Felt
from companion.presentation.practice_after import AfterPracticePresenter
from companion.ui.theme.theme import Theme
from companion.ui.theme.tokens import TIGHT
from companion.ui.widgets.announce import announce
from companion.ui.widgets.chip import chip
from companion.ui.widgets.flow_layout import FlowLayout
from companion.ui.widgets.labels import heading, label
from companion.ui.widgets.page import Page
from companion.ui.widgets.rating_field import RatingField

_WIDEST = 520


class PracticeAfterView(Page):
    """What is noted is kept with Done, with Escape, and when the view goes away; `left` says that it is over."""

    left = Signal()

    def __init__(self, presenter: AfterPracticePresenter, theme: Theme) -> None:
        state = presenter.state()
        super().__init__(theme, _WIDEST, state.heading)
        self._presenter = presenter
        self._state = state
        lead = label(state.lead)
        lead.setProperty("personal", True)  # the practice's own name is in it
        self.line = RatingField(state.line, theme)
        self.answers: dict[Felt, QPushButton] = {felt: chip(words) for felt, words in state.answers}
        self._heavier = label(state.heavier, "small", "muted")
        self._heavier.hide()
        self._trouble = label()
        self._trouble.hide()
        self.done = QPushButton(state.done)
        self.done.setProperty("role", "primary")
        self.done.clicked.connect(self._leave)
        for felt, button in self.answers.items():
            button.setAccessibleName(f"{state.question} {button.text()}")
            button.clicked.connect(lambda _checked=False, chosen=felt: self._on_chosen(chosen))
        self._lay_out(lead)
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self._leave)

    @property
    def felt(self) -> Felt | None:
        """The chosen answer."""
        return next((felt for felt, button in self.answers.items() if button.isChecked()), None)

    @property
    def trouble(self) -> str:
        """The calm line that is shown, or ""."""
        return "" if self._trouble.isHidden() else self._trouble.text()

    def begin(self) -> None:
        """It has just come up: the keyboard is on Done, and readers hear what it says."""
        self.done.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, f"{self._state.heading} {self._state.lead}")

    def keep(self) -> bool:
        """Keeps what stands in it; False if that was not possible, and then it says why."""
        trouble = self._presenter.keep(self.line.value, self.felt)
        self._trouble.setText(trouble)
        self._trouble.setVisible(bool(trouble))
        if trouble:
            announce(self._trouble, trouble)
        return not trouble

    def _lay_out(self, lead: QWidget) -> None:
        chips = FlowLayout()
        chips.setSpacing(TIGHT)
        for button in self.answers.values():
            chips.addWidget(button)
        self.add(heading(self._state.heading, "display"))
        self.add(lead)
        self.add(self.line)
        self.add_together(label(self._state.question), chips)
        self.add(self._heavier)
        self.add(self._trouble)
        self.add(self.done, Qt.AlignmentFlag.AlignLeading)
        self.finish()

    def _on_chosen(self, chosen: Felt) -> None:
        """One of the three or none: the same again takes it back."""
        for felt, button in self.answers.items():
            if felt is not chosen:
                button.setChecked(False)
        self._heavier.setVisible(self.felt is Felt.HEAVIER)

    def _leave(self) -> None:
        if self.keep():
            self.left.emit()
