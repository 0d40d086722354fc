"""The store: every repository over one connection."""

from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING

from companion.adapters.storage.check_in_repository import SqliteCheckInRepository
from companion.adapters.storage.day_summaries import SqliteDaySummaries
from companion.adapters.storage.deletions import Deletions
from companion.adapters.storage.draft_repository import SqliteDraftRepository
from companion.adapters.storage.facts import Facts
from companion.adapters.storage.pause_repository import SqlitePauseRepository
from companion.adapters.storage.prompt_ledger import SqlitePromptLedger
from companion.adapters.storage.quiet_hours_repository import SqliteQuietHoursRepository
from companion.adapters.storage.reminder_repository import SqliteReminderRepository
from companion.adapters.storage.window_repository import SqliteWindowRepository

if TYPE_CHECKING:
    from sqlite3 import Connection

    from companion.adapters.storage.helping_repository import SqliteHelpingRepository
    from companion.adapters.storage.import_batches import SqliteImports
    from companion.adapters.storage.journal_repository import SqliteJournalRepository
    from companion.adapters.storage.note_readings import SqliteNoteReadings
    from companion.adapters.storage.noted_repository import SqliteNotedRepository
    from companion.adapters.storage.practice_repositories import (
        SqliteOwnPracticeRepository,
        SqlitePracticePlaceRepository,
        SqlitePracticeSessionRepository,
    )
    from companion.adapters.storage.question_repository import SqliteQuestionRepository
    from companion.adapters.storage.repair_draft_repository import SqliteRepairDraftRepository
    from companion.adapters.storage.support_repository import SqliteSupportRepository
    from companion.adapters.storage.tag_repository import SqliteTagRepository
    from companion.adapters.storage.triangle_draft_repository import SqliteTriangleDraftRepository
    from companion.adapters.storage.whole_store import SqliteWholeStore
    from companion.adapters.storage.wording_repository import SqliteWordingRepository
    from companion.domain.life_event import LifeEvent
    from companion.domain.reflection import Reflection
    from companion.domain.repair import Repair
    from companion.domain.triangle import Triangle


