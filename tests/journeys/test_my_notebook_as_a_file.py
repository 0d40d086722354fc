"""Everything is taken out to a file in Settings, and brought in on another computer while the person goes on."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from companion.adapters.system.folders import folders_under
from companion.application.checkins import Answer
from companion.bootstrap.core import Core
from companion.domain.checkin import CheckIn
from companion.domain.reminder import FixedTimes
from companion.presentation.timeline import TimelineMark
from companion.ui.screens.chart import ChartScreen
from companion.ui.shell.screens import ScreenName
from companion.ui.widgets.import_dialog import ImportDialog
from companion.ui.widgets.transfer_card import TransferCard
from tests.journeys.conftest import Program
from tests.support.notebooks import carried, exported


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
