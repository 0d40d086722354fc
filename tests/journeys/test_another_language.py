"""Another language while the program runs: every screen, the tray and the dates speak it, and nothing is lost."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QLocale
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from companion.adapters.system.replaced import ProgramFile
from companion.application.events import StoreChangedElsewhere, StoreFoundDamaged
from companion.presentation.translation import language, use_language
from companion.ui.screens.practices import PracticesScreen
from companion.ui.screens.support import SupportScreen
from companion.ui.shell.screens import IN_SIDE_BAR, ScreenName
from companion.ui.widgets.language_card import LanguageCard
from companion.ui.widgets.people_page import PeoplePage
from companion.ui.widgets.practice_editor import PracticeEditor
from tests.journeys.conftest import Program
from tests.journeys.test_practices import begin, played, practise, sessions, steady


@pytest.fixture
def new_program(new_program: Callable[[], Program]) -> Iterator[Callable[[], Program]]:
    """Runs of the program, after which everything is English again, Qt's own words too."""
    before, made = QLocale(), list[Program]()

    def make() -> Program:
        made.append(new_program())
        return made[-1]

    yield make
    for program in made:
        program.desktop.speaking.speak("en")
    use_language("en", None)
    QLocale.setDefault(before)
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Cancel"


def card_of(program: Program) -> LanguageCard:
    program.desktop.window.open_screen(ScreenName.SETTINGS)
    (card,) = [
        found
        for found in program.desktop.window.screen_of(ScreenName.SETTINGS).findChildren(LanguageCard)
        if found.isVisible()
    ]
    return card


def choose(program: Program, code: str) -> None:
    card_of(program).chips[code].click()
    program.settle()


def support_of(program: Program, *, is_named_anew: bool = True) -> PeoplePage:
    """Where people are named."""
    program.desktop.window.open_screen(ScreenName.SUPPORT)
    support = program.desktop.window.screen_of(ScreenName.SUPPORT)
    assert isinstance(support, SupportScreen)
    if is_named_anew:
        support.name_people()
    assert support.people_page is not None
    return support.people_page


def texts_of(window: QWidget) -> list[str]:
    return [label.text() for label in window.findChildren(QLabel) if label.isVisible()]


def let_what_was_there_go(program: Program, qtbot: QtBot) -> None:
    quiet = list[bool]()
    program.desktop.background.once_quiet(lambda: quiet.append(True))
    qtbot.waitUntil(lambda: bool(quiet))
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_what_is_shown_speaks_it_at_once_and_the_person_goes_on_where_they_were(program: Program) -> None:
    choose(program, "de")
    window = program.desktop.window
    assert language() == "de"
    assert window.open_name is ScreenName.SETTINGS
    assert "Einstellungen" in texts_of(window)
    assert window.side_bar.buttons[ScreenName.TODAY].text() == "Heute"
    assert window.focusWidget() is card_of(program).chips["de"]
    assert program.desktop.background.tray._state.quit == "Beenden"
    assert program.desktop.words.clock_time(14 * 60) == "14:00"


def test_every_screen_can_be_gone_to_there_and_back(program: Program, qtbot: QtBot) -> None:
    window = program.desktop.window
    for code in ("de", "en"):
        for name in (*IN_SIDE_BAR, ScreenName.SUPPORT):
            window.open_screen(name)
        choose(program, code)
        let_what_was_there_go(program, qtbot)
        for name in (*IN_SIDE_BAR, ScreenName.SUPPORT):
            window.open_screen(name)
            program.settle()
    program.core.bus.publish(StoreChangedElsewhere())  # whoever is no more does not hear it
    assert window.side_bar.buttons[ScreenName.CHART].text() == "Chart"


def test_what_was_shown_before_is_given_back(program: Program, qtbot: QtBot) -> None:
    before = program.desktop.window.screen_of(ScreenName.JOURNAL)
    choose(program, "de")
    let_what_was_there_go(program, qtbot)
    assert not isValid(before)


def test_a_dialog_that_is_open_stays_until_it_is_closed(program: Program) -> None:
    dialog = QDialog(card_of(program))
    dialog.open()
    program.core.preferences.change(language="de")
    program.settle()
    assert language() == "en"
    dialog.accept()
    program.settle()
    assert language() == "de"


def test_the_quick_check_in_speaks_it_too(program: Program) -> None:
    program.desktop.popups.get_ready()
    choose(program, "de")
    program.desktop.popups.open()
    assert "Wo bist du gerade?" in texts_of(program.popup)
    program.core.bus.publish(StoreChangedElsewhere())
    program.popup.close()


