"""Charts for tests: states from a few check-ins, a view that shows them, and what colour a pixel has."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QPoint, QPointF, QRectF
from PySide6.QtGui import QColor, QFont, QImage, QPainter

from companion.application.event_bus import EventBus
from companion.application.insights import InsightService
from companion.domain.checkin import CheckIn
from companion.domain.life_event import LifeEvent
from companion.domain.window import STARTING_GUESS, WindowOfTolerance
from companion.presentation.chart_range import ChartRange
from companion.presentation.timeline import Room, TimelineState
from companion.presentation.timeline_presenter import TimelinePresenter
from companion.ui.chart.geometry import Geometry
from companion.ui.chart.painter import lay_out, paint_chart
from companion.ui.chart.style import ChartStyle, style_of
from companion.ui.theme.theme import Theme
from tests.support.clock import FakeClock
from tests.support.date_words import PlainDateWords
from tests.support.noted import insights_into

AREA = QRectF(0, 0, 900, 440)
Found = TypeVar("Found")


class LookAtOnce:
    """Fills the chart's Worker: looks at once, or when the test says so."""

    def __init__(self, insights: InsightService, *, waits: bool = False) -> None:
        self._insights = insights
        self._waits = waits
        self._waiting: list[Callable[[], None]] = []
        self.begun = 0

    def look(self, work: Callable[[InsightService], Found], done: Callable[[Found | None], None]) -> None:
        self.begun += 1
        self._waiting.append(lambda: done(None if self._insights.is_locked else work(self._insights)))
        if not self._waits:
            self.work()

    def work(self) -> None:
        """Does what waits now."""
        waiting, self._waiting = self._waiting, []
        for one in waiting:
            one()


def a_refined_presenter(
    *check_ins: CheckIn,
    windows: tuple[WindowOfTolerance, ...] = (STARTING_GUESS,),
    life_events: tuple[LifeEvent, ...] = (),
) -> TimelinePresenter:
    """A presenter whose smooth line and overview are there at once."""
    insights = insights_into(check_ins, FakeClock(), windows, life_events=life_events)
    return TimelinePresenter(insights, EventBus(), PlainDateWords(), LookAtOnce(insights))


def a_chart_presenter(
    *check_ins: CheckIn, windows: tuple[WindowOfTolerance, ...] = (STARTING_GUESS,)
) -> TimelinePresenter:
    """A presenter over these check-ins, showing the four weeks up to the fake clock's now."""
    return TimelinePresenter(insights_into(check_ins, FakeClock(), windows), EventBus(), PlainDateWords())


def a_chart_state(
    *check_ins: CheckIn,
    chart_range: ChartRange = ChartRange.MONTH,
    windows: tuple[WindowOfTolerance, ...] = (STARTING_GUESS,),
    pixels: int = 860,
) -> TimelineState:
    """What the chart shows of these check-ins."""
    presenter = a_chart_presenter(*check_ins, windows=windows)
    presenter.make_room(Room(pixels=pixels))
    presenter.choose(chart_range)
    return presenter.state()


class Painted:
    """A state drawn on an image, as a picture would be."""

    def __init__(self, state: TimelineState, theme: Theme, *, is_mirrored: bool = False) -> None:
        self.style: ChartStyle = style_of(theme, QFont(), is_mirrored=is_mirrored)
        self.geometry: Geometry = lay_out(AREA, state, self.style)
        self.image = QImage(AREA.size().toSize(), QImage.Format.Format_ARGB32_Premultiplied)
        self.image.fill(self.style.surface)
        painter = QPainter(self.image)
        paint_chart(painter, self.geometry, state, self.style)
        painter.end()

    def colour(self, point: QPointF | QPoint) -> QColor:
        """The colour at a place."""
        place = point.toPoint() if isinstance(point, QPointF) else point
        return self.image.pixelColor(place)


def is_like(colour: QColor, other: QColor, slack: int = 12) -> bool:
    """True if two colours are the same but for what antialiasing does."""
    return all(
        abs(one - two) <= slack
        for one, two in zip(
            (colour.red(), colour.green(), colour.blue()), (other.red(), other.green(), other.blue()), strict=True
        )
    )
