"""New ids are UUIDv7 and grow."""

from datetime import UTC, datetime
from uuid import RFC_4122, UUID

import time_machine

from companion.adapters.system.ids import SystemIds

NOON = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)


def test_an_id_is_a_uuid_of_version_7() -> None:
    made = UUID(SystemIds().new_id())
    assert (made.version, made.variant) == (7, RFC_4122)


def test_an_id_carries_its_millisecond() -> None:
    with time_machine.travel(NOON, tick=False):
        made = UUID(SystemIds().new_id())
    assert made.int >> 80 == int(NOON.timestamp() * 1000)


def test_ids_of_one_moment_are_different_and_in_order() -> None:
    with time_machine.travel(NOON, tick=False):
        ids = SystemIds()
        made = [ids.new_id() for _ in range(10_000)]
    assert len(set(made)) == len(made)
    assert made == sorted(made)


def test_ids_keep_their_order_when_the_clock_is_set_back() -> None:
    ids = SystemIds()
    with time_machine.travel(NOON, tick=False):
        first = ids.new_id()
    with time_machine.travel(NOON.replace(hour=11), tick=False):
        assert ids.new_id() > first


def test_two_makers_do_not_meet() -> None:
    with time_machine.travel(NOON, tick=False):
        assert SystemIds().new_id() != SystemIds().new_id()
