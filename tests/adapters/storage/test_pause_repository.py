"""The pause: one at most."""

from pathlib import Path

from companion.domain.pause import UNTIL_I_SAY, Pause, PauseKind
from tests.support.builders import a_moment
from tests.support.store import a_vault


def test_the_pause_set_last_is_the_pause(tmp_path: Path) -> None:
    vault = a_vault(tmp_path)
    with vault.writing() as store:
        assert store.pauses.current() is None
        for hours in (3, 2):
            store.pauses.set(Pause(a_moment(hours), a_moment(-hours)))
        assert store.pauses.current() == Pause(a_moment(2), a_moment(-2))


def test_an_ended_pause_is_none(tmp_path: Path) -> None:
    vault = a_vault(tmp_path)
    with vault.writing() as store:
        store.pauses.set(Pause(a_moment(1), a_moment(-1)))
        store.pauses.set(None)
        assert store.pauses.current() is None


def test_not_today_and_until_i_say_come_back_as_they_were(tmp_path: Path) -> None:
    vault = a_vault(tmp_path)
    for pause in (Pause(a_moment(1), a_moment(-1), PauseKind.NOT_TODAY), Pause(a_moment(1), UNTIL_I_SAY)):
        with vault.writing() as store:
            store.pauses.set(pause)
            assert store.pauses.current() == pause
