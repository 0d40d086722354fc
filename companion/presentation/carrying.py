"""Taking my notebook out and bringing one in, as Settings shows it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

from companion.application.carrying import BroughtIn, CarryingService, TakenOut
from companion.application.errors import UserError
from companion.application.export_wish import ExportForm
from companion.application.foreign import FileWish
from companion.application.parts import PartCounts, PartKind
from companion.application.transfer import RowFault
from companion.application.vault_ports import Vault
from companion.domain.errors import DomainError, Rule
from companion.domain.secrets import typed_passphrase
from companion.presentation.carried_settings import came_lines
from companion.presentation.sentences import line_of, sentence_of
from companion.presentation.transfer import fault_line, note_line
from companion.presentation.translation import _, ngettext

MOST_LINES = 5


class CarryingState(NamedTuple):
    """`news` is what is happening or has come of it, a line each. Only while nothing is on its way can one begin.

    `has_import` says that the news is of an import that can be taken out again as a whole.
    """

    is_busy: bool
    can_begin: bool
    news: tuple[str, ...] = ()
    has_import: bool = False


def explanation() -> tuple[str, ...]:
    """What there is to know before."""
    return (
        _("One file with everything you noted here, to keep somewhere else or to take to another computer."),
        _("It can have a passphrase of its own. Without one, anyone who has the file can read it."),
    )


class ExportTyped(NamedTuple):
    """What stands in the dialog of an export."""

    as_table: bool = False
    is_sealed: bool = False
    new: str = ""
    again: str = ""
    with_settings: bool = False

    @property
    def form(self) -> ExportForm:
        """What goes out."""
        if self.as_table:
            return ExportForm.TABLE
        return ExportForm.SEALED if self.is_sealed else ExportForm.EVERYTHING


_ENDINGS = {ExportForm.EVERYTHING: ".json", ExportForm.SEALED: ".sealed", ExportForm.TABLE: ".csv"}


class CarryingPresenter:
    """Begins, ends, and says what came of it; `changed` hears when there is news of it."""

    def __init__(self, service: CarryingService, vault: Vault) -> None:
        self._service = service
        self._vault = vault
        self._way: Callable[[int], str] | None = None
        self._news: tuple[str, ...] = ()
        self._has_import = False
        self._changed: list[Callable[[], None]] = []

    def attach(self, changed: Callable[[], None]) -> None:
        """From now on calls `changed` whenever what was shown may no longer be so."""
        self._changed.append(changed)

    def state(self) -> CarryingState:
        """What is shown now; while something is on its way it says how far, so it is asked for now and then."""
        if self._service.is_busy and self._way is not None:
            return CarryingState(True, False, (self._way(self._service.seen),))
        is_locked = self._vault.is_locked
        return CarryingState(
            False, not is_locked, () if is_locked else self._news, self._has_import and not is_locked
        )

    @property
    def is_locked(self) -> bool:
        """True while nothing can be read."""
        return self._vault.is_locked

    def file_name(self, form: ExportForm = ExportForm.EVERYTHING) -> str:
        """What an export is called if the person has no other wish."""
        return f"{'check-ins' if form is ExportForm.TABLE else 'companion'}{_ENDINGS[form]}"

    def refusal(self, typed: ExportTyped) -> str:
        """Why nothing can be written with what was typed, or ""."""
        if typed.form is not ExportForm.SEALED:
            return ""
        if not typed.new:
            return sentence_of(DomainError(Rule.PASSPHRASE_EMPTY))
        return "" if typed.new == typed.again else _("These two are not the same yet.")

    def take_out(self, path: str, typed: ExportTyped = ExportTyped()) -> None:  # noqa: B008 - a value
        """Writes what was wished to that file, if nothing is to be said against it; the name gets our ending."""
        if self.refusal(typed):
            return
        form, ending = typed.form, _ENDINGS[typed.form]
        secret = typed_passphrase(typed.new) if form is ExportForm.SEALED else None
        with_settings = typed.with_settings and form is not ExportForm.TABLE
        self._way = _on_the_way_out
        path = path if path.lower().endswith(ending) else f"{path}{ending}"
        self._service.take_out(path, self._on_taken_out, form, secret, with_settings=with_settings)
        self._say()

    @property
    def seen(self) -> int:
        """How many parts of what is on its way were read or written by now."""
        return self._service.seen

    def look(self, file: FileWish, done: Callable[[BroughtIn], None]) -> None:
        """Reads that file and changes nothing; nothing is said of it here but that it is being read."""
        self._way = _on_the_way_in
        self._service.look(file, lambda outcome: self._on_looked(outcome, done))
        self._say()

    def bring_in(self, file: FileWish, done: Callable[[BroughtIn], None] = lambda _outcome: None) -> None:
        """Brings in what that file has; what came of it is said here, and told to `done`."""
        self._way = _on_the_way_in
        self._service.bring_in(file, lambda outcome: self._on_brought_in(outcome, done))
        self._say()

    def end(self) -> None:
        """Ends what is on its way."""
        self._service.end()

    def forget_news(self) -> None:
        """What came in is no news any more."""
        self._news, self._has_import = (), False

    def _on_taken_out(self, outcome: TakenOut) -> None:
        if outcome.was_ended or outcome.trouble is not None:
            self._tell(_without_outcome(outcome.trouble))
            return
        self._tell(_went_out(outcome))

    def _on_looked(self, outcome: BroughtIn, done: Callable[[BroughtIn], None]) -> None:
        self._say()
        done(outcome)

    def _on_brought_in(self, outcome: BroughtIn, done: Callable[[BroughtIn], None]) -> None:
        if outcome.was_ended or outcome.trouble is not None:
            self._tell(_without_outcome(outcome.trouble))
        else:
            lines = [fault_line(note) if isinstance(note, RowFault) else note_line(note) for note in outcome.notes]
            settings = () if outcome.settings is None else came_lines(outcome.settings)
            self._tell((*came_in(outcome.counts), *lines[:MOST_LINES], *settings), has_import=_is_import(outcome))
        done(outcome)

    def _tell(self, news: tuple[str, ...], *, has_import: bool = False) -> None:
        self._news, self._has_import = news, has_import
        self._say()

    def _say(self) -> None:
        for changed in self._changed:
            changed()


def _on_the_way_out(seen: int) -> str:
    return _("Writing the file: {count} so far. You can go on meanwhile.").format(count=seen)


def _on_the_way_in(seen: int) -> str:
    return _("Reading the file: {count} so far. You can go on meanwhile.").format(count=seen)


def _went_out(outcome: TakenOut) -> tuple[str, ...]:
    count = outcome.counts[PartKind.CHECK_IN]
    if outcome.form is ExportForm.TABLE:
        sentence = ngettext("{count} check-in is in {file} now.", "{count} check-ins are in {file} now.", count)
        beside = _("What its columns mean is in a second file beside it.")
        return (sentence.format(count=count, file=outcome.path), beside)
    sentence = ngettext(
        "{count} check-in and everything beside it are in {file} now.",
        "{count} check-ins and everything beside them are in {file} now.",
        count,
    )
    said = sentence.format(count=count, file=outcome.path)
    return (said, _("It opens with its passphrase alone.")) if outcome.form is ExportForm.SEALED else (said,)


def _without_outcome(trouble: UserError | None) -> tuple[str, ...]:
    return (_("It was ended, and everything is as it was before.") if trouble is None else line_of(trouble),)


def _is_import(outcome: BroughtIn) -> bool:
    """What another notebook of theirs brings lies among their own things and cannot be told from them."""
    return outcome.counts.keys() == {PartKind.CHECK_IN} and outcome.counts[PartKind.CHECK_IN].added > 0


def came_in(counts: Mapping[PartKind, PartCounts]) -> tuple[str, ...]:
    """What became of a file that was brought in."""
    check_ins = counts.get(PartKind.CHECK_IN, PartCounts()).added
    others = sum(each.added for each in counts.values()) - check_ins
    left_out = sum(each.left_out for each in counts.values())
    kept_ours = sum(each.kept_ours for each in counts.values())
    deleted_here = sum(each.deleted_here for each in counts.values())
    said = [
        (check_ins, ngettext("{count} check-in came in.", "{count} check-ins came in.", check_ins)),
        (others, ngettext("{count} other thing came in.", "{count} other things came in.", others)),
        (left_out, ngettext("{count} was left out.", "{count} were left out.", left_out)),
        (
            kept_ours,
            ngettext(
                "{count} says something else here, and stays as it is here.",
                "{count} say something else here, and stay as they are here.",
                kept_ours,
            ),
        ),
        (
            deleted_here,
            ngettext(
                "{count} was deleted permanently here, and was not brought back.",
                "{count} were deleted permanently here, and were not brought back.",
                deleted_here,
            ),
        ),
    ]
    lines = tuple(sentence.format(count=count) for count, sentence in said if count)
    return lines or (_("Everything in this file was here already."),)
