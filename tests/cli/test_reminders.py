"""`companion reminders`."""

from typing import Any

import pytest

from companion.domain.prompt import PromptState
from companion.domain.reminder import ReminderKind
from tests.cli.planted import PROMPT, plant
from tests.cli.terminal import Terminal

DAY = ("--from", "2026-03-02", "--days", "1")  # a Monday


def add(terminal: Terminal, *words: str) -> str:
    reply = terminal.type("reminders", "add", *words)
    assert reply.code == 0, reply.err
    return reply.out.strip()


def listed(terminal: Terminal) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = terminal.type("reminders", "list", "--json").json["reminders"]
    return found


def preview(terminal: Terminal, *words: str) -> list[dict[str, Any]]:
    reply = terminal.type("reminders", "preview", "--json", *words)
    assert reply.json["schema"] == "companion/preview/1"
    items: list[dict[str, Any]] = reply.json["items"]
    return items


def test_add_prints_the_id_of_a_reminder_that_is_on(terminal: Terminal) -> None:
    reminder_id = add(terminal, "--at", "21:00", "--at", "09:30", "--weekdays", "fri,Mon")
    (reminder,) = listed(terminal)
    assert (reminder["id"], reminder["on"], reminder["kind"]) == (reminder_id, True, "fixed")
    assert (reminder["times"], reminder["weekdays"]) == (["09:30", "21:00"], ["mon", "fri"])


def test_each_kind_says_its_rule(terminal: Terminal) -> None:
    add(terminal, "--random", "4", "--between", "10:00-24:00", "--gap", "45")
    add(terminal, "--every", "90", "--between", "9:00-21:00", "--weekdays", "sat,sun")
    add(terminal, "--once", "2999-01-01T10:00")
    random, interval, once = listed(terminal)
    assert (random["count"], random["between"], random["gap_minutes"]) == (4, "10:00-24:00", 45)
    assert (interval["every_minutes"], interval["between"], interval["weekdays"]) == (
        90,
        "09:00-21:00",
        ["sat", "sun"],
    )
    assert once["at"] == "2999-01-01T10:00:00+01:00"


def test_several_ranges_have_a_number_each_or_one_for_all(terminal: Terminal) -> None:
    ranges = ("--between", "9:00-12:00", "--between", "14:00-18:00", "--weekdays", "sat", "--gap", "30")
    add(terminal, "--random", "1", "--random", "3", *ranges)
    add(terminal, "--random", "2", "--no-blocks", *ranges)
    add(terminal, "--every", "60", *ranges[:6])
    blocks, anywhere, interval = listed(terminal)
    further = {"between": "14:00-18:00", "weekdays": ["sat"]}
    assert (blocks["count"], blocks["between"], blocks["further"]) == (1, "09:00-12:00", [{"count": 3, **further}])
    assert (anywhere["blocks"], anywhere["further"]) == (False, [{"count": 2, **further}])
    assert interval["further"] == [further]
    saturday = ("--from", "2026-03-07", "--days", "1")
    assert len(preview(terminal, *saturday)) == 4 + 4 + 7


def test_one_can_follow_a_check_in(terminal: Terminal) -> None:
    add(terminal, "--after", "outside", "--minutes", "20")
    add(terminal, "--after", "below")
    outside, below = listed(terminal)
    assert (outside["kind"], outside["after"], outside["delay_minutes"]) == ("event", "outside", 20)
    assert (below["after"], below["delay_minutes"]) == ("below", 30)
    assert "20 min after a check-in outside my window" in terminal.type("reminders", "list").out


def test_one_says_in_what_manner_it_asks(terminal: Terminal) -> None:
    add(terminal, "--at", "09:30", "--for", "reflection", "--expiry", "45", "--only-after", "180")
    add(terminal, "--at", "09:30")
    told, usual = listed(terminal)
    fields = ("purpose", "expiry_minutes", "only_after_silence_minutes")
    assert [told[field] for field in fields] == ["reflection", 45, 180]
    assert [usual[field] for field in fields] == ["check_in", 30, None]


def test_every_kind_is_listed_in_words(terminal: Terminal) -> None:
    for words in (
        ("--at", "09:30"),
        ("--random", "2", "--between", "9:00-12:00", "--no-blocks"),
        ("--every", "60", "--between", "9:00-12:00"),
        ("--once", "2999-01-01T10:00"),
        ("--after", "above"),
    ):
        add(terminal, *words)
    lines = terminal.type("reminders", "list").out.splitlines()
    assert len(lines) == 5
    assert not any("None" in line for line in lines)


