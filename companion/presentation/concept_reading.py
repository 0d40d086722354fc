"""The note being read, with everything around it: its page, its neighbours, and what it has to do with the person."""

from collections.abc import Sequence
from dataclasses import dataclass

from companion.application.library import LibraryService
from companion.domain.concept import Concept
from companion.domain.practice import Practice
from companion.presentation.concept_personal import ConceptPersonal
from companion.presentation.in_my_check_ins import InMyCheckIns
from companion.presentation.repair import ABOUT_REPAIR, REPAIR, offer_words
from companion.presentation.translation import _, language_in_force, ngettext
from companion.presentation.triangle import ABOUT_TRIANGLE, TRIANGLE, note_words

MOST_NEIGHBOURS = 50


@dataclass(frozen=True, slots=True)
class NoteLink:
    """A way to another note: its key and what is written on it."""

    key: str
    words: str


@dataclass(frozen=True, slots=True)
class Neighbours:
    """Notes around the one being read, under one heading. `more` says how many were left out, or nothing."""

    heading: str
    links: tuple[NoteLink, ...]
    more: str


@dataclass(frozen=True, slots=True)
class ConceptState:
    """The note being read: its page as HTML for the text view, and what is around it.

    `below` is the same as HTML, to go below the page where there is no room beside it.
    """

    key: str
    title: str
    page: str
    neighbours: tuple[Neighbours, ...]
    mine: InMyCheckIns | None
    prompts: tuple[str, ...]
    practices: Neighbours | None
    below: str


class ConceptReading:
    """Builds what is read; every look is a fresh one. `personal` may be missing: then the note stands for itself."""

    def __init__(self, library: LibraryService, personal: ConceptPersonal | None) -> None:
        self._library = library
        self._personal = personal

    def state(self, concept: Concept, *, whole: bool = False) -> ConceptState:
        """That note with what is around it; of a long one the beginning, unless the `whole` is wanted."""
        from companion.presentation.note_page import page_of  # loads the Markdown parser

        around = (
            _neighbours(_("Related"), self._library.related(concept)),
            _neighbours(_("Linked from"), self._library.linked_from(concept)),
        )
        neighbours = tuple(some for some in around if some.links)
        mine = None if self._personal is None else self._personal.in_my_check_ins(concept)
        prompts = () if self._personal is None else self._personal.prompts(concept)
        practices = self._practices(concept)
        page = page_of(concept, self._key_for, remarks=self._remarks(concept), whole=whole)
        below = _below(neighbours, mine, prompts, practices)
        return ConceptState(concept.key, concept.title, page, neighbours, mine, prompts, practices, below)

    def _practices(self, concept: Concept) -> Neighbours | None:
        """What may be tried; each with its usual length."""
        found = () if self._personal is None else self._personal.practices(concept)
        links = [NoteLink(practice.key, _practice_words(practice)) for practice in found[:MOST_NEIGHBOURS]]
        if self._personal is not None and concept.key == ABOUT_REPAIR:
            links.insert(0, NoteLink(REPAIR, offer_words()))
        if self._personal is not None and concept.key == ABOUT_TRIANGLE:
            links.insert(0, NoteLink(TRIANGLE, note_words()))
        return Neighbours(_("Try"), tuple(links), "") if links else None

    def _remarks(self, concept: Concept) -> tuple[str, ...]:
        """What there is to know of where the note stands: another has its name, or it is in another language."""
        return tuple(filter(None, (self._language_remark(concept), self._name_remark(concept))))

    def _name_remark(self, concept: Concept) -> str:
        others = {name: self._library.resolve(name) for name in concept.names}
        taken = [name for name, owner in others.items() if owner is not None and owner.key != concept.key]
        if not taken:
            return ""
        names = ", ".join(_("“{name}”").format(name=name) for name in taken)
        return _("Another note is called {names} too, and links of that name lead there.").format(names=names)

    def _language_remark(self, concept: Concept) -> str:
        wanted = language_in_force().replace("-", "_").split("_")[0].lower()
        if not concept.language or concept.language.lower().split("_")[0] == wanted or wanted.startswith("qps"):
            return ""
        return _("This note is not there in your language yet. It is shown in English.")

    def _key_for(self, link: str) -> str | None:
        concept = self._library.resolve(link)
        return None if concept is None else concept.key


def _practice_words(practice: Practice) -> str:
    from companion.presentation.practice_words import length_words

    if practice.usual is None:
        return practice.title
    return _("{practice}, {length}").format(practice=practice.title, length=length_words(practice.usual))


def _below(
    neighbours: Sequence[Neighbours],
    mine: InMyCheckIns | None,
    prompts: tuple[str, ...],
    practices: Neighbours | None,
) -> str:
    from companion.presentation.note_page import links_page, mine_page, practices_page, prompts_page

    parts = [links_page(some.heading, ((link.key, link.words) for link in some.links)) for some in neighbours]
    if practices is not None:
        parts.insert(0, practices_page(practices.heading, ((link.key, link.words) for link in practices.links)))
    if prompts:
        parts.insert(0, prompts_page(prompts))
    if mine is not None:
        parts.insert(0, mine_page(mine))
    return "".join(parts)


def _neighbours(heading: str, concepts: Sequence[Concept]) -> Neighbours:
    shown = concepts[:MOST_NEIGHBOURS]
    return Neighbours(heading, tuple(map(_link_to, shown)), more(len(concepts) - len(shown)))


def more(count: int) -> str:
    """How many were left out; nothing for none."""
    return ngettext("and {count} more", "and {count} more", count).format(count=count) if count > 0 else ""


def _link_to(concept: Concept) -> NoteLink:
    root = "" if concept.is_ours else concept.key.partition("/")[0] + "/"
    return NoteLink(concept.key, root + concept.title)
