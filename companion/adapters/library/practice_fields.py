"""The fields of a practice's header that a note has not: steps, lengths, pace and variants."""

import re
from enum import Enum
from typing import TypeVar

from companion.adapters.library.note_fields import Fields
from companion.adapters.library.strict_yaml import Plain
from companion.domain.errors import DomainError
from companion.domain.practice import Direction, Pace, Phase, Step, Variant, Way

LONGEST_SAID = 60
LONGEST_MORE = 160
MOST_MINUTES = 30
MOST_ROUNDS = 20
E = TypeVar("E", bound=Enum)

_NUMBER = re.compile(r"\d{1,4}(\.\d{1,2})?", re.ASCII)
_STEP_FIELDS = {"say", "more", "seconds", "phase", "count"}


class PracticeFields(Fields):
    """Reads them one by one; `wrong` lists the names of those that are not what they should be."""

    def steps(self) -> tuple[Step, ...]:
        """The steps; none if one of them cannot be read."""
        steps = _steps(self._fields.get("steps"))
        return self._refuse("steps", ()) if steps is None else steps

    def variants(self) -> tuple[Variant, ...]:
        """Other steps under a name each; none if one of them cannot be read."""
        value = self._fields.get("variants", "")
        if value == "":
            return ()
        variants = [_variant(each) for each in value] if isinstance(value, list) else [None]
        read = tuple(each for each in variants if each is not None)
        return read if len(read) == len(variants) else self._refuse("variants", ())

    def way(self) -> Way:
        """How it is played; one step after another where nothing is said."""
        return self._one("way", Way) or Way.STEPS

    def direction(self) -> Direction:
        """Where it leads."""
        return self._one("direction", Direction) or Direction.EITHER

    def lengths(self) -> tuple[int, ...]:
        """The lengths in seconds, from a list of minutes."""
        minutes = [_number(text, MOST_MINUTES) for text in self.texts("minutes", split=True)]
        if any(each is None for each in minutes):
            return self._refuse("minutes", ())
        return tuple(round(60 * each) for each in minutes if each is not None)

    def usual(self, lengths: tuple[int, ...]) -> int | None:
        """The length that is chosen at first, in seconds; one of the lengths."""
        found = self.number("usual", MOST_MINUTES)
        seconds = None if found is None else round(60 * found)
        return seconds if seconds is None or seconds in lengths else self._refuse("usual", None)

    def rounds(self) -> int:
        """How often it is played through."""
        found = self.number("rounds", MOST_ROUNDS)
        return 1 if found is None else int(found)

    def order(self) -> int:
        """Its place among the others."""
        found = self.number("order", 999)
        return 1000 if found is None else int(found)

    def pace(self) -> Pace | None:
        """The slowest and the quickest it may be made, in rounds a minute."""
        texts = self.texts("pace")
        numbers = [_number(text, 60) for text in texts]
        if not texts:
            return None
        if len(numbers) != 2 or None in numbers:
            return self._refuse("pace", None)
        slowest, quickest = (each or 0.0 for each in numbers)
        return Pace(slowest, quickest) if slowest <= quickest else self._refuse("pace", None)

    def number(self, name: str, highest: float) -> float | None:
        """A number above 0 and at most `highest`; None where nothing is said."""
        text = self.line_of_text(name)
        if not text:
            return None
        found = _number(text, highest)
        return self._refuse(name, None) if found is None else found

    def _one(self, name: str, kind: type[E]) -> E | None:
        text = self.line_of_text(name)
        return next(iter(self._named(name, (text,) if text else (), kind)), None)


def _variant(value: Plain) -> Variant | None:
    if not isinstance(value, dict) or set(value) != {"name", "steps"}:
        return None
    name, steps = value["name"], _steps(value["steps"])
    if not isinstance(name, str) or not 0 < len(name) <= LONGEST_SAID or steps is None:
        return None
    return Variant(name, steps)


def _steps(value: Plain | None) -> tuple[Step, ...] | None:
    if not isinstance(value, list) or not value:
        return None
    steps = [_step(each) for each in value]
    read = tuple(step for step in steps if step is not None)
    return read if len(read) == len(steps) else None


def _step(value: Plain) -> Step | None:
    if not isinstance(value, dict) or not set(value) <= _STEP_FIELDS:
        return None
    fields = {name: text for name, text in value.items() if isinstance(text, str)}
    seconds, count = _number(fields.get("seconds", ""), 1800), _number(fields.get("count", ""), 9)
    phase = next((each for each in Phase if each.value == fields.get("phase")), None)
    said, more = fields.get("say", ""), fields.get("more", "")
    is_whole = len(fields) == len(value) and len(said) <= LONGEST_SAID and len(more) <= LONGEST_MORE
    is_clear = ("seconds" in fields) == (seconds is not None) and ("phase" in fields) == (phase is not None)
    if not (is_whole and is_clear and ("count" in fields) == (count is not None)):
        return None
    try:
        return Step(said, more, seconds, phase, None if count is None else int(count))
    except DomainError:
        return None


def _number(text: str, highest: float) -> float | None:
    found = float(text) if _NUMBER.fullmatch(text) else None
    return found if found is not None and 0 < found <= highest else None
