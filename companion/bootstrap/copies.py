"""Makes the card about copies with everything behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.application.restoring import RestoreService
from companion.presentation.backups import BackupPresenter
from companion.presentation.restoring import RestorePresenter
from companion.ui.widgets.backup_card import BackupCard

if TYPE_CHECKING:
    from companion.application.backups import BackupService
    from companion.application.ports import BackupKeeper, TaskRunner
    from companion.bootstrap.core import Core
    from companion.presentation.date_words import DateWords
    from companion.ui.theme.theme import Theme


def make_backup_card(
    core: Core,
    theme: Theme,
    words: DateWords,
    backups: BackupService,
    keeper: BackupKeeper,
    tasks: TaskRunner,
) -> BackupCard:
    """The card; its files are loaded with this one, when Settings is first gone to."""
    service = RestoreService(keeper, core.days, tasks, core.bus)
    presenter = BackupPresenter(backups, core.vault, core.key_keeper.is_protected, words, core.bus)
    return BackupCard(presenter, lambda: RestorePresenter(service, backups.place, words), theme)
