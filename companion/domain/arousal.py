"""The arousal line: whole points from 0, almost no energy in the body, to 100, as much as there can be."""

from companion.domain.errors import DomainError, Rule

LOWEST = 0
HIGHEST = 100


def checked_arousal(points: object) -> int:
    """`points` if it is a whole number from 0 to 100. Raises DomainError(AROUSAL_OUT_OF_RANGE)."""
    return _checked_points(points, Rule.AROUSAL_OUT_OF_RANGE)


def checked_pleasantness(points: object) -> int:
    """`points` if it is a whole number from 0 to 100. Raises DomainError(PLEASANTNESS_OUT_OF_RANGE)."""
    return _checked_points(points, Rule.PLEASANTNESS_OUT_OF_RANGE)


def checked_points(points: object) -> int:
    """`points` of any other line if it is a whole number from 0 to 100. Raises DomainError(POINTS_OUT_OF_RANGE)."""
    return _checked_points(points, Rule.POINTS_OUT_OF_RANGE)


def arousal_from_text(text: str) -> int:
    """Reads whole points such as "62". Raises DomainError(AROUSAL_OUT_OF_RANGE) for anything else."""
    return _points_from_text(text, Rule.AROUSAL_OUT_OF_RANGE)


def pleasantness_from_text(text: str) -> int:
    """Reads whole points such as "62". Raises DomainError(PLEASANTNESS_OUT_OF_RANGE) for anything else."""
    return _points_from_text(text, Rule.PLEASANTNESS_OUT_OF_RANGE)


def _points_from_text(text: str, rule: Rule) -> int:
    digits = text.strip()
    if not (digits.isascii() and digits.isdigit() and len(digits) <= 3):
        raise DomainError(rule, lowest=LOWEST, highest=HIGHEST)
    return _checked_points(int(digits), rule)


def _checked_points(points: object, rule: Rule) -> int:
    if isinstance(points, bool) or not isinstance(points, int) or not LOWEST <= points <= HIGHEST:
        raise DomainError(rule, lowest=LOWEST, highest=HIGHEST)
    return points
