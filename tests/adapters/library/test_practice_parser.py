"""A practice file is read whole or not at all, and what is wrong with it is said with its line."""

import pytest

from companion.adapters.library.note_parser import NoteFile
from companion.adapters.library.practice_parser import ParsedPractice, parse_practice
from companion.domain.concept import Evidence, NoteFault
from companion.domain.practice import Direction, Pace, Phase, Step, Variant, Way
from companion.domain.zone import Zone

WHOLE = """---
title: Slow breathing
summary: In for four
invitation: Breathe slowly
order: 25
direction: settle
zones: [above, inside]
way: breath
minutes: [1, 2.5]
usual: 2.5
pace: ["4.5", "6.5"]
steps:
  - say: Breathe in
    more: gently
    seconds: 4
    phase: in
  - {say: Breathe out, seconds: 5.5, phase: out, count: 2}
variants:
  - name: Hand
    steps:
      - say: Let it rise
eyes_open: Look at the circle.
breath_free: Use the hand.
care:
  - Sit down.
related: [Above the Window]
evidence: moderate
checked_on: 2026-11-22
sources:
  - text: A book
---

What it is.
"""


def parsed(text: str) -> ParsedPractice:
    return parse_practice(NoteFile("ours/slow", "slow.md", text.encode(), is_ours=True))


def with_line(name: str, line: str) -> str:
    """The whole one with another line in the place of the one that begins with that name."""
    lines = WHOLE.split("\n")
    place = next(number for number, old in enumerate(lines) if old.startswith(f"{name}:"))
    return "\n".join([*lines[:place], line, *lines[place + 1 :]])


def test_every_field_is_read() -> None:
    found = parsed(WHOLE)
    practice = found.practice
    assert found.problems == ()
    assert practice is not None
    assert (practice.title, practice.summary, practice.invitation) == (
        "Slow breathing",
        "In for four",
        "Breathe slowly",
    )
    assert (practice.order, practice.direction, practice.way) == (25, Direction.SETTLE, Way.BREATH)
    assert (practice.lengths, practice.usual, practice.pace) == ((60, 150), 150, Pace(4.5, 6.5))
    assert practice.steps == (
        Step("Breathe in", "gently", 4.0, Phase.IN),
        Step("Breathe out", "", 5.5, Phase.OUT, 2),
    )
    assert practice.variants == (Variant("Hand", (Step("Let it rise"),)),)
    assert (practice.zones, practice.evidence) == ((Zone.ABOVE, Zone.INSIDE), Evidence.MODERATE)
    assert (practice.eyes_open, practice.breath_free) == ("Look at the circle.", "Use the hand.")
    assert (practice.care, practice.related) == (("Sit down.",), ("Above the Window",))
    assert (practice.text, practice.sources[0].text) == ("What it is.", "A book")


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("direction", "direction: up"),
        ("way", "way: dance"),
        ("zones", "zones: [north]"),
        ("minutes", "minutes: [1, 45]"),
        ("usual", "usual: 7"),
        ("order", "order: first"),
        ("pace", 'pace: ["6.5", "4.5"]'),
        ("evidence", "evidence: certain"),
        ("checked_on", "checked_on: today"),
    ],
)
def test_a_field_that_is_not_understood_keeps_the_whole_practice_away(name: str, line: str) -> None:
    found = parsed(with_line(name, line))
    assert found.practice is None
    place = next(n for n, old in enumerate(WHOLE.split("\n"), start=1) if old.startswith(f"{name}:"))
    assert [(p.file, p.line, p.fault, p.detail) for p in found.problems if p.detail == name] == [
        ("slow.md", place, NoteFault.BAD_FIELD, name)
    ]


@pytest.mark.parametrize(
    "step",
    [
        "{seconds: 4}",
        "{say: In, seconds: 0}",
        "{say: In, seconds: 1801}",
        "{say: In, seconds: four}",
        "{say: In, phase: sideways}",
        "{say: In, count: 12}",
        "{say: In, speed: 3}",
        "{say: [In]}",
        f"{{say: {'x' * 61}}}",
        "Breathe in",
    ],
)
def test_a_step_that_is_not_understood_keeps_the_whole_practice_away(step: str) -> None:
    found = parsed(f"---\ntitle: T\nevidence: early\nsteps:\n  - {step}\n---\n")
    assert found.practice is None
    assert [(p.line, p.detail) for p in found.problems] == [(4, "steps")]


@pytest.mark.parametrize("name", ["title", "steps", "evidence"])
def test_what_is_needed_is_named_where_it_is_lacking(name: str) -> None:
    fields = {"title": "title: T", "steps": "steps: [{say: Look}]", "evidence": "evidence: early"}
    text = "\n".join(line for field, line in fields.items() if field != name)
    found = parsed(f"---\n{text}\n---\n")
    assert [(p.line, p.detail) for p in found.problems] == [(None, name)]


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("---\ntitle: &a T\n---\n", NoteFault.BAD_HEADER),
        ("---\ntitle: T\n", NoteFault.BAD_HEADER),
        ("a\0b", NoteFault.NOT_TEXT),
    ],
)
def test_what_is_no_plain_header_is_refused_as_in_a_note(text: str, fault: NoteFault) -> None:
    assert [problem.fault for problem in parsed(text).problems] == [fault]


def test_no_bytes_make_it_fail() -> None:
    for cut in range(0, len(WHOLE), 7):
        raw = WHOLE.encode()
        parse_practice(NoteFile("ours/x", "x.md", raw[:cut] + b"\xff" + raw[cut + 3 :]))
