"""A display that remembers what was put before the person."""

from companion.domain.prompt import Prompt


class CrashError(Exception):
    """The program ends in the middle of something."""


class FakePromptDisplay:
    """Shows everything, unless `is_there` is False; with `crashes` the program ends before anything is seen."""

    def __init__(self) -> None:
        self.is_there = True
        self.crashes = False
        self.shown: list[Prompt] = []
        self.could_snooze: list[bool] = []
        self.withdrawn: list[str] = []

    def can_show(self) -> bool:
        return self.is_there

    def show(self, prompt: Prompt, may_snooze: bool) -> bool:
        if self.crashes:
            raise CrashError
        self.shown.append(prompt)
        self.could_snooze.append(may_snooze)
        return True

    def withdraw(self, prompt_id: str) -> None:
        self.withdrawn.append(prompt_id)

    @property
    def times(self) -> list[str]:
        """The wall-clock times for which prompts were shown, such as "09:00"."""
        return [f"{prompt.at.local:%H:%M}" for prompt in self.shown]
