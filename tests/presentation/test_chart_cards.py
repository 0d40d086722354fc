"""The cards below the chart: words with their uncertainty, and something sensible for whatever was noted."""

import re
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

import pytest

from companion.application.chart_cards import CardService
from companion.application.laid_beside import Against
from companion.domain.checkin import CheckIn, Origin
from companion.domain.moment import Moment
from companion.domain.period import Period, period_ending
from companion.domain.prompt import PromptRecord, PromptState, Transition
from companion.domain.zone import Zone
from companion.presentation.chart_cards import CardKind, FigureCard, build_cards, empty_cards
from tests.support.builders import NOW, a_check_in
from tests.support.clock import FakeClock
from tests.support.date_words import PlainDateWords
from tests.support.noted import vault_of
from tests.support.screen_checks import FORBIDDEN
from tests.support.store import a_prompt

MONTH = period_ending(NOW.date(), 28)
CAUSAL = ("because", "causes", "caused", "due to", "leads to", "will ", "tomorrow", "expect")


def cards(
    check_ins: Iterable[CheckIn], period: Period = MONTH, prompts: Iterable[PromptRecord] = ()
) -> dict[CardKind, FigureCard]:
    found = CardService(vault_of(check_ins, prompts=prompts), FakeClock()).look(period, Against.JUST_BEFORE)
    return {card.kind: card for card in build_cards(found, PlainDateWords())}


def asked(days: int, zones: str = "iaib", since: int = 0, step: int = 10, level: int = 50) -> list[CheckIn]:
    """Every two hours, on so many days; their energy goes with the zone."""
    by_letter = {"i": Zone.INSIDE, "a": Zone.ABOVE, "b": Zone.BELOW, "u": Zone.UNSURE, "m": Zone.MIXED}
    moved = {Zone.ABOVE: 2 * step, Zone.BELOW: -2 * step}
    return [
        a_check_in(
            level + moved.get(by_letter[letter], day % 3), by_letter[letter], hours_ago=24 * day + 2 * place,
            origin=Origin.RANDOM,
        )
        for day in range(since, since + days)
        for place, letter in enumerate(zones)
    ]  # fmt: skip


def everything(card: FigureCard) -> str:
    words = [card.title, card.headline, card.sentence, card.basis, card.missing, card.cannot_say, card.picture]
    for row in card.rows.rows if card.rows else ():
        words += [row.name, row.first, row.second, row.verdict]
    return " ".join(filter(None, words))


def test_there_is_a_card_of_every_kind_in_their_order() -> None:
    assert [card.kind for card in empty_cards()] == list(CardKind)
    assert list(cards(asked(28))) == list(CardKind)


def test_shares_say_what_they_rest_on_and_between_what_they_probably_lie() -> None:
    card = cards(asked(28))[CardKind.SHARES]
    assert card.sentence == "50 in 100 inside; for these days likely between 42 and 58."
    assert card.basis == "From 112 check-ins on 28 days."
    assert [(bar.zone, bar.text) for bar in card.shares] == [
        (Zone.ABOVE, "25 in 100"),
        (Zone.INSIDE, "50 in 100"),
        (Zone.BELOW, "25 in 100"),
        (Zone.MIXED, "0 in 100"),
        (Zone.UNSURE, "0 in 100"),
    ]
    assert sum(bar.value for bar in card.shares) == pytest.approx(1)


def test_how_much_was_answered_of_what_was_shown_stands_with_them() -> None:
    def over(number: int, end: PromptState) -> PromptRecord:
        prompt = a_prompt(number, number)
        steps = (PromptState.PLANNED, PromptState.DUE, PromptState.SHOWN, end)
        return PromptRecord(prompt, tuple(Transition(prompt.id, state, prompt.at) for state in steps))

    prompts = [over(1, PromptState.ANSWERED), over(2, PromptState.EXPIRED)]
    basis = cards(asked(28), prompts=prompts)[CardKind.SHARES].basis
    assert basis == "From 112 check-ins on 28 days. 1 of 2 reminders to check in were answered."


