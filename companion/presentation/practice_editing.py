"""A practice of the person's own, as it is written: steps a line each, or the lengths of a breath."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from companion.application.errors import UserError
from companion.domain.errors import DomainError
from companion.domain.practice import LONGEST_HOLD_S, Phase, Step, Way
from companion.presentation.sentences import line_of
from companion.presentation.translation import _

if TYPE_CHECKING:
    from companion.application.practices import PracticeService
    from companion.domain.practice import Practice
    from companion.domain.zone import Zone

_SECONDS = re.compile(r"^(.*\S)\s*\(\s*(\d{1,4}(?:[.,]\d{1,2})?)\s*(s|min)\s*\)$")
_PHASES = (Phase.IN, Phase.TOP_UP, Phase.HOLD, Phase.OUT, Phase.REST)
MOST_SECONDS = {Phase.IN: 8, Phase.TOP_UP: 4, Phase.HOLD: 4, Phase.OUT: 12, Phase.REST: 4}


class BreathField(NamedTuple):
    """One length of a breath in seconds; 0 leaves it out."""

    phase: Phase
    words: str
    seconds: int
    most: int


class Written(NamedTuple):
    """What stands in the form. `breath` holds the seconds of each phase, `minutes` how long it is repeated."""

    title: str
    way: Way
    lines: str
    breath: dict[Phase, int]
    minutes: int
    zones: tuple[Zone, ...]
    note: str


class PracticeKept(NamedTuple):
    """It is durable; `key` is the practice's."""

    key: str


class PracticeNotKept(NamedTuple):
    """It was not kept, and why, in one calm line."""

    sentence: str


class PracticeEditing:
    """Writes a new practice, a copy of any, or a change to one of the person's own."""

    def __init__(self, practices: PracticeService, key: str = "", *, is_copy: bool = False) -> None:
        self._practices = practices
        self._own_key = "" if is_copy else key
        self._source = practices.find(key) if key else None
        self._is_copy = is_copy

    @property
    def heading(self) -> str:
        """What the form is for."""
        return _("Change my practice") if self._own_key else _("A practice of mine")

    def stands(self) -> Written:
        """What the form begins with."""
        source = self._source
        if source is None:
            return Written("", Way.STEPS, "", breath_of(()), 2, (), "")
        title = _("{title}, my way").format(title=source.title) if self._is_copy else source.title
        minutes = max(1, round((source.usual or 120) / 60))
        note = source.text if not source.is_ours else ""
        lines = "" if source.is_about_breath else lines_of(source)
        return Written(title[:100], source.way, lines, breath_of(source.steps), minutes, source.zones, note)

    def keep(self, written: Written) -> PracticeKept | PracticeNotKept:
        """Keeps it."""
        try:
            return PracticeKept(self._change(written) if self._own_key else self._add(written))
        except (DomainError, UserError) as error:
            return PracticeNotKept(line_of(error))

    def _add(self, written: Written) -> str:
        is_breath = written.way is Way.BREATH
        return self._practices.add(
            written.title,
            steps_from(written),
            way=written.way,
            zones=written.zones,
            seconds=60 * written.minutes if is_breath else None,
            note=written.note,
        ).key

    def _change(self, written: Written) -> str:
        own = self._practices.own(self._own_key)
        changed = replace(
            own,
            title=written.title,
            steps=steps_from(written),
            way=written.way,
            zones=written.zones,
            seconds=60 * written.minutes if written.way is Way.BREATH else None,
            note=written.note,
        )
        self._practices.change(changed)
        return own.key


def steps_from(written: Written) -> tuple[Step, ...]:
    """The steps that stand in the form. Raises DomainError(STEP_OUT_OF_RANGE)."""
    if written.way is Way.BREATH:
        words = breath_words()
        return tuple(
            Step(words[phase], "", seconds, phase) for phase in _PHASES if (seconds := written.breath.get(phase, 0))
        )
    return tuple(_step_from(line) for line in written.lines.splitlines() if line.strip())


def lines_of(practice: Practice) -> str:
    """Steps as they are written, a line each, such as "Look around (20 s)"."""
    return "\n".join(_line_of(step) for step in practice.steps)


def breath_of(steps: tuple[Step, ...]) -> dict[Phase, int]:
    """The seconds of each phase of a breath, four and six where there is none yet."""
    found = {step.phase: round(step.seconds or 0) for step in steps if step.phase in _PHASES}
    if not found:
        found = {Phase.IN: 4, Phase.OUT: 6}
    return {phase: min(found.get(phase, 0), MOST_SECONDS[phase]) for phase in _PHASES}


def breath_fields(breath: dict[Phase, int]) -> tuple[BreathField, ...]:
    """The fields of a breath, in its order."""
    words = breath_words()
    return tuple(BreathField(phase, words[phase], breath.get(phase, 0), MOST_SECONDS[phase]) for phase in _PHASES)


def breath_words() -> dict[Phase, str]:
    """What is said in each phase."""
    return {
        Phase.IN: _("Breathe in"),
        Phase.TOP_UP: _("A little more"),
        Phase.HOLD: _("Hold"),
        Phase.OUT: _("Breathe out"),
        Phase.REST: _("Wait"),
    }


def steps_hint() -> str:
    """How steps are written."""
    return _("One step a line. With a time behind it, such as (20 s) or (2 min), it goes on by itself.")


def breath_hint() -> str:
    """What a breath may be."""
    return _("In seconds; 0 leaves a part out. Holds are at most {hold} seconds, and a breath at least 6.").format(
        hold=int(LONGEST_HOLD_S)
    )


def _line_of(step: Step) -> str:
    said = f"{step.say}. {step.more}" if step.more else step.say
    return said if step.seconds is None else f"{said} ({step.seconds:g} s)"


def _step_from(line: str) -> Step:
    found = _SECONDS.match(line.strip())
    if found is None:
        return Step(" ".join(line.split()))
    seconds = float(found[2].replace(",", ".")) * (60 if found[3] == "min" else 1)
    return Step(" ".join(found[1].split()), seconds=seconds)
