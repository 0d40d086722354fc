"""Answers about the reminders: oldest first, each once, and gone when taken back."""

from pathlib import Path

from companion.domain.reminder_questions import AskedQuestion, Choice, Question
from tests.support.builders import a_moment
from tests.support.store import a_vault

FIRST = AskedQuestion("first", Question.REST, a_moment(2), Choice.BURSTS)
SECOND = AskedQuestion("second", Question.FEW_ANSWERS, a_moment(1), Choice.FEWER)


def test_they_come_back_as_they_were(tmp_path: Path) -> None:
    vault = a_vault(tmp_path)
    with vault.writing() as store:
        for asked in (SECOND, FIRST, SECOND):
            store.questions.add(asked)
        assert store.questions.all() == [FIRST, SECOND]
        store.questions.remove("first")
        assert store.questions.all() == [SECOND]
