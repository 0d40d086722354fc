"""What of the journal is wanted: in words, as a few chips, each of which can be taken away."""

from collections.abc import Iterator
from dataclasses import replace
from enum import Enum
from typing import NamedTuple

from companion.domain.journal import JournalFilter, JournalKind
from companion.domain.tag import Tag, TagKind
from companion.domain.zone import Zone
from companion.presentation.translation import _
from companion.presentation.zones import zone_label

EVERYTHING = JournalFilter()
ZONES: tuple[Zone | None, ...] = (*Zone, None)

Wanted = JournalKind | Zone | Tag | bool | None


class About(Enum):
    """Which part of the filter a wish belongs to."""

    KIND = "kind"
    ZONE = "zone"
    TAG = "tag"
    ASKED = "asked"
    WITH_NOTE = "with_note"


class Wish(NamedTuple):
    """One thing that is wanted, and how a chip calls it."""

    about: About
    wanted: Wanted
    words: str


def wishes_of(wanted: JournalFilter) -> tuple[Wish, ...]:
    """What is wanted beside the words that are looked for; nothing while everything is."""
    return tuple(_wishes(wanted))


def without(wanted: JournalFilter, wish: Wish) -> JournalFilter:
    """The same without that wish."""
    match wish.about:
        case About.KIND:
            return replace(wanted, kinds=_or_all(wanted.kinds - {wish.wanted}))
        case About.ZONE:
            return replace(wanted, zones=wanted.zones - {wish.wanted})
        case About.TAG:
            return replace(wanted, tag=None)
        case About.ASKED:
            return replace(wanted, asked=None)
        case About.WITH_NOTE:
            return replace(wanted, with_note=False)


def with_kinds(wanted: JournalFilter, kinds: frozenset[JournalKind]) -> JournalFilter:
    """The same for those kinds; none chosen is the same as all of them."""
    return replace(wanted, kinds=_or_all(kinds))


def chosen_kinds(wanted: JournalFilter) -> frozenset[JournalKind]:
    """The kinds that were chosen; none while all are wanted."""
    return frozenset() if wanted.kinds == EVERYTHING.kinds else wanted.kinds


def kind_words(kind: JournalKind) -> str:
    """Several of that kind, as a choice."""
    return {
        JournalKind.CHECK_IN: _("Check-ins"),
        JournalKind.REFLECTION: _("Reflections"),
        JournalKind.LIFE_EVENT: _("Life events"),
        JournalKind.PROMPT: _("Reminders"),
        JournalKind.PRACTICE: _("Practices"),
        JournalKind.REPAIR: _("Repairs"),
        JournalKind.TRIANGLE: _("Triangles"),
    }[kind]


def zone_choice(zone: Zone | None) -> str:
    """An answer as a choice."""
    return _("No answer") if zone is None else zone_label(zone)


def asked_choice(asked: bool) -> str:
    """How a check-in came about, as a choice."""
    return _("Asked") if asked else _("By myself")


def tag_kind_words(kind: TagKind) -> str:
    """Several of that kind, as a heading."""
    return {
        TagKind.TAG: _("Tags"),
        TagKind.PERSON: _("People"),
        TagKind.PLACE: _("Places"),
        TagKind.ACTIVITY: _("Activities"),
        TagKind.BODY_CUE: _("Body cues"),
    }[kind]


def _wishes(wanted: JournalFilter) -> Iterator[Wish]:
    for kind in JournalKind:
        if kind in chosen_kinds(wanted):
            yield Wish(About.KIND, kind, kind_words(kind))
    for zone in ZONES:
        if zone in wanted.zones:
            yield Wish(About.ZONE, zone, zone_choice(zone))
    if wanted.tag is not None:
        yield Wish(About.TAG, wanted.tag, wanted.tag.name)
    if wanted.asked is not None:
        yield Wish(About.ASKED, wanted.asked, asked_choice(wanted.asked))
    if wanted.with_note:
        yield Wish(About.WITH_NOTE, True, _("With a note"))


def _or_all(kinds: frozenset[JournalKind]) -> frozenset[JournalKind]:
    return kinds or EVERYTHING.kinds
