"""Tags, people and places: what there is of each kind, with how often it was laid on, and changing them."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

from companion.application.errors import UserError
from companion.application.journal import JournalService
from companion.domain.errors import DomainError
from companion.domain.tag import Tag, TagKind, TagUse
from companion.presentation.journal_filter import tag_kind_words
from companion.presentation.number_words import number_text
from companion.presentation.sentences import line_of
from companion.presentation.translation import _, ngettext

MOST_SUGGESTED = 8


class TagRow(NamedTuple):
    """A tag and how many check-ins it lies on, in words."""

    tag: Tag
    name: str
    check_ins: str
    spoken: str


@dataclass(frozen=True, slots=True)
class TagListState:
    """Those of one kind. `empty` is the sentence that stands where there is none, else ""."""

    kind: TagKind
    rows: tuple[TagRow, ...] = ()
    empty: str = ""


def build_state(kind: TagKind, tags: list[TagUse]) -> TagListState:
    """The list of one kind, by name."""
    rows = tuple(_row(use) for use in tags)
    return TagListState(kind, rows, "" if rows else _empty(kind))


class TagListPresenter:
    """What the buttons mean. Each intent answers with "", or with the one line that says why it could not be."""

    def __init__(self, journal: JournalService) -> None:
        self._journal = journal

    def state(self, kind: TagKind) -> TagListState:
        """Those of one kind now; none while locked."""
        return build_state(kind, [] if self._journal.is_locked else self._journal.tags(kind))

    def like(self, letters: str) -> list[tuple[str, Tag]]:
        """A few tags of any kind of which a word begins like that, each with what a list calls it."""
        if self._journal.is_locked:
            return []
        return [
            (_("{name} ({kind})").format(name=name, kind=tag_kind_words(kind)), Tag(kind, name))
            for kind in TagKind
            for name in self._journal.tags_beginning_with(kind, letters, MOST_SUGGESTED)
        ]

    def question(self, tag: Tag, name: str) -> str:
        """What to ask before `tag` is called `name`: "" unless another one has that name and both become one."""
        wanted = " ".join(name.split()).lstrip("# ")
        others = {use.tag.name for use in self._journal.tags(tag.kind)} - {tag.name}
        if wanted not in others:
            return ""
        return _("There is “{name}” already. From then on both are one, on every check-in.").format(name=wanted)

    def rename(self, tag: Tag, name: str) -> str:
        """Calls it something else on every check-in; one that has that name already becomes one with it."""
        return _tried(lambda: self._journal.rename_tag(tag, name))

    def remove(self, tag: Tag) -> str:
        """Takes it off every check-in; the check-ins stay."""
        return _tried(lambda: self._journal.remove_tag(tag))


def removal_question(row: TagRow) -> str:
    """What is asked before it is taken off every check-in."""
    return _("Remove “{name}” from {count}? The check-ins themselves stay.").format(
        name=row.name, count=row.check_ins
    )


def _row(use: TagUse) -> TagRow:
    number = number_text(f"{use.check_ins:,}")
    count = ngettext("{count} check-in", "{count} check-ins", use.check_ins).format(count=number)
    return TagRow(use.tag, use.tag.name, count, _("{name}, {count}").format(name=use.tag.name, count=count))


def _empty(kind: TagKind) -> str:
    return {
        TagKind.TAG: _("No tags yet. They come with the check-ins you lay them on."),
        TagKind.PERSON: _("No people yet. They come with the check-ins in which you name them."),
        TagKind.PLACE: _("No places yet. They come with the check-ins in which you name them."),
        TagKind.ACTIVITY: _("No activities yet. They come with the check-ins in which you name them."),
        TagKind.BODY_CUE: _("No body cues yet. They come with the check-ins in which you name them."),
    }[kind]


def _tried(act: Callable[[], object]) -> str:
    try:
        act()
    except (DomainError, UserError) as error:
        return line_of(error)
    return ""
