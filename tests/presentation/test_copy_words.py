"""Words for copies and for what restoring one would change."""

from dataclasses import replace
from datetime import date

import pytest

from companion.application.copies import CopyContents, CopyKind, CopyPlace, Difference, KeptCopy
from companion.application.errors import Trouble
from companion.application.parts import PartKind
from companion.presentation.copy_words import (
    both_lines,
    change_groups,
    change_notes,
    contents_text,
    copy_line,
    copy_title,
    counted,
)
from tests.support.copies import a_comparison, a_copy

DAY = date(2026, 11, 20)


def iso(day: date) -> str:
    return day.isoformat()


@pytest.mark.parametrize(
    ("copy", "title"),
    [
        (a_copy(DAY), "2026-11-20"),
        (a_copy(DAY, kind=CopyKind.BEFORE_RESTORE), "Before a copy was restored on 2026-11-20"),
        (
            KeptCopy("/x/before-upgrade-1.db", CopyKind.BEFORE_UPGRADE, CopyPlace.HERE, None),
            "Before Companion was brought up to date",
        ),
        (KeptCopy("/x/a.companion", CopyKind.SAVED, CopyPlace.FILE, None), "The copy in /x/a.companion"),
    ],
)
def test_a_copy_is_called_by_what_it_is(copy: KeptCopy, title: str) -> None:
    assert copy_title(copy, iso) == title


@pytest.mark.parametrize(
    ("copy", "line"),
    [
        (a_copy(DAY, 2), "2 check-ins, 2025-11-20 to 2026-11-20"),
        (
            a_copy(DAY, 2, is_earlier=True, is_protected=True, place=CopyPlace.CHOSEN),
            "2 check-ins, 2025-11-20 to 2026-11-20 · from an earlier Companion · opens with a passphrase "
            "· in the second place",
        ),
        (a_copy(DAY, trouble=Trouble.COPY_DAMAGED), "This copy is not whole."),
        (a_copy(DAY, trouble=Trouble.COPY_NEWER), "This copy was made by a newer Companion."),
    ],
)
def test_a_line_says_what_there_is_to_know_of_a_copy(copy: KeptCopy, line: str) -> None:
    assert copy_line(copy, iso) == line


def test_contents_of_nothing_and_of_one_day() -> None:
    assert contents_text(CopyContents(0, None, None, 2), iso) == "0 check-ins"
    assert contents_text(CopyContents(1, DAY, DAY, 2), iso) == "1 check-in, 2026-11-20"


def test_what_changes_is_said_by_side() -> None:
    found = a_comparison(
        Difference(PartKind.CHECK_IN, 10, 2, 3, (DAY, date(2026, 11, 22)), (DAY, DAY)),
        Difference(PartKind.REMINDER, only_there=1),
        Difference(PartKind.WORDING, changed=2),
    )
    assert list(change_groups(found, iso)) == [
        ("Only in your notebook now, and not in it afterwards:", ("10 check-ins, 2026-11-20 to 2026-11-22",)),
        ("Only in the copy, and in your notebook afterwards:", ("2 check-ins, 2026-11-20", "1 reminder")),
        ("In both, and afterwards as in the copy:", ("3 check-ins", "2 wordings of your own")),
    ]


def test_a_copy_of_the_same_says_so() -> None:
    found = a_comparison()
    same = type(found)(found.copy, found.there, found.there)
    assert list(change_groups(same, iso)) == [("The copy holds the same as your notebook does now.", ())]


def test_where_there_is_no_notebook_to_open_nothing_is_compared() -> None:
    found = replace(a_comparison(), here=None, differences=())
    assert both_lines(found, iso) == ("In the copy: 1230 check-ins, 2025-11-20 to 2026-11-20",)
    assert list(change_groups(found, iso)) == []
    assert change_notes(found) == ("Everything that is in its place now is kept beside the copies, as it is.",)


def test_there_is_a_way_back_and_a_loss_of_protection_is_said() -> None:
    assert change_notes(a_comparison()) == (
        "Your notebook as it is now is kept as a copy first, so there is a way back.",
    )
    assert "could then be read by anyone" in change_notes(a_comparison(loses_protection=True))[1]


@pytest.mark.parametrize(
    "kind",
    [
        PartKind.CHECK_IN,
        PartKind.REFLECTION,
        PartKind.LIFE_EVENT,
        PartKind.REMINDER,
        PartKind.WINDOW,
        PartKind.WORDING,
    ],
)
def test_every_kind_that_can_differ_has_words(kind: PartKind) -> None:
    assert counted(kind, 1).startswith("1 ")
    assert counted(kind, 2) != counted(kind, 1).replace("1", "2")
