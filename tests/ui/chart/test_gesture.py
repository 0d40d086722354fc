"""Wheel and drag: the picture follows at once, and whole days are asked for when the gesture comes to rest."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from companion.domain.life_event import LifeEvent
from companion.domain.period import SECONDS_A_DAY
from companion.domain.zone import Zone
from companion.presentation.chart_range import ChartRange
from companion.presentation.timeline_event import TimelineEvent
from companion.presentation.timeline_presenter import TimelinePresenter
from companion.ui.chart import layers, picture
from companion.ui.chart.chart_view import ChartView
from companion.ui.theme.theme import Theme
from tests.support.builders import a_check_in, a_moment
from tests.support.charts import a_refined_presenter

MOVED_HOUSE = LifeEvent("moved", a_moment(24 * 9.5), a_moment(), "Moved house")


class Desk:
    """A chart of four weeks with one life event, and the presenter behind it."""

    def __init__(self, qtbot: QtBot, theme: Theme) -> None:
        check_ins = [a_check_in(50, Zone.INSIDE, 24 * day) for day in range(60)]
        self.presenter: TimelinePresenter = a_refined_presenter(*check_ins, life_events=(MOVED_HOUSE,))
        self.view = ChartView(theme, self.presenter.tell, self.presenter.around)
        qtbot.addWidget(self.view)
        self.view.resize(900, 440)
        self.show()
        self.view.show()

    def show(self) -> None:
        state = self.presenter.state()
        self.view.show_state(state, "")

    @property
    def event_number(self) -> int:
        return next(n for n, one in enumerate(self.view.moments) if isinstance(one.shown, TimelineEvent))

    def mouse(self, kind: QEvent.Type, x: float, y: float = 60, *, is_down: bool = True) -> None:
        button = Qt.MouseButton.NoButton if kind is QEvent.Type.MouseMove else Qt.MouseButton.LeftButton
        held = Qt.MouseButton.LeftButton if is_down else Qt.MouseButton.NoButton
        place = QPointF(x, y)
        event = QMouseEvent(kind, place, self.view.mapToGlobal(place), button, held, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(self.view, event)

    def drag(self, start: float, end: float, y: float = 60, *, let_go: bool = True) -> None:
        self.mouse(QEvent.Type.MouseButtonPress, start, y)
        for x in ((start + end) / 2, end):
            self.mouse(QEvent.Type.MouseMove, x, y)
        if let_go:
            self.mouse(QEvent.Type.MouseButtonRelease, end, y, is_down=False)

    def wheel(self, down: int, x: float = 450, *, across: int = 0, shift: bool = False) -> bool:
        place = QPointF(x, 200)
        keys = Qt.KeyboardModifier.ShiftModifier if shift else Qt.KeyboardModifier.NoModifier
        event = QWheelEvent(
            place,
            self.view.mapToGlobal(place),
            QPoint(),
            QPoint(across, down),
            Qt.MouseButton.NoButton,
            keys,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(self.view, event)
        return event.isAccepted()


@pytest.fixture
def desk(qtbot: QtBot, theme: Theme) -> Desk:
    return Desk(qtbot, theme)


def days_of(args: list[float] | None) -> float:
    assert args is not None
    return (args[1] - args[0]) / SECONDS_A_DAY


def test_a_drag_asks_for_as_many_days_earlier(desk: Desk, qtbot: QtBot) -> None:
    with qtbot.waitSignal(desk.view.span_wanted) as wanted:
        desk.drag(300, 600)

    before = desk.presenter.state()
    assert wanted.args is not None
    assert days_of(wanted.args) == pytest.approx(28)
    assert before.start - wanted.args[0] == pytest.approx(300 / 860 * 28 * SECONDS_A_DAY, rel=0.03)


def test_while_it_is_dragged_what_lies_beside_comes_into_sight(desk: Desk) -> None:
    still = desk.view.grab().toImage()

    desk.drag(200, 700, let_go=False)

    assert desk.view._picture.is_moving
    assert desk.view.grab().toImage() != still


def test_a_frame_of_a_gesture_draws_nothing_anew(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.drag(300, 400, let_go=False)
    drawn: list[object] = []
    for module, name in ((picture, "paint_chart"), (layers, "paint_time"), (layers, "paint_frame")):
        monkeypatch.setattr(module, name, lambda *args: drawn.append(args))

    for x in range(400, 600, 20):
        desk.mouse(QEvent.Type.MouseMove, x)
        desk.view.repaint()
    desk.wheel(120)
    desk.view.repaint()

    assert drawn == []


def test_a_few_pixels_are_a_click_and_no_drag(desk: Desk, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(desk.view.span_wanted):
        desk.drag(300, 302)

    assert not desk.view._picture.is_moving


def test_after_a_drag_no_moment_is_opened(desk: Desk, qtbot: QtBot) -> None:
    point = desk.view.moments[3].point
    with qtbot.assertNotEmitted(desk.view.moment_opened):
        desk.drag(point.x() + 200, point.x(), point.y())


def test_the_wheel_away_from_the_person_comes_nearer_to_where_the_pointer_is(desk: Desk, qtbot: QtBot) -> None:
    geometry = desk.view._picture.geometry
    assert geometry is not None
    pointed_at = geometry.wall(600)

    with qtbot.waitSignal(desk.view.zoom_wanted) as wanted:
        desk.wheel(120, 600)
        desk.wheel(120, 600)

    assert wanted.args is not None
    assert wanted.args[0] == pytest.approx(1 / 1.25**2)
    assert wanted.args[1] == pytest.approx(pointed_at)


def test_many_turns_of_the_wheel_ask_once(desk: Desk, qtbot: QtBot) -> None:
    asked: list[float] = []
    desk.view.zoom_wanted.connect(lambda factor, _wall: asked.append(factor))

    for _turn in range(5):
        desk.wheel(-120)
    qtbot.waitUntil(lambda: bool(asked))

    assert asked == [pytest.approx(1.25**5)]


@pytest.mark.parametrize("sideways", [{"down": 0, "across": 120}, {"down": 120, "shift": True}])
def test_the_wheel_sideways_moves(desk: Desk, qtbot: QtBot, sideways: dict[str, int]) -> None:
    with qtbot.waitSignal(desk.view.span_wanted) as wanted:
        desk.wheel(**sideways)  # type: ignore[arg-type]

    assert wanted.args is not None
    assert wanted.args[0] < desk.presenter.state().start
    assert days_of(wanted.args) == pytest.approx(28)


def test_the_keys_plus_and_minus_zoom_about_the_moment_they_are_on(desk: Desk, qtbot: QtBot) -> None:
    QTest.keyClick(desk.view, Qt.Key.Key_Home)
    first = desk.presenter.state().marks[0].wall
    with qtbot.waitSignal(desk.view.zoom_wanted) as nearer:
        QTest.keyClick(desk.view, Qt.Key.Key_Plus)
    with qtbot.waitSignal(desk.view.zoom_wanted) as farther:
        QTest.keyClick(desk.view, Qt.Key.Key_Minus)

    assert nearer.args is not None
    assert farther.args is not None
    assert nearer.args[0] < 1 < farther.args[0]
    assert nearer.args[1] == pytest.approx(first, abs=60)


def test_a_new_state_ends_the_gesture(desk: Desk, qtbot: QtBot) -> None:
    desk.wheel(120)
    with qtbot.assertNotEmitted(desk.view.zoom_wanted, wait=200):
        desk.show()

    assert not desk.view._picture.is_moving


def test_a_life_event_can_be_dragged_by_its_title(desk: Desk, qtbot: QtBot) -> None:
    box = desk.view.moments[desk.event_number].box
    assert box is not None
    day = 860 / 28
    with qtbot.waitSignal(desk.view.event_moved) as moved:
        desk.drag(box.center().x(), box.center().x() + 3 * day, box.center().y())

    assert moved.args is not None
    (event,) = desk.presenter.state().events
    assert moved.args == ["moved", event.wall + 3 * SECONDS_A_DAY]


def test_a_click_on_a_life_event_opens_it(desk: Desk, qtbot: QtBot) -> None:
    box = desk.view.moments[desk.event_number].box
    assert box is not None
    with qtbot.waitSignal(desk.view.event_opened) as opened:
        QTest.mouseClick(desk.view, Qt.MouseButton.LeftButton, pos=box.center().toPoint())

    assert opened.args == ["moved"]


def test_a_life_event_is_opened_moved_and_deleted_by_keys(desk: Desk, qtbot: QtBot) -> None:
    desk.view.setFocus()
    desk.view.look_at(desk.event_number)
    with qtbot.waitSignal(desk.view.event_moved) as moved:
        QTest.keyClick(desk.view, Qt.Key.Key_Left, Qt.KeyboardModifier.ControlModifier)
    with qtbot.waitSignal(desk.view.event_delete_wanted):
        QTest.keyClick(desk.view, Qt.Key.Key_Delete)
    with qtbot.waitSignal(desk.view.event_opened):
        QTest.keyClick(desk.view, Qt.Key.Key_Return)

    (event,) = desk.presenter.state().events
    assert moved.args == ["moved", event.wall - SECONDS_A_DAY]


def test_insert_asks_for_a_life_event_at_the_moment_it_is_on(desk: Desk, qtbot: QtBot) -> None:
    QTest.keyClick(desk.view, Qt.Key.Key_Home)
    with qtbot.waitSignal(desk.view.event_wanted) as wanted:
        QTest.keyClick(desk.view, Qt.Key.Key_Insert)

    assert wanted.args == [pytest.approx(desk.presenter.state().marks[0].wall, abs=60)]


def test_the_menu_knows_whether_it_is_about_a_life_event(desk: Desk, qtbot: QtBot) -> None:
    from PySide6.QtGui import QContextMenuEvent

    box = desk.view.moments[desk.event_number].box
    assert box is not None
    asked: list[str] = []
    desk.view.menu_wanted.connect(lambda _place, event_id, _wall: asked.append(event_id))
    for place in (box.center().toPoint(), QPoint(120, 30)):
        QApplication.sendEvent(desk.view, QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, place))

    assert asked == ["moved", ""]


def test_somebody_on_a_life_event_stays_on_it(desk: Desk) -> None:
    desk.view.look_at(desk.event_number)
    desk.show()

    assert desk.view.moment_in_focus() == desk.event_number


def test_where_motion_is_wanted_one_range_passes_into_the_next_and_that_ends(
    desk: Desk, qtbot: QtBot, theme: Theme
) -> None:
    theme.apply(theme._look, reduce_motion=False)
    desk.presenter.go_earlier()
    desk.show()
    passing = desk.view._picture._passing
    assert (passing.duration() < 200, desk.view._picture._before is not None) == (True, theme.motion_wanted)

    qtbot.waitUntil(lambda: desk.view._picture._before is None)


def test_where_stillness_is_wanted_the_next_range_is_there_at_once(desk: Desk, theme: Theme) -> None:
    theme.apply(theme._look, reduce_motion=True)
    desk.presenter.go_earlier()
    desk.show()

    assert desk.view._picture._before is None


def test_news_in_the_middle_of_a_drag_end_it_and_letting_go_is_no_click(desk: Desk, qtbot: QtBot) -> None:
    point = desk.view.moments[3].point
    desk.drag(point.x() - 100, point.x(), point.y(), let_go=False)
    desk.show()

    with qtbot.assertNotEmitted(desk.view.moment_opened), qtbot.assertNotEmitted(desk.view.span_wanted):
        desk.mouse(QEvent.Type.MouseButtonRelease, point.x(), point.y(), is_down=False)


def test_enter_on_a_bar_asks_for_its_days(qtbot: QtBot, theme: Theme) -> None:
    presenter = a_refined_presenter(*(a_check_in(50, hours_ago=hour / 4) for hour in range(28 * 96)))
    view = ChartView(theme, presenter.tell, presenter.around)
    qtbot.addWidget(view)
    view.resize(900, 440)
    state = presenter.state()
    view.show_state(state, "")
    view.look_at(5)
    with qtbot.waitSignal(view.span_wanted) as wanted:
        QTest.keyClick(view, Qt.Key.Key_Return)

    assert wanted.args == [state.bins[5].start, state.bins[5].end]


def test_a_turn_after_a_push_begins_where_the_push_came_to(desk: Desk, qtbot: QtBot) -> None:
    def show_between(start: float, end: float) -> None:
        desk.presenter.show_between(start, end)
        desk.show()

    desk.view.span_wanted.connect(show_between)
    before = desk.presenter.state().start
    with qtbot.waitSignal(desk.view.zoom_wanted) as wanted:
        for _turn in range(3):
            desk.wheel(0, across=120)
        desk.wheel(120, 450)

    after = desk.presenter.state()
    assert after.start < before
    assert wanted.args is not None
    assert after.start < wanted.args[1] < after.end


def test_a_push_after_a_turn_asks_for_both(desk: Desk, qtbot: QtBot) -> None:
    with qtbot.waitSignals([desk.view.zoom_wanted, desk.view.span_wanted], order="strict"):
        desk.wheel(120)
        desk.wheel(0, across=120)


def test_turning_there_and_back_stays_at_the_same_days(desk: Desk, qtbot: QtBot) -> None:
    desk.view.zoom_wanted.connect(desk.presenter.zoom)
    desk.view.span_wanted.connect(desk.presenter.show_between)
    before = desk.presenter.state().period
    with qtbot.waitSignal(desk.view.span_wanted):
        desk.wheel(120)
        desk.wheel(-120)

    assert desk.presenter.state().period == before


@pytest.mark.parametrize(("chart_range", "down"), [(ChartRange.ALL, -120), (ChartRange.DAY, 120)])
def test_where_there_is_no_farther_the_wheel_is_left_to_the_page(
    desk: Desk, chart_range: ChartRange, down: int
) -> None:
    desk.presenter.choose(chart_range)
    desk.show()

    assert not desk.wheel(down)
    assert desk.wheel(-down)
