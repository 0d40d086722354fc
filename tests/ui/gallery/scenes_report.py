"""The dialog of the page for a session."""

import atexit
import shutil
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QWidget

from companion.bootstrap.report import page_file
from companion.domain.checkin import CheckIn
from companion.domain.life_event import LifeEvent
from companion.domain.reflection import Reflection
from companion.presentation.chart_pictures import FilePresenter
from companion.presentation.report_presenter import ReportPresenter
from companion.ui.platform.locale_dates import LocaleDates
from companion.ui.screens.report import ReportDialog
from companion.ui.theme.theme import Theme
from tests.support.reports import FOUR_WEEKS, ReportAtOnce, a_life_event, a_reflection, a_report_service, a_store
from tests.support.worker import FakeWorker
from tests.ui.gallery.scenes import scene
from tests.ui.gallery.scenes_chart import _year
from tests.ui.gallery.scenes_chart_aside import NoFiles

WIDTH, HEIGHT = 980, 860


@scene("report", WIDTH, HEIGHT)
def report(theme: Theme) -> QWidget:
    """With notes of which two were chosen."""
    dialog = _dialog(theme, *_year(), *_events(), a_reflection("A long walk along the canal, and one no.", 50))
    for row in list(dialog.notes.values())[:2]:
        row.switch.click()
    return dialog


@scene("report-small", 640, 480)
def small(theme: Theme) -> QWidget:
    """In a small window the page stands below the choices."""
    return _dialog(theme, *_year(), *_events())


@scene("report-little", WIDTH, HEIGHT)
def little(theme: Theme) -> QWidget:
    """Too little for any number, and no note."""
    return _dialog(theme, *(check_in for check_in in _year()[-6:] if not check_in.note))


@scene("report-full", WIDTH, HEIGHT)
def full(theme: Theme) -> QWidget:
    """More notes than the page has room for."""
    notes = [
        a_reflection(f"Number {number}. " + "A day with much in it, told at length. " * 9, number)
        for number in range(1, 9)
    ]
    dialog = _dialog(theme, *_year(), *_events(), *notes)
    for row in list(dialog.notes.values())[:8]:
        row.switch.click()
    return dialog


@scene("report-looking", 640, 480)
def looking(theme: Theme) -> QWidget:
    """While the page is put together."""
    presenter = ReportPresenter(ReportAtOnce(a_report_service(a_store(_folder("none"))), waits=True), _words())
    presenter.look(FOUR_WEEKS)
    return ReportDialog(presenter, FilePresenter(NoFiles(), FakeWorker()), page_file, theme)


def _dialog(theme: Theme, *noted: CheckIn | LifeEvent | Reflection) -> ReportDialog:
    store = a_store(_folder(str(len(noted))), *noted)
    presenter = ReportPresenter(ReportAtOnce(a_report_service(store)), _words())
    dialog = ReportDialog(presenter, FilePresenter(NoFiles(), FakeWorker()), page_file, theme)
    presenter.look(FOUR_WEEKS)
    store.close()
    return dialog


def _events() -> tuple[LifeEvent, ...]:
    return a_life_event("Began evening walks", 24 * 13), a_life_event("Exam week over", 24 * 4)


def _words() -> LocaleDates:
    return LocaleDates(QLocale("en_GB"))


@cache
def _place() -> Path:
    made = Path(mkdtemp(prefix="companion-gallery-report-"))
    atexit.register(shutil.rmtree, made, ignore_errors=True)
    return made


def _folder(name: str) -> Path:
    """A folder for one scene; what an earlier picture of it put there is the same."""
    folder = _place() / name
    shutil.rmtree(folder, ignore_errors=True)
    return folder
