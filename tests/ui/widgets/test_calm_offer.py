"""Outside the window one thing is offered, in large words."""

from pytestqt.qtbot import QtBot

from companion.application.settings import Look
from companion.domain.concept import Concept
from companion.domain.zone import Zone
from companion.presentation.after_check_in import build_state
from companion.ui.theme.theme import Theme
from companion.ui.widgets.calm_offer import CalmOffer
from tests.support.builders import a_check_in
from tests.support.date_words import PlainDateWords


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
