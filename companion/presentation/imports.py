"""The imports there were, as Settings lists them, and taking one out again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import tzinfo

from companion.application.errors import UserError
from companion.application.foreign import FileKind, KeptImport
from companion.application.imports import ImportsService
from companion.presentation.date_words import DateWords
from companion.presentation.foreign import program_name
from companion.presentation.sentences import line_of
from companion.presentation.time_axis import dated
from companion.presentation.translation import _, ngettext

MOST_SHOWN = 50
_PROGRAMS = {kind.value: kind for kind in FileKind}


@dataclass(frozen=True, slots=True)
class ImportRow:
    """One import: which program and when, how much of it is here and was corrected since, and the question
    before it is taken out.
    """

    id: str
    title: str
    line: str
    question: str
    detail: str


class ImportsPresenter:
    """Lists, asks and takes out; `changed` hears when there is news of it."""

    def __init__(self, service: ImportsService, words: DateWords, zone: Callable[[], tzinfo]) -> None:
        self._service = service
        self._words = words
        self._zone = zone
        self._changed: list[Callable[[], None]] = []
        self.news = ""

    def attach(self, changed: Callable[[], None]) -> None:
        """From now on calls `changed` whenever what was shown may no longer be so."""
        self._changed.append(changed)

    @property
    def is_busy(self) -> bool:
        """True while one is being taken out of sight."""
        return self._service.is_busy

    def rows(self) -> tuple[ImportRow, ...]:
        """The newest imports of which something is here."""
        kept = [each for each in self._service.all() if each.check_ins]
        return tuple(self._row(each) for each in kept[:MOST_SHOWN])

    def take_out(self, import_id: str) -> None:
        """Takes it out with everything that was corrected in it."""
        self.news = ""
        self._service.take_out(import_id, self._on_taken_out)
        self._say()

    def _row(self, kept: KeptImport) -> ImportRow:
        day = dated(kept.at.astimezone(self._zone()).date(), self._words)
        title = _("{program}, {day}").format(program=_program(kept.source), day=day)
        return ImportRow(kept.id, title, _line(kept), _("Take this import out again?"), _detail(kept, title))

    def _on_taken_out(self, trouble: UserError | None) -> None:
        self.news = _("It was taken out again.") if trouble is None else line_of(trouble)
        self._say()

    def _say(self) -> None:
        for changed in self._changed:
            changed()


def _program(source: str) -> str:
    """A table in our own columns has a word of its own."""
    kind = _PROGRAMS.get(source)
    return _("A table of check-ins") if kind is None else program_name(kind)


def _line(kept: KeptImport) -> str:
    line = ngettext("{count} check-in", "{count} check-ins", kept.check_ins).format(count=kept.check_ins)
    if not kept.corrected:
        return line
    since = ngettext("{count} corrected since", "{count} corrected since", kept.corrected)
    return _("{line}, {since}").format(line=line, since=since.format(count=kept.corrected))


def _detail(kept: KeptImport, title: str) -> str:
    """What goes, corrections above all; and that it can come in again."""
    goes = ngettext(
        "{title}: {count} check-in goes out of your notebook, with its note and its tags.",
        "{title}: {count} check-ins go out of your notebook, with their notes and tags.",
        kept.check_ins,
    ).format(title=title, count=kept.check_ins)
    lines = [goes]
    if kept.corrected:
        sentence = ngettext(
            "{count} of them was corrected here; the correction goes with it.",
            "{count} of them were corrected here; the corrections go with them.",
            kept.corrected,
        )
        lines.append(sentence.format(count=kept.corrected))
    lines.append(_("What you noted yourself stays. The same file can be imported again."))
    return "\n\n".join(lines)
