"""The words of a notification: neutral, whatever is behind it, unless the person wrote their own."""

from collections.abc import Mapping
from dataclasses import dataclass

from companion.domain.prompt import Prompt
from companion.domain.reminder import Purpose
from companion.presentation.translation import _

OPEN_ACTION = "default"
CHECK_IN_ACTION = "check-in"
LATER_ACTION = "later"
NOT_NOW_ACTION = "not-now"

_own: Mapping[str, str] = {}


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


def use_own_texts(words: Mapping[str, str]) -> None:
    """From now on the person's own texts stand in place of ours; none of them while the store is locked.

    Among `words` may be others of their own.
    """
    global _own
    _own = dict(words)


def invitation_to(prompt: Prompt, *, may_snooze: bool, is_discreet: bool = False) -> Invitation:
    """The notification of a prompt; a discreet one has no words but the program's name and those of its buttons."""
    text = "" if is_discreet else _own.get(own_text_name(prompt.reminder_id)) or neutral_text()
    return build_invitation(may_snooze=may_snooze, purpose=prompt.purpose, text=text)


def build_invitation(*, may_snooze: bool, purpose: Purpose = Purpose.CHECK_IN, text: str | None = None) -> Invitation:
    """Neutral without a `text`; with "Later" once, and "Not now" where it has been put off already."""
    first = _("Check in") if purpose is Purpose.CHECK_IN else _("Write")
    second = (LATER_ACTION, _("Later")) if may_snooze else (NOT_NOW_ACTION, _("Not now"))
    return Invitation(
        title=_("Companion"),
        text=neutral_text() if text is None else text,
        actions=((OPEN_ACTION, first), (CHECK_IN_ACTION, first), second),
    )
