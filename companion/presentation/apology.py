"""What is said when something inside the program broke."""

from dataclasses import dataclass

from companion.presentation.translation import _


@dataclass(frozen=True, slots=True)
class Apology:
    """The words of one calm dialog; `details` hold kinds and places, none of the person's words."""

    title: str
    text: str
    copy: str
    close: str
    details: str


def build_apology(details: str) -> Apology:
    """The same words for every kind of breakage."""
    return Apology(
        title=_("Companion"),
        text=_(
            "Something in Companion did not work just now. What was saved before is still saved.\n\n"
            "You can go on. If it comes again, the details help whoever repairs it; "
            "nothing you wrote is in them."
        ),
        copy=_("Copy details"),
        close=_("Go on"),
        details=details,
    )
