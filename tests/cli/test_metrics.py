"""`companion metrics`."""

import json
from pathlib import Path
from typing import Any

import pytest

from companion.domain.prompt import PromptState
from tests.cli.planted import plant
from tests.cli.terminal import Terminal, in_own_process
from tests.support.reference import AS_R, PEOPLE, needs_reference, of_person, person_file

KEYS = ["value", "n", "days", "pairs", "gate", "missing", "low", "high"]


def a_file(place: Path, *rows: str, header: str = "at,arousal,zone,prompted") -> str:
    file = place / "ratings.csv"
    file.write_text("\n".join([header, *rows]) + "\n", encoding="utf-8")
    return str(file)


def many_rows(days: int = 30, prompted: str = "true") -> list[str]:
    return [
        f"2026-03-{day + 1:02d}T{hour:02d}:00+01:00,{arousal},{zone},{prompted}"
        for day in range(days)
        for hour, arousal, zone in (
            (8, 50, "inside"),
            (11, 82, "above"),
            (14, 45 + day % 7, "inside"),
            (17, 20, "below"),
        )
    ]


def metrics(terminal: Terminal, *words: str) -> dict[str, Any]:
    reply = terminal.type("metrics", "--json", *words)
    assert reply.code == 0, reply.err
    found: dict[str, Any] = reply.json["metrics"]
    return found


def test_every_metric_has_the_same_shape(terminal: Terminal) -> None:
    reply = terminal.type("metrics", "--json").json
    assert reply["schema"] == "companion/metrics/1"
    assert {"mean", "share.inside", "time_in_zone.inside", "window.lower", "recovery_median_h"} <= set(
        reply["metrics"]
    )
    assert all(list(shape) == KEYS for shape in reply["metrics"].values())


def test_the_notebook_has_its_numbers(terminal: Terminal, tmp_path: Path) -> None:
    terminal.type("import", a_file(tmp_path, *many_rows()))
    found = metrics(terminal)
    assert found["share.above"]["value"] == 0.25
    assert found["share.above"]["gate"] == "open"
    assert (found["mean"]["n"], found["mean"]["days"], found["mean"]["pairs"]) == (120, 30, 90)


def test_a_file_says_the_same_as_the_notebook_that_took_it_in(terminal: Terminal, tmp_path: Path) -> None:
    file = a_file(tmp_path, *many_rows())
    terminal.type("import", file)
    of_file, of_notebook = metrics(terminal, "--input", file), metrics(terminal)
    own = {name for name in of_file if not name.startswith("window.")}
    assert {name: of_file[name] for name in own} == {name: of_notebook[name] for name in own}


def test_reading_a_file_leaves_the_notebook_alone(terminal: Terminal, tmp_path: Path) -> None:
    metrics(terminal, "--input", a_file(tmp_path, *many_rows()))
    assert terminal.check_ins() == []


def test_what_was_not_asked_for_stays_out(terminal: Terminal, tmp_path: Path) -> None:
    found = metrics(terminal, "--input", a_file(tmp_path, *many_rows(prompted="false")))
    assert (found["mean"]["n"], found["share.inside"]["n"]) == (0, 0)
    assert found["recovery_median_h"]["n"] > 0


def test_without_the_column_every_row_counts_as_asked_for(terminal: Terminal, tmp_path: Path) -> None:
    file = a_file(tmp_path, "2026-03-01T08:00+01:00,40", "2026-03-01T09:00+01:00,50", header="at,arousal")
    assert metrics(terminal, "--input", file)["mean"]["n"] == 2


def test_below_its_gate_a_number_is_told_only_with_all(terminal: Terminal, tmp_path: Path) -> None:
    file = a_file(tmp_path, "2026-03-01T08:00+01:00,40", "2026-03-01T09:00+01:00,50", header="at,arousal")
    closed, told = metrics(terminal, "--input", file)["mean"], metrics(terminal, "--all", "--input", file)["mean"]
    assert (closed["value"], closed["low"], closed["gate"]) == (None, None, "closed")
    assert (told["value"], told["gate"]) == (45, "closed")
    assert told["missing"] == ["2 of 14 check-ins so far.", "1 of 5 days with check-ins so far."]


def test_a_span_of_days(terminal: Terminal, tmp_path: Path) -> None:
    file = a_file(tmp_path, *many_rows())
    assert metrics(terminal, "--input", file, "--from", "2026-03-03", "--to", "2026-03-10")["mean"]["days"] == 8


