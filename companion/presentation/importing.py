"""Bringing a file in, step by step: whose it is, what would come of it, what can be said of it, what came of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from enum import Enum

from companion.application.carrying import BroughtIn
from companion.application.errors import Trouble, UserError
from companion.application.foreign import Column, FileContent, FileKind, FileWish, Meaning, Scale, Wishes
from companion.domain.errors import DomainError
from companion.domain.secrets import typed_passphrase
from companion.presentation.carried_settings import came_lines
from companion.presentation.carrying import CarryingPresenter, came_in
from companion.presentation.foreign import rest_lines, word_lines
from companion.presentation.import_words import coming_lines, note_lines, title_of
from companion.presentation.sentences import line_of, words_for
from companion.presentation.translation import _

MOST_WORD_FIELDS = 40
_RATED = (FileKind.DAYLIO, FileKind.APPLE, FileKind.PIXY, FileKind.TRACK_AND_GRAPH)
_SCALED = (FileKind.TRACK_AND_GRAPH, FileKind.COLUMNS)


class ImportStep(Enum):
    """Where one is."""

    LOOKING = "looking"
    READY = "ready"
    COMING = "coming"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class ImportState:
    """What the dialog shows.

    `wants` says what has to be said first, or is "". `lines` are what would come of it, or what came of it, `notes`
    the places that are left out or odd. One that `asks_secret` is encrypted and shows nothing before it is
    opened; one that `has_settings` has settings that can be taken over. The rest is what can be said: `words` with
    the points each was given, `series` with how many rows each has, the names of `columns`.
    """

    step: ImportStep = ImportStep.LOOKING
    title: str = ""
    wants: str = ""
    lines: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    trouble: str = ""
    kind: FileKind | None = None
    wishes: Wishes = field(default_factory=Wishes)
    words: tuple[tuple[str, int | None], ...] = ()
    more_words: tuple[str, ...] = ()
    series: tuple[tuple[str, int], ...] = ()
    columns: tuple[str, ...] = ()
    total: int = 0
    asks_secret: bool = False
    has_settings: bool = False
    can_import: bool = False
    can_take_out: bool = False

    @property
    def asks_rating(self) -> bool:
        """True where the file has a rating that could be the one or the other."""
        return self.kind in _RATED

    @property
    def asks_scale(self) -> bool:
        """True where the file does not say between which ends its numbers run."""
        return self.kind in _SCALED

    @property
    def is_busy(self) -> bool:
        """True while the file is being read."""
        return self.step in (ImportStep.LOOKING, ImportStep.COMING)


class ImportPresenter:
    """For one opening of the dialog; `changed` hears whenever there is another state to show."""

    def __init__(self, carrying: CarryingPresenter, path: str) -> None:
        self._carrying = carrying
        self._file = FileWish(path)
        self._changed: list[Callable[[], None]] = []
        self._is_left = False
        self._looks_again = False
        self._is_new = False
        self.state = ImportState(title=_("Looking at the file…"))

    def attach(self, changed: Callable[[], None]) -> None:
        """From now on calls `changed` whenever there is another state to show."""
        self._changed.append(changed)

    def begin(self) -> None:
        """Looks at the file for the first time."""
        self._carrying.look(self._file, self._on_looked)

    @property
    def seen(self) -> int:
        """How many rows of what is on its way were read by now."""
        return self._carrying.seen

    def wish(self, wishes: Wishes) -> None:
        """Another thing is said of the file: it is looked at again, and what was being looked at is let go."""
        if self.state.step in (ImportStep.COMING, ImportStep.DONE) or wishes == self._file.wishes:
            return
        self._file = replace(self._file, wishes=wishes)
        if self.state.step is ImportStep.LOOKING:
            self._looks_again = True
            self._carrying.end()
            return
        self._show(replace(self.state, step=ImportStep.LOOKING, wishes=wishes, can_import=False, trouble=""))
        self._carrying.look(self._file, self._on_looked)

    def open_with(self, typed: str) -> None:
        """The passphrase of the file was typed."""
        if self.state.is_busy:
            return
        try:
            self._file = replace(self._file, secret=typed_passphrase(typed))
        except DomainError as error:
            self._show(replace(self.state, trouble=line_of(error)))
            return
        self._show(replace(self.state, step=ImportStep.LOOKING, trouble=""))
        self._carrying.look(self._file, self._on_looked)

    def take_settings(self, wanted: bool) -> None:
        """The settings in the file come along, or do not."""
        if self.state.step is ImportStep.READY:
            self._file = replace(self._file, with_settings=wanted)
            self._show(replace(self.state, can_import=self._is_new or wanted))

    def bring_in(self) -> None:
        """Brings in what was looked at."""
        if self.state.can_import:
            self._show(replace(self.state, step=ImportStep.COMING, can_import=False, trouble=""))
            self._carrying.bring_in(self._file, self._on_brought_in)

    def leave(self) -> None:
        """The dialog closes: a look is let go; what is coming in goes on, and is told where it was begun."""
        self._is_left = True
        if self.state.step is ImportStep.LOOKING:
            self._carrying.end()

    def end(self) -> None:
        """Ends what is coming in; nothing of it is here then."""
        self._carrying.end()

    def _on_looked(self, outcome: BroughtIn) -> None:
        if self._is_left:
            return
        if outcome.content is not None:
            self._guess_columns(outcome.content)
        if self._looks_again:
            self._looks_again = False
            self._carrying.look(self._file, self._on_looked)
            return
        title = "" if self.state.kind is None else self.state.title  # nothing is being looked at any more
        before = replace(self.state, step=ImportStep.READY, title=title, wishes=self._file.wishes, trouble="")
        if outcome.trouble is not None:
            is_other = outcome.trouble.trouble is Trouble.FILE_SECRET_WRONG
            before = replace(before, asks_secret=is_other, can_import=False)
            self._show(replace(before, trouble=words_for(outcome.trouble).plain, lines=(), notes=()))
        elif outcome.content is None:
            self._show(replace(before, trouble=_("It was ended, and nothing was changed."), lines=(), notes=()))
        else:
            self._show(self._ready(before, outcome, outcome.content))

    def _guess_columns(self, content: FileContent) -> None:
        """Once, before the person says anything; where that is enough, the file is looked at with it."""
        if content.kind is FileKind.COLUMNS and not self.state.columns and not self._file.wishes.columns:
            wishes = replace(self._file.wishes, columns=_guessed(content.columns))
            self._file = replace(self._file, wishes=wishes)
            self._looks_again = wishes.has_columns

    def _ready(self, before: ImportState, outcome: BroughtIn, content: FileContent) -> ImportState:
        if content.wants_secret:
            wants = line_of(UserError(Trouble.FILE_SEALED))
            return replace(before, kind=content.kind, title=title_of(content.kind), wants=wants, asks_secret=True)
        findings = content.findings
        words = () if findings is None else _words_of(findings.words, findings.word_counts.most_common())
        are_changed = content.kind is FileKind.DAYLIO and before.wishes.rating is not Meaning.NOTHING
        known = words[:MOST_WORD_FIELDS] if are_changed else ()
        wants = _wants(content, before.wishes)
        read = () if findings is None else tuple(rest_lines(findings))
        total = sum(
            each.added + each.left_out + each.already_here + each.kept_ours + each.deleted_here
            for each in content.counts.values()
        )
        self._is_new = any(each.added for each in content.counts.values())
        return replace(
            before,
            asks_secret=False,
            has_settings=bool(content.settings),
            kind=content.kind,
            title=title_of(content.kind),
            wants=wants,
            lines=() if wants else (*coming_lines(content.counts), *read),
            notes=() if wants else note_lines(outcome.notes, self._file.path),
            words=known,
            more_words=() if findings is None else tuple(word_lines(findings)[len(known) :]),
            series=() if findings is None else tuple(findings.features.most_common()),
            columns=content.columns or before.columns,
            total=total,
            can_import=not wants and (self._is_new or (self._file.with_settings and bool(content.settings))),
        )

    def _on_brought_in(self, outcome: BroughtIn) -> None:
        if self._is_left:
            return
        if outcome.trouble is not None or outcome.was_ended:
            ended = _("It was ended, and everything is as it was before.")
            said = ended if outcome.trouble is None else line_of(outcome.trouble)
            self._show(replace(self.state, step=ImportStep.READY, trouble=said, can_import=True))
            return
        settings = () if outcome.settings is None else came_lines(outcome.settings)
        lines = (*came_in(outcome.counts), *settings)
        done = replace(self.state, step=ImportStep.DONE, lines=lines, words=(), more_words=(), has_settings=False)
        self._show(replace(done, notes=note_lines(outcome.notes, self._file.path), series=(), columns=()))

    def _show(self, state: ImportState) -> None:
        self.state = state
        for changed in self._changed:
            changed()


def scale_from(lowest: str, highest: str) -> Scale | None:
    """The ends as they were typed; None if they are not two different numbers."""
    try:
        low, high = (float(text.strip().replace(",", ".")) for text in (lowest, highest))
    except ValueError:
        return None
    is_scale = low != high and abs(low) < float("inf") and abs(high) < float("inf")
    return Scale(low, high) if is_scale else None


def _words_of(
    words: dict[str, tuple[int | None, int | None]], often: list[tuple[str, int]]
) -> tuple[tuple[str, int | None], ...]:
    """The most frequent first, each with the one number it was given."""
    return tuple((word, next((points for points in words[word] if points is not None), None)) for word, _n in often)


def _guessed(names: tuple[str, ...]) -> dict[Column, str]:
    """A column that is called as its field is in all likelihood that field."""
    of_name = {name.casefold(): name for name in names if name}
    guessed = {column: of_name[column.value] for column in Column if column.value in of_name}
    if Column.AT in guessed:
        return {column: name for column, name in guessed.items() if column not in (Column.DATE, Column.TIME)}
    return guessed


def _wants(content: FileContent, wishes: Wishes) -> str:
    """What has to be said before anything can come in."""
    if content.kind is FileKind.COLUMNS and not wishes.has_columns:
        return _(
            "Please say where the moment of a row is, in one column or as a date and a time, and one thing beside."
        )
    features = None if content.findings is None else content.findings.features
    if content.kind is FileKind.TRACK_AND_GRAPH and features is not None and wishes.feature not in features:
        return _("Please choose which series comes in.")
    return ""
