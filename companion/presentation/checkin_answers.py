"""What stands in the check-in form, as the answer that is saved or the half-filled one that is kept, and back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.application.checkins import Answer
from companion.domain.checkin import Answering
from companion.domain.context import Context
from companion.domain.draft import Draft
from companion.domain.text import clean_tags, clean_text
from companion.presentation.checkin_form import Filled

if TYPE_CHECKING:
    from datetime import timedelta, tzinfo

    from companion.domain.moment import Moment


def answer_of(
    filled: Filled, experienced_at: Moment | None, took: timedelta | None, corrects: str | None = None
) -> Answer:
    """What is saved; `corrects` as `Answer` has it. Raises DomainError for names outside their rules."""
    return Answer(
        arousal=filled.points,
        zone=filled.zone,
        note=filled.note,
        tags=filled.tags,
        experienced_at=experienced_at,
        pleasantness=filled.pleasantness,
        safe=filled.safe,
        connected=filled.connected,
        sleep=filled.sleep,
        slept=filled.slept,
        context=_context_of(filled),
        answering=Answering(took, filled.first_touch, filled.method),
        corrects=corrects,
    )


def draft_of(filled: Filled, begun_at: Moment, experienced_at: Moment | None, took: timedelta | None = None) -> Draft:
    """What is kept for later, also a note that is too long to be saved. Raises DomainError for names."""
    return Draft(
        begun_at,
        filled.points,
        filled.zone,
        clean_text(filled.note).strip(),
        experienced_at,
        pleasantness=filled.pleasantness,
        safe=filled.safe,
        connected=filled.connected,
        sleep=filled.sleep,
        slept=filled.slept,
        tags=clean_tags(filled.tags),
        context=_context_of(filled),
        first_touch=filled.first_touch,
        method=filled.method,
        took=took,
    )


def filled_of(draft: Draft, zone: tzinfo) -> Filled:
    """What was kept, as it stood in the form; its moment is what clocks of `zone` showed then."""
    context, chosen = draft.context, draft.experienced_at
    return Filled(
        draft.arousal,
        draft.zone,
        draft.note,
        None if chosen is None else chosen.utc.astimezone(zone).replace(tzinfo=None),
        first_touch=draft.first_touch,
        method=draft.method,
        pleasantness=draft.pleasantness,
        safe=draft.safe,
        connected=draft.connected,
        people=context.people,
        places=context.places,
        activities=context.activities,
        body_cues=context.body_cues,
        sleep=draft.sleep,
        slept=draft.slept,
        tags=draft.tags,
    )


def _context_of(filled: Filled) -> Context:
    return Context(filled.people, filled.places, filled.activities, filled.body_cues)