def test_what_was_half_filled_is_offered_in_the_other_language(program: Program) -> None:
    panel = program.desktop.screens.panel
    assert panel is not None
    panel.form.line.setFocus()
    QTest.keyClicks(panel.form.line, "64")
    choose(program, "de")
    again = program.desktop.screens.panel
    assert again is not None
    assert again is not panel
    program.desktop.window.open_screen(ScreenName.TODAY)
    assert again.form.offer.text() == "Den von 08:00 fortsetzen"


def test_a_practice_that_was_half_written_stands_there_as_it_was(program: Program) -> None:
    practices = program.desktop.window.screen_of(ScreenName.PRACTICES)
    assert isinstance(practices, PracticesScreen)
    practices.new_wanted.emit()
    (editor,) = practices.findChildren(PracticeEditor)
    editor.title.setText("Tea")
    choose(program, "de")
    practices = program.desktop.window.screen_of(ScreenName.PRACTICES)
    (editor,) = practices.findChildren(PracticeEditor)
    assert editor.title.text() == "Tea"
    assert editor.save.text() == "Behalten"


def test_somebody_half_named_stands_in_the_form_as_before(program: Program) -> None:
    people = support_of(program)
    people.write("")
    assert people.form is not None
    people.form.name.setText("Noor")
    choose(program, "de")
    people = support_of(program, is_named_anew=False)
    assert people.form is not None
    assert (people.form.name.text(), people.form.save.text()) == ("Noor", "Behalten")
    people.form.save.click()
    assert [contact.name for contact in program.core.people.to_turn_to()] == ["Noor"]


def test_a_practice_that_is_played_goes_on_where_it_is(program: Program, qtbot: QtBot) -> None:
    clock = steady(program)
    before = begin(program)
    practise(program, clock, 20)
    said = before._say.text()
    choose(program, "de")
    let_what_was_there_go(program, qtbot)
    program.desktop.window.open_screen(ScreenName.PRACTICES)
    after = played(program)
    assert not isValid(before)
    assert (after.isVisible(), after._say.text(), after.stop.text()) == (True, said, "Anhalten")
    assert sessions(program) == []
    practise(program, clock, 20)
    after.stop.click()
    (session,) = sessions(program)
    assert (session.ended_at.utc - session.started_at.utc).total_seconds() == 40


def test_a_practice_in_a_small_window_stays_in_it(program: Program, qtbot: QtBot) -> None:
    clock = steady(program)
    begin(program).own_window.click()
    played(program).on_top.click()
    program.settle()
    window = played(program).window()
    assert window is not program.desktop.window
    choose(program, "de")
    let_what_was_there_go(program, qtbot)
    after = played(program)
    assert after.window() is window
    assert (after.isVisible(), after.stop.text(), after.on_top.isChecked()) == (True, "Anhalten", True)
    practise(program, clock, 20)
    after.stop.click()
    assert len(sessions(program)) == 1


def test_what_stands_across_the_window_is_said_in_it(program: Program) -> None:
    program.core.bus.publish(StoreFoundDamaged())
    assert program.desktop.window.banner_text.startswith("A part of")
    choose(program, "de")
    assert program.desktop.window.banner_text.startswith("Ein Teil")


def test_that_another_version_was_installed_is_said_in_it(program: Program) -> None:
    replaced = program.desktop.awake.restarting.replaced
    replaced._say()
    choose(program, "de")
    assert program.desktop.window.banner_text.startswith("Companion wurde erneuert")


def test_a_practice_that_ends_is_still_heard_by_what_waits_to_restart(program: Program, tmp_path: Path) -> None:
    choose(program, "de")
    replaced = program.desktop.awake.restarting.replaced
    replaced._file = ProgramFile(tmp_path / "__init__.py", "1.0")
    (tmp_path / "__init__.py").write_text('__version__ = "99.0"\n')
    program.desktop.window.activated.emit()
    begin(program).own_window.click()
    assert not replaced._timer.isActive()
    played(program).stop.click()
    assert replaced._timer.isActive()


def test_a_locked_notebook_stays_locked(new_program: Callable[[], Program]) -> None:
    program = new_program()
    program.start(locked=True)
    choose(program, "de")
    assert program.core.is_locked
    program.desktop.window.show_lock_screen()
    assert "Companion ist gesperrt" in texts_of(program.desktop.window)


def test_it_is_there_again_after_a_new_start(new_program: Callable[[], Program]) -> None:
    first = new_program()
    first.start()
    choose(first, "de")
    first.stop()
    use_language("en", None)
    second = new_program()
    second.start()
    assert second.desktop.window.side_bar.buttons[ScreenName.TODAY].text() == "Heute"
