"""Numbers that were checked long ago: said in one sentence, without a name, and not more than once a day."""

from datetime import date

from companion.domain.support import SupportKind
from companion.presentation.numbers_to_check import NumbersPresenter
from tests.support.people import PeopleDesk

LONG_AGO = date(2025, 1, 5)


def desk_with(*checked_on: date | None) -> PeopleDesk:
    desk = PeopleDesk()
    for number, day in enumerate(checked_on):
        desk.people.add(SupportKind.SERVICE, f"Line {number}", f"030 {number}", checked_on=day)
    return desk


def test_it_says_how_many_and_never_whose() -> None:
    presenter = NumbersPresenter(desk_with(LONG_AGO, LONG_AGO).people)
    assert presenter.state().startswith("2 numbers on your Support page")
    assert "Line" not in presenter.state()


def test_of_what_was_checked_lately_or_never_nothing_is_said() -> None:
    desk = desk_with(None)
    desk.people.add(SupportKind.SERVICE, "Line", "030", checked_on=desk.people.today())
    assert NumbersPresenter(desk.people).state() == ""


def test_put_away_it_rests_until_the_next_day() -> None:
    desk = desk_with(LONG_AGO)
    presenter = NumbersPresenter(desk.people)
    presenter.put_away()
    before = presenter.state()
    desk.clock.pass_time(days=1)
    assert (before, presenter.state()[:8]) == ("", "A number")


def test_while_locked_nothing_is_said() -> None:
    desk = desk_with(LONG_AGO)
    desk.is_locked = True
    assert NumbersPresenter(desk.people).state() == ""
