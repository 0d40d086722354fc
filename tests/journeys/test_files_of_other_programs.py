"""Years in another program come along: looked at first, brought in, read in the journal, and taken out again."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from companion.application.checkins import Answer
from companion.application.foreign import Column
from companion.domain.checkin import CheckIn
from companion.ui.screens.journal import JournalScreen
from companion.ui.shell.screens import ScreenName
from companion.ui.widgets.choice_field import ChoiceField
from companion.ui.widgets.import_dialog import ImportDialog
from companion.ui.widgets.transfer_card import TransferCard
from tests.journeys.conftest import Program
from tests.support.foreign import ONE_OF_EACH

Prepare = Callable[[ImportDialog], None]


def nothing_to_say(_dialog: ImportDialog) -> None:
    """The file says everything itself."""


def choose(field: ChoiceField, value: object) -> None:
    """As a person does."""
    field.setCurrentIndex(field.findData(value))
    field.activated.emit(field.currentIndex())


def choose_series(dialog: ImportDialog) -> None:
    choose(dialog.wishes.series, "Energy")


def choose_columns(dialog: ImportDialog) -> None:
    choose(dialog.wishes.columns[Column.AT], "When")
    choose(dialog.wishes.columns[Column.AROUSAL], "Energy")


PREPARE: dict[str, Prepare] = {"Track & Graph": choose_series, "a table": choose_columns}


@pytest.fixture
def chosen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str, bytes], Path]:
    """Lays a file down; it is the one that the person chooses."""

    def lay_down(name: str, content: bytes) -> Path:
        file = tmp_path / name
        file.write_bytes(content)
        monkeypatch.setattr(QFileDialog, "getOpenFileName", staticmethod(lambda *_arguments: (str(file), "")))
        return file

    return lay_down


def card_of(program: Program) -> TransferCard:
    program.desktop.window.open_screen(ScreenName.SETTINGS)
    card = program.desktop.window.screen_of(ScreenName.SETTINGS).findChild(TransferCard)
    assert isinstance(card, TransferCard)
    return card


def looked_at(card: TransferCard, qtbot: QtBot, prepare: Prepare = nothing_to_say) -> ImportDialog:
    """The dialog, once everything is said and the file was read with it."""
    card.bring_in.click()
    dialog = card.import_dialog
    assert dialog is not None
    qtbot.waitUntil(lambda: not dialog._presenter.state.is_busy, timeout=10_000)
    prepare(dialog)
    qtbot.waitUntil(lambda: not (dialog._later.isActive() or dialog._presenter.state.is_busy), timeout=10_000)
    return dialog


def bring_in(dialog: ImportDialog, qtbot: QtBot) -> None:
    dialog.bring_in.click()
    qtbot.waitUntil(lambda: not dialog._presenter.state.is_busy, timeout=10_000)
    dialog.close_button.click()


def noted(program: Program) -> list[CheckIn]:
    with program.core.vault.reading() as store:
        return store.check_ins.between(None, None)


@pytest.mark.parametrize("whose", ONE_OF_EACH)
def test_what_each_program_wrote_comes_in_once(
    whose: str, program: Program, qtbot: QtBot, chosen: Callable[[str, bytes], Path]
) -> None:
    name, content, _typed = ONE_OF_EACH[whose]
    prepare = PREPARE.get(whose, nothing_to_say)
    chosen(name, content)
    card = card_of(program)
    dialog = looked_at(card, qtbot, prepare)
    assert noted(program) == []
    bring_in(dialog, qtbot)
    brought = noted(program)
    assert brought
    with program.core.vault.reading() as store:
        assert all(store.check_ins.source_of(check_in.id) for check_in in brought)
    again = looked_at(card, qtbot, prepare)
    assert not again.bring_in.isEnabled()
    again.close_button.click()
    assert noted(program) == brought


def test_what_came_in_is_read_in_the_journal_with_what_stood_in_the_file(
    program: Program, qtbot: QtBot, chosen: Callable[[str, bytes], Path]
) -> None:
    chosen(*ONE_OF_EACH["Daylio"][:2])
    bring_in(looked_at(card_of(program), qtbot), qtbot)
    (brought,) = noted(program)
    window = program.desktop.window
    window.open_screen(ScreenName.JOURNAL)
    journal = window.screen_of(ScreenName.JOURNAL)
    assert isinstance(journal, JournalScreen)
    journal.open_line(brought.id, brought.experienced_at.utc)

    def unfolding() -> list[QPushButton]:
        return [each for each in journal.findChildren(QPushButton) if each.text() == "As it stood in the file"]

    qtbot.waitUntil(lambda: bool(unfolding()))
    unfolding()[0].click()
    assert any("mood: good" in words.text() for words in journal.findChildren(QLabel))


def test_what_came_in_is_taken_out_again_with_one_question_and_what_was_noted_stays(
    program: Program, qtbot: QtBot, chosen: Callable[[str, bytes], Path]
) -> None:
    ours = program.core.check_ins.record(Answer(arousal=11), answers_open_prompt=False)
    chosen(*ONE_OF_EACH["Daylio"][:2])
    card = card_of(program)
    bring_in(looked_at(card, qtbot), qtbot)
    assert len(noted(program)) == 2
    card.take_back.click()
    question = card.imports.question
    assert question is not None
    question.yes.click()
    qtbot.waitUntil(lambda: [each.id for each in noted(program)] == [ours.id], timeout=10_000)
    qtbot.waitUntil(lambda: not card.imports.rows, timeout=10_000)
    assert looked_at(card, qtbot).bring_in.isEnabled()


def test_ended_half_way_nothing_of_it_is_here_and_the_window_stays_usable(
    program: Program, qtbot: QtBot, chosen: Callable[[str, bytes], Path]
) -> None:
    rows = "".join(f"2026-01-{1 + n % 28:02},,,{n % 24:02}:00,good,,,{n}\n" for n in range(5_000))
    chosen("moods.csv", ONE_OF_EACH["Daylio"][1] + rows.encode())
    dialog = looked_at(card_of(program), qtbot)
    dialog.bring_in.click()
    program.desktop.window.open_screen(ScreenName.TODAY)
    ours = program.core.check_ins.record(Answer(arousal=11), answers_open_prompt=False)
    dialog.stop.click()
    qtbot.waitUntil(lambda: not dialog._presenter.state.is_busy, timeout=20_000)
    assert "It was ended" in dialog.trouble.text()
    assert [each.id for each in noted(program)] == [ours.id]
