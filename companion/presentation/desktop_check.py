"""How this computer is set up, as Settings shows it: what works, what happens instead, and what a test brought."""

from collections.abc import Callable
from enum import Enum
from typing import NamedTuple

from companion.application.desktop_abilities import Ability, DesktopAbilities
from companion.application.errors import UserError
from companion.application.ports import Autostart, DesktopProbe, DesktopState, TaskRunner
from companion.presentation.desktop_words import AbilityWords, ability_words
from companion.presentation.invitation import CHECK_IN_ACTION, OPEN_ACTION, Invitation
from companion.presentation.sentences import line_of
from companion.presentation.translation import _, ngettext

CHECK_IN_COMMAND = "companion check-in"
HIDDEN_COMMAND = "companion --hidden"


class Told(Enum):
    """What a test says of itself."""

    BEGUN = "begun"
    NOTICED = "noticed"
    NOTHING = "nothing"
    REFUSED = "refused"


class AbilityRow(NamedTuple):
    """One ability, the label of its test or "", and what came of that or ""."""

    words: AbilityWords
    test: str
    news: str


class DesktopCheckState(NamedTuple):
    """`rows` is empty until the desktop has answered. `starts_at_login` is None where that cannot be switched."""

    summary: str
    rows: tuple[AbilityRow, ...]
    starts_at_login: bool | None
    trouble: str = ""


def build_state(
    found: DesktopAbilities | None, told: dict[Ability, Told], starts_at_login: bool | None, trouble: str = ""
) -> DesktopCheckState:
    """What is shown of what was found, and of the tests."""
    if found is None:
        return DesktopCheckState(_("Looking at what this desktop can do…"), (), starts_at_login, trouble)
    rows = tuple(_row(words, told.get(words.ability)) for words in ability_words(found))
    missing = sum(row.words.is_there is False for row in rows)
    summary = ngettext(
        "{count} thing is not there on this desktop; below is what happens instead.",
        "{count} things are not there on this desktop; below is what happens instead.",
        missing,
    ).format(count=missing)
    everything = _("This desktop can do everything that reminders make use of.")
    return DesktopCheckState(summary if missing else everything, rows, starts_at_login, trouble)


def trial_label(ability: Ability) -> str:
    """What the button says that tries it; "" if there is nothing to try by itself."""
    return {
        Ability.TRAY: _("Blink the icon"),
        Ability.NOTIFICATIONS: _("Show a test notification"),
        Ability.BUTTONS: "",
        Ability.IDLE: _("Tell me when nothing was touched for 10 seconds"),
        Ability.DO_NOT_DISTURB: _("Tell me when it is switched on"),
        Ability.FULL_SCREEN: _("Tell me when a window fills the screen"),
        Ability.SCREEN_LOCK: _("Tell me when the screen was locked"),
        Ability.SLEEP: _("Tell me when it woke up"),
    }[ability]


def trial_invitation() -> Invitation:
    """A notification that asks nothing."""
    seen = _("I see it")
    return Invitation(
        _("Companion"), _("A reminder looks like this."), ((OPEN_ACTION, seen), (CHECK_IN_ACTION, seen))
    )


def login_words() -> tuple[str, str]:
    """What the switch says, and what it means."""
    return _("Start Companion when I log in"), _("It starts hidden, in the tray, so that reminders come.")


def login_elsewhere() -> str:
    """Where it is switched if not here."""
    words = _("To start Companion when you log in, add “{command}” to the desktop's own list of programs to start.")
    return words.format(command=HIDDEN_COMMAND)


def shortcut_sentence() -> str:
    """How a key of the person's own opens the check-in from everywhere."""
    return _("For a key that opens the check-in from everywhere, give it this command in the desktop's own settings:")


def _row(words: AbilityWords, told: Told | None) -> AbilityRow:
    test = trial_label(words.ability) if words.is_there else ""
    return AbilityRow(words, test, "" if told is None else _news(words.ability, told))


def _news(ability: Ability, told: Told) -> str:
    if told is Told.BEGUN:
        return _begun().get(ability) or _("Companion is watching for a minute.")
    if told is Told.NOTICED:
        return _noticed()[ability]
    if told is Told.REFUSED:
        return _("Nothing could be shown. Reminders come as a small window instead.")
    return _("Nothing was noticed. What depends on it comes at its time instead.")


def _begun() -> dict[Ability, str]:
    return {
        Ability.TRAY: _("The icon in the tray blinks now."),
        Ability.NOTIFICATIONS: _("It is on the screen now. Choosing a button on it, or it itself, tests that too."),
        Ability.IDLE: _("Please leave keyboard and mouse alone for a moment."),
        Ability.SLEEP: _("Whenever the computer wakes up, it is said here."),
    }


def _noticed() -> dict[Ability, str]:
    return {
        Ability.TRAY: _("The icon in the tray blinked."),
        Ability.NOTIFICATIONS: _("Your choice on the notification has reached Companion."),
        Ability.BUTTONS: _("Your choice on the notification has reached Companion."),
        Ability.IDLE: _("Noticed: nothing was touched for 10 seconds."),
        Ability.DO_NOT_DISTURB: _("Noticed: it is switched on."),
        Ability.FULL_SCREEN: _("Noticed: a window fills the screen."),
        Ability.SCREEN_LOCK: _("Noticed: the screen was locked."),
        Ability.SLEEP: _("Noticed: the computer woke up."),
    }


class DesktopCheckPresenter:
    """Looks when it is asked to, never by itself."""

    def __init__(self, desktop: DesktopState, probe: DesktopProbe, autostart: Autostart, tasks: TaskRunner) -> None:
        self._desktop = desktop
        self._probe = probe
        self._autostart = autostart
        self._tasks = tasks
        self._found: DesktopAbilities | None = None
        self._told: dict[Ability, Told] = {}
        self._trouble = ""
        self._changed: Callable[[], None] | None = None

    def attach(self, changed: Callable[[], None]) -> None:
        """From now on calls `changed` whenever there is something new to show."""
        self._changed = changed

    def state(self) -> DesktopCheckState:
        """What is known now."""
        return build_state(self._found, self._told, self._autostart.is_on(), self._trouble)

    def look(self) -> None:
        """Finds out anew; what comes of it is told through `attach`."""
        says = self._desktop.look()
        self._tasks.run(lambda: self._probe.abilities(says), self._on_found)

    def tell(self, ability: Ability, told: Told) -> None:
        """A test has something to say."""
        self._told[ability] = told
        self._say()

    def news_of(self, ability: Ability) -> str:
        """What its test said last, in words; "" if it said nothing."""
        told = self._told.get(ability)
        return "" if told is None else _news(ability, told)

    def start_at_login(self, wanted: bool) -> None:
        """Whether the program starts with the log-in."""
        self._trouble = ""
        try:
            self._autostart.put(wanted)
        except UserError as error:
            self._trouble = line_of(error)
        self._say()

    def _on_found(self, found: object) -> None:
        assert isinstance(found, DesktopAbilities)
        self._found = found
        self._say()

    def _say(self) -> None:
        if self._changed is not None:
            self._changed()
