"""How this computer is set up, as Settings shows it."""

from datetime import timedelta

import pytest

from companion.application.desktop_abilities import Ability
from companion.domain.desktop import Desktop
from companion.presentation.desktop_check import DesktopCheckPresenter, Told, trial_invitation
from tests.support.desktop_setup import ALL_THERE, LITTLE_THERE, FakeAutostart, FakeProbe
from tests.support.desktop_state import FakeDesktopState
from tests.support.worker import FakeWorker


class Desk:
    """A presenter and everything around it; `changes` counts how often there was something new."""

    def __init__(self) -> None:
        self.desktop = FakeDesktopState()
        self.probe = FakeProbe(ALL_THERE)
        self.autostart = FakeAutostart()
        self.worker = FakeWorker()
        self.presenter = DesktopCheckPresenter(self.desktop, self.probe, self.autostart, self.worker)
        self.changes = 0
        self.presenter.attach(self._count)

    def look(self) -> None:
        self.presenter.look()
        self.worker.work()

    def _count(self) -> None:
        self.changes += 1


@pytest.fixture
def desk() -> Desk:
    return Desk()


def test_nothing_is_looked_at_by_itself(desk: Desk) -> None:
    assert desk.presenter.state().rows == ()
    assert (desk.desktop.looks, desk.probe.said) == (0, [])


def test_looking_asks_the_desktop_and_then_on_the_worker_what_it_can_do(desk: Desk) -> None:
    says = Desktop(idle_for=timedelta(seconds=3))
    desk.desktop.says = says
    desk.presenter.look()
    assert desk.presenter.state().rows == ()
    desk.worker.work()
    assert desk.probe.said == [says]
    assert [row.words.ability for row in desk.presenter.state().rows] == list(Ability)
    assert desk.changes == 1


def test_what_is_missing_is_counted_and_has_no_test(desk: Desk) -> None:
    desk.probe.found = LITTLE_THERE
    desk.look()
    state = desk.presenter.state()
    assert state.summary.startswith("6 things are not there")
    assert {row.words.ability for row in state.rows if row.test} == {Ability.IDLE}


def test_where_everything_is_there_that_is_said(desk: Desk) -> None:
    desk.look()
    assert "everything" in desk.presenter.state().summary


@pytest.mark.parametrize("ability", [ability for ability in Ability if ability is not Ability.BUTTONS])
def test_what_a_test_tells_stands_on_its_row_until_it_tells_something_else(desk: Desk, ability: Ability) -> None:
    desk.look()
    told = []
    for each in Told:
        desk.presenter.tell(ability, each)
        (news,) = (row.news for row in desk.presenter.state().rows if row.words.ability is ability)
        assert news.endswith(".")
        told.append(news)
    assert len(set(told)) == len(Told)
    assert [row.news for row in desk.presenter.state().rows].count("") == len(Ability) - 1


def test_starting_with_the_log_in_is_switched_at_once(desk: Desk) -> None:
    desk.presenter.start_at_login(True)
    assert desk.presenter.state().starts_at_login is True
    desk.presenter.start_at_login(False)
    assert desk.presenter.state().starts_at_login is False


def test_what_could_not_be_switched_is_said_in_one_line_and_stays(desk: Desk) -> None:
    desk.autostart.is_refusing = True
    desk.presenter.start_at_login(True)
    state = desk.presenter.state()
    assert state.starts_at_login is False
    assert "companion.desktop" in state.trouble
    desk.autostart.is_refusing = False
    desk.presenter.start_at_login(True)
    assert desk.presenter.state().trouble == ""


def test_the_test_notification_asks_nothing_and_has_a_button(desk: Desk) -> None:
    invitation = trial_invitation()
    assert len(invitation.actions) == 2
    assert "?" not in invitation.text
