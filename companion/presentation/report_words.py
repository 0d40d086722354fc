"""Words around the page for a session: its dialog, its files, and what found no room."""

from companion.presentation.translation import _, ngettext

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
