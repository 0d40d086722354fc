"""Pieces of the spool: kept whole inside, and saying no more than they must outside."""

import json
from datetime import timedelta

import pytest

from companion.adapters.storage.spool_piece import (
    PauseSet,
    Piece,
    PieceName,
    Practised,
    from_bytes,
    name_from,
    name_of,
    to_bytes,
)
from companion.domain.context import Context
from companion.domain.pause import Pause, PauseKind
from companion.domain.practice_session import Felt, PracticeSession
from companion.domain.prompt import PromptState, Reason, Transition
from companion.domain.zone import Zone
from tests.support.builders import a_check_in, a_moment
from tests.support.store import a_prompt, planned

CHECK_IN = a_check_in(
    83,
    Zone.ABOVE,
    note="a note",
    tags=("one", "two"),
    pleasantness=0,
    safe=20,
    connected=100,
    sleep=5,
    slept=timedelta(hours=6, minutes=40),
    context=Context(people=("Noor",), places=("kitchen",), activities=("tea",), body_cues=("warm",)),
    id="check-in-id",
)
LINE = Transition(a_prompt().id, PromptState.SUPPRESSED, a_moment(), Reason.TYPING)
NOT_TODAY = PauseSet(Pause(a_moment(1), a_moment(), PauseKind.NOT_TODAY))
PRACTISED = Practised(
    PracticeSession("s", "ours/walk", "A walk", a_moment(1), a_moment(), 0, 100, Felt.SAME, "c", True)
)
PIECES: list[Piece] = [CHECK_IN, LINE, PauseSet(Pause(a_moment(1), a_moment())), NOT_TODAY, PauseSet(None), PRACTISED]


@pytest.mark.parametrize("piece", PIECES)
def test_a_piece_comes_back_as_it_was(piece: Piece) -> None:
    assert from_bytes(name_of(piece, 7), to_bytes(piece)) == piece


def test_a_check_in_of_the_first_version_is_still_read() -> None:
    check_in = a_check_in(83, tags=("one",))
    content = json.loads(to_bytes(check_in))
    for name in ("safe", "connected", "sleep", "slept_minutes", "context"):
        del content[name]
    assert from_bytes(name_of(check_in, 7), json.dumps(content).encode()) == check_in


@pytest.mark.parametrize("piece", PIECES)
def test_a_name_comes_back_as_it_was(piece: Piece) -> None:
    name = name_of(piece, 7)
    assert name_from(name.file_name()) == name


def test_the_name_of_a_check_in_says_nothing_but_its_id_and_when() -> None:
    assert name_of(CHECK_IN, 3).file_name() == "000003.1795352760000000.check-in.check-in-id.sealed"


def test_the_name_of_a_line_says_what_became_of_its_prompt() -> None:
    transition = name_of(LINE, 1).transition(planned(a_prompt()))
    assert transition == Transition(LINE.prompt_id, LINE.state, LINE.at)
    assert name_of(LINE, 1).transition(planned(a_prompt(2))) is None
    assert name_of(CHECK_IN, 1).transition(planned(a_prompt())) is None


def test_names_sort_by_the_order_of_noting_even_if_the_clock_was_moved_back() -> None:
    earlier = Transition(LINE.prompt_id, PromptState.SHOWN, a_moment(5))
    assert name_of(LINE, 1) < name_of(earlier, 2)
    assert name_of(LINE, 1).file_name() < name_of(earlier, 2).file_name()


@pytest.mark.parametrize(
    "file_name",
    [
        "key.pub",
        "000001.sealed",
        "x.5.line.id.shown.sealed",
        "000001.5.line.id.dancing.sealed",
        "000001.5.line.id.shown",
    ],
)
def test_other_files_are_no_pieces(file_name: str) -> None:
    assert name_from(file_name) is None


def test_a_pause_that_ended_has_a_name() -> None:
    assert name_of(PauseSet(None), 2) == PieceName(2, 0, "pause")
