"""Dates that are typed have their whole year, so that 1999 and 2099 are two."""

from PySide6.QtWidgets import QDateTimeEdit


def show_full_year(edit: QDateTimeEdit) -> None:
    """Order and signs stay those of the locale, some of which write two digits of a year."""
    written = edit.displayFormat()
    if "yyyy" not in written:
        edit.setDisplayFormat(written.replace("yy", "yyyy"))
