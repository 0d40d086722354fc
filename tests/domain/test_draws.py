"""Draws are reproducible, secret and even."""

from datetime import date
from itertools import islice

from companion.domain.draws import draws, secret_of_seed

DAY = date(2026, 11, 22)


def some(secret: bytes, reminder: str = "a", day: date = DAY) -> list[float]:
    return list(islice(draws(secret, reminder, day), 5))


def test_the_same_day_draws_the_same_numbers() -> None:
    assert some(b"secret") == some(b"secret")


def test_the_numbers_stay_what_they_were_in_earlier_versions() -> None:
    assert [round(number, 12) for number in some(b"secret")[:2]] == [0.238457468915, 0.425127446127]


def test_another_secret_reminder_or_day_draws_others() -> None:
    others = [some(b"other"), some(b"secret", "b"), some(b"secret", "a", date(2026, 11, 23))]
    assert all(some(b"secret") != other for other in others)


def test_numbers_lie_from_zero_to_just_below_one() -> None:
    numbers = list(islice(draws(b"secret", "a", DAY), 10_000))
    assert 0 <= min(numbers) < 0.001
    assert 0.999 < max(numbers) < 1


def test_each_seed_has_its_own_secret() -> None:
    assert len({secret_of_seed(seed) for seed in range(100)}) == 100
