"""The one style sheet of the application, made from the tokens.

In it `@name` is a token, and `14sp` a length in pixels that grows with the text; plain `px` does not. `14sp-1px`
is one pixel less: a border that gets thicker takes it from the padding, so that nothing moves.
Widgets choose among these rules with the properties `type` and `tone` (labels) and `role` (buttons, frames, lists).
"""

import re
from collections.abc import Callable

from companion.ui.theme.tokens import Tokens

MARK_SIZE = 16

_SHEET = """
QLabel[type="display"] { font-size: 24sp; font-weight: 700; }
QLabel[type="title"] { font-size: 16sp; font-weight: 600; }
QLabel[type="small"] { font-size: 12.5sp; }
QLabel[tone="muted"] { color: @muted; }
QLabel[tone="accent"] { color: @accent; }
QLabel[tone="above"] { color: @above; }
QLabel[tone="inside"] { color: @inside; }
QLabel[tone="below"] { color: @below; }
QLabel[weight="strong"] { font-weight: 600; }

QFrame[role="card"] { background: @surface; border: 1px solid @line; border-radius: 12px; }
QFrame[role="aside"] { background: @accent_soft; border: none; border-left: 3px solid @accent; }
QFrame[role="sidebar"] { background: @background; border: none; }
QFrame[role="banner"] { background: @above_soft; border: none; border-bottom: 1px solid @line; }
QFrame[role="toast"] { background: @ink; border: none; border-radius: 9px; }
QFrame[role="toast"] QLabel { color: @background; }
QFrame[role="toast"] QPushButton { color: @background; text-decoration: underline; }
QFrame[role="toast"] QPushButton:focus { border-color: @background; }
QFrame[role="toast"] QPushButton:hover, QFrame[role="toast"] QPushButton:pressed { color: @surface; }

QPushButton { color: @accent; background: @surface; border: 1px solid @outline; border-radius: 9px;
  padding: 9sp 15sp; min-height: 20sp; font-weight: 500; outline: none; icon-size: 18sp; }
QPushButton:hover { background: @accent_soft; border-color: @accent; }
QPushButton:pressed { background: @inside_soft; }
QPushButton:checked { background: @accent_soft; border-color: @accent; }
QPushButton:focus { border: 2px solid @focus; padding: 9sp-1px 15sp-1px; }
QPushButton::menu-indicator { image: none; width: 0; }
QPushButton:disabled { color: @faded; background: transparent; border-color: @line; }

QPushButton[role="primary"] { color: @on_accent; background: @accent; border-color: @accent; font-weight: 600; }
QPushButton[role="primary"]:hover, QPushButton[role="primary"]:pressed { background: @accent_deep;
  border-color: @accent_deep; }
QPushButton[role="primary"]:focus { border: 3px solid @ink; padding: 9sp-2px 15sp-2px; }
QPushButton[role="primary"]:disabled { color: @faded; background: @line; border-color: @line; }

QPushButton[role="link"] { background: transparent; border: 2px solid transparent; border-radius: 6px;
  padding: 3sp 4px; min-height: 18sp; font-weight: 600; }
QPushButton[role="link"]:hover, QPushButton[role="link"]:pressed { color: @accent_deep; text-decoration: underline; }
QPushButton[role="link"]:focus { border-color: @focus; }

QPushButton[role="chip"] { color: @ink; border-radius: 14sp; padding: 0 11sp; min-height: 28sp; font-size: 13sp; }
QPushButton[role="chip"]:checked { color: @accent; background: @accent_soft; border-color: @accent; }
QPushButton[role="chip"]:focus { border: 2px solid @focus; padding: 0 11sp-1px; min-height: 28sp-2px; }
QPushButton[role="chip"]:disabled { color: @faded; }

QPushButton[role="nav"] { color: @muted; background: transparent; border: 2px solid transparent; text-align: left;
  padding: 7sp 9sp; min-height: 20sp; }
QPushButton[role="nav"][narrow="true"] { text-align: center; }
QPushButton[role="nav"]:hover { color: @ink; background: @hover; }
QPushButton[role="nav"][open="true"] { color: @accent; background: @accent_soft; }
QPushButton[role="nav"]:focus { border-color: @focus; }

QPushButton[role="support"] { color: @ink; border: 1px solid @line; border-radius: 18sp; padding: 8sp 15sp; }
QPushButton[role="support"]:hover { border-color: @outline; background: @accent_soft; }
QPushButton[role="support"]:focus { border: 2px solid @focus; padding: 8sp-1px 15sp-1px; }

QToolButton { background: transparent; border: 2px solid transparent; border-radius: 9px; padding: 5sp;
  min-width: 18sp; min-height: 18sp; color: @accent; icon-size: 18sp; }
QToolButton:hover { background: @accent_soft; }
QToolButton:pressed, QToolButton:checked { background: @inside_soft; }
QToolButton:focus { border-color: @focus; }
QToolButton:disabled { color: @faded; }
QToolButton::menu-indicator { image: none; }

QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QAbstractSpinBox { color: @ink; background: @surface;
  border: 1px solid @outline; border-radius: 9px; padding: 7sp 10sp; min-height: 20sp;
  placeholder-text-color: @muted; selection-background-color: @accent; selection-color: @on_accent; }
QLineEdit:hover, QPlainTextEdit:hover, QTextEdit:hover, QComboBox:hover, QAbstractSpinBox:hover {
  border-color: @accent; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QComboBox:focus, QComboBox:on, QAbstractSpinBox:focus {
  border: 2px solid @focus; padding: 7sp-1px 10sp-1px; }
QLineEdit:disabled, QPlainTextEdit:disabled, QTextEdit:disabled, QComboBox:disabled, QAbstractSpinBox:disabled {
  color: @faded; background: transparent; border-color: @line; }
QTextBrowser, QTextBrowser:hover, QTextBrowser:focus { background: transparent; border: none; padding: 0; }
QTextBrowser[type="small"] { font-size: 12.5sp; min-height: 0; }
QTextBrowser[type="body"] { min-height: 0; }

QLineEdit QToolButton { padding: 0; border: none; min-width: 0; min-height: 0; background: transparent; }

QLineEdit[role="chip"] { border-radius: 14sp; padding: 0 11sp; min-height: 28sp; font-size: 13sp; }
QLineEdit[role="chip"]:focus { border: 2px solid @focus; padding: 0 11sp-1px; min-height: 28sp-2px; }

QProgressBar { border: 1px solid @outline; border-radius: 5px; background: @surface; min-height: 8sp;
  max-height: 8sp; }
QProgressBar::chunk { background: @accent; border-radius: 4px; }

QComboBox { padding-right: 28sp; combobox-popup: 0; }
QComboBox::drop-down { border: none; width: 26sp; }
QComboBox::down-arrow { image: url("@marks/down-@shade.svg"); width: 12sp; height: 12sp; }
QComboBox QAbstractItemView, QComboBox QAbstractItemView:focus { border: 1px solid @outline; padding: 3px;
  border-radius: 0; outline: none; }
QComboBox QAbstractItemView::item { min-height: 30sp; padding: 0 8sp; border-radius: 6px; }
QAbstractSpinBox { padding-right: 26sp; qproperty-alignment: AlignCenter; }
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button { border: none; background: transparent; width: 24sp;
  subcontrol-origin: border; margin-right: 3px; }
QAbstractSpinBox::up-button { subcontrol-position: top right; margin-top: 4px; }
QAbstractSpinBox::down-button { subcontrol-position: bottom right; margin-bottom: 4px; }
QDateTimeEdit { qproperty-alignment: AlignLeft; }
QTimeEdit { qproperty-alignment: AlignCenter; }
QDateTimeEdit::drop-down { border: none; background: transparent; width: 26sp; }
QDateTimeEdit::down-arrow { image: url("@marks/down-@shade.svg"); width: 12sp; height: 12sp; }
QAbstractSpinBox::up-arrow { image: url("@marks/up-@shade.svg"); width: 10sp; height: 10sp; }
QAbstractSpinBox::down-arrow { image: url("@marks/down-@shade.svg"); width: 10sp; height: 10sp; }
QComboBox::down-arrow:disabled, QDateTimeEdit::down-arrow:disabled, QAbstractSpinBox::up-arrow:disabled,
  QAbstractSpinBox::down-arrow:disabled { image: none; }

QCheckBox, QRadioButton { spacing: 9sp; padding: 4sp; border: 2px solid transparent; border-radius: 6px; }
QCheckBox:focus, QRadioButton:focus { border-color: @focus; }
QCheckBox:disabled, QRadioButton:disabled { color: @faded; }
QCheckBox::indicator { width: 16sp; height: 16sp; border: 1px solid @outline; border-radius: 5px;
  background: @surface; }
QCheckBox::indicator:hover, QRadioButton::indicator:hover { border-color: @accent; background: @accent_soft; }
QCheckBox::indicator:checked { background: @accent; border-color: @accent;
  image: url("@marks/check-@shade.svg"); }
QCheckBox::indicator:disabled, QRadioButton::indicator:disabled { border-color: @line; }
QCheckBox::indicator:checked:disabled { background: @faded; border-color: @faded; }
QRadioButton::indicator { width: 16sp; height: 16sp; border: 1px solid @outline; border-radius: @half_mark;
  background: @surface; }
QRadioButton::indicator:checked { border-color: @accent; background: qradialgradient(cx: 0.5, cy: 0.5, radius: 0.5,
  fx: 0.5, fy: 0.5, stop: 0 @on_accent, stop: 0.42 @on_accent, stop: 0.48 @accent, stop: 1 @accent); }
QRadioButton::indicator:checked:disabled { border-color: @faded; background: qradialgradient(cx: 0.5, cy: 0.5,
  radius: 0.5, fx: 0.5, fy: 0.5, stop: 0 @surface, stop: 0.42 @surface, stop: 0.48 @faded, stop: 1 @faded); }

QListView, QTreeView, QTableView { background: @surface; border: 1px solid @line; border-radius: 9px; padding: 4px;
  outline: none; }
QListView[role="plain"] { background: transparent; border-color: transparent; padding: 0; }
QListView:focus, QTreeView:focus, QTableView:focus { border: 2px solid @focus; padding: 3px; }
QListView[role="plain"]:focus { border-width: 1px; padding: 0; }
QListView::item, QTreeView::item { padding: 6sp 8sp; border: 2px solid transparent; border-radius: 9px; color: @ink; }
QListView::item:hover, QTreeView::item:hover { background: @hover; }
QTableView::item { padding: 0 8sp-3px; }
QAbstractItemView::item:selected { background: @accent_soft; color: @ink; }
QHeaderView::section { background: @surface; color: @muted; border: none; border-bottom: 1px solid @line;
  padding: 6sp 8sp; }

QTabBar { qproperty-drawBase: 0; qproperty-expanding: 0; }
QTabBar::tab { color: @muted; background: transparent; border: 2px solid transparent; border-radius: 9px;
  padding: 7sp 12sp; margin-right: 4px; }
QTabBar::tab:hover { color: @ink; background: @hover; }
QTabBar::tab:selected { color: @accent; background: @accent_soft; }
QTabBar::tab:focus { border-color: @focus; }
QTabWidget::pane { border: none; }

QMenu { background: @surface; border: 1px solid @outline; padding: 5px; }
QMenu::item { padding: 5sp 20sp 5sp 10sp; border: 2px solid transparent; border-radius: 6px; color: @ink; }
QMenu::item:selected { background: @accent_soft; color: @accent; }
QMenu::item:disabled { color: @faded; }
QMenu::separator { height: 1px; background: @line; margin: 5px 8px; }
QToolTip { background: @surface; color: @ink; border: 1px solid @outline; padding: 5sp 7sp; }

QScrollArea { background: transparent; border: none; }
QAbstractScrollArea::corner { background: transparent; border: none; }
QScrollArea > QWidget > QWidget[role="page"] { background: transparent; }
QScrollBar { background: transparent; border: none; }
QScrollBar:vertical { width: 10px; }
QScrollBar:horizontal { height: 10px; }
QScrollBar::handle { background: @outline; border-radius: 3px; margin: 2px; }
QScrollBar::handle:hover, QScrollBar::handle:pressed { background: @muted; }
QScrollBar::handle:disabled { background: transparent; }
QScrollBar::handle:vertical { min-height: 36px; }
QScrollBar::handle:horizontal { min-width: 36px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
"""

