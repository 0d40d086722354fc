"""Own words for the answers: kept when left, ours again when emptied, not shown while locked."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from companion.application.errors import Trouble, UserError
from companion.application.events import VaultUnlocked
from companion.domain.zone import Zone
from companion.presentation.checkin_settings import CheckInSettingsPresenter
from companion.ui.theme.theme import Theme
from companion.ui.widgets.answer_words_card import AnswerWordsCard
from tests.support.check_in_desk import CheckInDesk

Key = Qt.Key


@pytest.fixture
def desk() -> CheckInDesk:
    made = CheckInDesk()
    made.setup.put_words("zone.below.words", "like under water")
    return made


@pytest.fixture
def card(desk: CheckInDesk, theme: Theme, qtbot: QtBot) -> Iterator[AnswerWordsCard]:
    made = AnswerWordsCard(CheckInSettingsPresenter(desk.setup, desk.bus), theme)
    qtbot.addWidget(made)
    made.resize(600, 500)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    yield made
    made.close()


def write(field: QLineEdit, text: str) -> None:
    field.setFocus()
    field.selectAll()
    QTest.keyClick(field, Key.Key_Backspace)
    QTest.keyClicks(field, text)


def test_ours_stand_faintly_where_there_are_no_own_words(card: AnswerWordsCard) -> None:
    above, below = card.rows[Zone.ABOVE], card.rows[Zone.BELOW]
    assert (above.label_field.text(), above.label_field.placeholderText()) == ("", "Above my window")
    assert below.description_field.text() == "like under water"


def test_what_is_written_is_kept_when_its_field_is_left(card: AnswerWordsCard, desk: CheckInDesk) -> None:
    write(card.rows[Zone.ABOVE].label_field, "Too much")
    assert "zone.above.label" not in desk.setup.words()
    QTest.keyClick(card.rows[Zone.ABOVE].label_field, Key.Key_Tab)
    assert desk.setup.words()["zone.above.label"] == "Too much"


def test_what_is_written_is_kept_when_the_window_closes(card: AnswerWordsCard, desk: CheckInDesk) -> None:
    write(card.rows[Zone.ABOVE].description_field, "like a kettle")
    card.hide()
    assert desk.setup.words()["zone.above.words"] == "like a kettle"


def test_an_emptied_field_goes_back_to_ours(card: AnswerWordsCard, desk: CheckInDesk) -> None:
    write(card.rows[Zone.BELOW].description_field, "")
    QTest.keyClick(card.rows[Zone.BELOW].description_field, Key.Key_Return)
    assert desk.setup.words() == {}


def test_leaving_a_field_as_it_was_keeps_nothing(card: AnswerWordsCard, desk: CheckInDesk) -> None:
    desk.vault.trouble = UserError(Trouble.DISK_FULL)
    card.rows[Zone.ABOVE].label_field.setFocus()
    QTest.keyClick(card.rows[Zone.ABOVE].label_field, Key.Key_Tab)
    assert card.trouble == ""
    desk.vault.trouble = None


def test_words_that_cannot_be_kept_stay_in_the_field_and_it_is_said(card: AnswerWordsCard, desk: CheckInDesk) -> None:
    desk.vault.trouble = UserError(Trouble.DISK_FULL)
    write(card.rows[Zone.ABOVE].label_field, "Too much")
    QTest.keyClick(card.rows[Zone.ABOVE].label_field, Key.Key_Return)
    assert card.trouble.startswith("The disk is full")
    assert card.rows[Zone.ABOVE].label_field.text() == "Too much"
    desk.vault.trouble = None


def test_while_locked_none_of_them_are_there(desk: CheckInDesk, theme: Theme, qtbot: QtBot) -> None:
    desk.vault.is_locked = True
    card = AnswerWordsCard(CheckInSettingsPresenter(desk.setup, desk.bus), theme)
    qtbot.addWidget(card)
    assert card.rows == {}
    desk.vault.is_locked = False
    desk.bus.publish(VaultUnlocked())
    assert card.rows[Zone.BELOW].description_field.text() == "like under water"


def test_a_label_and_its_words_have_their_limits(card: AnswerWordsCard) -> None:
    row = card.rows[Zone.ABOVE]
    row.label_field.insert("x" * 500)
    row.description_field.insert("x" * 500)
    assert (len(row.label_field.text()), len(row.description_field.text())) == (40, 100)


def test_narrow_the_two_fields_stand_below_one_another(card: AnswerWordsCard) -> None:
    row = card.rows[Zone.ABOVE]
    assert row.label_field.y() == row.description_field.y()
    card.resize(320, 900)
    QApplication.processEvents()
    assert row.label_field.y() < row.description_field.y()


def test_every_field_says_what_it_is_for(card: AnswerWordsCard) -> None:
    row = card.rows[Zone.ABOVE]
    assert row.label_field.accessibleName() == "What to call “Above my window”"
    assert row.description_field.accessibleName() == "A few words about “Above my window”"