def test_a_return_is_never_told_finer_than_the_time_between_check_ins() -> None:
    card = cards(asked(28))[CardKind.RETURN]
    assert card.headline == "2 h or less"
    assert card.sentence == (
        "Half of the times outside, I was back inside in 2 h or less. "
        "What is shorter than the time between two check-ins cannot be seen."
    )
    assert card.basis == "From 56 times outside on 28 days."


def test_a_range_that_ends_below_that_is_told_no_finer() -> None:
    mostly_short = [*asked(16, "iaii"), *asked(8, "iaai", since=16), *asked(3, "iaaai", since=24)]
    sentence = cards(mostly_short)[CardKind.RETURN].sentence
    assert "back inside in 2 h or less. Likely at most 3.0 h." in sentence
    assert (
        "Likely so: the range ends there too."
        in cards([*asked(24, "iaii"), *asked(3, "iaai", since=24)])[CardKind.RETURN].sentence
    )


def test_returns_that_all_took_as_long_have_no_range() -> None:
    assert "ikely" not in cards(asked(28, "iai"))[CardKind.RETURN].sentence


def test_a_longer_return_is_about() -> None:
    card = cards(asked(28, "iaai"))[CardKind.RETURN]
    assert card.headline == "about 3.0 h"


def test_steadiness_is_seen_from_what_the_mean_leaves_room_for() -> None:
    sentence = cards(asked(28))[CardKind.STEADINESS].sentence
    assert re.fullmatch(
        r"The energy spread over \d+ % of what its mean leaves room for \(for these days likely \d+ to \d+\)\. "
        r"From one check-in to the next it changed by about \d+ points \(for these days likely \d+ to \d+\)\.",
        sentence,
    )


def test_hours_are_only_about() -> None:
    sentence = cards(asked(28, "iaibiiib"))[CardKind.TIME].sentence
    assert sentence.startswith("About ")
    assert "The rest about: " in sentence


def test_hours_of_the_day_and_weekdays_have_their_range() -> None:
    found = cards(asked(28))
    assert [bar.label for bar in found[CardKind.HOURS].ranges] == ["06–09", "09–12", "12–15"]
    assert len(found[CardKind.WEEKDAYS].ranges) == 7
    assert all(bar.low <= bar.middle <= bar.high for bar in found[CardKind.HOURS].ranges)
    assert "06–09: " in found[CardKind.HOURS].picture


class FromSunday(PlainDateWords):
    """Where weeks begin with a Sunday."""

    def first_weekday(self) -> int:
        return 6


def test_a_week_begins_where_it_begins_here() -> None:
    found = CardService(vault_of(asked(28)), FakeClock()).look(MONTH, Against.JUST_BEFORE)
    weeks = {card.kind: card for card in build_cards(found, FromSunday())}[CardKind.WEEKDAYS].ranges
    assert [bar.label for bar in weeks] == ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]


def test_below_a_gate_it_says_what_is_missing_and_shows_no_number() -> None:
    found = cards(asked(3))
    for kind in CardKind:
        if kind is not CardKind.YEAR:
            card = found[kind]
            assert card.missing, kind
            assert (card.headline, card.sentence, card.shares, card.ranges, card.rows) == ("", "", (), (), None), kind
    assert found[CardKind.SHARES].missing == "12 of 14 check-ins, 3 of 5 days with check-ins so far."


def test_a_year_of_days_has_no_gate() -> None:
    card = cards(asked(3))[CardKind.YEAR]
    assert not card.missing
    assert card.sentence.startswith("3 days with check-ins.")


def test_without_a_clear_difference_it_says_so() -> None:
    rows = cards(asked(60))[CardKind.BESIDE].rows
    assert rows is not None
    assert [row.verdict for row in rows.rows] == ["no clear difference"] * 3
    assert (rows.first, rows.second) == ("2026-09-28 to 2026-10-25", "2026-10-26 to 2026-11-22")


def test_a_clear_difference_has_its_direction_and_range() -> None:
    rows = cards([*asked(28, level=30), *asked(40, since=28, level=60)])[CardKind.BESIDE].rows
    assert rows is not None
    assert re.fullmatch(r"30 lower, likely \d+ to \d+", rows.rows[0].verdict)


