"""What is said when a part of the notebook cannot be read any more."""

from companion.presentation.translation import _


def damaged_words() -> tuple[str, str]:
    """What is so, and what can be done about it."""
    said = _("A part of your notebook’s file cannot be read any more. A copy of it can take its place.")
    return said, _("See the copies…")
