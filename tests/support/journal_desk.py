"""The journal on a real store in a folder of the test, with something in it if wanted."""

from collections.abc import Iterable
from datetime import timedelta
from pathlib import Path

from companion.application.check_in_setup import CheckInSetupService
from companion.application.journal import JournalService
from companion.application.preferences import PreferenceService
from companion.application.repairs import RepairService
from companion.application.triangles import TriangleService
from companion.domain.checkin import CheckIn
from companion.domain.journal import Noted
from companion.domain.moment import Moment
from companion.domain.prompt import PromptState, Reason, Transition
from companion.domain.repair import Repair
from companion.presentation.checkin_more import MoreQuestions
from companion.presentation.date_words import DateWords
from companion.presentation.journal import JournalPresenter
from companion.presentation.journal_edit import JournalEdit
from companion.presentation.journal_pages import JournalPages
from companion.presentation.repair import RepairEdit
from companion.presentation.tag_list import TagListPresenter
from companion.presentation.triangle_edit import TrianglePresenter
from companion.ui.screens.journal import JournalScreen
from companion.ui.theme.theme import Theme
from companion.ui.widgets.journal_side import JournalSide
from tests.support.builders import a_check_in
from tests.support.date_words import PlainDateWords
from tests.support.in_memory_settings import InMemorySettings
from tests.support.reminding import Desk
from tests.support.store import a_prompt


class JournalDesk(Desk):
    """Sunday, 22 November 2026, 14:06 in Berlin. Everything is made when it is first asked for."""

    def __init__(self, folder: Path, words: DateWords | None = None) -> None:
        super().__init__(folder, start="2026-11-22T14:06:00")
        self.words = words or PlainDateWords()
        self.journal = JournalService(self.vault, self.clock, self.ids, self.bus)
        self.repairs = RepairService(self.vault, self.clock, self.ids, self.bus)
        self.triangles = TriangleService(self.vault, self.clock, self.ids, self.bus, self.days)
        self.pages = JournalPages(self.journal, self.days, self.clock, self.words)
        self.presenter = JournalPresenter(self.journal, self.pages, self.bus, self.words)

    def note(self, check_ins: Iterable[CheckIn]) -> None:
        """These check-ins were noted; nobody is told."""
        with self.vault.writing() as store:
            for check_in in check_ins:
                store.check_ins.add(check_in)

    def many(self, count: int, *, apart_hours: float = 1) -> list[CheckIn]:
        """That many check-ins, the newest now, each with a note of its number."""
        made = [a_check_in(n % 101, hours_ago=n * apart_hours, note=f"note {n}") for n in range(count)]
        self.note(made)
        return made

    def ask(self, number: int, hours_ago: float, state: PromptState, reason: Reason | None = None) -> str:
        """A prompt that came to that end; returns its id."""
        prompt = a_prompt(number, hours_ago)
        with self.vault.writing() as store:
            store.ledger.plan([prompt], prompt.at)
            if state is not PromptState.SUPPRESSED:
                store.ledger.append(Transition(prompt.id, PromptState.DUE, prompt.at))
                store.ledger.append(Transition(prompt.id, PromptState.SHOWN, prompt.at))
            store.ledger.append(Transition(prompt.id, state, prompt.at, reason))
        return prompt.id

    def ago(self, **by: float) -> Moment:
        """A moment before now, by a timedelta's arguments."""
        now = self.clock.now()
        return Moment(now.utc - timedelta(**by), now.offset, now.zone_name)

    def editing(self, line: Noted | None = None) -> JournalEdit:
        """The form of a line, or of a new one."""
        return JournalEdit(self.journal, self.clock, self.words, line)

    def repairing(self, line: Repair | None = None, check_in_id: str | None = None) -> RepairEdit:
        """The form of a repair, or of a new one."""
        return RepairEdit(self.repairs, self.journal, self.clock, self.words, line, check_in_id)

    def questions(self) -> MoreQuestions:
        """What More asks: nothing optional."""
        preferences = PreferenceService(InMemorySettings(), self.bus)
        return MoreQuestions(CheckInSetupService(self.vault, self.clock, preferences, self.bus))

    def tags(self) -> TagListPresenter:
        """Tags, people and places."""
        return TagListPresenter(self.journal)

    def side(self, theme: Theme) -> JournalSide:
        """What is beside the list."""
        triangles = TrianglePresenter(self.triangles, self.journal, self.clock, self.words)
        more = self.questions(), self.tags()
        return JournalSide(self.presenter, self.editing, self.repairing, triangles, *more, theme)

    def screen(self, theme: Theme) -> JournalScreen:
        """The Journal screen."""
        return JournalScreen(self.presenter, self.side(theme), theme)
