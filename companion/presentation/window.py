"""My window, as Settings shows it: its two ends, where they come from, what the answers say, how it was before."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from companion.application.errors import UserError
from companion.domain.errors import DomainError
from companion.domain.window import STARTING_GUESS, LikelyRange, WindowOfTolerance, WindowSource
from companion.domain.window_learning import LEAST_LABELS, LabelCounts, Learned
from companion.presentation.sentences import line_of
from companion.presentation.settings_search import default_words
from companion.presentation.time_axis import dated
from companion.presentation.timeline_presenter import NEWS
from companion.presentation.translation import _, ngettext

if TYPE_CHECKING:
    from companion.application.event_bus import EventBus
    from companion.application.events import Event
    from companion.application.window import WindowLook, WindowService
    from companion.domain.metrics.window_bounds import Spread
    from companion.presentation.date_words import DateWords

MOST_VERSIONS = 20


@dataclass(frozen=True, slots=True)
class WindowState:
    """`lower` and `upper` are the ends in force, in points; `origin` says in a sentence where they come from.

    `estimate` says what the answers say, or what is missing for that, and the likely ranges are None where it says
    nothing of that end. `outlook` says when the window follows. `versions` are lines, newest first, and none while
    there was only ever one.
    """

    lower: int
    upper: int
    is_guess: bool
    origin: str
    estimate: tuple[str, ...] = ()
    lower_likely: LikelyRange | None = None
    upper_likely: LikelyRange | None = None
    outlook: str = ""
    versions: tuple[str, ...] = ()


def intro() -> str:
    """What a window is, and that it is nothing to be proud or ashamed of."""
    return " ".join(
        (
            _("The range of energy in which you can feel and think at the same time."),
            _("It moves with sleep, company and life, and no width of it is the right one."),
            default_words(_("{lower} to {upper}").format(lower=STARTING_GUESS.lower, upper=STARTING_GUESS.upper)),
        )
    )


def locked_words() -> str:
    """What stands there instead while nothing can be read."""
    return _("Your notebook is locked. Your window can be seen and moved once it is unlocked.")


def kept_words() -> str:
    """What is said once the ends are kept."""
    return _("Kept. This is your window from now on; what you noted before stays as it was.")


def back_words() -> str:
    """What is said once the starting guess holds again."""
    return _("The starting guess holds from now on; what you noted before stays as it was.")


def build_state(look: WindowLook, words: DateWords) -> WindowState:
    """The card's content for what is known now."""
    window, learned = look.in_force, look.learned
    is_said = learned.is_in_order
    lower, upper = (learned.lower, learned.upper) if is_said else (None, None)
    return WindowState(
        lower=window.lower,
        upper=window.upper,
        is_guess=window.source is WindowSource.STARTING_GUESS,
        origin=_origin(window, words),
        estimate=_estimate(learned),
        lower_likely=None if lower is None else lower.likely,
        upper_likely=None if upper is None else upper.likely,
        outlook=_outlook(window.source) if lower or upper else "",
        versions=_versions(look.versions, words),
    )


class WindowPresenter:
    """What can be done with the window. Intents answer with "", or with the one line that says why it cannot be."""

    def __init__(self, windows: WindowService, words: DateWords, bus: EventBus) -> None:
        self._windows = windows
        self._words = words
        self._outdated: list[Callable[[], None]] = []
        for kind in NEWS:
            bus.listen(kind, self._hear)

    def attach(self, outdated: Callable[[], None]) -> None:
        """From now on calls `outdated` whenever what was shown may no longer be so."""
        self._outdated.append(outdated)

    @property
    def is_locked(self) -> bool:
        """True while nothing can be read."""
        return self._windows.is_locked

    def state(self) -> WindowState | None:
        """The card's content now, from a fresh look; None while locked."""
        return None if self._windows.is_locked else build_state(self._windows.look(), self._words)

    def keep(self, lower: int, upper: int) -> str:
        """These are the person's own ends from now on."""
        return _trouble_of(lambda: self._windows.set_own(lower, upper))

    def go_back(self) -> str:
        """The starting guess holds again, and from the end of the day what the answers say."""
        return _trouble_of(self._windows.back_to_guess)

    def _hear(self, _news: Event) -> None:
        for outdated in self._outdated:
            outdated()


