"""Life events from the chart: added, corrected, moved, taken away, and each of it undone."""

from datetime import datetime, timedelta
from pathlib import Path

import pytest

from companion.domain.life_event import LifeEvent
from companion.presentation.journal_edit import Kept, When, Written
from companion.presentation.life_events import LifeEventPresenter
from tests.support.builders import a_moment
from tests.support.journal_desk import JournalDesk

WALL_NOW = a_moment().utc.timestamp() + 3600
DAY = 86_400.0


class Chart(JournalDesk):
    """A notebook with one life event of three days ago, at 14:06."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.life_events = LifeEventPresenter(self.journal, self.clock, self.words)
        self.event = self.journal.note_life_event(
            "Moved house", "with Kim", experienced_at=a_moment(hours_ago=24 * 3)
        )

    def there(self) -> list[LifeEvent]:
        with self.vault.reading() as store:
            return store.life_events.between(None, None)


@pytest.fixture
def chart(tmp_path: Path) -> Chart:
    return Chart(tmp_path)


def test_it_is_moved_on_the_wall_clock_of_where_it_was_lived(chart: Chart) -> None:
    said = chart.life_events.move(chart.event.id, WALL_NOW - 3 * DAY - 2 * 3600)

    (moved,) = chart.there()
    assert moved.experienced_at.local.replace(tzinfo=None) == datetime(2026, 11, 19, 12, 6)
    assert (moved.title, moved.note) == ("Moved house", "with Kim")
    assert said == "The life event was moved to 2026-11-19, 12:06."


def test_over_a_change_of_clocks_it_keeps_its_time_of_day(chart: Chart) -> None:
    chart.life_events.move(chart.event.id, WALL_NOW - 60 * DAY)

    (moved,) = chart.there()
    assert moved.experienced_at.local.hour == 14
    assert moved.experienced_at.offset == timedelta(hours=2)


def test_moving_is_undone_once(chart: Chart) -> None:
    chart.life_events.move(chart.event.id, WALL_NOW - 9 * DAY)

    assert chart.life_events.undo() == "It is as it was."

    assert chart.there()[0].experienced_at == chart.event.experienced_at
    assert not chart.life_events.may_undo
    assert chart.life_events.undo() == ""


def test_it_cannot_be_moved_into_what_is_still_to_come(chart: Chart) -> None:
    said = chart.life_events.move(chart.event.id, WALL_NOW + DAY)

    assert said
    assert chart.there() == [chart.event]
    assert not chart.life_events.may_undo


def test_it_is_taken_away_and_brought_back(chart: Chart) -> None:
    chart.life_events.take_away(chart.event.id)
    assert chart.there() == []

    chart.life_events.undo()

    assert chart.there() == [chart.event]


def test_what_was_added_is_undone(chart: Chart) -> None:
    edit = chart.life_events.adding()
    outcome = edit.keep_life_event(Written("Began evening walks"), edit.when)
    assert isinstance(outcome, Kept)
    assert chart.life_events.was_kept(edit.line, outcome.line)
    assert len(chart.there()) == 2

    chart.life_events.undo()

    assert chart.there() == [chart.event]


def test_a_correction_is_undone(chart: Chart) -> None:
    edit = chart.life_events.correcting(chart.event.id)
    assert edit is not None
    outcome = edit.keep_life_event(Written("Moved flat", ""), edit.when)
    assert isinstance(outcome, Kept)
    chart.life_events.was_kept(edit.line, outcome.line)

    chart.life_events.undo()

    assert chart.there()[0].title == "Moved house"


def test_a_moment_pointed_at_is_rounded_to_five_minutes_and_never_later_than_now(chart: Chart) -> None:
    assert chart.life_events.when(WALL_NOW - DAY + 130) == When(datetime(2026, 11, 21, 14, 5))
    assert chart.life_events.when(WALL_NOW + DAY) == When(datetime(2026, 11, 22, 14, 6))


def test_one_that_is_gone_by_now_is_left_alone(chart: Chart) -> None:
    assert chart.life_events.correcting("no such id") is None
    assert chart.life_events.move("no such id", WALL_NOW) == ""
    assert chart.life_events.take_away("no such id") == ""


def test_after_a_lock_nothing_is_held_to_be_undone(chart: Chart) -> None:
    chart.life_events.take_away(chart.event.id)
    chart.life_events.forget_undo()

    assert not chart.life_events.may_undo
