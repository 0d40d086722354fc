"""Run as a program: opens a window, prints when its first frame was painted, and ends.

`first_paint bare` is a bare PySide6 window; `first_paint companion ARGS…` is the program itself. It prints the
monotonic clock and the processor time of this process, both in seconds. Both windows are watched in the same way, by
their own `paintEvent`: an event filter would have PySide6 look up every kind of object and event on the way.
"""

import os
import sys
import time
from collections.abc import Sequence
from importlib.machinery import ModuleSpec, PathFinder
from types import ModuleType
from typing import Any


def bare() -> None:
    """The floor: a window with a label."""
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QApplication, QLabel, QWidget

    class Window(QWidget):
        def paintEvent(self, event: QPaintEvent) -> None:
            super().paintEvent(event)
            tell_after(self)

    app = QApplication([])
    window = Window()
    QLabel("Hello", window)
    window.resize(1200, 800)
    window.show()
    app.exec()


def companion(arguments: list[str]) -> None:
    """Companion through its own `main`."""
    from companion.__main__ import main

    sys.argv = ["companion", *arguments]
    sys.meta_path.insert(0, WindowWatcher())
    main()


class WindowWatcher:
    """Changes nothing but the main window's `paintEvent`, when the program loads that window's module."""

    def find_spec(
        self, name: str, path: Sequence[str] | None, _target: ModuleType | None = None
    ) -> ModuleSpec | None:
        if name != "companion.ui.shell.main_window":
            return None
        spec = PathFinder.find_spec(name, path)
        assert spec is not None
        assert spec.loader is not None
        run = spec.loader.exec_module

        def run_and_watch(module: ModuleType) -> None:
            run(module)
            watch(module.MainWindow)

        spec.loader.exec_module = run_and_watch  # type: ignore[method-assign]
        return spec


def watch(window_class: Any) -> None:
    """From now on windows of that class tell of their first paint."""
    paint = window_class.paintEvent

    def tell_and_paint(window: object, event: object) -> None:
        tell_after(window)
        paint(window, event)

    window_class.paintEvent = tell_and_paint


def tell_after(window: object) -> None:
    """Tells when what is being painted now is whole, before anything the program does after it."""
    from PySide6.QtCore import QTimer

    if not told:
        told.append(True)
        QTimer.singleShot(0, window, tell)  # type: ignore[call-overload]


def tell() -> None:
    """Says when it is, and ends at once."""
    print(time.monotonic(), time.process_time(), flush=True)
    if "COMPANION_BENCHMARK_MODULES" in os.environ:
        print("\n".join(sorted(sys.modules)), flush=True)
    os._exit(0)


told: list[bool] = []

if __name__ == "__main__":
    if sys.argv[1] == "bare":
        bare()
    else:
        companion(sys.argv[2:])
