"""What of the journal is wanted: in words, and each wish taken away."""

from companion.domain.journal import JournalFilter, JournalKind
from companion.domain.tag import Tag, TagKind
from companion.domain.zone import Zone
from companion.presentation.journal_filter import EVERYTHING, chosen_kinds, wishes_of, with_kinds, without

NARROW = JournalFilter(
    kinds=frozenset({JournalKind.CHECK_IN}),
    zones=frozenset({Zone.ABOVE, None}),
    tag=Tag(TagKind.PERSON, "Anna"),
    asked=False,
    with_note=True,
)


def test_while_everything_is_wanted_there_is_no_chip() -> None:
    assert wishes_of(EVERYTHING) == ()


def test_every_wish_has_its_chip_in_a_fixed_order() -> None:
    words = [wish.words for wish in wishes_of(NARROW)]
    assert words == ["Check-ins", "Above my window", "No answer", "Anna", "By myself", "With a note"]


def test_taking_every_chip_away_leaves_everything() -> None:
    wanted = NARROW
    for wish in wishes_of(NARROW):
        wanted = without(wanted, wish)
    assert wanted == EVERYTHING


def test_no_kind_chosen_is_the_same_as_all_of_them() -> None:
    assert with_kinds(NARROW, frozenset()).kinds == EVERYTHING.kinds
    assert chosen_kinds(EVERYTHING) == frozenset()
