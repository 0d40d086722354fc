"""Words for practices: how long, what for, what it left the person with. Never whether it worked."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from companion.domain.practice import Direction, Phase, Practice
from companion.domain.practice_session import Felt
from companion.domain.zone import Zone
from companion.presentation.number_words import number_text
from companion.presentation.translation import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import timedelta

    from companion.domain.practice import Step
    from companion.domain.practice_session import PracticeSession

_MINUTE = 60


def felt_words(felt: Felt) -> str:
    """What it left the person with."""
    return {Felt.LIGHTER: _("Lighter"), Felt.SAME: _("The same"), Felt.HEAVIER: _("Heavier")}[felt]


def length_words(seconds: float | None) -> str:
    """About how long it takes."""
    if seconds is None:
        return _("As long as you like")
    if seconds < 2 * _MINUTE and seconds % _MINUTE:
        return _("{count} s").format(count=round(seconds / 10) * 10 or round(seconds))
    return _("{count} min").format(count=round(seconds / _MINUTE))


def clock_words(seconds: float) -> str:
    """Minutes and seconds that are left, such as "1:48"; begun seconds count whole."""
    whole = max(0, math.ceil(seconds - 1e-6))
    return _("{minutes}:{seconds}").format(minutes=whole // _MINUTE, seconds=f"{whole % _MINUTE:02d}")


def direction_words(direction: Direction) -> str:
    """Where it leads."""
    return {
        Direction.SETTLE: _("To settle"),
        Direction.WAKE: _("To wake up gently"),
        Direction.EITHER: _("To come back, from above or below"),
    }[direction]


def zones_sentence(zones: Sequence[Zone]) -> str:
    """For which answers it is offered."""
    names = {
        Zone.ABOVE: _("above my window"),
        Zone.INSIDE: _("inside it"),
        Zone.BELOW: _("below it"),
        Zone.MIXED: _("mixed or not sure"),
    }
    said = [names[zone] for zone in (Zone.ABOVE, Zone.INSIDE, Zone.BELOW, Zone.MIXED) if zone in zones]
    return _("For: {zones}").format(zones=", ".join(said)) if said else ""


def line_of_practice(practice: Practice) -> str:
    """The quiet line beneath its name in a list."""
    summary = practice.summary or (_("A practice of mine") if not practice.is_ours else "")
    length = length_words(practice.seconds)
    if practice.seconds is not None:
        length = _unbroken(length)
    return _("{summary}. {length}").format(summary=summary, length=length) if summary else length


def button_words(practice: Practice) -> str:
    """What a button says that begins it."""
    return practice.invitation or practice.title


def step_words(step: Step) -> str:
    """What a step says, with its second thought: one sentence where that goes on in it, else two."""
    if not step.more:
        return step.say
    both = _("{say}, {more}") if step.more[0].islower() else _("{say}. {more}")
    return both.format(say=step.say, more=step.more)


def step_line(step: Step) -> str:
    """A step as one line of a list, with its time."""
    said = step_words(step)
    if step.seconds is None:
        return said
    is_long = step.seconds >= 2 * _MINUTE
    exact = number_text(f"{step.seconds:g}")
    length = length_words(step.seconds) if is_long else _("{count} s").format(count=exact)
    return _("{said} ({length})").format(said=said, length=_unbroken(length))


def rhythm_words(steps: Sequence[Step], tempo: float = 1.0) -> str:
    """The rhythm of a breath in one sentence, such as "In for 4, out for 6"."""
    names = {
        Phase.IN: _("in for {seconds}"),
        Phase.TOP_UP: _("a little more for {seconds}"),
        Phase.HOLD: _("hold for {seconds}"),
        Phase.OUT: _("out for {seconds}"),
        Phase.REST: _("wait for {seconds}"),
    }
    parts = [
        names[step.phase].format(seconds=f"{step.seconds / tempo:.2g}")
        for step in steps
        if step.phase is not None and step.phase in names and step.seconds is not None
    ]
    said = ", ".join(parts)
    return _("{rhythm}.").format(rhythm=said[:1].upper() + said[1:]) if said else ""


def session_line(session: PracticeSession) -> str:
    """What was noted of it, in a few words; empty where nothing was."""
    parts = []
    if session.before is not None and session.after is not None:
        parts.append(_("energy {before}, then {after}").format(before=session.before, after=session.after))
    elif session.before is not None or session.after is not None:
        points = session.before if session.after is None else session.after
        parts.append(_("energy {points}").format(points=points))
    if session.felt is not None:
        parts.append(felt_words(session.felt).lower())
    return " · ".join(parts)


def lasted_words(lasted: timedelta) -> str:
    """How long a session lasted."""
    seconds = round(lasted.total_seconds())
    if seconds < _MINUTE:
        return ngettext("{count} second", "{count} seconds", seconds).format(count=seconds)
    minutes = round(seconds / _MINUTE)
    return ngettext("{count} minute", "{count} minutes", minutes).format(count=minutes)


def care_line() -> str:
    """What stands beside every practice."""
    return _("Stop if it feels worse; slower and smaller is fine.")


def _unbroken(length: str) -> str:
    """A number never stands alone at a line's end."""
    return length.replace(" ", "\N{NO-BREAK SPACE}")
