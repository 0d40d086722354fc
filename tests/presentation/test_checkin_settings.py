"""The check-in in Settings: plain words, kind refusals, nothing of the person while locked."""

import pytest

from companion.application.errors import Trouble, UserError
from companion.domain.checkin_field import CheckInField
from companion.domain.tag import TagKind
from companion.domain.zone import Zone
from companion.presentation.checkin_settings import CheckInSettingsPresenter
from tests.support.check_in_desk import CheckInDesk


@pytest.fixture
def desk() -> CheckInDesk:
    return CheckInDesk()


@pytest.fixture
def presenter(desk: CheckInDesk) -> CheckInSettingsPresenter:
    return CheckInSettingsPresenter(desk.setup, desk.bus)


def test_every_question_can_be_switched_on_and_none_is_on_at_first(presenter: CheckInSettingsPresenter) -> None:
    questions = presenter.state().questions
    assert [question.field for question in questions] == list(CheckInField)
    assert not any(question.is_on for question in questions)


def test_body_cues_say_first_why_they_may_unsettle(presenter: CheckInSettingsPresenter) -> None:
    details = {question.field: question.detail for question in presenter.state().questions}
    assert "unsettle" in details[CheckInField.BODY_CUES]


def test_a_fourth_question_is_explained_kindly(desk: CheckInDesk, presenter: CheckInSettingsPresenter) -> None:
    desk.ask(CheckInField.PLEASANTNESS, CheckInField.SAFE, CheckInField.CONNECTED)
    said = presenter.ask(CheckInField.PEOPLE, wanted=True)
    assert said == "At most 3 at once, so that a check-in stays short. Please switch one of the others off first."
    assert presenter.ask(CheckInField.SAFE, wanted=False) == ""
    assert presenter.ask(CheckInField.PEOPLE, wanted=True) == ""


def test_an_answer_shows_ours_and_the_persons_own_words(presenter: CheckInSettingsPresenter) -> None:
    assert presenter.put_label(Zone.ABOVE, "Too much") == ""
    assert presenter.put_description(Zone.ABOVE, "like a kettle") == ""
    above, inside, *_rest = presenter.state().answers
    assert (above.ours.label, above.label, above.description) == ("Above my window", "Too much", "like a kettle")
    assert (inside.label, inside.description) == ("", "")


def test_choices_are_arranged_only_of_questions_that_are_on(
    desk: CheckInDesk, presenter: CheckInSettingsPresenter
) -> None:
    assert presenter.state().choices == ()
    desk.ask(CheckInField.ACTIVITIES, CheckInField.BODY_CUES, CheckInField.PEOPLE)
    activities, body_cues = presenter.state().choices
    assert len(activities.names) == 6
    assert body_cues.names == ()
    presenter.arrange(CheckInField.BODY_CUES, ("warm",))
    assert presenter.state().choices[1].names == ("warm",)


def test_while_locked_there_are_no_words_and_no_choices(
    desk: CheckInDesk, presenter: CheckInSettingsPresenter
) -> None:
    desk.ask(CheckInField.ACTIVITIES)
    desk.setup.put_words("zone.above.label", "Too much")
    desk.setup.arrange(TagKind.ACTIVITY, ("knitting",))
    desk.vault.is_locked = True
    state = presenter.state()
    assert (state.answers, state.choices) == ((), ())
    assert state.locked == "Your own words are shown once your notebook is unlocked."
    assert len(state.questions) == len(CheckInField)


def test_trouble_is_one_calm_line(desk: CheckInDesk, presenter: CheckInSettingsPresenter) -> None:
    desk.vault.trouble = UserError(Trouble.DISK_FULL)
    assert presenter.put_label(Zone.ABOVE, "x").startswith("The disk is full")
    assert presenter.state().locked.startswith("The disk is full")
    assert presenter.names_like(CheckInField.ACTIVITIES, "k") == ()


def test_whoever_shows_it_hears_of_every_change(desk: CheckInDesk, presenter: CheckInSettingsPresenter) -> None:
    heard: list[str] = []
    presenter.attach(lambda: heard.append("changed"))
    presenter.ask(CheckInField.SAFE, wanted=True)
    presenter.put_label(Zone.ABOVE, "Too much")
    assert heard == ["changed", "changed"]
