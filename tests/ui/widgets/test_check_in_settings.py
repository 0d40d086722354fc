"""The card "Your check-in": switches that explain, names to choose from, kept at once."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from companion.application.errors import Trouble, UserError
from companion.domain.checkin_field import CheckInField
from companion.domain.tag import TagKind
from companion.presentation.checkin_settings import CheckInSettingsPresenter
from companion.ui.theme.theme import Theme
from companion.ui.widgets.check_in_settings import CheckInSettings
from tests.support.check_in_desk import CheckInDesk

Key = Qt.Key
THREE = (CheckInField.PLEASANTNESS, CheckInField.ACTIVITIES, CheckInField.BODY_CUES)


@pytest.fixture
def desk() -> CheckInDesk:
    return CheckInDesk()


@pytest.fixture
def card(desk: CheckInDesk, theme: Theme, qtbot: QtBot) -> Iterator[CheckInSettings]:
    made = CheckInSettings(CheckInSettingsPresenter(desk.setup, desk.bus), theme)
    qtbot.addWidget(made)
    made.resize(600, 900)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    yield made
    made.close()


def on(card: CheckInSettings) -> list[CheckInField]:
    return [field for field, row in card.switches.items() if row.is_on]


def test_a_switch_keeps_at_once(card: CheckInSettings, desk: CheckInDesk) -> None:
    assert on(card) == []
    card.switches[CheckInField.SAFE].switch.click()
    assert desk.settings_store.kept.fields == (CheckInField.SAFE,)


def test_the_fourth_goes_back_and_says_why_right_below_it(card: CheckInSettings, desk: CheckInDesk) -> None:
    desk.ask(*THREE)
    card.refresh()
    card.switches[CheckInField.SAFE].switch.click()
    assert on(card) == list(THREE)
    assert card.trouble.startswith("At most 3 at once")
    card.switches[CheckInField.BODY_CUES].switch.click()
    assert card.trouble == ""


def test_settings_that_cannot_be_kept_are_said_calmly(card: CheckInSettings, desk: CheckInDesk) -> None:
    desk.settings_store.trouble = UserError(Trouble.FILE_UNWRITABLE)
    card.switches[CheckInField.SAFE].switch.click()
    assert card.trouble.startswith("This file could not be written.")
    assert on(card) == []


def test_names_to_choose_from_are_there_while_their_question_is_on(card: CheckInSettings, desk: CheckInDesk) -> None:
    assert card.choices == {}
    card.switches[CheckInField.ACTIVITIES].switch.click()
    assert card.choices[CheckInField.ACTIVITIES].isVisible()
    card.switches[CheckInField.ACTIVITIES].switch.click()
    assert not card.choices[CheckInField.ACTIVITIES].isVisible()


def test_what_is_added_and_taken_away_is_kept_at_once(card: CheckInSettings, desk: CheckInDesk) -> None:
    card.switches[CheckInField.ACTIVITIES].switch.click()
    activities = card.choices[CheckInField.ACTIVITIES]
    QTest.keyClicks(activities.add_field, "knitting")
    assert desk.vault.tags.choices == {}
    QTest.keyClick(activities.add_field, Key.Key_Return)
    assert desk.vault.tags.choices[TagKind.ACTIVITY][-1] == "knitting"
    activities.chips.chips["household"].click()
    assert "household" not in desk.vault.tags.choices[TagKind.ACTIVITY]
    assert activities.settled == tuple(desk.vault.tags.choices[TagKind.ACTIVITY])


def test_the_last_one_can_be_taken_away_for_good(card: CheckInSettings, desk: CheckInDesk) -> None:
    desk.setup.arrange(TagKind.ACTIVITY, ("knitting",))
    card.switches[CheckInField.ACTIVITIES].switch.click()
    card.choices[CheckInField.ACTIVITIES].chips.chips["knitting"].click()
    card.refresh()
    assert card.choices[CheckInField.ACTIVITIES].settled == ()


def test_what_changed_elsewhere_is_shown(card: CheckInSettings, desk: CheckInDesk) -> None:
    card.switches[CheckInField.BODY_CUES].switch.click()
    desk.setup.arrange(TagKind.BODY_CUE, ("warm",))
    assert card.choices[CheckInField.BODY_CUES].settled == ("warm",)


def test_every_switch_is_heard_with_what_there_is_to_know(card: CheckInSettings) -> None:
    assert card.switches[CheckInField.SAFE].switch.accessibleName() == "How safe I feel"
    assert "unsettle" in card.switches[CheckInField.BODY_CUES].switch.accessibleName()
