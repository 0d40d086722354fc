"""Words for saving what can still be read of a damaged notebook, and what the dialog for it shows."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from companion.application.errors import Trouble
from companion.application.rescuing import Rescued, RescueService
from companion.domain.errors import DomainError
from companion.domain.secrets import Secret, typed_passphrase, typed_recovery_code
from companion.presentation.sentences import line_of
from companion.presentation.transfer import written_lines
from companion.presentation.translation import _, ngettext


class RescueState(NamedTuple):
    """What the dialog shows; once it `is_done`, `lines` say what came of it."""

    asks_secret: bool
    is_busy: bool = False
    is_done: bool = False
    lines: tuple[str, ...] = ()


def rescue_words() -> tuple[str, ...]:
    """What there is to know before."""
    return (
        _("What can still be read goes to a file, part by part. What lies on a damaged page is left out."),
        _("Your notebook is not touched. The file can come into a new or restored one later, with Import."),
        _("Anyone who has this file can read it."),
    )


def lost_line(lost: int) -> str:
    """How much could not be read, as far as anybody knows."""
    if lost:
        sentence = ngettext(
            "{count} could not be read. Others may lack a part, tags for example.",
            "{count} could not be read. Others may lack a part, tags for example.",
            lost,
        )
        return sentence.format(count=lost)
    return _("Some of it could not be read. How much that is, nobody can say any more.")


class RescuePresenter:
    """For one opening of the dialog; `changed` hears whenever there is another state to show."""

    def __init__(self, service: RescueService) -> None:
        self._service = service
        self._changed: Callable[[], None] = lambda: None
        self.state = RescueState(service.needs_secret())

    def attach(self, changed: Callable[[], None]) -> None:
        """From now on calls `changed` whenever there is another state to show; None of it after `leave`."""
        self._changed = changed

    def leave(self) -> None:
        """The dialog is closed; a file that is being written is finished all the same."""
        self._changed = lambda: None

    def file_name(self) -> str:
        """What the file is called if the person has no other wish."""
        return "companion-readable.json"

    def write(self, path: str, typed: str = "") -> None:
        """Writes what can be read to that file; `typed` is the passphrase or recovery code, where asked."""
        secret: Secret | None = None
        if self.state.asks_secret:
            try:
                secret = typed_passphrase(typed)
            except DomainError as error:
                self._show(lines=(line_of(error),))
                return
        path = path if path.lower().endswith(".json") else f"{path}.json"
        self._show(is_busy=True, lines=(_("Reading your notebook, page by page. This can take a while."),))
        self._service.write(path, secret, lambda outcome: self._on_written(outcome, _as_code(typed)))

    def _on_written(self, outcome: Rescued, or_else: Secret | None) -> None:
        if outcome.trouble is None:
            beside = () if outcome.is_whole else (lost_line(outcome.lost),)
            self._show(is_busy=False, is_done=True, lines=(*written_lines(outcome.counts, outcome.path), *beside))
        elif outcome.trouble.trouble is Trouble.PASSPHRASE_WRONG and or_else is not None:
            self._service.write(outcome.path, or_else, lambda again: self._on_written(again, None))
        else:
            self._show(is_busy=False, lines=(line_of(outcome.trouble),))

    def _show(self, **changes: object) -> None:
        self.state = self.state._replace(**changes)  # type: ignore[arg-type]
        self._changed()


def _as_code(typed: str) -> Secret | None:
    """The same text as a recovery code, if it is one."""
    try:
        return typed_recovery_code(typed)
    except DomainError:
        return None
