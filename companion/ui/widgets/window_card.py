"""The card in Settings on which the person sees and moves their window."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from companion.domain.window import STARTING_GUESS
from companion.presentation.checkin_form import arousal_words
from companion.presentation.translation import _
from companion.presentation.window import WindowPresenter, WindowState, back_words, intro, kept_words, locked_words
from companion.ui.theme.theme import Theme
from companion.ui.theme.tokens import HAIR, ROOM, SNUG
from companion.ui.widgets.announce import announce
from companion.ui.widgets.card import Card
from companion.ui.widgets.flow_layout import FlowLayout
from companion.ui.widgets.labels import heading, label
from companion.ui.widgets.links import link
from companion.ui.widgets.window_fields import WindowFields
from companion.ui.widgets.window_line import WindowLine

_LEAST_WORDS, _SLACK = 190.0, 12.0


class WindowCard(Card):
    """Moving an end changes nothing until it is kept: each window is a dated version, not every step on the way.

    It looks only while it is seen, since an estimate takes some milliseconds.
    """

    def __init__(self, presenter: WindowPresenter, theme: Theme) -> None:
        super().__init__()
        self._presenter = presenter
        self._theme = theme
        self._state: WindowState | None = None
        self.line, self.fields = WindowLine(theme), WindowFields()
        self.keep, self.leave = QPushButton(_("Keep these ends")), link(_("Leave them as they were"))
        self.back = link(_("Back to the starting guess"))
        self.history_link = link(_("How it was before"))
        self._lay_out()
        self._connect()

    @property
    def is_moved(self) -> bool:
        """True while the ends that are shown are not those in force."""
        shown = self.fields.lower_end.value(), self.fields.upper_end.value()
        return self._state is not None and shown != (self._state.lower, self._state.upper)

    def refresh(self) -> None:
        """Shows what is so now; ends that were moved and not kept stay where they were moved to."""
        was_moved = self.is_moved
        self._state = self._presenter.state()
        if self._state is not None:
            self._show_state(self._state, with_ends=not was_moved)
        else:
            self._forget()
        self._content.setVisible(self._state is not None)
        self._locked.setVisible(self._state is None)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little room the words go below the line."""
        super().resizeEvent(event)
        is_wide = self.contentsRect().width() >= self._width_for_both()
        self._row.setDirection(QBoxLayout.Direction.LeftToRight if is_wide else QBoxLayout.Direction.TopToBottom)

    def showEvent(self, event: QShowEvent) -> None:
        """What changed while it was not seen is shown now."""
        self._say("")
        self.refresh()
        super().showEvent(event)

    def _width_for_both(self) -> int:
        """More than they need at least: once side by side, the card could not become narrow enough to notice."""
        margins = self.body.contentsMargins()
        words = max(self._words.minimumSize().width(), self._theme.px(_LEAST_WORDS))
        least = self._scale.minimumSizeHint().width() + self._row.spacing() + words
        return least + margins.left() + margins.right() + self._theme.px(_SLACK)

    def _show_state(self, state: WindowState, *, with_ends: bool) -> None:
        if with_ends:
            self._put(state.lower, state.upper)
        self.line.show_estimate(state.lower_likely, state.upper_likely, is_guess=state.is_guess)
        self._origin.setText(state.origin)
        self._estimate.setText("\n".join(state.estimate))
        self._outlook.setText(state.outlook)
        self._outlook.setVisible(bool(state.outlook))
        self._history.setText("\n".join(state.versions))
        self.history_link.setVisible(bool(state.versions))
        self._show_buttons()

    def _forget(self) -> None:
        """Locked: nothing of it is to be found either. Ends that were moved and not kept go too."""
        self._put(STARTING_GUESS.lower, STARTING_GUESS.upper)
        self.line.show_estimate(None, None, is_guess=True)
        for words in (self._origin, self._estimate, self._outlook, self._history):
            words.clear()
        self._say("")

    def _show_buttons(self) -> None:
        self.keep.setVisible(self.is_moved)
        self.leave.setVisible(self.is_moved)
        self.back.setVisible(self._state is not None and not self._state.is_guess and not self.is_moved)

    def _put(self, lower: int, upper: int) -> None:
        self.line.put(lower, upper)
        self.fields.put(lower, upper)

    def _on_moved(self, lower: int, upper: int) -> None:
        self._put(lower, upper)
        self._say("")
        self._show_buttons()

    def _on_keep_clicked(self) -> None:
        trouble = self._presenter.keep(self.fields.lower_end.value(), self.fields.upper_end.value())
        self._after(trouble, kept_words())

    def _on_back_clicked(self) -> None:
        self._after(self._presenter.go_back(), back_words())

    def _on_leave_clicked(self) -> None:
        if self._state is not None:
            self._on_moved(self._state.lower, self._state.upper)
        self.line.upper_end.setFocus()

    def _after(self, trouble: str, done: str) -> None:
        self._say(trouble or done)
        if not trouble:
            self.line.upper_end.setFocus()  # the button that was pressed is gone now
        self.refresh()

    def _on_history_toggled(self) -> None:
        self._history.setVisible(self._history.isHidden())

    def _on_outdated(self) -> None:
        if self.isVisible() or self._presenter.is_locked:
            self.refresh()

    def _say(self, news: str) -> None:
        self._news.setText(news)
        self._news.setVisible(bool(news))
        announce(self._news, news)

    def _connect(self) -> None:
        self.line.moved.connect(self._on_moved)
        self.fields.moved.connect(self._on_moved)
        self.keep.clicked.connect(self._on_keep_clicked)
        self.leave.clicked.connect(self._on_leave_clicked)
        self.back.clicked.connect(self._on_back_clicked)
        self.history_link.clicked.connect(self._on_history_toggled)
        self._presenter.attach(self._on_outdated)

    def _lay_out(self) -> None:
        self.keep.setProperty("role", "primary")
        self._locked = label(locked_words())
        self._content = QWidget()
        self._row = QBoxLayout(QBoxLayout.Direction.TopToBottom, self._content)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(ROOM)
        self._scale, self._words = self._make_scale(), self._make_words()
        beside = QHBoxLayout()  # above the words too, the line is reckoned with at its own width
        beside.addWidget(self._scale)
        beside.addStretch(0)
        self._row.addLayout(beside)
        self._row.addLayout(self._words, 1)
        self.body.addWidget(heading(_("My window")))
        self.body.addWidget(label(intro(), "body", "muted"))
        self.body.addWidget(self._locked)
        self.body.addWidget(self._content)

    def _make_scale(self) -> QWidget:
        words, scale = arousal_words(), QWidget()
        column = QVBoxLayout(scale)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(HAIR)
        column.addWidget(_end_label(words.high))
        column.addWidget(self.line, 1)
        column.addWidget(_end_label(words.low))
        column.addStretch()
        scale.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        return scale

    def _make_words(self) -> QVBoxLayout:
        self._origin, self._estimate = label(), label()
        self._outlook, self._news = label("", "body", "muted"), label()
        self._history = label("", "small", "muted")
        self._history.hide()
        buttons = FlowLayout()
        for button in (self.keep, self.leave, self.back):
            buttons.addWidget(button)
        column = QVBoxLayout()
        column.setSpacing(SNUG)
        column.addWidget(self.fields)
        column.addWidget(self._origin)
        column.addLayout(buttons)
        for part in (self._news, self._estimate, self._outlook):
            column.addWidget(part)
        column.addWidget(self.history_link, 0, Qt.AlignmentFlag.AlignLeading)
        column.addWidget(self._history)
        column.addStretch(1)
        return column


def _end_label(text: str) -> QLabel:
    made = label(text, "small")
    made.setAlignment(Qt.AlignmentFlag.AlignHCenter)
    made.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)  # as wide as the line, in more lines
    return made
