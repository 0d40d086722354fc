"""Makes the Journal screen with everything behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.presentation.checkin_more import MoreQuestions
from companion.presentation.journal import JournalPresenter
from companion.presentation.journal_edit import JournalEdit
from companion.presentation.journal_pages import JournalPages
from companion.presentation.repair import RepairEdit
from companion.presentation.tag_list import TagListPresenter
from companion.presentation.triangle_edit import TrianglePresenter
from companion.ui.screens.journal import JournalScreen
from companion.ui.widgets.journal_side import JournalSide

if TYPE_CHECKING:
    from companion.bootstrap.core import Core
    from companion.domain.journal import Noted
    from companion.domain.repair import Repair
    from companion.presentation.date_words import DateWords
    from companion.ui.theme.theme import Theme


def make_journal(core: Core, theme: Theme, words: DateWords) -> JournalScreen:
    """The screen; its files are loaded with this one, when it is first gone to."""

    def editing(line: Noted | None) -> JournalEdit:
        return JournalEdit(core.journal, core.clock, words, line)

    def repairing(line: Repair | None, check_in_id: str | None) -> RepairEdit:
        return RepairEdit(core.repairs, core.journal, core.clock, words, line, check_in_id)

    pages = JournalPages(core.journal, core.days, core.clock, words)
    presenter = JournalPresenter(core.journal, pages, core.bus, words)
    tags = TagListPresenter(core.journal)
    triangles = TrianglePresenter(core.triangles, core.journal, core.clock, words)
    side = JournalSide(presenter, editing, repairing, triangles, MoreQuestions(core.check_in_setup), tags, theme)
    return JournalScreen(presenter, side, theme)
