"""The card that takes the notebook out to a file and brings one in."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QLabel
from pytestqt.qtbot import QtBot

from companion.domain.checkin import CheckIn
from companion.ui.theme.theme import Theme
from companion.ui.widgets.transfer_card import TransferCard
from tests.support.builders import a_check_in
from tests.support.notebooks import carried, exported
from tests.support.shell_desk import ShellDesk
from tests.support.store import a_vault


@pytest.fixture
def desk(tmp_path: Path, theme: Theme) -> ShellDesk:
    return ShellDesk(tmp_path, theme)


@pytest.fixture
def card(desk: ShellDesk, qtbot: QtBot) -> Iterator[TransferCard]:
    made = TransferCard(desk.carrying_presenter(), desk.imports_presenter(), desk.theme)
    qtbot.addWidget(made)
    made.resize(600, 300)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    yield made
    made.close()


@pytest.fixture
def chosen(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """The file that the person chooses in either dialog."""
    file = tmp_path / "chosen.json"
    for name in ("getSaveFileName", "getOpenFileName"):
        monkeypatch.setattr(QFileDialog, name, staticmethod(lambda *_arguments: (str(file), "")))
    return file


def brought_in(card: TransferCard, desk: ShellDesk) -> None:
    """The chosen file is looked at, brought in where there is anything, and its dialog closed."""
    card.bring_in.click()
    desk.worker.work()
    dialog = card.import_dialog
    assert dialog is not None
    if dialog.bring_in.isEnabled():
        dialog.bring_in.click()
        desk.worker.work()
    dialog.close_button.click()


def take_out(card: TransferCard) -> None:
    """Everything goes to the chosen file."""
    card.take_out.click()
    assert card.export_dialog is not None
    card.export_dialog.choose.click()


def noted(desk: ShellDesk, count: int) -> list[CheckIn]:
    check_ins = [a_check_in(hours_ago=hours) for hours in range(count, 0, -1)]
    with desk.vault.writing() as store:
        for check_in in check_ins:
            store.check_ins.add(check_in)
    return check_ins


def test_at_first_nothing_is_said(card: TransferCard) -> None:
    assert card.news.isHidden()
    assert card.end.isHidden()
    assert card.take_out.isEnabled()
    assert card.bring_in.isEnabled()


def test_everything_goes_to_the_chosen_file(
    card: TransferCard, desk: ShellDesk, chosen: Path, tmp_path: Path
) -> None:
    check_ins = noted(desk, 3)
    take_out(card)
    assert (card.take_out.isEnabled(), card.bring_in.isEnabled(), card.end.isVisible()) == (False, False, True)
    assert card.news.text() == "Writing the file: 0 so far. You can go on meanwhile."
    desk.worker.work()
    assert card.take_out.isEnabled()
    assert card.news.text() == f"3 check-ins and everything beside them are in {chosen} now."
    (tmp_path / "other").mkdir()
    other = a_vault(tmp_path / "other")
    carried(other, chosen)
    with other.reading() as store:
        assert store.check_ins.between(None, None) == check_ins


def test_what_the_chosen_file_has_comes_in(card: TransferCard, desk: ShellDesk, chosen: Path, tmp_path: Path) -> None:
    theirs = [a_check_in(hours_ago=hours, tags=("walk",)) for hours in (2, 1)]
    (tmp_path / "there").mkdir()
    there = a_vault(tmp_path / "there")
    with there.writing() as store:
        for check_in in theirs:
            store.check_ins.add(check_in)
    exported(there, chosen)
    card.bring_in.click()
    assert card.news.text() == "Reading the file: 0 so far. You can go on meanwhile."
    desk.worker.work()
    with desk.vault.reading() as store:
        assert store.check_ins.between(None, None) == []
    assert card.import_dialog is not None
    card.import_dialog.bring_in.click()
    desk.worker.work()
    assert card.news.text().splitlines() == ["2 check-ins came in.", "1 other thing came in."]
    with desk.vault.reading() as store:
        assert store.check_ins.between(None, None) == theirs


def test_what_was_deleted_permanently_stays_so_and_that_is_said(
    card: TransferCard, desk: ShellDesk, chosen: Path
) -> None:
    (gone, _kept) = noted(desk, 2)
    take_out(card)
    desk.worker.work()
    with desk.vault.writing() as store:
        store.check_ins.purge([gone.id], desk.clock.now())
    card.bring_in.click()
    desk.worker.work()
    assert card.import_dialog is not None
    assert "1 was deleted permanently here, and would not be brought back." in card.import_dialog.lines.text()
    assert not card.import_dialog.bring_in.isEnabled()


def test_a_file_that_is_all_here_changes_nothing(card: TransferCard, desk: ShellDesk, chosen: Path) -> None:
    noted(desk, 2)
    take_out(card)
    desk.worker.work()
    card.bring_in.click()
    desk.worker.work()
    assert chosen.exists()
    assert card.import_dialog is not None
    assert not card.import_dialog.bring_in.isEnabled()
    assert "would come in" not in card.import_dialog.lines.text()


def test_parts_that_are_left_out_are_named(card: TransferCard, desk: ShellDesk, chosen: Path) -> None:
    noted(desk, 1)
    take_out(card)
    desk.worker.work()
    chosen.write_text(chosen.read_text().replace('"lower": 30', '"lower": 90'))
    card.bring_in.click()
    desk.worker.work()
    assert card.import_dialog is not None
    assert card.import_dialog.notes is not None
    (said,) = [words.text() for words in card.import_dialog.notes.findChildren(QLabel)]
    assert said == "windows, number 1: The lower end of your window has to be below the upper end."


def test_check_ins_come_in_from_a_csv_file_too(
    card: TransferCard, desk: ShellDesk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "mine.CSV"
    file.write_text("at,arousal\n2026-01-05T10:00+01:00,10\n2026-01-05T11:00+01:00,110\n")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", staticmethod(lambda *_arguments: (str(file), "")))
    brought_in(card, desk)
    lines = card.news.text().splitlines()
    assert lines[:2] == ["1 check-in came in.", "1 was left out."]
    assert lines[2].startswith("line 3: ")


def test_trouble_is_one_calm_line(card: TransferCard, desk: ShellDesk, chosen: Path) -> None:
    chosen.write_text("{}")
    card.bring_in.click()
    desk.worker.work()
    dialog = card.import_dialog
    assert dialog is not None
    assert dialog.trouble.text().startswith("Companion does not know this kind of file.")
    assert (dialog.bring_in.isEnabled(), card.bring_in.isEnabled()) == (False, False)
    dialog.close_button.click()
    assert card.bring_in.isEnabled()


def test_it_can_be_ended_and_then_nothing_was_changed(card: TransferCard, desk: ShellDesk, chosen: Path) -> None:
    noted(desk, 600)
    take_out(card)
    card.end.setFocus()
    card.end.click()
    desk.worker.work()
    assert not chosen.exists()
    assert card.news.text() == "It was ended, and everything is as it was before."
    assert card.bring_in.hasFocus()


def test_how_far_it_is_is_looked_at_while_it_lasts(
    card: TransferCard, desk: ShellDesk, qtbot: QtBot, chosen: Path
) -> None:
    take_out(card)
    card._presenter._service.seen = 4500
    qtbot.waitUntil(lambda: "4500 so far" in card.news.text())
    desk.worker.work()
    assert not card._looks.isActive()


def test_nobody_who_closes_the_dialog_gets_a_file(
    card: TransferCard, desk: ShellDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, button in (("getSaveFileName", card.take_out), ("getOpenFileName", card.bring_in)):
        monkeypatch.setattr(QFileDialog, name, staticmethod(lambda *_arguments: ("", "")))
        button.click()
    assert card.news.isHidden()


def test_while_locked_nothing_can_begin(card: TransferCard, desk: ShellDesk) -> None:
    desk.vault.lock()
    card.refresh()
    assert not card.take_out.isEnabled()
    assert not card.bring_in.isEnabled()
    desk.vault.unlock()
    card.refresh()
    assert card.take_out.isEnabled()


TABLE = "at,arousal\n2026-01-05T10:00+01:00,10\n2026-01-05T11:00+01:00,20\n"


@pytest.fixture
def imported(card: TransferCard, desk: ShellDesk, chosen: Path) -> TransferCard:
    """A card through which a table has just come in."""
    chosen.write_text(TABLE)
    brought_in(card, desk)
    return card


def test_what_has_just_come_in_can_be_taken_out_again_from_its_news(imported: TransferCard, desk: ShellDesk) -> None:
    noted(desk, 1)
    assert imported.take_back.isVisible()
    imported.take_back.click()
    question = imported.imports.question
    assert question is not None
    question.yes.click()
    desk.worker.work()
    with desk.vault.reading() as store:
        assert store.days.total() == 1
    assert imported.imports.news.text() == "It was taken out again."
    assert (imported.imports.rows, imported.take_back.isVisible()) == ([], False)


def test_enter_on_the_question_leaves_the_import_here(imported: TransferCard, desk: ShellDesk) -> None:
    imported.imports.rows[0].take_out.click()
    question = imported.imports.question
    assert question is not None
    assert question.focusWidget() is question.no
    question.no.click()
    desk.worker.work()
    with desk.vault.reading() as store:
        assert store.days.total() == 2


def test_while_locked_no_import_is_shown_and_no_question_stays_open(imported: TransferCard, desk: ShellDesk) -> None:
    imported.imports.rows[0].take_out.click()
    imported.begin_importing("somewhere.csv")
    desk.vault.lock()
    imported.refresh()
    assert (imported.imports.rows, imported.imports.question, imported.import_dialog) == ([], None, None)
    assert not imported.take_back.isVisible()


def test_what_an_export_of_ours_brought_is_not_offered_to_be_taken_out(
    card: TransferCard, desk: ShellDesk, chosen: Path, tmp_path: Path
) -> None:
    (tmp_path / "there").mkdir()
    there = a_vault(tmp_path / "there")
    with there.writing() as store:
        store.check_ins.add(a_check_in())
    exported(there, chosen)
    brought_in(card, desk)
    assert "1 check-in came in." in card.news.text()
    assert (card.take_back.isVisible(), card.imports.rows) == (False, [])
