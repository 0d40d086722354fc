"""Each reminder on its card; what cannot be done is one line, never a broken screen."""

from datetime import timedelta
from pathlib import Path

import pytest

from companion.application.check_in_setup import CheckInSetupService
from companion.application.preferences import PreferenceService
from companion.domain.pause import PauseKind
from companion.domain.reminder import AfterCheckIn, FixedTimes, Manner, Once, Outside, Purpose
from companion.domain.wall_time import moment_at
from companion.presentation.desktop_check import Told
from companion.presentation.reminders import RemindersPresenter, trial_sentence
from companion.presentation.reminders_form import RangeForm, ReminderForm
from companion.presentation.reminders_pause import PauseChoice
from companion.presentation.reminders_stillness import quiet_from
from tests.support.date_words import PlainDateWords
from tests.support.in_memory_settings import InMemorySettings
from tests.support.reminding import Desk, at, at_random

WORDS = PlainDateWords()


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path, start="2026-11-22T14:06:00")


@pytest.fixture
def presenter(desk: Desk) -> RemindersPresenter:
    preferences = PreferenceService(InMemorySettings(), desk.bus)
    texts = CheckInSetupService(desk.vault, desk.clock, preferences, desk.bus)
    return RemindersPresenter(desk.reminders, desk.rounds, desk.clock, WORDS, texts)


def keep(presenter: RemindersPresenter, form: ReminderForm, reminder_id: str | None = None) -> None:
    editing = presenter.edit(reminder_id)
    assert editing is not None
    assert editing.keep(form) is None


def test_a_new_reminder_is_switched_on(presenter: RemindersPresenter) -> None:
    keep(presenter, ReminderForm())
    (card,) = presenter.state().cards
    assert card.is_on


def test_the_first_reminder_offers_as_many_as_fit_now_and_one_beside_it_as_usual(desk: Desk) -> None:
    texts = CheckInSetupService(desk.vault, desk.clock, PreferenceService(InMemorySettings(), desk.bus), desk.bus)
    presenter = RemindersPresenter(desk.reminders, desk.rounds, desk.clock, WORDS, texts, lambda: 5)
    assert offered_by(presenter) == 5
    first = desk.reminders.add(at("09:15"))
    assert offered_by(presenter) == 4
    desk.reminders.switch(first.id, False)
    assert offered_by(presenter) == 5


def test_where_nothing_more_is_planned_it_says_so(desk: Desk, presenter: RemindersPresenter) -> None:
    once = desk.reminders.add(Once(moment_at(desk.clock.now().utc + timedelta(hours=1), desk.clock.zone())))
    desk.clock.pass_time(hours=2)
    assert presenter.state().outlook == "Nothing is planned for the next fourteen days."
    desk.reminders.add(AfterCheckIn(Outside.OUTSIDE, timedelta(minutes=30)))
    assert presenter.state().outlook == ""
    desk.reminders.switch(once.id, False)
    assert presenter.state().outlook == ""


def offered_by(presenter: RemindersPresenter) -> int:
    editing = presenter.edit(None)
    assert editing is not None
    return editing.form.ranges[0].count


def test_a_card_says_when_its_reminder_comes_next(desk: Desk, presenter: RemindersPresenter) -> None:
    for rule in (at("21:00"), at("09:15"), at_random(4, "09:00", "21:00"), at_random(1, "22:00", "23:00")):
        desk.reminders.add(rule)
    desk.reminders.add(at("10:00"), is_on=False)
    assert [card.coming for card in presenter.state().cards] == [
        "next at 21:00",
        "next tomorrow at 09:15",
        presenter.state().cards[2].coming,
        "next between 22:00 and 23:00",
        "",
    ]


def test_a_surprise_is_told_by_its_span_alone(desk: Desk, presenter: RemindersPresenter) -> None:
    desk.reminders.add(at_random(4, "09:00", "21:00"))
    spans = {"next before 15:00", "next between 15:00 and 18:00"}
    assert presenter.state().cards[0].coming in spans


def test_a_change_stays_the_same_reminder(desk: Desk, presenter: RemindersPresenter) -> None:
    kept = desk.reminders.add(at("09:00"))
    editing = presenter.edit(kept.id)
    assert editing is not None
    assert editing.form.times == (540,)
    keep(presenter, ReminderForm(kind=kept.kind, times=(600,), purpose=Purpose.REFLECTION), kept.id)
    (changed,) = desk.reminders.reminders()
    assert (changed.id, changed.rule, changed.purpose) == (kept.id, FixedTimes((600,)), Purpose.REFLECTION)


def test_what_it_says_becomes_its_name_and_can_be_edited(desk: Desk, presenter: RemindersPresenter) -> None:
    kept = desk.reminders.add(at("09:00"))
    keep(presenter, ReminderForm(kind=kept.kind, times=(540,), text="  A look\n back "), kept.id)
    (card,) = presenter.state().cards
    assert (card.name, card.is_own_name) == ("A look back", True)
    editing = presenter.edit(kept.id)
    assert editing is not None
    assert editing.form.text == "A look back"
    assert presenter.names() == {kept.id: "A look back"}
    keep(presenter, ReminderForm(kind=kept.kind, times=(540,)), kept.id)
    assert presenter.state().cards[0].name == "At set times"


