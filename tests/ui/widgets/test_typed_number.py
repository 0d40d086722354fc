"""Digits that form one number."""

from companion.ui.widgets.typed_number import TypedNumber


def typed(*digits: int) -> list[int]:
    number = TypedNumber()
    return [number.add(digit) for digit in digits]


def test_digits_form_one_number() -> None:
    assert typed(6, 2) == [6, 62]


def test_a_hundred_can_be_typed() -> None:
    assert typed(1, 0, 0) == [1, 10, 100]


def test_a_digit_that_would_pass_a_hundred_starts_anew() -> None:
    assert typed(6, 2, 5) == [6, 62, 5]
    assert typed(1, 0, 1) == [1, 10, 1]


def test_a_leading_nought_does_no_harm() -> None:
    assert typed(0, 0, 7) == [0, 0, 7]


def test_after_its_end_the_next_digit_begins_another() -> None:
    number = TypedNumber()
    number.add(6)
    number.end()
    assert not number.is_forming
    assert number.add(2) == 2
