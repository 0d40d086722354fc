"""The recovery code on paper or in a file of its own, where the person wants it so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QFileDevice, QIODevice, QSaveFile
from PySide6.QtGui import QFont, QFontDatabase, QGuiApplication, QTextCursor, QTextDocument
from PySide6.QtWidgets import QFileDialog, QWidget

from companion.application.errors import Trouble, UserError
from companion.presentation.privacy import recovery_paper
from companion.presentation.sentences import line_of
from companion.presentation.translation import _
from companion.ui.theme.theme import POINTS_PER_INCH

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

POINTS = 14
CODE_POINTS = 18
MARGIN_POINTS = 36
_FOR_THE_PERSON_ALONE = QFileDevice.Permission.ReadOwner | QFileDevice.Permission.WriteOwner


def save_code(code: str, path: str) -> str:
    """Writes a text file that the person alone can read. Returns "", or in a line why that could not be."""
    file = QSaveFile(path)
    content = recovery_paper(code).encode()
    if file.open(QIODevice.OpenModeFlag.WriteOnly) and file.setPermissions(_FOR_THE_PERSON_ALONE):
        file.write(content)
        if file.commit():
            return ""
    return line_of(UserError(Trouble.FILE_UNWRITABLE, path=path))


def ask_where(parent: QWidget) -> str:
    """Asks for a file to write it to; "" if the person would rather not."""
    path, _kind = QFileDialog.getSaveFileName(parent, _("Save the recovery code"), _("recovery code.txt"))
    return path


def print_code(code: str, parent: QWidget) -> None:
    """Asks for a printer and prints it, unless the person would rather not."""
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter

    printer = QPrinter()
    if QPrintDialog(printer, parent).exec():
        print_on(printer, code)


def print_on(printer: QPrinter, code: str) -> None:
    """Puts it on one page of that printer, large enough to be copied by hand, in letters that are told apart."""
    page = QTextDocument()
    page.setDefaultFont(QFont(page.defaultFont().family(), POINTS))
    page.setPlainText(recovery_paper(code))
    _set_in_clear_letters(page.find(code))
    page.setDocumentMargin(MARGIN_POINTS * _dots_a_point())
    page.setPageSize(printer.pageRect(type(printer).Unit.Point).size() * _dots_a_point())  # else Qt numbers the page
    page.print_(printer)


def _dots_a_point() -> float:
    """A document is laid out for the screen, and brought to the size of the paper when it is printed."""
    return QGuiApplication.primaryScreen().logicalDotsPerInch() / POINTS_PER_INCH


def _set_in_clear_letters(code: QTextCursor) -> None:
    letters = code.charFormat()
    letters.setFontFamilies([QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont).family()])
    letters.setFontPointSize(CODE_POINTS)
    code.setCharFormat(letters)
