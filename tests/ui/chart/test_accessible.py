"""The chart as a screen reader finds it."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QApplication, QSlider, QWidget
from pytestqt.qtbot import QtBot

from companion.domain.checkin import CheckIn
from companion.domain.zone import Zone
from companion.ui.chart.accessible import MOST_READ
from companion.ui.chart.chart_view import ChartView
from companion.ui.theme.theme import Theme
from tests.support.builders import a_check_in
from tests.support.charts import a_chart_presenter


def a_view(theme: Theme, *check_ins: CheckIn) -> ChartView:
    presenter = a_chart_presenter(*check_ins)
    view = ChartView(theme, presenter.tell)
    view.resize(900, 440)
    state = presenter.state()
    view.show_state(state, presenter.sentence(state))
    return view


def interface_of(widget: QWidget) -> QAccessibleInterface:
    return QAccessible.queryAccessibleInterface(widget)


def many(count: int) -> list[CheckIn]:
    return [a_check_in(50, Zone.INSIDE, hours_ago=number / 10) for number in range(count)]


def test_its_role_is_chart(qtbot: QtBot, theme: Theme) -> None:
    view = a_view(theme, a_check_in())
    qtbot.addWidget(view)

    found = interface_of(view)

    assert found.role() is QAccessible.Role.Chart
    assert found.text(QAccessible.Text.Name) == "Arousal over time"
    assert found.text(QAccessible.Text.Description) == "2026-10-26 to 2026-11-22, 1 check-in"


def test_each_mark_is_a_list_item(qtbot: QtBot, theme: Theme) -> None:
    view = a_view(theme, a_check_in(92, Zone.ABOVE, 2), a_check_in(40, Zone.INSIDE, 1))
    qtbot.addWidget(view)
    chart = interface_of(view)

    items = [chart.child(number) for number in range(chart.childCount())]

    assert [item.role() for item in items] == [QAccessible.Role.ListItem] * 2
    first = items[0].text(QAccessible.Text.Name)
    assert first == "Sun 2026-11-22, 12:06: 92, above my window, by myself, inside again by 13:06"
    assert chart.indexOfChild(items[1]) == 1
    assert items[1].parent().object() is view


def test_an_item_lies_where_its_mark_is(qtbot: QtBot, theme: Theme) -> None:
    view = a_view(theme, a_check_in(92, Zone.ABOVE, 200))
    qtbot.addWidget(view)
    chart = interface_of(view)
    place = view.mapToGlobal(view.moments[0].point.toPoint())

    assert chart.child(0).rect().center() == place
    assert chart.childAt(place.x(), place.y()).text(QAccessible.Text.Name) == view.moment_spoken(0)
    assert chart.childAt(place.x() + 300, place.y()) is None


def test_the_item_that_the_keyboard_is_on_has_the_focus(qtbot: QtBot, theme: Theme) -> None:
    view = a_view(theme, a_check_in(hours_ago=2), a_check_in(hours_ago=1))
    qtbot.addWidget(view)

    view.look_at(1)

    chart = interface_of(view)
    assert [bool(chart.child(number).state().focused) for number in range(2)] == [False, True]
    assert chart.indexOfChild(chart.focusChild()) == 1


def test_very_many_marks_leave_the_summary_alone(qtbot: QtBot, theme: Theme) -> None:
    enough, too_many = a_view(theme, *many(MOST_READ)), a_view(theme, *many(MOST_READ + 1))
    qtbot.addWidget(enough)
    qtbot.addWidget(too_many)

    assert interface_of(enough).childCount() == MOST_READ
    assert interface_of(too_many).childCount() == 0


def test_an_item_whose_mark_is_gone_says_nothing(qtbot: QtBot, theme: Theme) -> None:
    view = a_view(theme, a_check_in(hours_ago=2), a_check_in(hours_ago=1))
    qtbot.addWidget(view)
    item = interface_of(view).child(1)

    view.show_state(a_chart_presenter(a_check_in()).state(), "")

    assert not item.isValid()
    assert item.text(QAccessible.Text.Name) == ""


def test_other_widgets_keep_their_own_voice(qtbot: QtBot, theme: Theme) -> None:
    qtbot.addWidget(a_view(theme))
    slider = QSlider()
    qtbot.addWidget(slider)

    assert interface_of(slider).role() is QAccessible.Role.Slider


def test_a_chart_that_is_gone_leaves_moments_that_say_nothing(theme: Theme) -> None:
    view = a_view(theme, a_check_in())
    item = interface_of(view).child(0)
    view.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    assert not item.isValid()
    assert item.text(QAccessible.Text.Name) == ""
    assert item.window() is None
    assert item.rect().isEmpty()
