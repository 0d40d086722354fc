"""The start: the first picture before the store, what is typed meanwhile, and a store that cannot be opened."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from companion.adapters.storage.copying import copy_store
from companion.adapters.system.folders import Folders, folders_under
from companion.application.instance_address import Message
from companion.bootstrap.core import Core
from companion.bootstrap.desktop import Desktop
from companion.bootstrap.start import address_of
from companion.ui.shell.trouble_window import TroubleWindow
from tests.journeys.conftest import Program

SAMPLE = Path(__file__).parents[1] / "adapters/storage/samples/0003"
OTHERS = b"SQLite format 3\0" + b"somebody else's notes " * 300


@pytest.fixture
def folders(tmp_path: Path) -> Folders:
    """Folders of a person who never started the program."""
    made = folders_under(str(tmp_path / "data"))
    made.prepare()
    return made


@pytest.fixture
def lasting_application(qapp: QApplication) -> Iterator[QApplication]:
    """The application as the program makes it: it does not end with its last window."""
    before = qapp.quitOnLastWindowClosed()
    qapp.setQuitOnLastWindowClosed(False)
    yield qapp
    qapp.setQuitOnLastWindowClosed(before)


@pytest.fixture
def told() -> Iterator[list[str]]:
    """What a window of trouble says; each one is read and closed as soon as it is there."""
    read: list[str] = []
    look = QTimer(interval=10)

    def close_trouble() -> None:
        window = QApplication.activeModalWidget()
        if isinstance(window, TroubleWindow):
            read.extend(label.text() for label in window.findChildren(QLabel))
            window.close()

    look.timeout.connect(close_trouble)
    look.start()
    yield read
    look.stop()


@pytest.mark.parametrize("hidden", [False, True])
def test_a_store_that_is_not_ours_ends_the_program_with_words_and_is_left_alone(
    hidden: bool, folders: Folders, lasting_application: QApplication, told: list[str]
) -> None:
    store = folders.data / "companion.db"
    store.write_bytes(OTHERS)
    core = Core(folders)
    desktop = Desktop(lasting_application, core, address_of(folders))
    assert desktop.run(Message.SHOW, hidden=hidden) == 1
    core.close()
    assert any(str(store) in text for text in told)
    assert store.read_bytes() == OTHERS
    assert {file.name for file in folders.data.iterdir()} == {store.name}


def test_what_is_saved_before_the_store_is_open_is_saved(folders: Folders, qapp: QApplication, qtbot: QtBot) -> None:
    core = Core(folders)
    desktop = Desktop(qapp, core, address_of(folders))
    desktop.start(Message.SHOW, hidden=False)
    panel = desktop.screens.panel
    assert panel is not None
    assert not (folders.data / "companion.db").exists()
    QTest.keyClicks(panel.form.line, "64")
    QTest.keyClick(panel.form.line, Qt.Key.Key_Return)
    with core.vault.reading() as store:
        (check_in,) = store.check_ins.between(None, None)
    assert check_in.arousal == 64
    qtbot.waitUntil(lambda: desktop.is_at_work, timeout=10_000)
    assert panel.is_folded
    desktop.stop()
    core.close()


def test_a_half_filled_check_in_is_offered_once_the_store_is_open(new_program: Callable[[], Program]) -> None:
    before = new_program()
    before.start()
    panel = before.desktop.screens.panel
    assert panel is not None
    QTest.keyClicks(panel.form.line, "64")
    before.stop()
    after = new_program()
    after.start()
    panel = after.desktop.screens.panel
    assert panel is not None
    assert panel.form.offer.text().startswith("Continue")
    assert panel.form.line.points is None
    panel.form.offer.click()
    assert panel.form.line.points == 64


def test_while_a_large_notebook_is_brought_up_to_date_the_window_says_so(
    new_program: Callable[[], Program], monkeypatch: pytest.MonkeyPatch
) -> None:
    program, seen = new_program(), list[str]()
    monkeypatch.setattr("companion.adapters.storage.upgrade.TAKES_TIME_BYTES", 1000)

    def look(*values: object, **named: object) -> None:
        seen.extend(line.text() for line in program.desktop.window.findChildren(QLabel) if line.isVisible())
        copy_store(*values, **named)  # type: ignore[arg-type]

    monkeypatch.setattr("companion.adapters.storage.upgrade.copy_store", look)
    shutil.copytree(SAMPLE, program.folders.data, dirs_exist_ok=True)
    program.start()
    assert any(text.startswith("Your notebook is being brought up to date") for text in seen)
    assert not any("brought up to date" in line.text() for line in program.desktop.window.findChildren(QLabel))
