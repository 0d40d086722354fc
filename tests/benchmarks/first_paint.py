"""Run as a program: starts a window and prints the monotonic clock at its first painted frame, then ends.

`first_paint bare` is a bare PySide6 window; `first_paint companion ARGS…` is the program itself.
"""

import os
import sys
import time
from collections.abc import Callable


def bare() -> None:
    """The floor: a window with a label."""
    from PySide6.QtWidgets import QApplication, QLabel, QWidget

    app = QApplication([])
    watch(app.exec)
    window = QWidget()
    QLabel("Hello", window)
    window.resize(1200, 800)
    window.show()
    app.exec()


def companion(arguments: list[str]) -> None:
    """Companion through its own `main`."""
    from companion.__main__ import main

    sys.argv = ["companion", *arguments]
    wrap_exec()
    main()


def wrap_exec() -> None:
    """Lets the event loop be watched when the program starts it; loads nothing before the program does."""

    class Watcher:
        @staticmethod
        def find_spec(name: str, _path: object = None, _target: object = None) -> None:
            if name != "PySide6.QtWidgets":
                return
            sys.meta_path.remove(watcher)  # type: ignore[arg-type]
            from PySide6 import QtWidgets

            real = QtWidgets.QApplication.exec
            QtWidgets.QApplication.exec = staticmethod(lambda *_a: watch(real)())  # type: ignore[method-assign]

    watcher = Watcher()
    sys.meta_path.insert(0, watcher)  # type: ignore[arg-type]


def watch(run: Callable[[], int]) -> Callable[[], int]:
    """`run`, ended by the first painted frame of any window."""
    from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer
    from PySide6.QtWidgets import QWidget

    class FirstPaint(QObject):
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if event.type() is QEvent.Type.Paint and isinstance(watched, QWidget):
                QTimer.singleShot(0, self.tell)  # runs once the whole frame is painted
            return False

        def tell(self) -> None:
            if not hasattr(self, "told"):
                self.told = True
                print(time.monotonic(), flush=True)
                if "COMPANION_BENCHMARK_MODULES" in os.environ:
                    print("\n".join(sorted(sys.modules)), file=sys.stderr)
                QTimer.singleShot(300, QCoreApplication.quit)

    app = QCoreApplication.instance()
    assert app is not None
    watcher = FirstPaint(app)
    app.installEventFilter(watcher)
    return run


if __name__ == "__main__":
    if sys.argv[1] == "bare":
        bare()
    else:
        companion(sys.argv[2:])
