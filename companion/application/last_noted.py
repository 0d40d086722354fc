"""When something was last noted, as the store knows it."""

from datetime import datetime, timedelta

from companion.application.store_ports import Store
from companion.domain.delivery import BETWEEN_PROMPTS
from companion.domain.noting import LastNoted
from companion.domain.reminder import LONGEST_SILENCE, Purpose

_JUST_AFTER = timedelta(microseconds=1)


def last_noted(store: Store, now: datetime) -> LastNoted:
    """What matters to reminders at `now`: nothing older than the longest silence they may ask for."""
    check_ins = store.check_ins.between(now - LONGEST_SILENCE, now + _JUST_AFTER, limit=1)
    near = store.check_ins.between(now - BETWEEN_PROMPTS, now + _JUST_AFTER)
    return LastNoted(
        unasked=max((c.created_at.utc for c in near if c.is_unasked), default=None),
        check_in=check_ins[-1].experienced_at.utc if check_ins else None,
        reflection=_last_reflection(store, now) if _matters(store) else None,
    )


def _last_reflection(store: Store, now: datetime) -> datetime | None:
    reflections = store.reflections.between(now - LONGEST_SILENCE, now + _JUST_AFTER)
    return reflections[-1].experienced_at.utc if reflections else None


def _matters(store: Store) -> bool:
    """Reflections are read only where a reminder asks for them, and only after silence."""
    return any(
        each.purpose is Purpose.REFLECTION and each.only_after_silence is not None for each in store.reminders.all()
    )
