"""Copies in Settings, and restoring one, step by step."""

from datetime import date
from typing import cast

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QWidget

from companion.application.backups import BackupService, CopyReport
from companion.application.copies import CopyKind, CopyPlace, Difference, KeptCopy
from companion.application.errors import Trouble, UserError
from companion.application.event_bus import EventBus
from companion.application.parts import PartKind
from companion.application.replacing import ReplaceService
from companion.application.restoring import RestoreService
from companion.application.vault_ports import Vault
from companion.presentation.backups import BackupPresenter
from companion.presentation.restoring import RestorePresenter
from companion.presentation.sentences import words_for
from companion.ui.platform.locale_dates import LocaleDates
from companion.ui.shell.trouble_window import TroubleWindow
from companion.ui.theme.theme import Theme
from companion.ui.widgets.backup_card import BackupCard
from companion.ui.widgets.page import Page
from companion.ui.widgets.restore_dialog import RestoreDialog
from tests.support.clock import FakeClock
from tests.support.copies import FakeCopyKeeper, FakeReplacer, a_comparison, a_copy
from tests.support.days import DaysVault, day_service
from tests.support.worker import FakeWorker
from tests.ui.gallery.scenes import scene

WIDTH, HEIGHT = 760, 420
STICK = "/media/robin/A memory stick with a rather long name/Copies of my notebook"
TODAY = date(2026, 11, 22)


class _Service:
    """A service of which everything is known."""

    def __init__(self, report: CopyReport, place: str) -> None:
        self.report, self.place = report, place


@scene("settings-copies", WIDTH, HEIGHT)
def copies(theme: Theme) -> QWidget:
    """One was made today; there is no passphrase."""
    return _page(theme, CopyReport(TODAY))


@scene("settings-copies-none", WIDTH, HEIGHT)
def none_yet(theme: Theme) -> QWidget:
    """Before anything was noted."""
    return _page(theme, CopyReport())


@scene("settings-copies-second-place", WIDTH, HEIGHT)
def second_place(theme: Theme) -> QWidget:
    """They are laid on a stick as well, behind a passphrase."""
    return _page(theme, CopyReport(TODAY, TODAY), STICK, is_protected=True)


@scene("settings-copies-gone", WIDTH, HEIGHT + 60)
def gone(theme: Theme) -> QWidget:
    """The stick is not there."""
    return _page(theme, CopyReport(TODAY, None, None, UserError(Trouble.FOLDER_UNREADABLE)), STICK)


@scene("settings-copies-small", 400, 480)
def small(theme: Theme) -> QWidget:
    """In a narrow window."""
    return _page(theme, CopyReport(TODAY, None, None, UserError(Trouble.DISK_FULL)), STICK)


@scene("settings-copies-locked", WIDTH, HEIGHT)
def locked(theme: Theme) -> QWidget:
    """While locked none is saved or restored."""
    return _page(theme, CopyReport(TODAY), is_protected=True, is_locked=True)


@scene("restore-list", 480, 520)
def listed(theme: Theme) -> QWidget:
    """Copies of days, one that is not whole, one from before a restore, one on the stick."""
    return _dialog(theme, _several())


@scene("restore-list-small", 576, 432)
def listed_small(theme: Theme) -> QWidget:
    """On a small screen."""
    return _dialog(theme, _several())


@scene("restore-none", 480, 300)
def nothing_to_restore(theme: Theme) -> QWidget:
    """There is none yet."""
    return _dialog(theme, FakeCopyKeeper())


@scene("restore-secret", 480, 360)
def secret(theme: Theme) -> QWidget:
    """The copy asks for its passphrase, and it was another one."""
    keeper, worker = _several(), FakeWorker()
    dialog = _dialog(theme, keeper, worker)
    keeper.look_trouble = UserError(Trouble.COPY_PROTECTED)
    dialog.look.click()
    worker.work()
    keeper.look_trouble = UserError(Trouble.COPY_SECRET_WRONG)
    dialog.secret.field.setText("another one")
    dialog.open_copy.click()
    worker.work()
    return dialog


@scene("restore-preview", 480, 520)
def preview(theme: Theme) -> QWidget:
    """What restoring would change."""
    return _looked_at(theme)


@scene("restore-preview-small", 576, 432)
def preview_small(theme: Theme) -> QWidget:
    """On a small screen."""
    return _looked_at(theme)


