"""Words around the page for a session."""

from companion.presentation.report import Said
from companion.presentation.report_words import (
    HTML,
    PDF,
    file_kind,
    file_name,
    full_words,
    left_out_words,
    note_words,
)


def test_files_have_names_that_say_nothing_of_the_person() -> None:
    assert [(file_name(ending), file_kind(ending)) for ending in (PDF, HTML)] == [
        ("page.pdf", "Page (*.pdf)"),
        ("page.html", "Web page (*.html)"),
    ]


def test_what_found_no_room_is_counted() -> None:
    assert left_out_words(1) == "1 more has no room here."
    assert left_out_words(3) == "3 more have no room here."
    assert full_words(0) == ""
    assert full_words(2).startswith("The page is full: 2 of the notes")


def test_a_long_note_is_offered_by_how_it_begins() -> None:
    shown, when = note_words(Said("Sun", "Reflection", "one\n two " + "x" * 500))
    assert shown.startswith("one two xxx")
    assert shown.endswith("…")
    assert len(shown) <= 161
    assert when == "Sun: Reflection"
