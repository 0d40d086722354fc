"""A canary is noted, read, exported and deleted, and something fails: no log and no crash text has it."""

import logging
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from companion.adapters.storage.backups import StoreBackups
from companion.application.checkins import Answer
from companion.application.failure_text import failure_text
from companion.domain.context import Context
from companion.domain.journal import place_of
from companion.presentation.checkin_form import Filled
from companion.ui.platform.crash_dialog import CrashDialog
from companion.ui.shell.screens import ScreenName
from tests.cli.terminal import Terminal
from tests.journeys.conftest import Program

CANARY = "Kanarienvogel"


def use(program: Program) -> None:
    """Whatever has words in it."""
    core = program.core
    panel = program.desktop.screens.panel
    assert panel is not None
    panel.form.put(Filled(62, note=CANARY, tags=(CANARY,)))
    panel.form.touched.emit()
    panel.submit()
    answer = Answer(arousal=20, note=f"{CANARY}'s \x00 %s {{}}", context=Context(people=(CANARY,)))
    noted = core.check_ins.record(answer, answers_open_prompt=False)
    core.journal.note_life_event(CANARY, CANARY)
    core.journal.reflect(f"{CANARY}?", CANARY)
    core.library.search(CANARY)
    for name in ScreenName:
        program.desktop.window.open_screen(name)
        program.settle()
    StoreBackups(program.folders.data, core.vault).make(core.days.today())
    core.journal.forget([place_of(noted)])
    core.journal.purge([place_of(noted)])


def test_neither_log_nor_crash_text_has_it(
    program: Program,
    qtbot: QtBot,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level(logging.INFO)
    use(program)
    terminal = Terminal(program.folders.data, capsys)
    terminal.check_in("--arousal", "50", "--note", CANARY, "--tag", CANARY)
    assert terminal.type("export", str(tmp_path / "all.json")).code == 0
    crashes = CrashDialog(program.desktop.main_thread)
    try:
        raise ValueError(CANARY, {CANARY: CANARY})
    except ValueError as failure:
        crashes.tell(failure)
        logging.getLogger("companion").error("something failed\n%s", failure_text(failure))
    qtbot.waitUntil(lambda: bool(QApplication.topLevelWidgets()) and _boxes() != [])
    (box,) = _boxes()
    told = "\n".join((box.text(), box.informativeText(), box.detailedText(), box.windowTitle()))
    box.close()
    program.stop()
    assert "something failed" in caplog.text
    assert CANARY not in caplog.text
    assert CANARY not in told
    assert CANARY not in capsys.readouterr().err


def _boxes() -> list[QMessageBox]:
    return [widget for widget in QApplication.topLevelWidgets() if isinstance(widget, QMessageBox)]
