"""A wall-clock time that came twice, because the clocks went back: which of the two is meant."""

from __future__ import annotations

from datetime import datetime, tzinfo
from typing import NamedTuple

from companion.domain.moment_text import comes_twice
from companion.presentation.date_words import DateWords
from companion.presentation.translation import _


class TwiceState(NamedTuple):
    """The question, and the two answers in the order of time; the first is meant until the person says otherwise."""

    question: str
    first: str
    second: str


def twice_state(wall: datetime, zone: tzinfo, words: DateWords) -> TwiceState | None:
    """What to ask about the naive `wall`, or None where clocks of `zone` showed it at most once."""
    if not comes_twice(wall, zone):
        return None
    return TwiceState(
        _("The clocks showed {time} twice that day. Which one was it?").format(time=words.time(wall)),
        _("The first, before they went back"),
        _("The second, after they went back"),
    )


def came_once(_wall: datetime) -> TwiceState | None:
    """For a form that does not ask: it means the first."""
    return None
