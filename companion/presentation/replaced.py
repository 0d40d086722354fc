"""What is said when another version of the program was installed while this one runs."""

from companion.presentation.translation import _


def replaced_words() -> tuple[str, str, str]:
    """What is so, and the two things that can be done about it."""
    said = _("Another version of Companion was installed. This one keeps running until you restart it.")
    return said, _("Restart now"), _("Later")
