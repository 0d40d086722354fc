"""The Settings screen: one card per theme, each choice in plain words."""

from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QButtonGroup, QFileDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from companion.application.settings import LARGEST_TEXT_PERCENT, SMALLEST_TEXT_PERCENT, Look, Settings
from companion.presentation.settings import SettingsPresenter, SettingsState, look_name
from companion.presentation.settings_search import default_words
from companion.presentation.translation import _
from companion.ui.theme.theme import Theme
from companion.ui.theme.tokens import HAIR, TIGHT
from companion.ui.widgets.card import Card
from companion.ui.widgets.chip import chip
from companion.ui.widgets.default_line import DefaultLine
from companion.ui.widgets.flow_layout import FlowLayout
from companion.ui.widgets.labels import heading, label
from companion.ui.widgets.links import link
from companion.ui.widgets.page import Page
from companion.ui.widgets.settings_search import SettingsSearch
from companion.ui.widgets.switch_row import SwitchRow
from companion.ui.widgets.toast import Toast
from companion.ui.widgets.wrapped_link import WrappedLink

WIDEST = 720
TEXT_STEP = 25

K = TypeVar("K")


class SettingsScreen(QWidget):
    """Shows every choice and passes changes on at once; there is no Save.

    `has_tray` is asked whenever the screen is shown: a tray may come later than the program. `cards` are those of
    other themes, in their order; each looks after itself.
    """

    reminders_wanted = Signal()
    help_wanted = Signal()
    welcome_wanted = Signal()

    def __init__(
        self,
        presenter: SettingsPresenter,
        theme: Theme,
        has_tray: Callable[[], bool],
        cards: Iterable[QWidget] = (),
    ) -> None:
        super().__init__()
        self._presenter = presenter
        self._theme = theme
        self._has_tray = has_tray
        page = Page(theme, WIDEST, _("Settings"))
        self.setFocusProxy(page)
        self.search = SettingsSearch(theme)
        self.search.left.connect(self.focusNextChild)
        page.add(heading(_("Settings"), "display"))
        page.add(self.search)
        for card in (
            self._appearance_card(),
            *cards,
            self._notes_card(),
            self._questions_card(),
            self._window_card(),
            self._elsewhere_card(),
        ):
            page.add(self.search.add(card))
        page.finish()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(page)
        self.toast = Toast(self, theme)
        find = QShortcut(QKeySequence("Ctrl+F"), self)
        find.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        find.activated.connect(self._on_find_wanted)
        self.refresh()

    def refresh(self) -> None:
        """Shows what is chosen now."""
        self.show_state(self._presenter.state(self._has_tray()))

    def show_state(self, state: SettingsState) -> None:
        """Shows a state."""
        self.looks[state.look].setChecked(True)
        if state.text_percent in self.sizes:
            self.sizes[state.text_percent].setChecked(True)
        usual = Settings()
        self.usual_look.show_changed(is_changed=state.look is not usual.look)
        self.usual_size.show_changed(is_changed=state.text_percent != usual.text_percent)
        self.still.put(state.reduce_motion)
        self.plain.put(state.without_numbers)
        self.keep.put(state.keep_in_tray)
        self.deeper.put(state.deeper_questions)
        self.keep.setVisible(not state.tray_note)
        self._tray_note.setText(state.tray_note or _("Reminders come only while Companion is running."))
        self._show_folders(state.note_folders)
        for way in (self.reminders, self.welcome):
            way.setVisible(not state.is_locked)

    def choose_folder(self) -> None:
        """Asks for a folder of the person's own notes."""
        folder = QFileDialog.getExistingDirectory(self, _("A folder of my notes"), str(Path.home()))
        if folder:
            self._tell(self._presenter.add_note_folder(folder))

    def showEvent(self, event: QShowEvent) -> None:
        """What changed while it was not seen is shown now."""
        self.refresh()
        super().showEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Who comes again finds everything in sight."""
        self.search.clear()
        super().hideEvent(event)

    def _on_find_wanted(self) -> None:
        self.search.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.field.selectAll()

    def _appearance_card(self) -> Card:
        names = {look: look_name(look) for look in Look}
        self.looks = self._chips(names, self._presenter.choose_look)
        percents = range(SMALLEST_TEXT_PERCENT, LARGEST_TEXT_PERCENT + 1, TEXT_STEP)
        sizes = {percent: _("{percent} %").format(percent=percent) for percent in percents}
        self.sizes = self._chips(sizes, self._presenter.choose_text_percent)
        for percent, button in self.sizes.items():
            button.setAccessibleName(_("Text size {percent} %").format(percent=percent))
        usual = Settings()
        still = _("Keep everything still"), _("Nothing glides or breathes on the screen.")
        self.still = SwitchRow(*still, usual=usual.reduce_motion)
        self.still.switched.connect(lambda wanted: self._tell(self._presenter.reduce_motion(wanted)))
        self.plain = SwitchRow(
            _("Today without numbers"),
            _("No line of the day, and no value shows while you type it. The chart and the journal keep everything."),
            usual=usual.without_numbers,
        )
        self.plain.switched.connect(lambda wanted: self._tell(self._presenter.without_numbers(wanted)))
        colours, size = _("Colours"), _("Text size")
        self.usual_look = DefaultLine(colours, names[usual.look])
        self.usual_look.back_wanted.connect(partial(self._on_back_wanted, self.looks, usual.look))
        self.usual_size = DefaultLine(size, sizes[usual.text_percent])
        self.usual_size.back_wanted.connect(partial(self._on_back_wanted, self.sizes, usual.text_percent))
        card = _titled_card(_("Appearance"))
        for title, buttons, line in (
            (colours, self.looks.values(), self.usual_look),
            (size, self.sizes.values(), self.usual_size),
        ):
            card.body.addWidget(label(title, "body", "muted"))
            card.body.addLayout(_in_flow(buttons))
            card.body.addWidget(line)
        card.body.addWidget(self.still)
        card.body.addWidget(self.plain)
        return card

    def _chips(self, names: dict[K, str], choose: Callable[[K], str]) -> dict[K, QPushButton]:
        group, buttons = QButtonGroup(self), dict[K, QPushButton]()
        for choice, name in names.items():
            buttons[choice] = chip(name)
            buttons[choice].clicked.connect(partial(self._on_chosen, choose, choice))
            group.addButton(buttons[choice])
        return buttons

    def _on_chosen(self, choose: Callable[[K], str], choice: K) -> None:
        self._tell(choose(choice))

    def _on_back_wanted(self, chips: dict[K, QPushButton], usual: K) -> None:
        chips[usual].click()
        chips[usual].setFocus()  # the link that was pressed is gone now

    def _notes_card(self) -> Card:
        card = _titled_card(_("My own notes"))
        words = _("Folders of Markdown notes, read beside Companion's own. They are never changed.")
        words = f"{words} {default_words(_('none'))}"
        card.body.addWidget(label(words, "body", "muted"))
        self._folders = QVBoxLayout()
        self._folders.setSpacing(HAIR)
        card.body.addLayout(self._folders)
        self.add_folder = QPushButton(_("Add a folder"))
        self.add_folder.clicked.connect(self.choose_folder)
        card.body.addWidget(self.add_folder, 0, Qt.AlignmentFlag.AlignLeading)
        return card

    def _questions_card(self) -> Card:
        self.deeper = SwitchRow(
            _("Deeper questions"),
            _("Among the questions to reflect on there may then be some about earlier years."),
            usual=Settings().deeper_questions,
        )
        self.deeper.switched.connect(lambda wanted: self._tell(self._presenter.ask_deeper(wanted)))
        card = _titled_card(_("Something to reflect on"))
        card.body.addWidget(self.deeper)
        return card

    def _show_folders(self, folders: tuple[str, ...]) -> None:
        while item := self._folders.takeAt(0):
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for folder in folders:
            self._folders.addWidget(self._folder_row(folder))

    def _folder_row(self, folder: str) -> QWidget:
        row = QWidget()
        path = label(folder)
        path.setProperty("personal", True)
        remove = link(_("Remove"))
        remove.setAccessibleName(_("Stop reading {folder}").format(folder=folder))
        remove.clicked.connect(partial(self._on_folder_removed, folder))
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(path, 1)
        layout.addWidget(remove)
        return row

    def _on_folder_removed(self, folder: str) -> None:
        self._tell(self._presenter.remove_note_folder(folder))
        self.add_folder.setFocus()

    def _window_card(self) -> Card:
        self.keep = SwitchRow(_("Keep running in the tray when the window is closed"), usual=Settings().keep_in_tray)
        self.keep.switched.connect(lambda wanted: self._tell(self._presenter.keep_in_tray(wanted)))
        self._tray_note = label("", "body", "muted")
        card = _titled_card(_("Window and tray"))
        card.body.addWidget(self.keep)
        card.body.addWidget(self._tray_note)
        return card

    def _elsewhere_card(self) -> Card:
        """What is set where it is used, and what explains everything."""
        card = _titled_card(_("Set elsewhere, and help"))
        self.reminders = WrappedLink(_("Reminders: quiet hours, when they wait, and what they show"), self._theme)
        self.help = WrappedLink(_("Help, all keys, and what is stored where"), self._theme)
        self.welcome = WrappedLink(_("The first steps again"), self._theme)
        for way, wanted in (
            (self.reminders, self.reminders_wanted),
            (self.help, self.help_wanted),
            (self.welcome, self.welcome_wanted),
        ):
            way.clicked.connect(wanted)
            card.body.addWidget(way)
        return card

    def _tell(self, trouble: str) -> None:
        """Shows what is true now, and in one line why something could not be."""
        self.refresh()
        if trouble:
            self.toast.say(trouble)


def _titled_card(title: str) -> Card:
    card = Card()
    card.body.addWidget(heading(title))
    return card


def _in_flow(buttons: Iterable[QPushButton]) -> FlowLayout:
    flow = FlowLayout()
    flow.setSpacing(TIGHT)
    for button in buttons:
        flow.addWidget(button)
    return flow