@pytest.mark.parametrize(
    "words",
    [
        ("--after", "beside"),
        ("--after", "above", "--between", "10:00-20:00"),
        ("--at", "09:00", "--minutes", "20"),
        ("--random", "2", "--random", "3", "--between", "10:00-20:00"),
        ("--random", "2"),
        ("--every", "60", "--between", "10:00-20:00", "--no-blocks"),
        ("--at", "09:00", "--for", "everything"),
    ],
)
def test_what_does_not_go_together_is_wrong_usage(terminal: Terminal, words: tuple[str, ...]) -> None:
    reply = terminal.type("reminders", "add", *words)
    assert reply.code == 2
    assert reply.complaint
    assert listed(terminal) == []


def test_one_can_be_switched_and_removed_by_the_beginning_of_its_id(terminal: Terminal) -> None:
    first, second = add(terminal, "--at", "09:00"), add(terminal, "--at", "10:00")
    length = next(n for n in range(1, 37) if first[:n] != second[:n])
    assert terminal.type("reminders", "off", first[:length]).code == 0
    assert [reminder["on"] for reminder in listed(terminal)] == [False, True]
    terminal.type("reminders", "on", first)
    terminal.type("reminders", "remove", second[:length])
    assert [(reminder["id"], reminder["on"]) for reminder in listed(terminal)] == [(first, True)]


def test_a_beginning_that_two_share_is_refused(terminal: Terminal) -> None:
    add(terminal, "--at", "09:00")
    add(terminal, "--at", "10:00")
    assert terminal.type("reminders", "off", "0").code == 1
    assert all(reminder["on"] for reminder in listed(terminal))


@pytest.mark.parametrize("command", ["on", "off", "remove"])
def test_a_reminder_that_is_not_there_is_one_sentence(terminal: Terminal, command: str) -> None:
    reply = terminal.type("reminders", command, "feed")
    assert reply.code == 1
    assert reply.complaint


@pytest.mark.parametrize(
    "words",
    [
        ("--at", "25:00"),
        ("--at", "24:00"),
        ("--at", "9"),
        ("--at", "09:60"),
        ("--at", "09:00", "--weekdays", "mon,someday"),
        ("--at", "09:00", "--weekdays", ""),
        ("--random", "0", "--between", "10:00-20:00"),
        ("--random", "25", "--between", "10:00-20:00"),
        ("--random", "x", "--between", "10:00-20:00"),
        ("--random", "4", "--between", "20:00-10:00"),
        ("--random", "4", "--between", "10:00"),
        ("--random", "4", "--between", "10:00-20:00", "--gap", "150"),
        ("--random", "4", "--between", "10:00-20:00", "--gap", "-1"),
        ("--every", "0", "--between", "10:00-20:00"),
        ("--every", "601", "--between", "10:00-20:00"),
        ("--every", "1", "--between", "10:00-20:00"),
        ("--once", "2001-01-01T10:00"),
        ("--once", "soon"),
        ("--random", "2", "--between", "9:00-12:00", "--between", "11:00-14:00", "--gap", "10"),
        ("--random", "4", "--between", "10:00-13:00", "--gap", "60", "--no-blocks"),
        ("--after", "above", "--minutes", "0"),
        ("--at", "09:00", "--expiry", "61"),
        ("--at", "09:00", "--only-after", "0"),
    ],
)
def test_a_rule_that_cannot_be_is_one_sentence_and_adds_nothing(terminal: Terminal, words: tuple[str, ...]) -> None:
    reply = terminal.type("reminders", "add", *words)
    assert reply.code == 1
    assert reply.complaint
    assert listed(terminal) == []


def test_the_preview_gives_each_prompt_its_block(terminal: Terminal) -> None:
    reminder_id = add(terminal, "--at", "09:30", "--weekdays", "mon")
    assert preview(terminal, *DAY) == [
        {
            "at": "2026-03-02T09:30:00+01:00",
            "block_start": "2026-03-02T09:30:00+01:00",
            "block_end": "2026-03-02T10:00:00+01:00",
            "reminder": reminder_id,
            "kind": "fixed",
        }
    ]