@scene("restore-preview-mirrored", 480, 520)
def preview_mirrored(theme: Theme) -> QWidget:
    """From right to left."""
    dialog = _looked_at(theme)
    dialog.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    return dialog


@scene("restore-done", 480, 300)
def done(theme: Theme) -> QWidget:
    """It is done, and there is a way back."""
    worker = FakeWorker()
    dialog = _looked_at(theme, worker)
    dialog.restore.click()
    worker.work()
    return dialog


@scene("mending-trouble", 560, 460)
def cannot_be_opened(theme: Theme) -> QWidget:
    """The notebook cannot be opened, and a copy can take its place."""
    path = "/home/robin/.local/share/companion/companion.db"
    trouble = UserError(Trouble.STORE_DAMAGED, data_is_safe=False, path=path)
    return TroubleWindow(theme, words_for(trouble), lambda: _mending(FakeWorker()))


@scene("mending-preview", 480, 360)
def mending_preview(theme: Theme) -> QWidget:
    """What a copy holds, where there is nothing to compare it with."""
    return _mended(theme, FakeWorker())


@scene("mending-done", 480, 320)
def mending_done(theme: Theme) -> QWidget:
    """The copy is in place, and what was there is kept."""
    dialog = _mended(theme, worker := FakeWorker())
    dialog.restore.click()
    worker.work()
    return dialog


def _mended(theme: Theme, worker: FakeWorker) -> RestoreDialog:
    dialog = RestoreDialog(_mending(worker), theme)
    worker.work()
    dialog.look.click()
    worker.work()
    return dialog


def _mending(worker: FakeWorker) -> RestorePresenter:
    service = ReplaceService(FakeReplacer(), lambda: TODAY, worker)
    return RestorePresenter(service, "", LocaleDates(QLocale("en_GB")))


def _several() -> FakeCopyKeeper:
    keeper = FakeCopyKeeper(TODAY)
    keeper.kept[""] = [
        a_copy(TODAY, 1240),
        a_copy(date(2026, 11, 20), 1230),
        a_copy(date(2026, 11, 15), trouble=Trouble.COPY_DAMAGED),
        a_copy(date(2026, 10, 31), 1101, is_protected=True, is_earlier=True),
        a_copy(date(2026, 11, 10), 1180, CopyKind.BEFORE_RESTORE),
        KeptCopy("/x/before-upgrade-1.db", CopyKind.BEFORE_UPGRADE, CopyPlace.HERE, None, a_copy().contents, True),
    ]
    return keeper


def _looked_at(theme: Theme, worker: FakeWorker | None = None) -> RestoreDialog:
    worker, keeper = worker or FakeWorker(), _several()
    keeper.kept[""] = keeper.kept[""][1:]  # without today's, so that one of two days ago is looked at
    keeper.comparison = a_comparison(
        Difference(PartKind.CHECK_IN, 10, 2, 3, (date(2026, 11, 21), TODAY), (date(2026, 11, 2), date(2026, 11, 2))),
        Difference(PartKind.REFLECTION, only_here=1, days_here=(TODAY, TODAY)),
        Difference(PartKind.REMINDER, only_there=1),
        loses_protection=True,
    )
    dialog = _dialog(theme, keeper, worker)
    dialog.look.click()
    worker.work()
    return dialog


def _dialog(theme: Theme, keeper: FakeCopyKeeper, worker: FakeWorker | None = None) -> RestoreDialog:
    worker = worker or FakeWorker()
    service = RestoreService(keeper, day_service(FakeClock()), worker, EventBus())
    dialog = RestoreDialog(RestorePresenter(service, "", LocaleDates(QLocale("en_GB"))), theme)
    worker.work()
    return dialog


def _page(
    theme: Theme, report: CopyReport, place: str = "", *, is_protected: bool = False, is_locked: bool = False
) -> Page:
    vault = DaysVault()
    vault.is_locked = is_locked
    service = cast(BackupService, _Service(report, place))
    words = LocaleDates(QLocale("en_GB"))
    presenter = BackupPresenter(service, cast(Vault, vault), lambda: is_protected, words, EventBus())
    page = Page(theme, 720)
    page.add(BackupCard(presenter, lambda: cast(RestorePresenter, None), theme))
    page.finish()
    return page
