"""What the card says of the window: the estimate as an estimate, what is missing, and nothing to be proud of."""

import re
from pathlib import Path

import pytest

from companion.application.errors import Trouble, UserError
from companion.application.window import WindowLook
from companion.domain.metrics.window_bounds import Spread
from companion.domain.window import STARTING_GUESS, LikelyRange, WindowOfTolerance, WindowSource
from companion.domain.window_learning import LabelCounts, Learned
from companion.domain.zone import Zone
from companion.presentation.window import (
    MOST_VERSIONS,
    WindowPresenter,
    WindowState,
    build_state,
    intro,
)
from tests.application.test_window import WindowDesk
from tests.support.builders import a_check_in, a_moment
from tests.support.date_words import PlainDateWords

COUNTS = LabelCounts(12, 37, 15, 22)
LOWER, UPPER = Spread(28.4, LikelyRange(24, 33)), Spread(70.6, LikelyRange(64, 76))
KNOWN = Learned(COUNTS, LOWER, UPPER)
OWN = WindowOfTolerance("own", 35, 64, a_moment(24 * 60), WindowSource.OWN)
LEARNED = WindowOfTolerance("learned", 28, 71, a_moment(24 * 6), WindowSource.LEARNED, LOWER.likely, UPPER.likely, 64)


def a_state(learned: Learned, *versions: WindowOfTolerance) -> WindowState:
    return build_state(WindowLook((STARTING_GUESS, *versions), learned), PlainDateWords())


def test_an_estimate_is_called_one_and_says_what_it_rests_on() -> None:
    assert a_state(KNOWN, LEARNED).estimate == (
        "An estimate, learned from 64 of your answers on 22 days: 12 below, 37 inside, 15 above.",
        "The upper end probably lies between 64 and 76.",
        "The lower end probably lies between 24 and 33.",
    )


def test_before_there_are_enough_answers_it_says_how_many_there_are() -> None:
    state = a_state(Learned(LabelCounts(2, 9, 3, 6), None, None))

    (sentence,) = state.estimate
    assert sentence.startswith("Once 40 of your answers")
    assert sentence.endswith("So far there are 14.")
    assert (state.lower_likely, state.upper_likely, state.outlook) == (None, None, "")


def test_a_side_that_was_not_seen_is_said_so_beside_the_other() -> None:
    state = a_state(Learned(LabelCounts(2, 44, 12, 22), None, UPPER))

    assert state.estimate[1] == "The upper end probably lies between 64 and 76."
    assert state.estimate[2] == "The lower end is not seen yet: few of these answers were below."
    assert (state.lower_likely, state.upper_likely) == (None, UPPER.likely)


def test_answers_that_leave_nothing_between_the_ends_are_no_estimate() -> None:
    state = a_state(Learned(COUNTS, Spread(51, LikelyRange(48, 54)), Spread(51, LikelyRange(48, 54))))

    assert "no room between the two ends" in state.estimate[-1]
    assert (state.lower_likely, state.upper_likely, state.outlook) == (None, None, "")


@pytest.mark.parametrize(
    ("versions", "origin", "outlook"),
    [
        ((), "starting guess", "takes the place of the starting guess"),
        ((OWN,), "You set these two ends on 2026-09-23 2026.", "The ends you set stay"),
        ((OWN, LEARNED), "follow your answers since 2026-11-16 2026.", "your window follows"),
    ],
)
def test_it_says_where_the_ends_come_from_and_when_they_follow(
    versions: tuple[WindowOfTolerance, ...], origin: str, outlook: str
) -> None:
    state = a_state(KNOWN, *versions)

    assert origin in state.origin
    assert outlook in state.outlook
    assert state.is_guess is (versions == ())


def test_versions_are_listed_newest_first() -> None:
    back = WindowOfTolerance("back", 30, 70, a_moment(24), WindowSource.STARTING_GUESS)

    assert a_state(KNOWN, OWN, LEARNED, back).versions == (
        "since 2026-11-21 2026: 30 to 70, the starting guess",
        "since 2026-11-16 2026: 28 to 71, learned from 64 answers",
        "since 2026-09-23 2026: 35 to 64, set by you",
        "at first: 30 to 70, the starting guess",
    )


def test_a_single_version_has_no_history() -> None:
    assert a_state(KNOWN).versions == ()


def test_a_long_history_is_cut_and_says_so() -> None:
    versions = a_state(KNOWN, *[LEARNED] * (MOST_VERSIONS + 4)).versions

    assert len(versions) == MOST_VERSIONS + 1
    assert versions[-1] == "and 5 before that"


def test_nothing_it_says_praises_or_mourns() -> None:
    narrow = Learned(COUNTS, Spread(48, LikelyRange(46, 49)), Spread(52, LikelyRange(51, 53)))
    wide = Learned(COUNTS, Spread(5, LikelyRange(2, 8)), Spread(95, LikelyRange(92, 98)))

    def without_numbers(learned: Learned) -> list[str]:
        state = a_state(learned, LEARNED)
        return [re.sub(r"\d+", "#", text) for text in (intro(), *state.estimate, state.outlook, state.origin)]

    assert without_numbers(narrow) == without_numbers(wide)


@pytest.fixture
def desk(tmp_path: Path) -> WindowDesk:
    return WindowDesk(tmp_path)


@pytest.fixture
def presenter(desk: WindowDesk) -> WindowPresenter:
    return WindowPresenter(desk.service, PlainDateWords(), desk.bus)


def test_ends_that_are_kept_are_the_window(desk: WindowDesk, presenter: WindowPresenter) -> None:
    assert presenter.keep(35, 62) == ""

    state = presenter.state()
    assert state is not None
    assert (state.lower, state.upper, state.is_guess) == (35, 62, False)
    assert presenter.go_back() == ""
    assert desk.versions()[-1].source is WindowSource.STARTING_GUESS


def test_ends_upside_down_are_answered_with_a_sentence(presenter: WindowPresenter) -> None:
    assert presenter.keep(62, 35) == "The lower end of your window has to be below the upper end."


def test_what_cannot_be_kept_is_answered_with_a_sentence(
    desk: WindowDesk, presenter: WindowPresenter, monkeypatch: pytest.MonkeyPatch
) -> None:
    def is_full() -> None:
        raise UserError(Trouble.DISK_FULL)

    monkeypatch.setattr(desk.vault, "writing", is_full)

    assert presenter.keep(35, 62).startswith("The disk is full")


def test_while_locked_there_is_nothing_to_show(desk: WindowDesk, presenter: WindowPresenter) -> None:
    desk.vault.lock()

    assert presenter.state() is None


def test_it_says_when_what_was_shown_may_be_outdated(desk: WindowDesk, presenter: WindowPresenter) -> None:
    outdated: list[str] = []
    presenter.attach(lambda: outdated.append("now"))
    desk.note([a_check_in(20, Zone.BELOW)])
    assert outdated == []

    desk.service.set_own(35, 62)

    assert outdated == ["now"]