def test_random_moments_of_the_real_plan_stay_a_surprise(terminal: Terminal) -> None:
    add(terminal, "--random", "2", "--between", "10:00-20:00")
    items = preview(terminal, *DAY)
    assert [(item["at"], item["block_start"][11:16], item["block_end"][11:16]) for item in items] == [
        (None, "10:00", "15:00"),
        (None, "15:00", "20:00"),
    ]
    assert "between 10:00 and 15:00" in terminal.type("reminders", "preview", *DAY).out


def test_a_seed_draws_moments_that_can_be_drawn_again(terminal: Terminal) -> None:
    add(terminal, "--random", "6", "--between", "10:00-20:00")
    first, again = preview(terminal, *DAY, "--seed", "7"), preview(terminal, *DAY, "--seed", "7")
    assert first == again
    assert all(item["block_start"] <= item["at"] < item["block_end"] for item in first)
    assert first != preview(terminal, *DAY, "--seed", "8")


def test_a_preview_in_another_zone_goes_by_its_clocks(terminal: Terminal) -> None:
    add(terminal, "--at", "09:30")
    (item,) = preview(terminal, *DAY, "--timezone", "Asia/Kolkata")
    assert item["at"] == "2026-03-02T09:30:00+05:30"


def test_reminders_that_are_off_ask_for_nothing(terminal: Terminal) -> None:
    terminal.type("reminders", "off", add(terminal, "--at", "09:30"))
    assert preview(terminal, *DAY) == []


def test_fourteen_days_are_shown_unless_said(terminal: Terminal) -> None:
    add(terminal, "--at", "09:30")
    assert len(preview(terminal, "--from", "2026-03-02")) == 14


def test_from_a_moment_on_nothing_before_it_is_shown(terminal: Terminal) -> None:
    add(terminal, "--at", "09:30", "--at", "21:00")
    add(terminal, "--random", "2", "--between", "10:00-20:00")
    items = preview(terminal, "--from", "2026-03-02T16:00", "--days", "1")
    assert [(item["kind"], item["block_start"][11:16]) for item in items] == [("random", "15:00"), ("fixed", "21:00")]
    late = preview(terminal, "--from", "2026-03-02T15:30:00-04:00", "--days", "2")
    assert [item["block_start"][8:16] for item in late if item["kind"] == "fixed"] == [
        "02T21:00",
        "03T09:30",
        "03T21:00",
    ]


@pytest.mark.parametrize(
    "words",
    [
        ("--days", "0"),
        ("--days", "100000"),
        ("--days", "x"),
        ("--seed", "-1"),
        ("--seed", "1.5"),
        ("--timezone", "Nowhere/Land"),
        ("--timezone", "../../etc/passwd"),
        ("--timezone", ""),
        ("--from", "someday"),
        ("--from", "9999-12-31"),
    ],
)
def test_a_preview_that_cannot_be_is_one_sentence(terminal: Terminal, words: tuple[str, ...]) -> None:
    add(terminal, "--at", "09:30")
    reply = terminal.type("reminders", "preview", *words)
    assert reply.code == 1
    assert reply.complaint


def test_the_ledger_has_a_row_for_every_state_oldest_first(terminal: Terminal) -> None:
    plant(terminal, PromptState.DUE, PromptState.SUPPRESSED)
    rows = terminal.type("reminders", "ledger", "--json").json["prompts"]
    assert [row["state"] for row in rows] == ["planned", "due", "suppressed"]
    assert rows[-1] == {
        "prompt": PROMPT,
        "reminder": "01900000-0000-7000-8000-000000000001",
        "kind": "fixed",
        "planned_for": "2026-03-02T09:30:00+01:00",
        "state": "suppressed",
        "reason": "quiet_hours",
        "at": "2026-03-02T09:31:00+01:00",
    }
    assert "suppressed (quiet hours)" in terminal.type("reminders", "ledger").out


def test_a_random_prompt_still_to_come_does_not_tell_its_moment(terminal: Terminal) -> None:
    plant(terminal, kind=ReminderKind.RANDOM)
    (row,) = terminal.type("reminders", "ledger", "--json").json["prompts"]
    assert (row["state"], row["planned_for"]) == ("planned", None)


def test_an_empty_ledger_says_so(terminal: Terminal) -> None:
    assert terminal.type("reminders", "ledger", "--json").json["prompts"] == []
    assert terminal.type("reminders", "ledger").out == "No reminder has asked anything yet.\n"
