"""The Settings screen: one card per theme, each choice in plain words."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFileDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from companion.application.settings import LARGEST_TEXT_PERCENT, SMALLEST_TEXT_PERCENT, Look
from companion.presentation.settings import SettingsPresenter, SettingsState, look_name, privacy_sentences
from companion.presentation.translation import _
from companion.ui.theme.theme import Theme
from companion.ui.widgets.card import Card
from companion.ui.widgets.chip import chip
from companion.ui.widgets.flow_layout import FlowLayout
from companion.ui.widgets.labels import label
from companion.ui.widgets.page import Page
from companion.ui.widgets.switch import Switch

WIDEST = 720
TEXT_STEP = 25


class SettingsScreen(QWidget):
    """Shows every choice and passes changes on at once; there is no Save."""

    folder_wanted = Signal()

    def __init__(self, presenter: SettingsPresenter, theme: Theme, has_tray: bool) -> None:
        super().__init__()
        self._presenter = presenter
        self._theme = theme
        self._has_tray = has_tray
        state = presenter.state(has_tray)
        page = Page(theme, widest=WIDEST)
        page.add(label(_("Settings"), "display"))
        page.add(self._appearance_card(state))
        page.add(self._notes_card())
        page.add(self._window_card(state))
        page.add(_privacy_card(state))
        page.finish()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(page)
        self.show_folders(state.note_folders)

    def refresh(self) -> None:
        """Shows the folders as they are now."""
        self.show_folders(self._presenter.state(self._has_tray).note_folders)

    def choose_folder(self) -> None:
        """Asks for a folder of the person's own notes."""
        folder = QFileDialog.getExistingDirectory(self, _("A folder of my notes"), str(Path.home()))
        if folder:
            self._presenter.add_note_folder(folder)
            self.refresh()

    def show_folders(self, folders: tuple[str, ...]) -> None:
        """Lists the folders of the person's own notes."""
        while item := self._folders.takeAt(0):
            if (old := item.widget()) is not None:
                old.deleteLater()
        for folder in folders:
            self._folders.addWidget(self._folder_row(folder))

    def _appearance_card(self, state: SettingsState) -> Card:
        card = Card()
        card.body.addWidget(label(_("Appearance"), "title"))
        card.body.addWidget(label(_("Colours"), "body", "muted"))
        card.body.addLayout(self._look_chips(state.look))
        card.body.addWidget(label(_("Text size"), "body", "muted"))
        card.body.addLayout(self._text_size_chips(state.text_percent))
        still = Switch(_("Keep everything still"))
        still.setChecked(state.reduce_motion)
        still.toggled.connect(self._presenter.reduce_motion)
        card.body.addWidget(still)
        return card

    def _look_chips(self, chosen: Look) -> FlowLayout:
        chips, group = FlowLayout(), QButtonGroup(self)
        for look in Look:
            colours = chip(look_name(look))
            colours.setCheckable(True)
            colours.setChecked(look is chosen)
            colours.clicked.connect(partial(self._presenter.choose_look, look))
            group.addButton(colours)
            chips.addWidget(colours)
        return chips

    def _text_size_chips(self, chosen: int) -> FlowLayout:
        chips, group = FlowLayout(), QButtonGroup(self)
        for percent in range(SMALLEST_TEXT_PERCENT, LARGEST_TEXT_PERCENT + 1, TEXT_STEP):
            size = chip(_("{percent} %").format(percent=percent))
            size.setAccessibleName(_("Text size {percent} %").format(percent=percent))
            size.setCheckable(True)
            size.setChecked(percent == chosen)
            size.clicked.connect(partial(self._presenter.choose_text_percent, percent))
            group.addButton(size)
            chips.addWidget(size)
        return chips

    def _notes_card(self) -> Card:
        card = Card()
        card.body.addWidget(label(_("My own notes"), "title"))
        card.body.addWidget(
            label(
                _("Folders of Markdown notes, read beside Companion's own. They are never changed."), "body", "muted"
            )
        )
        self._folders = QVBoxLayout()
        card.body.addLayout(self._folders)
        add = QPushButton(_("Add a folder"))
        add.clicked.connect(self.choose_folder)
        card.body.addWidget(add, 0, Qt.AlignmentFlag.AlignLeft)
        return card

    def _folder_row(self, folder: str) -> QWidget:
        row = QWidget()
        path = label(folder)
        path.setProperty("personal", True)
        remove = QPushButton(_("Remove"))
        remove.setProperty("role", "link")
        remove.setAccessibleName(_("Stop reading {folder}").format(folder=folder))
        remove.clicked.connect(lambda: self._on_folder_removed(folder))
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(path, 1)
        layout.addWidget(remove)
        return row

    def _on_folder_removed(self, folder: str) -> None:
        self._presenter.remove_note_folder(folder)
        self.refresh()

    def _window_card(self, state: SettingsState) -> Card:
        card = Card()
        card.body.addWidget(label(_("Window and tray"), "title"))
        if state.tray_note:
            card.body.addWidget(label(state.tray_note, "body", "muted"))
            return card
        keep = Switch(_("Keep running in the tray when the window is closed"))
        keep.setChecked(state.keep_in_tray)
        keep.toggled.connect(self._presenter.keep_in_tray)
        card.body.addWidget(keep)
        note = _("Reminders come only while Companion is running.")
        card.body.addWidget(label(note, "small", "muted"))
        return card


def _privacy_card(state: SettingsState) -> Card:
    card = Card()
    card.body.addWidget(label(_("Privacy"), "title"))
    for sentence in privacy_sentences():
        card.body.addWidget(label(sentence))
    where = label(_("It is kept in {folder}").format(folder=state.data_folder), "small", "muted")
    where.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    card.body.addWidget(where)
    return card

