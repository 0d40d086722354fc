"""What stands around the questions of a note."""

from companion.presentation.translation import _


def prompts_heading() -> str:
    """Above the questions."""
    return _("To write about")


def not_today() -> str:
    """Below them: the way to have none today."""
    return _("Not today")


def to_grounding() -> str:
    """The way out of a question that stirs too much up; it leads to the practice that looks outward."""
    return _("If it gets heavy, look around the room")
