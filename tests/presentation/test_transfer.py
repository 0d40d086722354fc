"""Words for what goes out and comes in, and for what is left out."""

import pytest

from companion.application.parts import PartCounts, PartKind, PartNote, PartRule
from companion.application.transfer import CellRule, RowFault
from companion.domain.errors import Rule
from companion.presentation.transfer import counted_lines, fault_line, kind_name, note_line, written_lines


@pytest.mark.parametrize("rule", CellRule)
def test_every_fault_of_a_row_has_its_line(rule: CellRule) -> None:
    line = fault_line(RowFault(12, rule, {"wanted": 3, "given": 2}))
    assert line.startswith("line 12: ")
    assert line.endswith(".")


def test_a_broken_rule_is_put_as_everywhere() -> None:
    line = fault_line(RowFault(7, Rule.AROUSAL_OUT_OF_RANGE, {"lowest": 0, "highest": 100}))
    assert line.startswith("line 7: ")
    assert "0 to 100" in line


@pytest.mark.parametrize("rule", PartRule)
def test_everything_to_be_told_of_a_part_has_its_line(rule: PartRule) -> None:
    line = note_line(PartNote(PartKind.LIFE_EVENT, 12, rule))
    assert line.startswith("life events, number 12: ")
    assert line.endswith(".")


def test_a_rule_that_a_part_breaks_is_put_as_everywhere() -> None:
    line = note_line(PartNote(PartKind.CHECK_IN, 7, Rule.NOTE_TOO_LONG, {"kib": 64}))
    assert line.startswith("check-ins, number 7: ")
    assert "64 KiB" in line


def test_every_kind_has_a_name_of_its_own() -> None:
    assert len({kind_name(kind) for kind in PartKind}) == len(PartKind)


def test_check_ins_are_counted_first_and_what_is_nothing_is_not_said() -> None:
    counts = {
        PartKind.REMINDER: PartCounts(added=1),
        PartKind.CHECK_IN: PartCounts(added=2, left_out=1, already_here=3, kept_ours=4, deleted_here=5),
    }
    assert counted_lines(counts, only_look=False) == [
        "check-ins: 2 imported, 1 left out, 3 already here, 4 different here and left as they are, "
        "5 deleted here and not brought back",
        "reminders: 1 imported, 0 left out, 0 already here",
    ]


def test_what_was_written_is_said_of_each_kind_that_there_is() -> None:
    counts = dict.fromkeys(PartKind, 0) | {PartKind.CHECK_IN: 1, PartKind.TAG: 2}
    assert written_lines(counts, "out.json") == ["1 check-in is in out.json now.", "Tags: 2"]
