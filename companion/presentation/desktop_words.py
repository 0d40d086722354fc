"""What this desktop can do, in plain words: what it means for reminders, and what happens where it is not there."""

from typing import NamedTuple

from companion.application.desktop_abilities import Ability, DesktopAbilities
from companion.presentation.translation import _


class AbilityWords(NamedTuple):
    """`state` is a word or two; `meaning` is what there is, or what is not known, and `instead` what is done then."""

    ability: Ability
    is_there: bool | None
    title: str
    state: str
    meaning: str
    instead: str = ""


def ability_words(abilities: DesktopAbilities) -> tuple[AbilityWords, ...]:
    """One for each ability, in the order in which they are shown. Without notifications there is none of buttons."""
    left_out = Ability.BUTTONS if abilities.notifications is False else None
    return tuple(_words_of(ability, abilities) for ability in Ability if ability is not left_out)


def _words_of(ability: Ability, abilities: DesktopAbilities) -> AbilityWords:
    is_there = ability.of(abilities)
    if is_there:
        meaning = _typing_too() if ability is Ability.IDLE and abilities.typing else _present()[ability]
        return AbilityWords(ability, is_there, ability_title(ability), state_word(is_there), meaning)
    meaning, instead = (_("Companion cannot tell from here."), "") if is_there is None else _absent()[ability]
    return AbilityWords(ability, is_there, ability_title(ability), state_word(is_there), meaning, instead)


def state_word(is_there: bool | None) -> str:
    """A word for yes, no and unknown."""
    return {True: _("works here"), False: _("not here"), None: _("not known")}[is_there]


def login_word(is_on: bool | None) -> str:
    """A word for whether the program starts with the log-in."""
    return {True: _("on"), False: _("off"), None: state_word(None)}[is_on]


def ability_title(ability: Ability) -> str:
    """What it is called."""
    return {
        Ability.TRAY: _("Icon in the tray"),
        Ability.NOTIFICATIONS: _("Notifications"),
        Ability.BUTTONS: _("Buttons on notifications"),
        Ability.IDLE: _("Time without keys or mouse"),
        Ability.DO_NOT_DISTURB: _("Do not disturb"),
        Ability.FULL_SCREEN: _("Full screen"),
        Ability.SCREEN_LOCK: _("Locked screen"),
        Ability.SLEEP: _("Sleep"),
    }[ability]


def _typing_too() -> str:
    return _(
        "While you type, a reminder waits for a pause of 20 seconds. While you are away it waits until you are back."
    )


def _present() -> dict[Ability, str]:
    return {
        Ability.TRAY: _(
            "Companion stays at hand there. The icon's shape says whether it is quiet, paused, or a moment waits."
        ),
        Ability.NOTIFICATIONS: _("Reminders come as a notification with neutral words."),
        Ability.BUTTONS: _("A reminder can be answered, put off or let go from the notification itself."),
        Ability.IDLE: _("While you are away, a reminder waits until you are back."),
        Ability.DO_NOT_DISTURB: _("While it is switched on, reminders wait, and after ten minutes they stay away."),
        Ability.FULL_SCREEN: _(
            "While a film or a talk fills the screen, reminders wait, and after ten minutes they stay away."
        ),
        Ability.SCREEN_LOCK: _("While the screen is locked, reminders wait, and after ten minutes they stay away."),
        Ability.SLEEP: _("The system says when it wakes up, so that nothing comes in a heap afterwards."),
    }


def _absent() -> dict[Ability, tuple[str, str]]:
    pause = _("Pause the reminders when they would be in the way.")
    return {
        Ability.TRAY: (
            _("This desktop shows no tray icons, so closing the window ends Companion."),
            _("Minimise the window instead, and reminders keep coming."),
        ),
        Ability.NOTIFICATIONS: (
            _("No service here shows notifications."),
            _("Reminders come as a small window instead, which never takes the keyboard."),
        ),
        Ability.BUTTONS: (
            _("Notifications have no buttons here."),
            _("Reminders come as a small window instead, which never takes the keyboard."),
        ),
        Ability.IDLE: (_("The desktop does not say whether somebody is there."), _("Reminders come at their time.")),
        Ability.DO_NOT_DISTURB: (_("The desktop does not say whether this is switched on."), pause),
        Ability.FULL_SCREEN: (_("The desktop does not say whether a window fills the screen."), pause),
        Ability.SCREEN_LOCK: (
            _("The desktop does not say whether the screen is locked."),
            _("Reminders show neutral words only, whoever sees them."),
        ),
        Ability.SLEEP: (
            _("The system does not say when it wakes up."),
            _("Companion sees it on the clock, a minute later at most."),
        ),
    }
