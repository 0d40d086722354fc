"""The side bar: where a person can go, and Support at its foot."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIcon, QPainter
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from companion.presentation.translation import _
from companion.ui.shell.screens import IN_SIDE_BAR, OPEN_WHILE_LOCKED, ScreenName, screen_label
from companion.ui.theme.icons import icon, logo
from companion.ui.theme.theme import Theme
from companion.ui.theme.tokens import HAIR, SNUG, TIGHT
from companion.ui.widgets.fitting_scroll import FittingScroll
from companion.ui.widgets.labels import heading

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

WIDTH = 190
NARROW_WIDTH = 56
ICON = 18
LOGO = 22
TOP = 20


class SideBar(QFrame):
    """Says which screen was chosen; shows which one is open. Narrow, it keeps the icons alone."""

    chosen = Signal(ScreenName)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._is_narrow = False
        self._open: ScreenName | None = None
        self.setProperty("role", "sidebar")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        self.buttons: dict[ScreenName, QPushButton] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, TOP, 0, TOP)
        column.setSpacing(TIGHT)
        places = QWidget()  # filled last: Qt dresses what is shown anew each time it is put somewhere else
        self._scroll = FittingScroll(places)
        column.addWidget(self._scroll, 1)
        self._add_places(places)
        column.addLayout(self._foot())
        theme.changed.connect(self._dress)
        self._dress()

    def show_open(self, name: ScreenName | None) -> None:
        """Marks the open screen, and has it in sight; on Support, and on none of them, none of the others."""
        before, self._open = self._open, name
        for place in (place for place in IN_SIDE_BAR if place in (before, name)):
            self._mark(place)
        if name in IN_SIDE_BAR:
            self._scroll.reveal(self.buttons[name])

    def show_locked(self, is_locked: bool) -> None:
        """While locked only what needs nothing of the store can be gone to."""
        for name, button in self.buttons.items():
            button.setVisible(not is_locked or name in OPEN_WHILE_LOCKED)

    def show_narrow(self, is_narrow: bool) -> None:
        """Icons alone in a small window; their names are in the tool tips then."""
        if is_narrow != self._is_narrow:
            self._is_narrow = is_narrow
            for button in self.buttons.values():
                button.setProperty("narrow", is_narrow)
                _dress_anew(button)
            self._dress()
            # Asked at once, as by a window that opens small, Qt would answer with the room that the names had.
            self._column.activate()
            self._scroll.updateGeometry()

    def sizeHint(self) -> QSize:
        """As wide as its names need, and not much less than in any other language."""
        least = NARROW_WIDTH if self._is_narrow else WIDTH
        hint = super().sizeHint()
        return QSize(max(hint.width(), self._theme.px(least)), hint.height())

    def minimumSizeHint(self) -> QSize:
        """Names are never cut."""
        return QSize(self.sizeHint().width(), super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """A thin line parts it from the screens, which are left of it where one reads from the right."""
        super().paintEvent(event)
        is_mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        edge = 0 if is_mirrored else self.width() - 1
        QPainter(self).fillRect(edge, 0, 1, self.height(), self._theme.color("line"))

    def _add_places(self, places: QWidget) -> None:
        """Everything but Support, which stays in sight where the rest has to scroll."""
        self._column = QVBoxLayout(places)
        self._column.setSpacing(HAIR)
        self._column.addLayout(self._brand())
        for name in IN_SIDE_BAR:
            self._column.addWidget(self._button(name, "nav"))
        self._column.addStretch(1)

    def _foot(self) -> QVBoxLayout:
        self._support = QVBoxLayout()
        self._support.addWidget(self._button(ScreenName.SUPPORT, "support"))
        return self._support

    def _brand(self) -> QHBoxLayout:
        self._logo = _Logo(self._theme)
        self._name = heading(_("Companion"))
        self._name.setWordWrap(False)
        row = QHBoxLayout()
        row.setContentsMargins(TIGHT, 0, TIGHT, SNUG)
        row.setSpacing(TIGHT)
        row.addWidget(self._logo)
        row.addWidget(self._name, 1)
        return row

    def _button(self, name: ScreenName, role: str) -> QPushButton:
        button = QPushButton()
        button.setProperty("role", role)
        button.setAccessibleName(screen_label(name))
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        button.setAutoDefault(True)  # Enter goes there too, which Qt has in dialogs alone
        button.clicked.connect(partial(self.chosen.emit, name))
        self.buttons[name] = button
        return button

    def _mark(self, name: ScreenName) -> None:
        """A button that could be checked would be a check box to readers, and this is a way to a screen."""
        button, is_open = self.buttons[name], name is self._open
        button.setProperty("open", is_open)
        button.setAccessibleDescription(_("open now") if is_open else "")
        button.setIcon(self._icon(name))
        _dress_anew(button)

    def _icon(self, name: ScreenName) -> QIcon:
        tokens = self._theme.tokens
        if name is ScreenName.SUPPORT:
            return icon(self._theme, name.value, tokens.muted, size=ICON) if self._is_narrow else QIcon()
        return icon(self._theme, name.value, tokens.accent if name is self._open else tokens.muted, size=ICON)

    def _dress(self) -> None:
        px = self._theme.px
        across = Qt.AlignmentFlag.AlignHCenter if self._is_narrow else Qt.AlignmentFlag(0)
        self._logo.setFixedSize(px(LOGO), px(LOGO))
        self._name.setVisible(not self._is_narrow)
        for name, button in self.buttons.items():
            button.setText("" if self._is_narrow else screen_label(name))
            button.setToolTip(self._tool_tip(name))
            button.setIconSize(QSize(px(ICON), px(ICON)))
            button.setIcon(self._icon(name))
            for column in (self._column, self._support):
                column.setAlignment(button, across)
        side = TIGHT if self._is_narrow else SNUG
        for column in (self._column, self._support):
            column.setContentsMargins(side, 0, side, 0)
        self.updateGeometry()

    def _tool_tip(self, name: ScreenName) -> str:
        keys = _("Ctrl+Shift+S")
        if name in IN_SIDE_BAR:
            keys = _("Ctrl+{number}").format(number=IN_SIDE_BAR.index(name) + 1)
        return f"{screen_label(name)} ({keys})" if self._is_narrow else keys


def _dress_anew(button: QPushButton) -> None:
    button.style().unpolish(button)
    button.style().polish(button)


class _Logo(QWidget):
    """The logo. It says nothing that the name beside it does not, and a label would be an image to readers."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme

    def paintEvent(self, event: QPaintEvent) -> None:
        """As large as there is room."""
        QPainter(self).drawPixmap(0, 0, logo(self._theme, self.width()))
