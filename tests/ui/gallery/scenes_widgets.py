"""Every control in its states."""

from PySide6.QtCore import QDateTime, QStringListModel
from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QComboBox,
    QDateTimeEdit,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListView,
    QMenu,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QSpinBox,
    QTabBar,
    QToolButton,
    QWidget,
)

from companion.domain.zone import Zone
from companion.presentation.translation import _
from companion.ui.theme.icons import app_icon, icon, logo, tray_icon
from companion.ui.theme.theme import Theme
from companion.ui.theme.tokens import AMPLE, ROOM, WIDE
from companion.ui.widgets.card import Card
from companion.ui.widgets.chip import chip
from companion.ui.widgets.flow_layout import FlowLayout
from companion.ui.widgets.full_year import show_full_year
from companion.ui.widgets.labels import heading, label
from companion.ui.widgets.number_fields import TimeField
from companion.ui.widgets.page import Page
from companion.ui.widgets.switch import Switch
from companion.ui.widgets.toast import Toast
from tests.ui.gallery.scenes import scene

ICONS = (
    "today", "chart", "journal", "concepts", "practices", "reminders", "settings", "support", "back", "forward",
    "close", "more", "check", "plus", "folder", "undo", "pause", "play", "search", "unfold",
)  # fmt: skip


@scene("widgets-buttons", 760, 620)
def buttons(theme: Theme) -> QWidget:
    """Buttons of every role, resting, chosen and switched off."""
    card = Card()
    card.body.addWidget(heading(_("Buttons"), "display"))
    card.body.addWidget(label(_("Every role: at rest, chosen, switched off."), "small", "muted"))
    for role, text in (
        ("primary", _("Save check-in")),
        ("", _("More")),
        ("link", _("Edit")),
        ("chip", _("Month")),
        ("nav", _("Reminders")),
        ("support", _("Support now")),
    ):
        card.body.addLayout(_in_states(theme, role, text))
    return _page(theme, card)


@scene("widgets-fields", 760, 720)
def fields(theme: Theme) -> QWidget:
    """What can be written, chosen or turned."""
    card = Card()
    card.body.addWidget(heading(_("Fields")))
    form = QFormLayout()
    form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
    form.setVerticalSpacing(ROOM)
    for text, control in _fields():
        name = QLabel(text)
        name.setBuddy(control)
        form.addRow(name, control)
    card.body.addLayout(form)
    return _page(theme, card)


@scene("widgets-choices", 760, 680)
def choices(theme: Theme) -> QWidget:
    """Boxes, switches, chips that wrap, tabs, a list."""
    card = Card()
    card.body.addWidget(heading(_("Choices")))
    for made in _choices():
        card.body.addWidget(made)
    flow = FlowLayout()
    for text in (_("Day"), _("Week"), _("Month"), _("3 months"), _("Year"), _("All")):
        button = chip(text)
        button.setChecked(text == _("Month"))
        flow.addWidget(button)
    card.body.addLayout(flow)
    tabs = QTabBar()
    tabs.addTab(_("What happened"))
    tabs.addTab(_("What is next"))
    card.body.addWidget(tabs)
    names = QListView()
    names.setAccessibleName(_("Concepts"))
    names.setModel(QStringListModel([_("Interpersonal neurobiology"), _("Window of Tolerance")], names))
    names.ensurePolished()  # rows are as high as the style sheet says before one is chosen
    names.setCurrentIndex(names.model().index(1, 0))
    names.setMinimumHeight(theme.px(100))
    card.body.addWidget(names)
    return _page(theme, card)


@scene("widgets-words", 760, 480)
def words(theme: Theme) -> QWidget:
    """The sizes and tones of text, and an aside."""
    card = Card()
    card.body.addWidget(label(_("Concept, 3 min"), "small", "muted"))
    card.body.addWidget(heading(_("You noticed. That is enough for now."), "display"))
    card.body.addWidget(heading(_("How much energy is in your body?")))
    card.body.addWidget(label(_("Missing each other is ordinary. What people do next matters more.")))
    card.body.addWidget(label(_("Nothing is chosen until you choose it."), "small", "muted"))
    card.body.addWidget(label(_("92, above my window"), "body", "above"))
    card.body.addWidget(label(_("50, inside my window"), "body", "inside"))
    card.body.addWidget(label(_("12, below my window"), "body", "below"))
    return _page(theme, card)


