"""The quick popup: the check-in in a small window, and the quiet card after it."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QPalette
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget

from companion.domain.checkin import CheckIn
from companion.presentation.after_check_in import AfterCheckInPresenter
from companion.presentation.checkin_form import Place
from companion.presentation.checkin_presenter import CheckInPresenter
from companion.ui.theme.theme import Theme
from companion.ui.widgets.after_card import AfterCard
from companion.ui.widgets.check_in_panel import BESIDE, CheckInPanel
from companion.ui.widgets.key_guard import KeyGuard

_WIDTH, _CARD_HEIGHT = 420, 300
_MARGIN = 22
_FROM_EDGE = 24
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class CheckInPopup(QWidget):
    """One window for all popups. It belongs to a prompt, or to none.

    `declined` names the prompt that the person answered with "not now", Esc or closing the window; `saved` carries
    the check-in; `closed` says that the window is gone. `elapsed` is for tests, see KeyGuard.
    """

    saved = Signal(object)
    declined = Signal(str)
    closed = Signal()
    concept_wanted = Signal(str)
    practice_wanted = Signal(str, object)

    def __init__(
        self,
        presenter: CheckInPresenter,
        after: AfterCheckInPresenter,
        theme: Theme,
        elapsed: Callable[[bool], int] | None = None,
    ) -> None:
        super().__init__()
        self.setWindowTitle("Companion")
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setAutoFillBackground(True)
        self._after = after
        self._theme = theme
        self._prompt_id: str | None = None
        self.panel = CheckInPanel(presenter, theme, Place.POPUP)
        self.panel.saved.connect(self._on_saved)
        self.panel.left.connect(self._decline)
        self.card: AfterCard | None = None
        self._guard = KeyGuard(self, elapsed)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(_MARGIN - BESIDE, _MARGIN - 4, _MARGIN - BESIDE, _MARGIN - 4)
        self._layout.addWidget(self.panel)

    @property
    def shows_card(self) -> bool:
        """True once something was saved, until the next form."""
        return self.card is not None

    def show_quietly(self, prompt_id: str | None = None) -> None:
        """Comes by itself: never activated, never takes the keyboard, in the corner. A click may activate it."""
        if self.isVisible() and not self.shows_card:
            return
        self._begin(prompt_id)
        self._come_quietly(True)
        self.setGeometry(self._corner())
        self.show()

    def show_asked(self, prompt_id: str | None = None) -> None:
        """The person asked for it: in front, active, the keyboard on the line. What is half-filled in it stays."""
        if not self.isVisible() or self.shows_card:
            self._begin(prompt_id)
            self.resize(self._corner().size())
        elif prompt_id is not None:
            self._prompt_id = prompt_id
        self._come_quietly(False)
        self.show()
        self.raise_()
        self.activateWindow()
        self.panel.focus_line()

    def put_away(self) -> None:
        """Off the screen, with nothing in it that was noted; nothing is declined by that."""
        self._drop_card()
        self.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """On the card: Esc closes, Ctrl+Z undoes, Enter presses the focused button."""
        focused = QApplication.focusWidget()
        if not self.shows_card or event.isAutoRepeat():
            super().keyPressEvent(event)
        elif event.key() == Qt.Key.Key_Escape:
            self.close()
        elif event.key() == Qt.Key.Key_Z and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._on_undo_wanted()
        elif event.key() in _ENTER and isinstance(focused, QPushButton):
            focused.click()

    def event(self, event: QEvent) -> bool:
        """Starts the span in which keys do not count, forgets held keys while it goes away, and fits its content."""
        is_done = super().event(event)
        if event.type() is QEvent.Type.WindowActivate:
            self._guard.begin()
        elif event.type() is QEvent.Type.WindowDeactivate:
            self._guard.forget_keys()
        elif event.type() is QEvent.Type.LayoutRequest:
            self._fit()
        return is_done

    def closeEvent(self, event: QCloseEvent) -> None:
        """Closed by its frame, an open form means not now; a program that ends declines nothing."""
        super().closeEvent(event)
        if event.spontaneous() and not self.shows_card:
            self._say_declined()
        self.closed.emit()

    def _come_quietly(self, is_quiet: bool) -> None:
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating, is_quiet)
        # Qt hands the attribute to the native window only when that is made, and it is made once for all showings.
        self.windowHandle().setProperty("_q_showWithoutActivating", is_quiet)

    def _begin(self, prompt_id: str | None) -> None:
        self._prompt_id = prompt_id
        self._drop_card()
        self.panel.begin()
        self.panel.show()
        self.panel.focus_line()
        self._guard.watch()

    def _on_saved(self, check_in: CheckIn) -> None:
        self._prompt_id = None
        card = AfterCard(self._after.state(check_in), self._theme)
        card.practice_wanted.connect(lambda key: self._on_practice_wanted(key, check_in))
        self._show_card(card)
        self.saved.emit(check_in)

    def _show_card(self, card: AfterCard) -> None:
        self._drop_card()
        self.card = card
        card.undo_wanted.connect(self._on_undo_wanted)
        card.concept_wanted.connect(self._on_concept_wanted)
        card.close_wanted.connect(self.close)
        self.panel.hide()
        card.setContentsMargins(BESIDE, 0, BESIDE, 0)
        self._layout.addWidget(card)
        card.show()
        # The Enter that saved may still be down; it is not meant for the card.
        self._guard.forget_keys()
        card.begin()

    def _drop_card(self) -> None:
        if self.card is not None:
            self.card.hide()
            self.card.deleteLater()
            self.card = None

    def _on_undo_wanted(self) -> None:
        if self.panel.undo():
            self._drop_card()
            self.panel.show()
            self.panel.focus_line()
        elif self.card is not None and self.panel.trouble:
            self.card.say(self.panel.trouble)

    def _on_concept_wanted(self, key: str) -> None:
        self.concept_wanted.emit(key)
        self.close()

    def _on_practice_wanted(self, key: str, check_in: CheckIn) -> None:
        self.practice_wanted.emit(key, check_in)
        self.close()

    def _decline(self) -> None:
        self._say_declined()
        self.close()

    def _say_declined(self) -> None:
        prompt_id, self._prompt_id = self._prompt_id, None
        if prompt_id is not None:
            self.declined.emit(prompt_id)

    def _fit(self) -> None:
        """As tall as what it holds, as far as the screen has room; it moves up rather than off the screen."""
        height = self._wanted_height()
        if self.isVisible() and height != self.height():
            lowest = self._room().bottom() - height + 1
            self.setGeometry(self.x(), min(self.geometry().y(), lowest), self.width(), height)

    def _wanted_height(self) -> int:
        wanted = self._layout.totalHeightForWidth(self.width())
        if self.shows_card:
            wanted = max(wanted, self._theme.px(_CARD_HEIGHT))
        return min(wanted, self._room().height())

    def _room(self) -> QRect:
        return self.screen().availableGeometry().adjusted(_FROM_EDGE, _FROM_EDGE, -_FROM_EDGE, -_FROM_EDGE)

    def _corner(self) -> QRect:
        """Where the clock usually is."""
        room = self._room()
        width = min(self._theme.px(_WIDTH), room.width())
        self.resize(width, self.height())
        height = self._wanted_height()
        is_mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        left = room.left() if is_mirrored else room.right() - width + 1
        return QRect(left, room.bottom() - height + 1, width, height)
