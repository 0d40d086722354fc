"""What is said when something inside the program broke."""

from dataclasses import dataclass

from companion.application.errors import UserError
from companion.presentation.sentences import words_for
from companion.presentation.translation import _


@dataclass(frozen=True, slots=True)
class Apology:
    """The words of one calm dialog; `details` hold kinds and places, none of the person's words."""

    title: str
    text: str
    copy: str
    close: str
    details: str


def build_apology(details: str, failure: BaseException) -> Apology:
    """What went wrong in the world has its own words; for everything else they are the same."""
    return Apology(
        title=_("Companion"),
        text=_trouble(failure) if isinstance(failure, UserError) else _breakage(),
        copy=_("Copy details"),
        close=_("Go on"),
        details=details,
    )


def _trouble(failure: UserError) -> str:
    words = words_for(failure)
    return f"{words.placed}\n\n{words.hint}".strip()


def _breakage() -> str:
    return _(
        "Something in Companion did not work just now. What was saved before is still saved.\n\n"
        "You can go on. If it comes again, the details help whoever repairs it; "
        "nothing you wrote is in them."
    )