def test_one_side_that_is_too_small_is_named() -> None:
    by_oneself = [a_check_in(80, Zone.ABOVE, hours_ago=24 * day + 1) for day in range(6)]
    card = cards([*asked(28), *by_oneself])[CardKind.ASKED]
    assert card.missing == "By myself: 6 of 14 check-ins so far."
    assert card.basis == "Asked: 112 check-ins on 28 days. By myself: 6 check-ins on 6 days."


def test_every_card_has_what_it_cannot_say() -> None:
    assert all(card.cannot_say for card in cards(asked(28)).values())


ONE_MOMENT = Moment(NOW.astimezone(UTC) - timedelta(hours=1), timedelta(hours=1), "Europe/Berlin")


def at(instant: datetime, offset_hours: int, points: int, zone: Zone | None = Zone.INSIDE) -> CheckIn:
    moment = Moment(instant, timedelta(hours=offset_hours), None)
    return a_check_in(points, zone, at=moment, origin=Origin.RANDOM)


def an_hour_of_ten_thousand() -> list[CheckIn]:
    start = NOW.astimezone(UTC) - timedelta(hours=2)
    return [at(start + timedelta(seconds=0.36 * n), 1, n % 101, list(Zone)[n % 5]) for n in range(10_000)]


def across_zones() -> list[CheckIn]:
    start = NOW.astimezone(UTC) - timedelta(days=27)
    return [at(start + timedelta(hours=4 * n), (-11, 1, 14)[n % 3], 40 + n % 20) for n in range(160)]


def across_a_night_of_changed_clocks() -> list[CheckIn]:
    change = datetime(2026, 10, 25, 1, tzinfo=UTC)
    return [
        at(change + timedelta(minutes=40 * n), 2 if n < 0 else 1, 50 + n % 9, Zone.ABOVE if n % 4 else Zone.INSIDE)
        for n in range(-400, 400)
    ]


AWKWARD = {
    "nothing": [],
    "one": [a_check_in(50, Zone.INSIDE, hours_ago=1, origin=Origin.RANDOM)],
    "all the same": asked(28, "iiii", step=0)[::2] + asked(28, "iiii", step=0)[1::2],
    "all at one end": [a_check_in(0, Zone.BELOW, hours_ago=3 * n, origin=Origin.RANDOM) for n in range(200)],
    "no zones": [a_check_in(n % 101, None, hours_ago=3 * n, origin=Origin.RANDOM) for n in range(200)],
    "no energy": [a_check_in(None, Zone.ABOVE, hours_ago=3 * n, origin=Origin.RANDOM) for n in range(200)],
    "only not sure": asked(28, "uuuu"),
    "never inside": asked(28, "aaaa"),
    "one hour": an_hour_of_ten_thousand(),
    "a gap of a year": [*asked(14), *asked(30, since=380)],
    "out of order": asked(28)[::-1] + asked(28)[::3],
    "changed clocks": across_a_night_of_changed_clocks(),
    "changed zones": across_zones(),
    "at one instant": [at(ONE_MOMENT.utc, 1, n % 101) for n in range(60)],
}


@pytest.mark.parametrize("name", AWKWARD)
@pytest.mark.parametrize("days", [1, 28, 800])
def test_whatever_was_noted_every_card_says_something_sensible(name: str, days: int) -> None:
    for card in cards(AWKWARD[name], period_ending(NOW.date(), days)).values():
        text = everything(card)
        assert card.missing or card.sentence or card.rows, card.kind
        assert not re.search(r"\bnan\b|\binf\b|None|[{}]|[ ]{2}|(?<!\d)-\d", text), text
        assert not re.search(rf"\b({'|'.join(FORBIDDEN)})\b|!", text, re.IGNORECASE), text
        assert not any(word in text.lower() for word in CAUSAL), text
        assert all(0 <= bar.low <= bar.value <= bar.high <= 1 for bar in card.shares)
        assert all(0 <= bar.low <= bar.middle <= bar.high <= 100 for bar in card.ranges)


def test_a_year_of_silence_makes_no_average_out_of_nothing() -> None:
    assert cards(asked(14, since=380))[CardKind.SHARES].missing.startswith("0 of 14 check-ins, ")
