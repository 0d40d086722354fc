"""Support is the same for everyone, and names no number that nobody has checked."""

import re

from companion.presentation.support import build_state


def test_it_begins_with_what_matters_most() -> None:
    assert "emergency number" in build_state().emergency


def test_no_telephone_number_is_shipped() -> None:
    state = build_state()
    words = " ".join([state.opening, state.emergency, state.near, state.lines, state.ground, state.closing])
    assert not re.search(r"\d{2,}", words)


def test_places_are_addresses_to_copy_and_not_links() -> None:
    assert [place.address for place in build_state().places] == ["findahelpline.com", "befrienders.org"]
