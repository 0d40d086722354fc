"""What stands below the chart."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from companion.adapters.storage.vault import SqliteVault
from companion.application.chart_cards import Cards, CardService
from companion.application.errors import UserError
from companion.application.laid_beside import Against
from companion.domain.checkin import CheckIn, Origin
from companion.domain.period import Period, period_ending
from companion.domain.prompt import PromptState, Transition
from companion.domain.zone import Zone
from tests.support.builders import NOW, a_check_in
from tests.support.clock import FakeClock
from tests.support.noted import vault_of
from tests.support.store import a_prompt, a_vault

TODAY = NOW.date()
MONTH = period_ending(TODAY, 28)


def asked(days: int, since: int = 0, level: int = 50, zone: Zone = Zone.INSIDE) -> list[CheckIn]:
    """Four a day on so many days, of which the last is `since` days ago."""
    return [
        a_check_in(level + hour % 3, zone, hours_ago=24 * day + hour, origin=Origin.RANDOM)
        for day in range(since, since + days)
        for hour in (0, 2, 4, 6)
    ]


def cards(check_ins: list[CheckIn], period: Period = MONTH, against: Against = Against.JUST_BEFORE) -> Cards:
    return CardService(vault_of(check_ins), FakeClock()).look(period, against)


def test_only_the_days_of_the_period_count() -> None:
    found = cards(asked(60))
    assert found.numbers.figures["mean"].days == 28
    assert found.hours.days == 28
    assert found.weekdays.n == 28 * 4


def test_the_period_stands_beside_the_days_before_it() -> None:
    found = cards([*asked(28, level=40), *asked(60, since=28, level=60)]).beside
    assert found is not None
    assert found.earlier == Period(MONTH.first - timedelta(28), MONTH.first - timedelta(1))
    level = found.pairs[0]
    assert level.difference is not None
    assert level.difference.value == pytest.approx(-20, abs=0.5)
    assert level.is_clear


def test_the_first_fourteen_days_of_all_belong_to_neither() -> None:
    found = cards(asked(56)).beside
    assert found is not None
    assert (found.pairs[0].first.days, found.pairs[0].second.days) == (14, 28)


def test_without_anything_as_old_nothing_stands_beside_it() -> None:
    assert cards(asked(20)).beside is None
    assert cards(asked(60), against=Against.YEAR_BEFORE).beside is None


def test_what_was_asked_for_and_what_was_noted_by_oneself_are_two() -> None:
    by_oneself = [a_check_in(80, Zone.ABOVE, hours_ago=24 * day + 1) for day in range(20)]
    level, inside = cards([*asked(20), *by_oneself]).asked_and_self
    assert (level.first.n, level.second.n) == (80, 20)
    assert level.is_clear
    assert (inside.first.value, inside.second.value) == (1, 0)


def test_a_year_of_days_ends_today_and_begins_on_a_monday() -> None:
    found = cards(asked(400))
    assert found.first_of_year.weekday() == 0
    assert len(found.year) == (TODAY - found.first_of_year).days + 1
    assert found.year[-1].day == TODAY


def test_the_year_of_a_period_long_ago_ends_with_the_week_of_its_end() -> None:
    old = Period(date(2024, 1, 1), date(2024, 1, 24))
    assert cards(asked(1100), old).year[-1].day == date(2024, 1, 28)


def test_nothing_at_all_has_every_card() -> None:
    found = cards([])
    assert (found.beside, found.year, found.hours.bins) == (None, (), ())
    assert found.numbers.figures["share.inside"].value is None


def test_it_says_how_much_was_answered(tmp_path: Path) -> None:
    vault = a_vault(tmp_path)
    prompt = a_prompt(1, 2)
    with vault.writing() as store:
        store.ledger.plan([prompt], prompt.at)
        for state in (PromptState.DUE, PromptState.SHOWN, PromptState.ANSWERED):
            store.ledger.append(Transition(prompt.id, state, prompt.at))
    answered = CardService(vault, FakeClock()).look(MONTH, Against.JUST_BEFORE).numbers.answered
    assert (answered.answered, answered.shown) == (1, 1)


def test_while_locked_nothing_is_read(tmp_path: Path) -> None:
    with pytest.raises(UserError):
        CardService(SqliteVault(tmp_path, start_locked=True), FakeClock()).look(MONTH, Against.JUST_BEFORE)
