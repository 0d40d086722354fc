"""What an import left halfway is taken out, beside the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.application.errors import UserError
from companion.application.events import VaultUnlocked

if TYPE_CHECKING:
    from companion.application.ports import TaskRunner
    from companion.bootstrap.core import Core


class TidyingUp:
    """Once, as soon as the store is open: with a passphrase that is after the start."""

    def __init__(self, core: Core, tasks: TaskRunner) -> None:
        self._core = core
        self._tasks = tasks
        self._is_tidy = False

    def begin(self) -> None:
        """From now on."""
        self._tidy_up()
        self._core.bus.listen(VaultUnlocked, lambda _news: self._tidy_up())

    def _tidy_up(self) -> None:
        if not self._is_tidy and not self._core.vault.is_locked:
            self._is_tidy = True
            self._tasks.run(self._remove_unfinished_imports, self._on_tidied_up)

    def _remove_unfinished_imports(self) -> bool:
        """False if it was locked meanwhile, or the disk said no: then it is tried again when it is next unlocked."""
        vault = self._core.vault.worker()
        try:
            vault.remove_unfinished_imports()
        except UserError:
            return False
        finally:
            vault.close()
        return True

    def _on_tidied_up(self, is_tidy: object) -> None:
        self._is_tidy = bool(is_tidy)
