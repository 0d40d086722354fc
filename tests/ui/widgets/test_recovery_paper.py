"""The recovery code on paper: one page, whatever the printer."""

from pathlib import Path

import pytest
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication

from companion.ui.widgets.recovery_paper import print_on
from tests.support.pdf_text import text_of

CODE = "7K2M-Q9TX-4DHW-0ZVA-R3PE-8JNC-5B1G"


@pytest.mark.parametrize("mode", [QPrinter.PrinterMode.ScreenResolution, QPrinter.PrinterMode.HighResolution])
def test_it_is_one_page_of_which_a_printer_of_files_makes_a_pdf(
    mode: QPrinter.PrinterMode, qapp: QApplication, tmp_path: Path
) -> None:
    printer, file = QPrinter(mode), tmp_path / "code.pdf"
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(file))
    print_on(printer, CODE)
    content = file.read_bytes()
    assert content.startswith(b"%PDF")
    assert b"/Count 1\n" in content
    assert text_of(content).split("\n") == ["Companion, recovery code", CODE], "and nothing else, no number of a page"
