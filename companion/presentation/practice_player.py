"""A practice being played: what is said at each moment, what the buttons mean, and what is kept of it in the end."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple

from companion.application.errors import UserError
from companion.domain.errors import DomainError
from companion.domain.practice_run import Run, course_of
from companion.presentation.practice_pacer import RESTING, fullness, moves
from companion.presentation.practice_words import care_line, clock_words, rhythm_words, step_words
from companion.presentation.sentences import line_of
from companion.presentation.translation import _

if TYPE_CHECKING:
    from companion.application.practice_ports import SteadyClock
    from companion.application.practice_sessions import PracticeSessionService
    from companion.domain.practice import Practice
    from companion.domain.practice_run import Spot
    from companion.domain.practice_session import PracticeSession

TOO_SHORT_TO_KEEP_S = 10
LEFT_ALONE_AFTER_S = 3600  # longer than any of ours; what waits for "next" may have been left standing


class Playing(NamedTuple):
    """What is to be played: a practice, its variant, for how many seconds, and what it began from."""

    practice: Practice
    variant: int | None = None
    seconds: int | None = None
    before: int | None = None
    check_in_id: str | None = None


class Frame(NamedTuple):
    """What moves alone: how full the circle is, and the share that is done. `has_new_words`: it is time to `look`."""

    fullness: float
    done: float
    has_new_words: bool


class PlayerState(NamedTuple):
    """What is shown now. `say` is large, `more` small; `below` is the line under both.

    `seconds` are those in `more` alone. `things` is how many the step asks for, 0 if it counts nothing; `noticed` how
    many are likely found by now. `seconds_to_change` is how long the words stay as they are, None while nothing
    changes by itself.
    """

    title: str
    say: str
    more: str
    seconds: str
    below: str
    care: str
    spoken: str
    things: int
    noticed: int
    fullness: float
    done: float
    is_breath: bool
    is_paused: bool
    is_moving: bool
    may_go_on: bool
    may_be_slower: bool
    may_be_quicker: bool
    has_tempo: bool
    seconds_to_change: float | None


class PlayerPresenter:
    """One practice from its beginning to its end; `look` is asked as often as there are pictures."""

    def __init__(self, playing: Playing, sessions: PracticeSessionService, clock: SteadyClock) -> None:
        self.playing = playing
        self._sessions = sessions
        self._clock = clock
        self._started_at = sessions.now()
        self._run = Run(course_of(playing.practice, playing.variant, playing.seconds)).going(clock.seconds())
        self._began_at = clock.seconds()
        self._ended: PracticeSession | None = None
        self._is_ended = False
        self._words_until: float | None = None
        self.trouble = ""

    @property
    def is_ended(self) -> bool:
        """True once it was stopped or came to its end."""
        return self._is_ended

    @property
    def is_under_way(self) -> bool:
        """True while somebody is likely to be in the midst of it: not paused, not over, not left standing."""
        is_fresh = self._clock.seconds() - self._began_at < LEFT_ALONE_AFTER_S
        return is_fresh and not (self._is_ended or self._run.is_paused)

    @property
    def session(self) -> PracticeSession | None:
        """What was kept of it; None while it is played, and where it was too short to keep."""
        return self._ended

    def look(self) -> PlayerState | None:
        """What is shown now; None once it is over, and then it is kept."""
        if self._is_ended:
            return None
        now = self._clock.seconds()
        spot = self._run.spot(now)
        if spot is None:
            self._end(stopped_early=False)
            return None
        state = self._state(spot)
        self._words_until = None if state.seconds_to_change is None else now + state.seconds_to_change
        return state

    def frame(self) -> Frame | None:
        """What moves now; None once it is over."""
        now = self._clock.seconds()
        spot = None if self._is_ended else self._run.spot(now)
        if spot is None:
            return None
        is_due = self._words_until is not None and now >= self._words_until
        return Frame(fullness(spot, self._run.course.steps), spot.done, is_due)

    def pause_or_go_on(self) -> None:
        """Stands still, or goes on from there."""
        now = self._clock.seconds()
        self._run = self._run.going(now) if self._run.is_paused else self._run.paused(now)

    def slower(self) -> None:
        """A little slower, as far as that is safe."""
        self._run = self._run.slower(self._clock.seconds())

    def quicker(self) -> None:
        """A little quicker, as far as that is safe."""
        self._run = self._run.quicker(self._clock.seconds())

    def go_on(self) -> None:
        """To the next step, now."""
        self._run = self._run.gone_on(self._clock.seconds())

    def stop(self) -> None:
        """Ends it here. Nobody asks why."""
        if not self._is_ended:
            self._end(stopped_early=not self._run.at(self._clock.seconds()).is_over)

    def _end(self, *, stopped_early: bool) -> None:
        self._is_ended = True
        if stopped_early and self._clock.seconds() - self._began_at < TOO_SHORT_TO_KEEP_S:
            return
        playing = self.playing
        try:
            self._ended = self._sessions.finish(
                playing.practice,
                self._started_at,
                before=playing.before,
                check_in_id=playing.check_in_id,
                stopped_early=stopped_early,
            )
        except (UserError, DomainError) as error:
            self.trouble = line_of(error)

    def _state(self, spot: Spot) -> PlayerState:
        course, tempo = self._run.course, self._run.tempo
        is_breath = self.playing.practice.is_about_breath
        left = None if spot.left is None else max(1, math.ceil(spot.left - 1e-6))
        more = spot.step.more
        if is_breath and left is not None:
            more = _("{how}, {seconds}").format(how=more, seconds=left) if more else str(left)
        changes = _tempo_matters(course.slowest, course.quickest)
        return PlayerState(
            title=self.playing.practice.title,
            say=spot.step.say,
            more=more,
            seconds=str(left) if is_breath and left is not None else "",
            below=_below(spot, rhythm_words(course.steps, tempo) if is_breath else "", course.count),
            care=_breath_care() if is_breath else care_line(),
            spoken=step_words(spot.step),
            things=spot.step.count or 0,
            noticed=_noticed(spot),
            fullness=fullness(spot, course.steps) if is_breath or spot.step.phase is not None else RESTING,
            done=spot.done,
            is_breath=is_breath,
            is_paused=self._run.is_paused,
            is_moving=moves(spot.step.phase) and not self._run.is_paused,
            may_go_on=not is_breath,
            may_be_slower=changes and tempo > course.slowest + 1e-9,
            may_be_quicker=changes and tempo < course.quickest - 1e-9,
            has_tempo=changes and spot.left_in_all is not None,
            seconds_to_change=None if self._run.is_paused else _until_words_change(spot),
        )


def _tempo_matters(slowest: float, quickest: float) -> bool:
    return quickest - slowest > 1e-9


def _breath_care() -> str:
    return _("If breathing makes it worse, stop and look around the room instead.")


def _below(spot: Spot, rhythm: str, steps: int) -> str:
    parts = []
    if spot.left_in_all is not None:
        parts.append(_("{time} left.").format(time=clock_words(spot.left_in_all)))
    if rhythm:
        parts.append(rhythm)
    elif steps > 1:
        parts.append(_("Step {number} of {count}.").format(number=spot.number + 1, count=steps))
    return " ".join(parts)


def _noticed(spot: Spot) -> int:
    """How many of the things that a step asks for are likely to be found by now: evenly over its time."""
    if spot.step.count is None or spot.left is None:
        return 0
    length = spot.into + spot.left
    return min(spot.step.count, int(spot.step.count * spot.into / length) + 1)


def _until_words_change(spot: Spot) -> float | None:
    """The words count whole seconds of the step and of the whole: until the next of these changes."""
    waits = [left % 1 or 1.0 for left in (spot.left, spot.left_in_all) if left is not None]
    return min(waits) if waits else None
