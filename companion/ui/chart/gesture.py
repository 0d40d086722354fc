"""A gesture on the chart: time being dragged or zoomed, or a life event being moved, and what comes of it."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, QPointF, QTimer, Signal

from companion.domain.period import SECONDS_A_DAY
from companion.presentation.timeline import TimelineState
from companion.presentation.timeline_event import TimelineEvent
from companion.ui.chart.picture import ChartPicture

SLACK = 4.0
SETTLE_MS = 110
STEP = 1.25
NOTCH = 120.0
LEAST_SPAN = SECONDS_A_DAY / 2
WIDE_DAYS = 14
QUARTER = 900.0
_NO_ZOOM = 1e-9

Around = Callable[[], TimelineState | None]


@dataclass(frozen=True, slots=True)
class Held:
    """What the pointer holds: a life event, or else time itself; where it took hold, and what was seen then."""

    at: QPointF
    span: tuple[float, float]
    event: TimelineEvent | None = None


class Gesture(QObject):
    """Pushes and stretches the picture at once, and says what is wanted when the gesture comes to rest."""

    moved = Signal(float, float)
    zoomed = Signal(float, float)
    event_moved = Signal(str, float)

    def __init__(self, picture: ChartPicture, around: Around, parent: QObject) -> None:
        super().__init__(parent)
        self._picture = picture
        self._around = around
        self._held: Held | None = None
        self._is_dragging = False
        self._is_pushed = False
        self._factor = 1.0
        self._kept_wall = 0.0
        self._to: float | None = None
        self._settling = QTimer(self, singleShot=True, interval=SETTLE_MS)
        self._settling.timeout.connect(self._settle)
        self._preparing = QTimer(self, singleShot=True, interval=SETTLE_MS)
        self._preparing.timeout.connect(self._prepare)

    @property
    def is_dragging(self) -> bool:
        """True once the pointer moved far enough for it not to be a click."""
        return self._is_dragging

    @property
    def dragged_event(self) -> tuple[TimelineEvent, float] | None:
        """The life event that is being moved, and to which moment (wall seconds)."""
        held = self._held
        return None if held is None or held.event is None or self._to is None else (held.event, self._to)

    def take(self, at: QPointF, event: TimelineEvent | None = None) -> None:
        """The pointer went down there."""
        self._settle_now()
        self._is_dragging = False
        self._held = Held(at, self._picture.span, event)

    def drag(self, at: QPointF) -> None:
        """It moves while it is down."""
        held, geometry = self._held, self._picture.geometry
        if held is None or geometry is None:
            return
        if not self._is_dragging and abs(at.x() - held.at.x()) < SLACK:
            return
        self._is_dragging = True
        seconds = (held.span[1] - held.span[0]) / geometry.plot.width() * (at.x() - held.at.x())
        if held.event is not None:
            self._to = held.event.wall + rounded_move(seconds, held.span)
            self._picture.look_again()
        elif self._begun():
            self._picture.move_to(held.span[0] - seconds, held.span[1] - seconds)

    def let_go(self) -> bool:
        """It went up; True if it was more than a click."""
        was_dragging, held, event = self._is_dragging, self._held, self.dragged_event
        self.give_up()
        if was_dragging and event is not None:
            self.event_moved.emit(event[0].id, event[1])
        elif was_dragging and held is not None and held.event is None and self._picture.is_moving:
            self.moved.emit(*self._picture.span)
        return was_dragging

    def give_up(self) -> None:
        """Nothing is held any more."""
        self._held = None
        self._is_dragging = False
        self._to = None

    def turn(self, degrees: float, x: float) -> None:
        """The wheel was turned over `x`: away from the person nearer, towards them farther."""
        if self._is_pushed:
            self._settle_now()
        if not self._begun():
            return
        geometry = self._picture.geometry
        if geometry is None:
            return
        if not self._settling.isActive():
            self._factor = 1.0
            self._kept_wall = geometry.wall(min(max(x, geometry.plot.left()), geometry.plot.right()))
        factor = STEP ** (-degrees / NOTCH)
        start, end = geometry.start, geometry.end
        factor = max(factor, LEAST_SPAN / (end - start))
        self._factor *= factor
        kept = self._kept_wall
        self._picture.move_to(kept - (kept - start) * factor, kept + (end - kept) * factor)
        self._settling.start()

    def push(self, degrees: float) -> None:
        """The wheel was turned sideways."""
        if self._settling.isActive() and not self._is_pushed:
            self._settle_now()
        if not self._begun():
            return
        geometry = self._picture.geometry
        if geometry is None:
            return
        self._is_pushed = True
        seconds = (geometry.end - geometry.start) * degrees / NOTCH / 10
        self._picture.move_to(geometry.start - seconds, geometry.end - seconds)
        self._settling.start()

    def end(self) -> None:
        """What was begun is dropped: the chart shows something else now. Letting go is no click all the same."""
        self._settling.stop()
        self._preparing.stop()
        self._held = self._to = None
        self._is_pushed = False

    def prepare(self) -> None:
        """The pointer is here: soon, when there is time, what a gesture moves is drawn ahead."""
        self._preparing.start()

    def _prepare(self) -> None:
        if not self._picture.is_prepared:
            around = self._around()
            if around is not None:
                self._picture.prepare(around)

    def _begun(self) -> bool:
        if not self._picture.is_moving:
            self._prepare()
            self._picture.begin_to_move()
        return self._picture.is_moving

    def _settle_now(self) -> None:
        if self._settling.isActive():
            self._settling.stop()
            self._settle()

    def _settle(self) -> None:
        was_pushed, self._is_pushed = self._is_pushed, False
        if was_pushed or abs(self._factor - 1) < _NO_ZOOM:
            self.moved.emit(*self._picture.span)
        else:
            self.zoomed.emit(self._factor, self._kept_wall)


def rounded_move(seconds: float, span: tuple[float, float]) -> float:
    """How far a life event is moved: by quarters of an hour, or where a day is narrow by whole days."""
    step = QUARTER if span[1] - span[0] <= WIDE_DAYS * SECONDS_A_DAY else float(SECONDS_A_DAY)
    return round(seconds / step) * step


def key_move(span: tuple[float, float]) -> float:
    """How far a key moves a life event: an hour, or where a day is narrow a day."""
    return 3600.0 if span[1] - span[0] <= WIDE_DAYS * SECONDS_A_DAY else float(SECONDS_A_DAY)
