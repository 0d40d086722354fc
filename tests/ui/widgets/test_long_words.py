"""What somebody wrote, of any length."""

import pytest
from pytestqt.qtbot import QtBot

from companion.ui.widgets.long_words import LINES_AT_FIRST, SHOWN_AT_FIRST, LongWords


def a_label(qtbot: QtBot, text: str) -> LongWords:
    made = LongWords(text)
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.mark.parametrize("text", ["a few words", "<b>no markup</b>", "🙂" * SHOWN_AT_FIRST])
def test_what_is_not_long_stands_there_whole(qtbot: QtBot, text: str) -> None:
    made = a_label(qtbot, text)
    assert made.words.text() == text
    assert not made.rest.isVisible()


def test_very_many_lines_are_long_too(qtbot: QtBot) -> None:
    made = a_label(qtbot, "a\n" * 2 * LINES_AT_FIRST)
    assert made.words.text() == "a\n" * (LINES_AT_FIRST - 1) + "a…"


def test_what_is_long_begins_and_the_rest_comes_on_request(qtbot: QtBot) -> None:
    text = "word " * SHOWN_AT_FIRST
    made = a_label(qtbot, text)
    assert len(made.words.text()) == SHOWN_AT_FIRST + 1
    made.rest.click()
    assert made.words.text() == text
    assert not made.rest.isVisible()