def test_where_a_day_begins_can_be_said(terminal: Terminal, tmp_path: Path) -> None:
    file = a_file(tmp_path, "2026-03-01T23:00+01:00,40", "2026-03-02T01:00+01:00,50", header="at,arousal")
    assert metrics(terminal, "--input", file)["mean"]["days"] == 1
    assert metrics(terminal, "--input", file, "--day-start", "00:00")["mean"]["days"] == 2


def test_how_much_is_a_large_change_can_be_said(terminal: Terminal, tmp_path: Path) -> None:
    file = a_file(tmp_path, *many_rows())
    shares = [metrics(terminal, "--input", file, "--acute", size)["pac"]["value"] for size in ("1", "32", "100")]
    assert shares[0] == 1
    assert shares[0] > shares[1] > shares[2] == 0


@pytest.mark.parametrize(
    "words",
    [("--acute", "0"), ("--acute", "many"), ("--day-start", "25:00"), ("--day-start", "13:00"), ("--from", "soon")],
)
def test_what_cannot_be_meant_is_refused_in_one_line(terminal: Terminal, words: tuple[str, str]) -> None:
    reply = terminal.type("metrics", *words)
    assert reply.code == 1
    assert reply.complaint.endswith(".")


def test_a_row_that_cannot_be_read_is_named_and_the_others_count(terminal: Terminal, tmp_path: Path) -> None:
    file = a_file(tmp_path, "2026-03-01T08:00+01:00,40", "yesterday,50", header="at,arousal")
    reply = terminal.type("metrics", "--json", "--input", file)
    assert reply.code == 1
    assert reply.err.startswith("line 3: ")
    assert reply.json["metrics"]["mean"]["n"] == 1


def test_a_row_without_answers_is_a_moment_without_a_check_in(terminal: Terminal, tmp_path: Path) -> None:
    file = a_file(tmp_path, "2026-03-01T08:00+01:00,40", "2026-03-01T09:00+01:00,", header="at,arousal")
    assert metrics(terminal, "--input", file)["mean"]["n"] == 1


def test_a_file_that_is_not_there_is_one_line(terminal: Terminal, tmp_path: Path) -> None:
    reply = terminal.type("metrics", "--input", str(tmp_path / "none.csv"))
    assert reply.code == 1
    assert "none.csv" in reply.complaint


def test_how_much_was_answered_stands_beside_the_numbers(terminal: Terminal) -> None:
    plant(terminal, PromptState.DUE, PromptState.SHOWN, PromptState.EXPIRED)
    terminal.check_in("--arousal", "40", "--zone", "inside")
    assert terminal.type("metrics", "--json").json["answered"] == {"answered": 0, "shown": 1, "planned": 1}
    assert "0 of 1 reminder to check in was answered." in terminal.type("metrics").out


def test_in_the_terminal_each_number_is_a_line(terminal: Terminal, tmp_path: Path) -> None:
    out = terminal.type("metrics", "--input", a_file(tmp_path, *many_rows())).out
    assert "Share of check-ins, inside" in out
    assert "50 %, likely" in out
    assert "120 check-ins on 30 days" in out


def test_an_empty_notebook_says_so(terminal: Terminal) -> None:
    assert terminal.type("metrics").out == "There are no check-ins here yet.\n"


def test_a_file_needs_no_notebook(tmp_path: Path) -> None:
    file = a_file(tmp_path, *many_rows())
    reply = in_own_process(tmp_path / "data", "metrics", "--json", "--input", file)
    assert reply.code == 0
    assert [path for path in (tmp_path / "data").rglob("*") if path.is_file()] == []


@needs_reference
@pytest.mark.parametrize("person", PEOPLE)
def test_real_ratings_as_r_has_them(terminal: Terminal, person: str) -> None:
    expected = of_person(person)
    found = metrics(terminal, "--acute", "20", "--input", str(person_file(person)))
    for name, column in {
        "mean": "mean",
        "sd": "sd",
        "mssd": "mssd_wd",
        "pac": "pac_abs20",
        "pac_up": "pac_up20",
    }.items():
        assert found[name]["value"] == pytest.approx(expected[column], rel=AS_R)
        assert json.dumps(found[name]["missing"]) == "[]"
