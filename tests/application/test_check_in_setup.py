"""What the person arranges of the check-in: questions, own words, what it offers to choose from."""

from pathlib import Path

import pytest

from companion.application.check_in_setup import CheckInSetupService
from companion.application.checkins import Answer
from companion.application.errors import UserError
from companion.application.events import CheckInSetupChanged, SettingsChanged
from companion.application.preferences import PreferenceService
from companion.domain.checkin_field import CheckInField
from companion.domain.context import Context
from companion.domain.errors import DomainError, Rule
from companion.domain.tag import TagKind
from tests.support.in_memory_settings import InMemorySettings
from tests.support.reminding import Desk


class SetupDesk(Desk):
    """A real store, and settings in memory."""

    def sit_down(self) -> None:
        super().sit_down()
        preferences = PreferenceService(InMemorySettings(), self.bus)
        self.setup = CheckInSetupService(self.vault, self.clock, preferences, self.bus)
        self.heard: list[object] = []
        self.bus.listen(CheckInSetupChanged, self.heard.append)
        self.bus.listen(SettingsChanged, self.heard.append)


@pytest.fixture
def desk(tmp_path: Path) -> SetupDesk:
    return SetupDesk(tmp_path)


def test_no_optional_question_is_asked_at_first(desk: SetupDesk) -> None:
    assert desk.setup.fields == ()


def test_questions_stand_in_the_order_of_the_screen_however_they_were_switched_on(desk: SetupDesk) -> None:
    desk.setup.ask(CheckInField.SLEEP, wanted=True)
    desk.setup.ask(CheckInField.PLEASANTNESS, wanted=True)
    assert desk.setup.fields == (CheckInField.PLEASANTNESS, CheckInField.SLEEP)
    assert [type(news) for news in desk.heard] == [SettingsChanged, SettingsChanged]


def test_a_fourth_question_is_refused_and_the_three_stay(desk: SetupDesk) -> None:
    three = (CheckInField.PLEASANTNESS, CheckInField.SAFE, CheckInField.PEOPLE)
    for field in three:
        desk.setup.ask(field, wanted=True)
    with pytest.raises(DomainError) as refused:
        desk.setup.ask(CheckInField.SLEEP, wanted=True)
    assert refused.value.rule is Rule.TOO_MANY_FIELDS
    assert desk.setup.fields == three
    desk.setup.ask(CheckInField.SAFE, wanted=False)
    desk.setup.ask(CheckInField.SLEEP, wanted=True)
    assert len(desk.setup.fields) == 3


def test_own_words_are_kept_on_one_line_and_told(desk: SetupDesk) -> None:
    desk.setup.put_words("zone.above.label", " Too\nmuch\x07 ")
    assert desk.setup.words() == {"zone.above.label": "Too much"}
    assert desk.heard == [CheckInSetupChanged()]


def test_empty_words_go_back_to_ours(desk: SetupDesk) -> None:
    desk.setup.put_words("zone.above.label", "Too much")
    desk.setup.put_words("zone.above.label", "  ")
    assert desk.setup.words() == {}


def test_choices_nobody_arranged_are_told_from_choices_that_are_none(desk: SetupDesk) -> None:
    assert desk.setup.choices(TagKind.ACTIVITY) is None
    desk.setup.arrange(TagKind.ACTIVITY, ("knitting", "#walking", "knitting"))
    assert desk.setup.choices(TagKind.ACTIVITY) == ("knitting", "walking")
    desk.setup.arrange(TagKind.ACTIVITY, ())
    assert desk.setup.choices(TagKind.ACTIVITY) == ()
    assert desk.setup.choices(TagKind.BODY_CUE) is None


def test_a_choice_that_is_too_long_changes_nothing(desk: SetupDesk) -> None:
    desk.setup.arrange(TagKind.ACTIVITY, ("knitting",))
    with pytest.raises(DomainError):
        desk.setup.arrange(TagKind.ACTIVITY, ("knitting", "x" * 101))
    assert desk.setup.choices(TagKind.ACTIVITY) == ("knitting",)


def test_names_used_before_complete_what_is_typed_last_used_first(desk: SetupDesk) -> None:
    for name in ("Anna", "Ännchen", "Bob"):
        desk.clock.pass_time(minutes=1)
        desk.check_ins.record(Answer(arousal=5, context=Context(people=(name,))), answers_open_prompt=False)
    assert desk.setup.names_like(TagKind.PERSON, "an", 5) == ["Ännchen", "Anna"]
    assert desk.setup.names_like(TagKind.PERSON, "", 2) == ["Bob", "Ännchen"]
    assert desk.setup.names_like(TagKind.PLACE, "", 5) == []


def test_the_first_check_in_of_the_day_is_the_first_of_the_persons_day(desk: SetupDesk) -> None:
    desk.clock.set("2026-11-22T23:30:00")
    assert desk.setup.is_first_of_day()
    desk.check_in()
    desk.clock.set("2026-11-23T03:59:00")
    assert not desk.setup.is_first_of_day()
    desk.clock.set("2026-11-23T04:00:00")
    assert desk.setup.is_first_of_day()


def test_while_locked_nothing_of_the_person_is_told_and_nothing_can_be_changed(desk: SetupDesk) -> None:
    desk.setup.put_words("zone.above.label", "Too much")
    desk.setup.arrange(TagKind.ACTIVITY, ("knitting",))
    desk.vault.lock()
    assert desk.setup.is_locked
    assert desk.setup.words() == {}
    assert desk.setup.choices(TagKind.ACTIVITY) is None
    assert desk.setup.names_like(TagKind.ACTIVITY, "", 5) == []
    assert not desk.setup.is_first_of_day()
    with pytest.raises(UserError):
        desk.setup.put_words("zone.above.label", "More")
