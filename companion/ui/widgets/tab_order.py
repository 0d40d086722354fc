"""Tab goes through these, in this order."""

from PySide6.QtWidgets import QWidget


def tab_through(first: QWidget, *others: QWidget) -> None:
    """Puts the others behind the first, wherever they stood before.

    From the last to the second, each directly behind the first: told pair by pair, Qt leaves one where it is that
    stood directly behind what holds them all.
    """
    for stop in reversed(others):
        QWidget.setTabOrder(first, stop)
