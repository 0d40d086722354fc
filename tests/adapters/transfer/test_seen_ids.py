"""Ids that were seen before are known, in whatever order they come."""

from hypothesis import given
from hypothesis import strategies as st

from companion.adapters.transfer.seen_ids import SeenIds

IDS = st.lists(st.integers(0, 30).map(lambda number: number.to_bytes(16, "big")))


@given(IDS)
def test_an_id_is_new_once(ids: list[bytes]) -> None:
    seen, known = SeenIds(), set[bytes]()
    for each in ids:
        assert seen.add(each) is (each not in known)
        known.add(each)
