"""`companion checkins`."""

from datetime import time
from pathlib import Path

import pytest

from companion.adapters.storage.vault import SqliteVault
from tests.cli.terminal import Terminal

TIMES = ("2026-01-06T03:59", "2026-01-06T04:00", "2026-01-07T03:59", "2026-01-07T04:00")


@pytest.fixture
def four(terminal: Terminal) -> Terminal:
    """Four check-ins around the day that is the 6th of January; their arousal is their place."""
    for place, at in enumerate(TIMES):
        terminal.check_in("--arousal", str(place), "--at", at)
    return terminal


def places(terminal: Terminal, *words: str) -> list[int]:
    return [check_in["arousal"] for check_in in terminal.check_ins(*words)]


def test_all_are_listed_oldest_first(four: Terminal) -> None:
    assert places(four) == [0, 1, 2, 3]


def test_a_day_is_whole_at_both_ends(four: Terminal) -> None:
    assert places(four, "--from", "2026-01-06", "--to", "2026-01-06") == [1, 2]


def test_a_check_in_from_elsewhere_is_of_the_day_it_was_there(terminal: Terminal) -> None:
    terminal.check_in("--arousal", "7", "--at", "2026-01-06T05:00+13:00")
    terminal.check_in("--arousal", "8", "--at", "2026-01-06T23:30-10:00")
    assert places(terminal, "--from", "2026-01-06", "--to", "2026-01-06") == [7, 8]


def test_a_day_begins_when_the_notebook_says(four: Terminal) -> None:
    vault = SqliteVault(four.data)
    with vault.writing() as store:
        store.days.begin_days_at(time(0, 0))
    vault.close()
    assert places(four, "--from", "2026-01-06", "--to", "2026-01-06") == [0, 1]


def test_a_moment_is_exact(four: Terminal) -> None:
    assert places(four, "--from", "2026-01-06T04:01", "--to", "2026-01-07T04:00+01:00") == [2]


def test_a_range_without_any_is_an_empty_list(four: Terminal) -> None:
    assert places(four, "--from", "2025-01-01", "--to", "2025-12-31") == []


def test_a_range_that_ends_before_it_begins_is_empty(four: Terminal) -> None:
    assert places(four, "--from", "2026-01-07", "--to", "2026-01-05") == []


def test_the_list_has_its_schema(terminal: Terminal) -> None:
    assert terminal.type("checkins", "--json").json == {"schema": "companion/checkins/1", "checkins": []}


def test_in_the_terminal_each_has_one_line(four: Terminal) -> None:
    four.check_in("--zone", "above", "--note", "two\nlines", "--tag", "t", "--at", "2026-01-08T10:00")
    lines = four.type("checkins").out.splitlines()
    assert len(lines) == 5
    assert lines[-1] == "2026-01-08 10:00       above   by myself  two lines #t"


def test_an_empty_notebook_says_so(terminal: Terminal) -> None:
    assert terminal.type("checkins").out == "There are no check-ins here yet.\n"


def test_of_a_time_without_any_it_is_not_said_that_there_are_none_at_all(four: Terminal) -> None:
    for command in ("checkins", "metrics"):
        assert four.type(command, "--from", "2026-01-08").out == "There are no check-ins in this time.\n"


@pytest.mark.parametrize("text", ["tomorrow", "2026-13-01", "0001-01-01T00:00", "", "2026-01"])
def test_a_bound_that_is_no_time_is_refused(terminal: Terminal, text: str) -> None:
    reply = terminal.type("checkins", f"--from={text}")
    assert reply.code == 1
    assert reply.complaint.endswith(".")


def test_the_first_and_the_last_day_of_the_calendar_do_no_harm(four: Terminal) -> None:
    assert places(four, "--from", "0001-01-02", "--to", "9999-12-30") == [0, 1, 2, 3]


def test_the_data_folder_can_come_from_the_environment(four: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COMPANION_DATA_DIR", str(four.data))
    assert len(four.type_bare("checkins", "--json").json["checkins"]) == 4


def test_the_option_goes_before_the_environment(
    four: Terminal, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("COMPANION_DATA_DIR", str(tmp_path / "another"))
    assert len(four.type_bare("checkins", "--json", "--data-dir", str(four.data)).json["checkins"]) == 4
