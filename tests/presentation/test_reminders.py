"""Each reminder in one plain sentence; what cannot be done is one line, never a broken screen."""

from datetime import timedelta
from pathlib import Path

import pytest

from companion.domain.reminder import AtInterval, FixedTimes, Once, ReminderRule, TimeRange
from companion.presentation.reminders import ReminderForm, RemindersPresenter, form_of, name_of, rule_sentence
from tests.support.builders import a_moment
from tests.support.date_words import PlainDateWords
from tests.support.reminding import Desk, at, at_random

WORDS = PlainDateWords()
WORKING_WEEK = frozenset(range(5))


class SundayFirst(PlainDateWords):
    def first_weekday(self) -> int:
        return 6


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path, start="2026-11-22T14:06:00")


@pytest.fixture
def presenter(desk: Desk) -> RemindersPresenter:
    return RemindersPresenter(desk.reminders, desk.rounds, desk.clock, WORDS)


@pytest.mark.parametrize(
    ("rule", "sentence"),
    [
        (at("21:15", "08:30"), "08:30, 21:15, every day"),
        (at("09:00", weekdays=WORKING_WEEK), "09:00, Mon to Fri"),
        (at("09:00", weekdays=frozenset({0, 2, 6})), "09:00, Mon Wed Sun"),
        (at_random(4, "09:00", "21:00"), "4 moments between 09:00 and 21:00, at least 60 min apart, every day"),
        (at_random(1, "09:00", "21:00"), "1 moment between 09:00 and 21:00, every day"),
        (at_random(2, "09:00", "24:00", 0), "2 moments between 09:00 and midnight, every day"),
        (
            AtInterval(timedelta(minutes=90), TimeRange(540, 1260), WORKING_WEEK),
            "Every 90 min between 09:00 and 21:00, Mon to Fri",
        ),
        (Once(a_moment()), "2026-11-22, 14:06"),
    ],
)
def test_a_rule_in_plain_words(rule: ReminderRule, sentence: str) -> None:
    assert rule_sentence(rule, WORDS) == sentence


def test_weekdays_stand_in_the_order_of_the_week_here() -> None:
    assert rule_sentence(at("09:00", weekdays=frozenset({0, 6})), SundayFirst()) == "09:00, Sun Mon"


def test_every_kind_has_a_name_of_its_own() -> None:
    interval = AtInterval(timedelta(minutes=90), TimeRange(540, 1260))
    assert (
        len({name_of(rule) for rule in (at("09:00"), at_random(1, "09:00", "10:00"), interval, Once(a_moment()))})
        == 4
    )


@pytest.mark.parametrize(
    "rule", [at("08:30", "13:00", weekdays=WORKING_WEEK), at_random(12, "07:00", "24:00", 45, WORKING_WEEK)]
)
def test_the_editor_gives_back_the_rule_it_was_given(rule: ReminderRule) -> None:
    form = form_of(rule)
    assert form is not None
    assert form.rule() == rule


def test_a_kind_without_an_editor_offers_none(desk: Desk, presenter: RemindersPresenter) -> None:
    kept = desk.reminders.add(Once(a_moment(-5)))
    assert not presenter.state().cards[0].can_edit
    assert presenter.form(kept.id) is None


def test_a_new_reminder_is_switched_on(presenter: RemindersPresenter) -> None:
    assert presenter.keep(ReminderForm(), None) == ""
    (card,) = presenter.state().cards
    assert card.is_on


def test_what_cannot_be_kept_is_said_in_one_line(presenter: RemindersPresenter) -> None:
    said = presenter.keep(ReminderForm(count=6, gap=180), None)
    assert said == "The gap has to be shorter than 120 minutes, the length of one block."
    assert presenter.state().cards == ()


def test_a_form_without_weekdays_is_refused(presenter: RemindersPresenter) -> None:
    assert presenter.keep(ReminderForm(weekdays=frozenset()), None) == "A reminder needs at least one weekday."


def test_a_change_stays_the_same_reminder(desk: Desk, presenter: RemindersPresenter) -> None:
    kept = desk.reminders.add(at("09:00"))
    assert presenter.keep(ReminderForm(is_random=False, times=(600,)), kept.id) == ""
    (changed,) = desk.reminders.reminders()
    assert (changed.id, changed.rule) == (kept.id, FixedTimes((600,)))


def test_a_removed_reminder_comes_back_as_it_was(desk: Desk, presenter: RemindersPresenter) -> None:
    kept = desk.reminders.add(at("09:00"), is_on=False)
    presenter.remove(kept.id)
    assert presenter.may_bring_back
    assert desk.reminders.reminders() == []
    presenter.bring_back()
    (back,) = desk.reminders.reminders()
    assert (back.rule, back.is_on) == (kept.rule, False)
    assert not presenter.may_bring_back


def test_what_is_gone_already_is_said_kindly(presenter: RemindersPresenter) -> None:
    for said in (presenter.switch("gone", True), presenter.remove("gone"), presenter.keep(ReminderForm(), "gone")):
        assert said.startswith("There is no such reminder.")
    assert presenter.form("gone") is None
    assert not presenter.may_bring_back


def test_while_locked_the_screen_says_so_and_nothing_else(desk: Desk, presenter: RemindersPresenter) -> None:
    desk.reminders.add(at("09:00"))
    desk.vault.lock()
    state = presenter.state()
    assert state.cards == ()
    assert state.trouble.startswith("Your notebook is locked.")
    assert presenter.keep(ReminderForm(), None).startswith("Your notebook is locked.")


def test_a_pause_is_seen_and_ends(desk: Desk, presenter: RemindersPresenter) -> None:
    desk.reminders.add(at("21:00"))
    presenter.pause(timedelta(hours=4))
    assert presenter.state().is_paused
    assert presenter.state().outlook == "Reminders are paused and go on at 18:06"
    presenter.end_pause()
    assert not presenter.state().is_paused
    assert presenter.state().outlook == "Next reminder at 21:00"


def test_the_switch_is_what_the_card_shows(desk: Desk, presenter: RemindersPresenter) -> None:
    kept = desk.reminders.add(at("21:00"))
    assert presenter.switch(kept.id, False) == ""
    assert not presenter.state().cards[0].is_on
    assert presenter.state().outlook == ""
