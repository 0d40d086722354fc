"""Digits typed one after the other that form one number from 0 to 100."""

from companion.domain.arousal import HIGHEST


class TypedNumber:
    """Empty until a digit is typed. A digit that would pass 100 starts anew."""

    def __init__(self) -> None:
        self._digits = ""

    @property
    def is_forming(self) -> bool:
        """True while the next digit would belong to it."""
        return bool(self._digits)

    @property
    def text(self) -> str:
        """What was typed so far."""
        return self._digits

    def add(self, digit: int) -> int:
        """The number with one more digit at its end."""
        longer = int(f"{self._digits}{digit}")
        self._digits = str(digit if longer > HIGHEST else longer)
        return int(self._digits)

    def end(self) -> None:
        """The number is whole: the next digit begins another."""
        self._digits = ""
