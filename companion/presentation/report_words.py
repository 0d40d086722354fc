"""Words around the page for a session: its dialog, its files, and what found no room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.presentation.translation import _, ngettext

if TYPE_CHECKING:
    from companion.presentation.report import Said

LONGEST_SHOWN = 160
PDF, HTML = ".pdf", ".html"


def left_out_words(count: int) -> str:
    """That so many more are not on the page."""
    return ngettext("{count} more has no room here.", "{count} more have no room here.", count).format(count=count)


def full_words(count: int) -> str:
    """What the dialog says of it, or "" if everything has room."""
    if not count:
        return ""
    sentence = ngettext(
        "The page is full: {count} of the notes has no room on it. The web page holds them all.",
        "The page is full: {count} of the notes have no room on it. The web page holds them all.",
        count,
    )
    return sentence.format(count=count)


def file_name(ending: str) -> str:
    """What the file is called if the person has no other wish; it says nothing of them."""
    return f"page{ending}"


def file_kind(ending: str) -> str:
    """What the file dialog offers."""
    return _("Page (*.pdf)") if ending == PDF else _("Web page (*.html)")


def note_words(said: Said) -> tuple[str, str]:
    """A note as the dialog offers it: how it begins, and when it was."""
    text = " ".join(said.text.split())
    shown = text if len(text) <= LONGEST_SHOWN else text[:LONGEST_SHOWN].rstrip() + "…"
    return shown, _("{when}: {what}").format(when=said.when, what=said.what)
