"""Copies and restoring in the whole program, with and without a passphrase."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from companion.application.checkins import Answer
from companion.application.events import VaultLocked, VaultUnlocked
from companion.application.protection import OlderCopies
from companion.bootstrap.core import Core
from companion.domain.secrets import typed_passphrase
from companion.presentation.timeline import TimelineMark
from companion.ui.screens.chart import ChartScreen
from companion.ui.screens.settings import SettingsScreen
from companion.ui.shell.screens import ScreenName
from companion.ui.widgets.backup_card import BackupCard
from companion.ui.widgets.question_dialog import QuestionDialog
from companion.ui.widgets.restore_dialog import RestoreDialog
from tests.journeys.conftest import Program

PASSPHRASE = "lantern pebble orbit"
SOON = 15_000


def note(program: Program, arousal: int) -> None:
    program.core.check_ins.record(Answer(arousal=arousal, note=f"canary {arousal}"), answers_open_prompt=False)


def copies(program: Program) -> list[str]:
    return sorted(file.name for file in (program.folders.data / "backups").glob("*.db"))


def two_days(program: Program, qtbot: QtBot) -> None:
    """A check-in a day, and a copy of the first day."""
    note(program, 40)
    qtbot.waitUntil(lambda: copies(program) == ["companion-2026-11-23.db"], timeout=SOON)
    rest(program, qtbot)
    program.pass_time(hours=24)
    rest(program, qtbot)
    note(program, 60)
    qtbot.waitUntil(lambda: len(copies(program)) == 2, timeout=SOON)
    rest(program, qtbot)


def rest(program: Program, qtbot: QtBot) -> None:
    """A copy on its way is made: here a day passes faster than a copy is."""
    qtbot.waitUntil(lambda: not program.desktop.background.backups.is_busy, timeout=SOON)


def card(program: Program) -> BackupCard:
    program.desktop.window.open_screen(ScreenName.SETTINGS)
    settings = program.desktop.window.screen_of(ScreenName.SETTINGS)
    assert isinstance(settings, SettingsScreen)
    found = settings.findChild(BackupCard)
    assert isinstance(found, BackupCard)
    return found


def looked_at(program: Program, qtbot: QtBot, name: str) -> RestoreDialog:
    """The dialog with what that copy would change."""
    card(program).restore.click()
    dialog = card(program).restore_dialog
    assert dialog is not None
    qtbot.waitUntil(dialog.look.isEnabled, timeout=SOON)
    dialog.list.mark(str(program.folders.data / "backups" / name))
    dialog.list.chosen.emit(str(program.folders.data / "backups" / name))
    dialog.look.click()
    qtbot.waitUntil(dialog.restore.isVisible, timeout=SOON)
    return dialog


def restore(dialog: RestoreDialog, qtbot: QtBot) -> None:
    dialog.restore.click()
    qtbot.waitUntil(dialog.close_button.isVisible, timeout=SOON)
    dialog.close_button.click()


def arousals(program: Program) -> list[int | None]:
    with program.core.vault.reading() as store:
        return [check_in.arousal for check_in in store.check_ins.between(None, None)]


def on_the_chart(program: Program) -> list[int | None]:
    program.desktop.window.open_screen(ScreenName.CHART)
    chart = program.desktop.window.screen_of(ScreenName.CHART)
    assert isinstance(chart, ChartScreen)
    return [moment.shown.arousal for moment in chart.chart.moments if isinstance(moment.shown, TimelineMark)]


def protect(program: Program) -> None:
    """Sets a passphrase, as the dialog does; it is locked only when these journeys say so."""
    program.core.preferences.change(lock_after_minutes=0)
    key = program.core.key_keeper.take_open()
    program.core.vault.lock()
    protected, _rewritten = key.protect(typed_passphrase(PASSPHRASE), OlderCopies.REENCRYPT)
    protected.unlock()
    program.core.bus.publish(VaultUnlocked())


def unlock(program: Program) -> None:
    program.core.key_keeper.take(typed_passphrase(PASSPHRASE)).unlock()
    program.core.bus.publish(VaultUnlocked())


def everything_in(folder: Path) -> bytes:
    return b"".join(file.read_bytes() for file in folder.rglob("*") if file.is_file())


def test_a_copy_restored_from_inside_is_what_every_screen_shows_and_there_is_a_way_back(
    program: Program, qtbot: QtBot
) -> None:
    two_days(program, qtbot)
    assert on_the_chart(program) == [40, 60]
    restore(looked_at(program, qtbot, "companion-2026-11-23.db"), qtbot)
    assert on_the_chart(program) == [40]
    restore(looked_at(program, qtbot, "before-restore-2026-11-24.db"), qtbot)
    assert on_the_chart(program) == [40, 60]
    note(program, 70)
    assert arousals(program) == [40, 60, 70]


def test_what_would_change_is_seen_first_and_closing_changes_nothing(program: Program, qtbot: QtBot) -> None:
    two_days(program, qtbot)
    dialog = looked_at(program, qtbot, "companion-2026-11-23.db")
    assert any("1 check-in" in lines[0] for _title, lines in dialog._presenter.state.groups[1:])
    dialog.reject()
    qtbot.waitUntil(lambda: not (program.folders.data / "restoring").exists(), timeout=SOON)
    assert arousals(program) == [40, 60]
    assert len(copies(program)) == 2


def test_with_a_passphrase_restoring_works_and_the_passphrase_stays(
    new_program: Callable[[], Program], qtbot: QtBot
) -> None:
    program = new_program()
    program.start()
    two_days(program, qtbot)
    protect(program)
    restore(looked_at(program, qtbot, "companion-2026-11-23.db"), qtbot)
    assert arousals(program) == [40]
    assert b"canary" not in everything_in(program.folders.data)
    program.stop()
    again = new_program()
    again.start()
    assert again.core.vault.is_locked
    unlock(again)
    assert arousals(again) == [40]


def test_while_locked_nothing_is_copied_or_restored_and_what_was_noted_is_copied_after_unlocking(
    program: Program, qtbot: QtBot
) -> None:
    two_days(program, qtbot)
    protect(program)
    program.core.vault.lock()
    program.core.bus.publish(VaultLocked())
    found = card(program)
    assert (found.save.isEnabled(), found.restore.isEnabled()) == (False, False)
    program.pass_time(hours=24)
    note(program, 80)
    assert "companion-2026-11-25.db" not in copies(program)
    unlock(program)
    qtbot.waitUntil(lambda: "companion-2026-11-25.db" in copies(program), timeout=SOON)
    assert arousals(program) == [40, 60, 80]


def test_locking_in_the_middle_of_restoring_leaves_everything_as_it_is(program: Program, qtbot: QtBot) -> None:
    two_days(program, qtbot)
    protect(program)
    dialog = looked_at(program, qtbot, "companion-2026-11-23.db")
    program.core.vault.lock()
    program.core.bus.publish(VaultLocked())
    assert not dialog.isVisible()
    qtbot.waitUntil(lambda: not (program.folders.data / "restoring").exists(), timeout=SOON)
    unlock(program)
    assert arousals(program) == [40, 60]


def test_a_second_place_gets_every_copy_and_follows_the_passphrase(
    program: Program, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = tmp_path / "stick"
    place.mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", staticmethod(lambda *_arguments: str(place)))
    note(program, 40)
    card(program).choose.click()
    qtbot.waitUntil(lambda: [file.name for file in place.iterdir()] == ["companion-2026-11-23.db"], timeout=SOON)
    assert b'"open"' in everything_in(place)
    protect(program)
    assert [file.name for file in place.iterdir()] == ["companion-2026-11-23.db"]
    assert b'"open"' not in everything_in(place)


def test_a_copy_saved_on_one_computer_is_restored_on_another_with_its_own_passphrase(
    program: Program, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "carried.companion"
    there = Core(program.folders._replace(data=tmp_path / "there", config=tmp_path / "there"), clock=program.clock)
    there.folders.prepare()
    there.check_ins.record(Answer(arousal=11), answers_open_prompt=False)
    there.close()
    command = [sys.executable, "-m", "companion", "--data-dir", str(tmp_path / "there"), "backup", str(file)]
    there_vault = there.vault
    key = there.key_keeper.take_open()
    there_vault.lock()
    key.protect(typed_passphrase(PASSPHRASE), OlderCopies.REENCRYPT)
    subprocess.run([*command, "--passphrase-fd", "0"], input=PASSPHRASE.encode(), check=True, timeout=60)

    note(program, 40)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", staticmethod(lambda *_arguments: (str(file), "")))
    card(program).restore.click()
    dialog = card(program).restore_dialog
    assert dialog is not None
    qtbot.waitUntil(dialog.file.isEnabled, timeout=SOON)
    dialog.file.click()
    qtbot.waitUntil(dialog.secret.isVisible, timeout=SOON)
    dialog.secret.field.setText(PASSPHRASE)
    dialog.open_copy.click()
    qtbot.waitUntil(dialog.restore.isVisible, timeout=SOON)
    assert "could then be read by anyone" in dialog.notes.text()
    restore(dialog, qtbot)
    assert arousals(program) == [11]
    assert not program.core.vault.is_locked


def test_a_saved_copy_says_who_can_read_it(
    program: Program, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "mine.companion"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", staticmethod(lambda *_arguments: (str(file), "")))
    note(program, 40)
    card(program).save.click()
    (asked,) = (each for each in program.desktop.window.findChildren(QuestionDialog) if each.isVisible())
    asked.yes.click()
    qtbot.waitUntil(lambda: card(program).news.text().endswith("can read it."), timeout=SOON)
    assert file.exists()


def test_while_the_program_runs_the_terminal_restores_nothing(program: Program, qtbot: QtBot) -> None:
    two_days(program, qtbot)
    copy = program.folders.data / "backups" / "companion-2026-11-23.db"
    command = [sys.executable, "-m", "companion", "--data-dir", str(program.folders.data), "restore", str(copy)]
    # The lock is taken at the start of a real run, which these journeys leave out.
    assert program.desktop.instance._lock.tryLock(0)
    run = subprocess.run([*command, "--yes"], capture_output=True, text=True, check=False, timeout=60)
    assert (run.returncode, run.stdout) == (1, "")
    assert run.stderr.startswith("Companion is running.")
    assert arousals(program) == [40, 60]
