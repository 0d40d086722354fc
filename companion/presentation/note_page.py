"""One note as the page a person reads: its front, its text, how well it is supported, where it comes from."""

from collections.abc import Iterable, Sequence
from html import escape

from companion.domain.concept import Concept, Evidence, Source
from companion.presentation.concept_teaser import reading_minutes
from companion.presentation.in_my_check_ins import InMyCheckIns, mine_heading
from companion.presentation.note_beginning import beginning_of
from companion.presentation.note_html import box, html_of, without_title
from companion.presentation.note_links import (
    GROUNDING_ADDRESS,
    MORE_ADDRESS,
    note_address,
    practice_address,
    prompt_address,
    tag_address,
)
from companion.presentation.note_markdown import KeyFor
from companion.presentation.note_prompts import not_today, prompts_heading, to_grounding
from companion.presentation.translation import _

MOST_TAGS = 40
_OWN_BOX = "> [!"
_NO_BREAK = "\u00a0"


def page_of(concept: Concept, key_for: KeyFor, remarks: Sequence[str] = (), *, whole: bool = False) -> str:
    """The page as HTML; `key_for` finds the key of the note that a [[link]] means, or None.

    `remarks` are sentences about where the note stands, below its title. Of a long note it is the beginning, with a
    way to more of it; that is there with `whole`.
    """
    text = beginning_of(concept.text, whole=whole)
    return "\n".join(
        (
            _front(concept),
            *(f'<p class="remark">{escape(words)}</p>' for words in remarks),
            html_of(without_title(text, concept.title), key_for),
            "" if text == concept.text else _goes_on(may_show_more=not whole),
            _support(concept),
            _sources(concept.sources),
            _remarks(concept),
        )
    )


def links_page(heading: str, links: Iterable[tuple[str, str]]) -> str:
    """Links to notes under a heading, to go below a page; each is a key and its words."""
    return _links(heading, ((note_address(key), words) for key, words in links))


def practices_page(heading: str, links: Iterable[tuple[str, str]]) -> str:
    """The same with practices."""
    return _links(heading, ((practice_address(key), words) for key, words in links))


def _links(heading: str, links: Iterable[tuple[str, str]]) -> str:
    lines = "".join(f'<p class="link"><a href="{address}">{escape(words)}</a></p>' for address, words in links)
    return f"<h3>{escape(heading)}</h3>{lines}"


def mine_page(mine: InMyCheckIns) -> str:
    """How the concept shows in the person's check-ins, to go below a page."""
    lines = "".join(f"<p>{escape(line)}</p>" for line in mine.lines)
    return f"<h3>{escape(mine_heading())}</h3>{lines}{_remark(mine.basis)}"


def prompts_page(prompts: Iterable[str]) -> str:
    """What to write to, to go below a page; then the way to grounding, and to nothing of the kind today."""
    links = "".join(f'<p class="link">{_prompt_link(prompt, prompt)}</p>' for prompt in prompts)
    grounding = f'<p class="kind"><a href="{GROUNDING_ADDRESS}">{escape(to_grounding())}</a></p>'
    none = f'<p class="kind">{_prompt_link("", not_today())}</p>'
    return f"<h3>{escape(prompts_heading())}</h3>{links}{grounding}{none}"


def _prompt_link(prompt: str, words: str) -> str:
    return f'<a href="{prompt_address(prompt)}">{escape(words)}</a>'


def _front(concept: Concept) -> str:
    kind = _("Concept, {minutes} min") if concept.is_ours else _("My note, {minutes} min")
    kind = kind.format(minutes=reading_minutes(concept.text))
    tags = f"{_NO_BREAK} ".join(map(_tag, concept.tags[:MOST_TAGS]))
    chips = f'<p class="tags">{tags}</p>' if tags else ""
    return f"{_remark(kind)}<h1>{escape(concept.title)}</h1>{chips}"


def _tag(tag: str) -> str:
    words = _NO_BREAK.join(tag.replace("-", "\u2011").split())
    padding = _NO_BREAK * 3
    return f'<a href="{tag_address(tag)}">{padding}{escape(words)}{padding}</a>'


def _support(concept: Concept) -> str:
    """The grade in a box, unless the note has a box of its own, where ours say it with their reasons."""
    if concept.evidence is None or _OWN_BOX in concept.text:
        return ""
    return box(_("How well it is supported"), evidence_words(concept.evidence))


def evidence_words(evidence: Evidence) -> str:
    """A grade of evidence in one plain sentence."""
    return {
        Evidence.STRONG: _("Many studies point the same way."),
        Evidence.MODERATE: _("Several studies support this; it is not settled."),
        Evidence.EARLY: _("There are a few early studies so far."),
        Evidence.MODEL: _("This is a model: a picture many people find useful, not something that was measured."),
    }[evidence]


def _sources(sources: tuple[Source, ...]) -> str:
    checked = [source for source in sources if source.checked_on is not None]
    unchecked = [source for source in sources if source.checked_on is None]
    return _source_list(_("Sources"), checked) + _source_list(_("Named by others; we have not read these"), unchecked)


def _source_list(heading: str, sources: list[Source]) -> str:
    if not sources:
        return ""
    lines = "".join(f"<li>{_source(source)}</li>" for source in sources)
    return f'<h3>{escape(heading)}</h3><ul class="sources">{lines}</ul>'


def _source(source: Source) -> str:
    words = escape(source.text)
    if source.url is not None:
        words = f'<a href="{escape(source.url)}">{words}</a>'
    if source.checked_on is None:
        return words
    checked = escape(_("last checked {date}").format(date=source.checked_on))
    return f'{words}, <span class="quiet">{checked}</span>'


def _remarks(concept: Concept) -> str:
    remarks = []
    if concept.checked_on is not None:
        remarks.append(_("This note was last checked {date}.").format(date=concept.checked_on))
    if concept.was_repaired:
        remarks.append(_("Some characters in this file were damaged. They are repaired here; the file is as it was."))
    return "".join(map(_remark, remarks))


def _goes_on(*, may_show_more: bool) -> str:
    if may_show_more:
        return f'<p><a href="{MORE_ADDRESS}">{escape(_("This note goes on. Show more of it"))}</a></p>'
    return _remark(_("This note goes on. Only its beginning is shown here."))


def _remark(words: str) -> str:
    return f'<p class="kind">{escape(words)}</p>'
