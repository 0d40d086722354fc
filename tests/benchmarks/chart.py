"""The chart: until it is painted, and frames of dragging and zooming it, against floors of the same run."""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tests.benchmarks.measure import Figures, in_turn, report, resident_megabytes
from tests.benchmarks.store_of import folder_with

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from companion.ui.chart.chart_view import ChartView
    from companion.ui.screens.chart import ChartScreen

SIZE = (1280, 800)
FRAMES = 300
SIZES = (15_000, 1_000_000)
_GIVE_UP = 60.0


def chart() -> None:
    """Each part in a process of its own, so that one's memory is not another's; no screen is needed."""
    for part in ("pages", "frames"):
        for size in SIZES:
            _in_process(part, str(size))
    for part in ("pyqtgraph", "ours"):
        _in_process("memory", part)


def pages(size: int) -> None:
    """The page gone to for the first time, and its ranges."""
    with _a_screen(size) as (screen, app, refined):
        from companion.presentation.chart_range import RANGES, ChartRange

        def whole(chart_range: ChartRange) -> Callable[[], float]:
            def run() -> float:
                begin = time.perf_counter()
                screen._choose(chart_range)
                screen.repaint()
                _until(app, refined)
                screen.repaint()
                return _since(begin)

            return run

        def painted(chart_range: ChartRange) -> Callable[[], float]:
            def run() -> float:
                begin = time.perf_counter()
                screen._choose(chart_range)
                screen.repaint()
                taken = _since(begin)
                _until(app, refined)
                return taken

            return run

        rows = [(f"{chart_range.name.lower()} painted", painted(chart_range)) for chart_range in RANGES]
        whole_rows = [
            (f"{chart_range.name.lower()} with its line", whole(chart_range))
            for chart_range in (ChartRange.MONTH, ChartRange.ALL)
        ]
        passed = in_turn(5, ("bare repaint", _bare_repaint()), *rows, *whole_rows)
        report(f"chart, {size:,} check-ins over ten years", passed)


def frames(size: int) -> None:
    """Every frame of a drag and of a zoom, once the month is there; then those of pyqtgraph with its downsampling."""
    from companion.presentation.chart_range import ChartRange

    with _a_screen(size) as (screen, app, refined):
        view = screen.chart
        screen._choose(ChartRange.MONTH)
        _until(app, refined)
        view.window().resize(*SIZE)
        view.setParent(None)
        view.resize(*SIZE)
        view.show()
        app.processEvents()
        begin = time.perf_counter()
        view._gesture._prepare()
        print(f"drawn ahead once the pointer is over the chart: {_since(begin):.0f} ms")
        dragged, zoomed = _frames_of(view, _drags(view)), _frames_of(view, _turns(view))
        theirs = _their_frames(size, app)
        bare_repaint = _bare_repaint()
        bare = Figures("bare full-widget repaint", tuple(bare_repaint() for _frame in range(FRAMES)))
        rows = [bare, Figures("frame of a drag", dragged), Figures("frame of a zoom", zoomed), *theirs]
        report(f"chart frames {SIZE[0]}x{SIZE[1]}, {size:,} check-ins, a month", rows)
        for row in rows:
            print(f"  {row.name}: p99 {sorted(row.runs)[int(len(row.runs) * 0.99)]:.2f} ms")


def memory(whose: str) -> None:
    """What a year of the chart takes, beside the same in pyqtgraph."""
    from PySide6.QtWidgets import QApplication

    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    before = resident_megabytes()
    if whose == "pyqtgraph":
        widget = _their_plot(15_000)
        widget.resize(*SIZE)
        widget.show()
        app.processEvents()
    else:
        with _a_screen(15_000) as (screen, inner, refined):
            _until(inner, refined)
            screen.repaint()
            print(f"memory of our page of 15,000, store, worker and numpy: {resident_megabytes() - before:.0f} MB")
            return
    print(f"memory of a pyqtgraph plot of 15,000 alone: {resident_megabytes() - before:.0f} MB")


def _in_process(*arguments: str) -> None:
    environment = {"QT_QPA_PLATFORM": "offscreen", **os.environ}
    command = [sys.executable, "-m", "tests.benchmarks.chart", *arguments]
    subprocess.run(command, env=environment, check=True, stderr=subprocess.DEVNULL)


@contextmanager
def _a_screen(size: int) -> Iterator[tuple["ChartScreen", "QApplication", list[float]]]:
    from PySide6.QtCore import QLocale
    from PySide6.QtWidgets import QApplication

    from companion.adapters.system.folders import folders_under
    from companion.bootstrap import Core
    from companion.bootstrap.chart import make_chart
    from companion.ui.platform.locale_dates import LocaleDates
    from companion.ui.platform.main_thread import MainThread
    from companion.ui.platform.task_runner import ThreadTaskRunner
    from companion.ui.theme.theme import Theme
    from tests.support.clock import FakeClock

    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "data"
        shutil.copytree(folder_with(size), folder)
        core = Core(folders_under(str(folder)), clock=FakeClock("2026-11-22T13:00:00"))
        core.open()
        theme = Theme(app, Path(__file__).parents[2] / "resources")
        tasks = ThreadTaskRunner(MainThread())
        refined: list[float] = []
        begin = time.perf_counter()
        screen = make_chart(core, theme, LocaleDates(QLocale("en_GB")), lambda: tasks)
        screen._presenter.attach_refined(lambda: refined.append(time.perf_counter()))
        screen.resize(*SIZE)
        screen.show()
        app.processEvents()
        painted = _since(begin)
        _until(app, refined)
        app.processEvents()
        print(f"\n{size:,}: page made, read, painted {painted:.0f} ms; with line and overview {_since(begin):.0f} ms")
        yield screen, app, refined
        tasks.stop()
        core.close()


