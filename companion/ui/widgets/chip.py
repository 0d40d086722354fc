"""A chip: a small rounded button, for a choice among a few."""

from PySide6.QtWidgets import QPushButton


class Chip(QPushButton):
    """`clicked` also when assistive technology chooses it, which turns a button without a click."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self._is_being_put = False
        self.toggled.connect(self._on_toggled)

    def setChecked(self, chosen: bool) -> None:
        """Put by the program it says nothing."""
        self._is_being_put = True
        super().setChecked(chosen)
        self._is_being_put = False

    def nextCheckState(self) -> None:
        """A click speaks for itself."""
        self._is_being_put = True
        super().nextCheckState()
        self._is_being_put = False

    def _on_toggled(self, chosen: bool) -> None:
        gives_way = not chosen and self.group() is not None and self.group().exclusive()
        if not self._is_being_put and not gives_way:
            self.clicked[bool].emit(chosen)  # type: ignore[index]  # its types know no overloads


def chip(text: str, *, checkable: bool = True) -> Chip:
    """A button in the shape of a pill that, if checkable, stays chosen."""
    made = Chip(text)
    made.setProperty("role", "chip")
    made.setCheckable(checkable)
    return made
