"""A practice being played: the circle or its words, the line below, and a few buttons."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from companion.presentation.practice_player import PlayerPresenter, PlayerState
from companion.presentation.translation import _
from companion.ui.theme.theme import Theme
from companion.ui.theme.tokens import HAIR, SNUG, TIGHT
from companion.ui.widgets.announce import announce
from companion.ui.widgets.flow_layout import FlowLayout
from companion.ui.widgets.labels import heading, label
from companion.ui.widgets.links import link
from companion.ui.widgets.practice_pacer import PracticePacer

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent

FRAME_MS = 33
_LATE_MS = 2  # a timer rings a little early at times; the words would be the old ones then
_WIDEST = 640
_LOW, _LOW_BY_ITSELF = 400, 520


class PracticePlayerView(QWidget):
    """Plays until it is over or stopped, also while it cannot be seen; then it says `ended`.

    `grounding_wanted` ends it too. Space pauses, Escape stops, + and - change the tempo, Right goes on.
    """

    ended = Signal()
    grounding_wanted = Signal()
    own_window_wanted = Signal(bool)
    on_top_wanted = Signal(bool)

    def __init__(self, presenter: PlayerPresenter, theme: Theme, *, offers_grounding: bool = True) -> None:
        super().__init__()
        self._presenter = presenter
        self._theme = theme
        self._spoken = ""
        self._was_over = self._is_own = self._is_low = self._is_given_on = False
        self._has_tempo = False
        self._wants_words = False
        self._title = label("", "small", "muted")
        self._title.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.pacer = PracticePacer(theme)
        self._say, self._more = heading("", "display"), label()
        self._below, self._care = label("", "small", "muted"), label("", "small", "muted")
        for words in (self._title, self._say, self._more):
            words.setProperty("personal", True)  # the practice's own words
        for words in (self._say, self._more, self._below, self._care):
            words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.pause, self.next = QPushButton(), QPushButton(_("Next"))
        self.slower, self.quicker = QPushButton(_("Slower")), QPushButton(_("Quicker"))
        self.ground, self.stop = QPushButton(_("Switch to grounding")), QPushButton(_("Stop"))
        self.ground.setVisible(offers_grounding)
        self.words_only = link()
        self.own_window = link(_("In a small window"))
        self.on_top = link(_("Keep on top"))
        self.on_top.setCheckable(True)
        self.on_top.hide()
        self._timer = QTimer(self, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._on_tick)
        self._lay_out()
        self._connect()
        theme.changed.connect(self.refresh)
        self.refresh()

    @property
    def presenter(self) -> PlayerPresenter:
        """What is played."""
        return self._presenter

    @property
    def shows_words_only(self) -> bool:
        """True where nothing moves: by the person's wish, or because stillness is wanted everywhere."""
        return self._wants_words or not self._theme.motion_wanted

    @property
    def wants_words(self) -> bool:
        """True where the person asked for words in place of the circle."""
        return self._wants_words

    @property
    def is_ticking(self) -> bool:
        """True while something is to be shown by itself."""
        return self._timer.isActive()

    def show_in_own_window(self, is_own: bool) -> None:
        """It stands in a window of its own, or in the main window."""
        self.own_window.setText(_("Back to the main window") if is_own else _("In a small window"))
        self.on_top.setVisible(is_own)
        self._is_own = is_own
        self._arrange()

    def begin(self) -> None:
        """It has just come up: Space pauses."""
        self.pause.setFocus(Qt.FocusReason.OtherFocusReason)

    def go_on_with(self, before: PracticePlayerView) -> None:
        """Plays what `before` played, which shows and says nothing any more; by the same presenter."""
        self._wants_words = before.wants_words
        self.on_top.setChecked(before.on_top.isChecked())
        self._was_over = False  # if it came to its end meanwhile, that is said now
        self.refresh()

    def give_on(self) -> None:
        """Another view plays it from now on."""
        self._is_given_on = True
        self._timer.stop()

    def end(self) -> None:
        """It is taken away: what was practised is kept, and it plays no more."""
        self._timer.stop()
        self._presenter.stop()

    def showEvent(self, event: QShowEvent) -> None:
        """Seen again, it shows what is so now."""
        super().showEvent(event)
        self.refresh()

    def hideEvent(self, event: QHideEvent) -> None:
        """Unseen it goes on, and needs no pictures for that."""
        super().hideEvent(event)
        self.refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a small window only what is needed stays; what does not fit then can be scrolled."""
        super().resizeEvent(event)
        self._arrange()

    def _lay_out(self) -> None:
        buttons = FlowLayout(is_centred=True)
        for button in (self.pause, self.next, self.slower, self.quicker, self.ground, self.stop):
            buttons.addWidget(button)
        links = FlowLayout(is_centred=True)
        for button in (self.words_only, self.own_window, self.on_top):
            links.addWidget(button)
        column = QVBoxLayout()
        column.setSpacing(TIGHT)
        column.addStretch(1)
        column.addWidget(self._title)
        column.addWidget(self.pacer, 100)
        column.addWidget(self._say)
        column.addWidget(self._more)
        column.addSpacing(HAIR)
        column.addWidget(self._below)
        column.addWidget(self._care)
        column.addSpacing(SNUG)
        column.addLayout(buttons)
        column.addLayout(links)
        column.addStretch(1)
        column.setContentsMargins(0, 0, 0, 0)
        inner = QWidget()
        inner.setMaximumWidth(_WIDEST)
        inner.setLayout(column)
        sheet = QWidget()
        sheet.setProperty("role", "page")
        row = QHBoxLayout(sheet)
        row.setContentsMargins(SNUG, SNUG, SNUG, SNUG)
        row.addStretch(0)
        row.addWidget(inner, 1)
        row.addStretch(0)
        scroll = QScrollArea()
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidgetResizable(True)
        scroll.setWidget(sheet)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scroll)

    def _arrange(self) -> None:
        is_low = self.height() < self._theme.px(_LOW_BY_ITSELF if self._is_own else _LOW)
        self._title.setVisible(not is_low)
        self._care.setVisible(not is_low)
        self._is_low = is_low
        self._show_tempo()

    def _connect(self) -> None:
        self.pause.clicked.connect(lambda: self._do(self._presenter.pause_or_go_on))
        self.next.clicked.connect(lambda: self._do(self._presenter.go_on))
        self.slower.clicked.connect(lambda: self._do(self._presenter.slower))
        self.quicker.clicked.connect(lambda: self._do(self._presenter.quicker))
        self.ground.clicked.connect(self._on_ground_clicked)
        self.stop.clicked.connect(self._on_stop_clicked)
        self.words_only.clicked.connect(self._on_words_only_clicked)
        self.own_window.clicked.connect(lambda: self.own_window_wanted.emit(not self._is_own))
        self.on_top.toggled.connect(self._on_on_top_toggled)
        keys: tuple[tuple[str | Qt.Key, Callable[[], object]], ...] = (
            (Qt.Key.Key_Escape, self._on_stop_clicked),
            ("+", lambda: self._do(self._presenter.quicker)),
            ("-", lambda: self._do(self._presenter.slower)),
            (Qt.Key.Key_Right, self.next.click),
        )
        for key, act in keys:
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)

    def _show_tempo(self) -> None:
        """In a small window the keys + and - are left."""
        for button in (self.slower, self.quicker):
            button.setVisible(self._has_tempo and not self._is_low)

    def _do(self, act: Callable[[], object]) -> None:
        act()
        self.refresh()

    def _on_on_top_toggled(self, wanted: bool) -> None:
        self.on_top.setText(_("No longer on top") if wanted else _("Keep on top"))
        self.on_top_wanted.emit(wanted)

    def _on_words_only_clicked(self) -> None:
        self._wants_words = not self._wants_words
        self.refresh()

    def _on_ground_clicked(self) -> None:
        self.end()
        self.grounding_wanted.emit()

    def _on_stop_clicked(self) -> None:
        self.end()
        self.ended.emit()

    def _on_tick(self) -> None:
        """Between two changes of the words only the circle is asked for."""
        frame = self._presenter.frame()
        if frame is None or frame.has_new_words:
            self.refresh()
        else:
            self.pacer.show_frame(frame.fullness, frame.done)

    def refresh(self) -> None:
        """Shows what is so now; says `ended` once it is over."""
        if self._is_given_on:
            return
        state = self._presenter.look()
        if state is None:
            if self._timer.isActive() or not self._was_over:
                self._timer.stop()
                self._say_ended()
            return
        self._show(state)
        self._wait_for_next(state)

    def _say_ended(self) -> None:
        self._was_over = True
        self.ended.emit()

    def _wait_for_next(self, state: PlayerState) -> None:
        """While the circle moves, thirty pictures a second; otherwise only when the words change."""
        until = None if state.seconds_to_change is None else state.seconds_to_change * 1000 + _LATE_MS
        is_moving = state.is_moving and self.isVisible() and not self.shows_words_only
        if until is None:
            self._timer.stop()
        elif is_moving:
            self._timer.start(min(FRAME_MS, max(1, round(until))))
        else:
            self._timer.start(max(1, round(until)))

    def _show(self, state: PlayerState) -> None:
        is_still = self.shows_words_only
        self._title.setText(state.title)
        self.pacer.setVisible(not is_still)
        in_circle = state.is_breath and not is_still
        self._say.setText(state.say)
        self._more.setText(state.more)
        self._say.setVisible(not in_circle)
        self._more.setVisible(not in_circle)
        self.pacer.keep_small(not state.is_breath)
        if in_circle:
            self.pacer.show_words(state.say, state.more, state.seconds)
        else:
            self.pacer.show_things(state.things, state.noticed)
        self.pacer.show_frame(state.fullness, state.done)
        self._below.setText(state.below)
        self._care.setText(state.care)
        self._show_buttons(state)
        if state.spoken != self._spoken and self.isVisible():
            self._spoken = state.spoken
            announce(self, state.spoken)

    def _show_buttons(self, state: PlayerState) -> None:
        self.pause.setText(_("Go on") if state.is_paused else _("Pause"))
        self.next.setVisible(state.may_go_on)
        self.slower.setEnabled(state.may_be_slower)
        self.quicker.setEnabled(state.may_be_quicker)
        self._has_tempo = state.has_tempo
        self._show_tempo()
        self.words_only.setText(_("Show the circle") if self._wants_words else _("Words only"))
        self.words_only.setVisible(self._theme.motion_wanted)
