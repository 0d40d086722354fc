"""What the Support page says: the person's own people and places first; with no store open, and leaving no trace."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from companion.domain.support import SupportContact, SupportKind, in_order
from companion.presentation.translation import _, with_english

if TYPE_CHECKING:
    from datetime import date

    from companion.application.people import PeopleService

DayText = Callable[["date"], str]
_NUMBER = re.compile(r"^\+?[0-9][0-9 ()./-]+$")
_LETTER = re.compile(r"^[^@\s/:]+@[^@\s/:]+\.[^@\s/:]+$")


@dataclass(frozen=True, slots=True)
class Place:
    """Somewhere a person can find a line: its address as text to copy, and what it is."""

    address: str
    what: str


@dataclass(frozen=True, slots=True)
class OwnContact:
    """Someone of the person's own. `opens` is an address that another program opens, with the words of its button.

    `message` are a few words to copy; `note` says when the number was checked, where there is something to say.
    """

    name: str
    reach: str = ""
    opens: str = ""
    open_words: str = ""
    message: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class OwnGroup:
    """Those of one step of a safety plan."""

    title: str
    contacts: tuple[OwnContact, ...]


@dataclass(frozen=True, slots=True)
class SupportState:
    """Everything on the page; `own` comes first. `change_words` leads to where they are named, "" while locked."""

    title: str
    opening: str
    emergency_title: str
    emergency: str
    near_title: str
    near: str
    lines_title: str
    lines: str
    places: tuple[Place, ...]
    ground_title: str
    ground: str
    closing: str
    own: tuple[OwnGroup, ...] = ()
    own_note: str = ""
    change_words: str = ""


def build_state(
    contacts: Sequence[SupportContact] = (),
    day: date | None = None,
    day_text: DayText = str,
    *,
    is_locked: bool = True,
) -> SupportState:
    """The page in the current language; `day` is today, from which on checked numbers are counted."""
    return SupportState(
        title=_("Support now"),
        opening=_("You do not have to be alone with this."),
        emergency_title=_("If you or someone else may be in danger"),
        emergency=with_english(lambda: _("Call your local emergency number, or go to the nearest emergency room.")),
        near_title=_("Someone near you"),
        near=_(
            "A person, an animal or a place that is safe for you counts. "
            "A few words are enough: “Could you keep me company for a while?”"
        ),
        lines_title=_("Someone to talk to"),
        lines=with_english(
            lambda: _(
                "These two services list help lines by country and check them. "
                "Companion opens nothing by itself: copy an address, or read it to someone."
            )
        ),
        places=(
            Place("findahelpline.com", _("lines by country and topic")),
            Place("befrienders.org", _("people who listen, in many countries")),
        ),
        ground_title=_("Right here"),
        ground=_(
            "Let your eyes rest on a few things in the room, slowly. Feel where your feet are. "
            "Nothing else has to happen now."
        ),
        closing=with_english(
            lambda: _(
                "Companion is a notebook. It cannot tell whether you are in danger, and nobody reads what you write."
            )
        ),
        own=_groups(contacts, day, day_text),
        own_note=_("While the notebook is locked, only those are here whom you chose for it.") if is_locked else "",
        change_words="" if is_locked else _("My people and places"),
    )


class SupportPresenter:
    """Builds the page from what can be shown now; nothing is written down about its being looked at."""

    def __init__(self, people: PeopleService, day_text: DayText) -> None:
        self._people = people
        self._day_text = day_text

    def state(self) -> SupportState:
        """The page now. Never raises."""
        people = self._people
        return build_state(people.to_turn_to(), people.today(), self._day_text, is_locked=people.is_locked)


def group_title(kind: SupportKind) -> str:
    """What those of a kind are called together."""
    return {
        SupportKind.PLACE: _("Places and company that help"),
        SupportKind.PERSON: _("People I can ask"),
        SupportKind.SERVICE: _("Professionals and lines"),
    }[kind]


def check_note(contact: SupportContact, day: date | None, day_text: DayText) -> str:
    """When the number of a service was checked; after a year that it is time to look again."""
    if contact.kind is not SupportKind.SERVICE or not contact.reach:
        return ""
    if contact.checked_on is None:
        return _("Not checked yet")
    when = day_text(contact.checked_on)
    if day is not None and contact.is_to_check(day):
        return _("Checked {day}, more than a year ago. It may have changed since.").format(day=when)
    return _("Checked {day}").format(day=when)


def address_to_open(reach: str) -> str:
    """What another program can open to reach them: a number, a mail address or a web page; "" for other words."""
    if _NUMBER.match(reach) and sum(letter.isdigit() for letter in reach) > 2:
        return "tel:" + "".join(letter for letter in reach if letter.isdigit() or letter == "+")
    if _LETTER.match(reach):
        return f"mailto:{reach}"
    return reach if reach.startswith(("https://", "http://")) and " " not in reach else ""


def _groups(contacts: Sequence[SupportContact], day: date | None, day_text: DayText) -> tuple[OwnGroup, ...]:
    ordered = in_order(list(contacts))
    groups = []
    for kind in SupportKind:
        of_kind = tuple(_own(each, day, day_text) for each in ordered if each.kind is kind)
        if of_kind:
            groups.append(OwnGroup(group_title(kind), of_kind))
    return tuple(groups)


def _own(contact: SupportContact, day: date | None, day_text: DayText) -> OwnContact:
    opens = address_to_open(contact.reach)
    words = {"tel": _("Call"), "mailto": _("Write")}.get(opens.partition(":")[0], _("Open")) if opens else ""
    note = check_note(contact, day, day_text)
    return OwnContact(contact.name, contact.reach, opens, words, contact.message, note)
