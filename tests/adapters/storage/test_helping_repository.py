"""Answers whether the notebook helps, and the day from which on they are counted."""

from datetime import date
from pathlib import Path

from companion.domain.is_helping import Helping, HelpingAnswer
from tests.support.builders import a_check_in, a_moment
from tests.support.store import a_vault


def test_answers_come_back_oldest_first_and_one_can_be_taken_back(tmp_path: Path) -> None:
    vault = a_vault(tmp_path)
    answers = [HelpingAnswer(str(number), a_moment(number), answer) for number, answer in enumerate(Helping)]
    with vault.writing() as store:
        for answer in answers:
            store.helping.add(answer)
        store.helping.remove("0")
        assert store.helping.all() == answers[:0:-1]
    vault.close()


def test_the_first_day_is_that_of_what_was_noted_here_and_not_imported(tmp_path: Path) -> None:
    vault = a_vault(tmp_path)
    importing = vault.importing("csv")
    importing.add([("key", a_check_in(hours_ago=24 * 300))])
    importing.complete()
    with vault.reading() as store:
        assert store.helping.first_day() is None
    with vault.writing() as store:
        store.check_ins.add(a_check_in(hours_ago=48))
        assert store.helping.first_day() == date(2026, 11, 20)
    vault.close()
