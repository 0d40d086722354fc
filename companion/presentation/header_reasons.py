"""Why a note's header could not be understood, in words; the reasons are those of `adapters.library.strict_yaml`."""

from companion.presentation.translation import _


def header_reason(reason: str) -> str:
    """One part of a sentence for a reason; the reason itself for one that is not known here."""
    return {
        "syntax": _("this line is not written as a field"),
        "unclosed": _("the closing line of --- is not there"),
        "twice": _("this field stands there twice"),
        "list": _("it holds no named fields"),
        "unnamed": _("this field has no plain name"),
        "deep": _("it is nested too deeply"),
        "alias": _("references with & and * are not read"),
        "tag": _("types with an exclamation mark are not read"),
    }.get(reason, reason)
