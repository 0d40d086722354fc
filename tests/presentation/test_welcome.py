"""The first start in words: the safety sentences, the picture's zones, and one gentle reminder."""

from pathlib import Path

import pytest

from companion.domain.zone import Zone
from companion.presentation.welcome import Step, WelcomePresenter, step_words, zone_in_picture
from tests.support.date_words import PlainDateWords
from tests.support.reminding import Desk, at


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def test_the_first_screen_says_what_it_is_not_and_for_whom() -> None:
    said = " ".join(part.text for part in step_words(Step.ABOUT, is_protected=False).parts)
    for needed in ("not a medical device", "not been tested in a study", "talk to a person", "younger than 18"):
        assert needed in said


def test_each_screen_says_which_of_how_many_it_is() -> None:
    said = [step_words(step, is_protected=False).progress for step in Step]
    assert said == ["1 of 4", "2 of 4", "3 of 4", "4 of 4"]


@pytest.mark.parametrize(
    ("points", "zone"), [(0, Zone.BELOW), (30, Zone.INSIDE), (70, Zone.INSIDE), (71, Zone.ABOVE)]
)
def test_the_picture_has_the_window_that_everybody_begins_with(points: int, zone: Zone) -> None:
    assert zone_in_picture(points) is zone


def test_where_there_are_reminders_already_none_is_offered(desk: Desk) -> None:
    presenter = WelcomePresenter(desk.reminders, PlainDateWords())
    assert not presenter.gentle().note
    desk.reminders.add(at("09:00"))
    assert presenter.gentle().note.startswith("You have reminders already")


def test_while_locked_it_says_why_no_reminder_can_be_added(desk: Desk) -> None:
    presenter = WelcomePresenter(desk.reminders, PlainDateWords())
    desk.vault.lock()
    assert presenter.remind(True)
    assert presenter.gentle().note
