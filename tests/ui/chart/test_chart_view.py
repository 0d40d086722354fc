"""The chart on the screen: one moment at a time, to the pointer and to the keyboard."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from companion.application.settings import Look
from companion.domain.checkin import CheckIn
from companion.domain.zone import Zone
from companion.presentation.timeline import Room
from companion.ui.chart import chart_view, picture
from companion.ui.chart.chart_view import ChartView
from companion.ui.theme.theme import Theme
from tests.support.builders import a_check_in
from tests.support.charts import a_chart_presenter, is_like

FIRST, SECOND, THIRD = (
    a_check_in(92, Zone.ABOVE, 24 * 20, note="a private sentence"),
    a_check_in(50, Zone.INSIDE, 24 * 10),
    a_check_in(20, Zone.BELOW, 24 * 2),
)


def a_view(qtbot: QtBot, theme: Theme, *check_ins: CheckIn) -> ChartView:
    presenter = a_chart_presenter(*check_ins)
    view = ChartView(theme, presenter.tell)
    qtbot.addWidget(view)
    view.resize(900, 440)
    state = presenter.state()
    view.show_state(state, presenter.sentence(state))
    view.show()
    view.setFocus()
    return view


def point_at(view: ChartView, place: QPointF) -> None:
    none = Qt.MouseButton.NoButton
    move = QMouseEvent(
        QEvent.Type.MouseMove, place, view.mapToGlobal(place), none, none, Qt.KeyboardModifier.NoModifier
    )
    QApplication.sendEvent(view, move)


def headline(view: ChartView) -> str | None:
    number = view.moment_in_focus()
    return None if number is None else view.words_of(number).headline


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What a screen reader was asked to say."""
    sentences: list[str] = []
    monkeypatch.setattr(chart_view, "say", lambda _widget, sentence: sentences.append(sentence))
    return sentences


@pytest.fixture
def view(qtbot: QtBot, theme: Theme) -> ChartView:
    return a_view(qtbot, theme, FIRST, SECOND, THIRD)


def test_at_first_no_moment_is_chosen(view: ChartView) -> None:
    assert headline(view) is None


def test_the_pointer_finds_the_mark_it_is_near(view: ChartView) -> None:
    point_at(view, view.moments[0].point + QPointF(8, 6))

    assert headline(view) == "92, above my window"


def test_away_from_every_mark_there_is_no_card(view: ChartView) -> None:
    point_at(view, view.moments[0].point)
    point_at(view, view.moments[0].point + QPointF(40, 0))

    assert headline(view) is None


def test_when_the_pointer_leaves_the_card_goes(view: ChartView) -> None:
    point_at(view, view.moments[0].point)
    QApplication.sendEvent(view, QEvent(QEvent.Type.Leave))

    assert headline(view) is None


def test_a_card_is_really_painted_beside_the_mark(view: ChartView, theme: Theme) -> None:
    place = view.moments[1].point
    before = view.grab().toImage()
    view.look_at(1)
    after = view.grab().toImage()

    beside = (place + QPointF(20, 0)).toPoint()
    ratio = after.devicePixelRatio()
    assert before.pixelColor(beside * ratio) != after.pixelColor(beside * ratio)
    assert is_like(after.pixelColor((place + QPointF(-6, -3)).toPoint() * ratio), theme.color("surface"), 60)


def test_a_hover_does_not_draw_the_chart_anew(view: ChartView, monkeypatch: pytest.MonkeyPatch) -> None:
    view.grab()
    drawn: list[object] = []
    monkeypatch.setattr(picture, "paint_chart", lambda *args: drawn.append(args))

    view.look_at(1)
    view.grab()

    assert drawn == []


def test_the_first_arrow_goes_to_the_newest_moment(view: ChartView) -> None:
    QTest.keyClick(view, Qt.Key.Key_Left)

    assert headline(view) == "20, below my window"


def test_arrows_go_from_moment_to_moment_and_stop_at_the_ends(view: ChartView) -> None:
    seen = []
    for key in (Qt.Key.Key_End, *[Qt.Key.Key_Left] * 3, *[Qt.Key.Key_Right] * 3):
        QTest.keyClick(view, key)
        seen.append(view.moment_in_focus())

    assert seen == [2, 1, 0, 0, 1, 2, 2]


