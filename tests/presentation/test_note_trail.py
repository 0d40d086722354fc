"""The way through the notes goes back and forward as a browser's does."""

from companion.presentation.note_trail import NoteTrail


def trail(*keys: str) -> NoteTrail:
    made = NoteTrail()
    for key in keys:
        made.go(key)
    return made


def test_at_first_there_is_nowhere_to_go() -> None:
    made = trail()
    assert (made.here, made.back(), made.forward()) == (None, None, None)
    assert not made.may_go_back
    assert not made.may_go_forward


def test_back_and_forward_lead_along_the_way() -> None:
    made = trail("a", "b", "c")
    assert (made.back(), made.back(), made.back(), made.here) == ("b", "a", None, "a")
    assert (made.forward(), made.forward(), made.forward()) == ("b", "c", None)


def test_going_on_from_the_middle_forgets_what_lay_ahead() -> None:
    made = trail("a", "b")
    made.back()
    made.go("c")
    assert not made.may_go_forward
    assert made.back() == "a"


def test_staying_is_no_step() -> None:
    assert trail("a", "a").back() is None
