"""Who writes much takes the log into the store between transactions, and no commit does it."""

from pathlib import Path

from companion.adapters.storage.own_log import TRANSACTIONS_AT_ONCE, keeping_own_log
from tests.support.builders import a_check_in
from tests.support.store import a_vault


def log_size(folder: Path) -> int:
    return (folder / "store" / "companion.db-wal").stat().st_size


def test_the_log_of_many_transactions_stays_as_small_as_that_of_a_few(tmp_path: Path) -> None:
    vault = a_vault(tmp_path)
    with keeping_own_log(vault.opened().connection) as tend:
        sizes = []
        for number in range(6 * TRANSACTIONS_AT_ONCE):
            with vault.writing() as store:
                store.check_ins.add(a_check_in(number))
            tend()
            sizes.append(log_size(tmp_path))
    assert sizes[-1] <= 2 * sizes[TRANSACTIONS_AT_ONCE - 1]
    vault.close()


def test_afterwards_and_after_trouble_commits_tend_it_as_before(tmp_path: Path) -> None:
    vault = a_vault(tmp_path)
    connection = vault.opened().connection
    before = connection.execute("PRAGMA wal_autocheckpoint").fetchone()
    with keeping_own_log(connection):
        assert connection.execute("PRAGMA wal_autocheckpoint").fetchone() == (0,)
    assert connection.execute("PRAGMA wal_autocheckpoint").fetchone() == before
    vault.close()
