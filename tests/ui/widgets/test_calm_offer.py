"""Outside the window one thing is offered, in large words."""

from pytestqt.qtbot import QtBot

from companion.application.settings import Look
from companion.domain.concept import Concept
from companion.domain.practice_suggestion import Suggestion
from companion.domain.zone import Zone
from companion.presentation.after_check_in import build_state
from companion.ui.theme.theme import Theme
from companion.ui.widgets.calm_offer import CalmOffer
from tests.support.builders import a_check_in
from tests.support.date_words import PlainDateWords
from tests.support.practices import a_practice


def test_its_one_action_leads_to_the_concept(qtbot: QtBot, theme: Theme) -> None:
    concept = Concept("ours/window-of-tolerance", "Window of Tolerance", "words")
    offer = CalmOffer(build_state(a_check_in(80, Zone.ABOVE), concept, PlainDateWords()), theme)
    qtbot.addWidget(offer)
    wanted: list[str] = []
    offer.wanted.connect(wanted.append)
    offer.action.click()
    assert wanted == [concept.key]


def test_its_words_grow_with_the_text(qtbot: QtBot, theme: Theme) -> None:
    offer = CalmOffer(build_state(a_check_in(80, Zone.ABOVE), Concept("ours/a", "A", ""), PlainDateWords()), theme)
    qtbot.addWidget(offer)
    before = offer.action.sizeHint().height()
    theme.apply(Look.LIGHT, 200)
    assert offer.action.sizeHint().height() > before


def with_practices(theme: Theme, qtbot: QtBot, concept: Concept | None = None) -> CalmOffer:
    practices = (Suggestion(a_practice("orienting")), Suggestion(a_practice("walk"), was_heavier=True))
    offer = CalmOffer(build_state(a_check_in(80, Zone.ABOVE), concept, PlainDateWords(), practices), theme)
    qtbot.addWidget(offer)
    return offer


def test_the_first_practice_is_the_one_action(qtbot: QtBot, theme: Theme) -> None:
    offer = with_practices(theme, qtbot)
    wanted: list[str] = []
    offer.practice_wanted.connect(wanted.append)
    assert offer.action.text() == "Try orienting"
    offer.action.click()
    assert wanted == ["ours/orienting"]
    assert offer.others == []


def test_the_others_come_when_they_are_asked_for(qtbot: QtBot, theme: Theme) -> None:
    offer = with_practices(theme, qtbot)
    wanted: list[str] = []
    offer.practice_wanted.connect(wanted.append)
    assert offer.other is not None
    offer.other.click()
    assert [button.text() for button in offer.others] == ["Try walk"]
    assert offer.others[0].accessibleDescription() == "Lately it left you heavier."
    offer.others[0].click()
    assert wanted == ["ours/walk"]
    assert offer.other.isHidden()


def test_the_concept_stays_as_a_link(qtbot: QtBot, theme: Theme) -> None:
    offer = with_practices(theme, qtbot, Concept("ours/above", "Above", ""))
    wanted: list[str] = []
    offer.wanted.connect(wanted.append)
    assert offer.concept is not None
    offer.concept.click()
    assert wanted == ["ours/above"]
