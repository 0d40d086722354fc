"""A practice of one's own as it is written, read back as it was, and refused where it is not gentle."""

import pytest

from companion.domain.practice import Phase, Step, Way
from companion.domain.zone import Zone
from companion.presentation.practice_editing import (
    PracticeEditing,
    PracticeKept,
    PracticeNotKept,
    Written,
    steps_from,
)
from tests.support.practice_desk import PracticeDesk


@pytest.fixture
def desk() -> PracticeDesk:
    return PracticeDesk()


def written(lines: str = "Warm the pot", **changed: object) -> Written:
    whole = Written("Tea", Way.STEPS, lines, {}, 2, (Zone.BELOW,), "green")
    return whole._replace(**changed)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("line", "step"),
    [
        ("Warm the pot", Step("Warm the pot")),
        ("Wait (20 s)", Step("Wait", seconds=20)),
        ("Sit outside (5 min)", Step("Sit outside", seconds=300)),
        ("Wait ( 2.5 s )", Step("Wait", seconds=2.5)),
        ("Wait (2,5 s)", Step("Wait", seconds=2.5)),
        ("Listen (to rain)", Step("Listen (to rain)")),
        ("  much   room  ", Step("much room")),
    ],
)
def test_a_line_is_a_step(line: str, step: Step) -> None:
    assert steps_from(written(line)) == (step,)


def test_blank_lines_are_none() -> None:
    assert len(steps_from(written("\nOne\n\n  \nTwo\n"))) == 2


def test_a_new_one_is_kept(desk: PracticeDesk) -> None:
    kept = PracticeEditing(desk.practices).keep(written("Warm the pot\nWait (3 min)"))
    assert isinstance(kept, PracticeKept)
    practice = desk.practices.find(kept.key)
    assert (practice.title, practice.zones, practice.text) == ("Tea", (Zone.BELOW,), "green")


def test_a_copy_of_any_stands_in_the_form_and_is_another_one(desk: PracticeDesk) -> None:
    editing = PracticeEditing(desk.practices, "ours/orienting", is_copy=True)
    stands = editing.stands()
    assert stands.title == "Orienting, my way"
    assert stands.lines.splitlines()[-1] == "Feel your feet. What holds you up, and how it does that. (11 s)"
    kept = editing.keep(stands)
    assert isinstance(kept, PracticeKept)
    copied, source = desk.practices.find(kept.key), desk.practices.find("ours/orienting")
    assert [step.seconds for step in copied.steps] == [step.seconds for step in source.steps]
    assert copied.zones == source.zones


def test_a_copied_breath_keeps_its_lengths(desk: PracticeDesk) -> None:
    editing = PracticeEditing(desk.practices, "ours/cyclic-sighing", is_copy=True)
    stands = editing.stands()
    assert (stands.breath[Phase.IN], stands.breath[Phase.TOP_UP], stands.breath[Phase.OUT]) == (2, 1, 6)
    kept = editing.keep(stands)
    assert isinstance(kept, PracticeKept)
    assert [step.seconds for step in desk.practices.find(kept.key).steps] == [2, 1, 6]


def test_their_own_is_changed_in_its_place(desk: PracticeDesk) -> None:
    own = desk.practices.add("Tea", (Step("Warm the pot"),))
    editing = PracticeEditing(desk.practices, own.key)
    assert editing.keep(editing.stands()._replace(title="Green tea")) == PracticeKept(own.key)
    assert desk.practices.find(own.key).title == "Green tea"
    assert editing.heading == "Change my practice"


@pytest.mark.parametrize(
    "changed",
    [
        {"title": " "},
        {"lines": ""},
        {"lines": "Wait (9999 s)"},
        {"way": Way.BREATH, "breath": {Phase.IN: 1, Phase.OUT: 1}},
        {"way": Way.BREATH, "breath": {}},
    ],
)
def test_what_cannot_be_kept_is_said_in_a_line(desk: PracticeDesk, changed: dict[str, object]) -> None:
    refused = PracticeEditing(desk.practices).keep(written(**changed))  # type: ignore[arg-type]
    assert isinstance(refused, PracticeNotKept)
    assert refused.sentence
    assert not any(not practice.is_ours for practice in desk.practices.all())
