"""Whether this is a moment to be asked, by what the desktop says: else a prompt is held back for a while."""

from datetime import datetime, timedelta

from companion.domain.desktop import Desktop
from companion.domain.prompt import Reason

AWAY_AFTER = timedelta(minutes=5)
START_UP_GRACE = timedelta(minutes=10)
BREAKPOINT = timedelta(seconds=20)


def reason_to_hold(desktop: Desktop, now: datetime) -> Reason | None:
    """Why a prompt has to wait at `now`; None if it may be shown, also wherever the desktop says nothing.

    While somebody types it waits for 20 s without a touch (a breakpoint: Iqbal and Bailey 2008,
    10.1145/1357054.1357070).
    """
    if desktop.is_practising:
        return Reason.PRACTISING
    if desktop.screen_locked:
        return Reason.SCREEN_LOCKED
    if desktop.idle_for is not None and desktop.idle_for > AWAY_AFTER:
        return Reason.AWAY
    if desktop.resumed_at is not None and timedelta(0) <= now - desktop.resumed_at < START_UP_GRACE:
        return Reason.START_UP
    if desktop.do_not_disturb:
        return Reason.DO_NOT_DISTURB
    if desktop.is_full_screen:
        return Reason.FULL_SCREEN
    return Reason.TYPING if _is_typing(desktop) else None


def _is_typing(desktop: Desktop) -> bool:
    has_stopped = desktop.idle_for is not None and desktop.idle_for >= BREAKPOINT
    return bool(desktop.is_typing) and not has_stopped
