"""What a person sees when the store cannot be opened: what happened, whether their notes are safe, what to do."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QPushButton, QVBoxLayout, QWidget

from companion.presentation.sentences import Words
from companion.presentation.support import build_state
from companion.presentation.translation import _
from companion.ui.theme.theme import Theme
from companion.ui.theme.tokens import AMPLE, HAIR, ROOM, WIDE
from companion.ui.widgets.card import Card
from companion.ui.widgets.fitting_scroll import FittingScroll
from companion.ui.widgets.labels import heading, label

if TYPE_CHECKING:
    from companion.domain.support import SupportContact
    from companion.presentation.rescuing import RescuePresenter
    from companion.presentation.restoring import RestorePresenter
    from companion.ui.widgets.rescue_dialog import RescueDialog
    from companion.ui.widgets.restore_dialog import RestoreDialog

WIDTH = 520
_BESIDE = 14  # beside the words, for the bar


class TroubleWindow(QDialog):
    """Says it in plain words that can be copied; Support stands below, as on every screen, with those of `near`.

    Where `restoring` is given, a copy can be put in the store's place; the window closes once one is there. With
    `rescuing`, what can be read of the store can be saved before.
    """

    def __init__(
        self,
        theme: Theme,
        words: Words,
        restoring: Callable[[], RestorePresenter] | None = None,
        near: Sequence[SupportContact] = (),
        rescuing: Callable[[], RescuePresenter] | None = None,
    ) -> None:
        super().__init__()
        self._theme = theme
        self.restore: QPushButton | None = None
        self.restore_dialog: RestoreDialog | None = None
        self.rescue: QPushButton | None = None
        self.rescue_dialog: RescueDialog | None = None
        self._presenter: RestorePresenter | None = None
        self.setWindowTitle("Companion")
        self._buttons = QDialogButtonBox()
        close = self._buttons.addButton(_("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        self._buttons.rejected.connect(self.reject)
        if restoring is not None:
            self._offer(restoring)
        if rescuing is not None:
            self._offer_rescue(rescuing)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(AMPLE - _BESIDE, AMPLE, AMPLE - _BESIDE, WIDE)
        layout.setSpacing(ROOM)
        layout.addStrut(theme.px(WIDTH) - 2 * AMPLE)  # wider where the buttons need more
        layout.addWidget(FittingScroll(_what_happened(words, near), _BESIDE), 1)
        self._buttons.setContentsMargins(_BESIDE, 0, _BESIDE, 0)
        layout.addWidget(self._buttons)
        close.setDefault(True)
        close.setFocus()

    @property
    def is_mended(self) -> bool:
        """True once a copy is in the store's place, however the windows were closed."""
        return self._presenter is not None and self._presenter.is_done

    def _offer(self, restoring: Callable[[], RestorePresenter]) -> None:
        self.restore = self._buttons.addButton(_("Restore from a copy…"), QDialogButtonBox.ButtonRole.ActionRole)
        self.restore.clicked.connect(lambda: self._begin_restoring(restoring()))

    def _offer_rescue(self, rescuing: Callable[[], RescuePresenter]) -> None:
        self.rescue = self._buttons.addButton(_("Save what can be read…"), QDialogButtonBox.ButtonRole.ActionRole)
        self.rescue.clicked.connect(lambda: self._begin_rescuing(rescuing()))

    def _begin_rescuing(self, presenter: RescuePresenter) -> None:
        from companion.ui.widgets.rescue_dialog import RescueDialog

        self.rescue_dialog = RescueDialog(presenter, self._theme, self)
        self.rescue_dialog.open()

    def _begin_restoring(self, presenter: RestorePresenter) -> None:
        from companion.ui.widgets.restore_dialog import RestoreDialog

        self._presenter = presenter
        self.restore_dialog = RestoreDialog(presenter, self._theme, self)
        self.restore_dialog.finished.connect(self._on_restore_finished)
        self.restore_dialog.open()

    def _on_restore_finished(self) -> None:
        self.restore_dialog = None
        if self.is_mended:
            self.accept()


def show_trouble(
    theme: Theme,
    words: Words,
    restoring: Callable[[], RestorePresenter] | None = None,
    near: Sequence[SupportContact] = (),
    rescuing: Callable[[], RescuePresenter] | None = None,
) -> bool:
    """Shows it until it is closed. True if a copy was put in the store's place."""
    window = TroubleWindow(theme, words, restoring, near, rescuing)
    window.exec()
    window.deleteLater()
    return window.is_mended


def _what_happened(words: Words, near: Sequence[SupportContact]) -> QWidget:
    told = QWidget()
    layout = QVBoxLayout(told)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(ROOM)
    said = [heading(words.title), label(words.hint)]
    if words.place:
        said.append(label(words.place, "small", "muted"))
        said[-1].setProperty("personal", True)
    for text in said:
        layout.addWidget(_selectable(text))
    layout.addWidget(_support_card(near))
    layout.addStretch(1)
    return told


def _support_card(near: Sequence[SupportContact]) -> Card:
    support = build_state(near)
    card = Card()
    card.body.addWidget(label(support.title, "small", "muted"))
    for contact in (contact for group in support.own for contact in group.contacts):
        own = label(" · ".join(words for words in (contact.name, contact.reach) if words))
        own.setProperty("personal", True)
        card.body.addWidget(_selectable(own))
    danger = label(support.emergency_title, "small")
    danger.setProperty("weight", "strong")
    in_danger = QVBoxLayout()
    in_danger.setSpacing(HAIR)
    in_danger.addWidget(danger)
    in_danger.addWidget(label(support.emergency, "small"))
    card.body.addLayout(in_danger)
    places = label(" · ".join(place.address for place in support.places), "small")
    places.setProperty("personal", True)  # an address is the same in every language
    card.body.addWidget(_selectable(places))
    return card


def _selectable(text: QLabel) -> QLabel:
    text.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
    )
    return text