def _until(app: "QApplication", refined: list[float]) -> None:
    from PySide6.QtCore import QEventLoop

    begin = time.perf_counter()
    while not refined and time.perf_counter() - begin < _GIVE_UP:
        app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
    refined.clear()


def _frames_of(view: "ChartView", moves: Iterator[None]) -> tuple[float, ...]:
    taken: list[float] = []
    while True:
        begin = time.perf_counter()
        if next(moves, StopIteration) is StopIteration:
            return tuple(taken)
        view.repaint()
        taken.append(_since(begin))


def _drags(view: "ChartView") -> Iterator[None]:
    """A drag to and fro."""
    from PySide6.QtCore import QPointF

    view._gesture.take(QPointF(640, 300))
    for frame in range(FRAMES):
        view._gesture.drag(QPointF(640 + 300 * ((frame % 100) - 50) / 50, 300))
        yield None
    view._gesture.give_up()
    view._picture.stop_moving()


def _turns(view: "ChartView") -> Iterator[None]:
    """The wheel to and fro over the middle."""
    for frame in range(FRAMES):
        view._gesture.turn(30 if frame % 40 < 20 else -30, 640)
        yield None
    view._gesture.end()
    view._picture.stop_moving()


def _bare_repaint() -> Callable[[], float]:
    from PySide6.QtGui import QColor, QPainter, QPaintEvent
    from PySide6.QtWidgets import QApplication, QWidget

    class Bare(QWidget):
        def paintEvent(self, _event: QPaintEvent) -> None:
            QPainter(self).fillRect(self.rect(), QColor("white"))

    widget = Bare()
    widget.resize(*SIZE)
    widget.show()
    QApplication.processEvents()

    def run() -> float:
        begin = time.perf_counter()
        widget.repaint()
        return _since(begin)

    return run


def _their_plot(size: int) -> Any:
    """The same check-ins as a scatter of five looks and a line, with downsampling and clipping on."""
    import numpy
    import pyqtgraph

    draw = numpy.random.default_rng(1)
    widget = pyqtgraph.PlotWidget(background="w")
    end, days = 20_779.0, 3652.5
    at = numpy.linspace(end - days, end, size)
    level, zone = draw.integers(0, 101, size), draw.integers(0, 5, size)
    widget.addItem(pyqtgraph.LinearRegionItem((30, 70), orientation="horizontal", movable=False))
    for number, symbol in enumerate("to1ds"):
        symbol = {"1": "t1"}.get(symbol, symbol)
        wanted = zone == number
        item = pyqtgraph.PlotDataItem(at[wanted], level[wanted], pen=None, symbol=symbol, symbolSize=8)
        _add_to(widget, item)
    line = pyqtgraph.PlotDataItem(at, numpy.convolve(level, numpy.ones(50) / 50, "same"), pen="k")
    _add_to(widget, line)
    widget.setXRange(end - 28, end, padding=0)
    widget.setYRange(0, 100)
    return widget


def _add_to(widget: Any, item: Any) -> None:
    # Added first: with these two on, an item that has no view box yet raises.
    widget.addItem(item)
    item.setDownsampling(auto=True, method="subsample")
    item.setClipToView(True)


def _their_frames(size: int, app: "QApplication") -> list[Figures]:
    widget = _their_plot(size)
    widget.resize(*SIZE)
    widget.show()
    app.processEvents()
    end = 20_779.0

    def moved(frame: int) -> None:
        shift = 14 * ((frame % 100) - 50) / 50
        widget.setXRange(end - 28 + shift, end + shift, padding=0)

    def zoomed(frame: int) -> None:
        half = 14 * 1.05 ** (20 - abs(frame % 40 - 20))
        widget.setXRange(end - 14 - half, end - 14 + half, padding=0)

    rows = []
    for name, move in (("pyqtgraph: frame of a drag", moved), ("pyqtgraph: frame of a zoom", zoomed)):
        taken = []
        for frame in range(FRAMES // 3):
            begin = time.perf_counter()
            move(frame)
            app.processEvents()
            widget.viewport().repaint()
            taken.append(_since(begin))
        rows.append(Figures(name, tuple(taken * 3)))
    return rows


def _since(begin: float) -> float:
    return (time.perf_counter() - begin) * 1000


if __name__ == "__main__":
    part, of = sys.argv[1:]
    {"pages": lambda: pages(int(of)), "frames": lambda: frames(int(of)), "memory": lambda: memory(of)}[part]()
