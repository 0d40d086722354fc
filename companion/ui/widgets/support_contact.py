"""One of the person's own people or places on the Support page, with what can be copied or opened at a click."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, QTimer, QUrl, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from companion.presentation.support import OwnContact, OwnGroup
from companion.presentation.translation import _
from companion.ui.theme.tokens import HAIR, SNUG, TIGHT
from companion.ui.widgets.announce import announce
from companion.ui.widgets.card import Card
from companion.ui.widgets.flow_layout import FlowLayout
from companion.ui.widgets.labels import heading, label
from companion.ui.widgets.privacy_clipboard import copy_secret

COPIED_FOR_MS = 3000


class SupportContactView(QWidget):
    """`open_wanted` brings the address that another program is to open. What is copied stays for a minute."""

    open_wanted = Signal(QUrl)

    def __init__(self, contact: OwnContact) -> None:
        super().__init__()
        self.buttons: list[QPushButton] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(HAIR)
        column.addWidget(_own_words(heading(contact.name)))
        for words in (contact.reach, f"“{contact.message}”" if contact.message else ""):
            if words:
                column.addWidget(_own_words(label(words)))
        if contact.note:
            column.addWidget(_own_words(label(contact.note, "small", "muted")))
        self._add_buttons(contact)
        if self.buttons:
            flow = FlowLayout()
            flow.setSpacing(SNUG)
            for button in self.buttons:
                flow.addWidget(button)
            column.addSpacing(TIGHT)
            column.addLayout(flow)

    def _add_buttons(self, contact: OwnContact) -> None:
        if contact.opens:
            words = _("{action}: {name}, {address}")
            name = words.format(action=contact.open_words, name=contact.name, address=contact.reach)
            self._add(contact.open_words, name, lambda: self.open_wanted.emit(QUrl(contact.opens)))
        if contact.reach:
            name = _("Copy {address}").format(address=contact.reach)
            self._add_copy(_("Copy"), name, contact.reach)
        if contact.message:
            name = _("Copy the words for {name}").format(name=contact.name)
            self._add_copy(_("Copy the words"), name, contact.message)

    def _add_copy(self, words: str, name: str, text: str) -> None:
        button = self._add(words, name, lambda: None)
        button.clicked.connect(partial(_copy, button, words, text))

    def _add(self, words: str, name: str, act: Callable[[], object]) -> QPushButton:
        button = QPushButton(words)
        button.setAccessibleName(name)
        button.clicked.connect(lambda: act())
        self.buttons.append(button)
        return button


class SupportGroupCard(Card):
    """Those of one step of a safety plan."""

    open_wanted = Signal(QUrl)

    def __init__(self, group: OwnGroup) -> None:
        super().__init__()
        self.body.addWidget(label(group.title, "small", "muted"))
        self.views = [SupportContactView(contact) for contact in group.contacts]
        for number, view in enumerate(self.views):
            view.open_wanted.connect(self.open_wanted)
            if number:
                self.body.addSpacing(SNUG)
            self.body.addWidget(view)


def _copy(button: QPushButton, words: str, text: str) -> None:
    copy_secret(text)
    button.setText(_("Copied"))
    announce(button, _("Copied"))
    QTimer.singleShot(COPIED_FOR_MS, button, lambda: button.setText(words))


def _own_words(made: QLabel) -> QLabel:
    made.setProperty("personal", True)
    made.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
    )
    return made
