"""Naming people and places: what the form keeps, what the list says, and what was just removed."""

from datetime import date

import pytest

from companion.domain.support import SupportKind
from companion.presentation.people import PeoplePresenter, Written
from tests.support.people import PeopleDesk

LINE = Written(SupportKind.SERVICE, "Line", "0", is_checked=True)


@pytest.fixture
def desk() -> PeopleDesk:
    return PeopleDesk()


@pytest.fixture
def presenter(desk: PeopleDesk) -> PeoplePresenter:
    return PeoplePresenter(desk.people, date.isoformat)


def key_of(desk: PeopleDesk, name: str) -> str:
    return next(contact.id for contact in desk.people.all() if contact.name == name)


def test_what_was_written_stands_in_the_form_again(desk: PeopleDesk, presenter: PeoplePresenter) -> None:
    written = Written(SupportKind.PLACE, "The library", "corner", "Coming?", True, False, True)
    assert presenter.keep("", written) == ""
    assert presenter.stands(key_of(desk, "The library")) == written


def test_without_a_name_nothing_is_kept_and_a_calm_line_says_so(desk: PeopleDesk, presenter: PeoplePresenter) -> None:
    assert presenter.keep("", Written()) != ""
    assert desk.people.all() == []


def test_the_list_says_how_to_reach_them_and_what_they_are_shown_for(
    desk: PeopleDesk, presenter: PeoplePresenter
) -> None:
    presenter.keep("", Written(name="Noor", reach="030 1", is_near=True, when_locked=True))
    presenter.keep("", LINE)
    (people, (noor,)), (services, (line,)) = presenter.state().groups
    assert (people, noor.line) == ("People I can ask", "030 1 · helps by being near · also while locked")
    assert (services, line.line) == ("Professionals and lines", f"0 · Checked {desk.people.today()}")


def test_the_day_of_the_tick_stays_until_the_number_is_another(desk: PeopleDesk, presenter: PeoplePresenter) -> None:
    presenter.keep("", LINE)
    key, first = key_of(desk, "Line"), desk.people.today()
    desk.clock.pass_time(days=100)
    presenter.keep(key, LINE._replace(message="Hello"))
    assert desk.people.all()[0].checked_on == first
    presenter.keep(key, LINE._replace(reach="1"))
    assert desk.people.all()[0].checked_on == desk.people.today()


def test_after_a_year_the_tick_is_open_again_and_the_old_day_stays_until_it_is_set(
    desk: PeopleDesk, presenter: PeoplePresenter
) -> None:
    presenter.keep("", LINE)
    key, first = key_of(desk, "Line"), desk.people.today()
    desk.clock.pass_time(days=366)
    assert not presenter.stands(key).is_checked
    presenter.keep(key, presenter.stands(key))
    assert desk.people.all()[0].checked_on == first
    presenter.keep(key, LINE)
    assert desk.people.all()[0].checked_on == desk.people.today()


def test_taking_the_tick_off_takes_the_day_away(desk: PeopleDesk, presenter: PeoplePresenter) -> None:
    presenter.keep("", LINE)
    presenter.keep(key_of(desk, "Line"), LINE._replace(is_checked=False))
    assert desk.people.all()[0].checked_on is None


def test_the_one_removed_last_can_be_put_back_until_the_page_is_left(
    desk: PeopleDesk, presenter: PeoplePresenter
) -> None:
    presenter.keep("", Written(name="Noor"))
    presenter.remove(key_of(desk, "Noor"))
    assert (desk.people.all(), presenter.state().undo_words) == ([], "Put Noor back")
    presenter.undo()
    assert [contact.name for contact in desk.people.all()] == ["Noor"]
    presenter.remove(key_of(desk, "Noor"))
    presenter.forget_removed()
    presenter.undo()
    assert (desk.people.all(), presenter.state().undo_words) == ([], "")


def test_one_that_was_removed_meanwhile_is_written_anew(desk: PeopleDesk, presenter: PeoplePresenter) -> None:
    presenter.keep("", Written(name="Noor"))
    key = key_of(desk, "Noor")
    presenter.remove(key)
    assert presenter.keep(key, Written(name="Ada")) == ""
    assert [contact.name for contact in desk.people.all()] == ["Ada"]


def test_while_locked_there_is_no_list_and_keeping_says_why(desk: PeopleDesk, presenter: PeoplePresenter) -> None:
    presenter.keep("", Written(name="Noor", when_locked=True))
    desk.is_locked = True
    assert presenter.state().groups == ()
    assert presenter.keep("", Written(name="Ada")) != ""
