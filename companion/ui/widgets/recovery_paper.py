"""The recovery code on paper or in a file of its own, where the person wants it so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QFileDevice, QIODevice, QSaveFile
from PySide6.QtGui import QFont, QTextDocument
from PySide6.QtWidgets import QFileDialog, QWidget

from companion.application.errors import Trouble, UserError
from companion.presentation.privacy import recovery_paper
from companion.presentation.sentences import line_of
from companion.presentation.translation import _

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

POINTS = 14
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
    """Puts it on one page of that printer, large enough to be copied by hand."""
    page = QTextDocument()
    page.setDefaultFont(QFont(page.defaultFont().family(), POINTS))
    page.setPlainText(recovery_paper(code))
    page.print_(printer)
