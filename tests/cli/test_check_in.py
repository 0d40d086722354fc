"""`companion check-in`."""

import re
from pathlib import Path

import pytest

from companion.domain.prompt import PromptState
from companion.domain.reminder import ReminderKind
from tests.cli.planted import PROMPT, plant
from tests.cli.terminal import Terminal, in_own_process

UUID7 = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}\n")


def test_a_check_in_prints_its_id_alone(terminal: Terminal) -> None:
    reply = terminal.type("check-in", "--arousal", "60", "--zone", "inside")
    assert (reply.code, reply.err) == (0, "")
    assert UUID7.fullmatch(reply.out)


def test_as_json_it_prints_schema_and_id(terminal: Terminal) -> None:
    reply = terminal.type("--json", "check-in", "--zone", "below")
    assert set(reply.json) == {"schema", "id"}
    assert reply.json["schema"] == "companion/check-in/1"


def test_everything_that_was_said_is_kept(terminal: Terminal) -> None:
    said = ("--arousal=82", "--zone", "above", "--note", "after a walk", "--tag", "work", "--tag", "#home")
    check_in_id = terminal.check_in(*said, "--at", "2026-01-05T14:06+01:00")
    (kept,) = terminal.check_ins()
    assert kept | {"created_at": ""} == {
        "id": check_in_id,
        "experienced_at": "2026-01-05T14:06:00+01:00",
        "created_at": "",
        "timezone": "Europe/Berlin",
        "arousal": 82,
        "zone": "above",
        "pleasantness": None,
        "prompted": False,
        "origin": "self",
        "prompt": None,
        "note": "after a walk",
        "tags": ["work", "home"],
    }


def test_a_time_without_offset_is_local_and_stored_with_its_offset(terminal: Terminal) -> None:
    terminal.check_in("--arousal", "1", "--at", "2025-07-01T09:00")
    terminal.check_in("--arousal", "2", "--at", "2025-12-01 09:00:30")
    assert [(c["experienced_at"], c["timezone"]) for c in terminal.check_ins()] == [
        ("2025-07-01T09:00:00+02:00", "Europe/Berlin"),
        ("2025-12-01T09:00:30+01:00", "Europe/Berlin"),
    ]


def test_an_offset_is_kept_as_given_and_names_no_zone_that_does_not_fit(terminal: Terminal) -> None:
    terminal.check_in("--arousal", "1", "--at", "2025-07-01T09:00-03:30")
    (kept,) = terminal.check_ins()
    assert (kept["experienced_at"], kept["timezone"]) == ("2025-07-01T09:00:00-03:30", None)


def test_a_time_that_comes_twice_is_its_first(terminal: Terminal) -> None:
    terminal.check_in("--arousal", "1", "--at", "2025-10-26T02:30")
    assert terminal.check_ins()[0]["experienced_at"] == "2025-10-26T02:30:00+02:00"


def test_it_says_that_the_first_was_taken_and_how_to_mean_the_second(terminal: Terminal) -> None:
    reply = terminal.type("check-in", "--arousal", "1", "--at", "2025-10-26T02:30")
    assert (reply.code, reply.err.count("\n")) == (0, 1)
    assert "twice" in reply.err
    assert UUID7.fullmatch(reply.out)
    second = terminal.type("check-in", "--arousal", "2", "--at", "2025-10-26T02:30+01:00")
    assert (second.code, second.err) == (0, "")
    assert terminal.check_ins()[1]["experienced_at"] == "2025-10-26T02:30:00+01:00"


def test_an_arousal_of_zero_is_an_answer(terminal: Terminal) -> None:
    terminal.check_in("--arousal", "0")
    assert terminal.check_ins()[0]["arousal"] == 0