def test_home_and_end_go_to_the_first_and_last_moment(view: ChartView) -> None:
    QTest.keyClick(view, Qt.Key.Key_Home)
    assert headline(view) == "92, above my window"

    QTest.keyClick(view, Qt.Key.Key_End)
    assert headline(view) == "20, below my window"


def test_escape_lets_go(view: ChartView) -> None:
    QTest.keyClick(view, Qt.Key.Key_Home)
    QTest.keyClick(view, Qt.Key.Key_Escape)

    assert headline(view) is None


def test_the_keyboard_says_what_it_reaches_and_never_the_note(view: ChartView, said: list[str]) -> None:
    QTest.keyClick(view, Qt.Key.Key_Home)

    assert said == ["Mon 2026-11-02, 14:06: 92, above my window, by myself"]


def test_the_pointer_says_nothing(view: ChartView, said: list[str]) -> None:
    point_at(view, view.moments[0].point)

    assert said == []


def test_page_keys_ask_for_another_range(qtbot: QtBot, view: ChartView) -> None:
    with qtbot.waitSignal(view.earlier_wanted):
        QTest.keyClick(view, Qt.Key.Key_PageUp)
    with qtbot.waitSignal(view.later_wanted):
        QTest.keyClick(view, Qt.Key.Key_PageDown)


def test_arrows_in_an_empty_chart_do_nothing(qtbot: QtBot, theme: Theme, said: list[str]) -> None:
    view = a_view(qtbot, theme)

    QTest.keyClick(view, Qt.Key.Key_Left)

    assert (view.moment_in_focus(), said) == (None, [])


def test_somebody_on_a_mark_stays_on_it_when_another_comes(view: ChartView) -> None:
    QTest.keyClick(view, Qt.Key.Key_End)
    presenter = a_chart_presenter(a_check_in(70, Zone.MIXED, 24 * 25), FIRST, SECOND, THIRD)

    view.show_state(presenter.state(), "")

    assert headline(view) == "20, below my window"


def test_somebody_on_a_mark_that_goes_is_on_none(view: ChartView) -> None:
    QTest.keyClick(view, Qt.Key.Key_End)

    view.show_state(a_chart_presenter(FIRST, SECOND).state(), "")

    assert view.moment_in_focus() is None
    view.grab()


def test_a_narrower_chart_says_so_in_room(view: ChartView) -> None:
    rooms: list[Room] = []
    view.room_changed.connect(rooms.append)

    view.resize(400, 440)

    assert rooms
    assert rooms[-1].pixels < 400
    assert rooms[-1] == view.room()


def test_a_few_more_pixels_are_not_another_room(view: ChartView) -> None:
    rooms = set()
    for width in range(900, 916):
        view.resize(width, 440)
        rooms.add(view.room().pixels)

    assert len(rooms) <= 3


def test_another_look_is_drawn_anew(view: ChartView, theme: Theme) -> None:
    light = view.grab().toImage().pixelColor(QPoint(3, 3))
    theme.apply(Look.DARK)

    assert view.grab().toImage().pixelColor(QPoint(3, 3)) != light


def test_the_layout_is_mirrored_and_time_is_not(view: ChartView) -> None:
    view.setLayoutDirection(Qt.LayoutDirection.RightToLeft)

    xs = [moment.point.x() for moment in view.moments]
    assert xs == sorted(xs)


def test_it_is_described_by_the_range_in_a_sentence(view: ChartView) -> None:
    assert view.accessibleName() == "Arousal over time"
    assert view.accessibleDescription() == "2026-10-26 to 2026-11-22, 3 check-ins, 17 days without"


def test_enter_opens_the_moment_the_keyboard_is_on(view: ChartView, qtbot: QtBot) -> None:
    QTest.keyClick(view, Qt.Key.Key_End)
    with qtbot.waitSignal(view.moment_opened) as opened:
        QTest.keyClick(view, Qt.Key.Key_Return)
    assert opened.args == [THIRD.id, THIRD.experienced_at.utc.timestamp()]


def test_enter_opens_nothing_while_no_moment_is_chosen(view: ChartView, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(view.moment_opened):
        QTest.keyClick(view, Qt.Key.Key_Return)


def test_a_click_on_a_mark_opens_it_and_beside_every_mark_nothing(view: ChartView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(view.moment_opened) as opened:
        QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=view.moments[1].point.toPoint())
    assert opened.args is not None
    assert opened.args[0] == SECOND.id
    with qtbot.assertNotEmitted(view.moment_opened):
        QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
