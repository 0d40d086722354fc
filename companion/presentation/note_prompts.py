"""What stands around the questions of a note."""

from companion.presentation.translation import _


def prompts_heading() -> str:
    """Above the questions."""
    return _("To write about")


def not_today() -> str:
    """Below them: the way to have none today."""
    return _("not today")
