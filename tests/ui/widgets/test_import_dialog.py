"""The dialog that brings a file in: nothing before it was looked at, and everything that can be said of it."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from companion.application.foreign import Column, Meaning
from companion.domain.checkin import CheckIn
from companion.presentation.importing import ImportPresenter, ImportStep
from companion.ui.theme.theme import Theme
from companion.ui.widgets.choice_field import ChoiceField
from companion.ui.widgets.import_dialog import ImportDialog
from companion.ui.widgets.import_wishes import NO_NUMBER
from tests.support.shell_desk import ShellDesk

MOODS = (
    "full_date,date,weekday,time,mood,activities,note_title,note\n"
    "2026-01-05,January 5,Monday,10:00,good,work,,hello\n"
    "2026-01-04,January 4,Sunday,10:00,Refreshed,,,\n"
    "2026-01-03,January 3,Sunday,25:00,Refreshed,,,\n"
)
SERIES = (
    "FeatureName,Timestamp,Value\nEnergy,2026-01-05T10:00:00+01:00,3\n"
    "Energy,2026-01-05T11:00:00+01:00,5\nSleep,2026-01-05T10:00:00+01:00,7\n"
)
OWN = "When;Energy level\n03.02.2026 10:00;4\n"


class Desk:
    """A dialog whose worker works when the test says so."""

    def __init__(self, place: Path, theme: Theme, qtbot: QtBot) -> None:
        self.place, self.theme, self.qtbot = place, theme, qtbot
        self.shell = ShellDesk(place, theme)
        self.window = QWidget()
        qtbot.addWidget(self.window)
        self.dialog: ImportDialog

    def open(self, content: str, name: str = "file.csv") -> ImportDialog:
        """A dialog on a file with that content, looked at."""
        file = self.place / name
        file.write_text(content)
        presenter = ImportPresenter(self.shell.carrying_presenter(), str(file))
        self.dialog = ImportDialog(presenter, self.theme, self.window)
        self.dialog.show()
        self.qtbot.waitUntil(self.dialog.isActiveWindow)
        self.shell.worker.work()
        return self.dialog

    def say(self, change: Callable[[], object]) -> None:
        """Something is said of the file, and it is looked at again."""
        change()
        self.qtbot.waitUntil(lambda: not self.dialog._later.isActive())
        self.shell.worker.work()

    def bring_in(self) -> list[CheckIn]:
        """Import is pressed; what is here then."""
        self.dialog.bring_in.click()
        self.shell.worker.work()
        with self.shell.vault.reading() as store:
            return store.check_ins.between(None, None)

    def texts(self) -> str:
        QApplication.processEvents()
        return "\n".join(words.text() for words in self.dialog.findChildren(QLabel) if words.isVisible())


@pytest.fixture
def desk(tmp_path: Path, theme: Theme, qtbot: QtBot) -> Iterator[Desk]:
    made = Desk(tmp_path, theme, qtbot)
    yield made
    if hasattr(made, "dialog") and made.dialog.isVisible():
        made.dialog.reject()


def choose(field: ChoiceField, value: object) -> None:
    """As a person does."""
    field.setCurrentIndex(field.findData(value))
    field.activated.emit(field.currentIndex())


def test_it_says_whose_file_it_is_what_would_come_in_and_what_not_and_why(desk: Desk) -> None:
    desk.open(MOODS)
    said = desk.texts()
    assert "The file is from Daylio." in said
    assert "2 check-ins would come in." in said
    assert "1 would be left out. The reasons are below." in said
    assert "line 4: " in said
    with desk.shell.vault.reading() as store:
        assert store.days.total() == 0


def test_what_was_looked_at_comes_in_and_the_words_stand_for_what_was_said(desk: Desk) -> None:
    words = desk.open(MOODS).wishes.words
    assert {word: field.value() for word, field in words.items()} == {"Refreshed": NO_NUMBER, "good": 75}
    desk.say(lambda: words["Refreshed"].setValue(90))
    desk.say(lambda: words["good"].setValue(NO_NUMBER))
    assert [(each.pleasantness, each.tags) for each in desk.bring_in()] == [(90, ("Refreshed",)), (None, ("good",))]
    assert desk.dialog._presenter.state.step is ImportStep.DONE
    assert "2 check-ins came in." in desk.texts()


def test_a_rating_is_pleasantness_until_the_person_says_it_is_energy(desk: Desk) -> None:
    dialog = desk.open(MOODS)
    assert dialog.wishes.wishes.rating is Meaning.PLEASANTNESS
    desk.say(lambda: choose(dialog.wishes.rating, Meaning.AROUSAL))
    assert [(each.arousal, each.pleasantness) for each in desk.bring_in()] == [(None, None), (75, None)]


def test_who_is_answering_keeps_the_keyboard_while_the_file_is_looked_at_again(desk: Desk) -> None:
    field = desk.open(MOODS).wishes.words["good"]
    field.setFocus()
    desk.say(lambda: QTest.keyClick(field, Qt.Key.Key_Up))
    assert desk.dialog.wishes.words["good"] is field
    assert (field.value(), field.hasFocus()) == (76, True)


def test_import_cannot_be_pressed_on_what_was_not_looked_at(desk: Desk) -> None:
    dialog = desk.open(MOODS)
    assert dialog.bring_in.isEnabled()
    dialog.wishes.words["good"].setValue(10)
    assert not dialog.bring_in.isEnabled()
    desk.say(lambda: None)
    assert dialog.bring_in.isEnabled()


def test_what_is_said_during_a_look_ends_it_and_begins_another(desk: Desk) -> None:
    dialog = desk.open(MOODS)
    dialog.wishes.words["good"].setValue(10)
    desk.qtbot.waitUntil(lambda: dialog._presenter.state.step is ImportStep.LOOKING)
    dialog.wishes.words["good"].setValue(20)
    desk.qtbot.waitUntil(lambda: not dialog._later.isActive())
    for _time in range(2):
        desk.shell.worker.work()
    assert [each.pleasantness for each in desk.bring_in()] == [None, 20]


def test_one_series_is_chosen_and_its_ends_can_be_said(desk: Desk) -> None:
    dialog = desk.open(SERIES)
    assert "Please choose which series comes in." in desk.texts()
    assert not dialog.bring_in.isEnabled()
    desk.say(lambda: choose(dialog.wishes.series, "Energy"))
    dialog.wishes.lowest.setText("1")
    dialog.wishes.highest.setText("5")
    desk.say(dialog.wishes.highest.editingFinished.emit)
    assert [each.pleasantness for each in desk.bring_in()] == [50, 100]


def test_of_a_table_the_columns_the_order_of_dates_and_the_ends_are_said(desk: Desk) -> None:
    dialog = desk.open(OWN)
    assert "Please say where the moment of a row is" in desk.texts()
    desk.say(lambda: choose(dialog.wishes.columns[Column.AT], "When"))
    desk.say(lambda: choose(dialog.wishes.columns[Column.AROUSAL], "Energy level"))
    assert "line 2: " in desk.texts()
    dialog.wishes.lowest.setText("1")
    dialog.wishes.highest.setText("5")
    desk.say(lambda: choose(dialog.wishes.dates, dialog.wishes.dates.itemData(1)))
    (brought,) = desk.bring_in()
    assert (brought.experienced_at.local.month, brought.arousal) == (2, 75)


def test_a_table_whose_columns_are_called_as_their_fields_is_read_at_once(desk: Desk) -> None:
    desk.open("date,note,mood\n2026-01-05,hello,4\n")
    desk.shell.worker.work()
    assert "1 check-in would come in." in desk.texts()
    assert [each.note for each in desk.bring_in()] == ["hello"]


def test_a_file_that_is_all_here_offers_nothing_to_import(desk: Desk) -> None:
    desk.open(MOODS)
    desk.bring_in()
    desk.dialog.reject()
    dialog = desk.open(MOODS)
    assert "2 are here already." in desk.texts()
    assert not dialog.bring_in.isEnabled()


def test_ending_it_leaves_everything_as_it_was_and_it_can_begin_again(desk: Desk) -> None:
    rows = "".join(f"2026-01-05,,,10:{number % 60:02},good,,,{number}\n" for number in range(1_200))
    dialog = desk.open(MOODS + rows)
    dialog.bring_in.click()
    assert (dialog.bar.isVisible(), dialog.bar.maximum()) == (True, 1_203)
    dialog.stop.click()
    desk.shell.worker.work()
    assert "It was ended, and everything is as it was before." in desk.texts()
    assert len(desk.bring_in()) == 1_202


def test_closing_it_while_it_comes_in_lets_it_go_on(desk: Desk) -> None:
    dialog = desk.open(MOODS)
    dialog.bring_in.click()
    dialog.close_button.click()
    desk.shell.worker.work()
    with desk.shell.vault.reading() as store:
        assert store.days.total() == 2


def test_shown_again_after_hiding_the_window_beside_it_stays_usable(desk: Desk) -> None:
    dialog = desk.open(MOODS)
    dialog.hide()
    dialog.open()
    assert (dialog.isVisible(), dialog.isModal()) == (True, False)


def test_a_file_that_is_of_nobody_is_one_calm_line(desk: Desk) -> None:
    dialog = desk.open("no table at all", "strange.csv")
    assert dialog.trouble.text().startswith("Companion does not know this kind of file.")
    assert not dialog.bring_in.isEnabled()
