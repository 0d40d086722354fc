"""What can be wrong with a row of a file that comes in."""

from dataclasses import dataclass, field
from enum import Enum

from companion.domain.errors import Rule


class CellRule(Enum):
    """What can be wrong with a row of a file, beside the rules of the domain."""

    CELLS_DO_NOT_MATCH = "cells_do_not_match"
    QUOTES_DO_NOT_MATCH = "quotes_do_not_match"
    ROW_TOO_LONG = "row_too_long"
    TEXT_DAMAGED = "text_damaged"
    PROMPTED_UNREADABLE = "prompted_unreadable"
    NUMBER_UNREADABLE = "number_unreadable"
    NUMBER_BEYOND_SCALE = "number_beyond_scale"
    ENTRY_UNREADABLE = "entry_unreadable"
    CELLS_RUN_OVER = "cells_run_over"


@dataclass(frozen=True, slots=True)
class RowFault:
    """A row that is left out: its place in the file (from 1), what is wrong, and facts its sentence names."""

    place: int
    rule: Rule | CellRule
    facts: dict[str, object] = field(default_factory=dict)