@scene("widgets-icons", 640, 360)
def icons(theme: Theme) -> QWidget:
    """Every icon, the shapes of the answers, the program's own and the tray's."""
    card = Card()
    flow = FlowLayout()
    flow.setSpacing(ROOM)
    for name in ICONS:
        flow.addWidget(_picture(theme.icons.pixmap(name, theme.tokens.ink, theme.px(24))))
    card.body.addLayout(flow)
    shapes = QHBoxLayout()
    for zone in Zone:
        colour = getattr(theme.tokens, zone.value, theme.tokens.muted)
        shapes.addWidget(_picture(theme.icons.pixmap(f"zone-{zone.value}", colour, 24)))
    card.body.addLayout(shapes)
    signs = QHBoxLayout()
    signs.addWidget(_picture(logo(theme, 32)))
    signs.addWidget(_picture(app_icon(theme).pixmap(64, 64)))
    for state in ("quiet", "paused", "due"):
        signs.addWidget(_picture(tray_icon(theme, state).pixmap(48, 48)))
        signs.addWidget(_picture(tray_icon(theme, state).pixmap(22, 22)))
    card.body.addLayout(signs)
    return _page(theme, card)


@scene("widgets-toast", 640, 240)
def toast(theme: Theme) -> QWidget:
    """The line about what just happened."""
    window = QWidget()
    Toast(window, theme).say(_("Saved {time}").format(time="14:06"), _("Undo"), window.update)
    return window


@scene("widgets-menu", 320, 240)
def menu(theme: Theme) -> QWidget:
    """A menu with something chosen."""
    made = QMenu()
    made.setWindowTitle("Companion")
    for text in (_("Check in"), _("Open"), _("Pause for an hour")):
        made.addAction(text)
    made.addSeparator()
    made.addAction(_("Quit")).setEnabled(False)
    made.setActiveAction(made.actions()[0])
    return made


def _page(theme: Theme, card: Card) -> QWidget:
    page = Page(theme)
    page.add(card)
    page.finish()
    return page


def _in_states(theme: Theme, role: str, text: str) -> FlowLayout:
    row = FlowLayout()
    row.setSpacing(WIDE)
    for state in ("rest", "chosen", "off"):
        button = QPushButton(text)
        button.setProperty("role", role)
        button.setCheckable(role != "nav" and (state == "chosen" or role == "chip"))
        button.setChecked(state == "chosen")
        button.setProperty("open", state == "chosen")
        button.setEnabled(state != "off")
        if role == "nav":
            colour = theme.tokens.accent if state == "chosen" else theme.tokens.muted
            button.setIcon(icon(theme, "reminders", colour))
        row.addWidget(button)
    return row


def _fields() -> list[tuple[str, QWidget]]:
    written, empty, off = QLineEdit(_("Window")), QLineEdit(), QLineEdit(_("Not now"))
    empty.setPlaceholderText(_("Search concepts and notes"))
    off.setEnabled(False)
    note = QPlainTextEdit()
    note.setPlaceholderText(_("A few words, if you like"))
    note.setMaximumHeight(AMPLE * 3)
    chosen = QComboBox()
    chosen.addItems([_("As the system"), _("Light"), _("Dark")])
    count, time, moment = QSpinBox(), TimeField(9 * 60), QDateTimeEdit()
    count.setValue(4)
    moment.setCalendarPopup(True)
    show_full_year(moment)
    moment.setDateTime(QDateTime(2026, 11, 22, 14, 6, 0))
    return [
        (_("Written"), written),
        (_("Empty"), empty),
        (_("Switched off"), off),
        (_("Note"), note),
        (_("Look"), chosen),
        (_("How many"), count),
        (_("At"), time),
        (_("When it was"), moment),
    ]


def _choices() -> list[QAbstractButton]:
    tick, ticked, off = QCheckBox(_("Mon")), QCheckBox(_("Tue")), QCheckBox(_("Wed"))
    ticked.setChecked(True)
    off.setChecked(True)
    off.setEnabled(False)
    one, other = QRadioButton(_("At fixed times")), QRadioButton(_("At random"))
    one.setChecked(True)
    on, still = Switch(_("Through the day")), Switch(_("Weekly triangle"))
    on.setChecked(True)
    more = QToolButton()
    more.setText(_("More"))
    return [tick, ticked, off, one, other, on, still, more]


def _picture(pixmap: object) -> QLabel:
    shown = QLabel()
    shown.setPixmap(pixmap)  # type: ignore[arg-type]
    return shown
