"""What was read lately: each note once with its last day, the last thirty, and still there in a new start."""

from datetime import date, timedelta
from pathlib import Path

from tests.support.store import a_vault

DAY = date(2026, 11, 22)


def test_each_note_is_there_with_the_day_it_was_last_read(tmp_path: Path) -> None:
    vault = a_vault(tmp_path)
    with vault.writing() as store:
        assert store.readings.all() == {}
        store.readings.add("ours/one", DAY)
        store.readings.add("notes/über mich", DAY)
        store.readings.add("ours/one", DAY + timedelta(days=1))
    vault.close()
    again = a_vault(tmp_path)
    with again.reading() as store:
        read = store.readings.all()
    assert list(read.items()) == [("notes/über mich", DAY), ("ours/one", DAY + timedelta(days=1))]
    again.close()


def test_of_more_than_thirty_the_oldest_is_forgotten(tmp_path: Path) -> None:
    vault = a_vault(tmp_path)
    with vault.writing() as store:
        for number in range(31):
            store.readings.add(f"ours/{number}", DAY)
        assert list(store.readings.all()) == [f"ours/{number}" for number in range(1, 31)]
    vault.close()
