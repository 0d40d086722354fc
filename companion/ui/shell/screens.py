"""The screens a person can go to, in the order of the side bar."""

from enum import Enum

from companion.presentation.translation import _


class ScreenName(Enum):
    """One place in the window."""

    TODAY = "today"
    CHART = "chart"
    JOURNAL = "journal"
    CONCEPTS = "concepts"
    PRACTICES = "practices"
    REMINDERS = "reminders"
    SETTINGS = "settings"
    SUPPORT = "support"
    HELP = "help"
    WELCOME = "welcome"


IN_SIDE_BAR = (
    ScreenName.TODAY,
    ScreenName.CHART,
    ScreenName.JOURNAL,
    ScreenName.CONCEPTS,
    ScreenName.PRACTICES,
    ScreenName.REMINDERS,
    ScreenName.SETTINGS,
)
OPEN_WHILE_LOCKED = (ScreenName.TODAY, ScreenName.SETTINGS, ScreenName.SUPPORT, ScreenName.HELP)
LEAD_BACK = (ScreenName.SUPPORT, ScreenName.HELP)


def screen_label(name: ScreenName) -> str:
    """Its name on screen."""
    return {
        ScreenName.TODAY: _("Today"),
        ScreenName.CHART: _("Chart"),
        ScreenName.JOURNAL: _("Journal"),
        ScreenName.CONCEPTS: _("Concepts"),
        ScreenName.PRACTICES: _("Practices"),
        ScreenName.REMINDERS: _("Reminders"),
        ScreenName.SETTINGS: _("Settings"),
        ScreenName.SUPPORT: _("Support now"),
        ScreenName.HELP: _("Help"),
        ScreenName.WELCOME: _("Welcome"),
    }[name]
