"""The optional questions of the check-in: what each asks, and what it offers to choose from."""

from __future__ import annotations

from typing import NamedTuple

from companion.domain.checkin_field import CheckInField
from companion.domain.tag import TagKind
from companion.presentation.checkin_form import LineWords
from companion.presentation.translation import _

LINES = (CheckInField.PLEASANTNESS, CheckInField.SAFE, CheckInField.CONNECTED, CheckInField.SLEEP)
KINDS = {
    CheckInField.PEOPLE: TagKind.PERSON,
    CheckInField.PLACES: TagKind.PLACE,
    CheckInField.ACTIVITIES: TagKind.ACTIVITY,
    CheckInField.BODY_CUES: TagKind.BODY_CUE,
}
"""The questions answered by choosing names, each with the kind of name."""


class Choice(NamedTuple):
    """A question answered by choosing any of `names`, or by adding another one."""

    field: CheckInField
    question: str
    names: tuple[str, ...]
    add: str


class MoreState(NamedTuple):
    """What More asks beside tags, note and moment: `fields` in the order of the screen, `choices` of those with."""

    fields: tuple[CheckInField, ...] = ()
    choices: tuple[Choice, ...] = ()


def line_words(field: CheckInField) -> LineWords:
    """What a line asks, and its two ends. The wording is ours, not that of a published scale."""
    return {
        CheckInField.PLEASANTNESS: LineWords(_("How pleasant is this moment?"), _("unpleasant"), _("pleasant")),
        CheckInField.SAFE: LineWords(_("How safe do I feel?"), _("not at all"), _("fully")),
        CheckInField.CONNECTED: LineWords(_("How connected to someone do I feel?"), _("not at all"), _("fully")),
        CheckInField.SLEEP: LineWords(_("How did I sleep?"), _("poorly"), _("well")),
    }[field]


def choice(field: CheckInField, names: tuple[str, ...]) -> Choice:
    """The question of `field` with these names to choose from."""
    question, add = {
        CheckInField.PEOPLE: (_("With whom?"), _("Somebody else")),
        CheckInField.PLACES: (_("Where?"), _("Another place")),
        CheckInField.ACTIVITIES: (_("Doing what?"), _("Something else")),
        CheckInField.BODY_CUES: (_("What does my body tell me?"), _("Something else")),
    }[field]
    return Choice(field, question, names, add)


def first_choices(field: CheckInField) -> tuple[str, ...]:
    """What is offered until the person arranges it: places and body cues are theirs alone."""
    if field is CheckInField.PEOPLE:
        return (_("alone"), _("people I know"), _("strangers"), _("an animal"), _("online"))
    if field is CheckInField.ACTIVITIES:
        return (_("working"), _("household"), _("eating"), _("moving"), _("resting"), _("with a screen"))
    return ()


def field_name(field: CheckInField) -> str:
    """What the question is called where it is switched on and off."""
    return {
        CheckInField.PLEASANTNESS: _("How pleasant it is"),
        CheckInField.SAFE: _("How safe I feel"),
        CheckInField.CONNECTED: _("How connected I feel"),
        CheckInField.PEOPLE: _("With whom"),
        CheckInField.PLACES: _("Where"),
        CheckInField.ACTIVITIES: _("Doing what"),
        CheckInField.BODY_CUES: _("What my body tells"),
        CheckInField.SLEEP: _("How I slept"),
    }[field]


def field_detail(field: CheckInField) -> str:
    """A sentence about it where there is something to know first, or ""."""
    return {
        CheckInField.BODY_CUES: _(
            "Turning to the body can unsettle, for some people and on some days. "
            "Leave it off, or switch it off again, whenever that is so for you."
        ),
        CheckInField.SLEEP: _("Asked once a day, with the first check-in."),
    }.get(field, "")
