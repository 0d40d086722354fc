"""Asking where a file goes."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from companion.ui.widgets.asking_where import ask_where


def answering(monkeypatch: pytest.MonkeyPatch, *typed: str) -> list[str]:
    """The person types these, one after the other; returns what was proposed each time."""
    left, proposed = list(typed), list[str]()

    def choose(_parent: object, _title: str, place: str, _kind: str) -> tuple[str, str]:
        proposed.append(place)
        return left.pop(0), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", staticmethod(choose))
    return proposed


def asked(qtbot: QtBot) -> str:
    parent = QWidget()
    qtbot.addWidget(parent)
    return ask_where(parent, "Save picture", "chart.png", "Picture (*.png)", ".png")


def test_it_proposes_a_name_at_home(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    proposed = answering(monkeypatch, "")
    assert asked(qtbot) == ""
    assert proposed == [str(Path.home() / "chart.png")]


@pytest.mark.parametrize(("typed", "path"), [("/x/mine.PNG", "/x/mine.PNG"), ("/x/mine", "/x/mine.png")])
def test_a_name_without_the_ending_gets_it(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, typed: str, path: str
) -> None:
    answering(monkeypatch, typed)
    assert asked(qtbot) == path


def test_a_file_that_would_be_replaced_unseen_is_asked_about_by_its_name(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    there = tmp_path / "mine.png"
    there.write_bytes(b"before")
    proposed = answering(monkeypatch, str(tmp_path / "mine"), str(there))
    assert asked(qtbot) == str(there)
    assert proposed[1] == str(there)
