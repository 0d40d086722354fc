"""A mean that forgets, for ratings at uneven times."""

from math import exp

from companion.domain.metrics.ratings import Numbers, Ratings

FORGETTING_HOURS = 72.0
FREEZES_AFTER_HOURS = 5 * 24.0


def moving_mean(ratings: Ratings, forgetting: float = FORGETTING_HOURS, start: float | None = None) -> list[float]:
    """The exponentially weighted mean after each rating, in points, beginning with the first one or with `start`.

    s_k = s_(k-1) + (1 - exp(-dt / tau)) (x_k - s_(k-1)); `forgetting` is tau in hours. Roberts 1959, for uneven
    times. Without ratings it stays as it is (`is_frozen`). Tested by hand.
    """
    means: list[float] = []
    for index, value in enumerate(ratings.values):
        if not index:
            means.append(value if start is None else start)
            continue
        gap = ratings.hours[index] - ratings.hours[index - 1]
        means.append(means[-1] + (1 - exp(-gap / forgetting)) * (value - means[-1]))
    return means


def is_frozen(hours: Numbers, at: float) -> bool:
    """True if the last of these hours lies more than five days before `at`, so that the mean says nothing now."""
    return not len(hours) or at - hours[-1] > FREEZES_AFTER_HOURS
