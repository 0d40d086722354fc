"""Every key there is, in words: what the overview of them shows."""

from typing import NamedTuple

from companion.presentation.translation import _


class KeyLine(NamedTuple):
    """A key, or several that belong together, and what they do."""

    keys: str
    does: str


class KeyGroup(NamedTuple):
    """Where the keys of `lines` act."""

    title: str
    lines: tuple[KeyLine, ...]


def key_groups() -> tuple[KeyGroup, ...]:
    """All of them, those for everywhere first."""
    return (
        KeyGroup(_("Everywhere"), _everywhere()),
        KeyGroup(_("In a check-in"), _in_a_check_in()),
        KeyGroup(_("On the chart"), _on_the_chart()),
        KeyGroup(_("In the journal, the concepts and Settings"), _in_lists()),
    )


def _everywhere() -> tuple[KeyLine, ...]:
    return (
        KeyLine(_("Ctrl+1 … Ctrl+7"), _("Go to a screen, in the order of the side bar")),
        KeyLine(_("Ctrl+N"), _("Check in")),
        KeyLine(_("Ctrl+Z"), _("Take back what you noted last; while you write, what you wrote last")),
        KeyLine(_("Ctrl+Shift+S"), _("Support now")),
        KeyLine(_("Ctrl+L"), _("Lock, if there is a passphrase")),
        KeyLine(_("Ctrl+H"), _("Hide every window at once")),
        KeyLine(_("Ctrl+Q"), _("Quit")),
        KeyLine(_("Esc"), _("Close what is open, or go back")),
        KeyLine(_("F1"), _("Help")),
        KeyLine("?", _("This list; while you write it is a question mark")),
    )


def _in_a_check_in() -> tuple[KeyLine, ...]:
    return (
        KeyLine("0 … 100", _("How much energy there is")),
        KeyLine("↑ ↓", _("A little more or less; the page keys go ten at a time")),
        KeyLine(_("Backspace"), _("Empty the line")),
        KeyLine(_("The underlined letter"), _("Choose that answer")),
        KeyLine(_("Enter"), _("Save; in a note Ctrl+Enter")),
    )


def _on_the_chart() -> tuple[KeyLine, ...]:
    return (
        KeyLine("+ −", _("Nearer, farther")),
        KeyLine(_("Page keys"), _("Earlier, later")),
        KeyLine("← →", _("From moment to moment; Enter opens one")),
        KeyLine(_("Insert"), _("Add a life event")),
    )


def _in_lists() -> tuple[KeyLine, ...]:
    return (
        KeyLine(_("Ctrl+F"), _("Search")),
        KeyLine(_("Alt+← Alt+→"), _("Back and forward between concepts")),
    )
