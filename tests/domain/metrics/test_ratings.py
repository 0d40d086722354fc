"""Which ratings count, which day they are of, and which of them are pairs."""

from companion.domain.columns import ZONES, columns_of
from companion.domain.mark import Mark
from companion.domain.metrics.ratings import Answers, answers_of, by_day_of, count_pairs, pairs_of, ratings_of
from companion.domain.zone import Zone
from tests.support.rated import FOUR, MIDNIGHT, a_mark, some_answers, some_ratings


def zones_of(answers: Answers) -> list[Zone]:
    return [ZONES[place] for place in answers.zones]


def test_only_scheduled_check_ins_with_a_rating_are_ratings() -> None:
    marks = [a_mark(10, 40), a_mark(11, None, Zone.INSIDE), a_mark(12, 60, is_scheduled=False)]
    assert list(ratings_of(marks, FOUR).values) == [40]


def test_ratings_out_of_order_are_put_in_order() -> None:
    assert list(ratings_of([a_mark(12, 2), a_mark(10, 1)], FOUR).values) == [1, 2]


def test_an_early_morning_is_of_the_day_before() -> None:
    marks = [a_mark(23), a_mark(27.9), a_mark(28)]
    assert list(ratings_of(marks, FOUR).days) == [0, 0, 1]
    assert list(ratings_of(marks, MIDNIGHT).days) == [0, 1, 1]


def test_the_day_is_that_of_the_wall_clock_there() -> None:
    marks = [Mark("a", 86400 - 3600, 0, 1, None, True), Mark("b", 86400 - 3600, 7200, 2, None, True)]
    assert list(ratings_of(marks, MIDNIGHT).days) == [0, 1]


def test_answers_of_both_kinds_are_wanted_or_only_scheduled_ones() -> None:
    marks = [a_mark(10, None, Zone.BELOW), a_mark(11, 50, Zone.ABOVE, is_scheduled=False), a_mark(12, 50)]
    assert zones_of(answers_of(marks, FOUR, only_scheduled=True)) == [Zone.BELOW]
    assert zones_of(answers_of(marks, FOUR, only_scheduled=False)) == [Zone.BELOW, Zone.ABOVE]


def test_a_night_is_never_bridged() -> None:
    assert list(pairs_of(some_ratings([1, 2, 3], [1, 2, 3], [0, 0, 1])).seconds) == [2]


def test_a_pair_is_at_most_six_hours_apart_and_more_than_none() -> None:
    start = 493_131.7
    ratings = some_ratings([1, 2, 3, 4], [start, start, start + 6, start + 12.001])
    pairs = pairs_of(ratings)
    assert (list(pairs.firsts), list(pairs.seconds)) == ([2], [3])


def test_exactly_six_hours_are_a_pair_whenever_they_begin() -> None:
    marks = [[a_mark(minute / 60, 1), a_mark(minute / 60 + 6, 2)] for minute in range(0, 600, 7)]
    assert all(len(pairs_of(ratings_of(two, MIDNIGHT)).gaps) == 1 for two in marks)


def test_answers_are_paired_by_the_same_rule() -> None:
    assert count_pairs(some_answers("iaib", [0, 6, 12.1, 13], [0, 0, 0, 1])) == 1


def test_check_ins_in_columns_are_the_same_ratings() -> None:
    marks = [a_mark(12, 2), a_mark(10, 1), a_mark(11, None, Zone.MIXED)]
    of_marks, of_columns = ratings_of(marks, FOUR), ratings_of(columns_of(marks), FOUR)
    assert [list(column) for column in of_marks] == [list(column) for column in of_columns]


def test_days_that_a_change_of_zones_turned_back_are_still_the_same_days() -> None:
    days, places = by_day_of([4, 4, 3, 4, 5])
    assert (list(days), list(places)) == ([3, 4, 5], [1, 1, 0, 1, 2])
