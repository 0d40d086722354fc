"""Another version is installed while the program runs: one quiet line, and a restart that loses nothing."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtTest import QTest

import companion
from companion.domain.reminder import FixedTimes
from companion.ui.widgets.banner import Banner
from tests.journeys.conftest import Program


@pytest.fixture
def version_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The file that names the installed version, as it was when the program started."""
    file = tmp_path / "__init__.py"
    file.write_text(f'__version__ = "{companion.__version__}"\n')
    monkeypatch.setattr(companion, "__file__", str(file))
    return file


def come_back(program: Program) -> str:
    """The person comes back to the window; what stands across it then."""
    program.desktop.window.activated.emit()
    return program.desktop.window.banner_text


def banner_of(program: Program) -> Banner:
    (banner,) = program.desktop.window.findChildren(Banner)
    return banner


def test_nothing_is_said_until_it_is_another_and_then_once(version_file: Path, program: Program) -> None:
    assert come_back(program) == ""
    version_file.write_text('__version__ = "99.0"\n')
    assert "installed" in come_back(program)
    banner_of(program).later.click()
    assert come_back(program) == ""


def test_what_is_half_installed_is_not_spoken_of(version_file: Path, program: Program) -> None:
    version_file.write_text("")
    assert come_back(program) == ""
    version_file.unlink()
    assert come_back(program) == ""


def test_more_important_words_stay(version_file: Path, program: Program) -> None:
    program.desktop.window.show_banner("a page cannot be read")
    version_file.write_text('__version__ = "99.0"\n')
    assert come_back(program) == "a page cannot be read"


def test_a_restart_keeps_what_was_half_typed_and_loses_no_prompt(
    version_file: Path, new_program: Callable[[], Program], monkeypatch: pytest.MonkeyPatch
) -> None:
    program = new_program()
    program.start()
    program.core.reminders.add(FixedTimes((9 * 60,)))
    program.core.reminders.add(FixedTimes((9 * 60 + 45,)))
    program.pass_time(hours=1)
    (asked,) = program.notifier.shown
    program.desktop.screens.ways.begin_check_in()
    panel = program.desktop.screens.panel
    assert panel is not None
    QTest.keyClicks(panel.form.line, "47")
    version_file.write_text('__version__ = "99.0"\n')
    come_back(program)
    quits: list[bool] = []
    monkeypatch.setattr(program.desktop, "quit", lambda: quits.append(True))
    banner_of(program).offer.click()
    assert (program.desktop.is_restart_wanted, quits) == (True, [True])
    program.stop()

    monkeypatch.setattr(companion, "__version__", "99.0")
    again = new_program()
    again.start()
    assert come_back(again) == ""
    still_open = again.desktop.rounds.open_prompt()
    assert still_open is not None
    assert still_open.prompt.id == asked
    draft = again.core.check_ins.draft()
    assert draft is not None
    assert draft.arousal == 47
    again.pass_time(minutes=45)
    assert len(again.notifier.sent) == 1
