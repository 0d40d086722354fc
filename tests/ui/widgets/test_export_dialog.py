"""The dialog before the notebook goes out, and what such a file asks before it comes in."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from companion.application.settings import Look
from companion.presentation.importing import ImportPresenter
from companion.ui.theme.theme import Theme
from companion.ui.widgets.export_dialog import ExportDialog
from companion.ui.widgets.import_dialog import ImportDialog
from tests.support.builders import a_check_in
from tests.support.passphrases import PASSPHRASE
from tests.support.shell_desk import ShellDesk


class Desk:
    """The dialog, over a notebook with one check-in; the place is chosen already."""

    def __init__(self, place: Path, theme: Theme, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
        self.place, self.shell = place, ShellDesk(place, theme)
        self.window = QWidget()
        qtbot.addWidget(self.window)
        self.presenter = self.shell.carrying_presenter()
        self.offered: list[str] = []
        monkeypatch.setattr(QFileDialog, "getSaveFileName", staticmethod(self._choose))
        with self.shell.vault.writing() as store:
            store.check_ins.add(a_check_in(note="after a walk"))
        self.dialog = ExportDialog(self.presenter, theme, self.window)
        self.dialog.show()
        qtbot.waitUntil(self.dialog.isActiveWindow)

    def write(self) -> list[Path]:
        """The place is chosen; the files that are there then."""
        before = set(self.place.iterdir())
        self.dialog.choose.click()
        self.shell.worker.work()
        return sorted(set(self.place.iterdir()) - before)

    def type_passphrase(self, first: str, again: str) -> None:
        self.dialog.sealed.switch.click()
        for field, typed in ((self.dialog.new, first), (self.dialog.again, again)):
            QTest.keyClicks(field.field, typed)

    def look_into(self, path: Path) -> ImportDialog:
        """The dialog that brings that file in, after its first look."""
        dialog = ImportDialog(ImportPresenter(self.presenter, str(path)), self.shell.theme, self.window)
        dialog.show()
        self.shell.worker.work()
        return dialog

    def _choose(self, _parent: QWidget, _title: str, place: str, _kinds: str) -> tuple[str, str]:
        self.offered.append(Path(place).name)
        return str(self.place / Path(place).name), ""


@pytest.fixture
def desk(tmp_path: Path, theme: Theme, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    made = Desk(tmp_path, theme, qtbot, monkeypatch)
    yield made
    made.window.close()


def test_unless_something_else_is_chosen_everything_goes_out_without_the_settings(desk: Desk) -> None:
    assert desk.dialog.clear.isVisible()
    assert not desk.dialog.new.isVisible()
    (file,) = desk.write()
    assert file.name == "companion.json"
    assert b"after a walk" in file.read_bytes()
    assert b'"settings"' not in file.read_bytes()


def test_a_table_has_its_codebook_beside_it_and_neither_passphrase_nor_settings(desk: Desk) -> None:
    desk.dialog.table.click()
    assert not desk.dialog.sealed.isVisible()
    assert not desk.dialog.settings.isVisible()
    assert [file.name for file in desk.write()] == ["check-ins-codebook.csv", "check-ins.csv"]
    assert desk.presenter.state().news[1] == "What its columns mean is in a second file beside it."


def test_nothing_is_written_before_both_passphrases_are_the_same(desk: Desk) -> None:
    desk.type_passphrase("", "")
    assert (desk.write(), desk.dialog.trouble) == ([], "Please type a passphrase.")
    QTest.keyClicks(desk.dialog.new.field, PASSPHRASE)
    assert (desk.write(), desk.dialog.trouble) == ([], "These two are not the same yet.")
    assert desk.offered == []


def test_a_file_behind_a_passphrase_is_opened_with_it_and_with_nothing_else(desk: Desk) -> None:
    desk.type_passphrase(PASSPHRASE, PASSPHRASE)
    (file,) = desk.write()
    assert file.name == "companion.sealed"
    assert b"after a walk" not in file.read_bytes()
    dialog = desk.look_into(file)
    assert (dialog.secret.isVisible(), dialog.bring_in.isVisible()) == (True, False)
    QTest.keyClicks(dialog.secret.field, "another one")
    QTest.keyClick(dialog.secret.field, Qt.Key.Key_Return)
    desk.shell.worker.work()
    assert dialog.trouble.text().startswith("This passphrase does not open the file.")
    dialog.secret.field.setText(PASSPHRASE)
    dialog.open_file.click()
    desk.shell.worker.work()
    assert not dialog.secret.isVisible()
    assert "here already" in dialog.lines.text()
    dialog.reject()


def test_settings_in_a_file_hold_once_they_are_ticked(desk: Desk) -> None:
    desk.shell.preferences.change(look=Look.DARK)
    desk.dialog.settings.switch.click()
    (file,) = desk.write()
    desk.shell.preferences.change(look=Look.LIGHT)
    dialog = desk.look_into(file)
    assert (dialog.settings.isVisible(), dialog.settings.is_on, dialog.bring_in.isEnabled()) == (True, False, False)
    dialog.settings.switch.click()
    dialog.bring_in.click()
    desk.shell.worker.work()
    assert desk.shell.preferences.settings.look is Look.DARK
    assert "settings were taken over." in dialog.lines.text()
    dialog.reject()


def test_nothing_typed_outlives_the_dialog(desk: Desk) -> None:
    desk.type_passphrase(PASSPHRASE, PASSPHRASE)
    fields = desk.dialog.findChildren(QLineEdit)
    desk.dialog.reject()
    assert all(field.text() == "" for field in fields)


def test_a_file_that_its_ending_would_replace_is_asked_about(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    there = desk.place / "mine.json"
    there.write_text("before")
    answers, asked = [str(desk.place / "mine"), ""], list[str]()

    def choose(_parent: QWidget, _title: str, place: str, _kinds: str) -> tuple[str, str]:
        asked.append(Path(place).name)
        return answers.pop(0), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", staticmethod(choose))
    desk.write()
    assert (asked[1], there.read_text()) == ("mine.json", "before")
    assert desk.dialog.isVisible()
