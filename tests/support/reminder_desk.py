"""What the Reminders screen needs beside the real services: stories and questions that tests own."""

from collections.abc import Sequence
from datetime import date

from companion.domain.answered_of_shown import AnsweredOfShown, answered_by_reminder
from companion.domain.prompt import PromptRecord
from companion.domain.reminder_questions import Choice, Question


class FakeStories:
    """Prompts as the test wants them."""

    def __init__(self, records: Sequence[PromptRecord] = ()) -> None:
        self.records = list(records)

    def on_day(self, day: date) -> list[PromptRecord]:
        return [record for record in self.records if record.prompt.day == day]

    def days_before(self, day: date | None, limit: int) -> list[date]:
        days = {record.prompt.day for record in self.records if day is None or record.prompt.day < day}
        return sorted(days, reverse=True)[:limit]

    def answered_of_shown(self) -> dict[str, AnsweredOfShown]:
        return answered_by_reminder(self.records)


class FakeQuestions:
    """Asks what the test wants asked, and remembers what was answered."""

    def __init__(self, question: Question | None = None) -> None:
        self.question = question
        self.answers: list[Choice] = []

    def waiting(self) -> Question | None:
        return None if self.answers else self.question

    def answer(self, question: Question, choice: Choice) -> None:
        assert question is self.question
        self.answers.append(choice)

    def take_back(self) -> None:
        self.answers.pop()
