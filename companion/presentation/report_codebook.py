"""The codebook of the page for a session: what its words, shapes and numbers mean."""

from companion.domain.metrics.gates import FLOOR_HOURS
from companion.presentation.translation import _


def codebook() -> tuple[tuple[str, str], ...]:
    """Terms with their meaning, in the order in which they stand on the page."""
    return (
        (
            _("Energy"),
            _("“How much energy is in your body?”, from 0, almost none, to 100, as much as there can be."),
        ),
        (
            _("Window"),
            _(
                "Where the person says that is: above, inside or below their own window of tolerance, mixed, or not "
                "sure. Dashed bounds are a starting guess, soft ones an estimate from their answers."
            ),
        ),
        (
            _("Filled or outlined"),
            _(
                "Filled marks answered a reminder at a set or random time. Outlined ones were made by oneself; they "
                "count for coming back and for the window alone."
            ),
        ),
        (
            _("Smooth line"),
            _("Local regression through what was asked for, with its range, only where enough lies close together."),
        ),
        (
            _("Shares"),
            _("Of all check-ins that were asked for and answered about the window; likely range by Wilson, 90 %."),
        ),
        (
            _("Coming back"),
            _(
                "From the first check-in outside to the next inside on the same day; median by Kaplan and Meier. "
                "Less than {hours} h cannot be told from so few check-ins a day."
            ).format(hours=int(FLOOR_HOURS)),
        ),
        (
            _("Time of day, weekday"),
            _("Means; the range holds 8 of 10 of them if whole days are drawn again and again."),
        ),
        (
            _("What it cannot say"),
            _(
                "One person, by their own account: no comparison with other people, no cause and no forecast. People "
                "answer less when busy or flooded, so what is not here is not like what is."
            ),
        ),
    )
