"""Dates that are typed have their whole year, in any locale."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QDate, QLocale, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDateEdit
from pytestqt.qtbot import QtBot

from companion.ui.widgets.full_year import show_full_year


@pytest.fixture(autouse=True)
def _the_locale_as_it_was() -> Iterator[None]:
    before = QLocale()
    yield
    QLocale.setDefault(before)


def an_edit(qtbot: QtBot, locale: str) -> QDateEdit:
    QLocale.setDefault(QLocale(locale))
    made = QDateEdit(QDate(2026, 11, 22))
    qtbot.addWidget(made)
    show_full_year(made)
    return made


@pytest.mark.parametrize(
    ("locale", "written"),
    [("en_US", "11/22/2026"), ("de_DE", "22.11.2026"), ("en_GB", "22/11/2026"), ("sv_SE", "2026-11-22")],
)
def test_the_year_is_whole_and_the_order_the_locales(qtbot: QtBot, locale: str, written: str) -> None:
    assert an_edit(qtbot, locale).text() == written


def test_a_year_of_the_last_century_can_be_typed(qtbot: QtBot) -> None:
    edit = an_edit(qtbot, "en_US")
    edit.setSelectedSection(QDateEdit.Section.YearSection)
    QTest.keyClicks(edit, "1999")
    QTest.keyClick(edit, Qt.Key.Key_Return)
    assert edit.date() == QDate(1999, 11, 22)
