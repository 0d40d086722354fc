"""Everything is taken out to a file in Settings, and brought in on another computer while the person goes on."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from companion.adapters.system.folders import folders_under
from companion.application.checkins import Answer
from companion.application.settings import Look
from companion.bootstrap.core import Core
from companion.domain.checkin import CheckIn
from companion.domain.reminder import FixedTimes
from companion.presentation.moving import MovingAct
from companion.presentation.timeline import TimelineMark
from companion.ui.screens.chart import ChartScreen
from companion.ui.shell.screens import ScreenName
from companion.ui.widgets.import_dialog import ImportDialog
from companion.ui.widgets.transfer_card import TransferCard
from tests.journeys.conftest import Program
from tests.support.notebooks import carried, exported

PASSPHRASE = "lantern pebble orbit"


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The file that the person chooses in either dialog."""
    chosen = tmp_path / "mine.json"
    for name in ("getSaveFileName", "getOpenFileName"):
        monkeypatch.setattr(QFileDialog, name, staticmethod(lambda *_arguments: (str(chosen), "")))
    return chosen


def card_of(program: Program) -> TransferCard:
    program.desktop.window.open_screen(ScreenName.SETTINGS)
    card = program.desktop.window.screen_of(ScreenName.SETTINGS).findChild(TransferCard)
    assert isinstance(card, TransferCard)
    return card


def bring_in(card: TransferCard, qtbot: QtBot) -> ImportDialog:
    """The chosen file is looked at, and Import is pressed."""
    card.bring_in.click()
    dialog = card.import_dialog
    assert dialog is not None
    qtbot.waitUntil(dialog.bring_in.isEnabled, timeout=10_000)
    dialog.bring_in.click()
    return dialog


def noted(program: Program) -> list[CheckIn]:
    with program.core.vault.reading() as store:
        return store.check_ins.between(None, None)


def test_everything_goes_out_to_a_file(program: Program, qtbot: QtBot, file: Path, tmp_path: Path) -> None:
    program.core.check_ins.record(Answer(arousal=33, note="mine"), answers_open_prompt=False)
    program.core.reminders.add(FixedTimes((9 * 60,)))
    card = card_of(program)
    card.take_out.click()
    assert card.export_dialog is not None
    card.export_dialog.choose.click()
    qtbot.waitUntil(card.take_out.isEnabled, timeout=10_000)
    assert str(file) in card.news.text()
    other = Core(folders_under(str(tmp_path / "other")), clock=program.clock)
    carried(other.vault, file)
    assert exported(other.vault, tmp_path / "again.json") == file.read_bytes()
    other.close()


def test_what_comes_in_is_seen_everywhere_and_what_is_saved_meanwhile_stays(
    program: Program, qtbot: QtBot, file: Path, tmp_path: Path
) -> None:
    other = Core(folders_under(str(tmp_path / "other")), clock=program.clock)
    theirs = other.check_ins.record(Answer(arousal=77), answers_open_prompt=False)
    other.reminders.add(FixedTimes((9 * 60,)))
    exported(other.vault, file)
    other.close()
    program.desktop.window.open_screen(ScreenName.CHART)
    chart = program.desktop.window.screen_of(ScreenName.CHART)
    assert isinstance(chart, ChartScreen)
    card = card_of(program)
    dialog = bring_in(card, qtbot)
    ours = program.core.check_ins.record(Answer(arousal=11), answers_open_prompt=False)
    qtbot.waitUntil(lambda: dialog.close_button.text() == "Close", timeout=10_000)
    dialog.close_button.click()
    assert card.news.text().splitlines()[0] == "1 check-in came in."
    assert {each.id for each in noted(program)} == {theirs.id, ours.id}
    program.desktop.window.open_screen(ScreenName.CHART)
    shown = [moment.shown.arousal for moment in chart.chart.moments if isinstance(moment.shown, TimelineMark)]
    assert sorted(each for each in shown if each is not None) == [11, 77]
    assert program.desktop.rounds.next_prompt() is not None


def test_quitting_ends_what_is_on_its_way_and_leaves_nothing_half(
    program: Program, qtbot: QtBot, file: Path, tmp_path: Path
) -> None:
    other = Core(folders_under(str(tmp_path / "other")), clock=program.clock)
    for arousal in range(40):
        other.check_ins.record(Answer(arousal=arousal), answers_open_prompt=False)
    exported(other.vault, file)
    other.close()
    bring_in(card_of(program), qtbot)
    application = QApplication.instance()
    assert application is not None
    application.aboutToQuit.emit()
    program.stop()
    program.start()
    assert len(noted(program)) in (0, 40)


def test_moving_to_another_computer_step_by_step(
    new_program: Callable[[], Program],
    qapp: QApplication,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    stick = str(tmp_path / "stick.sealed")
    for name in ("getSaveFileName", "getOpenFileName"):
        monkeypatch.setattr(QFileDialog, name, staticmethod(lambda *_arguments: (stick, "")))
    old = new_program()
    old.start()
    old.core.check_ins.record(Answer(arousal=33, note="mine"), answers_open_prompt=False)
    old.core.reminders.add(FixedTimes((9 * 60,)))
    old.core.preferences.change(look=Look.DARK, text_percent=125)
    make_the_file(card_of(old), qtbot)
    whole = exported(old.core.vault, tmp_path / "old.json")
    assert b"mine" not in Path(stick).read_bytes()
    old.stop()

    new = Program(qapp, qtbot, folders_under(str(tmp_path / "new")), old.clock)
    new.folders.prepare()
    new.start()
    take_it_in(card_of(new), qtbot)
    assert exported(new.core.vault, tmp_path / "new.json") == whole
    assert (new.core.preferences.settings.look, new.core.preferences.settings.text_percent) == (Look.DARK, 125)
    new.stop()


def make_the_file(card: TransferCard, qtbot: QtBot) -> None:
    card.move_over.click()
    page = card.moving_dialog
    assert page is not None
    assert page.here.text() == "1 check-in is here."
    page.buttons[MovingAct.MAKE_FILE].click()
    dialog = card.export_dialog
    assert dialog is not None
    assert (dialog.sealed.is_on, dialog.settings.is_on) == (True, True)
    for field in (dialog.new, dialog.again):
        field.field.setText(PASSPHRASE)
    dialog.choose.click()
    qtbot.waitUntil(card.take_out.isEnabled, timeout=10_000)
    assert "1 check-in" in page.news.text()
    assert page.news.isVisible()
    page.buttons[MovingAct.DELETE_HERE].click()
    assert card.moving_dialog is None


def take_it_in(card: TransferCard, qtbot: QtBot) -> None:
    card.move_over.click()
    page = card.moving_dialog
    assert page is not None
    assert page.here.text() == "0 check-ins are here."
    page.buttons[MovingAct.CHOOSE_FILE].click()
    dialog = card.import_dialog
    assert dialog is not None
    qtbot.waitUntil(dialog.secret.isVisible, timeout=10_000)
    dialog.secret.field.setText(PASSPHRASE)
    dialog.open_file.click()
    qtbot.waitUntil(dialog.bring_in.isEnabled, timeout=10_000)
    dialog.settings.switch.click()
    dialog.bring_in.click()
    qtbot.waitUntil(lambda: dialog.close_button.text() == "Close", timeout=10_000)
    assert page.here.text() == "1 check-in is here."
    dialog.close_button.click()
    page.close_button.click()
