"""After two weeks Today asks whether the notebook helps, and heavier leads to a rest, to people, or out."""

from companion.application.checkins import Answer
from companion.domain.is_helping import Helping
from companion.presentation.is_helping import HelpingOffer
from companion.ui.shell.screens import ScreenName
from companion.ui.widgets.is_helping_card import IsHelpingCard
from tests.journeys.conftest import Program


def card(program: Program) -> IsHelpingCard | None:
    program.desktop.window.open_screen(ScreenName.TODAY)
    found = program.desktop.window.findChild(IsHelpingCard)
    return found if isinstance(found, IsHelpingCard) and not found.isHidden() else None


def begun(program: Program, days: int) -> IsHelpingCard | None:
    program.core.check_ins.record(Answer(arousal=50), answers_open_prompt=False)
    program.pass_time(days=days)
    return card(program)


def test_it_waits_for_two_weeks(program: Program) -> None:
    assert begun(program, 13) is None


def test_heavier_offers_a_rest_and_leads_to_people_and_settings(program: Program) -> None:
    asked = begun(program, 14)
    assert asked is not None
    asked.buttons[Helping.HEAVIER].click()
    asked.buttons[HelpingOffer.PAUSE].click()
    assert program.desktop.rounds.paused_until() is not None
    went = []
    for offer in (HelpingOffer.PEOPLE, HelpingOffer.EXPORT, HelpingOffer.DELETE):
        asked.buttons[offer].click()
        went.append(program.desktop.window.open_name)
    assert went == [ScreenName.SUPPORT, ScreenName.SETTINGS, ScreenName.SETTINGS]


def test_an_answer_rests_for_sixty_days(program: Program) -> None:
    asked = begun(program, 14)
    assert asked is not None
    asked.buttons[Helping.NEUTRAL].click()
    asked.close_link.click()
    program.pass_time(days=59)
    assert card(program) is None
    program.pass_time(days=1)
    assert card(program) is not None
