"""Support now: one key from everywhere, the person's own people first, also while locked, and no trace of it."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLabel
from pytestqt.qtbot import QtBot

from companion.adapters.storage.support_file import SUPPORT_NAME, SupportFile
from companion.application.events import VaultLocked
from companion.domain.journal import JournalFilter
from companion.domain.support import SupportKind
from companion.presentation.after_check_in import NEAR
from companion.presentation.sentences import Words
from companion.ui.screens.support import SupportScreen
from companion.ui.shell.screens import ScreenName
from companion.ui.shell.trouble_window import TroubleWindow
from companion.ui.theme.theme import Theme
from companion.ui.widgets.numbers_card import NumbersCard
from tests.journeys.conftest import Program

NewProgram = Callable[[], Program]
SUPPORT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


def with_people(program: Program) -> Program:
    """Two of whom one may be seen by anybody."""
    program.core.people.add(SupportKind.PERSON, "Noor", "+49 30 1", is_near=True)
    program.core.people.add(SupportKind.PLACE, "The library", when_locked=True)
    return program


def page(program: Program) -> SupportScreen:
    screen = program.desktop.window.screen_of(ScreenName.SUPPORT)
    assert isinstance(screen, SupportScreen)
    return screen


def names(program: Program) -> list[str]:
    return [label.text() for group in page(program).page.groups for label in group.findChildren(QLabel)]


def test_one_key_leads_there_and_escape_back(program: Program, qtbot: QtBot) -> None:
    with_people(program)
    window = program.desktop.window
    window.side_bar.chosen.emit(ScreenName.JOURNAL)
    qtbot.waitUntil(window.isActiveWindow)
    QTest.keyClick(window, Qt.Key.Key_S, SUPPORT)
    opened = window.open_name
    assert {"Noor", "The library"} <= set(names(program))
    QTest.keyClick(page(program).page, Qt.Key.Key_Escape)
    assert (opened, window.open_name) == (ScreenName.SUPPORT, ScreenName.JOURNAL)


def test_from_a_dialog_too_which_waits_out_of_sight(program: Program, qtbot: QtBot) -> None:
    window = program.desktop.window
    dialog = QDialog(window)
    dialog.open()
    qtbot.waitUntil(dialog.isActiveWindow)
    QTest.keyClick(dialog, Qt.Key.Key_S, SUPPORT)
    assert (window.open_name, dialog.isVisible()) == (ScreenName.SUPPORT, False)
    page(program).page.back.click()
    assert dialog.isVisible()
    dialog.close()


def test_while_locked_only_those_are_there_whom_the_person_ticked(new_program: NewProgram) -> None:
    before = new_program()
    before.start()
    with_people(before)
    before.stop()
    program = new_program()
    program.start(locked=True)
    program.desktop.window.open_screen(ScreenName.SUPPORT)
    assert "The library" in names(program)
    assert "Noor" not in names(program)
    assert page(program).page.change is None
    program.core.vault.unlock()


def test_locking_takes_the_others_off_the_open_page(program: Program) -> None:
    with_people(program)
    program.desktop.window.open_screen(ScreenName.SUPPORT)
    assert "Noor" in names(program)
    program.core.vault.lock()
    program.core.bus.publish(VaultLocked())
    assert "Noor" not in names(program)
    program.core.vault.unlock()


def test_it_leaves_no_trace(program: Program) -> None:
    with_people(program)
    with program.core.vault.reading() as store:
        before = store.journal.older(JournalFilter(), None, 9).lines
    program.desktop.window.open_screen(ScreenName.SUPPORT)
    for button in page(program).page.groups[0].views[0].buttons:
        if button.text() == "Copy":
            button.click()
    program.desktop.window.leave_support()
    with program.core.vault.reading() as store:
        assert store.journal.older(JournalFilter(), None, 9).lines == before == ()


def test_after_a_check_in_outside_the_window_being_near_somebody_is_offered_and_leads_there(program: Program) -> None:
    with_people(program)
    program.desktop.popups.open()
    QTest.qWait(450)  # keys are ignored for a moment
    line = program.popup.panel.form.line
    QTest.keyClicks(line, "81")
    QTest.keyClick(line, Qt.Key.Key_A)
    QTest.keyClick(line, Qt.Key.Key_Return)
    card = program.popup.card
    assert card is not None
    card.practice_wanted.emit(NEAR)
    assert program.desktop.window.open_name is ScreenName.SUPPORT


def test_where_the_store_cannot_be_opened_those_who_were_ticked_are_there(
    program: Program, theme: Theme, qtbot: QtBot
) -> None:
    with_people(program)
    window = TroubleWindow(theme, Words("It", "hint"), near=SupportFile(program.folders.data).read())
    qtbot.addWidget(window)
    texts = [label.text() for label in window.findChildren(QLabel)]
    assert "The library" in texts
    assert not any("Noor" in text for text in texts)


def test_nothing_lies_in_clear_before_somebody_is_ticked(program: Program) -> None:
    program.core.people.add(SupportKind.SERVICE, "A line", "0", checked_on=date(2026, 1, 1))
    assert not (program.folders.data / SUPPORT_NAME).exists()


def test_a_number_that_was_checked_long_ago_is_one_quiet_card_on_today(program: Program) -> None:
    checked = program.core.people.add(SupportKind.SERVICE, "Line", "030 1", checked_on=program.core.people.today())
    program.pass_time(days=365)
    window = program.desktop.window
    window.open_screen(ScreenName.TODAY)
    assert not any(card.isVisible() for card in window.findChildren(NumbersCard))
    program.pass_time(days=1)
    window.open_screen(ScreenName.JOURNAL)
    window.open_screen(ScreenName.TODAY)
    card = window.findChild(NumbersCard)
    assert isinstance(card, NumbersCard)
    assert card.isVisible()
    assert "Line" not in card.words.text()
    card.look.click()
    assert window.open_name is ScreenName.SUPPORT
    program.core.people.change(replace(checked, checked_on=program.core.people.today()))
    assert card.isHidden()
