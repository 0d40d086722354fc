"""The words of a notification: neutral, whatever is behind it."""

from dataclasses import dataclass

from companion.presentation.translation import _

OPEN_ACTION = "default"
CHECK_IN_ACTION = "check-in"
LATER_ACTION = "later"
NOT_NOW_ACTION = "not-now"


@dataclass(frozen=True, slots=True)
class Invitation:
    """What a notification shows: two neutral lines, and its buttons as (key, label)."""

    title: str
    text: str
    actions: tuple[tuple[str, str], ...]


def own_text_name(reminder_id: str) -> str:
    """The name under which the person's own text of a reminder is kept."""
    return f"reminder.{reminder_id}.text"


def neutral_text() -> str:
    """What it says where the person wrote nothing of their own."""
    return _("A moment for you")


def build_invitation(*, may_snooze: bool) -> Invitation:
    """The invitation to check in; with "Later" once, and "Not now" where it has been put off already."""
    second = (LATER_ACTION, _("Later")) if may_snooze else (NOT_NOW_ACTION, _("Not now"))
    return Invitation(
        title=_("Companion"),
        text=neutral_text(),
        actions=((OPEN_ACTION, _("Check in")), (CHECK_IN_ACTION, _("Check in")), second),
    )
