"""Words for rows that are left out."""

import pytest

from companion.application.transfer import CellRule, RowFault
from companion.domain.errors import Rule
from companion.presentation.transfer import fault_line


@pytest.mark.parametrize("rule", CellRule)
def test_every_fault_of_a_row_has_its_line(rule: CellRule) -> None:
    line = fault_line(RowFault(12, rule, {"wanted": 3, "given": 2}))
    assert line.startswith("line 12: ")
    assert line.endswith(".")


def test_a_broken_rule_is_put_as_everywhere() -> None:
    line = fault_line(RowFault(7, Rule.AROUSAL_OUT_OF_RANGE, {"lowest": 0, "highest": 100}))
    assert line.startswith("line 7: ")
    assert "0 to 100" in line
