"""What is read of a practice beside its name: its steps, for whom it may not fit, and what is known about it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from companion.domain.metrics.gates import Need
from companion.presentation.number_words import number_text
from companion.presentation.practice_words import care_line, step_line
from companion.presentation.translation import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Iterator

    from companion.domain.concept import Source
    from companion.domain.metrics.gates import Shortfall
    from companion.domain.practice import Practice
    from companion.domain.practice_noted import PracticeNoted


class Part(NamedTuple):
    """A heading and the lines below it; `is_list` sets each as a point."""

    heading: str
    lines: tuple[str, ...]
    is_list: bool = False


def parts_of(practice: Practice) -> tuple[Part, ...]:
    """Everything there is to read, in the order of the page."""
    return tuple(part for part in _parts(practice) if part.lines)


def noted_lines(noted: PracticeNoted) -> tuple[str, ...]:
    """What the person noted of it, or nothing while they never practised it."""
    if not noted.times:
        return ()
    times = ngettext("Practised {count} time.", "Practised {count} times.", noted.times)
    lines = [times.format(count=noted.times)]
    if noted.answered:
        lines.append(
            _("Of {count} notes: lighter {lighter}, the same {same}, heavier {heavier}.").format(
                count=noted.answered, lighter=noted.lighter, same=noted.same, heavier=noted.heavier
            )
        )
    lines.append(_change_line(noted))
    lines.append(_("This is what you noted. It does not show what the practice did."))
    return tuple(lines)


def _parts(practice: Practice) -> Iterator[Part]:
    about, *sections = practice.text.split("\n## ")
    yield Part("", tuple(_paragraphs(about)))
    yield Part(_("Steps"), tuple(step_line(step) for step in practice.steps), is_list=True)
    if practice.care:
        yield Part(_("With care"), (*practice.care, care_line()), is_list=True)
    else:
        yield Part("", (care_line(),))
    yield Part(_("Eyes open"), (practice.eyes_open,) if practice.eyes_open else ())
    yield Part(_("Without attention to the breath"), (practice.breath_free,) if practice.breath_free else ())
    for section in sections:
        heading, _line, text = section.partition("\n")
        yield Part(heading.strip(), tuple(_paragraphs(text)))
    yield Part(_("How well it is supported"), tuple(_support(practice)))
    yield Part(_("Sources"), tuple(_source(each) for each in practice.sources if each.checked_on), is_list=True)
    unopened = tuple(_source(each) for each in practice.sources if not each.checked_on)
    yield Part(_("Named by others; we have not read these"), unopened, is_list=True)


def _paragraphs(text: str) -> Iterator[str]:
    return (" ".join(part.split()) for part in text.split("\n\n") if part.strip())


def _support(practice: Practice) -> Iterator[str]:
    if practice.evidence is not None:
        from companion.presentation.note_page import evidence_words  # loads the Markdown parser

        yield evidence_words(practice.evidence)


def _source(source: Source) -> str:
    words = f"{source.text}, {source.url.removeprefix('https://')}" if source.url else source.text
    if source.checked_on is None:
        return words
    return _("{source}, last checked {date}").format(source=words, date=source.checked_on)


def _change_line(noted: PracticeNoted) -> str:
    """The middle change of energy with its middle half, or what is missing for it."""
    if noted.middle is None or noted.low is None or noted.high is None:
        return " ".join(map(_missing, noted.missing))
    return _(
        "Change in energy, from before to after: {middle} in the middle, half of them from {low} to {high}. "
        "{count} on {days}."
    ).format(
        middle=_signed(noted.middle),
        low=_signed(noted.low),
        high=_signed(noted.high),
        count=ngettext("{count} time", "{count} times", noted.pairs).format(count=noted.pairs),
        days=ngettext("{count} day", "{count} days", noted.days).format(count=noted.days),
    )


def _missing(shortfall: Shortfall) -> str:
    if shortfall.need is Need.DAYS:
        words = ngettext(
            "{there} of {needed} day with both.", "{there} of {needed} days with both.", shortfall.needed
        )
    else:
        words = ngettext(
            "{there} of {needed} time with energy before and afterwards so far.",
            "{there} of {needed} times with energy before and afterwards so far.",
            shortfall.needed,
        )
    return words.format(there=shortfall.there, needed=shortfall.needed)


def _signed(points: float) -> str:
    text = number_text(f"{points:+.1f}".removesuffix(".0"))
    return text.replace("-", "\N{MINUS SIGN}") if points else "0"
