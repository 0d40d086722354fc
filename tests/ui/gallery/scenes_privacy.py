"""Privacy, the passphrase and the lock screen, in their states."""

import atexit
import shutil
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from companion.application.protection import OlderCopies
from companion.presentation.locking import LockPresenter
from companion.presentation.privacy import Task, Typed, task_words
from companion.ui.shell.lock_screen import LockScreen
from companion.ui.theme.theme import Theme
from companion.ui.widgets.page import Page
from companion.ui.widgets.passphrase_dialog import PassphraseDialog
from companion.ui.widgets.privacy_card import PrivacyCard
from companion.ui.widgets.recovery_dialog import RecoveryDialog
from tests.support.passphrases import PASSPHRASE
from tests.support.shell_desk import ShellDesk
from tests.ui.gallery.scenes import scene

WIDTH, HEIGHT = 760, 640
DIALOG = (440, 560)
SMALL = (640, 480)
CODE = "7K2M-Q9TX-4DHW-0ZVA-R3PE-8JNC-5B1G"


@scene("lock", 1200, 800)
def lock(theme: Theme) -> QWidget:
    """After start or locking: one field, and what can be done without it."""
    return a_protected_desk(theme, is_locked=True).window()


@scene("lock-small", *SMALL)
def lock_small(theme: Theme) -> QWidget:
    """In a small window."""
    return a_protected_desk(theme, is_locked=True).window()


@scene("lock-rtl", 1200, 800)
def lock_mirrored(theme: Theme) -> QWidget:
    """From right to left."""
    window = a_protected_desk(theme, is_locked=True).window()
    window.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    return window


@scene("lock-wrong", 900, 700)
def lock_wrong(theme: Theme) -> QWidget:
    """After the third passphrase that does not open it: calm, and a short wait."""
    desk = a_protected_desk(theme, is_locked=True)
    screen = _lock_screen(desk)
    for _time in range(3):
        screen.secret.field.setText("not this one")
        screen.unlock.click()
        desk.worker.work()
    return screen


@scene("lock-code", 900, 700)
def lock_with_code(theme: Theme) -> QWidget:
    """Asking for the recovery code."""
    screen = _lock_screen(a_protected_desk(theme, is_locked=True))
    screen.other_way.click()
    screen.secret.show_typed(True)
    screen.secret.field.setText("7k2m q9tx")
    return screen


@scene("lock-written-anew", 900, 700)
def being_written_anew(theme: Theme) -> QWidget:
    """While a passphrase is set."""
    desk = _desk(theme)
    desk.security.protect(PASSPHRASE, OlderCopies.REENCRYPT, lambda _outcome: None)
    desk.worker.work()
    return _lock_screen(desk)


@scene("lock-today", 1200, 800)
def todays_check_in(theme: Theme) -> QWidget:
    """A check-in while locked, and the way to unlocking."""
    window = a_protected_desk(theme, is_locked=True).window()
    window.side_bar.buttons[next(iter(window.side_bar.buttons))].click()
    return window


@scene("privacy-open", WIDTH, HEIGHT)
def without_a_passphrase(theme: Theme) -> QWidget:
    """Without a passphrase."""
    return _card(_desk(theme))


@scene("privacy-protected", WIDTH, HEIGHT + 80)
def with_a_passphrase(theme: Theme) -> QWidget:
    """With one."""
    return _card(a_protected_desk(theme))


@scene("privacy-locked", WIDTH, HEIGHT + 80)
def while_locked(theme: Theme) -> QWidget:
    """While locked nothing of it can be changed."""
    return _card(a_protected_desk(theme, is_locked=True))


@scene("privacy-small", 520, 480)
def in_a_narrow_window(theme: Theme) -> QWidget:
    """In a narrow window."""
    return _card(a_protected_desk(theme))


@scene("passphrase-set", *DIALOG)
def set_a_passphrase(theme: Theme) -> QWidget:
    """Setting the first one: how long it would hold, and what becomes of older copies."""
    dialog = _dialog(theme, Task.SET)
    dialog.new.field.setText(PASSPHRASE)
    dialog.new.edited.emit()
    return dialog


@scene("passphrase-not-the-same", *DIALOG)
def not_the_same(theme: Theme) -> QWidget:
    """The two that were typed differ."""
    dialog = _dialog(theme, Task.SET)
    dialog.new.field.setText("river")
    dialog.again.field.setText("rover")
    dialog.new.edited.emit()
    dialog.new.sight.click()
    dialog.submit()
    return dialog


@scene("passphrase-change", *DIALOG)
def change(theme: Theme) -> QWidget:
    """Changing it."""
    return _dialog(theme, Task.CHANGE)


@scene("passphrase-remove", *DIALOG)
def remove(theme: Theme) -> QWidget:
    """Doing without it, by the recovery code."""
    dialog = _dialog(theme, Task.REMOVE)
    dialog.other_way.click()
    return dialog


@scene("passphrase-new-code", *DIALOG)
def new_code(theme: Theme) -> QWidget:
    """Before a new recovery code."""
    return _dialog(theme, Task.NEW_CODE)


@scene("recovery-code", *DIALOG)
def recovery_code(theme: Theme) -> QWidget:
    """The recovery code, this once."""
    return RecoveryDialog(CODE, theme)


@scene("recovery-code-kept", *DIALOG)
def recovery_code_kept(theme: Theme) -> QWidget:
    """After it was kept."""
    dialog = RecoveryDialog(CODE, theme)
    dialog.kept.click()
    return dialog


@scene("recovery-code-rtl", *DIALOG)
def recovery_code_mirrored(theme: Theme) -> QWidget:
    """From right to left; the code itself is not turned round."""
    dialog = RecoveryDialog(CODE, theme)
    dialog.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    return dialog


@cache
def _place() -> Path:
    made = Path(mkdtemp(prefix="companion-gallery-"))
    atexit.register(shutil.rmtree, made, ignore_errors=True)
    return made


def _desk(theme: Theme) -> ShellDesk:
    return ShellDesk(Path(mkdtemp(dir=_place())), theme)


def a_protected_desk(theme: Theme, *, is_locked: bool = False) -> ShellDesk:
    """One with a passphrase."""
    desk = _desk(theme)
    desk.protect()
    if is_locked:
        desk.security.lock()
    return desk


def _lock_screen(desk: ShellDesk) -> LockScreen:
    screen = LockScreen(LockPresenter(desk.security), desk.theme)
    screen.setObjectName("page")
    return screen


def _card(desk: ShellDesk) -> Page:
    page = Page(desk.theme, 720)
    page.add(PrivacyCard(desk.privacy_presenter(), desk.theme))
    page.finish()
    return page


def _dialog(theme: Theme, task: Task) -> PassphraseDialog:
    presenter = _desk(theme).privacy_presenter()
    made: PassphraseDialog

    def wanted(typed: Typed) -> None:
        presenter.begin(task, typed, lambda outcome: made.refuse(outcome.line))

    made = PassphraseDialog(task_words(task), presenter.strength, wanted, theme)
    return made