def test_a_removed_reminder_comes_back_as_it_was(desk: Desk, presenter: RemindersPresenter) -> None:
    keep(presenter, ReminderForm(kind=at("09:00").kind, times=(540,), expiry=45, text="mine"))
    (kept,) = desk.reminders.reminders()
    presenter.switch(kept.id, False)
    presenter.remove(kept.id)
    assert presenter.may_bring_back
    assert desk.reminders.reminders() == []
    presenter.bring_back()
    (back,) = desk.reminders.reminders()
    assert (back.rule, back.is_on, back.manner) == (kept.rule, False, Manner(expiry=timedelta(minutes=45)))
    assert presenter.state().cards[0].name == "mine"
    assert not presenter.may_bring_back


def test_what_a_removed_reminder_said_is_forgotten(desk: Desk, presenter: RemindersPresenter) -> None:
    keep(presenter, ReminderForm(text="mine"))
    presenter.remove(desk.reminders.reminders()[0].id)
    with desk.vault.reading() as store:
        assert store.wording.all() == {}


def test_what_is_gone_already_is_said_kindly(desk: Desk, presenter: RemindersPresenter) -> None:
    kept = desk.reminders.add(at("09:00"))
    editing = presenter.edit(kept.id)
    assert editing is not None
    desk.reminders.remove(kept.id)
    refusal = editing.keep(ReminderForm())
    assert refusal is not None
    for said in (presenter.switch("gone", True), presenter.remove("gone"), refusal.sentence):
        assert said.startswith("There is no such reminder.")
    assert presenter.edit("gone") is None
    assert not presenter.may_bring_back


def test_while_locked_the_screen_says_so_and_nothing_else(desk: Desk, presenter: RemindersPresenter) -> None:
    desk.reminders.add(at("09:00"))
    desk.vault.lock()
    state = presenter.state()
    assert (state.cards, state.fortnight) == ((), None)
    assert state.trouble.startswith("Your notebook is locked.")
    editing = presenter.edit(None)
    assert editing is not None
    refusal = editing.keep(ReminderForm())
    assert refusal is not None
    assert refusal.sentence.startswith("Your notebook is locked.")


@pytest.mark.parametrize(
    ("choice", "outlook"),
    [
        (PauseChoice.HOUR, "Reminders are paused and go on at 15:06"),
        (PauseChoice.TOMORROW, "Reminders are paused and go on tomorrow at 04:00"),
        (PauseChoice.WEEK, "Reminders are paused and go on 2026-11-29 at 04:00"),
        (PauseChoice.NOT_TODAY, "Reminders are paused and go on tomorrow at 04:00"),
        (PauseChoice.UNTIL_I_SAY, "Reminders are paused until you end the pause"),
    ],
)
def test_a_pause_says_when_it_ends(
    desk: Desk, presenter: RemindersPresenter, choice: PauseChoice, outlook: str
) -> None:
    desk.reminders.add(at("21:00"))
    presenter.pause(choice)
    assert presenter.state().is_paused
    assert presenter.state().outlook == outlook
    presenter.end_pause()
    assert not presenter.state().is_paused
    assert presenter.state().outlook == "Next reminder at 21:00"


def test_not_today_is_told_apart_from_a_pause(desk: Desk, presenter: RemindersPresenter) -> None:
    presenter.pause(PauseChoice.NOT_TODAY)
    pause = desk.rounds.current_pause()
    assert pause is not None
    assert pause.kind is PauseKind.NOT_TODAY


def test_the_switch_is_what_the_card_shows(desk: Desk, presenter: RemindersPresenter) -> None:
    kept = desk.reminders.add(at("21:00"))
    assert presenter.switch(kept.id, False) == ""
    assert not presenter.state().cards[0].is_on
    assert presenter.state().outlook == ""


def test_the_fortnight_is_there_as_soon_as_one_is_on(desk: Desk, presenter: RemindersPresenter) -> None:
    kept = desk.reminders.add(at("21:00"), is_on=False)
    desk.reminders.keep_quiet(quiet_from(22 * 60, 8 * 60))
    assert presenter.state().fortnight is None
    presenter.switch(kept.id, True)
    fortnight = presenter.state().fortnight
    assert fortnight is not None
    assert [row.points for row in fortnight.rows] == [(21 * 60,)] * 14
    assert fortnight.note == "Quiet from 22:00 to 08:00."


def test_a_form_of_two_stretches_is_kept_whole(desk: Desk, presenter: RemindersPresenter) -> None:
    ranges = (RangeForm(480, 720, 2, frozenset(range(5))), RangeForm(600, 1440, 1, frozenset({5, 6})))
    keep(presenter, ReminderForm(ranges=ranges))
    editing = presenter.edit(desk.reminders.reminders()[0].id)
    assert editing is not None
    assert editing.form.ranges == ranges


@pytest.mark.parametrize("told", Told)
def test_a_test_says_what_became_of_it(told: Told) -> None:
    assert trial_sentence(told)