def _trouble_of(intent: Callable[[], None]) -> str:
    try:
        intent()
    except (DomainError, UserError) as error:
        return line_of(error)
    return ""


def _origin(window: WindowOfTolerance, words: DateWords) -> str:
    if window.source is WindowSource.STARTING_GUESS:
        return _("These two ends are a starting guess. You can move them to where you think they are.")
    day = dated(window.since.local.date(), words)
    if window.source is WindowSource.OWN:
        return _("You set these two ends on {day}.").format(day=day)
    return _("These two ends follow your answers since {day}.").format(day=day)


def _estimate(learned: Learned) -> tuple[str, ...]:
    counts = learned.counts
    if counts.total < LEAST_LABELS:
        return (_what_is_missing(counts),)
    if not learned.is_in_order:
        return (_rests_on(counts), _("They leave no room between the two ends so far, so there is no estimate yet."))
    return (_rests_on(counts), _upper_end(learned.upper), _lower_end(learned.lower))


def _lower_end(spread: Spread | None) -> str:
    if spread is None:
        return _("The lower end is not seen yet: few of these answers were below.")
    low, high = spread.likely
    return _("The lower end probably lies between {low} and {high}.").format(low=low, high=high)


def _upper_end(spread: Spread | None) -> str:
    if spread is None:
        return _("The upper end is not seen yet: few of these answers were above.")
    low, high = spread.likely
    return _("The upper end probably lies between {low} and {high}.").format(low=low, high=high)


def _what_is_missing(counts: LabelCounts) -> str:
    wanted = _(
        "Once {least} of your answers say both how much energy there was and where that was, there is an estimate."
    )
    so_far = ngettext("So far there is {count}.", "So far there are {count}.", counts.total)
    return " ".join((wanted.format(least=LEAST_LABELS), so_far.format(count=counts.total)))


def _rests_on(counts: LabelCounts) -> str:
    days = ngettext("{count} day", "{count} days", counts.days).format(count=counts.days)
    sides = _("{below} below, {inside} inside, {above} above").format(
        below=counts.below, inside=counts.inside, above=counts.above
    )
    return _("An estimate, learned from {count} of your answers on {days}: {sides}.").format(
        count=counts.total, days=days, sides=sides
    )


def _outlook(source: WindowSource) -> str:
    follows = {
        WindowSource.STARTING_GUESS: _("When the day ends, it takes the place of the starting guess."),
        WindowSource.OWN: _("The ends you set stay, unless your answers move clearly from one month to the next."),
        WindowSource.LEARNED: _("When your answers move clearly from one month to the next, your window follows."),
    }
    return " ".join((_("The bars beside the line show it."), follows[source]))


def _versions(versions: Sequence[WindowOfTolerance], words: DateWords) -> tuple[str, ...]:
    if len(versions) == 1:
        return ()
    lines = [_version(window, words) for window in reversed(versions)]
    if len(lines) <= MOST_VERSIONS:
        return tuple(lines)
    left = len(lines) - MOST_VERSIONS
    more = ngettext("and {count} before that", "and {count} before that", left).format(count=left)
    return (*lines[:MOST_VERSIONS], more)


def _version(window: WindowOfTolerance, words: DateWords) -> str:
    ends = _("{lower} to {upper}").format(lower=window.lower, upper=window.upper)
    if window.id == STARTING_GUESS.id:
        return _("at first: {ends}, the starting guess").format(ends=ends)
    since = {"day": dated(window.since.local.date(), words), "ends": ends}
    if window.source is WindowSource.STARTING_GUESS:
        return _("since {day}: {ends}, the starting guess").format(**since)
    if window.source is WindowSource.OWN:
        return _("since {day}: {ends}, set by you").format(**since)
    return ngettext(
        "since {day}: {ends}, learned from {count} answer",
        "since {day}: {ends}, learned from {count} answers",
        window.labels or 0,
    ).format(**since, count=window.labels or 0)
