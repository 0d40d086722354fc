"""One question, answered in place, and nothing that was written is lost on the way."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from companion.application.errors import Trouble, UserError
from companion.domain.reflection import Reflection
from companion.ui.theme.theme import Theme
from companion.ui.widgets.reflection_card import ReflectionCard
from tests.support.shell_desk import A_CONCEPT, ShellDesk

QUESTION = A_CONCEPT.prompts[0]


@pytest.fixture
def desk(tmp_path: Path, theme: Theme) -> ShellDesk:
    return ShellDesk(tmp_path, theme)


@pytest.fixture
def card(desk: ShellDesk, qtbot: QtBot) -> Iterator[ReflectionCard]:
    made = ReflectionCard(desk.reflecting(), desk.theme)
    qtbot.addWidget(made)
    assert made.refresh()
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    yield made
    made.close()


def kept(desk: ShellDesk) -> list[Reflection]:
    with desk.vault.reading() as store:
        return store.reflections.between(None, None)


def write(card: ReflectionCard, text: str) -> None:
    """The person opens the field and writes."""
    card.write.click()
    QTest.keyClicks(card.field, text)


def test_it_asks_and_the_field_opens_in_place_with_the_keyboard_in_it(card: ReflectionCard) -> None:
    assert QUESTION in [found.text() for found in card.findChildren(QLabel) if found.isVisible()]
    assert not card.field.isVisible()
    card.write.click()
    assert card.field.isVisible()
    assert card.field.accessibleName() == QUESTION
    assert QApplication.focusWidget() is card.field


def test_its_buttons_go_on_in_the_next_line_where_it_is_narrow(card: ReflectionCard, qtbot: QtBot) -> None:
    card.resize(600, 300)
    qtbot.waitUntil(lambda: card.not_today.y() < card.write.geometry().bottom())
    card.resize(card.minimumSizeHint().width(), 600)
    qtbot.waitUntil(lambda: card.not_today.y() >= card.write.geometry().bottom())


def test_there_is_a_way_to_grounding_before_and_while_writing(card: ReflectionCard, qtbot: QtBot) -> None:
    assert card.grounding.isVisible()
    write(card, "it was")
    with qtbot.waitSignal(card.grounding_wanted):
        card.grounding.click()
    assert card.field.toPlainText() == "it was"


def test_what_is_written_is_kept_with_its_question(card: ReflectionCard, desk: ShellDesk) -> None:
    write(card, "a tight jaw")
    card.keep.click()
    (reflection,) = kept(desk)
    assert (reflection.question, reflection.text, reflection.concept) == (QUESTION, "a tight jaw", A_CONCEPT.key)
    assert card.saved_line.isVisible()
    assert not card.field.isVisible()
    assert not card.write.isVisible()


def test_ctrl_enter_keeps_and_enter_alone_is_a_new_line(card: ReflectionCard, desk: ShellDesk) -> None:
    write(card, "one")
    QTest.keyClick(card.field, Qt.Key.Key_Return)
    QTest.keyClicks(card.field, "two")
    assert kept(desk) == []
    QTest.keyClick(card.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert [reflection.text for reflection in kept(desk)] == ["one\ntwo"]


def test_undo_takes_it_back_and_the_words_stand_there_again(card: ReflectionCard, desk: ShellDesk) -> None:
    write(card, "a tight jaw")
    card.keep.click()
    card.saved_line.undo.click()
    assert kept(desk) == []
    assert card.field.isVisible()
    assert card.field.toPlainText() == "a tight jaw"


def test_nothing_written_is_said(card: ReflectionCard, desk: ShellDesk) -> None:
    write(card, "  ")
    card.keep.click()
    assert card.trouble == "There is nothing written yet. A word is enough."
    said = next(label for label in card.findChildren(QLabel) if label.text() == card.trouble)
    assert card.keep.mapTo(card, card.keep.rect().bottomLeft()).y() < said.y() < card.grounding.y()
    assert kept(desk) == []


def test_what_could_not_be_kept_stays_in_the_field(card: ReflectionCard, desk: ShellDesk) -> None:
    card.write.click()
    card.field.setPlainText("é" * 40_000)
    card.keep.click()
    assert "64 KiB" in card.trouble
    assert len(card.field.toPlainText()) == 40_000


def test_folded_with_esc_the_words_stay(card: ReflectionCard) -> None:
    write(card, "half a")
    QTest.keyClick(card.field, Qt.Key.Key_Escape)
    assert not card.field.isVisible()
    assert (card.write.text(), card.not_today.isVisible()) == ("Go on writing", False)
    card.write.click()
    assert card.field.toPlainText() == "half a"


def test_while_something_is_written_no_other_question_takes_its_place(card: ReflectionCard, desk: ShellDesk) -> None:
    write(card, "half a")
    desk.clock.pass_time(hours=24)
    desk.concepts = []
    assert card.refresh()
    assert card.field.toPlainText() == "half a"


def test_not_today_says_that_it_goes(card: ReflectionCard, desk: ShellDesk, qtbot: QtBot) -> None:
    with qtbot.waitSignal(card.gone):
        card.not_today.click()
    assert not card.refresh()
    desk.clock.pass_time(hours=24)
    assert card.refresh()


def test_a_wish_that_cannot_be_kept_is_said_and_it_stays(card: ReflectionCard, desk: ShellDesk) -> None:
    desk.settings_store.trouble = UserError(Trouble.DISK_FULL)
    gone: list[bool] = []
    card.gone.connect(lambda: gone.append(True))
    card.not_today.click()
    assert "The disk is full" in card.trouble
    assert gone == []


def test_what_was_kept_is_put_away_when_the_person_comes_back(card: ReflectionCard) -> None:
    write(card, "a tight jaw")
    card.keep.click()
    assert card.refresh()
    card.begin_anew()
    assert not card.refresh()
    assert card.field.toPlainText() == ""
