"""The first start: four short screens, what the window's picture says, and one gentle reminder for who wants it."""

from enum import Enum
from typing import NamedTuple

from companion.application.errors import UserError
from companion.application.reminders import ReminderService
from companion.domain.errors import DomainError
from companion.domain.reminder import RandomInBlocks, TimeRange
from companion.domain.window import STARTING_GUESS
from companion.domain.zone import Zone
from companion.presentation.about import Said, about
from companion.presentation.date_words import DateWords
from companion.presentation.privacy import protection
from companion.presentation.reminders_words import rule_sentence
from companion.presentation.sentences import line_of
from companion.presentation.translation import _

GENTLE = RandomInBlocks(2, TimeRange(10 * 60, 20 * 60))
"""Half of what is offered otherwise, within the day, at moments that change."""


class Step(Enum):
    """The screens of the first start, in their order."""

    ABOUT = "about"
    WINDOW = "window"
    REMINDERS = "reminders"
    PRIVACY = "privacy"


class StepWords(NamedTuple):
    """One screen: which of how many it is, its title, and what it says."""

    progress: str
    title: str
    parts: tuple[Said, ...]


class GentleState(NamedTuple):
    """The offer to be reminded. `note` stands in its place where there is nothing to offer, else it is ""."""

    text: str
    detail: str
    is_on: bool
    note: str = ""


def step_words(step: Step, *, is_protected: bool) -> StepWords:
    """What that screen says; the last depends on whether there is a passphrase."""
    steps = tuple(Step)
    progress = _("{number} of {count}").format(number=steps.index(step) + 1, count=len(steps))
    if step is Step.ABOUT:
        return StepWords(progress, _("Welcome to Companion"), about())
    title, sentences = {
        Step.WINDOW: lambda: (_("Your window"), _about_the_window()),
        Step.REMINDERS: lambda: (_("Would you like to be reminded?"), _about_reminders()),
        Step.PRIVACY: lambda: (_("Who can read it"), _about_privacy(is_protected=is_protected)),
    }[step]()
    return StepWords(progress, title, (Said("", "\n\n".join(sentences)),))


def zone_in_picture(points: int) -> Zone:
    """Where those points lie in the picture, whose window is the one everybody begins with."""
    if points > STARTING_GUESS.upper:
        return Zone.ABOVE
    return Zone.BELOW if points < STARTING_GUESS.lower else Zone.INSIDE


def picture_words(zone: Zone) -> str:
    """What it can be like there, in a sentence."""
    if zone is Zone.ABOVE:
        return _(
            "Above the window there is more energy than can be used: on edge, flooded, hard to settle. The body "
            "tries to protect you."
        )
    if zone is Zone.BELOW:
        return _(
            "Below the window there is less than is needed: numb, foggy, flat, far away. This, too, is the body "
            "trying to protect you."
        )
    return _("Inside the window you can feel and think at the same time. Things still move you, and you come back.")


class WelcomePresenter:
    """What may be switched on during the first start; everything can be changed later on."""

    def __init__(self, reminders: ReminderService, words: DateWords) -> None:
        self._reminders = reminders
        self._words = words
        self._added = ""

    def gentle(self) -> GentleState:
        """The offer; where there are reminders already, only that there are."""
        offer = GentleState(_("Ask me gently, twice a day"), rule_sentence(GENTLE, self._words), bool(self._added))
        try:
            others = [each for each in self._reminders.reminders() if each.id != self._added]
        except UserError as error:
            return offer._replace(note=line_of(error))
        already = _("You have reminders already. They can be changed at any time under Reminders.")
        return offer._replace(note=already) if others else offer

    def remind(self, wanted: bool) -> str:
        """Adds the gentle reminder, or takes it away again. "", or the line that says why it could not be."""
        try:
            if wanted and not self._added:
                self._added = self._reminders.add(GENTLE).id
            elif not wanted and self._added:
                self._reminders.remove(self._added)
                self._added = ""
        except (DomainError, UserError) as error:
            return line_of(error)
        return ""


def _about_the_window() -> tuple[str, ...]:
    return (
        _(
            "For each of us there is a range of energy in which we can feel and think at the same time. It is called "
            "the window of tolerance (Siegel, 1999). Everybody leaves it at times."
        ),
        _("Move the dot: with a finger, the mouse, or the arrow keys. It is only to try; nothing of it is kept."),
    )


def _about_reminders() -> tuple[str, ...]:
    return (
        _("Without reminders you check in whenever you think of it. That is a fine way to use Companion."),
        _("A reminder says “A moment for you” and nothing else. “Not now” is always one of the answers."),
    )


def _about_privacy(*, is_protected: bool) -> tuple[str, ...]:
    here = _("Everything stays on this computer. Companion opens no network connection at all.")
    if is_protected:
        return (here, *protection(is_protected=True))
    others = _(
        "If nobody else uses this computer, it can be fine without a passphrase. If somebody might look, a "
        "passphrase keeps them out. You can decide that later, too."
    )
    return (here, *protection(is_protected=False), others)
