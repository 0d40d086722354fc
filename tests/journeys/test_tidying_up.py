"""What an import left halfway is tidied up beside the window, and nobody is told where that has to wait."""

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from companion.adapters.storage.vault import SqliteVault
from companion.application.errors import Trouble, UserError
from tests.journeys.conftest import Program


def test_a_notebook_that_is_locked_meanwhile_is_tidied_up_another_time(
    new_program: Callable[[], Program], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    tried: list[None] = []

    def refuse(_vault: SqliteVault) -> None:
        tried.append(None)
        raise UserError(Trouble.LOCKED)

    monkeypatch.setattr(SqliteVault, "remove_unfinished_imports", refuse)
    program = new_program()
    program.start()
    qtbot.waitUntil(lambda: bool(tried))
    program.settle()  # a failure would be raised here
    assert program.desktop.is_at_work
