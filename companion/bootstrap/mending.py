"""Where the store cannot be opened: what happened is said, and a copy can take its place."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from companion.application.copies import CopyKind, CopyPlace, KeptCopy
from companion.application.replacing import CANNOT_BE_OPENED, ReplaceService
from companion.application.rescuing import Rescued, RescueService
from companion.presentation.rescuing import RescuePresenter
from companion.presentation.restoring import RestorePresenter
from companion.presentation.sentences import words_for
from companion.ui.platform.task_runner import ThreadTaskRunner
from companion.ui.shell.trouble_window import show_trouble
from companion.ui.widgets.restore_dialog import RestoreDialog

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from PySide6.QtWidgets import QWidget

    from companion.application.errors import UserError
    from companion.application.ports import TaskRunner
    from companion.bootstrap.core import Core
    from companion.domain.secrets import Secret
    from companion.domain.support import SupportContact
    from companion.presentation.date_words import DateWords
    from companion.ui.platform.main_thread import MainThread
    from companion.ui.theme.theme import Theme


class WorkerReplacing:
    """Fills the StoreReplacer port for the store of one folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def copies(self, place: str = "") -> list[KeptCopy]:
        """The copies in the data folder, or in another one. Raises UserError if it cannot be read."""
        from companion.adapters.storage.replacing import copies_to_put

        return copies_to_put(self._folder, Path(place) if place else None)

    def look_into(self, path: str, secret: Secret | None) -> KeptCopy:
        """What a copy holds. Raises UserError if it cannot be opened."""
        from companion.adapters.storage.replacing import contents_to_put

        contents = contents_to_put(self._folder, Path(path), secret)
        return KeptCopy(path, CopyKind.SAVED, CopyPlace.FILE, None, contents)

    def replace(self, path: str, secret: Secret | None, day: date) -> str:
        """Puts it in the store's place. Raises UserError if that is impossible."""
        from companion.adapters.storage.replacing import replace_store

        return str(replace_store(self._folder, Path(path), secret, day))


class WorkerRescuer:
    """Fills the Rescuer port for the store of one folder, which it never opens as a notebook."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def needs_secret(self) -> bool:
        """True if there is a passphrase before it."""
        from companion.adapters.storage.beside import is_protected

        return is_protected(self._folder)

    def write(self, path: str, secret: Secret | None) -> Rescued:
        """Writes what can be read. Raises UserError."""
        from companion.adapters.storage.readable_parts import what_can_be_read
        from companion.adapters.transfer.json_export import write_json

        with what_can_be_read(self._folder, secret) as store:
            counts = write_json(store, Path(path))
            return Rescued(path, counts, store.whole.lost, store.whole.is_whole)


def tell_and_mend(core: Core, theme: Theme, words: DateWords, main_thread: MainThread, error: UserError) -> bool:
    """Says why the store cannot be opened, until that is closed. True if a copy is in its place now."""
    if error.trouble not in CANNOT_BE_OPENED:
        return show_trouble(theme, words_for(error), near=_near(core))
    tasks = ThreadTaskRunner(main_thread)
    restoring, rescuing = lambda: _restoring(core, words, tasks), lambda: _rescuing(core, tasks)
    try:
        return show_trouble(theme, words_for(error), restoring, _near(core), rescuing)
    finally:
        tasks.stop()


def restore_over(
    window: QWidget, core: Core, theme: Theme, words: DateWords, tasks: TaskRunner, done: Callable[[], None]
) -> None:
    """Offers the copies over the window, where the passphrase was right and the store cannot be opened, or not read.

    `done` is told once a copy is in its place.
    """
    presenter = _restoring(core, words, tasks)
    dialog = RestoreDialog(presenter, theme, window)
    dialog.offer_rescue(lambda: _rescuing(core, tasks))
    dialog.restore.clicked.connect(core.vault.close)  # a copy takes its place only while nobody has it open
    dialog.finished.connect(lambda _result: done() if presenter.is_done else None)
    dialog.open()


def _near(core: Core) -> Sequence[SupportContact]:
    from companion.adapters.storage.support_file import SupportFile

    return SupportFile(core.folders.data).read()


def _rescuing(core: Core, tasks: TaskRunner) -> RescuePresenter:
    return RescuePresenter(RescueService(WorkerRescuer(core.folders.data), tasks))


def _restoring(core: Core, words: DateWords, tasks: TaskRunner) -> RestorePresenter:
    replacer = WorkerReplacing(core.folders.data)
    service = ReplaceService(replacer, lambda: core.clock.now().local.date(), tasks)
    return RestorePresenter(service, core.preferences.settings.backup_folder, words)
