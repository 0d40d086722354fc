"""The cells of our CSV are safe in a spreadsheet and come back as they were."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from companion.adapters.transfer.csv_cells import (
    UnreadableSwitchError,
    guarded,
    origin_in,
    tags_as_cell,
    tags_in,
    unguarded,
)
from companion.domain.checkin import Origin

RUN_BY_SPREADSHEETS = "=+-@|\t\r\n"


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "|cmd", "\tx", "\nx", "  =1", "'=1", "''-1"])
def test_what_a_spreadsheet_would_run_is_guarded(text: str) -> None:
    assert guarded(text) == f"'{text}"


@pytest.mark.parametrize("text", ["", "a walk", "'quoted'", "'tis = fine", "5 - 3", "ein=s"])
def test_plain_words_are_left_alone(text: str) -> None:
    assert guarded(text) == unguarded(text) == text


@given(st.text(alphabet="'= +-@|\t\r\nab"))
def test_taking_the_guard_off_undoes_putting_it_on(text: str) -> None:
    assert unguarded(guarded(text)) == text


@given(st.text(alphabet="'= +-@|\t\r\nab"))
def test_no_cell_begins_as_a_formula(text: str) -> None:
    assert guarded(text).lstrip(" ")[:1] not in tuple(RUN_BY_SPREADSHEETS)


@given(st.lists(st.text(alphabet="ab;\\ '=", min_size=1)))
def test_tags_come_back_whatever_they_hold(tags: list[str]) -> None:
    assert tags_in(tags_as_cell(tuple(tags))) == tuple(tags)


def test_a_backslash_of_another_program_is_only_a_backslash() -> None:
    assert tags_in(r"work\home;rest") == (r"work\home", "rest")


@pytest.mark.parametrize("word", ["true", "TRUE", "1", "yes", " Yes "])
def test_yes_is_scheduled(word: str) -> None:
    assert origin_in(word).is_scheduled


@pytest.mark.parametrize("word", ["false", "0", "no", "", " "])
def test_no_is_self_started(word: str) -> None:
    assert origin_in(word) is Origin.SELF


@pytest.mark.parametrize("word", ["maybe", "2", "truee", "-"])
def test_anything_else_is_neither(word: str) -> None:
    with pytest.raises(UnreadableSwitchError):
        origin_in(word)
