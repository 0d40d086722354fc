"""The card about copies."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from companion.adapters.storage.backups import StoreBackups
from companion.application.events import CheckInRecorded, VaultLocked
from companion.ui.theme.theme import Theme
from companion.ui.widgets.backup_card import BackupCard
from companion.ui.widgets.question_dialog import QuestionDialog
from tests.support.builders import a_check_in
from tests.support.shell_desk import ShellDesk


class Desk(ShellDesk):
    """A check-in is noted as the program notes it."""

    def note(self) -> None:
        check_in = a_check_in()
        with self.vault.writing() as store:
            store.check_ins.add(check_in)
        self.bus.publish(CheckInRecorded(check_in))


@pytest.fixture
def desk(tmp_path: Path, theme: Theme) -> Desk:
    return Desk(tmp_path, theme)


@pytest.fixture
def card(desk: Desk, qtbot: QtBot) -> Iterator[BackupCard]:
    made = desk.backup_card()
    qtbot.addWidget(made)
    made.resize(600, 300)
    made.show()
    yield made
    made.close()


@pytest.fixture
def chosen(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """What the person chooses in either dialog: a file that is not there yet, or a folder."""
    place = tmp_path / "stick"
    place.mkdir()
    file = place / "mine.companion"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", staticmethod(lambda *_arguments: (str(file), "")))
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", staticmethod(lambda *_arguments: str(place)))
    return place


def question(card: BackupCard) -> QuestionDialog:
    dialogs = [each for each in card.window().findChildren(QuestionDialog) if each.isVisible()]
    assert len(dialogs) == 1
    return dialogs[0]


def test_the_first_change_of_the_day_is_seen_on_the_card(card: BackupCard, desk: Desk) -> None:
    assert card.newest.text().startswith("There is no copy yet.")
    desk.note()
    desk.worker.work()
    assert card.newest.text().startswith("The newest copy is from ")


def test_a_second_place_has_a_copy_at_once_and_can_be_given_up(card: BackupCard, desk: Desk, chosen: Path) -> None:
    desk.note()
    desk.worker.work()
    assert (card.place.isHidden(), card.forget.isHidden()) == (True, True)
    card.choose.click()
    assert card.place.text() == f"Copies are also put in {chosen}."
    desk.worker.work()
    assert [path.suffix for path in chosen.iterdir()] == [".db"]
    assert card.newest.text().endswith("in the second place.")
    card.forget.click()
    assert (card.place.isHidden(), desk.preferences.settings.backup_folder) == (True, "")


def test_a_second_place_that_is_gone_is_told_on_the_card_and_nowhere_else(
    card: BackupCard, desk: Desk, chosen: Path
) -> None:
    chosen.rmdir()
    card.choose.click()
    desk.worker.work()
    assert card.trouble.isVisible()
    assert card.trouble.text().startswith("The second place was not there for the last copy.")


def test_before_a_copy_without_a_passphrase_is_saved_it_is_said_who_can_read_it(
    card: BackupCard, desk: Desk, chosen: Path
) -> None:
    desk.note()
    card.save.click()
    asked = question(card)
    assert not (chosen / "mine.companion").exists()
    asked.yes.click()
    desk.worker.work()
    assert (chosen / "mine.companion").exists()
    assert card.news.text().endswith("Anyone who has this file can read it.")


def test_whoever_thinks_again_saves_nothing(card: BackupCard, desk: Desk, chosen: Path) -> None:
    card.save.click()
    question(card).no.click()
    desk.worker.work()
    assert list(chosen.iterdir()) == []


def test_with_a_passphrase_there_is_nothing_to_ask(card: BackupCard, desk: Desk, chosen: Path) -> None:
    desk.is_protected = True
    card.save.click()
    desk.worker.work()
    assert (chosen / "mine.companion").exists()


def test_over_a_fuller_copy_it_is_asked_once_more(card: BackupCard, desk: Desk, chosen: Path) -> None:
    desk.is_protected = True
    desk.note()
    card.save.click()
    desk.worker.work()
    before = (chosen / "mine.companion").read_bytes()
    with desk.vault.writing() as store:
        store.check_ins.purge([store.check_ins.between(None, None)[0].id], desk.clock.now())
    card.save.click()
    desk.worker.work()
    assert (chosen / "mine.companion").read_bytes() == before
    question(card).yes.click()
    desk.worker.work()
    assert (chosen / "mine.companion").read_bytes() != before


def test_while_locked_nothing_is_saved_or_restored(card: BackupCard, desk: Desk) -> None:
    desk.vault.lock()
    desk.bus.publish(VaultLocked())
    assert (card.save.isEnabled(), card.restore.isEnabled(), card.choose.isEnabled()) == (False, False, True)


def test_locking_closes_the_restore_dialog(card: BackupCard, desk: Desk) -> None:
    StoreBackups(desk.store_folder, desk.vault).make(date(2026, 11, 20))
    card.restore.click()
    desk.worker.work()
    assert card.restore_dialog is not None
    dialog = card.restore_dialog
    desk.vault.lock()
    desk.bus.publish(VaultLocked())
    assert not dialog.isVisible()
    assert card.restore_dialog is None
