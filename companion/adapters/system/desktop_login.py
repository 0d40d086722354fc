"""What logind, the system's keeper of sessions, says of this one: since when it is, and whether it is locked or idle.

Many desktops never set its hints, so a hint that is off says nothing; one that is on is true.
"""

import os
import re
from datetime import datetime, timedelta
from typing import cast

from companion.adapters.system.desktop_bus import Answers, Question, all_properties, property_in
from companion.domain.moment import EPOCH

LOGIND = "org.freedesktop.login1"
_SESSIONS = "/org/freedesktop/login1/session"
_SESSION = "org.freedesktop.login1.Session"


def questions() -> tuple[Question, ...]:
    """About the session named in the environment, and about the one logind itself takes us to belong to."""
    named = os.environ.get("XDG_SESSION_ID")
    paths = [f"{_SESSIONS}/auto"] if named is None else [f"{_SESSIONS}/{_label(named)}", f"{_SESSIONS}/auto"]
    return tuple(all_properties(LOGIND, path, _SESSION) for path in paths)


def logged_in_at(answers: Answers) -> datetime | None:
    """The instant at which the session began, in UTC."""
    began = _first(answers, "Timestamp")
    return EPOCH + timedelta(microseconds=cast("int", began)) if began else None


def is_locked(answers: Answers) -> bool | None:
    """True if the screen was locked through logind, else None."""
    return True if _first(answers, "LockedHint") else None


def idle_since(answers: Answers) -> datetime | None:
    """The instant, in UTC, since which the desktop takes the person to be away; None if it does not."""
    since = _first(answers, "IdleSinceHint") if _first(answers, "IdleHint") else None
    return EPOCH + timedelta(microseconds=cast("int", since)) if since else None


def _first(answers: Answers, name: str) -> object:
    values = (property_in(answers, question, name) for question in questions())
    return next((value for value in values if value is not None), None)


def _label(name: str) -> str:
    """A session's name as logind writes it into a path: a digit in front and every sign stand as _xx."""
    return re.sub(r"^[0-9]|[^A-Za-z0-9]", lambda found: f"_{ord(found[0]):02x}", name)
