"""When something was last noted, as the store knows it."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, TypeVar

from companion.domain.delivery import BETWEEN_PROMPTS
from companion.domain.noting import LastNoted
from companion.domain.reflection import Reflection
from companion.domain.reminder import LONGEST_SILENCE, Purpose
from companion.domain.triangle import Triangle

if TYPE_CHECKING:
    from companion.application.store_ports import NotedRepository, Store

N = TypeVar("N", Reflection, Triangle)
_JUST_AFTER = timedelta(microseconds=1)


def last_noted(store: Store, now: datetime) -> LastNoted:
    """What matters to reminders at `now`: nothing older than the longest silence they may ask for."""
    check_ins = store.check_ins.between(now - LONGEST_SILENCE, now + _JUST_AFTER, limit=1)
    near = store.check_ins.between(now - BETWEEN_PROMPTS, now + _JUST_AFTER)
    return LastNoted(
        unasked=max((c.created_at.utc for c in near if c.is_unasked), default=None),
        check_in=check_ins[-1].experienced_at.utc if check_ins else None,
        reflection=_last_of(store, Purpose.REFLECTION, store.reflections, now),
        triangle=_last_of(store, Purpose.TRIANGLE, store.triangles, now),
    )


def _last_of(store: Store, purpose: Purpose, kept: NotedRepository[N], now: datetime) -> datetime | None:
    """They are read only where a reminder asks for them, and only after silence."""
    if not any(each.purpose is purpose and each.only_after_silence is not None for each in store.reminders.all()):
        return None
    noted = kept.between(now - LONGEST_SILENCE, now + _JUST_AFTER)
    return noted[-1].experienced_at.utc if noted else None
