"""A note on paper or in a PDF file: in the light look, whatever is on the screen."""

from collections.abc import Callable

from PySide6.QtCore import QBuffer, QIODevice, QLocale, QMarginsF, QSaveFile, QUrl
from PySide6.QtGui import QPagedPaintDevice, QPageSize, QPdfWriter, QTextDocument
from PySide6.QtWidgets import QFileDialog, QWidget

from companion.presentation.note_links import PICTURE_SCHEME
from companion.presentation.translation import _
from companion.ui.theme.paper import Paper
from companion.ui.widgets.note_pictures import picture_of
from companion.ui.widgets.note_style import close_up_below_pictures, note_style

PIXELS_PER_INCH = 96
_PICTURE_WIDTH = 480
_PICTURE_RATIO = 2.0

PictureFor = Callable[[str], bytes | None]


class NotePaper(QTextDocument):
    """A page of a note, ready for a printer; it brings along only the pictures that it is given."""

    def __init__(self, page: str, picture_for: PictureFor) -> None:
        super().__init__()
        self._picture_for = picture_for
        self.setDefaultFont(Paper().font(15))
        self.setDefaultStyleSheet(note_style(Paper()))
        self.setHtml(page)
        close_up_below_pictures(self)

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """A picture that was given; nothing else."""
        written = bytes(QUrl(name).toEncoded().data()).decode()
        if kind != QTextDocument.ResourceType.ImageResource.value or not written.startswith(PICTURE_SCHEME):
            return None
        address = QUrl.fromPercentEncoding(written.removeprefix(PICTURE_SCHEME).encode())
        return picture_of(address, self._picture_for(address), Paper(), _PICTURE_WIDTH, _PICTURE_RATIO)

    def go_onto(self, device: QPagedPaintDevice) -> None:
        """Onto the pages of that device."""
        device.setPageMargins(QMarginsF(0, 0, 0, 0))  # Qt leaves two centimetres by itself
        self.documentLayout().setPaintDevice(device)
        self.print_(device)


def print_note(page: str, picture_for: PictureFor, parent: QWidget) -> None:
    """Asks for a printer, or a PDF file where the desktop offers that, and prints; unless the person would not."""
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter

    printer = QPrinter()
    printer.setDocName("Companion")
    if QPrintDialog(printer, parent).exec():
        NotePaper(page, picture_for).go_onto(printer)


def save_as_pdf(page: str, picture_for: PictureFor, path: str) -> bool:
    """Writes a whole PDF file, or nothing. False if that is impossible."""
    content = QBuffer()
    content.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(content)
    writer.setCreator("Companion")
    writer.setPageSize(QPageSize(_usual_paper()))
    writer.setResolution(PIXELS_PER_INCH)
    NotePaper(page, picture_for).go_onto(writer)
    file = QSaveFile(path)
    return file.open(QIODevice.OpenModeFlag.WriteOnly) and file.write(content.data()) > 0 and file.commit()


def ask_where(parent: QWidget) -> str:
    """Asks for the file; "" if the person would rather not."""
    path, _kind = QFileDialog.getSaveFileName(parent, _("Save this note as PDF"), _("note.pdf"), "PDF (*.pdf)")
    return path


def _usual_paper() -> QPageSize.PageSizeId:
    is_us = QLocale().measurementSystem() is QLocale.MeasurementSystem.ImperialUSSystem
    return QPageSize.PageSizeId.Letter if is_us else QPageSize.PageSizeId.A4
