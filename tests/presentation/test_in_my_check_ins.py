"""How a concept shows in the person's check-ins: counted past the gate, and what is missing before it."""

from companion.application.concept_moments import Lately
from companion.domain.concept import Concept
from companion.domain.mark import Mark
from companion.domain.zone import Zone
from companion.presentation.in_my_check_ins import MOST_DOTS, in_my_check_ins

ABOVE = Concept("ours/above", "Above", "", zones=(Zone.ABOVE,))
MANY = Concept("ours/window", "Window", "", zones=tuple(Zone))


def lately(*zones: Zone, days: int = 10) -> Lately:
    return Lately(tuple(Mark(f"{n}", n * 60.0, 0, 50, zone, is_scheduled=True) for n, zone in enumerate(zones)), days)


def test_answers_the_note_is_written_for_are_counted_with_what_they_rest_on() -> None:
    mine = in_my_check_ins(ABOVE, lately(*[Zone.ABOVE] * 5, *[Zone.INSIDE] * 10))
    assert mine is not None
    assert mine.lines == ("5 of 15 above",)
    assert mine.basis == "asked in the last 30 days, on 10 days"


def test_none_of_them_is_said_by_a_note_for_one_answer_and_left_out_by_one_for_many() -> None:
    only_inside = lately(*[Zone.INSIDE] * 14)
    counted = [in_my_check_ins(concept, only_inside) for concept in (ABOVE, MANY)]
    assert [mine.lines if mine else None for mine in counted] == [("0 of 14 above",), ("14 of 14 inside",)]


def test_before_there_is_enough_it_says_what_is_missing_and_counts_nothing() -> None:
    mine = in_my_check_ins(ABOVE, lately(*[Zone.ABOVE] * 13, days=4))
    assert mine is not None
    assert (mine.lines, mine.dots) == ((), ())
    assert "13 of 14 check-ins, 4 of 5 days with check-ins so far." in mine.basis


def test_a_note_for_no_answer_has_nothing_to_count() -> None:
    assert in_my_check_ins(Concept("a", "A", ""), lately(*[Zone.ABOVE] * 20)) is None


def test_the_picture_shows_the_newest_from_left_to_right() -> None:
    mine = in_my_check_ins(ABOVE, lately(*[Zone.BELOW] * 5, *[Zone.ABOVE] * MOST_DOTS))
    assert mine is not None
    assert len(mine.dots) == MOST_DOTS
    assert {dot.zone for dot in mine.dots} == {Zone.ABOVE}
    assert (mine.dots[0].place, mine.dots[-1].place) == (0.0, 1.0)
