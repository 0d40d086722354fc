"""A desktop that tests own: it says what the test wants, at first nothing."""

from dataclasses import replace

from companion.domain.desktop import SILENT, Desktop


class FakeDesktopState:
    """`looks` counts how often it was asked."""

    def __init__(self) -> None:
        self.says = SILENT
        self.looks = 0

    def look(self) -> Desktop:
        self.looks += 1
        return self.says

    def say(self, **facts: object) -> None:
        """From now on it says that, beside what it said before."""
        self.says = replace(self.says, **facts)  # type: ignore[arg-type]  # facts by name
