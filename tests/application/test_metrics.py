"""The numbers of a period, read in one look."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

import pytest

from companion.adapters.storage.vault import SqliteVault
from companion.application.errors import UserError
from companion.application.metrics import MetricsService, Span, figures_from
from companion.domain.checkin import CheckIn, Origin
from companion.domain.moment import moment_of
from companion.domain.prompt import PromptState, Transition
from companion.domain.window import WindowOfTolerance, WindowSource
from companion.domain.zone import Zone
from tests.support.builders import NOW, a_check_in
from tests.support.clock import FakeClock
from tests.support.store import a_prompt, a_vault

FOUR = time(4)


def at(text: str) -> datetime:
    return datetime.fromisoformat(text)


def asked(text: str, arousal: int = 50, zone: Zone | None = Zone.INSIDE, origin: Origin = Origin.RANDOM) -> CheckIn:
    return a_check_in(arousal, zone, at=moment_of(at(text)), origin=origin)


def holding(place: Path, check_ins: Iterable[CheckIn]) -> SqliteVault:
    vault = a_vault(place)
    with vault.writing() as store:
        for check_in in check_ins:
            store.check_ins.add(check_in)
    return vault


def mean_of(vault: SqliteVault, span: Span, day_start: time | None = None) -> float | None:
    return MetricsService(vault, FakeClock()).look(span, day_start=day_start).figures["mean"].value


def test_scheduled_and_unscheduled_are_kept_apart(tmp_path: Path) -> None:
    vault = holding(
        tmp_path,
        [
            asked("2026-11-20T10:00:00+01:00", 40),
            asked("2026-11-20T12:00:00+01:00", 90, Zone.ABOVE, Origin.SELF),
            asked("2026-11-20T13:00:00+01:00", 80, Zone.ABOVE, Origin.EVENT),
            asked("2026-11-20T14:00:00+01:00", 60),
        ],
    )
    found = MetricsService(vault, FakeClock()).look(Span()).figures
    assert (found["mean"].value, found["mean"].n) == (50, 2)
    assert (found["share.above"].value, found["share.inside"].n) == (0, 2)
    assert (found["recovery_median_h"].n, found["recovery_median_h"].value) == (1, 1.5)
    assert found["window.upper"].n == 4


def test_a_span_of_days_is_whole_at_both_ends(tmp_path: Path) -> None:
    times = ("20T03:59", "20T04:00", "21T03:59", "21T04:00")
    vault = holding(tmp_path, [asked(f"2026-11-{text}:00+01:00", place) for place, text in enumerate(times)])
    day = Span(first=date(2026, 11, 20), last=date(2026, 11, 20))
    assert mean_of(vault, day) == 1.5
    assert mean_of(vault, day, day_start=time(0)) == 0.5
    assert mean_of(vault, Span(first=date(2026, 11, 21))) == 3
    assert mean_of(vault, Span(last=date(2026, 11, 19))) == 0


def test_a_span_of_instants_is_exact(tmp_path: Path) -> None:
    vault = holding(tmp_path, [asked(f"2026-11-20T1{hour}:00:00+00:00", hour) for hour in range(4)])
    assert mean_of(vault, Span(start=at("2026-11-20T11:00:00+00:00"), end=at("2026-11-20T12:00:00+00:00"))) == 1.5


@pytest.mark.parametrize("span", [Span(first=date(1, 1, 1)), Span(last=date(9999, 12, 31))])
def test_the_ends_of_the_calendar_do_no_harm(tmp_path: Path, span: Span) -> None:
    assert mean_of(holding(tmp_path, [asked("2026-11-20T10:00:00+01:00", 40)]), span) == 40


def test_days_begin_when_the_store_says(tmp_path: Path) -> None:
    vault = holding(tmp_path, [asked("2026-11-20T23:00:00+01:00"), asked("2026-11-21T01:00:00+01:00")])
    service = MetricsService(vault, FakeClock())
    assert service.look(Span()).figures["mean"].days == 1
    with vault.writing() as store:
        store.days.begin_days_at(time(0))
    assert service.look(Span()).figures["mean"].days == 2


def test_a_window_that_the_person_set_is_where_the_estimate_begins(tmp_path: Path) -> None:
    vault = holding(tmp_path, [asked("2026-11-20T10:00:00+01:00")])
    own = WindowOfTolerance("01900000-0000-7000-8000-00000000000a", 10, 20, moment_of(at("2026-11-01T10:00+01:00")),
                            WindowSource.OWN)  # fmt: skip
    before = MetricsService(vault, FakeClock()).look(Span()).figures["window.upper"].value
    with vault.writing() as store:
        store.windows.add(own)
    after = MetricsService(vault, FakeClock()).look(Span()).figures["window.upper"].value
    assert before is not None
    assert after is not None
    assert after < before - 20


def test_an_empty_store_has_every_name_and_no_number(tmp_path: Path) -> None:
    found = MetricsService(a_vault(tmp_path), FakeClock()).look(Span()).figures
    assert all(figure.value is None for figure in found.values())


def test_how_much_was_answered_of_what_was_shown_in_that_span(tmp_path: Path) -> None:
    vault = a_vault(tmp_path)
    ends = {1: PromptState.ANSWERED, 2: PromptState.EXPIRED, 3: PromptState.DECLINED, 400: PromptState.ANSWERED}
    with vault.writing() as store:
        for hours_ago, end in ends.items():
            prompt = a_prompt(hours_ago, hours_ago)
            store.ledger.plan([prompt], prompt.at)
            for state in (PromptState.DUE, PromptState.SHOWN, end):
                store.ledger.append(Transition(prompt.id, state, prompt.at))
    answered = MetricsService(vault, FakeClock()).look(Span(first=NOW.date())).answered
    assert (answered.answered, answered.shown, answered.planned) == (1, 3, 3)


def test_while_locked_nothing_is_read(tmp_path: Path) -> None:
    vault = SqliteVault(tmp_path, start_locked=True)
    with pytest.raises(UserError):
        MetricsService(vault, FakeClock()).look(Span())


def test_check_ins_from_elsewhere_need_no_store_and_no_order() -> None:
    start = datetime(2020, 1, 1, 9, tzinfo=UTC)
    moments = [moment_of(start + timedelta(hours=hours)) for hours in (6, 0, 3, 30)]
    check_ins = [a_check_in(place, at=moment, origin=Origin.RANDOM) for place, moment in enumerate(moments)]
    found = figures_from(check_ins, Span(last=date(2020, 1, 1)), FOUR)
    assert (found["mean"].n, found["mean"].pairs, found["mssd"].value) == (3, 2, (1 + 4) / 2)
