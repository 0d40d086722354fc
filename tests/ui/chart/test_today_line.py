"""Today's line on the screen."""

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFont, QImage, QPainter
from pytestqt.qtbot import QtBot

from companion.application.event_bus import EventBus
from companion.domain.checkin import CheckIn, Origin
from companion.domain.zone import Zone
from companion.presentation.today_line import TodayLinePresenter, TodayLineState
from companion.ui.chart.style import style_of
from companion.ui.chart.today_line import TodayLineView, paint_today_line
from companion.ui.theme.theme import Theme
from tests.support.builders import a_check_in
from tests.support.charts import is_like
from tests.support.clock import FakeClock
from tests.support.date_words import PlainDateWords
from tests.support.noted import insights_into


def a_state(*check_ins: CheckIn) -> TodayLineState:
    state = TodayLinePresenter(insights_into(check_ins, FakeClock()), EventBus(), PlainDateWords()).state()
    assert state is not None
    return state


def picture(state: TodayLineState, theme: Theme) -> QImage:
    image = QImage(400, 128, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(theme.color("surface"))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    paint_today_line(painter, QRectF(image.rect()), state, style_of(theme, QFont()))
    painter.end()
    return image


def test_a_check_in_is_painted(theme: Theme) -> None:
    above = theme.color("above")
    with_one = picture(a_state(a_check_in(95, Zone.ABOVE, 2, origin=Origin.FIXED)), theme)
    without = picture(a_state(), theme)

    def has_mark(image: QImage) -> bool:
        return any(is_like(image.pixelColor(x, y), above) for x in range(400) for y in range(128))

    assert has_mark(with_one)
    assert not has_mark(without)


def test_morning_lies_left_of_evening(theme: Theme) -> None:
    above, below = theme.color("above"), theme.color("below")
    image = picture(
        a_state(
            a_check_in(95, Zone.ABOVE, 8, origin=Origin.FIXED), a_check_in(5, Zone.BELOW, 1, origin=Origin.FIXED)
        ),
        theme,
    )

    first = next(x for x in range(400) if any(is_like(image.pixelColor(x, y), above) for y in range(128)))
    second = next(x for x in range(400) if any(is_like(image.pixelColor(x, y), below) for y in range(128)))
    assert first < second


def test_it_is_described_in_a_sentence(qtbot: QtBot, theme: Theme) -> None:
    view = TodayLineView(theme)
    qtbot.addWidget(view)

    view.show_state(a_state(a_check_in(hours_ago=1)))

    assert view.accessibleDescription() == "1 check-in today, at 13:06."


def test_while_locked_it_is_empty_and_silent(qtbot: QtBot, theme: Theme) -> None:
    view = TodayLineView(theme)
    qtbot.addWidget(view)
    view.show_state(a_state(a_check_in(95, Zone.ABOVE, 2, origin=Origin.FIXED)))
    view.show_state(None)

    image = view.grab().toImage()

    assert view.accessibleDescription() == ""
    middle = image.pixelColor(QPointF(image.width() / 2, image.height() / 2).toPoint())
    assert all(image.pixelColor(x, image.height() // 2) == middle for x in range(0, image.width(), 7))


def test_it_grows_with_the_text(qtbot: QtBot, theme: Theme) -> None:
    view = TodayLineView(theme)
    qtbot.addWidget(view)
    before = view.sizeHint().height()

    theme.apply(theme._look, 200)

    assert view.sizeHint().height() == 2 * before
