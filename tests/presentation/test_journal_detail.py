"""One line of the journal, whole, and what it said before it was corrected."""

from dataclasses import replace

from companion.domain.context import Context
from companion.domain.journal import CheckInVersion, NotedVersion
from companion.domain.life_event import LifeEvent
from companion.domain.practice_session import Felt
from companion.domain.reflection import Reflection
from companion.domain.zone import Zone
from companion.presentation.journal_detail import build_practice_state, build_state
from tests.support.builders import a_check_in, a_moment
from tests.support.date_words import PlainDateWords
from tests.support.practices import a_session
from tests.support.store import a_prompt, planned

WORDS = PlainDateWords()


def test_only_what_was_said_is_listed() -> None:
    state = build_state(a_check_in(78, None, note="Long call."), [], WORDS)
    assert [(fact.name, fact.text) for fact in state.facts] == [("Energy", "78 of 100"), ("Note", "Long call.")]


def test_a_note_that_says_the_same_as_the_answer_is_shown() -> None:
    state = build_state(a_check_in(None, Zone.MIXED, note="Mixed"), [], WORDS)
    assert [(fact.name, fact.text) for fact in state.facts] == [("Note", "Mixed")]


def test_names_stand_under_what_they_are() -> None:
    check_in = replace(a_check_in(tags=("phone",)), context=Context(("Anna", "Tom"), ("river",)))
    said = {fact.name: fact.text for fact in build_state(check_in, [], WORDS).facts}
    assert (said["With whom"], said["Where"], said["Tags"]) == ("Anna, Tom", "river", "phone")


def test_a_backdated_one_tells_both_moments() -> None:
    check_in = replace(a_check_in(hours_ago=2), created_at=a_moment())
    when = "Sun, 2026-11-22 2026, 12:06, by myself, noted at 14:06"
    assert build_state(check_in, [], WORDS).when == when


def test_one_of_another_day_tells_that_day_too() -> None:
    check_in = replace(a_check_in(hours_ago=30), created_at=a_moment())
    assert build_state(check_in, [], WORDS).when.endswith(", noted Sun, 2026-11-22 2026, 14:06")


def test_each_correction_says_when_and_what_stood_there_before() -> None:
    first = a_check_in(50, Zone.INSIDE, note="")
    second = replace(first, note="Tired.")
    third = replace(second, zone=Zone.BELOW)
    versions = [CheckInVersion(first, a_moment(2)), CheckInVersion(second, a_moment(1))]
    newest, oldest = build_state(third, versions, WORDS).changes
    assert newest.heading == "Changed Sun, 2026-11-22 2026, 13:06"
    assert [(fact.name, fact.text) for fact in newest.before] == [("Answer", "Inside my window")]
    assert [(fact.name, fact.text) for fact in oldest.before] == [("Note", "nothing")]


def test_so_do_those_of_a_reflection_and_of_a_life_event() -> None:
    reflection = Reflection("r", a_moment(9), a_moment(9), "What helped?", "Rain.")
    event = LifeEvent("l", a_moment(9), a_moment(9), "Moved", "Boxes.")
    walked = replace(reflection, text="A walk.")
    renamed = replace(event, title="A new place", note="")
    told = [
        build_state(now, [NotedVersion(before, a_moment())], WORDS).changes
        for before, now in ((reflection, walked), (event, renamed))
    ]
    assert {change.heading for (change,) in told} == {"Changed Sun, 2026-11-22 2026, 14:06"}
    assert [[(fact.name, fact.text) for fact in change.before] for (change,) in told] == [
        [("What I wrote", "Rain.")],
        [("What happened", "Moved"), ("Note", "Boxes.")],
    ]


def test_a_prompt_tells_its_way_and_cannot_be_changed() -> None:
    state = build_state(planned(a_prompt()), [], WORDS)
    assert not state.may_change
    assert [(fact.name, fact.text) for fact in state.facts] == [("13:06", "planned")]


def test_the_title_of_a_life_event_is_not_said_twice() -> None:
    state = build_state(LifeEvent("l", a_moment(), a_moment(), "Moved", "Boxes."), [], WORDS)
    assert state.headline == "Moved"
    assert [fact.name for fact in state.facts] == ["Note"]


def test_a_practice_tells_what_was_noted_and_can_be_deleted_but_not_corrected() -> None:
    state = build_state(a_session(before=0, after=30, felt=Felt.LIGHTER, stopped_early=True), [], WORDS)
    assert [(fact.name, fact.text) for fact in state.facts] == [
        ("How long", "2 minutes, ended early"),
        ("Energy before", "0"),
        ("Energy afterwards", "30"),
        ("It left me", "Lighter"),
    ]
    assert (state.may_change, state.may_correct) == (True, False)


def test_of_a_practice_nothing_is_listed_that_was_not_noted() -> None:
    assert [fact.name for fact in build_state(a_session(), [], WORDS).facts] == ["How long"]


def test_a_practice_names_the_check_in_that_led_to_it() -> None:
    first, *_others = build_practice_state(a_session(), a_check_in(hours_ago=1), WORDS).facts
    assert (first.name, first.text) == ("After the check-in", "Sun, 2026-11-22 2026, 13:06")
