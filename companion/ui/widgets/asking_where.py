"""Asking where a file goes; one that is there is replaced only if the person said so."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget


def ask_where(parent: QWidget, title: str, name: str, kind: str, ending: str) -> str:
    """The path, with its ending; "" if the person would rather not. `name` and `kind` are what the dialog proposes.

    A name that was typed without the ending is asked about once more where a file has it: the desktop's own
    question about replacing was about another name.
    """
    place = str(Path.home() / name)
    while True:
        path, _kind = QFileDialog.getSaveFileName(parent, title, place, kind)
        if not path or path.lower().endswith(ending):
            return path
        place = f"{path}{ending}"
        if not Path(place).exists():
            return place
