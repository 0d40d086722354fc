"""Support: the person's own first, the same below for everyone, and no number that nobody has checked."""

import re
from datetime import date

import pytest

from companion.domain.support import SupportKind
from companion.presentation.support import SupportPresenter, address_to_open, build_state
from tests.support.people import PeopleDesk, a_contact

DAY = date(2026, 11, 22)


def test_it_names_the_emergency_number() -> None:
    assert "emergency number" in build_state().emergency


def test_no_telephone_number_is_shipped() -> None:
    state = build_state()
    words = " ".join([state.opening, state.emergency, state.near, state.lines, state.ground, state.closing])
    assert not re.search(r"\d{2,}", words)


def test_places_are_addresses_to_copy_and_not_links() -> None:
    assert [place.address for place in build_state().places] == ["findahelpline.com", "befrienders.org"]


def test_their_own_stand_in_the_order_of_a_safety_plan() -> None:
    contacts = [a_contact("Line", SupportKind.SERVICE), a_contact("Noor"), a_contact("Park", SupportKind.PLACE)]
    groups = build_state(contacts, DAY).own
    assert [(group.title, [each.name for each in group.contacts]) for group in groups] == [
        ("Places and company that help", ["Park"]),
        ("People I can ask", ["Noor"]),
        ("Professionals and lines", ["Line"]),
    ]


@pytest.mark.parametrize(
    ("checked_on", "note"),
    [
        (None, "Not checked yet"),
        (date(2026, 1, 2), "Checked 2026-01-02"),
        (date(2025, 1, 2), "Checked 2025-01-02, more than a year ago. It may have changed since."),
    ],
)
def test_a_number_says_when_it_was_checked(checked_on: date | None, note: str) -> None:
    contact = a_contact("Line", SupportKind.SERVICE, reach="0", checked_on=checked_on)
    (group,) = build_state([contact], DAY).own
    assert group.contacts[0].note == note


@pytest.mark.parametrize(
    ("reach", "opens"),
    [
        ("+49 (30) 123-45", "tel:+493012345"),
        ("112", "tel:112"),
        ("noor@example.org", "mailto:noor@example.org"),
        ("https://example.org/a", "https://example.org/a"),
        ("third floor, left", ""),
        ("12", ""),
        ("file:///etc/passwd", ""),
        ("javascript:alert(1)", ""),
        ("https://example.org and more", ""),
        ("mailto:a@b.c?body=x", ""),
        ("", ""),
    ],
)
def test_only_numbers_mail_addresses_and_pages_are_opened(reach: str, opens: str) -> None:
    assert address_to_open(reach) == opens


def test_while_locked_only_the_ticked_are_there_and_nothing_can_be_changed() -> None:
    desk = PeopleDesk()
    desk.people.add(SupportKind.PERSON, "Noor")
    desk.people.add(SupportKind.PERSON, "Ada", when_locked=True)
    presenter = SupportPresenter(desk.people, date.isoformat)
    unlocked = presenter.state()
    desk.is_locked = True
    locked = presenter.state()
    assert [each.name for each in unlocked.own[0].contacts] == ["Noor", "Ada"]
    assert [each.name for each in locked.own[0].contacts] == ["Ada"]
    assert (bool(unlocked.change_words), bool(locked.change_words)) == (True, False)


@pytest.mark.usefixtures("german")
def test_in_a_translation_what_safety_can_rest_on_stands_there_in_english_too() -> None:
    state = build_state()
    assert state.emergency.startswith("Ruf die örtliche Notrufnummer an")
    assert state.emergency.endswith("\n\nCall your local emergency number, or go to the nearest emergency room.")
    assert "list help lines by country" in state.lines
    assert "It cannot tell whether you are in danger" in state.closing
