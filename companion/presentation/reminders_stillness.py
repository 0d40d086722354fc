"""When reminders keep still: quiet hours, and the situations in which they wait."""

from collections.abc import Callable
from dataclasses import dataclass

from companion.application.errors import UserError
from companion.application.preferences import PreferenceService
from companion.application.reminders import ReminderService
from companion.domain.errors import DomainError
from companion.domain.quiet_hours import NO_QUIET_HOURS, QuietHours
from companion.domain.reminder import EVERY_DAY, MINUTES_A_DAY, DayRange, TimeRange
from companion.presentation.date_words import DateWords
from companion.presentation.reminders_words import end_text, weekdays_text
from companion.presentation.sentences import line_of
from companion.presentation.translation import _

USUAL_NIGHT = (22 * 60, 8 * 60)


@dataclass(frozen=True, slots=True)
class WaitState:
    """One situation: the name of its setting, its words, and whether reminders wait in it."""

    setting: str
    words: str
    detail: str
    is_on: bool


@dataclass(frozen=True, slots=True)
class StillnessState:
    """The card's content. `start` and `end` are minutes after midnight; the end may lie on the next day.

    `other` says in words quiet hours that are no such night: they can be replaced, not edited, there.
    """

    is_quiet: bool
    start: int
    end: int
    other: str
    waits: tuple[WaitState, ...]
    is_discreet: bool


def night_of(quiet_hours: QuietHours) -> tuple[int, int] | None:
    """Quiet hours that are the same every day, from a time until another, perhaps on the next day; else None."""
    if any(each.weekdays != EVERY_DAY for each in quiet_hours.ranges):
        return None
    match sorted((each.between.start, each.between.end) for each in quiet_hours.ranges):
        case [(start, end)]:
            return start, end % MINUTES_A_DAY
        case [(0, end), (start, last)] if last == MINUTES_A_DAY:
            return start, end
        case _:
            return None


def quiet_from(start: int, end: int) -> QuietHours:
    """Quiet hours of every day from `start` until `end`, minutes after midnight; the same twice is the whole day."""
    spans = [(start, end)] if start < end else [(0, end), (start, MINUTES_A_DAY)]
    return QuietHours(tuple(DayRange(TimeRange(*span)) for span in spans if span[0] < span[1]))


class StillnessPresenter:
    """What the card's fields and switches do. Intents answer with "", or the one line that says why not."""

    def __init__(self, reminders: ReminderService, preferences: PreferenceService, words: DateWords) -> None:
        self._reminders = reminders
        self._preferences = preferences
        self._words = words

    def state(self) -> StillnessState | None:
        """The card's content now; None while the quiet hours cannot be read."""
        try:
            quiet = self._reminders.quiet_hours()
        except UserError:
            return None
        night = night_of(quiet)
        start, end = night or USUAL_NIGHT
        settings = self._preferences.settings
        waits = tuple(
            WaitState(name, words, detail, getattr(settings, name)) for name, words, detail in _situations()
        )
        other = "" if night or not quiet.ranges else self._in_words(quiet)
        return StillnessState(bool(quiet.ranges), start, end, other, waits, settings.discreet_reminders)

    def keep_quiet(self, start: int, end: int) -> str:
        """Nothing is shown between these times, on every day."""
        return _tried(lambda: self._reminders.keep_quiet(quiet_from(start, end)))

    def end_quiet(self) -> str:
        """There are no quiet hours."""
        return _tried(lambda: self._reminders.keep_quiet(NO_QUIET_HOURS))

    def wait(self, setting: str, is_wanted: bool) -> str:
        """Whether reminders wait in a situation."""
        return _tried(lambda: self._preferences.change(**{setting: is_wanted}))

    def be_discreet(self, is_wanted: bool) -> str:
        """Whether the icon in the tray alone says that a reminder has come."""
        return _tried(lambda: self._preferences.change(discreet_reminders=is_wanted))

    def _in_words(self, quiet: QuietHours) -> str:
        parts = [
            _("{start} to {end}, {days}").format(
                start=self._words.clock_time(each.between.start),
                end=end_text(each.between.end, self._words),
                days=weekdays_text(each.weekdays, self._words),
            )
            for each in quiet.ranges
        ]
        return _("Now quiet: {times}.").format(times="; ".join(parts))


def _situations() -> tuple[tuple[str, str, str], ...]:
    """The settings in the order of the card, with their words."""
    return (
        ("waits_while_typing", _("While I am typing"), _("Until there is a pause of 20 seconds.")),
        ("waits_in_full_screen", _("While a window fills the screen"), _("Such as a film or a presentation.")),
        ("waits_for_do_not_disturb", _("While the desktop says do not disturb"), ""),
        ("waits_while_locked", _("While the screen is locked"), ""),
        ("waits_while_away", _("While I am away"), _("When nothing was touched for five minutes.")),
        ("waits_after_start", _("Just after starting or waking up"), _("For the first ten minutes.")),
    )


def _tried(act: Callable[[], object]) -> str:
    try:
        act()
    except (DomainError, UserError) as error:
        return line_of(error)
    return ""
