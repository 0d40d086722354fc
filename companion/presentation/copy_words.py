"""Words for copies: what one is called, what is in it, what restoring one would change."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from companion.application.copies import Comparison, CopyContents, CopyKind, CopyPlace, KeptCopy
from companion.application.errors import UserError
from companion.application.parts import PartKind
from companion.presentation.sentences import words_for
from companion.presentation.translation import _, ngettext

DayText = Callable[[date], str]


def copy_title(copy: KeptCopy, day_text: DayText) -> str:
    """What a copy is called in a list."""
    day = "" if copy.day is None else day_text(copy.day)
    match copy.kind:
        case CopyKind.DAY:
            return day
        case CopyKind.BEFORE_RESTORE:
            return _("Before a copy was restored on {day}").format(day=day)
        case CopyKind.BEFORE_UPGRADE:
            return _("Before Companion was brought up to date")
        case CopyKind.SAVED:
            return _("The copy in {file}").format(file=copy.path)


def copy_line(copy: KeptCopy, day_text: DayText) -> str:
    """What there is to know of it, in one line."""
    parts: list[str] = []
    if copy.trouble is not None:
        parts.append(words_for(UserError(copy.trouble)).title)
    if copy.contents is not None:
        parts.append(contents_text(copy.contents, day_text))
    if copy.is_earlier:
        parts.append(_("from an earlier Companion"))
    if copy.is_protected:
        parts.append(_("opens with a passphrase"))
    if copy.place is CopyPlace.CHOSEN:
        parts.append(_("in the second place"))
    return " · ".join(parts)


def contents_text(contents: CopyContents, day_text: DayText) -> str:
    """How many check-ins there are, and of when."""
    count = counted(PartKind.CHECK_IN, contents.check_ins)
    if contents.first_day is None or contents.last_day is None:
        return count
    return _("{count}, {days}").format(count=count, days=_days(contents.first_day, contents.last_day, day_text))


def both_lines(comparison: Comparison, day_text: DayText) -> tuple[str, ...]:
    """What is in the copy, and what in the notebook now, where that can be opened."""
    there = _("In the copy: {contents}").format(contents=contents_text(comparison.there, day_text))
    if comparison.here is None:
        return (there,)
    return there, _("In your notebook now: {contents}").format(contents=contents_text(comparison.here, day_text))


def change_groups(comparison: Comparison, day_text: DayText) -> Iterator[tuple[str, tuple[str, ...]]]:
    """What restoring would change: a heading each, and a line for each kind."""
    if comparison.here is None:
        return
    found = comparison.differences
    gone = [_one_side(each.kind, each.only_here, each.days_here, day_text) for each in found if each.only_here]
    back = [_one_side(each.kind, each.only_there, each.days_there, day_text) for each in found if each.only_there]
    other = [counted(each.kind, each.changed) for each in found if each.changed]
    if gone:
        yield _("Only in your notebook now, and not in it afterwards:"), tuple(gone)
    if back:
        yield _("Only in the copy, and in your notebook afterwards:"), tuple(back)
    if other:
        yield _("In both, and afterwards as in the copy:"), tuple(other)
    if not found:
        yield _("The copy holds the same as your notebook does now."), ()


def change_notes(comparison: Comparison) -> tuple[str, ...]:
    """What else there is to know before."""
    if comparison.here is None:
        return (_("Everything that is in its place now is kept beside the copies, as it is."),)
    kept = _("Your notebook as it is now is kept as a copy first, so there is a way back.")
    if not comparison.loses_protection:
        return (kept,)
    return (
        kept,
        _(
            "This copy opens with a passphrase, and your notebook now has none: "
            "what is in the copy could then be read by anyone who can read its folder."
        ),
    )


def counted(kind: PartKind, count: int) -> str:
    """How many of a kind."""
    return _counted(kind, count).format(count=count)


def _one_side(kind: PartKind, count: int, days: tuple[date, date] | None, day_text: DayText) -> str:
    if days is None:
        return counted(kind, count)
    return _("{count}, {days}").format(count=counted(kind, count), days=_days(*days, day_text))


def _days(first: date, last: date, day_text: DayText) -> str:
    if first == last:
        return day_text(first)
    return _("{first} to {last}").format(first=day_text(first), last=day_text(last))


def _counted(kind: PartKind, count: int) -> str:
    match kind:
        case PartKind.CHECK_IN:
            return ngettext("{count} check-in", "{count} check-ins", count)
        case PartKind.REFLECTION:
            return ngettext("{count} reflection", "{count} reflections", count)
        case PartKind.LIFE_EVENT:
            return ngettext("{count} life event", "{count} life events", count)
        case PartKind.REPAIR:
            return ngettext("{count} repair", "{count} repairs", count)
        case PartKind.TRIANGLE:
            return ngettext("{count} triangle", "{count} triangles", count)
        case PartKind.REMINDER:
            return ngettext("{count} reminder", "{count} reminders", count)
        case PartKind.PRACTICE:
            return ngettext("{count} practice of your own", "{count} practices of your own", count)
        case PartKind.PRACTICE_SESSION:
            return ngettext("{count} time practised", "{count} times practised", count)
        case PartKind.SUPPORT_CONTACT:
            return ngettext("{count} of your people and places", "{count} of your people and places", count)
        case PartKind.WINDOW:
            return ngettext("{count} version of your window", "{count} versions of your window", count)
        case _:
            return ngettext("{count} wording of your own", "{count} wordings of your own", count)
