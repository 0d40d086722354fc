"""The page that says why goes from day to day, and back."""

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from companion.domain.reminder import ReminderKind
from companion.presentation.prompt_story import StoryPresenter
from companion.ui.theme.theme import Theme
from companion.ui.widgets.reminder_story import ReminderStory
from tests.presentation.test_prompt_story import ANSWERED, HELD, a_record
from tests.support.clock import FakeClock
from tests.support.date_words import PlainDateWords
from tests.support.reminder_desk import FakeStories

FRIDAY = date(2026, 11, 20)


@pytest.fixture
def stories() -> FakeStories:
    return FakeStories(
        [
            a_record("10:00", *ANSWERED),
            a_record("12:00", *HELD, kind=ReminderKind.FIXED),
            a_record("09:30", *ANSWERED, day=FRIDAY),
        ]
    )


@pytest.fixture
def page(stories: FakeStories, theme: Theme, qtbot: QtBot) -> Iterator[ReminderStory]:
    presenter = StoryPresenter(stories, lambda: {"r": "Through the day"}, FakeClock(), PlainDateWords())
    made = ReminderStory(presenter, theme, 900)
    qtbot.addWidget(made)
    made.resize(900, 700)
    made.show_today()
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    yield made
    made.close()


def texts(page: ReminderStory) -> list[str]:
    return [found.text() for found in page.findChildren(QLabel) if found.isVisible()]


def test_each_prompt_has_a_card_with_its_steps(page: ReminderStory) -> None:
    assert len(page.cards) == 2
    said = texts(page)
    assert "12:00 · held back: you were typing" in said
    assert "due, and waited: you were typing" in said


def test_it_goes_back_over_days_without_prompts_and_on_again(page: ReminderStory) -> None:
    assert (page.earlier.isEnabled(), page.later.isEnabled()) == (True, False)
    page.earlier.click()
    assert "2026-11-20" in texts(page)
    assert (page.earlier.isEnabled(), page.later.isEnabled()) == (False, True)
    page.later.click()
    assert "Nothing was planned for this day." in texts(page)
    page.later.click()
    assert len(page.cards) == 2


def test_counts_stand_below_with_how_many_and_without_a_share(page: ReminderStory) -> None:
    said = next(text for text in texts(page) if text.startswith("Through the day: "))
    assert said == "Through the day: 2 were shown, 2 of them answered, 1 more did not come"


def test_without_anything_there_are_no_counts(page: ReminderStory, stories: FakeStories) -> None:
    stories.records = []
    page.refresh()
    assert page.counts.isHidden()
    assert page.cards == []


def test_escape_and_the_link_go_back(page: ReminderStory, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.back_wanted):
        page.back.click()
    with qtbot.waitSignal(page.back_wanted):
        QTest.keyClick(page, Qt.Key.Key_Escape)
