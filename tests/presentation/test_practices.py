"""The list of practices and the page of one."""

import pytest

from companion.domain.practice import Step
from companion.domain.practice_session import Felt
from companion.domain.zone import Zone
from companion.presentation.practices import PracticePageState, PracticesPresenter, Shelf
from tests.support.practice_desk import PracticeDesk
from tests.support.practices import a_session


@pytest.fixture
def desk() -> PracticeDesk:
    return PracticeDesk()


@pytest.fixture
def presenter(desk: PracticeDesk) -> PracticesPresenter:
    return desk.presenter()


def page(presenter: PracticesPresenter, key: str = "ours/orienting") -> PracticePageState:
    state = presenter.page(key)
    assert state is not None
    return state


def names(presenter: PracticesPresenter, shelf: Shelf = Shelf.ALL, wanted: str = "") -> list[str]:
    return [row.title for row in presenter.state(shelf, wanted).rows]


def test_all_twenty_are_listed(presenter: PracticesPresenter) -> None:
    assert len(names(presenter)) == 20
    assert [shelf for shelf, _words in presenter.state().shelves] == [
        Shelf.ALL,
        Shelf.ABOVE,
        Shelf.BELOW,
        Shelf.MIXED,
    ]


@pytest.mark.parametrize(("shelf", "count"), [(Shelf.ABOVE, 14), (Shelf.BELOW, 10), (Shelf.MIXED, 5)])
def test_a_shelf_has_those_for_its_answer(presenter: PracticesPresenter, shelf: Shelf, count: int) -> None:
    assert len(names(presenter, shelf)) == count


def test_a_search_looks_at_names_and_lines(presenter: PracticesPresenter) -> None:
    assert names(presenter, wanted="SIGH") == ["Cyclic sighing"]
    assert names(presenter, wanted="one long breath") == ["Cyclic sighing"]
    assert presenter.state(Shelf.ALL, "zzz").nothing == "No practice has this in its name."


def test_shelves_for_mine_and_hidden_come_with_the_first_of_them(
    presenter: PracticesPresenter, desk: PracticeDesk
) -> None:
    desk.practices.add("Tea", (Step("Warm the pot"),))
    desk.practices.hide("ours/walk", True)
    assert [shelf for shelf, _words in presenter.state().shelves][-2:] == [Shelf.MINE, Shelf.HIDDEN]
    assert names(presenter, Shelf.MINE) == ["Tea"]
    assert names(presenter, Shelf.HIDDEN) == ["A short walk"]
    assert "A short walk" not in names(presenter)


def test_a_star_is_seen_in_the_list_and_heard(presenter: PracticesPresenter, desk: PracticeDesk) -> None:
    desk.practices.star("ours/walk", True)
    assert presenter.state().rows[0].line == "Starred. Ten minutes at your own pace. 10\N{NO-BREAK SPACE}min"


def test_a_page_says_how_long_for_what_and_in_which_ways(presenter: PracticesPresenter) -> None:
    state = page(presenter, "ours/slow-breathing")
    assert (state.title, state.facts) == ("Slow breathing", "To settle · 3 min · For: above my window, inside it")
    assert [length.words for length in state.lengths] == ["1 min", "3 min", "5 min", "10 min"]
    assert state.variants == ("Even, five and a half", "Without the breath")
    assert state.usual == 180


def test_a_page_has_steps_care_evidence_and_sources_apart(presenter: PracticesPresenter) -> None:
    parts = {part.heading: part.lines for part in page(presenter, "ours/slow-breathing").parts}
    assert parts["Steps"] == (
        "Breathe in, gently (4\N{NO-BREAK SPACE}s)",
        "Breathe out, slowly (6\N{NO-BREAK SPACE}s)",
    )
    assert parts["With care"][-1] == "Stop if it feels worse; slower and smaller is fine."
    assert "Eyes open" in parts
    assert "Without attention to the breath" in parts
    assert parts["How well it is supported"] == ("Several studies support this; it is not settled.",)
    assert all("last checked 2026-11-22" in line for line in parts["Sources"])


def test_what_nobody_opened_is_said_to_be_that(presenter: PracticesPresenter) -> None:
    parts = {part.heading: part.lines for part in page(presenter).parts}
    assert "Sources" not in parts
    assert parts["Named by others; we have not read these"][0].startswith("Ogden")


def test_a_page_leads_to_its_concepts(presenter: PracticesPresenter) -> None:
    assert ("ours/window-of-tolerance", "Window of Tolerance") in page(presenter).concepts


def test_before_anything_was_practised_nothing_is_said_of_it(presenter: PracticesPresenter) -> None:
    assert page(presenter).noted == ()


def test_what_was_noted_is_counted_and_nothing_is_called_an_effect(
    presenter: PracticesPresenter, desk: PracticeDesk
) -> None:
    for felt in (Felt.LIGHTER, Felt.HEAVIER, None):
        desk.kept.add(a_session("ours/orienting", felt=felt, before=60, after=0))
    noted = page(presenter).noted
    assert noted[0] == "Practised 3 times."
    assert noted[1] == "Of 2 notes: lighter 1, the same 0, heavier 1."
    assert noted[2].startswith("3 of 14 times with energy before and afterwards so far.")
    assert noted[-1] == "This is what you noted. It does not show what the practice did."


def test_with_enough_the_middle_and_the_middle_half_are_said(
    presenter: PracticesPresenter, desk: PracticeDesk
) -> None:
    for number in range(15):
        desk.kept.add(a_session("ours/orienting", 24 * (number % 5), before=60, after=60 - number))
    line = page(presenter).noted[-2]
    assert line == (
        "Change in energy, from before to after: −7 in the middle, half of them from −10.5 to −3.5. "
        "15 times on 5 days."
    )


def test_one_that_is_gone_has_no_page(presenter: PracticesPresenter) -> None:
    assert presenter.page("own/gone") is None


def test_what_cannot_be_done_is_said(presenter: PracticesPresenter, desk: PracticeDesk) -> None:
    assert presenter.star("ours/walk", True) == ""
    desk.is_full = True
    assert presenter.star("ours/walk", False)
    assert presenter.hide("ours/walk", True)


def test_changes_are_told(presenter: PracticesPresenter, desk: PracticeDesk) -> None:
    told: list[int] = []
    presenter.attach(lambda: told.append(1))
    desk.practices.star("ours/walk", True)
    desk.sessions.finish(desk.practices.find("ours/walk"), desk.sessions.now())
    assert len(told) == 2


def test_their_own_has_its_words_and_no_evidence(presenter: PracticesPresenter, desk: PracticeDesk) -> None:
    own = desk.practices.add("Tea", (Step("Warm the pot"),), zones=(Zone.BELOW,), note="Green")
    state = page(presenter, own.key)
    assert (state.is_ours, state.facts) == (False, "As long as you like · For: below it")
    assert [part.heading for part in state.parts] == ["", "Steps", ""]
