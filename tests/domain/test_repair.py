"""A repair: every part may be missing, but not all of them."""

from dataclasses import replace

import pytest

from companion.domain.errors import DomainError, Rule
from companion.domain.repair import Repair, RepairDraft
from companion.domain.zone import Zone
from tests.support.builders import a_moment

REPAIR = Repair("p", a_moment(), a_moment(), "A joke", 0, Zone.ABOVE, "tired", "tea")


@pytest.mark.parametrize(
    "part", [{"happened": "a"}, {"arousal": 0}, {"zone": Zone.UNSURE}, {"them": "a"}, {"helped": "a"}]
)
def test_one_part_is_enough(part: dict[str, object]) -> None:
    made = Repair("p", a_moment(), a_moment(), **part)  # type: ignore[arg-type]
    assert bool(made.words) == ("arousal" not in part and "zone" not in part)


def test_none_is_too_little_and_blanks_are_none() -> None:
    with pytest.raises(DomainError) as raised:
        Repair("p", a_moment(), a_moment(), " \n", them="\t", helped="")
    assert raised.value.rule is Rule.NOTHING_WRITTEN


@pytest.mark.parametrize(
    ("part", "rule"), [({"arousal": 101}, Rule.AROUSAL_OUT_OF_RANGE), ({"them": "a" * 70_000}, Rule.NOTE_TOO_LONG)]
)
def test_what_no_form_lets_through_cannot_be_built(part: dict[str, object], rule: Rule) -> None:
    with pytest.raises(DomainError) as raised:
        replace(REPAIR, **part)  # type: ignore[arg-type]
    assert raised.value.rule is rule


def test_its_words_are_all_that_was_written_in_order() -> None:
    assert REPAIR.words == "A joke\ntired\ntea"
    assert replace(REPAIR, them=" ").words == "A joke\ntea"


def test_a_draft_is_empty_until_something_is_said() -> None:
    empty = RepairDraft(a_moment(), "  ", check_in_id="c", experienced_at=a_moment())
    assert empty.is_empty
    assert not replace(empty, arousal=0).is_empty
    assert not replace(empty, helped="tea").is_empty
