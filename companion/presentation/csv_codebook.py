"""What the columns of a table of check-ins mean, for whoever opens it years later or in another program."""

from companion.domain.arousal import HIGHEST, LOWEST
from companion.presentation.translation import _


def csv_codebook() -> tuple[tuple[str, ...], ...]:
    """The names of what is said, then a row for each column in the order of the table."""
    scale, answers = _scale(), _("above, inside, below, mixed, unsure")
    nothing = _("Not answered.")
    return (
        (_("column"), _("meaning"), _("unit"), _("range"), _("empty means")),
        (
            "at",
            _("When it was: date, time and offset from UTC of the place where it was noted."),
            _("date and time, ISO 8601"),
            _("1970 and later"),
            _("It is never empty."),
        ),
        (
            "arousal",
            _("“How much energy is in your body?”, from almost none to as much as there can be."),
            _("points"),
            scale,
            nothing,
        ),
        (
            "zone",
            _("Where the person says that is for them: above, inside or below their window, mixed, or not sure."),
            _("a word"),
            answers,
            nothing,
        ),
        ("pleasantness", _("How pleasant it is, from unpleasant to pleasant."), _("points"), scale, nothing),
        (
            "prompted",
            _("Whether it answers a reminder (true), or was made unasked (false)."),
            _("a word"),
            "true, false",
            _("It is never empty."),
        ),
        (
            "note",
            _("What the person wrote. An apostrophe in front keeps a table from taking it for a formula."),
            _("text"),
            _("up to 64 KiB"),
            _("Nothing was written."),
        ),
        (
            "tags",
            _("The person's own tags, a semicolon between them; one that is part of a tag has a backslash in front."),
            _("text"),
            _("any number of words"),
            _("There is no tag."),
        ),
    )


def _scale() -> str:
    return _("{lowest} to {highest}, whole numbers").format(lowest=LOWEST, highest=HIGHEST)