class SqliteStore:
    """Everything the person noted, inside the transaction that the vault has opened.

    What a check-in does without is made when it is first asked for: it would cost every start of the command line.
    """

    def __init__(self, connection: "Connection", facts: Facts) -> None:
        self.days = SqliteDaySummaries(connection)
        self.deletions = Deletions(connection)
        self.check_ins = SqliteCheckInRepository(connection, self.days, self.deletions)
        self.windows = SqliteWindowRepository(connection)
        self.reminders = SqliteReminderRepository(connection)
        self.ledger = SqlitePromptLedger(connection)
        self.pauses = SqlitePauseRepository(connection)
        self.quiet_hours = SqliteQuietHoursRepository(connection)
        self.drafts = SqliteDraftRepository(connection)
        self.secret = facts.secret
        self._connection = connection

    @cached_property
    def reflections(self) -> "SqliteNotedRepository[Reflection]":
        """What the person wrote to questions."""
        from companion.adapters.storage.noted_repository import SqliteNotedRepository
        from companion.adapters.storage.noted_tables import REFLECTIONS

        return SqliteNotedRepository(self._connection, self.days, self.deletions, REFLECTIONS)

    @cached_property
    def life_events(self) -> "SqliteNotedRepository[LifeEvent]":
        """What happened."""
        from companion.adapters.storage.noted_repository import SqliteNotedRepository
        from companion.adapters.storage.noted_tables import LIFE_EVENTS

        return SqliteNotedRepository(self._connection, self.days, self.deletions, LIFE_EVENTS)

    @cached_property
    def repairs(self) -> "SqliteNotedRepository[Repair]":
        """What happened between two people, and what helped."""
        from companion.adapters.storage.noted_repository import SqliteNotedRepository
        from companion.adapters.storage.noted_tables import REPAIRS

        return SqliteNotedRepository(self._connection, self.days, self.deletions, REPAIRS)

    @cached_property
    def repair_drafts(self) -> "SqliteRepairDraftRepository":
        """The repair that is not saved yet."""
        from companion.adapters.storage.repair_draft_repository import SqliteRepairDraftRepository

        return SqliteRepairDraftRepository(self._connection, self.deletions)

    @cached_property
    def triangles(self) -> "SqliteNotedRepository[Triangle]":
        """Mind, body and relationships, once in a while."""
        from companion.adapters.storage.noted_repository import SqliteNotedRepository
        from companion.adapters.storage.noted_tables import TRIANGLES

        return SqliteNotedRepository(self._connection, self.days, self.deletions, TRIANGLES)

    @cached_property
    def triangle_drafts(self) -> "SqliteTriangleDraftRepository":
        """The triangle that is not saved yet."""
        from companion.adapters.storage.triangle_draft_repository import SqliteTriangleDraftRepository

        return SqliteTriangleDraftRepository(self._connection, self.deletions)

    @cached_property
    def practice_sessions(self) -> "SqlitePracticeSessionRepository":
        """What was practised."""
        from companion.adapters.storage.practice_repositories import SqlitePracticeSessionRepository

        return SqlitePracticeSessionRepository(self._connection, self.deletions)

    @cached_property
    def own_practices(self) -> "SqliteOwnPracticeRepository":
        """The person's own practices."""
        from companion.adapters.storage.practice_repositories import SqliteOwnPracticeRepository

        return SqliteOwnPracticeRepository(self._connection)

    @cached_property
    def practice_places(self) -> "SqlitePracticePlaceRepository":
        """Where the person put practices."""
        from companion.adapters.storage.practice_repositories import SqlitePracticePlaceRepository

        return SqlitePracticePlaceRepository(self._connection)

    @cached_property
    def people(self) -> "SqliteSupportRepository":
        """People, places and services to turn to."""
        from companion.adapters.storage.support_repository import SqliteSupportRepository

        return SqliteSupportRepository(self._connection, self.deletions)

    @cached_property
    def helping(self) -> "SqliteHelpingRepository":
        """Whether the notebook helps."""
        from companion.adapters.storage.helping_repository import SqliteHelpingRepository

        return SqliteHelpingRepository(self._connection)

    @cached_property
    def questions(self) -> "SqliteQuestionRepository":
        """What the person was asked about their reminders."""
        from companion.adapters.storage.question_repository import SqliteQuestionRepository

        return SqliteQuestionRepository(self._connection)

    @cached_property
    def readings(self) -> "SqliteNoteReadings":
        """Which notes were read lately."""
        from companion.adapters.storage.note_readings import SqliteNoteReadings

        return SqliteNoteReadings(self._connection)

    @cached_property
    def tags(self) -> "SqliteTagRepository":
        """The tags, people, places, activities and body cues there are."""
        from companion.adapters.storage.tag_repository import SqliteTagRepository

        return SqliteTagRepository(self._connection)

    @cached_property
    def wording(self) -> "SqliteWordingRepository":
        """The person's own words."""
        from companion.adapters.storage.wording_repository import SqliteWordingRepository

        return SqliteWordingRepository(self._connection)

    @cached_property
    def journal(self) -> "SqliteJournalRepository":
        """Everything in time order; read first when the journal is opened."""
        from companion.adapters.storage.journal_repository import SqliteJournalRepository

        return SqliteJournalRepository(self._connection)

    @property
    def imports(self) -> "SqliteImports":
        """The imports there were."""
        from companion.adapters.storage.import_batches import SqliteImports

        return SqliteImports(self._connection)

    @property
    def whole(self) -> "SqliteWholeStore":
        """Everything the store keeps, for carrying it elsewhere."""
        from companion.adapters.storage.whole_store import SqliteWholeStore

        return SqliteWholeStore(self._connection)

    def window_id(self, at: datetime) -> str | None:
        """The id of the window version in force at that instant."""
        return self.windows.in_force(at).id
