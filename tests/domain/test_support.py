"""People and places to turn to: named, short, in the order of a safety plan, and checked once a year."""

from datetime import date
from typing import Any

import pytest

from companion.domain.errors import DomainError, Rule
from companion.domain.support import SupportKind, in_order
from tests.support.people import a_contact

DAY = date(2026, 11, 22)


def test_words_are_one_line_each() -> None:
    contact = a_contact("  Noor \n next door ", reach=" 030\t1 ", message="Are\nyou there?")
    assert (contact.name, contact.reach, contact.message) == ("Noor next door", "030 1", "Are you there?")


@pytest.mark.parametrize(
    ("words", "rule"),
    [
        ({"name": " \n"}, Rule.NOTHING_WRITTEN),
        ({"name": "n" * 101}, Rule.TITLE_TOO_LONG),
        ({"reach": "1" * 201}, Rule.WORDS_TOO_LONG),
        ({"message": "m" * 201}, Rule.WORDS_TOO_LONG),
    ],
)
def test_without_a_name_or_too_long_there_is_none(words: dict[str, Any], rule: Rule) -> None:
    with pytest.raises(DomainError) as error:
        a_contact(**words)
    assert error.value.rule is rule


def test_places_come_before_people_and_people_before_services() -> None:
    service, person = a_contact("S", SupportKind.SERVICE), a_contact("P", place=1)
    first, place = a_contact("Q", place=0), a_contact("L", SupportKind.PLACE, place=9)
    assert in_order([service, person, first, place]) == [place, first, person, service]


@pytest.mark.parametrize(
    ("checked_on", "is_to_check"),
    [(None, True), (date(2025, 11, 21), True), (date(2025, 11, 22), False), (date(2026, 11, 22), False)],
)
def test_the_number_of_a_service_is_to_be_checked_after_a_year(checked_on: date | None, is_to_check: bool) -> None:
    service = a_contact("Line", SupportKind.SERVICE, reach="0", checked_on=checked_on)
    assert service.is_to_check(DAY) is is_to_check


def test_people_and_services_without_a_number_are_never_to_be_checked() -> None:
    assert not a_contact(reach="1").is_to_check(DAY)
    assert not a_contact("Line", SupportKind.SERVICE).is_to_check(DAY)
