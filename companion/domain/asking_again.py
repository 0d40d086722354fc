"""Asking again: one prompt that the person wished for themselves; it needs no reminder."""

from datetime import timedelta

from companion.domain.event_slots import place_of
from companion.domain.moment import Moment
from companion.domain.prompt import Prompt
from companion.domain.prompt_id import prompt_id
from companion.domain.reminder import DEFAULT_EXPIRY, Purpose, ReminderKind
from companion.domain.schedule import SHORT_BLOCK

ASK_AGAIN = "00000000-0000-7000-8000-00000000a5a5"
ASK_AGAIN_AFTER = timedelta(minutes=30)


def prompt_to_ask_again(at: Moment) -> Prompt:
    """The prompt that comes at that moment; asked for twice within a second it is the same."""
    day, place = at.local.date(), place_of(at)
    return Prompt(
        id=prompt_id(ASK_AGAIN, day, place),
        reminder_id=ASK_AGAIN,
        kind=ReminderKind.ONCE,
        purpose=Purpose.CHECK_IN,
        day=day,
        slot=place,
        at=at,
        block_start=at,
        block_end=Moment(at.utc + SHORT_BLOCK, at.offset, at.zone_name),
        expiry_minutes=DEFAULT_EXPIRY // timedelta(minutes=1),
    )