# In high contrast an edge says what a soft fill says otherwise.
_CONTRAST_SHEET = """
QPushButton[role="chip"]:checked:!focus { border: 2px solid @accent; padding: 0 11sp-1px; min-height: 28sp-2px; }
QPushButton[role="nav"][open="true"]:!focus, QTabBar::tab:selected:!focus { border-color: @accent; }
QListView::item:selected, QMenu::item:selected { border-color: @accent; }
QPushButton[role="primary"]:disabled { background: @surface; }
QPushButton[role="primary"]:focus { color: @accent; background: @surface; border-color: @focus; }
"""

_PLACES = re.compile(r"@([a-z_]+)|(\d+(?:\.\d+)?)sp(?:-(\d)px)?")
_COMPACT = re.sub(r"\s+", " ", _SHEET)
_COMPACT_CONTRAST = re.sub(r"\s+", " ", _CONTRAST_SHEET)


def stylesheet(tokens: Tokens, px: Callable[[float], int], marks_folder: str) -> str:
    """The sheet for a look. `px` turns a length into pixels of the current text size; `marks_folder` holds the
    small pictures of arrows and ticks."""
    words = {
        "marks": marks_folder,
        "shade": "dark" if tokens.is_dark else "light",
        "hover": tokens.accent_soft if tokens.is_contrast else tokens.line,
        # A radius beyond half the height makes Qt draw square corners.
        "half_mark": f"{px(MARK_SIZE) // 2 + 1}px",
    }

    def fill(place: re.Match[str]) -> str:
        name, length, less = place.groups()
        if name is None:
            return f"{px(float(length)) - int(less or 0)}px"
        return words[name] if name in words else str(getattr(tokens, name))

    return _PLACES.sub(fill, _COMPACT + _COMPACT_CONTRAST if tokens.is_contrast else _COMPACT)
