"""The top of the journal keeps its place."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from companion.ui.theme.theme import Theme
from companion.ui.widgets.journal_head import JournalHead


@pytest.fixture
def _american() -> Iterator[None]:
    before = QLocale()
    QLocale.setDefault(QLocale("en_US"))
    yield
    QLocale.setDefault(before)


def test_nothing_below_moves_when_the_sentence_goes_while_somebody_searches(theme: Theme, qtbot: QtBot) -> None:
    head = JournalHead()
    qtbot.addWidget(head)
    head.resize(460, 10)
    head.show_narrow(True, is_low=False)
    head.show_state("446 check-ins since 28 Mar 2020", may_add=True, may_go=True)
    head.show()
    before = head.sizeHint()
    head.show_state("", may_add=True, may_go=True)
    QApplication.sendPostedEvents()
    assert head.sizeHint().height() == before.height()


@pytest.mark.usefixtures("_american")
def test_the_year_of_the_day_is_whole(qtbot: QtBot) -> None:
    head = JournalHead()
    qtbot.addWidget(head)
    assert "yyyy" in head.day.displayFormat()
