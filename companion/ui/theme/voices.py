"""What screen readers meet instead of Qt's own interfaces, for the few widgets that need it: one factory for all.

Qt keeps bare pointers to what a factory returns, longer than the widget lives, and asks again whenever it has let go.
So the Python objects are let go of here only once Qt has deleted its side. Two factories installed at once ended
the program with a segmentation fault when it quit (seen with PySide6 6.11.3), hence this one for all.
"""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QScrollArea, QWidget
from shiboken6 import isValid

Voice = Callable[[QWidget], QAccessibleInterface | None]

_voices: dict[type[QWidget], Voice] = {}
_kept: list[QAccessibleInterface] = []


def speak_with(kind: type[QWidget], voice: Voice) -> None:
    """From now on readers meet what `voice` makes for widgets of that class; where it makes None, Qt's own."""
    if not _voices:
        QAccessible.installFactory(_made)
    _voices[kind] = voice


def speak_of_scroll_areas() -> None:
    """From now on a scroll area has the same parts to a reader whether its bars are shown or not.

    Qt's own counts only the bars that are shown, and looks beyond the end of what it counted when a reader asks for a
    bar that has gone since: a screen that was opened while a reader walked the window ended the program with a
    segmentation fault (seen with PySide6 6.11.3).
    """
    speak_with(QScrollArea, _scroll_area_voice)


def _scroll_area_voice(area: QWidget) -> QAccessibleInterface:
    from PySide6.QtWidgets import QAccessibleWidget  # only where a reader is

    return QAccessibleWidget(area, QAccessible.Role.Client)


def _made(_class_name: str, described: QObject) -> QAccessibleInterface | None:
    voice = next((_voices[kind] for kind in type(described).__mro__ if kind in _voices), None)
    made = None if voice is None or not isinstance(described, QWidget) else voice(described)
    if made is not None:
        _kept[:] = [*filter(isValid, _kept), made]
    return made
