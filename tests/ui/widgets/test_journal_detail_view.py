"""One line of the journal, whole, with what can be done with it."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from companion.domain.journal import CheckInVersion, JournalLine
from companion.domain.zone import Zone
from companion.presentation.journal_detail import build_state
from companion.ui.theme.theme import Theme
from companion.ui.widgets.journal_detail_view import JournalDetailView
from companion.ui.widgets.long_words import SHOWN_AT_FIRST, LongWords
from tests.support.builders import a_check_in, a_moment
from tests.support.date_words import PlainDateWords
from tests.support.store import a_prompt, planned


@pytest.fixture
def view(theme: Theme, qtbot: QtBot) -> JournalDetailView:
    made = JournalDetailView(theme)
    qtbot.addWidget(made)
    made.show()
    return made


def show(view: JournalDetailView, line: JournalLine, versions: list[CheckInVersion] | None = None) -> list[str]:
    """Everything that can be read then."""
    view.show_state(build_state(line, versions or [], PlainDateWords()))
    QApplication.processEvents()
    return [words.text() for words in view.findChildren(QLabel) if words.isVisible() and words.text()]


def test_everything_that_was_said_can_be_read(view: JournalDetailView) -> None:
    said = show(view, a_check_in(78, Zone.ABOVE, note="Long call.", tags=("phone", "home")))
    assert {"Above my window", "78 of 100", "Long call.", "phone, home"} <= set(said)


def test_what_it_said_before_can_be_read(view: JournalDetailView) -> None:
    before = a_check_in(50, Zone.INSIDE)
    said = show(view, replace(before, zone=Zone.ABOVE), [CheckInVersion(before, a_moment())])
    heading = "Changed Sun, 2026-11-22 2026, 14:06"
    assert {"What it said before", heading, "Answer: Inside my window"} <= set(said)


def test_markup_is_shown_as_it_was_typed(view: JournalDetailView) -> None:
    assert "<b>not bold</b>" in show(view, a_check_in(note="<b>not bold</b>"))


def test_the_mark_is_that_of_the_answer_and_none_without_one(view: JournalDetailView) -> None:
    show(view, a_check_in(zone=Zone.MIXED))
    assert view._shape.isVisible()
    show(view, a_check_in(zone=None))
    assert not view._shape.isVisible()


def test_tab_comes_to_the_rest_of_a_long_note_before_what_can_be_done(view: JournalDetailView) -> None:
    before = a_check_in(note="word " * 2 * SHOWN_AT_FIRST)
    show(view, replace(before, note="line\n" * SHOWN_AT_FIRST), [CheckInVersion(before, a_moment())])
    rests = [words.rest for words in view.findChildren(LongWords) if words.rest.isVisible()]
    wanted = [rests[0], view.correct, view.delete, view.purge, rests[1]]
    passed: list[QWidget] = []
    stop: QWidget | None = rests[0]
    while stop is not None and stop not in passed:
        passed.append(stop)
        stop = stop.nextInFocusChain()
    assert [part for part in passed if part in wanted] == wanted


def test_another_line_takes_the_place_of_the_one_before(view: JournalDetailView) -> None:
    show(view, a_check_in(note="first"))
    said = show(view, a_check_in(note="second"))
    assert "second" in said
    assert "first" not in said


def test_a_prompt_offers_nothing_to_change(view: JournalDetailView) -> None:
    show(view, planned(a_prompt()))
    assert [button.isVisible() for button in (view.correct, view.delete, view.purge)] == [False] * 3


def test_it_lets_go_of_the_line(view: JournalDetailView) -> None:
    show(view, a_check_in(note="private"))
    view.show_nothing()
    assert [words.text() for words in view.findChildren(QLabel) if words.isVisible() and words.text()] == []


def test_what_stood_in_the_file_it_came_from_is_folded_and_can_be_unfolded_and_folded(
    view: JournalDetailView,
) -> None:
    line = a_check_in(78, Zone.ABOVE)
    source = '{"mood": "<i>rad</i>", "empty": "", "more": ["x", 1]}'
    view.show_state(build_state(line, [], PlainDateWords(), source))
    (unfold,) = [button for button in view.findChildren(QPushButton) if button.text() == "As it stood in the file"]
    stood = 'mood: <i>rad</i>\nmore: ["x", 1]'
    assert [is_read(view, stood)] == [False]
    for is_unfolded in (True, False, True):
        unfold.click()
        QApplication.processEvents()
        assert is_read(view, stood) is is_unfolded


def test_what_came_from_no_file_says_nothing_of_one(view: JournalDetailView) -> None:
    assert not any("file" in said for said in show(view, a_check_in()))


def is_read(view: JournalDetailView, text: str) -> bool:
    return text in [words.text() for words in view.findChildren(QLabel) if words.isVisible()]
