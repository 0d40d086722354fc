"""Restoring a copy, step by step: which one, what it would change, and what came of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import Enum
from typing import TYPE_CHECKING, Any

from companion.application.copies import Comparison, KeptCopy
from companion.application.errors import Trouble, UserError
from companion.domain.errors import DomainError
from companion.domain.secrets import Secret, typed_passphrase, typed_recovery_code
from companion.presentation.copy_words import both_lines, change_groups, change_notes, copy_line, copy_title
from companion.presentation.sentences import line_of
from companion.presentation.time_axis import dated
from companion.presentation.translation import _

if TYPE_CHECKING:
    from datetime import date

    from companion.application.replacing import ReplaceService
    from companion.application.restoring import CopyList, RestoreService
    from companion.presentation.date_words import DateWords


class Step(Enum):
    """Where one is."""

    CHOOSING = "choosing"
    SECRET = "secret"  # noqa: S105 - a name, no secret
    LOOKING = "looking"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class CopyRow:
    """One copy in the list; one that is not whole, or too new, can be seen and not chosen."""

    key: str
    title: str
    line: str
    can_be_chosen: bool = True


@dataclass(frozen=True, slots=True)
class RestoreState:
    """What the dialog shows. While `busy` is a sentence, something is on its way; `trouble` is a calm line or "".

    `groups` are headings with lines: what would change; `notes` what else there is to know, or what came of it.
    """

    step: Step = Step.CHOOSING
    rows: tuple[CopyRow, ...] = ()
    groups: tuple[tuple[str, tuple[str, ...]], ...] = ()
    notes: tuple[str, ...] = ()
    busy: str = ""
    trouble: str = ""


class RestorePresenter:
    """For one opening of the dialog; `changed` hears whenever there is another state to show."""

    def __init__(self, service: RestoreService | ReplaceService, place: str, words: DateWords) -> None:
        self._service = service
        self._place = place
        self._words = words
        self._changed: list[Callable[[], None]] = []
        self._path = ""
        self._is_left = False
        self.state = RestoreState(busy=_("Looking for copies…"))

    def attach(self, changed: Callable[[], None]) -> None:
        """From now on calls `changed` whenever there is another state to show."""
        self._changed.append(changed)

    @property
    def is_done(self) -> bool:
        """True once the copy is in the notebook's place."""
        return self.state.step is Step.DONE

    def begin(self) -> None:
        """Lists the copies."""
        self._service.copies(self._place, self._on_listed)

    def look(self, path: str) -> None:
        """Looks into that copy, which may be any file; nothing is changed yet."""
        self._path = path
        self._look(None)

    def open_with(self, typed: str) -> None:
        """The passphrase or recovery code of the copy was typed."""
        try:
            secret = typed_passphrase(typed)
        except DomainError as error:
            self._show(trouble=line_of(error))
            return
        self._look(secret, _as_code(typed))

    def restore(self) -> None:
        """Puts the copy that was looked at in the notebook's place."""
        self._show(busy=_("Restoring. This takes a moment."), trouble="")
        self._service.carry_out(self._on_restored)

    def back(self) -> None:
        """To the list again."""
        self._service.leave()
        self._show(step=Step.CHOOSING, groups=(), notes=(), trouble="")

    def leave(self) -> None:
        """The dialog is closed; what was only looked at changes nothing."""
        self._is_left = True
        if self.state.step is not Step.DONE:
            self._service.leave()

    def _look(self, secret: Secret | None, or_else: Secret | None = None) -> None:
        self._show(busy=_("Looking into the copy…"), trouble="")
        self._service.look(self._path, secret, lambda outcome: self._on_looked(outcome, or_else))

    def _on_listed(self, outcome: CopyList | UserError) -> None:
        if isinstance(outcome, UserError):
            self._show(busy="", trouble=line_of(outcome))
            return
        rows = tuple(map(self._row, outcome.copies))
        nothing = "" if rows else _("There is no copy here yet. You can choose a file.")
        trouble = nothing if outcome.place_trouble is None else line_of(outcome.place_trouble)
        self._show(rows=rows, busy="", trouble=trouble)

    def _on_looked(self, outcome: Comparison | UserError, or_else: Secret | None) -> None:
        if isinstance(outcome, Comparison):
            self._show_comparison(outcome)
        elif outcome.trouble is Trouble.COPY_PROTECTED:
            self._show(step=Step.SECRET, busy="", notes=(line_of(outcome),))
        elif outcome.trouble is Trouble.COPY_SECRET_WRONG and or_else is not None:
            self._look(or_else)
        else:
            self._show(busy="", trouble=line_of(outcome))

    def _show_comparison(self, found: Comparison) -> None:
        """The first group says which copy it is."""
        row = next((row for row in self.state.rows if row.key == self._path), None)
        name = row.title if row is not None else copy_title(found.copy, self._day)
        groups = ((name, both_lines(found, self._day)), *change_groups(found, self._day))
        self._show(step=Step.LOOKING, busy="", trouble="", groups=groups, notes=change_notes(found))

    def _on_restored(self, outcome: KeptCopy | UserError) -> None:
        if isinstance(outcome, UserError):
            self._show(busy="", trouble=line_of(outcome))
            return
        notes = (
            _("Your notebook is now as it was in the copy."),
            _("What it was before is kept: {file}").format(file=outcome.path),
        )
        self._show(step=Step.DONE, busy="", trouble="", groups=(), notes=notes)

    def _row(self, copy: KeptCopy) -> CopyRow:
        return CopyRow(
            copy.path, copy_title(copy, self._day), copy_line(copy, self._day), can_be_chosen=copy.trouble is None
        )

    def _day(self, day: date) -> str:
        return dated(day, self._words)

    def _show(self, **changes: Any) -> None:
        self.state = replace(self.state, **changes)
        if not self._is_left:
            for changed in self._changed:
                changed()


def _as_code(typed: str) -> Secret | None:
    """The same text as a recovery code, if it is one."""
    try:
        return typed_recovery_code(typed)
    except DomainError:
        return None
