"""Dates that are typed have their whole year, so that 1999 and 2099 are two, and keep the order of their parts."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDateTimeEdit


def show_full_year(edit: QDateTimeEdit) -> None:
    """Order and signs stay those of the locale, some of which write two digits of a year."""
    keep_order(edit)
    written = edit.displayFormat()
    if "yyyy" not in written:
        edit.setDisplayFormat(written.replace("yy", "yyyy"))


def keep_order(edit: QDateTimeEdit) -> None:
    """Its parts stand from left to right in every language, as numbers do; Qt would turn 09:00 into 00:09 in some."""
    if edit.isRightToLeft():
        edit.setDisplayFormat(edit.displayFormat())  # it was turned round once; this turns it back
    written = edit.displayFormat()
    edit.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    edit.setDisplayFormat(written)
