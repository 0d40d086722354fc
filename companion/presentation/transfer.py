"""Words for what an import leaves out."""

from companion.application.transfer import CellRule, RowFault
from companion.domain.errors import DomainError, Rule
from companion.presentation.sentences import sentence_of
from companion.presentation.translation import _


def fault_line(fault: RowFault) -> str:
    """Where in the file it is and what is wrong; never what the row says."""
    if isinstance(fault.rule, Rule):
        sentence = sentence_of(DomainError(fault.rule, **fault.facts))
    else:
        sentence = _cell_sentences()[fault.rule].format(**fault.facts)
    return _("line {place}: {what}").format(place=fault.place, what=sentence)


def _cell_sentences() -> dict[CellRule, str]:
    return {
        CellRule.CELLS_DO_NOT_MATCH: _("The row has {given} cells where the first line names {wanted}."),
        CellRule.QUOTES_DO_NOT_MATCH: _("A quotation mark is opened and not closed, or in the middle of a cell."),
        CellRule.ROW_TOO_LONG: _("The row is longer than a check-in can be."),
        CellRule.TEXT_DAMAGED: _("The text is not UTF-8. Please save the file as UTF-8."),
        CellRule.PROMPTED_UNREADABLE: _("Prompted is true or false, or left empty."),
        CellRule.NOT_A_CHECK_IN: _("This is not a check-in as an export writes it."),
    }
