"""The chart page in the whole program: a life event is put on it, moved, and taken back; ranges come and go."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from companion.application.checkins import Answer
from companion.domain.life_event import LifeEvent
from companion.domain.zone import Zone
from companion.presentation.chart_range import ChartRange
from companion.presentation.timeline_event import TimelineEvent, TimelinePractice
from companion.ui.screens.chart import ChartScreen
from companion.ui.screens.journal import JournalScreen
from companion.ui.shell.screens import ScreenName
from companion.ui.widgets.journal_forms import LifeEventForm
from companion.ui.widgets.life_event_desk import LifeEventDesk
from tests.journeys.conftest import Program
from tests.support.practices import a_practice

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def chart(program: Program) -> ChartScreen:
    """The page, with a check-in on it."""
    program.core.check_ins.record(Answer(60, Zone.INSIDE), answers_open_prompt=True)
    program.pass_time(hours=1)
    window = program.desktop.window
    QTest.keyClick(window, Qt.Key.Key_2, CONTROL)
    screen = window.screen_of(ScreenName.CHART)
    assert isinstance(screen, ChartScreen)
    program.settle()
    return screen


def desk_of(chart: ChartScreen) -> LifeEventDesk:
    assert chart.life_events is not None
    return chart.life_events


def is_open(desk: LifeEventDesk) -> bool:
    return desk.dialog is not None


def there(program: Program) -> list[LifeEvent]:
    with program.core.vault.reading() as store:
        return store.life_events.between(None, None)


def shown(chart: ChartScreen) -> list[str]:
    return [one.shown.title for one in chart.chart.moments if isinstance(one.shown, TimelineEvent)]


def add(chart: ChartScreen, title: str) -> None:
    """By keys alone."""
    chart.chart.setFocus()
    QTest.keyClick(chart.chart, Qt.Key.Key_Home)
    QTest.keyClick(chart.chart, Qt.Key.Key_Insert)
    dialog = desk_of(chart).dialog
    assert dialog is not None
    form = dialog.editor.form
    assert isinstance(form, LifeEventForm)
    form.title.setText(title)
    QTest.keyClick(form.title, Qt.Key.Key_Return, CONTROL)


def test_a_life_event_is_added_moved_changed_deleted_and_brought_back(program: Program, chart: ChartScreen) -> None:
    add(chart, "Moved house")
    assert (shown(chart), desk_of(chart).dialog) == (["Moved house"], None)
    before = there(program)[0].experienced_at

    chart.chart.look_at(next(n for n, one in enumerate(chart.chart.moments) if isinstance(one.shown, TimelineEvent)))
    QTest.keyClick(chart.chart, Qt.Key.Key_Left, CONTROL)
    assert (before.utc - there(program)[0].experienced_at.utc).days == 1

    QTest.keyClick(program.desktop.window, Qt.Key.Key_Z, CONTROL)
    assert there(program)[0].experienced_at == before

    chart.chart.look_at(next(n for n, one in enumerate(chart.chart.moments) if isinstance(one.shown, TimelineEvent)))
    QTest.keyClick(chart.chart, Qt.Key.Key_Delete)
    assert shown(chart) == []
    QTest.keyClick(program.desktop.window, Qt.Key.Key_Z, CONTROL)
    assert shown(chart) == ["Moved house"]


def test_what_is_half_written_about_a_life_event_outlives_a_lock(program: Program, chart: ChartScreen) -> None:
    desk = desk_of(chart)
    desk.add()
    assert desk.dialog is not None
    assert isinstance(desk.dialog.editor.form, LifeEventForm)
    desk.dialog.editor.form.text.setPlainText("not yet a title")

    chart.keep_now()
    desk.put_away()
    assert not is_open(desk)
    desk.bring_back()

    assert is_open(desk)
    assert desk.dialog is not None
    form = desk.dialog.editor.form
    assert isinstance(form, LifeEventForm)
    assert form.text.toPlainText() == "not yet a title"
    desk.dialog.reject()


def test_what_has_a_title_is_kept_when_it_is_locked(program: Program, chart: ChartScreen) -> None:
    desk = desk_of(chart)
    desk.add()
    assert desk.dialog is not None
    assert isinstance(desk.dialog.editor.form, LifeEventForm)
    desk.dialog.editor.form.title.setText("Moved house")

    chart.keep_now()

    assert [event.title for event in there(program)] == ["Moved house"]
    assert not is_open(desk)


def test_the_brush_fills_once_the_worker_has_looked(program: Program, chart: ChartScreen, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: chart._presenter.overview() is not None)


def test_zooming_by_keys_and_back_to_a_range(program: Program, chart: ChartScreen) -> None:
    chart.chart.setFocus()
    QTest.keyClick(chart.chart, Qt.Key.Key_Plus)
    assert not any(button.isChecked() for button in chart._range_buttons.values())

    for button in chart._range_buttons.values():
        button.click()
        assert button.isChecked()


def test_what_was_practised_is_told_on_the_day_and_opens_in_the_journal(program: Program, chart: ChartScreen) -> None:
    begun = program.core.practice_sessions.now()
    program.pass_time(minutes=3)
    program.core.practice_sessions.finish(a_practice("walk"), begun, before=70)
    assert not any(isinstance(one.shown, TimelinePractice) for one in chart.chart.moments)
    chart._range_buttons[ChartRange.DAY].click()
    number = next(n for n, one in enumerate(chart.chart.moments) if isinstance(one.shown, TimelinePractice))
    chart.chart.setFocus()
    chart.chart.look_at(number)
    assert chart.chart.moment_spoken(number).endswith(": practice, Walk")
    QTest.keyClick(chart.chart, Qt.Key.Key_Return)
    window = program.desktop.window
    journal = window.screen_of(ScreenName.JOURNAL)
    assert isinstance(journal, JournalScreen)
    assert window.open_name is ScreenName.JOURNAL
    assert [row.headline for row in journal.list.chosen] == ["Walk"]
