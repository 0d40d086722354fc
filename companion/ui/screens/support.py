"""The Support page: where to turn, the person's own people and places first, with no form and no question."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from companion.presentation.support import Place, SupportState, build_state
from companion.presentation.translation import _
from companion.ui.theme.theme import Theme
from companion.ui.theme.tokens import HAIR, SNUG
from companion.ui.widgets.announce import announce
from companion.ui.widgets.card import Card
from companion.ui.widgets.labels import heading, label
from companion.ui.widgets.page import Page
from companion.ui.widgets.support_contact import SupportGroupCard

if TYPE_CHECKING:
    from companion.presentation.people import PeoplePresenter, Written
    from companion.presentation.support import SupportPresenter
    from companion.ui.widgets.people_page import PeoplePage

WIDEST = 720
NARROW_BELOW = 380
COPIED_FOR_MS = 3000
OpenAddress = Callable[[QUrl], object]


class SupportScreen(QStackedWidget):
    """Shows the page; Back, or Escape, leads to where the person was.

    Where `presenter` is given, the page begins with the person's own people; where `people` is, they can be named.
    """

    back_wanted = Signal()

    def __init__(
        self,
        theme: Theme,
        presenter: SupportPresenter | None = None,
        people: PeoplePresenter | None = None,
        open_address: OpenAddress = QDesktopServices.openUrl,
    ) -> None:
        super().__init__()
        self._theme = theme
        self._presenter = presenter
        self._people = people
        self._open_address = open_address
        self.people_page: PeoplePage | None = None
        self._show_page()
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self._go_back)

    def refresh(self) -> None:
        """Shows the page as it is now; a form that stands open stays."""
        had_focus = self.page.hasFocus()
        self._show_page()
        if had_focus:
            self.page.setFocus(Qt.FocusReason.OtherFocusReason)

    def put_away(self) -> None:
        """The notebook was locked: what was being named goes, and only what is shown while locked stays."""
        if self._people is not None:
            self._people.forget_removed()
        self._drop_people()
        self.refresh()

    def name_people(self) -> None:
        """To where the person names them."""
        from companion.ui.widgets.people_page import PeoplePage

        if self._people is None:
            return
        self._drop_people()
        self.people_page = page = PeoplePage(self._people, self._theme)
        page.left.connect(self._leave_people)
        self.addWidget(page)
        self.setCurrentWidget(page)
        page.begin()

    @property
    def half_named(self) -> tuple[str, Written] | None:
        """Whom the form is about, and what stands in it; None while no form stands open."""
        return None if self.people_page is None else self.people_page.half_named

    def go_on_naming(self, key: str, stands: Written) -> None:
        """The form of one, or of a new one for "", as it stood in a page that is made anew."""
        self.name_people()
        if self.people_page is not None:
            self.people_page.write(key, stands)

    def _show_page(self) -> None:
        before = getattr(self, "page", None)
        self.page = SupportPage(self._theme, build_state() if self._presenter is None else self._presenter.state())
        self.page.back_wanted.connect(self.back_wanted)
        self.page.change_wanted.connect(self.name_people)
        self.page.open_wanted.connect(lambda address: self._open_address(address))
        self.setFocusProxy(self.page)
        self.addWidget(self.page)
        if self.people_page is None:
            self.setCurrentWidget(self.page)
        if before is not None:
            self.removeWidget(before)
            before.deleteLater()

    def _leave_people(self) -> None:
        self._drop_people()
        self._show_page()
        self.page.setFocus(Qt.FocusReason.OtherFocusReason)

    def _drop_people(self) -> None:
        page, self.people_page = self.people_page, None
        if page is not None:
            self.removeWidget(page)
            page.deleteLater()

    def _go_back(self) -> None:
        if self.people_page is None:
            self.back_wanted.emit()
        else:
            self.people_page.go_back()


class SupportPage(QWidget):
    """One state of the page."""

    back_wanted = Signal()
    change_wanted = Signal()
    open_wanted = Signal(QUrl)

    def __init__(self, theme: Theme, state: SupportState) -> None:
        super().__init__()
        self._theme = theme
        self.change: QPushButton | None = None
        self.groups = [SupportGroupCard(group) for group in state.own]
        self._sheet = page = Page(theme, WIDEST, state.title)
        self.setFocusProxy(page)
        page.add(heading(state.title, "display"))
        page.add(heading(state.opening))
        self._add_own(state)
        page.add(self._lines_card(state))
        page.add(_section(state.emergency_title, state.emergency))
        page.add(_section(state.ground_title, state.ground))
        page.add(label(state.closing, "small", "muted"))
        page.add(self._back_button(), Qt.AlignmentFlag.AlignLeading)
        page.finish()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(page)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """With less room the button of an address stands below it."""
        is_narrow = event.size().width() < self._theme.px(NARROW_BELOW)
        direction = QBoxLayout.Direction.TopToBottom if is_narrow else QBoxLayout.Direction.LeftToRight
        for row in self._place_rows:
            row.setDirection(direction)
        super().resizeEvent(event)

    def _add_own(self, state: SupportState) -> None:
        """Their own people and places; without any, that somebody near counts, too."""
        for group in self.groups:
            group.open_wanted.connect(self.open_wanted)
            self._sheet.add(group)
        if not self.groups:
            self._sheet.add(_section(state.near_title, state.near))
        elif state.own_note:
            self._sheet.add(label(state.own_note, "small", "muted"))
        if state.change_words:
            self.change = QPushButton(state.change_words)
            self.change.clicked.connect(self.change_wanted)
            self._sheet.add(self.change, Qt.AlignmentFlag.AlignLeading)

    def _lines_card(self, state: SupportState) -> Card:
        card = _section(state.lines_title, state.lines)
        self.copies = [self._copy_button(place) for place in state.places]
        self._place_rows = [_place_row(place, copy) for place, copy in zip(state.places, self.copies, strict=True)]
        for row in self._place_rows:
            card.body.addLayout(row)
        return card

    def _copy_button(self, place: Place) -> QPushButton:
        copy = QPushButton(_("Copy"))
        copy.setAccessibleName(_("Copy {address}").format(address=place.address))
        copy.clicked.connect(partial(self._on_copy_clicked, place, copy))
        return copy

    def _on_copy_clicked(self, place: Place, copy: QPushButton) -> None:
        QGuiApplication.clipboard().setText(place.address)
        copy.setText(_("Copied"))
        announce(copy, _("Copied"))
        QTimer.singleShot(COPIED_FOR_MS, copy, lambda: copy.setText(_("Copy")))

    def _back_button(self) -> QPushButton:
        self.back = QPushButton(_("Back"))
        self.back.clicked.connect(self.back_wanted)
        return self.back


def _place_row(place: Place, copy: QPushButton) -> QBoxLayout:
    address = label(place.address, "title")
    address.setProperty("personal", True)  # an address is the same in every language
    address.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
    )
    words = QVBoxLayout()
    words.setSpacing(HAIR // 2)
    words.addWidget(address)
    words.addWidget(label(place.what, "small", "muted"))
    row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
    row.setSpacing(SNUG)
    row.addLayout(words, 1)
    row.addWidget(copy, 0, Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
    return row


def _section(title: str, text: str) -> Card:
    card = Card()
    card.body.addWidget(heading(title))
    card.body.addWidget(label(text))
    return card
