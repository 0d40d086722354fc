"""How long a person is at a form: attention counts, absence does not, and what is unknown stays unknown."""

from datetime import timedelta

from companion.presentation.sitting import Sitting
from tests.support.clock import FakeClock


def test_nothing_counts_before_the_first_attention() -> None:
    clock = FakeClock()
    sitting = Sitting(clock)
    clock.pass_time(hours=1)
    assert sitting.took == timedelta(0)


def test_only_the_first_attention_begins_it() -> None:
    clock = FakeClock()
    sitting = Sitting(clock)
    for _time in range(3):
        sitting.attend()
        clock.pass_time(seconds=4)
    assert sitting.took == timedelta(seconds=12)


def test_what_an_earlier_part_took_is_added_and_stays_unknown_where_it_is() -> None:
    clock = FakeClock()
    sitting = Sitting(clock)
    sitting.continue_after(timedelta(seconds=5))
    clock.pass_time(seconds=2)
    sitting.interrupt()
    clock.pass_time(hours=2)
    assert sitting.took == timedelta(seconds=7)
    sitting.continue_after(None)
    clock.pass_time(seconds=2)
    assert sitting.took is None
