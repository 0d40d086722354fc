"""The passphrase: setting it, changing it, doing without it; locking and unlocking."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, TypeVar, cast

from companion.application.errors import Trouble, UserError
from companion.application.events import VaultLocked, VaultLocking, VaultUnlocked
from companion.application.protection import OlderCopies, Rewritten
from companion.domain.secrets import Secret, typed_passphrase, typed_recovery_code

if TYPE_CHECKING:
    from companion.application.event_bus import EventBus
    from companion.application.ports import Clock, TaskRunner
    from companion.application.vault_ports import HeldKey, KeyKeeper, LockableVault
    from companion.domain.passphrase import Strength

T = TypeVar("T")
Told = Callable[[UserError | None], None]
RewrittenOrNot = Callable[[Rewritten | UserError], None]

FREE_TRIES = 3
LONGEST_WAIT = timedelta(seconds=30)
_WRONG = (Trouble.PASSPHRASE_WRONG, Trouble.RECOVERY_CODE_WRONG)


def wait_after(wrong_tries: int) -> timedelta:
    """How long to wait after that many wrong tries in a row: not at all for two, then 1, 2, 4… up to 30 seconds."""
    if wrong_tries < FREE_TRIES:
        return timedelta(0)
    return min(timedelta(seconds=2 ** min(wrong_tries - FREE_TRIES, 10)), LONGEST_WAIT)


class SecurityService:
    """One for each program, on the GUI thread; what takes long is done on the worker.

    `done` is called on the GUI thread, once: with None, or with what came about; with a UserError to show if it did
    not: PASSPHRASE_WRONG, RECOVERY_CODE_WRONG, WAIT_BEFORE_TRYING, OPEN_ELSEWHERE, DISK_FULL, STORE_BUSY while
    something else of this kind is under way, and whatever opening a store can raise. Text that is no passphrase or
    recovery code at all raises DomainError at once.
    """

    def __init__(
        self, vault: LockableVault, keeper: KeyKeeper, clock: Clock, tasks: TaskRunner, bus: EventBus
    ) -> None:
        self._vault = vault
        self._keeper = keeper
        self._clock = clock
        self._tasks = tasks
        self._bus = bus
        self._is_busy = False
        self._is_rewriting = False
        self._wrong_tries = 0
        self._last_wrong: datetime | None = None

    @property
    def is_protected(self) -> bool:
        """True if there is a passphrase. Opens nothing."""
        return self._keeper.is_protected()

    @property
    def is_locked(self) -> bool:
        """True while nothing can be read."""
        return self._vault.is_locked

    @property
    def is_busy(self) -> bool:
        """True while a secret is tried or the store is written anew."""
        return self._is_busy

    @property
    def is_rewriting(self) -> bool:
        """True while the store is written anew: it is locked, and nothing that is typed could unlock it."""
        return self._is_rewriting

    def strength(self, typed: str) -> Strength:
        """An honest estimate of how long a passphrase would hold."""
        from companion.domain.passphrase import strength_of

        return strength_of(typed)

    def wait(self) -> timedelta:
        """How long until another try is taken: nothing at first, and never more than half a minute."""
        if self._last_wrong is None:
            return timedelta(0)
        wait, passed = wait_after(self._wrong_tries), self._clock.now().utc - self._last_wrong
        return min(max(wait - passed, timedelta(0)), wait)

    def lock(self) -> bool:
        """Locks, and says True; False, and nothing happens, without a passphrase or while it is locked already.

        First `VaultLocking` is published with the store still open, so that what was half typed can be kept. Then the
        store is closed, and only then `VaultLocked` tells everyone to let go of what they show: whatever a listener
        does, nothing can be read any more.
        """
        if self._vault.is_locked or not self.is_protected:
            return False
        self._close()
        return True

    def unlock(self, typed: str, done: Told) -> None:
        """Unlocks with the passphrase and brings in what was noted meanwhile; `VaultUnlocked` comes before `done`."""
        self._unlock(typed_passphrase(typed), done)

    def unlock_with_code(self, typed: str, done: Told) -> None:
        """The same with the recovery code."""
        self._unlock(typed_recovery_code(typed), done)

    def protect(self, typed: str, older: OlderCopies, done: RewrittenOrNot) -> None:
        """Sets the first passphrase: the store is written anew under a new key, which takes seconds if it is large.

        Meanwhile it is locked, and check-ins go to the spool. Afterwards it is open, whatever came of it.
        """
        secret = typed_passphrase(typed)
        self._begin(
            self._keeper.take_open, lambda key: self._rewrite(key, lambda: key.protect(secret, older), done), done
        )

    def unprotect(self, current: Secret, older: OlderCopies, done: RewrittenOrNot) -> None:
        """Does without a passphrase from now on; the store is written anew under a key that lies beside it."""
        self._try(current, lambda key: self._rewrite(key, lambda: key.unprotect(older), done), done)

    def change_passphrase(self, current: Secret, typed: str, done: Told) -> None:
        """From now on another passphrase opens the store, and the one before does not. The recovery code stays.

        `current` is the passphrase before, or the recovery code for somebody who forgot it.
        """
        new = typed_passphrase(typed)

        def finish(changed: HeldKey) -> None:
            self._go_on_with(changed)
            done(None)

        self._try(current, lambda key: self._run(lambda: key.change_passphrase(new), finish, done), done)

    def new_recovery_code(self, current: Secret, done: RewrittenOrNot) -> None:
        """Makes another recovery code; the one before opens nothing any more."""

        def finish(made: tuple[HeldKey, str]) -> None:
            self._go_on_with(made[0])
            done(Rewritten(made[1]))

        self._try(current, lambda key: self._run(key.new_recovery_code, finish, done), done)

    def _unlock(self, secret: Secret, done: Told) -> None:
        def finish(key: HeldKey) -> None:
            try:
                key.unlock()
            except UserError as error:
                done(error)
                return
            self._bus.publish(VaultUnlocked())
            self._tasks.run(key.finish_copies)
            done(None)

        self._try(secret, finish, done)

    def _rewrite(self, key: HeldKey, rewrite: Callable[[], tuple[HeldKey, Rewritten]], done: RewrittenOrNot) -> None:
        """Closes the store, has it written anew, and opens it again, with the key before if nothing came of it."""

        def finish(made: tuple[HeldKey, Rewritten]) -> None:
            self._is_rewriting = False
            self._open_again(made[0])
            done(made[1])  # whatever became of opening: the recovery code is shown this once

        def give_up(error: UserError) -> None:
            self._is_rewriting = False
            self._open_again(key)
            done(error)

        self._is_rewriting = True
        try:
            if not self._vault.is_locked:
                self._close()
        finally:  # a listener's bug must not leave it closed, with no passphrase to open it
            self._run(rewrite, finish, give_up)

    def _close(self) -> None:
        try:
            self._bus.publish(VaultLocking())
        finally:
            self._vault.lock()
            self._bus.publish(VaultLocked())

    def _open_again(self, key: HeldKey) -> None:
        """Where that is impossible it stays locked, and unlocking says why."""
        with suppress(UserError):
            key.unlock()
            self._bus.publish(VaultUnlocked())

    def _go_on_with(self, key: HeldKey) -> None:
        if not self._vault.is_locked:
            key.unlock()

    def _try(self, secret: Secret, then: Callable[[HeldKey], None], fail: Callable[[UserError], None]) -> None:
        wait = self.wait()
        if wait:
            fail(UserError(Trouble.WAIT_BEFORE_TRYING, wait=wait))
            return

        def right(key: HeldKey) -> None:
            self._wrong_tries, self._last_wrong = 0, None
            then(key)

        def wrong(error: UserError) -> None:
            if error.trouble in _WRONG:
                self._wrong_tries += 1
                self._last_wrong = self._clock.now().utc
            fail(error)

        self._begin(lambda: self._keeper.take(secret), right, wrong)

    def _begin(
        self, take: Callable[[], HeldKey], then: Callable[[HeldKey], None], fail: Callable[[UserError], None]
    ) -> None:
        if self._is_busy:
            fail(UserError(Trouble.STORE_BUSY))
            return
        self._run(take, then, fail)

    def _run(self, work: Callable[[], T], then: Callable[[T], None], fail: Callable[[UserError], None]) -> None:
        """Does `work` on the worker. A bug in it is told as trouble with the store, and raised all the same."""

        def caught() -> Callable[[], None]:
            try:
                result = work()
            except UserError as error:
                trouble = error
                return lambda: fail(trouble)
            except Exception as failure:
                bug = failure
                return lambda: _fail_and_raise(fail, bug)
            return lambda: then(result)

        def finished(go_on: object) -> None:
            self._is_busy = False
            cast(Callable[[], None], go_on)()

        self._is_busy = True
        self._tasks.run(caught, finished)


def _fail_and_raise(fail: Callable[[UserError], None], bug: Exception) -> None:
    fail(UserError(Trouble.STORE_FAILED))
    raise bug
