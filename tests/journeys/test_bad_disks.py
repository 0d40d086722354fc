"""A disk that is full, for reading only or failing: one calm sentence, what was typed stays, nothing is lost.

And a clock that is set back meanwhile.
"""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from companion.adapters.storage.database import DRIVER, STORE_NAME, connect
from companion.adapters.storage.key_file import read_key
from companion.adapters.system.folders import folders_under
from companion.application.errors import UserError
from companion.application.instance_address import Message
from companion.bootstrap.core import Core
from companion.bootstrap.desktop import Desktop
from companion.bootstrap.start import address_of
from companion.domain.zone import Zone
from companion.presentation.checkin_form import Filled
from tests.cli.terminal import Terminal
from tests.journeys.conftest import Program
from tests.journeys.test_start import lasting_application as lasting_application
from tests.journeys.test_start import told as told
from tests.support.bad_disk import BadDisk, bad_disk

Trouble = Callable[[BadDisk], AbstractContextManager[None]]
LONG = "on the bus, " * 5000  # more than the log has room for already
FILLED = Filled(62, Zone.ABOVE, LONG, tags=("noise",))
FULL = "The disk is full, so this could not be saved."
FAILING = "Your notebook could not be written just now."
READ_ONLY = "Your notebook can be read but not written."
WHILE_RUNNING = [(BadDisk.full, FULL), (BadDisk.failing, FAILING)]


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[BadDisk]:
    """The disk of the data folder."""
    with bad_disk(tmp_path / "data") as disk:
        yield disk


@pytest.fixture
def program(disk: BadDisk, new_program: Callable[[], Program]) -> Program:
    """The program, running on that disk, with one check-in."""
    made = new_program()
    made.start()
    save(made, Filled(30))
    assert arousals(made) == [30]
    empty_log(disk.place)
    return made


def empty_log(folder: Path) -> None:
    """The log as after a while: what is saved next has to grow it, whatever the start left in it."""
    connection = connect(folder / STORE_NAME, read_key(folder), DRIVER)
    try:
        assert connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone() == (0, 0, 0)
    finally:
        connection.close()


@pytest.fixture
def terminal(disk: BadDisk, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Terminal:
    """A terminal for a notebook on that disk, with one check-in."""
    made = Terminal(tmp_path / "data", capsys)
    made.check_in("--arousal", "30")
    return made


def save(program: Program, filled: Filled) -> str:
    """Fills the form of Today in and saves it; returns the line that is said."""
    panel = program.desktop.screens.panel
    assert panel is not None
    if panel.is_folded:
        panel.begin()
    panel.form.put(filled)
    panel.form.touched.emit()
    panel.submit()
    return panel.trouble


def typed(program: Program) -> Filled:
    panel = program.desktop.screens.panel
    assert panel is not None
    return panel.form.filled()


def arousals(program: Program) -> list[int | None]:
    with program.core.vault.reading() as store:
        assert store.days.are_right()
        return [check_in.arousal for check_in in store.check_ins.between(None, None)]


@pytest.mark.parametrize(("trouble", "sentence"), WHILE_RUNNING)
def test_in_the_window_it_is_said_once_and_what_was_typed_stays(
    program: Program, disk: BadDisk, trouble: Trouble, sentence: str
) -> None:
    with trouble(disk):
        assert save(program, FILLED).startswith(sentence)
        assert (typed(program).points, typed(program).note, typed(program).tags) == (62, LONG, ("noise",))
        assert arousals(program) == [30]
    assert save(program, typed(program)) == ""
    assert arousals(program) == [30, 62]


@pytest.mark.parametrize(("trouble", "_sentence"), WHILE_RUNNING)
def test_the_program_can_be_quit_meanwhile_and_starts_again(
    program: Program, disk: BadDisk, new_program: Callable[[], Program], trouble: Trouble, _sentence: str
) -> None:
    with trouble(disk):
        save(program, FILLED)
        program.stop()
    again = new_program()
    again.start()
    assert arousals(again) == [30]


@pytest.mark.parametrize(
    ("trouble", "sentence"), [(BadDisk.full, FULL), (BadDisk.failing, FAILING), (BadDisk.read_only, READ_ONLY)]
)
def test_in_the_terminal_it_is_one_line_and_nothing_is_lost(
    terminal: Terminal, disk: BadDisk, trouble: Trouble, sentence: str
) -> None:
    with trouble(disk):
        reply = terminal.type("check-in", "--arousal", "62", "--note", "on the bus")
        assert reply.code == 1
        assert reply.complaint.startswith(sentence)
    assert [check_in["arousal"] for check_in in terminal.check_ins()] == [30]
    terminal.check_in("--arousal", "62")
    assert [check_in["arousal"] for check_in in terminal.check_ins()] == [30, 62]


@pytest.mark.parametrize(("trouble", "sentence"), [(BadDisk.full, FULL), (BadDisk.read_only, READ_ONLY)])
def test_a_start_on_such_a_disk_is_told_in_a_window_too(
    terminal: Terminal,
    disk: BadDisk,
    lasting_application: QApplication,
    told: list[str],
    trouble: Trouble,
    sentence: str,
) -> None:
    core = Core(folders_under(str(terminal.data)))
    desktop = Desktop(lasting_application, core, address_of(core.folders))
    with trouble(disk), pytest.raises(UserError):
        desktop.run(Message.SHOW, hidden=False)
    desktop.stop()
    core.close()
    assert [text for text in told if text.startswith(sentence)]


def test_after_the_clock_was_set_back_what_is_noted_is_kept_and_can_be_taken_back(
    new_program: Callable[[], Program],
) -> None:
    program = new_program()
    program.start()
    save(program, Filled(30))
    program.clock.set("2026-11-20T07:00:00")
    program.desktop.background.ring()
    assert save(program, Filled(62)) == ""
    assert arousals(program) == [62, 30]
    program.desktop.window.undo_wanted.emit()
    assert arousals(program) == [30]


def test_a_disk_for_reading_only_can_be_read(terminal: Terminal, disk: BadDisk, tmp_path: Path) -> None:
    with disk.read_only():
        assert [check_in["arousal"] for check_in in terminal.check_ins()] == [30]
        assert terminal.type("export", str(tmp_path / "out.json")).code == 0