@pytest.mark.parametrize(
    "words",
    [
        ("--arousal", "101"),
        ("--arousal", "-1"),
        ("--arousal", "6.5"),
        ("--arousal", "many"),
        ("--arousal", ""),
        ("--arousal", "٦"),
        ("--zone", "sideways"),
        ("--zone", ""),
        ("--note", "only a note"),
        ("--tag", "only-a-tag"),
        ("--at", "2026-01-05T14:06"),
        ("--arousal", "5", "--at", "yesterday"),
        ("--arousal", "5", "--at", "2026-01-05"),
        ("--arousal", "5", "--at", "20260105T140600"),
        ("--arousal", "5", "--at", "2026-W01-1T10:00"),
        ("--arousal", "5", "--at", "2026-02-30T10:00"),
        ("--arousal", "5", "--at", "2026-01-05T24:01"),
        ("--arousal", "5", "--at", "2026-01-05T10:00+99:00"),
        ("--arousal", "5", "--at", "2025-03-30T02:30"),
        ("--arousal", "5", "--at", "2999-01-01T00:00"),
        ("--arousal", "5", "--at", "1969-12-31T23:00+00:00"),
        ("--arousal", "5", "--at", "9999-12-31T23:59:59-12:00"),
        ("--arousal", "5", "--note", "long " * 20_000),
        ("--arousal", "5", "--tag", "t" * 101),
        ("--arousal", "5", "--prompt", "0123"),
        ("--arousal", "5", "--prompt", ""),
    ],
)
def test_what_cannot_be_kept_is_one_sentence_and_nothing_is_saved(terminal: Terminal, words: tuple[str, ...]) -> None:
    reply = terminal.type("check-in", *words)
    assert reply.code == 1
    assert reply.complaint.endswith(".")
    assert terminal.check_ins() == []


def test_the_prompt_that_is_named_is_answered(terminal: Terminal) -> None:
    plant(terminal, PromptState.DUE, PromptState.SHOWN, kind=ReminderKind.RANDOM)
    terminal.check_in("--arousal", "50", "--prompt", PROMPT[:4])
    (kept,) = terminal.check_ins()
    assert (kept["prompt"], kept["origin"], kept["prompted"]) == (PROMPT, "random", True)
    rows = terminal.type("reminders", "ledger", "--json").json["prompts"]
    assert rows[-1]["state"] == "answered"


def test_an_open_prompt_that_is_not_named_stays_open(terminal: Terminal) -> None:
    plant(terminal, PromptState.DUE, PromptState.SHOWN)
    terminal.check_in("--arousal", "50")
    assert terminal.check_ins()[0]["origin"] == "self"
    rows = terminal.type("reminders", "ledger", "--json").json["prompts"]
    assert rows[-1]["state"] == "shown"


@pytest.mark.parametrize("named", [PROMPT, PROMPT[:4]])
def test_a_prompt_that_was_answered_before_is_over(terminal: Terminal, named: str) -> None:
    plant(terminal, PromptState.DUE, PromptState.SHOWN, PromptState.ANSWERED)
    reply = terminal.type("check-in", "--arousal", "50", "--prompt", named)
    assert reply.code == 1
    assert reply.complaint
    assert terminal.check_ins() == []


def test_of_a_prompt_still_to_come_it_is_not_said_that_it_is_over(terminal: Terminal) -> None:
    plant(terminal)
    assert "has not come yet" in terminal.type("check-in", "--arousal", "50", "--prompt", PROMPT).complaint


def test_a_backdated_check_in_cannot_answer_a_prompt(terminal: Terminal) -> None:
    plant(terminal, PromptState.DUE, PromptState.SHOWN)
    reply = terminal.type("check-in", "--arousal", "50", "--prompt", PROMPT, "--at", "2026-01-05T10:00")
    assert reply.code == 1
    assert terminal.check_ins() == []


def test_a_beginning_that_two_open_prompts_share_is_refused(terminal: Terminal) -> None:
    plant(terminal, PromptState.DUE, PromptState.SHOWN)
    plant(terminal, PromptState.DUE, PromptState.SHOWN, id=PROMPT[:-1] + "6")
    assert terminal.type("check-in", "--arousal", "50", "--prompt", PROMPT[:4]).code == 1
    assert terminal.check_ins() == []


def test_a_refusal_does_not_repeat_the_note(terminal: Terminal) -> None:
    reply = terminal.type("check-in", "--arousal", "500", "--note", "heron")
    assert "heron" not in reply.err


def test_damaged_bytes_in_a_note_do_no_harm(terminal: Terminal) -> None:
    terminal.check_in("--arousal", "5", "--note", "caf\udce9 \x1b[31m red")
    assert terminal.check_ins()[0]["note"] == "caf\ufffd [31m red"


def test_the_id_is_of_a_check_in_that_another_process_finds(tmp_path: Path) -> None:
    saved = in_own_process(tmp_path, "check-in", "--arousal", "60")
    assert (saved.code, saved.err) == (0, "")
    listed = in_own_process(tmp_path, "checkins", "--json")
    assert [c["id"] for c in listed.json["checkins"]] == [saved.out.strip()]
